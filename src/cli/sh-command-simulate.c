/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-json.h"
#include "sh-output.h"

/* How much of a warmup lies between two looks at the clock. */
#define PROGRESS_S 4.0

/* One column, or one for each vein or valve: where its number stands in a frame. */
typedef struct
{
  const char *name;
  gsize offset;
  int n; /* how many doubles; 0 for a single one without a name behind it */
} ShColumn;

#define SINGLE(field)                                                                              \
  {                                                                                                \
#field, offsetof(ShFrame, field), 0                                                            \
  }
#define PER_VEIN(field)                                                                            \
  {                                                                                                \
#field, offsetof(ShFrame, field), SH_N_VEINS                                                   \
  }
#define PER_VALVE(field)                                                                           \
  {                                                                                                \
#field, offsetof(ShFrame, field), SH_N_VALVES                                                  \
  }

static const ShColumn vein_columns[] = { PER_VEIN (pressure_mmhg), PER_VEIN (transmural_mmhg),
                                         PER_VEIN (volume_ml), PER_VEIN (area_ratio),
                                         PER_VEIN (velocity_cm_s) };
static const ShColumn valve_columns[] = { PER_VALVE (flow_ml_s), PER_VALVE (opening) };
static const ShColumn single_columns[] = { SINGLE (muscle_mmhg),     SINGLE (inflow_ml_s),
                                           SINGLE (outflow_ml_s),    SINGLE (filtration_ml_s),
                                           SINGLE (lymph_ml_s),      SINGLE (interstitial_ml),
                                           SINGLE (swelling_percent) };

/* Every column with its full name, in the order of the contract: time first, then all numbers of
 * one vein after the other, then of one valve after the other, then the rest. */
typedef struct
{
  char *name;
  gsize offset;
} ShTrace;

static void
trace_clear (gpointer data)
{
  ShTrace *trace = data;

  g_free (trace->name);
}

static void
add_traces (GArray *traces, const ShColumn *columns, gsize n_columns, int index, const char *name)
{
  for (gsize i = 0; i < n_columns; i++)
    {
      ShTrace trace = { name != NULL ? g_strdup_printf ("%s:%s", columns[i].name, name)
                                     : g_strdup (columns[i].name),
                        columns[i].offset + (gsize) index * sizeof (double) };

      g_array_append_val (traces, trace);
    }
}

static GArray *
make_traces (void)
{
  GArray *traces = g_array_new (FALSE, FALSE, sizeof (ShTrace));
  const ShColumn time = SINGLE (time_s);

  g_array_set_clear_func (traces, trace_clear);
  add_traces (traces, &time, 1, 0, NULL);
  for (int i = 0; i < SH_N_VEINS; i++)
    add_traces (traces, vein_columns, G_N_ELEMENTS (vein_columns), i,
                sh_vein_info ((ShVein) i)->name);
  for (int i = 0; i < SH_N_VALVES; i++)
    add_traces (traces, valve_columns, G_N_ELEMENTS (valve_columns), i,
                sh_valve_info ((ShValve) i)->name);
  add_traces (traces, single_columns, G_N_ELEMENTS (single_columns), 0, NULL);
  return traces;
}

/* Everything that the writing of rows needs. */
typedef struct
{
  GArray *traces;
  ShOutput *output;
  gboolean json;
  GString *row;
  guint64 n_rows;
  double begin_s; /* of the run, at the first row */
} ShTraceTable;

static void
table_begin (ShTraceTable *table)
{
  if (table->json)
    {
      sh_output_text (table->output, "[");
      return;
    }
  for (guint i = 0; i < table->traces->len; i++)
    g_string_append_printf (table->row, "%s%s", i > 0 ? "," : "",
                            g_array_index (table->traces, ShTrace, i).name);
  g_string_append_c (table->row, '\n');
  sh_output_write (table->output, table->row->str, table->row->len);
}

/* One row: the state at its instant, and the exchange flows as means since the row before, so that
 * every millilitre can be checked from the file. */
