/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The calibration: finds the numbers of sh-tuning.h again, from the published rows of
 * sh-validation.h, with a derivative-free optimiser (NLopt). A tool for whoever changes the model;
 * it is neither run by the tests nor part of the program.
 *
 *   calibrate [EVALUATIONS [NAME=VALUE…]]
 *
 * Numbers that are named start at their values, and only they are looked for; without names all
 * are.
 *
 * It prints the set whenever it finds a better one, in the form of the table in sh-tuning.h. Cost
 * of a row: nothing in the inner part of its accepted range, then the square of the distance in
 * half ranges; and a little for leaving the set it started from, so that numbers which no row feels
 * stay where they are. */

#include <math.h>
#include <nlopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh-scenario-line.h"
#include "sh-tuning.h"
#include "sh-validation.h"

#define SH_N_TUNING ((int) (sizeof (ShTuning) / sizeof (double)))
/* The inner part of an accepted range that costs nothing. */
#define SH_INNER_PART 0.7
/* The public rows count more than our own. */
#define SH_PUBLIC_WEIGHT 3.0
/* Cost of moving a number by its whole plausible range. */
#define SH_STAY_COST 0.2

static const struct
{
  const char *name;
  double value;
  double low;
  double high;
} entries[] = {
#define ENTRY(name, value, low, high, text) { #name, value, low, high },
  SH_TUNING_LIST (ENTRY)
#undef ENTRY
};

static ShTuning tuning;

/* This tool's own set stands in for the program's. */
const ShTuning *
sh_tuning_default (void)
{
  return &tuning;
}

static bool
read_settings (const char *settings, ShScenario *scenario, void *data)
{
  return sh_scenario_read_line (settings, scenario, data);
}

static double
row_cost (const ShValidationRow *row, double value)
{
  double low = row->low, high = row->high, half, off;

  if (isnan (value))
    return 25.0;
  if (isinf (low))
    low = high - 2.0 * fmax (1.0, 0.3 * fabs (high));
  if (isinf (high))
    high = low + 2.0 * fmax (1.0, 0.3 * fabs (low));
  half = 0.5 * (high - low);
  off = fabs (value - 0.5 * (low + high)) / half - SH_INNER_PART;
  if ((isinf (row->low) && value < high - half) || (isinf (row->high) && value > low + half))
    return 0.0;
  return off > 0.0 ? fmin (off * off * 10.0, 100.0) : 0.0;
}

/** Does all rows but those of swelling, which take too long, in runs of neighbours. */
static double
cost_of_rows (bool print)
{
  int n = sh_validation_n_rows (), end;
  double sum = 0.0;

  for (int start = 0; start<n; start = end> start ? end : start + 1)
    {
      ShValidationOutcome outcomes[128];

      for (end = start; end < n && end < start + 128; end++)
        if (sh_validation_row (end)->test == SH_TEST_SWELLING)
          break;
      if (end == start)
        continue;
      if (sh_validation_run (start, end - start, read_settings, NULL, outcomes) != SH_STATUS_OK)
        return 1e6;
      for (int i = start; i < end; i++)
        {
          const ShValidationRow *row = sh_validation_row (i);
          double weight = row->id[0] == 'A' ? SH_PUBLIC_WEIGHT : 1.0;

          sum += weight * row_cost (row, outcomes[i - start].value);
          if (print && !outcomes[i - start].passed)
            printf (" %s=%.3g", sh_validation_row (i)->id, outcomes[i - start].value);
        }
    }
  return sum;
}

static void
print_set (int evaluation, double sum, const double *x)
{
  printf ("# evaluation %d, cost %.4f, out of range:", evaluation, sum);
  cost_of_rows (true);
  printf ("\n");
  for (int i = 0; i < SH_N_TUNING; i++)
    printf ("  %s=%.4g", entries[i].name, x[i]);
  printf ("\n");
  fflush (stdout);
}

static double
cost (unsigned n, const double *x, double *gradient, void *data)
{
  static double best = INFINITY;
  static int evaluation;
  double sum;

  memcpy (&tuning, x, sizeof tuning);
  sum = cost_of_rows (false);
  for (unsigned i = 0; i < n; i++)
    {
      double moved = (x[i] - entries[i].value) / (entries[i].high - entries[i].low);

      sum += SH_STAY_COST * moved * moved;
    }
  evaluation++;
  if (sum < best)
    {
      best = sum;
      print_set (evaluation, sum, x);
    }
  return sum;
}

/* Starts the numbers that are named at their values, and marks them. Returns: how many. */
static int
take_arguments (int argc, char **argv, double *x, bool *named)
{
  int n = 0;

  for (int i = 2; i < argc; i++)
    for (int k = 0; k < SH_N_TUNING; k++)
      {
        size_t length = strlen (entries[k].name);

        if (strncmp (argv[i], entries[k].name, length) == 0 && argv[i][length] == '=')
          {
            x[k] = strtod (argv[i] + length + 1, NULL);
            named[k] = true;
            n++;
          }
      }
  return n;
}

int
main (int argc, char **argv)
{
  double x[SH_N_TUNING], low[SH_N_TUNING], high[SH_N_TUNING], step[SH_N_TUNING], value;
  bool named[SH_N_TUNING] = { false };
  nlopt_opt optimiser = nlopt_create (NLOPT_LN_SBPLX, SH_N_TUNING);

  for (int i = 0; i < SH_N_TUNING; i++)
    {
      x[i] = entries[i].value;
      low[i] = entries[i].low;
      high[i] = entries[i].high;
      step[i] = 0.06 * (high[i] - low[i]);
    }
  if (take_arguments (argc, argv, x, named) > 0)
    for (int i = 0; i < SH_N_TUNING; i++)
      if (!named[i])
        low[i] = high[i] = x[i];
  nlopt_set_min_objective (optimiser, cost, NULL);
  nlopt_set_lower_bounds (optimiser, low);
  nlopt_set_upper_bounds (optimiser, high);
  nlopt_set_initial_step (optimiser, step);
  nlopt_set_maxeval (optimiser, argc > 1 ? atoi (argv[1]) : 500);
  if (nlopt_optimize (optimiser, x, &value) < 0)
    fprintf (stderr, "the optimiser refused: is every number inside its plausible range?\n");
  nlopt_destroy (optimiser);
  return 0;
}
