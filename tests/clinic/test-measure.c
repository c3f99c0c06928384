/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>
#include <string.h>

#include "sh-clinic.h"
#include "sh-scenario-floor.h"

static ShScenario
scenario_of (const char *line)
{
  g_autoptr (GError) error = NULL;
  ShScenario scenario;

  sh_scenario_read_line (line, &scenario, &error);
  g_assert_no_error (error);
  return scenario;
}

static ShMeasure
measure_for (ShTest test, const char *line, double duration_s)
{
  const ShMeasureOptions options = { .duration_s = duration_s };
  ShScenario scenario = scenario_of (line);
  ShMeasure measure;

  g_assert_cmpint (sh_measure (test, &scenario, &options, &measure), ==, SH_STATUS_OK);
  g_assert_cmpint (measure.test, ==, test);
  return measure;
}

static ShMeasure
measure (ShTest test, const char *line)
{
  return measure_for (test, line, 0);
}

static double
get (const ShMeasure *result, const char *name)
{
  if (!sh_measure_has (result, name))
    g_error ("%s has no result \"%s\"", sh_test_name (result->test), name);
  return sh_measure_get (result, name);
}

static void
assert_has (ShTest test, const char *names)
{
  g_auto (GStrv) each = g_strsplit (names, " ", -1);
  ShMeasure result = measure (test, "");

  g_assert_cmpint (result.n_results, ==, g_strv_length (each));
  for (int i = 0; i < result.n_results; i++)
    g_assert_cmpstr (result.results[i].name, ==, each[i]);
}

static void
test_names (void)
{
  assert_has (SH_TEST_TIPTOE, "rest_mmhg avp_mmhg fall_percent rt90_s");
  assert_has (SH_TEST_APG, "vv_ml vft90_s vfi_ml_s ev_ml ef_percent rv_ml rvf_percent");
  assert_has (SH_TEST_STEADY,
              "ankle_mean_mmhg ankle_min_mmhg fall_mmhg recovery_s foot_mean_mmhg groin_mean_mmhg "
              "popliteal_velocity_cm_s sent_up_ml_min fell_back_ml_min net_ml_min");
  assert_has (SH_TEST_SWELLING, "percent_per_min percent_total percent_from_lying volume_ml "
                                "blood_ml water_ml");
}

static void
test_names_of_places (void)
{
  static const char *const veins[] = { "anterior-tibial", "posterior-tibial",
                                       "peroneal",        "soleal",
                                       "gastrocnemius",   "great-saphenous-calf",
                                       "small-saphenous" };
  ShMeasure reflux = measure (SH_TEST_REFLUX, "");
  ShMeasure cuff = measure (SH_TEST_CUFF, "");

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      const char *name = sh_valve_info ((ShValve) i)->name;
      g_autofree char *time = g_strconcat ("reflux_s:", name, NULL);
      g_autofree char *cutoff = g_strconcat ("cutoff_s:", name, NULL);

      g_assert_true (sh_measure_has (&reflux, time));
      g_assert_cmpfloat (get (&reflux, cutoff), >, 0.3);
      g_assert_cmpfloat (get (&reflux, cutoff), <=, 1.0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (veins); i++)
    {
      g_autofree char *narrowing = g_strconcat ("narrowing_mmhg:", veins[i], NULL);
      g_autofree char *closing = g_strconcat ("closing_mmhg:", veins[i], NULL);

      g_assert_true (sh_measure_has (&cuff, narrowing));
      g_assert_true (sh_measure_has (&cuff, closing));
    }
}

static void
test_tests_have_names (void)
{
  for (int i = 0; i < SH_N_TESTS; i++)
    {
      g_assert_cmpint (sh_test_from_name (sh_test_name ((ShTest) i)), ==, i);
      g_assert_cmpint (strlen (sh_test_label ((ShTest) i)), >, 3);
    }
  g_assert_cmpint (sh_test_from_name ("tiptop"), ==, SH_TEST_NONE);
}