static gboolean
table_row (ShTraceTable *table, const ShFrame *frame, const ShFrame *previous)
{
  ShFrame row = *frame;

  if (table->n_rows > 0)
    sh_frame_average_flows (&row, previous);
  row.time_s -= table->begin_s;
  g_string_truncate (table->row, 0);
  if (table->json)
    g_string_append (table->row, table->n_rows > 0 ? ",\n{" : "\n{");
  for (guint i = 0; i < table->traces->len; i++)
    {
      const ShTrace *trace = &g_array_index (table->traces, ShTrace, i);
      /* Adding 0 turns a negative zero into a plain one. */
      double number = G_STRUCT_MEMBER (double, &row, trace->offset) + 0.0;

      if (i > 0)
        g_string_append_c (table->row, ',');
      if (table->json)
        {
          sh_json_append_string (table->row, trace->name);
          g_string_append_c (table->row, ':');
        }
      sh_json_append_number (table->row, number);
    }
  g_string_append (table->row, table->json ? "}" : "\n");
  table->n_rows++;
  return sh_output_write (table->output, table->row->str, table->row->len);
}

static gboolean
write_rows (ShTraceTable *table, ShLeg *leg, double warmup_s, double duration_s, double rate_hz)
{
  ShProgress progress;
  ShFrame previous;
  ShFrame frame;
  guint64 n_rows = (guint64) floor (duration_s * rate_hz + 1e-6) + 1;
  gboolean going = TRUE;

  sh_progress_begin (&progress, table->output);
  for (double done_s = 0; done_s < warmup_s; done_s += PROGRESS_S)
    {
      sh_leg_advance_to (leg, done_s);
      sh_progress_show (&progress, done_s / (warmup_s + duration_s));
    }
  sh_leg_advance_to (leg, warmup_s);
  sh_leg_read (leg, &frame);
  table->begin_s = frame.time_s;
  previous = frame;
  for (guint64 row = 0; row < n_rows && going; row++)
    {
      sh_leg_advance_to (leg, warmup_s + (double) row / rate_hz);
      sh_leg_read (leg, &frame);
      going = table_row (table, &frame, &previous);
      previous = frame;
      sh_progress_show (&progress, (warmup_s + (double) row / rate_hz) / (warmup_s + duration_s));
    }
  sh_progress_end (&progress);
  return going;
}

static int
simulate (const ShScenario *scenario,
          double warmup_s,
          double duration_s,
          double rate_hz,
          gboolean json,
          const char *path)
{
  ShTraceTable table = { 0 };
  ShLeg *leg = sh_leg_new ();
  ShStatus status = leg != NULL ? sh_leg_reset (leg, scenario) : SH_STATUS_NO_MEMORY;
  int exit_status;

  if (status != SH_STATUS_OK)
    {
      sh_leg_free (leg);
      return sh_cli_fail (SH_EXIT_FAILURE,
                          g_dpgettext2 (SH_GETTEXT_DOMAIN, "status", sh_status_text (status)));
    }
  table.output = sh_output_open (path);
  if (table.output == NULL)
    {
      sh_leg_free (leg);
      return SH_EXIT_FAILURE;
    }
  table.traces = make_traces ();
  table.json = json;
  table.row = g_string_sized_new (4096);
  table_begin (&table);
  if (write_rows (&table, leg, warmup_s, duration_s, rate_hz) && json)
    sh_output_text (table.output, "\n]\n");
  exit_status = sh_output_close (table.output);
  g_string_free (table.row, TRUE);
  g_array_unref (table.traces);
  sh_leg_free (leg);
  return exit_status;
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
  double warmup_s = 0;
  double duration_s = 60;
  double rate_hz = 50;
  int format = 0;
  int status;

  if (!sh_cli_parse (&sh_command_simulate_info, "[FILE]", entries, &argc, &argv, 1) ||
      !sh_cli_number ("--warmup", warmup_text, 0, 1e6, &warmup_s) ||
      !sh_cli_number ("--duration", duration_text, 0, 1e6, &duration_s) ||
      !sh_cli_number ("--rate", rate_text, 1e-3, 1e3, &rate_hz) ||
      !sh_cli_choice ("--format", format_text, formats, G_N_ELEMENTS (formats), &format))
    return SH_EXIT_USAGE;
  status = sh_cli_scenario (argc > 1 ? argv[1] : NULL, settings, &scenario);
  if (status != 0)
    return status;
  return simulate (&scenario, warmup_s, duration_s, rate_hz, format == 1, path);
}

const ShCommand sh_command_simulate_info = {
  "simulate", NC_ ("command", "Runs the model and writes every number of every instant."),
  run_simulate
};
