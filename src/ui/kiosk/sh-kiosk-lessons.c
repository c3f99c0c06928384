/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-private.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-kiosk-pages.h"
#include "sh-lesson-shelf.h"

/* More would not fit on the page. */
#define MOST_LESSONS 8
/* The longest that one tick counts for, in seconds: a machine that slept has shown nothing. */
#define LONGEST_TICK_S 0.5

/* A name is that of a shipped lesson, a path that of a file. */
static ShLesson *
find_lesson (const char *name)
{
  g_autoptr (GError) error = NULL;
  ShLesson *lesson =
      strchr (name, '/') != NULL ? sh_lesson_load (name, &error) : sh_lesson_shipped (name);

  if (lesson == NULL)
    g_message ("The lesson \"%s\" cannot be offered: %s", name,
               error != NULL ? error->message : "no such lesson came with the program");
  return lesson;
}

void
sh_kiosk_read_lessons (ShKiosk *self)
{
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  if (self->config->lessons[0] == NULL)
    self->lessons = sh_lessons_shipped ();
  else
    self->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) sh_lesson_unref);
  for (int i = 0; self->config->lessons[i] != NULL; i++)
    {
      ShLesson *lesson = find_lesson (self->config->lessons[i]);

      if (lesson != NULL)
        g_ptr_array_add (self->lessons, lesson);
    }
  if (self->lessons->len > MOST_LESSONS)
    g_ptr_array_set_size (self->lessons, MOST_LESSONS);
}

const char **
sh_kiosk_lesson_titles (ShKiosk *self)
{
  const char **titles = g_new0 (const char *, self->lessons->len + 1);

  for (guint i = 0; i < self->lessons->len; i++)
    titles[i] = sh_lesson_words (((ShLesson *) g_ptr_array_index (self->lessons, i))->title);
  return titles;
}

/* Lets the leg do what the present step says. */
static void
set_leg (ShKiosk *self, gboolean fresh)
{
  const ShLessonStep *step = sh_lesson_player_get_step (self->player);

  if (fresh || step->fresh || !sh_session_set_scenario (self->session, &step->scenario))
    sh_kiosk_set_leg (self, &step->scenario);
  g_object_set (self->session, "speed", step->speed, NULL);
}

void
sh_kiosk_show_lesson (ShKiosk *self)
{
  const ShLessonStep *step = sh_lesson_player_get_step (self->player);
  ShLesson *lesson = sh_lesson_player_get_lesson (self->player);
  gboolean asks = sh_lesson_player_get_phase (self->player) == SH_LESSON_ASKING &&
                  step->question != NULL && !step->question->curve;
  const char *choices[SH_LESSON_CHOICES_MAX + 1] = { NULL };
  g_autofree char *words = sh_lesson_player_caption (self->player, SH_WORDING_PLAIN);
  g_autofree char *position = NULL;

  for (int i = 0; asks && i < step->question->n_choices; i++)
    choices[i] = sh_lesson_words (step->question->choices[i].text);
  /* Translators: the number of a step, and of how many. */
  position =
      g_strdup_printf (C_ ("kiosk", "%d of %d"), sh_lesson_player_get_index (self->player) + 1,
                       sh_lesson_n_steps (lesson));
  sh_kiosk_view_set_lesson (
      self->view, sh_kiosk_page_lesson (sh_lesson_words (lesson->title), words, position, choices,
                                        sh_lesson_player_caution (self->player)));
  self->lesson_is_stale = FALSE;
  sh_kiosk_speak (self);
}

void
sh_kiosk_begin_lesson (ShKiosk *self, int index)
{
  if (index < 0 || index >= (int) self->lessons->len)
    return;
  g_clear_pointer (&self->player, sh_lesson_player_free);
  self->player = sh_lesson_player_new (g_ptr_array_index (self->lessons, (guint) index));
  self->lesson_s = sh_kiosk_now_s (self);
  sh_kiosk_show_page (self, "lesson");
}

/* Something changed: the picture and the page follow as soon as the button is done with. */
static void
moved (ShKiosk *self, int step_before)
{
  if (sh_lesson_player_get_phase (self->player) == SH_LESSON_FINISHED)
    {
      sh_kiosk_count (self, SH_KIOSK_COUNT_LESSONS);
      sh_kiosk_show_page (self, "lessons");
      return;
    }
  if (sh_lesson_player_get_index (self->player) != step_before)
    set_leg (self, FALSE);
  self->lesson_is_stale = TRUE;
  sh_kiosk_follow_soon (self);
}

void
sh_kiosk_lesson_on (ShKiosk *self)
{
  int before = self->player != NULL ? sh_lesson_player_get_index (self->player) : 0;

  if (self->player == NULL)
    return;
  sh_lesson_player_next (self->player);
  moved (self, before);
}

void
sh_kiosk_lesson_back (ShKiosk *self)
{
  if (self->player == NULL)
    return;
  sh_lesson_player_back (self->player);
  moved (self, -1);
}

void
sh_kiosk_lesson_answer (ShKiosk *self, int choice)
{
  const ShLessonStep *step = self->player != NULL ? sh_lesson_player_get_step (self->player) : NULL;

  if (step == NULL || sh_lesson_player_get_phase (self->player) != SH_LESSON_ASKING ||
      step->question == NULL || choice < 0 || choice >= step->question->n_choices)
    return;
  sh_lesson_player_choose (self->player, choice);
  moved (self, sh_lesson_player_get_index (self->player));
}

void
sh_kiosk_tick_lesson (ShKiosk *self, double now_s)
{
  double seconds = CLAMP (now_s - self->lesson_s, 0.0, LONGEST_TICK_S);
  int before;

  self->lesson_s = now_s;
  if (self->player == NULL || self->paused || self->shown != SH_KIOSK_VISIT ||
      g_strcmp0 (self->page, "lesson") != 0)
    return;
  before = sh_lesson_player_get_index (self->player);
  if (sh_lesson_player_tick (self->player, seconds))
    moved (self, before);
}