/* The test's numbers are those that anyone reads from a run of the same scenario. */
static void
test_tiptoe_is_the_run (void)
{
  ShMeasure result = measure (SH_TEST_TIPTOE, "");
  ShScenario scenario = scenario_of ("activity=heel-raises pace=60 repetitions=10");
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;
  double lowest = INFINITY;

  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  sh_leg_read (leg, &frame);
  g_assert_cmpfloat (get (&result, "rest_mmhg"), ==, frame.pressure_mmhg[SH_VEIN_DORSAL_FOOT]);
  for (int i = 0; i < 600; i++)
    {
      sh_leg_advance (leg, 0.02);
      sh_leg_read (leg, &frame);
      lowest = fmin (lowest, frame.pressure_mmhg[SH_VEIN_DORSAL_FOOT]);
    }
  g_assert_cmpfloat_with_epsilon (get (&result, "avp_mmhg"), lowest, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (&result, "fall_percent"),
                                  100 * (1 - lowest / get (&result, "rest_mmhg")), 1e-6);
  sh_leg_free (leg);
}

static void
test_who_does_not_move_has_no_fall (void)
{
  ShMeasure tiptoe = measure (SH_TEST_TIPTOE, "inactive=true");
  ShMeasure steady = measure (SH_TEST_STEADY, "");

  g_assert_true (isnan (get (&tiptoe, "fall_percent")));
  g_assert_true (isnan (get (&tiptoe, "rt90_s")));
  g_assert_cmpfloat_with_epsilon (get (&tiptoe, "avp_mmhg"), get (&tiptoe, "rest_mmhg"), 2.0);
  g_assert_true (isnan (get (&steady, "fall_mmhg")));
  g_assert_true (isnan (get (&steady, "recovery_s")));
  g_assert_cmpfloat (get (&steady, "ankle_mean_mmhg"), >, 70);
}

/* What a test sets itself must not depend on what the scenario says of it. */
static void
assert_same (ShTest test, const char *a, const char *b)
{
  ShMeasure first = measure (test, a);
  ShMeasure second = measure (test, b);

  for (int i = 0; i < first.n_results; i++)
    {
      double x = first.results[i].value;
      double y = second.results[i].value;

      if (!(isnan (x) && isnan (y)) && (x < y || x > y || isnan (x) != isnan (y)))
        g_error ("%s: %s is %g for \"%s\" and %g for \"%s\"", sh_test_name (test),
                 first.results[i].name, x, a, y, b);
    }
}

static void
test_what_tests_set_themselves (void)
{
  assert_same (SH_TEST_TIPTOE, "leak.all=0.3",
               "leak.all=0.3 posture=sitting activity=cycling pace=90 repetitions=3");
  assert_same (SH_TEST_APG, "calf-strength=0.7",
               "calf-strength=0.7 activity=swimming pace=200 repetitions=1");
  assert_same (SH_TEST_REFLUX, "leak.popliteal=1",
               "leak.popliteal=1 activity=running posture=standing");
  assert_same (SH_TEST_CUFF, "posture=sitting", "posture=sitting activity=ankle-pumps");
}

/* What a test keeps must show. */
static void
test_what_tests_keep (void)
{
  ShMeasure standing = measure (SH_TEST_CUFF, "");
  ShMeasure lying = measure (SH_TEST_CUFF, "posture=lying");
  ShMeasure weak = measure (SH_TEST_TIPTOE, "calf-strength=0.3");
  ShMeasure strong = measure (SH_TEST_TIPTOE, "");

  g_assert_cmpfloat (get (&lying, "narrowing_mmhg:great-saphenous-calf"), <,
                     get (&standing, "narrowing_mmhg:great-saphenous-calf"));
  g_assert_cmpfloat (get (&weak, "avp_mmhg"), >, get (&strong, "avp_mmhg"));
}

