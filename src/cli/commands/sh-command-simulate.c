/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-output.h"
#include "sh-trace-file.h"

/* Where the table goes, and who is told how far it is. */
typedef struct
{
  ShOutput *output;
  ShProgress progress;
} Target;

static gboolean
write_cb (const char *text, gsize length, gpointer user_data)
{
  return sh_output_write (((Target *) user_data)->output, text, length);
}

static gboolean
progress_cb (double part, gpointer user_data)
{
  sh_progress_show (&((Target *) user_data)->progress, part);
  return TRUE;
}

static int
simulate (const ShScenario *scenario, const ShTraceRows *rows, const char *path)
{
  Target target = { 0 };
  ShLeg *leg = sh_leg_new ();
  ShStatus status = leg != NULL ? sh_leg_reset (leg, scenario) : SH_STATUS_NO_MEMORY;

  if (status != SH_STATUS_OK)
    {
      sh_leg_free (leg);
      return sh_cli_fail_status (status);
    }
  target.output = sh_output_open (path);
  if (target.output == NULL)
    {
      sh_leg_free (leg);
      return SH_EXIT_FAILURE;
    }
  sh_progress_begin (&target.progress, target.output);
  sh_trace_write (leg, rows, write_cb, progress_cb, &target);
  sh_progress_end (&target.progress);
  sh_leg_free (leg);
  return sh_output_close (target.output);
}

static int
run_simulate (int argc, char **argv)
{
  static const char *const formats[] = { "csv", "json" };
  g_auto (GStrv) settings = NULL;
  g_autofree char *warmup_text = NULL;
  g_autofree char *duration_text = NULL;
  g_autofree char *rate_text = NULL;
  g_autofree char *format_text = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &settings,
      NC_ ("option", "set a key of the scenario"), "KEY=VALUE" },
    { "warmup", 0, 0, G_OPTION_ARG_STRING, &warmup_text,
      NC_ ("option", "seconds that run before the first row (0)"), "S" },
    { "duration", 0, 0, G_OPTION_ARG_STRING, &duration_text,
      NC_ ("option", "seconds from the first row to the last (60)"), "S" },
    { "rate", 0, 0, G_OPTION_ARG_STRING, &rate_text, NC_ ("option", "rows a second (50)"), "HZ" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, NC_ ("option", "csv or json"), "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NC_ ("option", "write to a file"), "FILE" },
    { NULL }
  };
  ShScenario scenario;
  ShTraceRows rows = { .warmup_s = 0, .duration_s = 60, .rate_hz = 50 };
  int format = 0;
  int status;

  if (!sh_cli_parse (&sh_command_simulate_info, "[FILE]", entries, &argc, &argv, 1) ||
      !sh_cli_number ("--warmup", warmup_text, 0, 1e6, &rows.warmup_s) ||
      !sh_cli_number ("--duration", duration_text, 0, 1e6, &rows.duration_s) ||
      !sh_cli_number ("--rate", rate_text, 1e-3, 1e3, &rows.rate_hz) ||
      !sh_cli_choice ("--format", format_text, formats, G_N_ELEMENTS (formats), &format))
    return SH_EXIT_USAGE;
  status = sh_cli_scenario (argc > 1 ? argv[1] : NULL, settings, &scenario);
  if (status != 0)
    return status;
  rows.json = format == 1;
  return simulate (&scenario, &rows, path);
}

const ShCommand sh_command_simulate_info = {
  "simulate", NC_ ("command", "Runs the model and writes every number of every instant."),
  run_simulate
};
