/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "sh-scenario-floor.h"

/* Reads settings alone; fails the test when they are refused. */
static ShScenario
read_settings (const char *const *settings)
{
  g_autoptr (GError) error = NULL;
  ShScenario scenario;

  sh_scenario_load (NULL, settings, &scenario, &error);
  g_assert_no_error (error);
  return scenario;
}

#define READ(...) read_settings ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_defaults (void)
{
  ShScenario expected;
  ShScenario scenario;

  g_assert_true (sh_scenario_load (NULL, NULL, &scenario, NULL));
  sh_scenario_init (&expected);
  g_assert_true (sh_scenario_equal (&scenario, &expected));
}

static void
test_every_plain_key (void)
{
  ShScenario s =
      READ ("activity=cycling", "posture=sitting", "inactive=true", "pace=75", "repetitions=12",
            "effort=1.25", "ankle-range=0.5", "toe-pointing=0.25", "calf-strength=0.75",
            "stocking=18", "tourniquet=ideal", "room-temperature=30", "body-height=1.62",
            "water-depth=0.4", "side=left", "seed=12345678901234567890");

  g_assert_cmpint (s.activity, ==, SH_ACTIVITY_CYCLING);
  g_assert_cmpint (s.posture, ==, SH_POSTURE_SITTING);
  g_assert_true (s.inactive);
  g_assert_cmpfloat (s.pace, ==, 75);
  g_assert_cmpint (s.repetitions, ==, 12);
  g_assert_cmpfloat (s.effort, ==, 1.25);
  g_assert_cmpfloat (s.ankle_range, ==, 0.5);
  g_assert_cmpfloat (s.toe_pointing, ==, 0.25);
  g_assert_cmpfloat (s.calf_strength, ==, 0.75);
  g_assert_cmpfloat (s.stocking_mmhg, ==, 18);
  g_assert_cmpint (s.tourniquet, ==, SH_TOURNIQUET_IDEAL);
  g_assert_cmpfloat (s.room_temperature_c, ==, 30);
  g_assert_cmpfloat (s.body_height_m, ==, 1.62);
  g_assert_cmpfloat (s.water_depth_m, ==, 0.4);
  g_assert_cmpint (s.side, ==, SH_SIDE_LEFT);
  g_assert_cmpuint (s.seed, ==, G_GUINT64_CONSTANT (12345678901234567890));
}

static void
test_activity_brings_pace_and_posture (void)
{
  for (int i = 0; i < SH_N_ACTIVITIES; i++)
    {
      const ShActivityInfo *info = sh_activity_info ((ShActivity) i);
      g_autofree char *setting = g_strdup_printf ("activity=%s", info->name);
      ShScenario s = READ (setting);

      g_assert_cmpint (s.activity, ==, i);
      g_assert_cmpint (s.posture, ==, info->posture_default);
      g_assert_cmpfloat (s.pace, ==, info->pace_default);
    }
}

static void
test_every_allowed_posture (void)
{
  for (int i = 0; i < SH_N_ACTIVITIES * SH_N_POSTURES; i++)
    {
      ShActivity activity = (ShActivity) (i / SH_N_POSTURES);
      ShPosture posture = (ShPosture) (i % SH_N_POSTURES);
      g_autofree char *first = g_strdup_printf ("activity=%s", sh_activity_info (activity)->name);
      g_autofree char *second = g_strdup_printf ("posture=%s", sh_posture_name (posture));
      const char *const settings[] = { second, first, NULL };
      g_autoptr (GError) error = NULL;
      ShScenario s;

      if (sh_activity_allows (activity, posture))
        {
          g_assert_true (sh_scenario_load (NULL, settings, &s, &error));
          g_assert_cmpint (s.posture, ==, posture);
        }
      else
        {
          g_assert_false (sh_scenario_load (NULL, settings, &s, &error));
          g_assert_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_POSTURE);
        }
    }
}

static void
test_every_valve_leaks_alone (void)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      g_autofree char *setting = g_strdup_printf ("leak.%s=0.5", sh_valve_info ((ShValve) i)->name);
      ShScenario s = READ (setting);

      for (int j = 0; j < SH_N_VALVES; j++)
        g_assert_cmpfloat (s.leak[j], ==, i == j ? 0.5 : 0);
    }
}

