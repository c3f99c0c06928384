/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leaks.h"

static int
count_leaking (const ShLeaks *leaks)
{
  int n = 0;

  for (int i = 0; i < SH_N_VALVES; i++)
    n += sh_leaks_of (leaks, (ShValve) i) > 0.0;
  return n;
}

static void
nothing_leaks_at_first (void)
{
  ShLeaks leaks;

  sh_leaks_init (&leaks);
  g_assert_cmpint (count_leaking (&leaks), ==, 0);
}

static void
main_switch_makes_every_valve_leak (void)
{
  ShLeaks leaks;

  sh_leaks_init (&leaks);
  sh_leaks_set_on (&leaks, TRUE);
  g_assert_cmpint (count_leaking (&leaks), ==, SH_N_VALVES);
  sh_leaks_set_on (&leaks, FALSE);
  g_assert_cmpint (count_leaking (&leaks), ==, 0);
}

static void
group_switched_on_alone_leaks_alone (void)
{
  ShLeaks leaks;

  sh_leaks_init (&leaks);
  sh_leaks_set_group (&leaks, SH_GROUP_PERFORATOR, TRUE);
  g_assert_true (leaks.on);
  g_assert_cmpint (count_leaking (&leaks), ==, 3);
  sh_leaks_set_group (&leaks, SH_GROUP_PERFORATOR, FALSE);
  g_assert_false (leaks.on);
}

static void
severity_is_the_leak_of_the_group (void)
{
  ShLeaks leaks;

  sh_leaks_init (&leaks);
  sh_leaks_set_on (&leaks, TRUE);
  sh_leaks_set_severity (&leaks, SH_GROUP_DEEP, 0.3);
  g_assert_cmpfloat (sh_leaks_of (&leaks, SH_VALVE_POPLITEAL_1), ==, 0.3);
  g_assert_cmpfloat (sh_leaks_of (&leaks, SH_VALVE_GREAT_SAPHENOUS_1), ==, SH_LEAKS_SEVERITY);
}

static void
single_valve_leaks_alone_when_all_was_well (void)
{
  ShLeaks leaks;

  sh_leaks_init (&leaks);
  sh_leaks_set_valve (&leaks, SH_VALVE_POPLITEAL_1, 1.0);
  g_assert_true (leaks.on);
  g_assert_cmpint (count_leaking (&leaks), ==, 1);
  g_assert_cmpfloat (sh_leaks_of (&leaks, SH_VALVE_POPLITEAL_1), ==, 1.0);
}

static void
single_valve_can_be_mended_in_a_leaking_group (void)
{
  ShLeaks leaks;

  sh_leaks_init (&leaks);
  sh_leaks_set_on (&leaks, TRUE);
  sh_leaks_set_valve (&leaks, SH_VALVE_POPLITEAL_1, 0.0);
  g_assert_cmpint (count_leaking (&leaks), ==, SH_N_VALVES - 1);
}

static void
scenario_read_and_applied_is_the_same (void)
{
  ShScenario scenario, again;
  ShLeaks leaks;

  sh_scenario_init (&scenario);
  for (int i = 0; i < SH_N_VALVES; i++)
    if (sh_valve_info ((ShValve) i)->group == SH_GROUP_SUPERFICIAL)
      scenario.leak[i] = 0.6;
  scenario.leak[SH_VALVE_POPLITEAL_2] = 0.4;
  again = scenario;
  sh_leaks_read (&leaks, &scenario);
  sh_leaks_apply (&leaks, &again);
  g_assert_true (sh_scenario_equal (&scenario, &again));
  g_assert_true (leaks.group[SH_GROUP_SUPERFICIAL]);
  g_assert_false (leaks.group[SH_GROUP_DEEP]);
  g_assert_true (leaks.apart[SH_VALVE_POPLITEAL_2]);
}

static void
main_switch_after_single_valves_makes_every_valve_leak_again (void)
{
  ShLeaks leaks;

  sh_leaks_init (&leaks);
  sh_leaks_set_valve (&leaks, SH_VALVE_POPLITEAL_1, 1.0);
  sh_leaks_set_on (&leaks, FALSE);
  sh_leaks_set_on (&leaks, TRUE);
  g_assert_cmpint (count_leaking (&leaks), ==, SH_N_VALVES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leaks/nothing leaks at first", nothing_leaks_at_first);
  g_test_add_func ("/leaks/main switch makes every valve leak", main_switch_makes_every_valve_leak);
  g_test_add_func ("/leaks/group switched on alone leaks alone",
                   group_switched_on_alone_leaks_alone);
  g_test_add_func ("/leaks/severity is the leak of the group", severity_is_the_leak_of_the_group);
  g_test_add_func ("/leaks/single valve leaks alone when all was well",
                   single_valve_leaks_alone_when_all_was_well);
  g_test_add_func ("/leaks/single valve can be mended in a leaking group",
                   single_valve_can_be_mended_in_a_leaking_group);
  g_test_add_func ("/leaks/scenario read and applied is the same",
                   scenario_read_and_applied_is_the_same);
  g_test_add_func ("/leaks/main switch after single valves makes every valve leak again",
                   main_switch_after_single_valves_makes_every_valve_leak_again);
  return g_test_run ();
}
