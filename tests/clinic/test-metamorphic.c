/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "sh-clinic.h"

/* Facts that need no paper: what must hold between two runs of the model whatever its numbers are.
 * Scenarios are drawn at random, but from a seed that stands here, so that a failure comes back. */

#define SEED 20260u
#define N_RUNS 2500
/* What settles and starts in a second and a half has shown every law of the model once. */
#define N_LOOKS 6
#define N_PAIRS 12

/* SplitMix64 (Steele, Lea & Flood 2014): small, and the same on every machine. */
static guint64
next_bits (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* A number from @low to @high. */
static double
draw (guint64 *state, double low, double high)
{
  return low + (high - low) * (double) (next_bits (state) >> 11) / 9007199254740992.0;
}

static gboolean
chance (guint64 *state, double part)
{
  return draw (state, 0, 1) < part;
}

static void
draw_veins (guint64 *state, ShScenario *scenario)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    if (chance (state, 0.3))
      scenario->leak[i] = chance (state, 0.3) ? 1 : draw (state, 0, 1);
  for (int i = 0; i < SH_N_VEINS; i++)
    if (chance (state, 0.1))
      scenario->narrowing[i] = draw (state, 0, 0.99);
  if (chance (state, 0.1))
    scenario->closed[SH_VEIN_SMALL_SAPHENOUS] = true;
}

/* Any leg that a scenario file could describe. */
static ShScenario
draw_scenario (guint64 *state)
{
  ShScenario scenario;
  const ShActivityInfo *info;

  sh_scenario_init (&scenario);
  scenario.posture = (ShPosture) (next_bits (state) % SH_N_POSTURES);
  sh_scenario_set_activity (&scenario, (ShActivity) (next_bits (state) % SH_N_ACTIVITIES));
  info = sh_activity_info (scenario.activity);
  scenario.pace = draw (state, info->pace_min, info->pace_max);
  scenario.effort = draw (state, 0, 1.5);
  scenario.ankle_range = draw (state, 0, 1);
  scenario.toe_pointing = draw (state, 0, 1);
  scenario.calf_strength = draw (state, 0, 1);
  scenario.stocking_mmhg = chance (state, 0.3) ? draw (state, 0, 60) : 0;
  scenario.tourniquet = chance (state, 0.1) ? SH_TOURNIQUET_IDEAL : SH_TOURNIQUET_NONE;
  scenario.room_temperature_c = draw (state, 10, 40);
  scenario.body_height_m = draw (state, 1.2, 2.1);
  scenario.water_depth_m = chance (state, 0.2) ? draw (state, 0, 1.5) : 0;
  draw_veins (state, &scenario);
  return scenario;
}

/* Another leg for the comparisons: anything that does not hide the effect under test. */
static ShScenario
draw_patient (guint64 *state)
{
  ShScenario scenario;

  sh_scenario_init (&scenario);
  scenario.body_height_m = draw (state, 1.5, 1.95);
  scenario.room_temperature_c = draw (state, 18, 28);
  scenario.calf_strength = draw (state, 0.7, 1);
  scenario.stocking_mmhg = chance (state, 0.3) ? draw (state, 10, 30) : 0;
  if (chance (state, 0.5))
    for (int i = 0; i < SH_N_VALVES; i++)
      if (sh_valve_info ((ShValve) i)->group == SH_GROUP_SUPERFICIAL)
        scenario.leak[i] = draw (state, 0, 0.5);
  return scenario;
}

static double
blood_ml (const ShFrame *frame)
{
  double sum = 0;

  for (int i = 0; i < SH_N_VEINS; i++)
    sum += frame->volume_ml[i];
  return sum;
}

