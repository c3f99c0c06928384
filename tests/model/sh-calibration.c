/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-calibration.h"

#include <math.h>
#include <string.h>

#include "sh-scenario-line.h"
#include "sh-validation.h"

/* A test without result is this far off. */
#define SH_NOTHING_OFF 3.0
/* From here on the cost of a row rises straight. */
#define SH_FAR 1.5
/* Rows of longer runs are left out: sitting for eight hours alone takes as long as half of all
 * others, and says what two hours say. */
#define SH_LONGEST_S 7200.0
/* How sharply the coordinate turns away from the end of a range: 1 is 11 % short of it. */
#define SH_TURN 6.0

static const ShCalibrated numbers[] = {
#define ENTRY(name, value, prior, low, high, text, why) { #name, value, prior, low, high },
  SH_TUNING_LIST (ENTRY)
#undef ENTRY
};

static ShTuning tuning = {
#define ENTRY(name, value, prior, low, high, text, why) .name = (value),
  SH_TUNING_LIST (ENTRY)
#undef ENTRY
};

/* This set stands in for the program's. */
const ShTuning *
sh_tuning_default (void)
{
  return &tuning;
}

const ShCalibrated *
sh_calibrated (int index)
{
  return &numbers[index];
}

static double
scaled (const ShCalibrated *number, double value)
{
  return number->low > 0.0 ? log (value) : value;
}

double
sh_calibration_place (int index, double value)
{
  const ShCalibrated *number = &numbers[index];
  double low = scaled (number, number->low), high = scaled (number, number->high);
  double u = 2.0 * (scaled (number, value) - low) / (high - low) - 1.0;

  u = fmax (-0.98, fmin (u, 0.98));
  return u / pow (1.0 - pow (fabs (u), SH_TURN), 1.0 / SH_TURN);
}

double
sh_calibration_value (int index, double place)
{
  const ShCalibrated *number = &numbers[index];
  double low = scaled (number, number->low), high = scaled (number, number->high);
  double u = place / pow (1.0 + pow (fabs (place), SH_TURN), 1.0 / SH_TURN);
  double x = low + 0.5 * (u + 1.0) * (high - low);

  return number->low > 0.0 ? exp (x) : x;
}

static void
use_places (const double place[SH_N_TUNING])
{
  double values[SH_N_TUNING];

  for (int i = 0; i < SH_N_TUNING; i++)
    values[i] = sh_calibration_value (i, place[i]);
  memcpy (&tuning, values, sizeof tuning);
}

static bool
read_settings (const char *settings, ShScenario *scenario, void *data)
{
  return sh_scenario_read_line (settings, scenario, data);
}

/** From a published value, in parts of the way to the end of the range; below it is negative. */
static double
off_aim (const ShValidationRow *row, double value)
{
  double below = row->aim - row->low, above = row->high - row->aim;

  if (isinf (below))
    below = 2.0 * above;
  if (isinf (above))
    above = 2.0 * below;
  return value < row->aim ? (value - row->aim) / below : (value - row->aim) / above;
}

/** From the inner part of a range of which only the limits mean something. */
static double
off_limits (const ShValidationRow *row, double value)
{
  double low = row->low, high = row->high, way, off;

  if (isinf (low))
    low = high - 2.0 * fmax (1.0, 0.3 * fabs (high));
  if (isinf (high))
    high = low + 2.0 * fmax (1.0, 0.3 * fabs (low));
  way = (value - 0.5 * (low + high)) / (0.5 * (high - low));
  if ((isinf (row->low) && way < 0.0) || (isinf (row->high) && way > 0.0))
    return 0.0;
  off = fmax (0.0, fabs (way) - SH_INNER_PART) / (1.0 - SH_INNER_PART);
  return copysign (off, way);
}

/** The root of what a row that is @off costs. */
static double
root_of_cost (double off)
{
  double d = fabs (off);
  double far = d - SH_FAR;
  double cost;

  d = fmin (d, SH_FAR);
  cost = d * d + pow (d, 6.0);
  if (far > 0.0)
    cost += far * (2.0 * d + 6.0 * pow (d, 5.0));

  return copysign (sqrt (cost), off);
}

static double
row_off (const ShValidationRow *row, double value)
{
  double weight = row->id[0] == 'A' ? SH_PUBLIC_WEIGHT : 1.0;
  double off = SH_NOTHING_OFF;

  if (!isnan (value))
    off = row->has_aim ? off_aim (row, value) : off_limits (row, value);
  return sqrt (weight) * root_of_cost (off);
}

static bool
is_wanted (int row, bool swelling)
{
  const ShValidationRow *r = sh_validation_row (row);

  return r->test != SH_TEST_SWELLING || (swelling && r->duration_s <= SH_LONGEST_S);
}

/** Does the rows from @first on that are wanted, or passes over those that are not. Returns: the
 * row after them. */
static int
do_rows (int first, bool swelling, ShValidationOutcome *outcomes)
{
  int n = sh_validation_n_rows (), end = first;
  bool wanted = is_wanted (first, swelling);

  while (end < n && is_wanted (end, swelling) == wanted)
    end++;
  if (wanted)
    sh_validation_run (first, end - first, read_settings, NULL, outcomes + first);
  return end;
}

/** What a row is off by. Returns: whether it is out of range. */
static bool
judge (int row, bool swelling, const ShValidationOutcome *outcome, double *off)
{
  bool wanted = is_wanted (row, swelling);

  *off = wanted ? row_off (sh_validation_row (row), outcome->value)
                : (is_wanted (row, true) ? (double) NAN : 0.0);
  return wanted && !outcome->passed;
}

double
sh_calibration_cost (const double place[SH_N_TUNING],
                     bool swelling,
                     double off[SH_MAX_OFFS],
                     int *n_off,
                     int *out_of_range)
{
  ShValidationOutcome outcomes[SH_MAX_ROWS];
  int n = sh_validation_n_rows (), n_out = 0;
  double sum = 0.0;

  use_places (place);
  for (int i = 0; i < n; i++)
    outcomes[i] = (ShValidationOutcome){ .value = SH_NO_RESULT };
  for (int i = 0; i < n;)
    i = do_rows (i, swelling, outcomes);
  for (int i = 0; i < n; i++)
    n_out += judge (i, swelling, &outcomes[i], &off[i]);
  for (int i = 0; i < SH_N_TUNING; i++)
    off[n + i] = sqrt (SH_PRIOR_WEIGHT) * (place[i] - sh_calibration_place (i, numbers[i].prior));
  *n_off = n + SH_N_TUNING;
  for (int i = 0; i < *n_off; i++)
    sum += isnan (off[i]) ? 0.0 : off[i] * off[i];
  if (out_of_range != NULL)
    *out_of_range = n_out;
  return sum;
}