static void
test_apg_adds_up (void)
{
  ShMeasure apg = measure (SH_TEST_APG, "");
  double vv = get (&apg, "vv_ml");

  g_assert_cmpfloat_with_epsilon (get (&apg, "vfi_ml_s"), 0.9 * vv / get (&apg, "vft90_s"), 1e-9);
  g_assert_cmpfloat_with_epsilon (get (&apg, "ef_percent"), 100 * get (&apg, "ev_ml") / vv, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (&apg, "rvf_percent"), 100 * get (&apg, "rv_ml") / vv, 1e-9);
  g_assert_cmpfloat (get (&apg, "rv_ml"), <, vv);
  g_assert_cmpfloat (get (&apg, "ev_ml"), >, 0);
}

static void
test_net_is_the_difference (void)
{
  ShMeasure steady = measure (SH_TEST_STEADY, "activity=walking leak.all=0.5");

  g_assert_cmpfloat_with_epsilon (
      get (&steady, "net_ml_min"),
      get (&steady, "sent_up_ml_min") - get (&steady, "fell_back_ml_min"), 1e-9);
  g_assert_cmpfloat (get (&steady, "fell_back_ml_min"), >=, 0);
  g_assert_cmpfloat (get (&steady, "ankle_min_mmhg"), <=, get (&steady, "ankle_mean_mmhg"));
}

static void
test_swelling_ends_when_the_run_ends (void)
{
  ShMeasure minute = measure_for (SH_TEST_SWELLING, "", 60);
  ShMeasure five = measure_for (SH_TEST_SWELLING, "", 300);
  ShMeasure twelve = measure_for (SH_TEST_SWELLING, "", 720);

  g_assert_true (isnan (get (&minute, "percent_total")));
  g_assert_true (isnan (get (&minute, "volume_ml")));
  g_assert_false (isnan (get (&minute, "percent_from_lying")));
  g_assert_true (isnan (get (&five, "percent_per_min")));
  g_assert_cmpfloat (get (&five, "percent_total"), >, 0);
  g_assert_cmpfloat_with_epsilon (get (&twelve, "percent_per_min"),
                                  get (&twelve, "percent_total") / 10, 1e-9);
}

static void
test_swelling_is_blood_and_water (void)
{
  ShMeasure swelling = measure_for (SH_TEST_SWELLING, "posture=sitting", 1200);

  g_assert_cmpfloat_with_epsilon (get (&swelling, "volume_ml"),
                                  get (&swelling, "blood_ml") + get (&swelling, "water_ml"), 1e-9);
  g_assert_cmpfloat (get (&swelling, "water_ml"), >, 0);
  g_assert_cmpfloat (get (&swelling, "percent_from_lying"), >, get (&swelling, "percent_total"));
}

static void
test_a_leaking_valve_is_heard (void)
{
  ShMeasure tight = measure (SH_TEST_REFLUX, "");
  ShMeasure leaking = measure (SH_TEST_REFLUX, "leak.great-saphenous=1");

  g_assert_cmpfloat (get (&tight, "reflux_s:great-saphenous-3"), <=, 0.5);
  g_assert_cmpfloat (get (&leaking, "reflux_s:great-saphenous-3"), >, 0.5);
  g_assert_cmpfloat (get (&leaking, "reflux_s:popliteal-1"), <=, 1.0);
}

static void
test_a_closed_vein_has_no_reflux (void)
{
  ShMeasure closed = measure (SH_TEST_REFLUX, "leak.all=1 closed.great-saphenous=true");

  g_assert_true (isnan (get (&closed, "reflux_s:great-saphenous-1")));
  g_assert_true (isnan (get (&closed, "reflux_s:great-saphenous-5")));
  g_assert_cmpfloat (get (&closed, "cutoff_s:great-saphenous-5"), ==, 0.5);
}