static void
assert_finite (const ShFrame *frame, int run)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    if (!isfinite (frame->pressure_mmhg[i]) || !isfinite (frame->velocity_cm_s[i]) ||
        !(frame->volume_ml[i] >= 0) || fabs (frame->pressure_mmhg[i]) > 600)
      g_error ("run %d, %g s: %s has %g mmHg, %g mL, %g cm/s", run, frame->time_s,
               sh_vein_info ((ShVein) i)->name, frame->pressure_mmhg[i], frame->volume_ml[i],
               frame->velocity_cm_s[i]);
  for (int i = 0; i < SH_N_VALVES; i++)
    if (!isfinite (frame->flow_ml_s[i]) || !(frame->opening[i] >= 0) || !(frame->opening[i] <= 1))
      g_error ("run %d, %g s: %s has %g mL/s, opening %g", run, frame->time_s,
               sh_valve_info ((ShValve) i)->name, frame->flow_ml_s[i], frame->opening[i]);
}

/* Blood is what was there, what came, went, and was filtered: to a millionth. */
static void
assert_conserved (const ShFrame *first, const ShFrame *last, int run)
{
  const ShFlowTotals *sum = &last->totals;
  double blood = blood_ml (first) + sum->inflow_ml - sum->outflow_ml - sum->filtration_ml;
  double water = first->interstitial_ml + sum->filtration_ml - sum->lymph_ml;

  if (fabs (blood_ml (last) - blood) > 1e-6 * blood)
    g_error ("run %d: %.9f mL of blood, by the flows %.9f", run, blood_ml (last), blood);
  if (fabs (last->interstitial_ml - water) > 1e-6 * (1000 + fabs (water)))
    g_error ("run %d: %.9f mL of water, by the flows %.9f", run, last->interstitial_ml, water);
}

static void
test_any_leg_stays_finite_and_loses_nothing (void)
{
  guint64 state = SEED;
  ShLeg *leg = sh_leg_new ();

  for (int run = 0; run < N_RUNS; run++)
    {
      ShScenario scenario = draw_scenario (&state);
      ShFrame first, frame;
      ShStatus status = sh_leg_reset (leg, &scenario);

      if (status != SH_STATUS_OK)
        g_error ("run %d: %s", run, sh_status_text (status));
      sh_leg_read (leg, &first);
      for (int i = 0; i < N_LOOKS; i++)
        {
          sh_leg_advance (leg, 0.25);
          sh_leg_read (leg, &frame);
          assert_finite (&frame, run);
        }
      assert_conserved (&first, &frame, run);
    }
  sh_leg_free (leg);
}

static double
result_of (ShTest test, const ShScenario *scenario, const char *name)
{
  ShMeasure measure;

  g_assert_cmpint (sh_measure (test, scenario, NULL, &measure), ==, SH_STATUS_OK);
  g_assert_true (sh_measure_has (&measure, name));
  return sh_measure_get (&measure, name);
}

static void
test_mirror_legs (void)
{
  guint64 state = SEED + 1;

  for (int i = 0; i < N_PAIRS; i++)
    {
      ShScenario right = draw_patient (&state);
      ShScenario left = right;

      left.side = SH_SIDE_LEFT;
      g_assert_cmpfloat (result_of (SH_TEST_TIPTOE, &right, "avp_mmhg"), ==,
                         result_of (SH_TEST_TIPTOE, &left, "avp_mmhg"));
    }
}

static void
test_taller_means_more_pressure (void)
{
  guint64 state = SEED + 2;

  for (int i = 0; i < N_PAIRS; i++)
    {
      ShScenario small = draw_patient (&state);
      ShScenario tall = small;
      double more;

      tall.body_height_m += 0.10;
      more = result_of (SH_TEST_TIPTOE, &tall, "rest_mmhg") -
             result_of (SH_TEST_TIPTOE, &small, "rest_mmhg");
      /* 0.78 mmHg for each cm of the column from foot to heart, which is 0.66 of the height. */
      g_assert_cmpfloat (more, >, 0.6 * 7.8);
      g_assert_cmpfloat (more, <, 0.8 * 7.8);
    }
}

