/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-clinic.h"
#include "sh-json.h"
#include "sh-output.h"
#include "sh-scenario-floor.h"
#include "sh-table.h"

/* Splits what follows the command's name into tests and the scenario's file: a name of a test is a
 * test, anything else a file, of which there is at most one and at the end. */
static gboolean
read_arguments (int argc, char **argv, GArray *tests, const char **path)
{
  const char *names[SH_N_TESTS];

  for (int i = 0; i < SH_N_TESTS; i++)
    names[i] = sh_test_name ((ShTest) i);
  for (int i = 1; i < argc; i++)
    {
      ShTest test = sh_test_from_name (argv[i]);
      int unused = 0;

      if (test != SH_TEST_NONE)
        g_array_append_val (tests, test);
      else if (i + 1 == argc && tests->len > 0)
        *path = argv[i];
      else
        return sh_cli_choice ("measure", argv[i], names, SH_N_TESTS, &unused);
    }
  return tests->len > 0 || sh_cli_choice ("measure", "", names, SH_N_TESTS, NULL);
}

/* Only a test that runs a scenario for a stated time knows how far it has come. */
typedef struct
{
  ShProgress progress;
  double duration_s; /* 0 when the test finds its end itself */
} ShMeasureProgress;

static bool
watch_cb (const ShFrame *frame, ShStep step, void *data)
{
  ShMeasureProgress *watched = data;

  if (watched->duration_s > 0)
    sh_progress_show (&watched->progress, frame->time_s / watched->duration_s);
  return true;
}

static int
measure (const ShScenario *scenario, double duration_s, const GArray *tests, ShMeasure *measures)
{
  ShMeasureProgress watched;
  ShMeasureOptions options = { duration_s, watch_cb, &watched };
  ShStatus status = SH_STATUS_OK;

  sh_progress_begin (&watched.progress, NULL);
  for (guint i = 0; i < tests->len && status == SH_STATUS_OK; i++)
    {
      ShTest test = g_array_index (tests, ShTest, i);

      watched.duration_s = sh_test_duration_s (test);
      if (watched.duration_s > 0 && duration_s > 0)
        watched.duration_s = duration_s;
      status = sh_measure (test, scenario, &options, &measures[i]);
    }
  sh_progress_end (&watched.progress);
  return status == SH_STATUS_OK ? 0 : sh_cli_fail_status (status);
}

static void
append_object (GString *json, const ShMeasure *result, gboolean with_test)
{
  g_string_append (json, "{");
  if (with_test)
    {
      g_string_append (json, "\"test\": ");
      sh_json_append_string (json, sh_test_name (result->test));
      g_string_append (json, ", ");
    }
  for (int i = 0; i < result->n_results; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      sh_json_append_string (json, result->results[i].name);
      g_string_append (json, ": ");
      sh_json_append_number (json, result->results[i].value);
    }
  g_string_append (json, "}");
}

/* One flat object for one test, an array of such objects, each with its test, for several. */
static int
print_json (const ShMeasure *measures, guint n)
{
  g_autoptr (GString) json = g_string_new (n > 1 ? "[\n  " : NULL);
  ShOutput *output = sh_output_open (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (json, i > 0 ? ",\n  " : "");
      append_object (json, &measures[i], n > 1);
    }
  g_string_append (json, n > 1 ? "\n]\n" : "\n");
  sh_output_write (output, json->str, json->len);
  return sh_output_close (output);
}

static int
print_table (const ShMeasure *measures, guint n)
{
  static const char *const columns[] = { "test", "result", "value" };
  g_autoptr (ShTable) table = sh_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n; i++)
    for (int j = 0; j < measures[i].n_results; j++)
      {
        sh_table_add_text (table, sh_test_name (measures[i].test));
        sh_table_add_text (table, measures[i].results[j].name);
        sh_table_add_number (table, measures[i].results[j].value, 2);
      }
  return sh_table_finish (table, 0);
}

static int
run_measure (int argc, char **argv)
{
  g_auto (GStrv) settings = NULL;
  g_autofree char *duration_text = NULL;
  g_autofree char *format_text = NULL;
  g_autoptr (GArray) tests = g_array_new (FALSE, FALSE, sizeof (ShTest));
  g_autofree ShMeasure *measures = NULL;
  const char *path = NULL;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &settings,
      NC_ ("option", "set a key of the scenario"), "KEY=VALUE" },
    { "duration", 0, 0, G_OPTION_ARG_STRING, &duration_text,
      NC_ ("option", "how long the tests run that run a scenario, in seconds"), "S" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, NC_ ("option", "table or json"),
      "FORMAT" },
    { NULL }
  };
  double duration_s = 0;
  ShScenario scenario;
  int format = 0;
  int status;

  if (!sh_cli_parse (&sh_command_measure_info, "TEST… [FILE]", entries, &argc, &argv, G_MAXINT) ||
      !sh_cli_number ("--duration", duration_text, 1, 1e6, &duration_s) ||
      !sh_cli_choice ("--format", format_text, sh_table_formats, 2, &format) ||
      !read_arguments (argc, argv, tests, &path))
    return SH_EXIT_USAGE;
  status = sh_cli_scenario (path, settings, &scenario);
  measures = g_new0 (ShMeasure, tests->len);
  if (status == 0)
    status = measure (&scenario, duration_s, tests, measures);
  if (status != 0)
    return status;
  return format == 1 ? print_json (measures, tests->len) : print_table (measures, tests->len);
}

const ShCommand sh_command_measure_info = {
  "measure", NC_ ("command", "Does the vascular laboratory's tests on the leg."), run_measure
};