static void
test_every_group_leaks (void)
{
  for (int i = 0; i < SH_N_GROUPS; i++)
    {
      g_autofree char *setting = g_strdup_printf ("leak.%s=1", sh_group_name ((ShGroup) i));
      ShScenario s = READ (setting);

      for (int j = 0; j < SH_N_VALVES; j++)
        g_assert_cmpfloat (s.leak[j], ==, (int) sh_valve_info ((ShValve) j)->group == i ? 1 : 0);
    }
}

static void
test_vein_leaks_with_all_its_valves (void)
{
  ShScenario s = READ ("leak.great-saphenous=0.7");

  for (int j = 0; j < SH_N_VALVES; j++)
    g_assert_cmpfloat (s.leak[j], ==, sh_valve_in_vein ((ShValve) j, "great-saphenous") ? 0.7 : 0);
}

static void
test_part_leaks_with_the_valves_at_its_height (void)
{
  ShScenario s = READ ("leak.great-saphenous-calf=0.7");

  g_assert_cmpfloat (s.leak[SH_VALVE_GREAT_SAPHENOUS_1], ==, 0);
  g_assert_cmpfloat (s.leak[SH_VALVE_GREAT_SAPHENOUS_2], ==, 0.7);
  g_assert_cmpfloat (s.leak[SH_VALVE_GREAT_SAPHENOUS_3], ==, 0.7);
  g_assert_cmpfloat (s.leak[SH_VALVE_GREAT_SAPHENOUS_4], ==, 0);
}

/* All orders of the five lines lead to the same leaks. */
static void
test_most_specific_leak_wins (void)
{
  const char *lines[5] = { "leak.all=0.1", "leak.superficial=0.2", "leak.great-saphenous=0.3",
                           "leak.great-saphenous-calf=0.4", "leak.great-saphenous-2=0.5" };

  for (guint order = 0; order < 120; order++)
    {
      const char *settings[6] = { NULL };
      const char *left[5];
      guint rest = order;
      ShScenario s;

      memcpy (left, lines, sizeof left);
      for (guint i = 0; i < 5; i++)
        {
          guint pick = rest % (5 - i);

          rest /= 5 - i;
          settings[i] = left[pick];
          memmove (left + pick, left + pick + 1, sizeof *left * (4 - i - pick));
        }
      s = read_settings (settings);
      g_assert_cmpfloat (s.leak[SH_VALVE_POPLITEAL_1], ==, 0.1);
      g_assert_cmpfloat (s.leak[SH_VALVE_SMALL_SAPHENOUS_1], ==, 0.2);
      g_assert_cmpfloat (s.leak[SH_VALVE_GREAT_SAPHENOUS_5], ==, 0.3);
      g_assert_cmpfloat (s.leak[SH_VALVE_GREAT_SAPHENOUS_3], ==, 0.4);
      g_assert_cmpfloat (s.leak[SH_VALVE_GREAT_SAPHENOUS_2], ==, 0.5);
    }
}

static void
test_setting_replaces_the_same_key_only (void)
{
  static const char text[] = "[Scenario]\nleak.popliteal-1=0.9\nleak.popliteal=0.8\nleak.all=0.7\n";
  static const char *const settings[] = { "leak.popliteal=0.2", "leak.all=0", NULL };
  ShScenario s;

  g_assert_true (sh_scenario_parse (text, -1, "x", settings, &s, NULL));
  g_assert_cmpfloat (s.leak[SH_VALVE_POPLITEAL_1], ==, 0.9);
  g_assert_cmpfloat (s.leak[SH_VALVE_POPLITEAL_2], ==, 0.2);
  g_assert_cmpfloat (s.leak[SH_VALVE_FEMORAL_1], ==, 0);
}

static void
test_later_line_wins (void)
{
  static const char text[] = "[Scenario]\npace=70\nactivity=walking\npace=80\npace=90\n";
  static const char *const settings[] = { "pace=100", "pace=110", NULL };
  ShScenario s;

  g_assert_true (sh_scenario_parse (text, -1, "x", NULL, &s, NULL));
  g_assert_cmpfloat (s.pace, ==, 90);
  g_assert_true (sh_scenario_parse (text, -1, "x", settings, &s, NULL));
  g_assert_cmpfloat (s.pace, ==, 110);
}

