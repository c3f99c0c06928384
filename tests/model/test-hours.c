/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours of sitting, in the steps of everyday use and in those of 4 ms. */

#include <glib.h>

#include "sh-leg-private.h"
#include "sh-test-legs.h"

#define HOURS 8
/* Of the numbers themselves. */
#define SAME_PART 0.01

static ShLeg *
sitting_leg (const ShFineness *fineness)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;

  sh_scenario_init (&scenario);
  scenario.posture = SH_POSTURE_SITTING;
  sh_leg_set_fineness (leg, fineness);
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  return leg;
}

static void
assert_same (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, SAME_PART * b);
}

static void
test_fine (void)
{
  int64_t step_ns = SH_NS_PER_S / 250;
  ShFineness even = { 1e6, step_ns, step_ns, step_ns };
  ShLeg *quick = sitting_leg (&sh_fineness_usual), *fine = sitting_leg (&even);
  ShFrame a, b;

  for (int half_hour = 0; half_hour < 2 * HOURS; half_hour++)
    {
      sh_leg_advance (quick, 1800.0);
      sh_leg_advance (fine, 1800.0);
      sh_leg_read (quick, &a);
      sh_leg_read (fine, &b);
      g_assert_cmpfloat (a.time_s, ==, b.time_s);
      assert_same (a.interstitial_ml, b.interstitial_ml);
      assert_same (a.calf_blood_ml, b.calf_blood_ml);
      assert_same (a.swelling_percent, b.swelling_percent);
      for (int v = 0; v < SH_N_VEINS; v++)
        assert_same (a.volume_ml[v], b.volume_ml[v]);
    }
  g_test_message ("%d hours: %.3f mL of water in %lld steps, %.3f mL in %lld", HOURS,
                  a.interstitial_ml, quick->steps, b.interstitial_ml, fine->steps);
  g_assert_cmpint (quick->steps, <, fine->steps / 8);
  sh_leg_free (fine);
  sh_leg_free (quick);
}

/** However often somebody looks, it is the same run, bit for bit, and as cheap. */
static void
test_looking (void)
{
  ShLeg *once = sitting_leg (&sh_fineness_usual), *often = sitting_leg (&sh_fineness_usual);
  ShFrame a, b;

  sh_leg_advance (once, 600.0);
  for (int i = 0; i < 600 * 60; i++)
    sh_leg_advance (often, 1.0 / 60.0);
  sh_leg_read (once, &a);
  sh_leg_read (often, &b);
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
  g_assert_cmpint (once->steps, ==, often->steps);
  sh_leg_free (often);
  sh_leg_free (once);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/hours/eight hours of sitting equal those in single steps", test_fine);
  g_test_add_func ("/model/hours/looking changes nothing and costs no steps", test_looking);
  return g_test_run ();
}
