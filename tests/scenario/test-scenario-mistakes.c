/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For mkfifo beside plain C17. */
#define _DEFAULT_SOURCE 1

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "sh-scenario-floor.h"

#define KEYS                                                                                       \
  "posture, activity, inactive, pace, repetitions, effort, ankle-range, toe-pointing, "            \
  "calf-strength, stocking, tourniquet, room-temperature, body-height, water-depth, side, "        \
  "leak.NAME, narrowing.VEIN, closed.VEIN, seed"
#define VEINS                                                                                      \
  "plantar, dorsal-foot, anterior-tibial, posterior-tibial, peroneal, soleal, gastrocnemius, "     \
  "popliteal, femoral, common-femoral, iliac, great-saphenous-ankle, great-saphenous-calf, "       \
  "great-saphenous-thigh, small-saphenous, great-saphenous"
#define ACTIVITIES                                                                                 \
  "rest, ankle-pumps, heel-raises, walking, hiking, stairs, cycling, running, swimming"
#define LEAKS "all, deep, superficial, perforator, or a name of second-heart list valves"

/* What is wrong in a file and what has to be said about it, word for word. */
typedef struct
{
  const char *text;
  ShScenarioError code;
  const char *message;
} Mistake;

static const Mistake mistakes[] = {
  { "", SH_SCENARIO_ERROR_SYNTAX, "f:1:1: the group is missing; allowed first: [Scenario]" },
  { "# only a comment\n", SH_SCENARIO_ERROR_SYNTAX,
    "f:1:1: the group is missing; allowed first: [Scenario]" },
  { "[Scenarios]\n", SH_SCENARIO_ERROR_SYNTAX,
    "f:1:1: unknown group \"[Scenarios]\"; allowed: [Scenario]" },
  { "[Scenario]\n\n[Other]\n", SH_SCENARIO_ERROR_SYNTAX,
    "f:3:1: unknown group \"[Other]\"; allowed: [Scenario]" },
  { "pace=60\n[Scenario]\n", SH_SCENARIO_ERROR_SYNTAX,
    "f:1:1: \"pace=60\" stands before the group; allowed first: [Scenario]" },
  { "[Scenario]\n# x\nwalking\n", SH_SCENARIO_ERROR_SYNTAX,
    "f:3:1: \"walking\" is no setting; allowed: KEY=VALUE, [Scenario], or # and a comment" },
  { "[Scenario]\n=walking\n", SH_SCENARIO_ERROR_SYNTAX,
    "f:2:1: \"=walking\" is no setting; allowed: KEY=VALUE, [Scenario], or # and a comment" },
  { "[Scenario]\nactivity=w\xFF\n", SH_SCENARIO_ERROR_SYNTAX,
    "f:2:11: a byte that is no text; allowed: text in UTF-8" },
  { "[Scenario]\n\nactivty=walking\n", SH_SCENARIO_ERROR_KEY,
    "f:3:1: unknown key \"activty\"; allowed: " KEYS "; nearest: \"activity\"" },
  { "[Scenario]\nleak=1\n", SH_SCENARIO_ERROR_KEY,
    "f:2:1: unknown key \"leak\"; allowed: " KEYS "; nearest: \"leak.NAME\"" },
  { "[Scenario]\nleek.popliteal-1=1\n", SH_SCENARIO_ERROR_KEY,
    "f:2:1: unknown key \"leek.popliteal-1\"; allowed: " KEYS "; nearest: \"leak.NAME\"" },
  { "[Scenario]\nactivity=wlaking\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:10: wrong value \"wlaking\" for activity; allowed: " ACTIVITIES "; nearest: \"walking\"" },
  { "[Scenario]\nactivity=Walking\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:10: wrong value \"Walking\" for activity; allowed: " ACTIVITIES "; nearest: \"walking\"" },
  { "[Scenario]\nposture=siting\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:9: wrong value \"siting\" for posture; allowed: lying-leg-up, lying, sitting, standing; "
    "nearest: \"sitting\"" },
  { "[Scenario]\ninactive=yes\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:10: wrong value \"yes\" for inactive; allowed: true, false; nearest: \"true\"" },
  { "[Scenario]\ntourniquet=ideel\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:12: wrong value \"ideel\" for tourniquet; allowed: none, ideal; nearest: \"ideal\"" },
  { "[Scenario]\nside=rigth\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:6: wrong value \"rigth\" for side; allowed: left, right; nearest: \"right\"" },
  { "[Scenario]\neffort=1,2\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:8: wrong value \"1,2\" for effort; allowed: a number from 0 to 1.5" },
  { "[Scenario]\neffort=1.51\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:8: wrong value \"1.51\" for effort; allowed: a number from 0 to 1.5" },
  { "[Scenario]\nankle-range=-0.1\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:13: wrong value \"-0.1\" for ankle-range; allowed: a number from 0 to 1" },
  { "[Scenario]\ntoe-pointing=2\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:14: wrong value \"2\" for toe-pointing; allowed: a number from 0 to 1" },
  { "[Scenario]\ncalf-strength=nan\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:15: wrong value \"nan\" for calf-strength; allowed: a number from 0 to 1" },
  { "[Scenario]\nstocking=61\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:10: wrong value \"61\" for stocking; allowed: a number from 0 to 60" },
  { "[Scenario]\nroom-temperature=9\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:18: wrong value \"9\" for room-temperature; allowed: a number from 10 to 40" },
  { "[Scenario]\nbody-height=175\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:13: wrong value \"175\" for body-height; allowed: a number from 1.20 to 2.10" },
  { "[Scenario]\nwater-depth=1.6\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:13: wrong value \"1.6\" for water-depth; allowed: a number from 0 to 1.5" },
  { "[Scenario]\nrepetitions=2.5\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:13: wrong value \"2.5\" for repetitions; allowed: a whole number from 0 to 1000000" },
  { "[Scenario]\nseed=-1\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:6: wrong value \"-1\" for seed; allowed: a whole number of 0 or more" },
  { "[Scenario]\npace=\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:6: wrong value \"\" for pace; allowed: a number inside the activity's range (second-heart "
    "list activities)" },
  { "[Scenario]\npace=500\nactivity=walking\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:6: wrong value \"500\" for pace; allowed for walking: a number from 20 to 170" },
  { "[Scenario]\nleak.popliteal-3=1\n", SH_SCENARIO_ERROR_NAME,
    "f:2:1: unknown valve, vein or group \"popliteal-3\"; allowed: " LEAKS
    "; nearest: \"popliteal-1\"" },
  { "[Scenario]\nleak.deap=1\n", SH_SCENARIO_ERROR_NAME,
    "f:2:1: unknown valve, vein or group \"deap\"; allowed: " LEAKS "; nearest: \"deep\"" },
  { "[Scenario]\nleak.=1\n", SH_SCENARIO_ERROR_NAME,
    "f:2:1: unknown valve, vein or group \"\"; allowed: " LEAKS "; nearest: \"all\"" },
  { "[Scenario]\nleak.all=1.01\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:10: wrong value \"1.01\" for leak.all; allowed: a number from 0 to 1" },
  { "[Scenario]\nnarrowing.poplitael=0.5\n", SH_SCENARIO_ERROR_NAME,
    "f:2:1: unknown vein \"poplitael\"; allowed: " VEINS "; nearest: \"popliteal\"" },
  { "[Scenario]\nnarrowing.iliac=1\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:17: wrong value \"1\" for narrowing.iliac; allowed: a number from 0 to 0.99" },
  { "[Scenario]\nclosed.perforator-low=true\n", SH_SCENARIO_ERROR_NAME,
    "f:2:1: unknown vein \"perforator-low\"; allowed: " VEINS "; nearest: \"peroneal\"" },
  { "[Scenario]\nclosed.great-saphenous=1\n", SH_SCENARIO_ERROR_VALUE,
    "f:2:24: wrong value \"1\" for closed.great-saphenous; allowed: true, false; nearest: "
    "\"true\"" },
  { "[Scenario]\nactivity=cycling\n\nposture=standing\n", SH_SCENARIO_ERROR_POSTURE,
    "f:4:9: cycling cannot be done in the posture \"standing\"; allowed: sitting" },
  { "[Scenario]\nposture=sitting\nactivity=swimming\n", SH_SCENARIO_ERROR_POSTURE,
    "f:2:9: swimming cannot be done in the posture \"sitting\"; allowed: lying" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autoptr (GError) error = NULL;
  ShScenario scenario;
  ShScenario before;

  memset (&scenario, 0x5a, sizeof scenario);
  before = scenario;
  g_assert_false (sh_scenario_parse (mistake->text, -1, "f", NULL, &scenario, &error));
  g_assert_error (error, SH_SCENARIO_ERROR, (int) mistake->code);
  g_assert_cmpstr (error->message, ==, mistake->message);
  /* A half-read scenario is never used. */
  g_assert_cmpmem (&scenario, sizeof scenario, &before, sizeof before);
}

static void
assert_setting (const char *setting, const char *message)
{
  const char *const settings[] = { setting, NULL };
  g_autoptr (GError) error = NULL;
  ShScenario scenario;

  g_assert_false (sh_scenario_load (NULL, settings, &scenario, &error));
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_settings (void)
{
  assert_setting ("pace", "setting \"pace\" is not understood; allowed: KEY=VALUE");
  assert_setting ("", "setting \"\" is not understood; allowed: KEY=VALUE");
  assert_setting ("=1", "setting \"=1\" is not understood; allowed: KEY=VALUE");
  assert_setting (
      "effort=2",
      "setting \"effort=2\": wrong value \"2\" for effort; allowed: a number from 0 to 1.5");
  assert_setting ("sid=left", "setting \"sid=left\": unknown key \"sid\"; allowed: " KEYS
                              "; nearest: \"side\"");
}

static void
test_message_is_one_short_line (void)
{
  g_autofree char *value = g_strnfill (100000, 'x');
  g_autofree char *text = g_strdup_printf ("[Scenario]\npace=%s\n", value);
  g_autoptr (GError) error = NULL;
  ShScenario scenario;

  g_assert_false (sh_scenario_parse (text, -1, "f", NULL, &scenario, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
  assert_setting ("effort=\033[31m\n2",
                  "setting \"effort=\357\277\275[31m\357\277\2752\": wrong value \"\357\277\275[31m"
                  "\357\277\2752\" for effort; allowed: a number from 0 to 1.5");
}

static void
test_files_that_are_none (void)
{
  static const char *const paths[] = { "/no-such-file.scenario", "/", "/dev/zero" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *start = g_strdup_printf ("%s: cannot be read: ", paths[i]);
      ShScenario scenario;

      g_assert_false (sh_scenario_load (paths[i], NULL, &scenario, &error));
      g_assert_true (g_str_has_prefix (error->message, start));
    }
}

static gpointer
write_late (gpointer path)
{
  FILE *pipe;

  g_usleep (G_USEC_PER_SEC / 5);
  pipe = g_fopen (path, "w");
  fputs ("[Scenario]\nactivity=walking\n", pipe);
  fclose (pipe);
  return NULL;
}

/* Opening a pipe waits for a writer, who may never come; one who comes a little late is heard. */
static void
test_pipes (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("second-heart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *message =
      g_strdup_printf ("%s: cannot be read: nothing comes out of it; allowed: a file", path);
  ShScenario scenario;
  GThread *writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (sh_scenario_load (path, NULL, &scenario, &error));
  g_assert_cmpstr (error->message, ==, message);
  writer = g_thread_new ("writer", write_late, path);
  g_assert_true (sh_scenario_load (path, NULL, &scenario, NULL));
  g_assert_cmpint (scenario.activity, ==, SH_ACTIVITY_WALKING);
  g_thread_join (writer);
  g_unlink (path);
  g_rmdir (folder);
}

static const char long_text[] = "# A leg with everything\n[Scenario]\nactivity=cycling\npace=70\n"
                                "leak.great-saphenous=0.8\nleak.popliteal-1=1\nstocking=25\n"
                                "narrowing.femoral=0.6\nclosed.small-saphenous=true\nside=left\n"
                                "body-height=1.62\nroom-temperature=31\nrepetitions=10\n";

static gboolean
is_one_line_about (const GError *error, const char *name)
{
  return strchr (error->message, '\n') == NULL && g_str_has_prefix (error->message, name) &&
         strlen (error->message) > strlen (name) + 10;
}

static void
test_every_beginning (void)
{
  for (gsize length = 0; length < sizeof long_text; length++)
    {
      g_autofree char *text = g_memdup2 (long_text, MAX (length, 1));
      g_autoptr (GError) error = NULL;
      ShScenario scenario;

      if (!sh_scenario_parse (text, (gssize) length, "f", NULL, &scenario, &error))
        g_assert_true (is_one_line_about (error, "f:"));
    }
}

static void
test_every_changed_byte (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_memdup2 (long_text, sizeof long_text);
      g_autoptr (GError) error = NULL;
      ShScenario scenario;

      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        text[g_rand_int_range (rand, 0, (gint32) sizeof long_text - 1)] =
            (char) g_rand_int_range (rand, 0, 256);
      if (!sh_scenario_parse (text, sizeof long_text - 1, "f", NULL, &scenario, &error))
        g_assert_true (is_one_line_about (error, "f:"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/mistakes/number %02" G_GSIZE_FORMAT " is told word for word", i + 1);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/mistakes/a wrong setting is told with its words", test_settings);
  g_test_add_func ("/mistakes/a message is one short line", test_message_is_one_short_line);
  g_test_add_func ("/mistakes/a folder, a device and nothing are no files",
                   test_files_that_are_none);
  g_test_add_func ("/mistakes/a pipe is waited for, but not for ever", test_pipes);
  g_test_add_func ("/mistakes/a file cut off anywhere does no harm", test_every_beginning);
  g_test_add_func ("/mistakes/a file with changed bytes does no harm", test_every_changed_byte);
  return g_test_run ();
}
