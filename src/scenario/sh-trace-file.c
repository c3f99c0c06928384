/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-trace-file.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "sh-json.h"

/* How much of a warmup lies between two looks at the clock. */
#define PROGRESS_S 4.0

/* One column, or one for each vein or valve: where its number stands in a frame. */
typedef struct
{
  const char *name;
  gsize offset;
  int n; /* how many doubles; 0 for a single one without a name behind it */
} ShColumns;

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

static const ShColumns vein_columns[] = { PER_VEIN (pressure_mmhg), PER_VEIN (transmural_mmhg),
                                          PER_VEIN (volume_ml), PER_VEIN (area_ratio),
                                          PER_VEIN (velocity_cm_s) };
static const ShColumns valve_columns[] = { PER_VALVE (flow_ml_s), PER_VALVE (opening) };
static const ShColumns single_columns[] = { SINGLE (muscle_mmhg),     SINGLE (inflow_ml_s),
                                            SINGLE (outflow_ml_s),    SINGLE (filtration_ml_s),
                                            SINGLE (lymph_ml_s),      SINGLE (interstitial_ml),
                                            SINGLE (swelling_percent) };

/* Every column with its full name, in the order of the contract: time first, then all numbers of
 * one vein after the other, then of one valve after the other, then the rest. */
typedef struct
{
  char *name;
  gsize offset;
} ShTraceColumn;

static void
column_clear (gpointer data)
{
  ShTraceColumn *trace = data;

  g_free (trace->name);
}

static void
add_traces (GArray *traces, const ShColumns *columns, gsize n_columns, int index, const char *name)
{
  for (gsize i = 0; i < n_columns; i++)
    {
      ShTraceColumn trace = { name != NULL ? g_strdup_printf ("%s:%s", columns[i].name, name)
                                           : g_strdup (columns[i].name),
                              columns[i].offset + (gsize) index * sizeof (double) };

      g_array_append_val (traces, trace);
    }
}

static GArray *
make_traces (void)
{
  GArray *traces = g_array_new (FALSE, FALSE, sizeof (ShTraceColumn));
  const ShColumns time = SINGLE (time_s);

  g_array_set_clear_func (traces, column_clear);
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
  const ShTraceRows *rows;
  GArray *traces;
  ShTraceSink sink;
  ShTraceProgress progress;
  gpointer user_data;
  GString *row;
  guint64 n_rows;
  double begin_s; /* of the run, at the first row */
} ShTraceTable;

static gboolean
table_text (ShTraceTable *table, const char *text)
{
  return table->sink (text, strlen (text), table->user_data);
}

static gboolean
table_begin (ShTraceTable *table)
{
  if (table->rows->json)
    return table_text (table, "[");
  for (guint i = 0; i < table->traces->len; i++)
    g_string_append_printf (table->row, "%s%s", i > 0 ? "," : "",
                            g_array_index (table->traces, ShTraceColumn, i).name);
  g_string_append_c (table->row, '\n');
  return table->sink (table->row->str, table->row->len, table->user_data);
}

static void
append_number (ShTraceTable *table, const ShTraceColumn *trace, const ShFrame *row)
{
  if (table->rows->json)
    {
      sh_json_append_string (table->row, trace->name);
      g_string_append_c (table->row, ':');
    }
  /* Adding 0 turns a negative zero into a plain one. */
  sh_json_append_number (table->row, G_STRUCT_MEMBER (double, row, trace->offset) + 0.0);
}

/* One row: the state at its instant, and the exchange flows as means since the row before. */
static gboolean
table_row (ShTraceTable *table, const ShFrame *frame, const ShFrame *previous)
{
  ShFrame row = *frame;

  if (table->n_rows > 0)
    sh_frame_average_flows (&row, previous);
  row.time_s -= table->begin_s;
  g_string_truncate (table->row, 0);
  if (table->rows->json)
    g_string_append (table->row, table->n_rows > 0 ? ",\n{" : "\n{");
  for (guint i = 0; i < table->traces->len; i++)
    {
      if (i > 0)
        g_string_append_c (table->row, ',');
      append_number (table, &g_array_index (table->traces, ShTraceColumn, i), &row);
    }
  g_string_append (table->row, table->rows->json ? "}" : "\n");
  table->n_rows++;
  return table->sink (table->row->str, table->row->len, table->user_data);
}

/* Tells how far the run has come, at @time_s since its beginning. */
static gboolean
table_progress (ShTraceTable *table, double time_s)
{
  double whole_s = table->rows->warmup_s + table->rows->duration_s;

  return table->progress == NULL ||
         table->progress (whole_s > 0 ? time_s / whole_s : 1.0, table->user_data);
}

static gboolean
write_rows (ShTraceTable *table, ShLeg *leg)
{
  const ShTraceRows *rows = table->rows;
  ShFrame previous;
  ShFrame frame;
  guint64 n_rows = (guint64) floor (rows->duration_s * rows->rate_hz + 1e-6) + 1;
  gboolean going = TRUE;

  for (double done_s = 0; done_s < rows->warmup_s && going; done_s += PROGRESS_S)
    {
      sh_leg_advance_to (leg, done_s);
      going = table_progress (table, done_s);
    }
  sh_leg_advance_to (leg, rows->warmup_s);
  sh_leg_read (leg, &frame);
  table->begin_s = frame.time_s;
  previous = frame;
  for (guint64 row = 0; row < n_rows && going; row++)
    {
      double time_s = rows->warmup_s + (double) row / rows->rate_hz;

      sh_leg_advance_to (leg, time_s);
      sh_leg_read (leg, &frame);
      going = table_row (table, &frame, &previous) && table_progress (table, time_s);
      previous = frame;
    }
  return going;
}

gboolean
sh_trace_write (ShLeg *leg,
                const ShTraceRows *rows,
                ShTraceSink sink,
                ShTraceProgress progress,
                gpointer user_data)
{
  ShTraceTable table = { .rows = rows,
                         .traces = make_traces (),
                         .sink = sink,
                         .progress = progress,
                         .user_data = user_data,
                         .row = g_string_sized_new (4096) };
  gboolean whole = table_begin (&table) && write_rows (&table, leg);

  if (whole && rows->json)
    whole = table_text (&table, "\n]\n");
  g_string_free (table.row, TRUE);
  g_array_unref (table.traces);
  return whole;
}
