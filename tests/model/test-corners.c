/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Legs with every key at one of its ends, drawn at random: nothing runs away, nothing is lost, and
 * no second of any of them takes steps without end. */

#include <glib.h>
#include <math.h>

#include "sh-leg-private.h"
#include "sh-test-legs.h"

/* Steps tried in one second of the worst leg: twice as many as steps of the shortest length. */
#define MOST_TRIES 4000
#define RUN_S 8

static double
end_of (GRand *rand, double low, double high)
{
  return g_rand_boolean (rand) ? high : low;
}

/** A leg at the ends of everything. */
static void
draw_corner (GRand *rand, ShScenario *s)
{
  const ShActivityInfo *info;
  double ill = g_rand_double (rand);

  sh_test_random_scenario (rand, s);
  info = sh_activity_info (s->activity);
  s->pace = end_of (rand, info->pace_min, info->pace_max);
  s->effort = end_of (rand, 0.0, 1.5);
  s->ankle_range = end_of (rand, 0.0, 1.0);
  s->toe_pointing = end_of (rand, 0.0, 1.0);
  s->calf_strength = end_of (rand, 0.0, 1.0);
  s->stocking_mmhg = end_of (rand, 0.0, 60.0);
  s->room_temperature_c = end_of (rand, 10.0, 40.0);
  s->body_height_m = end_of (rand, 1.2, 2.1);
  s->water_depth_m = end_of (rand, 0.0, 1.5);
  s->repetitions = (int) end_of (rand, 0.0, 3.0);
  for (int i = 0; i < SH_N_VALVES; i++)
    s->leak[i] = g_rand_double (rand) < ill ? 1.0 : 0.0;
  for (int i = 0; i < SH_N_VEINS; i++)
    {
      s->narrowing[i] = g_rand_double (rand) < 0.3 * ill ? 0.99 : 0.0;
      s->closed[i] = g_rand_double (rand) < 0.2 * ill;
    }
}

/** Runs a corner in whole seconds and returns the most steps tried in one of them. */
static long long
run_corner (ShLeg *leg, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  ShScenario scenario;
  ShFrame first, now;
  long long most = 0;
  double blood;

  draw_corner (rand, &scenario);
  g_rand_free (rand);
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  sh_leg_read (leg, &first);
  for (int i = 0; i < RUN_S; i++)
    {
      long long before = leg->tries;

      sh_leg_advance (leg, 1.0);
      sh_leg_read (leg, &now);
      most = MAX (most, leg->tries - before);
      if (sh_test_not_finite (&now) >= 0)
        g_error ("seed %u: number %d is not finite", seed, sh_test_not_finite (&now));
    }
  blood = sh_test_blood_ml (&first) + now.totals.inflow_ml - now.totals.outflow_ml -
          now.totals.filtration_ml;
  g_assert_cmpfloat_with_epsilon (sh_test_blood_ml (&now), blood, 1e-6 * blood);
  return most;
}

static void
test_corners (void)
{
  ShLeg *leg = sh_leg_new ();
  guint32 n = g_test_thorough () ? 20000 : 2000, worst = 0;
  long long most = 0, sum = 0;

  for (guint32 seed = 0; seed < n; seed++)
    {
      long long tries = run_corner (leg, seed);

      sum += tries;
      if (tries > most)
        {
          most = tries;
          worst = seed;
        }
      g_assert_cmpint (tries, <, MOST_TRIES);
    }
  g_test_message ("the worst second of %u legs took %lld steps (seed %u), the worst second of each "
                  "%lld on average",
                  n, most, worst, sum / n);
  sh_leg_free (leg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/corners/legs at the ends of everything stay finite and cheap",
                   test_corners);
  return g_test_run ();
}
