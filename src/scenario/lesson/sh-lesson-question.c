/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-private.h"

#include <math.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-number-text.h"

static const char *const measures[SH_N_LESSON_MEASURES] = {
  "ankle-pressure", "foot-pressure", "calf-blood", "swelling", "sent-up", "fell-back", "net"
};

static const char *const whens[SH_N_WHENS] = { "mean", "end", "lowest", "highest" };

/* What a visitor would call no change, in the unit of each measure (calibrated: two to three
 * widths of a line on the chart). */
static const double within_default[SH_N_LESSON_MEASURES] = { 4, 4, 8, 0.2, 60, 60, 60 };
/* A drawn curve is near when it lies within this on average: a quarter of the usual range. */
static const double near_default[SH_N_LESSON_MEASURES] = { 20, 20, 40, 1, 400, 400, 400 };

static const char *const keys[] = { "ask",     "kind",   "measure",  "when",
                                    "against", "within", "choice.…", "because.…" };

#define ALLOWED_KEYS                                                                               \
  C_ ("lesson file",                                                                               \
      "ask, kind, measure, when, against, within, because, and choice.OUTCOME with "               \
      "because.OUTCOME")
#define ALLOWED_OUTCOMES                                                                           \
  C_ ("lesson file", "falls, stays, rises, or below-N, N-to-M, above-N with numbers")

const char *const *
sh_lesson_measure_names (void)
{
  return measures;
}

const char *const *
sh_lesson_when_names (void)
{
  return whens;
}

void
sh_lesson_question_free (ShLessonQuestion *question)
{
  for (int i = 0; i < question->n_choices; i++)
    {
      g_free (question->choices[i].text);
      g_free (question->choices[i].because);
    }
  g_free (question->ask);
  g_free (question->because);
  g_free (question);
}

/* What is being read. */
typedef struct
{
  ShLessonQuestion *question;
  const ShBlock *block;
  const GPtrArray *steps;
  ShMistakes *mistakes;
} Reader;

static void
read_head (Reader *reader)
{
  static const char *const kinds[] = { "choice", "curve" };
  const ShBlockLine *ask = sh_block_find (reader->block, "ask");
  const ShBlockLine *kind = sh_block_find (reader->block, "kind");
  const ShBlockLine *measure = sh_block_find (reader->block, "measure");
  const ShBlockLine *when = sh_block_find (reader->block, "when");
  int index = 0;

  if (ask != NULL)
    reader->question->ask = sh_lesson_read_text (reader->mistakes, ask);
  else
    sh_lesson_missing (reader->mistakes, reader->block, "ask");
  if (kind != NULL && sh_lesson_read_name (reader->mistakes, kind, kinds, 2, &index))
    reader->question->curve = index == 1;
  if (measure != NULL &&
      sh_lesson_read_name (reader->mistakes, measure, measures, SH_N_LESSON_MEASURES, &index))
    reader->question->measure = (ShLessonMeasure) index;
  if (when != NULL && sh_lesson_read_name (reader->mistakes, when, whens, SH_N_WHENS, &index))
    reader->question->when = (ShLessonWhen) index;
}

static void
read_against (Reader *reader)
{
  const ShBlockLine *against = sh_block_find (reader->block, "against");
  const ShBlockLine *within = sh_block_find (reader->block, "within");
  ShLessonQuestion *question = reader->question;

  /* The step that is asked about is the last one of all; the one before it is the usual
   * comparison. */
  question->against = (int) reader->steps->len - 2;
  question->within = (question->curve ? near_default : within_default)[question->measure];
  if (within != NULL)
    sh_lesson_read_number (reader->mistakes, within, 0, 10000, &question->within);
  if (against == NULL)
    return;
  question->against = sh_lesson_find_step (reader->steps, against->value);
  if (question->against < 0 || question->against == (int) reader->steps->len - 1)
    sh_lesson_wrong_value (reader->mistakes, against,
                           C_ ("lesson file", "the name of an earlier step"), NULL, 0);
}

/* Reads "below-30", "30-to-60" or "above-60". */
static gboolean
read_band (const char *name, ShLessonChoice *choice)
{
  g_auto (GStrv) parts = g_strsplit (name, "-to-", 3);

  choice->outcome = SH_OUTCOME_BAND;
  choice->low = -(double) INFINITY;
  choice->high = (double) INFINITY;
  if (g_str_has_prefix (name, "below-"))
    return sh_number_parse (name + strlen ("below-"), &choice->high);
  if (g_str_has_prefix (name, "above-"))
    return sh_number_parse (name + strlen ("above-"), &choice->low);
  return g_strv_length (parts) == 2 && sh_number_parse (parts[0], &choice->low) &&
         sh_number_parse (parts[1], &choice->high) && choice->low < choice->high;
}

static gboolean
read_outcome (const char *name, ShLessonChoice *choice)
{
  static const char *const names[] = { "falls", "stays", "rises" };

  for (int i = 0; i < 3; i++)
    if (strcmp (name, names[i]) == 0)
      {
        choice->outcome = (ShOutcome) i;
        return TRUE;
      }
  return read_band (name, choice);
}

