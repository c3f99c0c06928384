/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-validation.h"

#include <stdlib.h>
#include <string.h>

#include "sh-validation-words.h"

/* A test that was done already: many rows look at the same leg. */
typedef struct
{
  const char *settings;
  double duration_s;
  ShMeasure measure;
} ShDone;

/* The tests done so far, and how to do one more. */
typedef struct
{
  ShDone *done;
  int n_done;
  ShReadSettings read;
  void *data;
} ShLaboratory;

int
sh_validation_n_rows (void)
{
  int n_public, n_own, n_disease;

  sh_validation_public_rows (&n_public);
  sh_validation_own_rows (&n_own);
  sh_validation_disease_rows (&n_disease);
  return n_public + n_own + n_disease;
}

const ShValidationRow *
sh_validation_row (int index)
{
  int n_public, n_own, n_disease;
  const ShValidationRow *public_rows = sh_validation_public_rows (&n_public);
  const ShValidationRow *own_rows = sh_validation_own_rows (&n_own);
  const ShValidationRow *disease_rows = sh_validation_disease_rows (&n_disease);

  if (index < n_public)
    return &public_rows[index];
  index -= n_public;
  return index < n_own ? &own_rows[index] : &disease_rows[index - n_own];
}

static const ShMeasure *
find_done (const ShLaboratory *laboratory, const ShValidationRow *row, const char *settings)
{
  for (int i = 0; i < laboratory->n_done; i++)
    {
      const ShDone *done = &laboratory->done[i];
      bool same_duration = fabs (done->duration_s - row->duration_s) < 1e-9;

      if (done->measure.test == row->test && same_duration &&
          strcmp (done->settings, settings) == 0)
        return &done->measure;
    }
  return NULL;
}

/* The test of @row on a leg with @settings, done now or before. */
static ShStatus
measure_leg (ShLaboratory *laboratory,
             const ShValidationRow *row,
             const char *settings,
             const ShMeasure **measure)
{
  const ShMeasureOptions options = { .duration_s = row->duration_s };
  ShDone *next = &laboratory->done[laboratory->n_done];
  ShScenario scenario;
  ShStatus status;

  *measure = find_done (laboratory, row, settings);
  if (*measure != NULL)
    return SH_STATUS_OK;
  if (!laboratory->read (settings, &scenario, laboratory->data))
    return SH_STATUS_BAD_VALUE;
  status = sh_measure (row->test, &scenario, &options, &next->measure);
  if (status != SH_STATUS_OK)
    return status;
  next->settings = settings;
  next->duration_s = row->duration_s;
  laboratory->n_done++;
  *measure = &next->measure;
  return SH_STATUS_OK;
}

/* The highest of the results whose names begin with the first @length letters of @name; it does not
 * exist when one of them does not. */
static double
highest_of (const ShMeasure *measure, const char *name, size_t length)
{
  double highest = -INFINITY;

  for (int i = 0; i < measure->n_results; i++)
    if (strncmp (measure->results[i].name, name, length) == 0)
      {
        if (isnan (measure->results[i].value))
          return SH_NO_RESULT;
        highest = fmax (highest, measure->results[i].value);
      }
  return highest;
}

static double
result_of (const ShMeasure *measure, const char *name)
{
  size_t length = strlen (name);

  if (name[length - 1] == '*')
    return highest_of (measure, name, length - 1);
  return sh_measure_get (measure, name);
}

/* The quantity that @row compares with, or 0 when it compares with nothing. */
static ShStatus
other_of (ShLaboratory *laboratory, const ShValidationRow *row, double *other)
{
  const char *settings = row->other_settings != NULL ? row->other_settings : row->settings;
  const char *quantity = row->other_quantity != NULL ? row->other_quantity : row->quantity;
  const ShMeasure *measure = NULL;
  ShStatus status;

  *other = 0;
  if (row->look == SH_LOOK_VALUE)
    return SH_STATUS_OK;
  status = measure_leg (laboratory, row, settings, &measure);
  if (status == SH_STATUS_OK)
    *other = result_of (measure, quantity);
  return status;
}

static ShStatus
judge (ShLaboratory *laboratory, const ShValidationRow *row, ShValidationOutcome *outcome)
{
  const ShMeasure *measure = NULL;
  double other;
  ShStatus status = other_of (laboratory, row, &other);

  if (status == SH_STATUS_OK)
    status = measure_leg (laboratory, row, row->settings, &measure);
  if (status != SH_STATUS_OK)
    return status;
  outcome->value = result_of (measure, row->quantity);
  if (row->look == SH_LOOK_RATIO)
    outcome->value /= other;
  else
    outcome->value -= other;
  if (!isfinite (outcome->value))
    outcome->value = SH_NO_RESULT;
  outcome->passed = outcome->value >= row->low && outcome->value <= row->high;
  return SH_STATUS_OK;
}

ShStatus
sh_validation_run (int first, int n, ShReadSettings read, void *data, ShValidationOutcome *outcomes)
{
  ShLaboratory laboratory = { .read = read, .data = data };
  ShStatus status = SH_STATUS_OK;

  /* Two legs for each row are the most there can be, and a place to write the next one into. */
  laboratory.done = calloc (2 * (size_t) n + 1, sizeof *laboratory.done);
  if (laboratory.done == NULL)
    return SH_STATUS_NO_MEMORY;
  for (int i = 0; i < n && status == SH_STATUS_OK; i++)
    {
      outcomes[i] = (ShValidationOutcome){ .value = SH_NO_RESULT };
      status = judge (&laboratory, sh_validation_row (first + i), &outcomes[i]);
    }
  free (laboratory.done);
  return status;
}