static void
test_standing_up_raises_pressure (void)
{
  guint64 state = SEED + 3;
  ShLeg *leg = sh_leg_new ();

  for (int i = 0; i < N_PAIRS; i++)
    {
      ShScenario scenario = draw_patient (&state);
      double before = -INFINITY;

      for (int posture = SH_POSTURE_LYING_LEG_UP; posture <= SH_POSTURE_STANDING; posture++)
        {
          ShFrame frame;

          scenario.posture = (ShPosture) posture;
          g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
          sh_leg_read (leg, &frame);
          g_assert_cmpfloat (frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE], >, before);
          before = frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
        }
    }
  sh_leg_free (leg);
}

static void
test_warmth_fills_faster (void)
{
  guint64 state = SEED + 4;

  for (int i = 0; i < N_PAIRS / 2; i++)
    {
      ShScenario cool = draw_patient (&state);
      ShScenario warm = cool;

      warm.room_temperature_c += 10;
      g_assert_cmpfloat (result_of (SH_TEST_APG, &warm, "vfi_ml_s"), >,
                         result_of (SH_TEST_APG, &cool, "vfi_ml_s"));
    }
}

static void
test_a_weaker_calf_ejects_less (void)
{
  guint64 state = SEED + 5;

  for (int i = 0; i < N_PAIRS / 2; i++)
    {
      ShScenario strong = draw_patient (&state);
      ShScenario weak = strong;

      weak.calf_strength *= 0.5;
      g_assert_cmpfloat (result_of (SH_TEST_APG, &weak, "ef_percent"), <,
                         result_of (SH_TEST_APG, &strong, "ef_percent"));
    }
}

/* Sets the leaks of one group, or of all valves for SH_N_GROUPS. */
static void
set_leaks (ShScenario *scenario, int group, double leak)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    if (group == SH_N_GROUPS || (int) sh_valve_info ((ShValve) i)->group == group)
      scenario->leak[i] = leak;
}

/* The swing of breathing is 1.5 mmHg at the heart: half of it, and what that is in refilling time,
 * are the grain of reading a curve. */
#define GRAIN_MMHG 0.75
#define GRAIN_S 0.5
/* Of what a raise throws out: less than a plethysmograph tells apart. */
#define GRAIN_ML 0.3

/* One leg after another: the pressure may not fall below the highest before, nor the time rise
 * above the shortest. */
typedef struct
{
  double avp_mmhg;
  double rt90_s;
} ShWorseAndWorse;

static void
assert_worse (ShWorseAndWorse *so_far, const ShScenario *scenario, const char *what, double degree)
{
  double avp = result_of (SH_TEST_TIPTOE, scenario, "avp_mmhg");
  double rt90 = result_of (SH_TEST_TIPTOE, scenario, "rt90_s");

  if (!(avp >= so_far->avp_mmhg - GRAIN_MMHG) || !(rt90 <= so_far->rt90_s + GRAIN_S))
    g_error ("%s, %.2f: %.2f mmHg after %.2f, %.2f s after %.2f", what, degree, avp,
             so_far->avp_mmhg, rt90, so_far->rt90_s);
  so_far->avp_mmhg = fmax (so_far->avp_mmhg, avp);
  so_far->rt90_s = fmin (so_far->rt90_s, rt90);
}

static void
test_more_leak_means_more_pressure_and_less_time (void)
{
  static const int groups[] = { SH_GROUP_SUPERFICIAL, SH_GROUP_DEEP, SH_GROUP_PERFORATOR,
                                SH_N_GROUPS };

  for (gsize g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      ShWorseAndWorse so_far = { -INFINITY, INFINITY };

      for (int i = 0; i <= 5; i++)
        {
          ShScenario scenario;

          sh_scenario_init (&scenario);
          set_leaks (&scenario, groups[g], 0.2 * i);
          assert_worse (&so_far, &scenario, "group", 0.2 * i);
        }
    }
}

static void
test_each_valve_that_leaks_makes_it_worse (void)
{
  for (int v = 0; v < SH_N_VALVES; v++)
    {
      ShWorseAndWorse so_far = { -INFINITY, INFINITY };

      for (int i = 0; i <= 2; i++)
        {
          ShScenario scenario;

          sh_scenario_init (&scenario);
          scenario.leak[v] = 0.5 * i;
          assert_worse (&so_far, &scenario, sh_valve_info ((ShValve) v)->name, 0.5 * i);
        }
    }
}

