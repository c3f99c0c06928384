/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blood and water are neither made nor lost, and no scenario makes a number run away. */

#include <glib.h>
#include <math.h>

#include "sh-test-legs.h"

/** Runs @scenario and checks every row of @row_s seconds as a reader of the table would: from the
 * rows alone. */
static void
check_rows (ShLeg *leg, const ShScenario *scenario, double row_s, int rows)
{
  ShFrame before, now;
  double volume, blood = 0.0, water = 0.0;

  g_assert_cmpint (sh_leg_reset (leg, scenario), ==, SH_STATUS_OK);
  sh_leg_read (leg, &before);
  volume = sh_test_blood_ml (&before);
  for (int i = 0; i < rows; i++)
    {
      double dt;

      sh_leg_advance (leg, row_s);
      sh_leg_read (leg, &now);
      g_assert_cmpint (sh_test_not_finite (&now), ==, -1);
      sh_frame_average_flows (&now, &before);
      dt = now.time_s - before.time_s;
      blood += dt * (now.inflow_ml_s - now.outflow_ml_s - now.filtration_ml_s);
      water += dt * (now.filtration_ml_s - now.lymph_ml_s);
      g_assert_cmpfloat_with_epsilon (sh_test_blood_ml (&now), volume + blood, 1e-6 * volume);
      g_assert_cmpfloat_with_epsilon (now.interstitial_ml, water, 1e-6 * volume);
      before = now;
    }
}

static void
test_activities (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;

  for (int activity = 0; activity < SH_N_ACTIVITIES; activity++)
    for (int leak = 0; leak < 2; leak++)
      {
        sh_test_scenario (&scenario, (ShActivity) activity);
        sh_test_leak_all (&scenario, leak);
        check_rows (leg, &scenario, 0.02, 500);
        check_rows (leg, &scenario, 1.0 / 7.0, 200);
      }
  sh_leg_free (leg);
}

static void
test_controls (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  GRand *rand = g_rand_new_with_seed (11);
  ShFrame first, last;
  double change;

  sh_leg_reset (leg, sh_scenario_init (&scenario));
  sh_leg_read (leg, &first);
  for (int i = 0; i < 60; i++)
    {
      sh_test_random_scenario (rand, &scenario);
      g_assert_cmpint (sh_leg_configure (leg, &scenario), ==, SH_STATUS_OK);
      sh_leg_advance (leg, 1.0);
    }
  sh_leg_read (leg, &last);
  change = (last.totals.inflow_ml - first.totals.inflow_ml) -
           (last.totals.outflow_ml - first.totals.outflow_ml) -
           (last.totals.filtration_ml - first.totals.filtration_ml);
  g_assert_cmpfloat_with_epsilon (sh_test_blood_ml (&last) - sh_test_blood_ml (&first), change,
                                  1e-6 * sh_test_blood_ml (&first));
  g_rand_free (rand);
  sh_leg_free (leg);
}

static void
test_random (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  int n = g_test_thorough () ? 3000 : 150;

  for (int i = 0; i < n; i++)
    {
      GRand *rand = g_rand_new_with_seed ((guint32) i);

      sh_test_random_scenario (rand, &scenario);
      check_rows (leg, &scenario, 0.1, 100);
      g_rand_free (rand);
    }
  sh_leg_free (leg);
}

static void
test_hours (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;

  sh_scenario_init (&scenario);
  scenario.posture = SH_POSTURE_SITTING;
  check_rows (leg, &scenario, 60.0, 60);
  sh_leg_free (leg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/balance/every row of every activity balances blood and water",
                   test_activities);
  g_test_add_func ("/model/balance/moving any control keeps the blood", test_controls);
  g_test_add_func ("/model/balance/any leg stays finite and keeps its blood", test_random);
  g_test_add_func ("/model/balance/an hour of sitting balances blood and water", test_hours);
  return g_test_run ();
}
