/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-clinic.h"
#include "sh-numbers.h"

/** What one result of the laboratory is called, and what is usual. */
typedef struct
{
  const char *label;  /* translated */
  const char *usual;  /* translated; NULL when no paper that was read gives a usual value of it */
  const char *source; /* the paper; NULL without one */
  const char *unit;   /* translated: text with a %s for the number */
  int decimals;
} ShResultWords;

/** The words for a result by its name, such as "rt90_s" or "reflux_s:popliteal-1" (whose label is
 * the valve's). FALSE for one that people are not shown. */
gboolean sh_result_words (const char *name, ShResultWords *words);
/** The value of a result with its unit; a dash when it does not exist. Returns: (transfer full) */
char *sh_result_text (const char *name, double value);
/** What is done in a test, in one plain sentence, translated. Returns: (transfer none) */
const char *sh_test_sentence (ShTest test);