/* A narrower trunk: more pressure after the heel raises, and less is thrown out at one raise. As a
 * part of what the leg holds it need not be less: a leg that drains badly is not empty when it is
 * raised, so that less of it counts as filling. */
static void
test_a_narrower_trunk_drains_worse (void)
{
  static const ShVein trunks[] = { SH_VEIN_DORSAL_FOOT, SH_VEIN_POPLITEAL, SH_VEIN_FEMORAL,
                                   SH_VEIN_COMMON_FEMORAL, SH_VEIN_ILIAC };
  static const double narrowings[] = { 0, 0.5, 0.8, 0.95, 0.97, 0.99 };

  for (gsize v = 0; v < G_N_ELEMENTS (trunks); v++)
    {
      ShWorseAndWorse so_far = { -INFINITY, INFINITY };
      double ev = INFINITY;

      for (gsize i = 0; i < G_N_ELEMENTS (narrowings); i++)
        {
          ShScenario scenario;
          double now;

          sh_scenario_init (&scenario);
          scenario.narrowing[trunks[v]] = narrowings[i];
          so_far.rt90_s = INFINITY; /* what is shut in cannot fill again soon: no order in time */
          assert_worse (&so_far, &scenario, sh_vein_info (trunks[v])->name, narrowings[i]);
          if (trunks[v] == SH_VEIN_DORSAL_FOOT)
            continue; /* no trunk of the calf: it does not stand in the way of what is thrown out */
          now = result_of (SH_TEST_APG, &scenario, "ev_ml");
          if (!(now <= ev + GRAIN_ML))
            g_error ("%s, %.2f: %.2f mL thrown out after %.2f mL", sh_vein_info (trunks[v])->name,
                     narrowings[i], now, ev);
          ev = fmin (ev, now);
        }
    }
}

/* A weaker and weaker calf takes less pressure away. */
static void
test_the_weaker_the_worse (void)
{
  double avp = INFINITY;

  for (int i = 0; i <= 5; i++)
    {
      ShScenario scenario;
      double next;

      sh_scenario_init (&scenario);
      scenario.calf_strength = 0.2 * i;
      next = result_of (SH_TEST_TIPTOE, &scenario, "avp_mmhg");
      g_assert_cmpfloat (next, <=, avp);
      avp = next;
    }
}

/* A stronger stocking acts more, evenly and without absurdities. */
static void
test_stockings_act_by_degrees (void)
{
  ShScenario scenario;
  double vfi = INFINITY, rvf = INFINITY, ef = 0;

  sh_scenario_init (&scenario);
  set_leaks (&scenario, SH_GROUP_SUPERFICIAL, 0.7);
  for (int i = 0; i <= 12; i++)
    {
      ShMeasure apg;
      double more;

      scenario.stocking_mmhg = 5 * i;
      g_assert_cmpint (sh_measure (SH_TEST_APG, &scenario, NULL, &apg), ==, SH_STATUS_OK);
      more = sh_measure_get (&apg, "ef_percent") - ef;
      g_assert_cmpfloat (sh_measure_get (&apg, "vfi_ml_s"), <, vfi);
      g_assert_cmpfloat (sh_measure_get (&apg, "rvf_percent"), <, rvf);
      g_assert_cmpfloat (sh_measure_get (&apg, "rvf_percent"), >, 0);
      g_assert_cmpfloat (more, >, 0);
      if (i > 0)
        g_assert_cmpfloat (more, <, 6);
      vfi = sh_measure_get (&apg, "vfi_ml_s");
      rvf = sh_measure_get (&apg, "rvf_percent");
      ef += more;
    }
}