static void
test_great_saphenous_names_three_parts (void)
{
  ShScenario s = READ ("narrowing.great-saphenous-calf=0.2", "narrowing.great-saphenous=0.6",
                       "closed.great-saphenous=true", "closed.great-saphenous-ankle=false");

  g_assert_cmpfloat (s.narrowing[SH_VEIN_GREAT_SAPHENOUS_ANKLE], ==, 0.6);
  g_assert_cmpfloat (s.narrowing[SH_VEIN_GREAT_SAPHENOUS_CALF], ==, 0.2);
  g_assert_cmpfloat (s.narrowing[SH_VEIN_GREAT_SAPHENOUS_THIGH], ==, 0.6);
  g_assert_false (s.closed[SH_VEIN_GREAT_SAPHENOUS_ANKLE]);
  g_assert_true (s.closed[SH_VEIN_GREAT_SAPHENOUS_CALF]);
  g_assert_true (s.closed[SH_VEIN_GREAT_SAPHENOUS_THIGH]);
  g_assert_false (s.closed[SH_VEIN_SMALL_SAPHENOUS]);
}

static void
test_every_vein_narrows_and_closes (void)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    {
      const char *name = sh_vein_info ((ShVein) i)->name;
      g_autofree char *narrowing = g_strdup_printf ("narrowing.%s=0.99", name);
      g_autofree char *closed = g_strdup_printf ("closed.%s=true", name);
      ShScenario s = READ (narrowing, closed);

      for (int j = 0; j < SH_N_VEINS; j++)
        {
          g_assert_cmpfloat (s.narrowing[j], ==, i == j ? 0.99 : 0);
          g_assert_cmpint (s.closed[j], ==, i == j);
        }
    }
}

static void
test_forms_of_text (void)
{
  static const char *const texts[] = {
    "[Scenario]\nactivity=walking",
    "\xEF\xBB\xBF[Scenario]\nactivity=walking\n",
    "[Scenario]\r\nactivity=walking\r\n",
    "# a comment\n\n  [Scenario]  \n\t activity\t = walking \n# more\n\n",
    "[Scenario]\n[Scenario]\nactivity=walking\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      ShScenario s;

      sh_scenario_parse (texts[i], -1, "x", NULL, &s, &error);
      g_assert_no_error (error);
      g_assert_cmpint (s.activity, ==, SH_ACTIVITY_WALKING);
    }
}

static void
test_pace_without_movement_is_idle (void)
{
  ShScenario s = READ ("activity=walking", "pace=110", "activity=rest");

  g_assert_cmpint (s.activity, ==, SH_ACTIVITY_REST);
  g_assert_cmpfloat (s.pace, ==, 0);
}

static void
test_all_keys_are_listed_with_their_defaults (void)
{
  gsize n = 0;
  const ShScenarioKey *keys = sh_scenario_keys (&n);

  g_assert_cmpuint (n, ==, 19);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (g_str_has_suffix (keys[i].meaning, "."));
      g_assert_cmpstr (keys[i].values, !=, "");
      g_assert_cmpstr (keys[i].initial, !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(sentence, function) g_test_add_func ("/scenario/" sentence, function)
  TEST ("nothing said means the defaults", test_defaults);
  TEST ("every plain key sets its value", test_every_plain_key);
  TEST ("an activity brings its pace and posture", test_activity_brings_pace_and_posture);
  TEST ("exactly the allowed postures are accepted", test_every_allowed_posture);
  TEST ("every valve leaks by itself", test_every_valve_leaks_alone);
  TEST ("every group leaks together", test_every_group_leaks);
  TEST ("a vein leaks with all its valves", test_vein_leaks_with_all_its_valves);
  TEST ("a part of a vein leaks with the valves in it",
        test_part_leaks_with_the_valves_at_its_height);
  TEST ("the most specific leak wins in any order", test_most_specific_leak_wins);
  TEST ("a setting replaces only the same key", test_setting_replaces_the_same_key_only);
  TEST ("a later line of a key wins", test_later_line_wins);
  TEST ("great-saphenous names its three parts", test_great_saphenous_names_three_parts);
  TEST ("every vein narrows and closes by itself", test_every_vein_narrows_and_closes);
  TEST ("comments, blanks and line ends do no harm", test_forms_of_text);
  TEST ("a pace without movement is idle", test_pace_without_movement_is_idle);
  TEST ("all keys are listed", test_all_keys_are_listed_with_their_defaults);
#undef TEST
  return g_test_run ();
}
