/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the living leg must show, read from frames as a painter or a reader of the table sees them.
 * The published tables are the clinic's own tests; here stand the facts the story is told with. */

#include <glib.h>

#include "sh-test-legs.h"

/** The foot's pressure over ten heel raises at 60 a minute and a minute after. */
typedef struct
{
  double start;
  double lowest;
  double back_s; /* after the last raise; < 0: not within the minute */
  double after[11];
} ShTiptoe;

static void
tiptoe (const ShScenario *leg_like, ShTiptoe *found)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario = *leg_like;
  ShFrame frame;

  sh_scenario_set_activity (&scenario, SH_ACTIVITY_HEEL_RAISES);
  scenario.pace = 60.0;
  scenario.repetitions = 10;
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  sh_leg_read (leg, &frame);
  *found =
      (ShTiptoe){ .start = frame.pressure_mmhg[SH_VEIN_DORSAL_FOOT], .lowest = 1e9, .back_s = -1 };
  found->after[0] = found->start;
  for (int i = 1; i <= 70 * 50; i++)
    {
      double foot;

      sh_leg_advance (leg, 0.02);
      sh_leg_read (leg, &frame);
      foot = frame.pressure_mmhg[SH_VEIN_DORSAL_FOOT];
      if (frame.time_s < 12.0)
        found->lowest = MIN (found->lowest, foot);
      if (i % 50 == 0 && i <= 500)
        found->after[i / 50] = foot;
      if (frame.time_s > 10.0 && found->back_s < 0.0 &&
          foot >= found->lowest + 0.9 * (found->start - found->lowest))
        found->back_s = frame.time_s - 10.0;
    }
  g_test_message ("starts at %.1f, falls to %.1f, is back after %.1f s", found->start,
                  found->lowest, found->back_s);
  sh_leg_free (leg);
}

static void
test_healthy (void)
{
  ShScenario scenario;
  ShTiptoe found;

  tiptoe (sh_scenario_init (&scenario), &found);
  g_assert_cmpfloat (found.start, >, 80.0);
  g_assert_cmpfloat (found.start, <, 100.0);
  g_assert_cmpfloat (found.lowest, <, 35.0);
  g_assert_true (found.back_s < 0.0 || found.back_s > 18.0);
  /* The staircase: every raise takes the foot lower, the first by most. */
  for (int i = 1; i <= 6; i++)
    g_assert_cmpfloat (found.after[i], <, found.after[i - 1]);
  for (int i = 2; i <= 6; i++)
    g_assert_cmpfloat (found.after[i - 1] - found.after[i], <, found.after[0] - found.after[1]);
}

static void
test_leaking (void)
{
  ShScenario scenario;
  ShTiptoe found;

  sh_scenario_init (&scenario);
  sh_test_leak_all (&scenario, 1.0);
  tiptoe (&scenario, &found);
  g_assert_cmpfloat (found.lowest, >, 50.0);
  g_assert_cmpfloat (found.back_s, >=, 0.0);
  g_assert_cmpfloat (found.back_s, <, 10.0);
}

/** Means over the last 20 s of two minutes. */
static double
mean_ankle (const ShScenario *scenario, double *calf_ml)
{
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;
  double sum = 0.0, blood = 0.0;

  g_assert_cmpint (sh_leg_reset (leg, scenario), ==, SH_STATUS_OK);
  sh_leg_advance (leg, 60.0);
  for (int i = 0; i < 1000; i++)
    {
      sh_leg_advance (leg, 0.02);
      sh_leg_read (leg, &frame);
      sum += frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] / 1000.0;
      blood += frame.calf_blood_ml / 1000.0;
    }
  sh_leg_free (leg);
  if (calf_ml != NULL)
    *calf_ml = blood;
  return sum;
}