static void
read_choice (Reader *reader, const ShBlockLine *line)
{
  const char *name = line->key + strlen ("choice.");
  g_autofree char *because_key = g_strconcat ("because.", name, NULL);
  const ShBlockLine *because = sh_block_find (reader->block, because_key);
  g_autofree char *found = sh_one_line (name);
  ShLessonChoice choice = { 0 };

  if (reader->question->n_choices == SH_LESSON_CHOICES_MAX)
    sh_mistakes_add (reader->mistakes, line->line, line->column,
                     C_ ("lesson file", "one choice too many; allowed: at most %d"),
                     SH_LESSON_CHOICES_MAX);
  else if (!read_outcome (name, &choice))
    sh_mistakes_add (reader->mistakes, line->line, line->column,
                     C_ ("lesson file", "unknown outcome \"%s\"; allowed: %s"), found,
                     ALLOWED_OUTCOMES);
  else if (because == NULL)
    sh_mistakes_add (reader->mistakes, line->line, line->column,
                     C_ ("lesson file", "choice.%s has no reason; allowed: because.%s=TEXT"), found,
                     found);
  else
    {
      choice.text = sh_lesson_read_text (reader->mistakes, line);
      choice.because = sh_lesson_read_text (reader->mistakes, because);
      reader->question->choices[reader->question->n_choices++] = choice;
    }
}

/* Told at the group's line: it is the whole of the choices that is wrong. */
static void
fail_choices (Reader *reader, const char *allowed)
{
  sh_mistakes_add (reader->mistakes, reader->block->line, 1,
                   C_ ("lesson file", "the choices leave out what may happen; allowed: %s"),
                   allowed);
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const ShLessonChoice *first = a;
  const ShLessonChoice *second = b;

  return first->low < second->low ? -1 : first->low > second->low ? 1 : 0;
}

/* Bands have to follow each other without a gap from below everything to above everything. */
static void
check_bands (Reader *reader)
{
  ShLessonQuestion *question = reader->question;
  gboolean whole;

  qsort (question->choices, (size_t) question->n_choices, sizeof question->choices[0],
         compare_bands);
  whole = question->choices[0].low == -(double) INFINITY &&
          question->choices[question->n_choices - 1].high == (double) INFINITY;
  for (int i = 1; whole && i < question->n_choices; i++)
    whole = !(question->choices[i].low < question->choices[i - 1].high) &&
            !(question->choices[i].low > question->choices[i - 1].high);
  if (!whole)
    fail_choices (reader, C_ ("lesson file", "bands that follow each other, such as below-30, "
                                             "30-to-60 and above-60"));
}

static void
check_choices (Reader *reader)
{
  const ShLessonQuestion *question = reader->question;
  gboolean found[SH_OUTCOME_BAND + 1] = { FALSE };

  for (int i = 0; i < question->n_choices; i++)
    found[question->choices[i].outcome] = TRUE;
  if (found[SH_OUTCOME_FALLS] && found[SH_OUTCOME_STAYS] && found[SH_OUTCOME_RISES] &&
      question->n_choices == 3)
    {
      if (question->against < 0)
        fail_choices (reader,
                      C_ ("lesson file", "bands in the first step, where nothing was before"));
      return;
    }
  if (question->n_choices >= 2 && found[SH_OUTCOME_BAND] && !found[SH_OUTCOME_FALLS] &&
      !found[SH_OUTCOME_STAYS] && !found[SH_OUTCOME_RISES])
    check_bands (reader);
  else
    fail_choices (reader,
                  C_ ("lesson file", "choice.falls, choice.stays and choice.rises together, "
                                     "or bands alone"));
}

static gboolean
is_head_key (const char *key)
{
  /* The last two are patterns. */
  for (gsize i = 0; i + 2 < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      return TRUE;
  return strcmp (key, "because") == 0;
}

static void
read_choices (Reader *reader)
{
  const ShBlock *block = reader->block;

  for (guint i = 0; i < block->lines->len; i++)
    {
      const ShBlockLine *line = g_ptr_array_index (block->lines, i);
      g_autofree char *choice_key = NULL;

      if (is_head_key (line->key))
        continue;
      if (g_str_has_prefix (line->key, "because."))
        choice_key = g_strconcat ("choice.", line->key + strlen ("because."), NULL);
      if (g_str_has_prefix (line->key, "choice.") && !reader->question->curve)
        read_choice (reader, line);
      else if (choice_key == NULL || sh_block_find (block, choice_key) == NULL)
        sh_lesson_unknown_key (reader->mistakes, line, ALLOWED_KEYS, keys, G_N_ELEMENTS (keys));
    }
  if (!reader->question->curve)
    check_choices (reader);
}

static void
read_because (Reader *reader)
{
  const ShBlockLine *because = sh_block_find (reader->block, "because");

  if (because != NULL)
    reader->question->because = sh_lesson_read_text (reader->mistakes, because);
  else if (reader->question->curve)
    sh_lesson_missing (reader->mistakes, reader->block, "because");
}

ShLessonQuestion *
sh_lesson_question_read (const ShBlock *block, const GPtrArray *steps, ShMistakes *mistakes)
{
  ShLessonQuestion *question = g_new0 (ShLessonQuestion, 1);
  Reader reader = { question, block, steps, mistakes };
  guint before = mistakes->n;

  read_head (&reader);
  read_against (&reader);
  read_because (&reader);
  read_choices (&reader);
  if (mistakes->n == before)
    return question;
  sh_lesson_question_free (question);
  return NULL;
}