static void
test_closing_needs_more_than_narrowing (void)
{
  ShMeasure cuff = measure (SH_TEST_CUFF, "posture=lying");
  int n_both = 0;

  for (int i = 0; i < cuff.n_results; i++)
    if (g_str_has_prefix (cuff.results[i].name, "closing_mmhg:"))
      {
        const char *vein = strchr (cuff.results[i].name, ':');
        g_autofree char *narrowing = g_strconcat ("narrowing_mmhg", vein, NULL);

        if (isnan (cuff.results[i].value))
          continue;
        g_assert_cmpfloat (cuff.results[i].value, >=, get (&cuff, narrowing));
        n_both++;
      }
  g_assert_cmpint (n_both, >, 0);
}

/* Counts looks and asks for an end after some of them. */
typedef struct
{
  int looks;
  int most;
  bool seen[3];
  double time_s;
} ShWatcher;

static bool
watch (const ShFrame *frame, ShStep step, void *data)
{
  ShWatcher *watcher = data;

  g_assert_cmpfloat (frame->time_s, >=, watcher->time_s);
  watcher->time_s = frame->time_s;
  watcher->seen[step] = true;
  watcher->looks++;
  return watcher->looks < watcher->most;
}

static void
test_a_watcher_sees_and_stops (void)
{
  ShScenario scenario = scenario_of ("");
  ShWatcher watcher = { .most = G_MAXINT };
  ShMeasureOptions options = { .watch = watch, .watch_data = &watcher };
  ShMeasure result;

  g_assert_cmpint (sh_measure (SH_TEST_APG, &scenario, &options, &result), ==, SH_STATUS_OK);
  g_assert_true (watcher.seen[SH_STEP_STILL] && watcher.seen[SH_STEP_MOVING] &&
                 watcher.seen[SH_STEP_RECOVERY]);
  for (int i = 0; i < SH_N_TESTS; i++)
    {
      watcher = (ShWatcher){ .most = 5 };
      g_assert_cmpint (sh_measure ((ShTest) i, &scenario, &options, &result), ==,
                       SH_STATUS_STOPPED);
      g_assert_cmpint (watcher.looks, ==, 5);
    }
}

static void
test_a_wrong_scenario_is_refused (void)
{
  ShScenario scenario = scenario_of ("activity=walking");
  ShMeasure result;

  scenario.posture = SH_POSTURE_LYING;
  g_assert_cmpint (sh_measure (SH_TEST_STEADY, &scenario, NULL, &result), ==,
                   SH_STATUS_BAD_POSTURE);
  g_assert_cmpint (sh_measure (SH_TEST_SWELLING, &scenario, NULL, &result), ==,
                   SH_STATUS_BAD_POSTURE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/every test is found by its name", test_tests_have_names);
  g_test_add_func ("/measure/results have the names of the contract", test_names);
  g_test_add_func ("/measure/results of places name valves and veins", test_names_of_places);
  g_test_add_func ("/measure/tiptoe is what a run shows", test_tiptoe_is_the_run);
  g_test_add_func ("/measure/who does not move has no fall", test_who_does_not_move_has_no_fall);
  g_test_add_func ("/measure/tests set posture and movement themselves",
                   test_what_tests_set_themselves);
  g_test_add_func ("/measure/tests keep the rest", test_what_tests_keep);
  g_test_add_func ("/measure/plethysmography adds up", test_apg_adds_up);
  g_test_add_func ("/measure/net is what went up less what fell back", test_net_is_the_difference);
  g_test_add_func ("/measure/what lies after the end does not exist",
                   test_swelling_ends_when_the_run_ends);
  g_test_add_func ("/measure/swelling is blood and water", test_swelling_is_blood_and_water);
  g_test_add_func ("/measure/a leaking valve is heard", test_a_leaking_valve_is_heard);
  g_test_add_func ("/measure/a closed vein has no reflux", test_a_closed_vein_has_no_reflux);
  g_test_add_func ("/measure/closing needs more than narrowing",
                   test_closing_needs_more_than_narrowing);
  g_test_add_func ("/measure/a watcher sees every step and can stop",
                   test_a_watcher_sees_and_stops);
  g_test_add_func ("/measure/a wrong scenario is refused", test_a_wrong_scenario_is_refused);
  return g_test_run ();
}