static void
test_toes (void)
{
  ShScenario pointed, flat, still;
  double rest, fall, flat_fall;

  sh_test_scenario (&pointed, SH_ACTIVITY_CYCLING);
  flat = still = pointed;
  flat.toe_pointing = 0.0;
  still.inactive = true;
  rest = mean_ankle (&still, NULL);
  fall = rest - mean_ankle (&pointed, NULL);
  flat_fall = rest - mean_ankle (&flat, NULL);
  g_test_message ("pointed toes take %.1f mmHg away, flat feet %.1f", fall, flat_fall);
  g_assert_cmpfloat (fall, >, 15.0);
  g_assert_cmpfloat (flat_fall, <, 0.25 * fall);
}

static void
test_standing_and_walking (void)
{
  ShScenario lying, standing, walking;
  double lying_ml, standing_ml, walking_ml;

  sh_scenario_init (&standing);
  lying = standing;
  lying.posture = SH_POSTURE_LYING;
  sh_test_scenario (&walking, SH_ACTIVITY_WALKING);
  mean_ankle (&lying, &lying_ml);
  mean_ankle (&standing, &standing_ml);
  mean_ankle (&walking, &walking_ml);
  g_assert_cmpfloat (standing_ml, >, lying_ml + 40.0);
  g_assert_cmpfloat (walking_ml, <, standing_ml - 40.0);
}

static void
test_open_valves (void)
{
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;

  sh_leg_advance (leg, 20.0);
  sh_leg_read (leg, &frame);
  for (int i = SH_VALVE_POSTERIOR_TIBIAL_1; i <= SH_VALVE_COMMON_FEMORAL_1; i++)
    g_assert_cmpfloat (frame.opening[i], >, 0.3);
  g_assert_cmpfloat (frame.velocity_cm_s[SH_VEIN_POPLITEAL], >, 0.5);
  g_assert_cmpfloat (frame.velocity_cm_s[SH_VEIN_POPLITEAL], <, 15.0);
  sh_leg_free (leg);
}

/** Every valve by itself changes something that one can see once it leaks. */
static void
test_every_valve (void)
{
  ShScenario healthy;
  ShLeg *leg = sh_leg_new ();

  sh_scenario_init (&healthy);
  sh_scenario_set_activity (&healthy, SH_ACTIVITY_WALKING);
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      ShScenario scenario = healthy;
      ShFrame frame;
      double back = 0.0;

      scenario.leak[i] = 1.0;
      sh_leg_reset (leg, &scenario);
      sh_leg_advance (leg, 10.0);
      for (int n = 0; n < 300; n++)
        {
          sh_leg_advance (leg, 0.02);
          sh_leg_read (leg, &frame);
          back -= 0.02 * MIN (0.0, frame.flow_ml_s[i]);
        }
      g_test_message ("%s leaking lets %.3f mL back", sh_valve_info ((ShValve) i)->name, back);
      g_assert_cmpfloat (back, >, 0.01);
    }
  sh_leg_free (leg);
}

/** The ankle's mean of minutes starts where the ankle stands and comes down to what walking leaves,
 * without swinging in time with the steps. */
static void
test_ankle_minutes (void)
{
  ShScenario walking;
  ShLeg *leg = sh_leg_new ();
  ShFrame start, before, now;
  double walked = 0.0;

  sh_test_scenario (&walking, SH_ACTIVITY_WALKING);
  sh_leg_reset (leg, &walking);
  sh_leg_read (leg, &start);
  g_assert_cmpfloat (
      ABS (start.ankle_minutes_mmhg - start.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE]), <, 0.1);
  sh_leg_advance (leg, 600.0);
  sh_leg_read (leg, &before);
  for (int i = 0; i < 600; i++)
    {
      sh_leg_advance (leg, 0.02);
      sh_leg_read (leg, &now);
      walked += now.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] / 600.0;
      g_assert_cmpfloat (ABS (now.ankle_minutes_mmhg - before.ankle_minutes_mmhg), <, 0.5);
    }
  g_assert_cmpfloat (ABS (now.ankle_minutes_mmhg - walked), <, 2.0);
  g_assert_cmpfloat (now.ankle_minutes_mmhg, <, start.ankle_minutes_mmhg - 30.0);
  sh_leg_free (leg);
}

