/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "story-leg.h"

static void
test_everything_has_a_name (void)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    g_assert_cmpstr (sh_vein_label ((ShVein) i), ==, sh_vein_info ((ShVein) i)->label);
  for (int i = 0; i < SH_N_VALVES; i++)
    g_assert_cmpstr (sh_valve_label ((ShValve) i), ==, sh_valve_info ((ShValve) i)->label);
  for (int i = 0; i < SH_N_ACTIVITIES; i++)
    g_assert_cmpstr (sh_activity_label ((ShActivity) i), !=, "");
  for (int i = 0; i < SH_N_POSTURES; i++)
    g_assert_cmpstr (sh_posture_label_translated ((ShPosture) i), !=, "");
}

static void
test_stops_stand_for_themselves (void)
{
  for (int i = 0; i < SH_N_STOPS; i++)
    {
      const ShStop *stop = sh_stop (i);
      ShScenario scenario;

      sh_scenario_init (&scenario);
      scenario.posture = stop->posture;
      sh_scenario_set_activity (&scenario, stop->activity);
      g_assert_true (sh_activity_allows (stop->activity, stop->posture));
      g_assert_cmpint (sh_stop_of (&scenario), ==, i);
      g_assert_true (g_str_has_suffix (stop->icon, "-symbolic"));
      for (int j = 0; j < i; j++)
        g_assert_cmpstr (sh_stop_label (i), !=, sh_stop_label (j));
    }
}

static void
test_every_scenario_has_a_stop (void)
{
  ShScenario scenario;

  sh_scenario_init (&scenario);
  for (int i = 0; i < SH_N_ACTIVITIES; i++)
    for (int j = 0; j < SH_N_POSTURES; j++)
      {
        scenario.activity = (ShActivity) i;
        scenario.posture = (ShPosture) j;
        if (sh_activity_allows (scenario.activity, scenario.posture))
          g_assert_cmpint (sh_stop (sh_stop_of (&scenario))->activity, ==, i);
      }
}

static void
test_pace_units (void)
{
  g_assert_cmpstr (sh_pace_unit_label (SH_ACTIVITY_REST), ==, "");
  for (int i = SH_ACTIVITY_REST + 1; i < SH_N_ACTIVITIES; i++)
    g_assert_true (g_str_has_suffix (sh_pace_unit_label ((ShActivity) i), " a minute"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/everything has a name", test_everything_has_a_name);
  g_test_add_func ("/names/the twelve stops stand for themselves", test_stops_stand_for_themselves);
  g_test_add_func ("/names/every scenario stands at a stop", test_every_scenario_has_a_stop);
  g_test_add_func ("/names/every movement has a unit of pace", test_pace_units);
  return g_test_run ();
}
