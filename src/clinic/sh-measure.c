/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-measure.h"

#include <math.h>
#include <string.h>

#include "sh-exam.h"

/* Marks a text for translation; whoever shows it translates it in this context. */
#define NC_(context, text) text

typedef struct
{
  const char *name;
  const char *label;
  double duration_s;
  ShStatus (*run) (const ShScenario *scenario, const ShMeasureOptions *options, ShMeasure *measure);
} ShTestInfo;

static const ShTestInfo tests[SH_N_TESTS] = {
  [SH_TEST_TIPTOE] = { "tiptoe", NC_ ("test", "Ten heel raises"), 0, sh_measure_tiptoe },
  [SH_TEST_APG] = { "apg", NC_ ("test", "Air plethysmography"), 0, sh_measure_apg },
  [SH_TEST_STEADY] = { "steady", NC_ ("test", "Two minutes of an activity"), 0, sh_measure_steady },
  [SH_TEST_REFLUX] = { "reflux", NC_ ("test", "Duplex reflux times"), 0, sh_measure_reflux },
  /* The laboratory's strain gauge is read up to minute 20 (Stick 1989). */
  [SH_TEST_SWELLING] = { "swelling", NC_ ("test", "Swelling"), 1200, sh_measure_swelling },
  [SH_TEST_CUFF] = { "cuff", NC_ ("test", "Pressure from outside"), 0, sh_measure_cuff },
  [SH_TEST_PEAKS] = { "peaks", NC_ ("test", "Highest and lowest values"), 60, sh_measure_peaks },
};

const char *
sh_test_name (ShTest test)
{
  return tests[test].name;
}

const char *
sh_test_label (ShTest test)
{
  return tests[test].label;
}

double
sh_test_duration_s (ShTest test)
{
  return tests[test].duration_s;
}

ShTest
sh_test_from_name (const char *name)
{
  for (int i = 0; i < SH_N_TESTS; i++)
    if (strcmp (tests[i].name, name) == 0)
      return (ShTest) i;
  return SH_TEST_NONE;
}

ShStatus
sh_measure (ShTest test,
            const ShScenario *scenario,
            const ShMeasureOptions *options,
            ShMeasure *measure)
{
  static const ShMeasureOptions usual = { 0 };

  sh_measure_init (measure, test);
  return tests[test].run (scenario, options != NULL ? options : &usual, measure);
}

void
sh_measure_init (ShMeasure *measure, ShTest test)
{
  memset (measure, 0, sizeof *measure);
  measure->test = test;
}

void
sh_measure_add (ShMeasure *measure, const char *name, double value)
{
  ShResult *result = &measure->results[measure->n_results];

  if (measure->n_results == SH_MEASURE_SIZE)
    return;
  strncpy (result->name, name, SH_RESULT_NAME_SIZE - 1);
  result->value = isfinite (value) ? value : SH_NO_RESULT;
  measure->n_results++;
}

void
sh_measure_add_at (ShMeasure *measure, const char *name, const char *place, double value)
{
  char whole[SH_RESULT_NAME_SIZE] = { 0 };

  strncat (whole, name, SH_RESULT_NAME_SIZE - 1);
  strncat (whole, ":", SH_RESULT_NAME_SIZE - 1 - strlen (whole));
  strncat (whole, place, SH_RESULT_NAME_SIZE - 1 - strlen (whole));
  sh_measure_add (measure, whole, value);
}

static const ShResult *
find (const ShMeasure *measure, const char *name)
{
  for (int i = 0; i < measure->n_results; i++)
    if (strcmp (measure->results[i].name, name) == 0)
      return &measure->results[i];
  return NULL;
}

double
sh_measure_get (const ShMeasure *measure, const char *name)
{
  const ShResult *result = find (measure, name);

  return result != NULL ? result->value : SH_NO_RESULT;
}

bool
sh_measure_has (const ShMeasure *measure, const char *name)
{
  return find (measure, name) != NULL;
}
