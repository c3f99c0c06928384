/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-feedback.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *
opening_of_choice (const ShLessonAnswer *answer)
{
  if (!answer->answered)
    return C_ ("feedback", "This is what happened.");
  return answer->right ? C_ ("feedback", "Yes, that is what happened.")
                       : C_ ("feedback", "A good guess. This time it went another way.");
}

static const char *
opening_of_curve (const ShLessonAnswer *answer)
{
  if (!answer->answered)
    return C_ ("feedback", "This is the line of the run.");
  return answer->right ? C_ ("feedback", "Your line lies close to what happened.")
                       : C_ ("feedback", "Thank you for your line. Lay it beside the one of the "
                                         "run: where do they part?");
}

char *
sh_lesson_feedback (const ShLessonQuestion *question, const ShLessonAnswer *answer)
{
  const char *opening = question->curve ? opening_of_curve (answer) : opening_of_choice (answer);
  const char *because =
      question->curve ? question->because : question->choices[answer->came].because;

  /* Translators: what was said to an answer, then why it is so. */
  return g_strdup_printf (C_ ("feedback", "%1$s %2$s"), opening, sh_lesson_words (because));
}

char *
sh_lesson_measured (const ShLessonQuestion *question, const ShLessonAnswer *answer)
{
  ShLessonMeasureInfo info;
  g_autofree char *before = NULL;
  g_autofree char *value = NULL;

  sh_lesson_measure_info (question->measure, &info);
  before = sh_quantity_for_people (answer->before, info.unit, info.decimals);
  value = sh_quantity_for_people (answer->value, info.unit, info.decimals);
  if (isnan (answer->before))
    /* Translators: %s is a number with its unit. */
    return g_strdup_printf (C_ ("feedback", "In this run: %s."), value);
  /* Translators: both are numbers with their unit. */
  return g_strdup_printf (C_ ("feedback", "Before: %1$s. In this run: %2$s."), before, value);
}

/* What was measured, and which value of the run that is: both numbers have their units. */
static char *
measured_sentence (ShLessonWhen when, const char *before, const char *value)
{
  switch (when)
    {
    case SH_WHEN_END:
      return g_strdup_printf (
          C_ ("feedback", "Before it was %1$s; at the end of this run it is %2$s."), before, value);
    case SH_WHEN_LOWEST:
      return g_strdup_printf (C_ ("feedback", "Before it was %1$s; in this run it falls to %2$s."),
                              before, value);
    case SH_WHEN_HIGHEST:
      return g_strdup_printf (C_ ("feedback", "Before it was %1$s; in this run it rises to %2$s."),
                              before, value);
    case SH_WHEN_MEAN:
    case SH_N_WHENS:
    default:
      return g_strdup_printf (
          C_ ("feedback", "Before it was %1$s; in this run it is %2$s on average."), before, value);
    }
}

static char *
change_sentence (const ShLessonQuestion *question,
                 const ShLessonAnswer *answer,
                 const ShLessonMeasureInfo *info)
{
  double change = answer->value - answer->before;
  g_autofree char *amount =
      sh_change_for_people (answer->before, answer->value, info->unit, info->decimals);

  if (fabs (change) <= question->within)
    return g_strdup (C_ ("feedback", "That counts as the same."));
  if (change > 0.0)
    /* Translators: %s is a number with its unit. */
    return g_strdup_printf (C_ ("feedback", "That is %s more."), amount);
  /* Translators: %s is a number with its unit. */
  return g_strdup_printf (C_ ("feedback", "That is %s less."), amount);
}

/* A curve in words: where it begins, how low it goes and when, and where it ends. */
static char *
curve_sentence (const ShLessonQuestion *question,
                const ShLessonRun *run,
                const ShLessonMeasureInfo *info)
{
  const double *value = run->value[question->measure];
  g_autofree char *first = sh_quantity_for_people (value[0], info->unit, info->decimals);
  g_autofree char *lowest = NULL;
  g_autofree char *time = NULL;
  g_autofree char *last = NULL;
  int low = 0;

  for (int i = 1; i < run->n; i++)
    if (value[i] < value[low])
      low = i;
  lowest = sh_quantity_for_people (value[low], info->unit, info->decimals);
  time = sh_quantity_for_people (low * run->sample_s, SH_UNIT_SECONDS, 0);
  last = sh_quantity_for_people (sh_lesson_run_value (run, question->measure, SH_WHEN_MEAN),
                                 info->unit, info->decimals);
  /* Translators: numbers with their units: at the start, the lowest, after how long that is, and
   * the mean of the second half. */
  return g_strdup_printf (
      C_ ("feedback", "The line begins at %1$s. It is lowest, at %2$s, after %3$s. In the second "
                      "half it is %4$s on average."),
      first, lowest, time, last);
}

GPtrArray *
sh_lesson_explained (const ShLessonQuestion *question,
                     const ShLessonAnswer *answer,
                     const ShLessonRun *run)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  ShLessonMeasureInfo info;
  g_autofree char *before = NULL;
  g_autofree char *value = NULL;

  sh_lesson_measure_info (question->measure, &info);
  if (question->curve)
    {
      g_ptr_array_add (texts, curve_sentence (question, run, &info));
      return texts;
    }
  if (isnan (answer->before))
    {
      g_ptr_array_add (texts, sh_lesson_measured (question, answer));
      return texts;
    }
  before = sh_quantity_for_people (answer->before, info.unit, info.decimals);
  value = sh_quantity_for_people (answer->value, info.unit, info.decimals);
  g_ptr_array_add (texts, measured_sentence (question->when, before, value));
  g_ptr_array_add (texts, change_sentence (question, answer, &info));
  return texts;
}
