/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-trace-sheet.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-chart.h"
#include "sh-paper.h"
#include "sh-text.h"

#define MARGIN 18.0
#define TITLE_SIZE 20.0
#define NOTE_SIZE 12.5
/* A run that has just begun is shown at the end of an axis of this length. */
#define LEAST_SPAN_S 10.0
/* Every pressure between lying and standing with leaks fits. */
#define PRESSURE_TOP_MMHG 120.0
/* The pressure in veins of people who stand still: at the ankle mean 76 mmHg (Stick 1993, Eur J
 * Appl Physiol 66:434) and median 84 (Stick 1992, J Appl Physiol 72:2063), in the foot mean 95
 * (Perry 1986, J Appl Physiol 60:2114). */
#define STANDING_LOW_MMHG 76.0
#define STANDING_HIGH_MMHG 95.0

enum
{
  TRACE_PRESSURE,
  TRACE_BLOOD,
  TRACE_FLOW,
  N_TRACES
};

struct _ShTraceSheet
{
  GArray *time_s; /* double */
  GArray *value[N_TRACES];
  GArray *other[N_TRACES]; /* as long as the values, or empty */
};

ShTraceSheet *
sh_trace_sheet_new (void)
{
  ShTraceSheet *sheet = g_new0 (ShTraceSheet, 1);

  sheet->time_s = g_array_new (FALSE, FALSE, sizeof (double));
  for (int i = 0; i < N_TRACES; i++)
    {
      sheet->value[i] = g_array_new (FALSE, FALSE, sizeof (double));
      sheet->other[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  return sheet;
}

void
sh_trace_sheet_free (ShTraceSheet *sheet)
{
  g_array_unref (sheet->time_s);
  for (int i = 0; i < N_TRACES; i++)
    {
      g_array_unref (sheet->value[i]);
      g_array_unref (sheet->other[i]);
    }
  g_free (sheet);
}

static void
add_values (GArray *values[N_TRACES], const ShFrame *frame)
{
  double flow = frame->below_knee_up_ml_s - frame->below_knee_down_ml_s;

  g_array_append_val (values[TRACE_PRESSURE], frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE]);
  g_array_append_val (values[TRACE_BLOOD], frame->calf_blood_ml);
  g_array_append_val (values[TRACE_FLOW], flow);
}

void
sh_trace_sheet_add (ShTraceSheet *sheet, const ShFrame *frame, const ShFrame *other)
{
  g_array_append_val (sheet->time_s, frame->time_s);
  add_values (sheet->value, frame);
  if (other != NULL)
    add_values (sheet->other, other);
}

static void
widen (const GArray *values, double *low, double *high)
{
  for (guint i = 0; i < values->len; i++)
    {
      *low = fmin (*low, g_array_index (values, double, i));
      *high = fmax (*high, g_array_index (values, double, i));
    }
}

/* A range of round steps that holds all values of both legs. */
static void
set_range (const ShTraceSheet *sheet, int trace, ShChartTrace *chart)
{
  double step;

  chart->low = 0;
  chart->high = 1;
  widen (sheet->value[trace], &chart->low, &chart->high);
  widen (sheet->other[trace], &chart->low, &chart->high);
  step = sh_chart_nice_step (chart->high - chart->low, 4);
  chart->low = floor (chart->low / step) * step;
  chart->high = ceil (chart->high / step) * step;
}

static void
make_traces (const ShTraceSheet *sheet, const ShTheme *theme, ShChartTrace traces[N_TRACES])
{
  const char *labels[N_TRACES] = { C_ ("chart", "Ankle pressure, mmHg"),
                                   C_ ("chart", "Blood in the lower leg, mL"),
                                   C_ ("chart", "Flow below the knee, upward positive, mL/s") };

  for (int i = 0; i < N_TRACES; i++)
    {
      const GArray *other = sheet->other[i];

      traces[i] = (ShChartTrace){ .label = labels[i],
                                  .time_s = (const double *) (void *) sheet->time_s->data,
                                  .value = (const double *) (void *) sheet->value[i]->data,
                                  .n = sheet->time_s->len,
                                  .color = theme->vein_text };
      if (other->len == sheet->time_s->len && other->len > 0)
        traces[i].twin = (const double *) (void *) other->data;
      set_range (sheet, i, &traces[i]);
    }
  traces[TRACE_PRESSURE].low = fmin (traces[TRACE_PRESSURE].low, 0);
  traces[TRACE_PRESSURE].high = fmax (traces[TRACE_PRESSURE].high, PRESSURE_TOP_MMHG);
  traces[TRACE_PRESSURE].band_low = STANDING_LOW_MMHG;
  traces[TRACE_PRESSURE].band_high = STANDING_HIGH_MMHG;
}

/* What band and thin line are, with a sample of each before it; returns how far down it reaches. */
static double
draw_note (cairo_t *cr,
           const ShTheme *theme,
           const char *text,
           gboolean band,
           double y,
           double scale,
           double width)
{
  double size = NOTE_SIZE * scale;
  ShTextStyle style = { .size = size, .width = width - 2.4 * size, .color = theme->text };
  double height;

  sh_text_measure (cr, text, &style, NULL, &height);
  sh_text_draw (cr, text, MARGIN + 2.4 * size, y + size, &style);
  if (band)
    cairo_rectangle (cr, MARGIN, y + 0.15 * size, 1.8 * size, size);
  else
    cairo_rectangle (cr, MARGIN, y + 0.6 * size, 1.8 * size, 1.2);
  sh_set_color (cr, band ? theme->vein_text : theme->text_quiet, band ? 0.16 : 1);
  cairo_fill (cr);
  return y + height + 0.2 * size;
}

static double
draw_head (const ShTraceSheet *sheet, cairo_t *cr, const ShTraceSheetOptions *o)
{
  const ShTheme *theme = sh_theme (o->theme);
  double scale = CLAMP (o->text_scale, 1.0, 2.0), width = o->width - 2 * MARGIN;
  ShTextStyle title = { .size = TITLE_SIZE * scale, .width = width, .color = theme->text };
  const char *text = C_ ("chart", "The last minute");
  double y = MARGIN, height;

  if (o->labels == SH_LABELS_NONE)
    return y;
  sh_text_measure (cr, text, &title, NULL, &height);
  sh_text_draw (cr, text, MARGIN, y + title.size, &title);
  y += height + 4;
  y = draw_note (cr, theme,
                 C_ ("chart", "Measured in people who stand still: 76 to 95 mmHg, ankle to foot "
                              "(Stick 1992, 1993; Perry 1986)"),
                 TRUE, y, scale, width);
  if (sheet->other[0]->len > 0)
    y = draw_note (cr, theme,
                   o->other != NULL ? o->other : C_ ("chart", "A healthy leg that does the same"),
                   FALSE, y, scale, width);
  return y + 0.6 * MARGIN;
}

/* All sizes are meant for a picture of 1280 × 800; a larger one is the same, larger. */
static double
zoom_of (const ShTraceSheetOptions *options)
{
  return fmax (1.0, fmin (options->width / 1280.0, options->height / 800.0));
}

void
sh_trace_sheet_draw (ShTraceSheet *sheet, cairo_t *cr, const ShTraceSheetOptions *options)
{
  const ShTheme *theme = sh_theme (options->theme);
  double zoom = zoom_of (options), top;
  ShTraceSheetOptions o = *options;
  ShChartTrace traces[N_TRACES];
  ShChart chart = {
    .traces = traces, .n_traces = N_TRACES, .theme = o.theme, .text_scale = o.text_scale
  };

  g_return_if_fail (sheet->time_s->len > 0);
  sh_paper_draw (cr, theme, o.width, o.height);
  o.width /= zoom;
  o.height /= zoom;
  cairo_save (cr);
  cairo_scale (cr, zoom, zoom);
  top = MIN (draw_head (sheet, cr, &o), 0.5 * o.height);
  make_traces (sheet, theme, traces);
  chart.to_s = g_array_index (sheet->time_s, double, sheet->time_s->len - 1);
  chart.from_s = fmin (g_array_index (sheet->time_s, double, 0), chart.to_s - LEAST_SPAN_S);
  cairo_translate (cr, MARGIN, top);
  sh_chart_draw (&chart, cr, o.width - 2 * MARGIN, o.height - top - 0.6 * MARGIN);
  cairo_restore (cr);
}
