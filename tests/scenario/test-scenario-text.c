/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "sh-scenario-floor.h"

static void
assert_text (const ShScenario *scenario, const char *expected)
{
  g_autofree char *text = sh_scenario_to_text (scenario);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_defaults (void)
{
  ShScenario scenario;

  assert_text (sh_scenario_init (&scenario), "[Scenario]\n");
}

static void
test_walking (void)
{
  ShScenario scenario;

  sh_scenario_set_activity (sh_scenario_init (&scenario), SH_ACTIVITY_WALKING);
  assert_text (&scenario, "[Scenario]\nactivity=walking\n");
  scenario.pace = 90;
  assert_text (&scenario, "[Scenario]\nactivity=walking\npace=90\n");
}

static void
test_leaks_are_gathered (void)
{
  ShScenario scenario;

  sh_scenario_init (&scenario);
  for (int i = 0; i < SH_N_VALVES; i++)
    scenario.leak[i] = sh_valve_info ((ShValve) i)->group == SH_GROUP_DEEP ? 0.5 : 0;
  scenario.leak[SH_VALVE_SMALL_SAPHENOUS_1] = 1;
  scenario.leak[SH_VALVE_SMALL_SAPHENOUS_2] = 1;
  scenario.leak[SH_VALVE_GREAT_SAPHENOUS_4] = 0.25;
  assert_text (&scenario,
               "[Scenario]\nleak.deep=0.5\nleak.great-saphenous-4=0.25\nleak.small-saphenous=1\n");
  for (int i = 0; i < SH_N_VALVES; i++)
    scenario.leak[i] = 1;
  assert_text (&scenario, "[Scenario]\nleak.all=1\n");
}

/* A value of a few decimals, or one of full length, as they come from a slider. */
static double
draw (GRand *rand, double low, double high)
{
  double value = g_rand_double_range (rand, low, high);

  if (g_rand_boolean (rand))
    value = MIN (high, MAX (low, (double) (int) (value * 10) / 10));
  return g_rand_int_range (rand, 0, 4) == 0 ? low : value;
}

static void
draw_scenario (GRand *rand, ShScenario *s)
{
  const ShActivityInfo *info;

  sh_scenario_init (s);
  sh_scenario_set_activity (s, (ShActivity) g_rand_int_range (rand, 0, SH_N_ACTIVITIES));
  info = sh_activity_info (s->activity);
  if (s->activity != SH_ACTIVITY_REST)
    s->pace = draw (rand, info->pace_min, info->pace_max);
  do
    s->posture = (ShPosture) g_rand_int_range (rand, 0, SH_N_POSTURES);
  while (!sh_activity_allows (s->activity, s->posture));
  s->inactive = g_rand_boolean (rand);
  s->repetitions = g_rand_int_range (rand, 0, 100);
  s->effort = draw (rand, 0, 1.5);
  s->ankle_range = draw (rand, 0, 1);
  s->toe_pointing = draw (rand, 0, 1);
  s->calf_strength = draw (rand, 0, 1);
  s->stocking_mmhg = draw (rand, 0, 60);
  s->tourniquet = (ShTourniquet) g_rand_int_range (rand, 0, 2);
  s->room_temperature_c = draw (rand, 10, 40);
  s->body_height_m = draw (rand, 1.2, 2.1);
  s->water_depth_m = draw (rand, 0, 1.5);
  s->side = (ShSide) g_rand_int_range (rand, 0, 2);
  s->seed = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
  for (int i = 0; i < SH_N_VALVES; i++)
    s->leak[i] = g_rand_boolean (rand) ? 0 : draw (rand, 0, 1);
  for (int i = 0; i < SH_N_VEINS; i++)
    {
      s->narrowing[i] = g_rand_boolean (rand) ? 0 : draw (rand, 0, 0.99);
      s->closed[i] = g_rand_int_range (rand, 0, 4) == 0;
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      ShScenario scenario;
      ShScenario back;

      draw_scenario (rand, &scenario);
      text = sh_scenario_to_text (&scenario);
      sh_scenario_parse (text, -1, "text", NULL, &back, &error);
      g_assert_no_error (error);
      g_assert_true (sh_scenario_equal (&scenario, &back));
    }
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("second-heart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "leg.scenario", NULL);
  g_autoptr (GError) error = NULL;
  ShScenario scenario;
  ShScenario back;

  sh_scenario_set_activity (sh_scenario_init (&scenario), SH_ACTIVITY_STAIRS);
  g_assert_true (sh_scenario_save (&scenario, path, &error));
  g_assert_true (sh_scenario_load (path, NULL, &back, &error));
  g_assert_true (sh_scenario_equal (&scenario, &back));
  g_unlink (path);
  g_rmdir (folder);
  g_assert_false (sh_scenario_save (&scenario, path, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-text/the defaults need no line", test_defaults);
  g_test_add_func ("/scenario-text/only what differs is written", test_walking);
  g_test_add_func ("/scenario-text/leaks that are alike are gathered", test_leaks_are_gathered);
  g_test_add_func ("/scenario-text/what is written reads back equal", test_round_trip);
  g_test_add_func ("/scenario-text/what is saved loads equal", test_save);
  return g_test_run ();
}
