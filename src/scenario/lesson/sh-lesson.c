/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-lesson-private.h"
#include "sh-scenario-file.h"
#include "sh-text-file.h"

/* A lesson of more steps than this is a course. */
#define MOST_STEPS 60
/* The most seconds of the model in one shown second while someone stays still, see the session. */
#define FAST_CLOCK 60.0

static void
lesson_clear (gpointer data)
{
  ShLesson *lesson = data;

  g_free (lesson->id);
  g_free (lesson->title);
  g_free (lesson->summary);
  g_clear_pointer (&lesson->steps, g_ptr_array_unref);
}

ShLesson *
sh_lesson_ref (ShLesson *lesson)
{
  return g_atomic_rc_box_acquire (lesson);
}

void
sh_lesson_unref (ShLesson *lesson)
{
  g_atomic_rc_box_release_full (lesson, lesson_clear);
}

const ShLessonStep *
sh_lesson_step (const ShLesson *lesson, int index)
{
  if (index < 0 || index >= (int) lesson->steps->len)
    return NULL;
  return g_ptr_array_index (lesson->steps, index);
}

int
sh_lesson_n_steps (const ShLesson *lesson)
{
  return (int) lesson->steps->len;
}

double
sh_lesson_step_rate (const ShLessonStep *step)
{
  return step->speed * (step->scenario.inactive ? FAST_CLOCK : 1.0);
}

const char *
sh_lesson_words (const char *text)
{
  /* An empty text would be answered with the catalogue's head. */
  return text[0] == '\0' ? text : g_dpgettext2 (SH_GETTEXT_DOMAIN, "lesson", text);
}

/* What is being read. */
typedef struct
{
  ShLesson *lesson;
  ShMistakes *mistakes;
  GPtrArray *settings; /* (element-type ShKeyLine): of the scenario so far */
  gboolean has_head;
  gboolean lost; /* the last step was wrong, so that its question has nothing to ask about */
} Reader;

static void
read_head (Reader *reader, const ShBlock *block)
{
  static const char *const keys[] = { "title", "summary" };
  const ShBlockLine *title = sh_block_find (block, "title");

  if (reader->has_head)
    sh_mistakes_add (reader->mistakes, block->line, 1,
                     C_ ("lesson file", "a second [Lesson]; allowed: one"));
  reader->has_head = TRUE;
  if (title == NULL)
    sh_lesson_missing (reader->mistakes, block, "title");
  for (guint i = 0; i < block->lines->len; i++)
    {
      const ShBlockLine *line = g_ptr_array_index (block->lines, i);
      char **text = strcmp (line->key, "title") == 0     ? &reader->lesson->title
                    : strcmp (line->key, "summary") == 0 ? &reader->lesson->summary
                                                         : NULL;

      if (text == NULL)
        sh_lesson_unknown_key (reader->mistakes, line, "title, summary", keys, 2);
      else if (*text == NULL)
        *text = sh_lesson_read_text (reader->mistakes, line);
    }
}

static void
read_step (Reader *reader, const ShBlock *block)
{
  ShLessonStep *step =
      sh_lesson_step_read (block, reader->lesson->steps, reader->settings, reader->mistakes);

  reader->lost = step == NULL;
  if (step != NULL && reader->lesson->steps->len < MOST_STEPS)
    g_ptr_array_add (reader->lesson->steps, step);
  else if (step != NULL)
    {
      sh_mistakes_add (reader->mistakes, block->line, 1,
                       C_ ("lesson file", "one step too many; allowed: at most %d"), MOST_STEPS);
      sh_lesson_step_free (step);
    }
}

static void
read_question (Reader *reader, const ShBlock *block)
{
  GPtrArray *steps = reader->lesson->steps;
  ShLessonStep *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;

  if (reader->lost)
    return;
  if (step == NULL || step->question != NULL)
    sh_mistakes_add (reader->mistakes, block->line, 1,
                     C_ ("lesson file", "a [Question] without a step of its own; allowed: at most "
                                        "one after each [Step]"));
  else
    step->question = sh_lesson_question_read (block, steps, reader->mistakes);
}

static void
read_block (Reader *reader, const ShBlock *block)
{
  static const char *const groups[] = { "Lesson", "Step", "Question" };
  const ShBlockLine line = { (char *) "group", block->group, block->line, 1, 2 };
  int group = 0;

  if (!sh_lesson_read_name (reader->mistakes, &line, groups, G_N_ELEMENTS (groups), &group))
    return;
  if (group != 0 && !reader->has_head)
    {
      sh_mistakes_add (reader->mistakes, block->line, 1,
                       C_ ("lesson file", "[%s] stands before the head; allowed first: [Lesson]"),
                       block->group);
      reader->has_head = TRUE;
    }
  if (group == 0)
    read_head (reader, block);
  else if (group == 1)
    read_step (reader, block);
  else
    read_question (reader, block);
}

ShLesson *
sh_lesson_parse (const char *text, gsize length, const char *id, ShMistakes *mistakes)
{
  g_autoptr (GPtrArray) blocks = sh_blocks_read (text, length, mistakes);
  g_autoptr (ShLesson) lesson = g_atomic_rc_box_new0 (ShLesson);
  g_autoptr (GPtrArray) settings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sh_key_line_free);
  Reader reader = { lesson, mistakes, settings, FALSE, FALSE };

  lesson->id = g_strdup (id);
  lesson->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) sh_lesson_step_free);
  for (guint i = 0; i < blocks->len; i++)
    read_block (&reader, g_ptr_array_index (blocks, i));
  if (sh_mistakes_none (mistakes) && lesson->steps->len == 0)
    sh_mistakes_add (mistakes, 1, 1,
                     C_ ("lesson file", "there is no step; allowed: [Lesson], then "
                                        "at least one [Step]"));
  return sh_mistakes_none (mistakes) ? g_steal_pointer (&lesson) : NULL;
}

ShLesson *
sh_lesson_load (const char *path, GError **error)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *base = g_path_get_basename (display);
  g_autofree char *text = NULL;
  g_autoptr (ShMistakes) mistakes = sh_mistakes_new (display);
  ShLesson *lesson;
  gsize length = 0;

  if (!sh_text_file_read (path, &text, &length, error))
    return NULL;
  if (g_str_has_suffix (base, ".lesson"))
    base[strlen (base) - strlen (".lesson")] = '\0';
  lesson = sh_lesson_parse (text, length, base, mistakes);
  if (lesson == NULL)
    sh_mistakes_fail (mistakes, error);
  return lesson;
}