/* Whatever vein is closed, blood finds a way: no trunk stays near the arteries' pressure. */
static void
test_blood_finds_a_way_around (void)
{
  static const ShVein trunks[] = { SH_VEIN_FEMORAL, SH_VEIN_COMMON_FEMORAL, SH_VEIN_ILIAC };

  for (gsize v = 0; v < G_N_ELEMENTS (trunks); v++)
    {
      ShScenario scenario;
      double rest;

      sh_scenario_init (&scenario);
      scenario.closed[trunks[v]] = true;
      rest = result_of (SH_TEST_TIPTOE, &scenario, "rest_mmhg");
      g_assert_cmpfloat (rest, >, 90);
      g_assert_cmpfloat (rest, <, 110);
    }
}

/* How far two measures of a test lie apart, at most; a result that appears or goes counts. */
static double
distance (const ShMeasure *a, const ShMeasure *b)
{
  double most = 0;

  for (int i = 0; i < a->n_results; i++)
    if (isnan (a->results[i].value) != isnan (b->results[i].value))
      most = INFINITY;
    else if (!isnan (a->results[i].value))
      most = fmax (most, fabs (a->results[i].value - b->results[i].value));
  return most;
}

/* Each valve leaking by itself changes some number that the laboratory can measure: a time by a
 * hundredth of a second or a pressure by a hundredth of a mmHg. */
static void
test_every_valve_counts (void)
{
  static const ShTest tests[] = { SH_TEST_REFLUX, SH_TEST_TIPTOE, SH_TEST_STEADY };
  ShScenario healthy;

  sh_scenario_init (&healthy);
  sh_scenario_set_activity (&healthy, SH_ACTIVITY_WALKING);
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      ShScenario leaking = healthy;
      double most = 0;

      leaking.leak[i] = 1;
      for (gsize t = 0; t < G_N_ELEMENTS (tests); t++)
        {
          ShMeasure before, after;

          g_assert_cmpint (sh_measure (tests[t], &healthy, NULL, &before), ==, SH_STATUS_OK);
          g_assert_cmpint (sh_measure (tests[t], &leaking, NULL, &after), ==, SH_STATUS_OK);
          most = fmax (most, distance (&before, &after));
        }
      if (!(most >= 0.01))
        g_error ("%s alone changes nothing that is measured", sh_valve_info ((ShValve) i)->name);
    }
}

static void
test_same_again (void)
{
  guint64 state = SEED + 6;
  ShScenario scenario = draw_scenario (&state);
  ShMeasure one, two;

  sh_measure (SH_TEST_PEAKS, &scenario, NULL, &one);
  sh_measure (SH_TEST_PEAKS, &scenario, NULL, &two);
  for (int i = 0; i < one.n_results; i++)
    g_assert_cmpfloat (one.results[i].value, ==, two.results[i].value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metamorphic/any leg stays finite and loses nothing",
                   test_any_leg_stays_finite_and_loses_nothing);
  g_test_add_func ("/metamorphic/mirror legs are equal", test_mirror_legs);
  g_test_add_func ("/metamorphic/the taller the more pressure", test_taller_means_more_pressure);
  g_test_add_func ("/metamorphic/the more upright the more pressure",
                   test_standing_up_raises_pressure);
  g_test_add_func ("/metamorphic/warmth fills the leg faster", test_warmth_fills_faster);
  g_test_add_func ("/metamorphic/a weaker calf ejects less", test_a_weaker_calf_ejects_less);
  g_test_add_func ("/metamorphic/more leak is more pressure and less time",
                   test_more_leak_means_more_pressure_and_less_time);
  g_test_add_func ("/metamorphic/each valve that leaks makes it worse",
                   test_each_valve_that_leaks_makes_it_worse);
  g_test_add_func ("/metamorphic/a narrower trunk drains worse",
                   test_a_narrower_trunk_drains_worse);
  g_test_add_func ("/metamorphic/the weaker the worse", test_the_weaker_the_worse);
  g_test_add_func ("/metamorphic/stockings act by degrees", test_stockings_act_by_degrees);
  g_test_add_func ("/metamorphic/blood finds a way around", test_blood_finds_a_way_around);
  g_test_add_func ("/metamorphic/every valve counts", test_every_valve_counts);
  g_test_add_func ("/metamorphic/the same again gives the same", test_same_again);
  return g_test_run ();
}
