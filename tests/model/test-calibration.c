/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of sh-tuning.h are what the calibration finds: a few of them, others in each run, are
 * moved either way, and the cost rises. */

#include <glib.h>
#include <math.h>

#include "sh-calibration.h"

/* How many numbers a run moves, and how far, in half plausible ranges: who stands more than half as
 * far off finds the cost falling. */
#define N_MOVED 3
#define STEP 0.3
/* What rounding the numbers to three digits and the steps of the model blur, beside a cost of tens.
 */
#define BLUR 0.25

static double
cost_of (const double *places)
{
  double off[SH_MAX_OFFS];
  int n_off;

  return sh_calibration_cost (places, true, off, &n_off, NULL);
}

static void
test_lowest (void)
{
  double places[SH_N_TUNING], lowest;

  for (int i = 0; i < SH_N_TUNING; i++)
    places[i] = sh_calibration_place (i, sh_calibrated (i)->value);
  lowest = cost_of (places);
  g_assert_true (isfinite (lowest));
  for (int n = 0; n < N_MOVED; n++)
    {
      int i = g_test_rand_int_range (0, SH_N_TUNING);
      double shipped = places[i], less, more;

      places[i] = shipped - STEP;
      less = cost_of (places);
      places[i] = shipped + STEP;
      more = cost_of (places);
      places[i] = shipped;
      g_test_message ("%s: cost %.3f here, %.3f lower, %.3f higher", sh_calibrated (i)->name,
                      lowest, less, more);
      g_assert_cmpfloat (less, >, lowest - BLUR);
      g_assert_cmpfloat (more, >, lowest - BLUR);
    }
}

static void
test_places (void)
{
  for (int i = 0; i < SH_N_TUNING; i++)
    {
      const ShCalibrated *number = sh_calibrated (i);

      g_assert_cmpfloat (number->low, <, number->high);
      g_assert_cmpfloat (number->prior, >=, number->low);
      g_assert_cmpfloat (number->prior, <=, number->high);
      g_assert_cmpfloat (number->value, >=, number->low);
      g_assert_cmpfloat (number->value, <=, number->high);
      g_assert_cmpfloat_with_epsilon (
          sh_calibration_value (i, sh_calibration_place (i, number->prior)), number->prior, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/calibration/every number stands in its plausible range", test_places);
  g_test_add_func ("/model/calibration/the cost is lowest where the program's numbers stand",
                   test_lowest);
  return g_test_run ();
}