/** Nothing jumps from one picture of 60 a second to the next. */
static void
test_smooth (void)
{
  ShScenario scenario;
  ShLeg *leg = sh_leg_new ();
  ShFrame before, now;
  double jump = 0.0;

  sh_test_scenario (&scenario, SH_ACTIVITY_WALKING);
  sh_leg_reset (leg, &scenario);
  sh_leg_read (leg, &before);
  for (int i = 0; i < 1500; i++)
    {
      sh_leg_advance (leg, 0.004);
      sh_leg_read (leg, &now);
      for (int v = 0; v < SH_N_VALVES; v++)
        jump = MAX (jump, ABS (now.opening[v] - before.opening[v]));
      before = now;
    }
  g_test_message ("the quickest valve moves by %.2f in 4 ms", jump);
  g_assert_cmpfloat (jump, <, 0.35);
  sh_leg_free (leg);
}

static double
calf_column (const ShVein *veins, int n_veins, double leak)
{
  ShScenario scenario;

  sh_scenario_init (&scenario);
  for (int v = 0; v < SH_N_VALVES; v++)
    for (int i = 0; i < n_veins; i++)
      if (sh_valve_info ((ShValve) v)->below == veins[i])
        scenario.leak[v] = leak;
  return sh_leg_calf_column (&scenario);
}

#define CALF_COLUMN(leak, ...)                                                                     \
  calf_column ((const ShVein[]){ __VA_ARGS__ },                                                    \
               sizeof ((const ShVein[]){ __VA_ARGS__ }) / sizeof (ShVein), leak)

static void
test_calf_column (void)
{
  ShScenario scenario;

  g_assert_cmpfloat (CALF_COLUMN (0.4, SH_VEIN_GREAT_SAPHENOUS_CALF, SH_VEIN_GREAT_SAPHENOUS_THIGH),
                     ==, 0.4);
  g_assert_cmpfloat (CALF_COLUMN (1.0, SH_VEIN_GREAT_SAPHENOUS_CALF), ==, 0.0);
  g_assert_cmpfloat (CALF_COLUMN (1.0, SH_VEIN_POPLITEAL, SH_VEIN_POSTERIOR_TIBIAL), ==, 0.0);
  g_assert_cmpfloat (CALF_COLUMN (0.7, SH_VEIN_COMMON_FEMORAL, SH_VEIN_FEMORAL, SH_VEIN_POPLITEAL,
                                  SH_VEIN_POSTERIOR_TIBIAL),
                     ==, 0.7);
  sh_scenario_init (&scenario);
  for (int v = SH_VALVE_GREAT_SAPHENOUS_1; v <= SH_VALVE_GREAT_SAPHENOUS_5; v++)
    scenario.leak[v] = 1.0;
  g_assert_cmpfloat (sh_leg_calf_column (&scenario), ==, 1.0);
  scenario.tourniquet = SH_TOURNIQUET_IDEAL;
  g_assert_cmpfloat (sh_leg_calf_column (&scenario), ==, 0.0);
  scenario.tourniquet = SH_TOURNIQUET_NONE;
  scenario.closed[SH_VEIN_GREAT_SAPHENOUS_THIGH] = true;
  g_assert_cmpfloat (sh_leg_calf_column (&scenario), ==, 0.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/facts/ten heel raises empty a healthy foot, and it fills slowly",
                   test_healthy);
  g_test_add_func ("/model/facts/with every valve leaking the foot stays full", test_leaking);
  g_test_add_func ("/model/facts/flat feet on a bicycle pump little", test_toes);
  g_test_add_func ("/model/facts/standing fills the calf and walking empties it",
                   test_standing_and_walking);
  g_test_add_func ("/model/facts/standing still the deep valves are open", test_open_valves);
  g_test_add_func ("/model/facts/every valve that leaks lets blood back", test_every_valve);
  g_test_add_func ("/model/facts/the ankle's mean of minutes follows walking", test_ankle_minutes);
  g_test_add_func ("/model/facts/valves move smoothly", test_smooth);
  g_test_add_func ("/model/facts/a valve that holds keeps the column off the calf",
                   test_calf_column);
  return g_test_run ();
}
