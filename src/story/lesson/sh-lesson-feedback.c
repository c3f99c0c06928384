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
