/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-answer-axes.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-text.h"

#define ROWS 4
#define MOST_TICKS 6
/* In letter sizes: room for the numbers of the upright axis, and of rows above and below. */
#define GUTTER 3.2
#define ROW 1.5
/* From here on time is counted in minutes. */
#define MINUTES_FROM_S 300.0

void
sh_answer_axes_plot (const ShAnswerAxes *axes, cairo_rectangle_t *plot)
{
  const cairo_rectangle_t *rect = &axes->rect;
  double size = axes->size;

  *plot = (cairo_rectangle_t){ rect->x + GUTTER * size, rect->y + 2.0 * size,
                               MAX (rect->width - (GUTTER + 1.2) * size, 1.0),
                               MAX (rect->height - (2.0 + 2.0 * ROW) * size, 1.0) };
}

/* The seconds from one number of the time axis to the next. */
static double
tick_s (double duration_s)
{
  static const double steps_s[] = { 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps_s); i++)
    if (duration_s / steps_s[i] <= MOST_TICKS)
      return steps_s[i];
  return duration_s / MOST_TICKS;
}

static gboolean
in_minutes (const ShAnswerAxes *axes)
{
  return axes->duration_s >= MINUTES_FROM_S;
}

static char *
row_text (const ShLessonMeasureInfo *info, int row)
{
  double value = info->low + (info->high - info->low) * row / ROWS;

  return info->unit == SH_UNIT_MMHG ? sh_pressure_number_for_people (value, 0)
                                    : sh_number_for_people (value, info->decimals);
}

static void
draw_rows (const ShAnswerAxes *axes,
           cairo_t *cr,
           const cairo_rectangle_t *plot,
           const ShLessonMeasureInfo *info)
{
  const ShTextStyle style = { .size = axes->size, .align = 1.0, .color = axes->ink };

  cairo_set_source_rgba (cr, axes->ink.r, axes->ink.g, axes->ink.b, 0.18);
  cairo_set_line_width (cr, 0.08 * axes->size);
  for (int i = 0; i <= ROWS; i++)
    {
      cairo_move_to (cr, plot->x, plot->y + plot->height * i / ROWS);
      cairo_rel_line_to (cr, plot->width, 0.0);
    }
  cairo_stroke (cr);
  for (int i = 0; i <= ROWS; i++)
    {
      g_autofree char *text = row_text (info, ROWS - i);

      /* Where rows lie close, every second one has its number. */
      if (plot->height / ROWS > 1.3 * axes->size || i % 2 == 0)
        sh_text_draw (cr, text, plot->x - 0.5 * axes->size,
                      plot->y + plot->height * i / ROWS + 0.35 * axes->size, &style);
    }
}

static void
draw_times (const ShAnswerAxes *axes, cairo_t *cr, const cairo_rectangle_t *plot)
{
  const ShTextStyle style = { .size = axes->size, .align = 0.5, .color = axes->ink };
  double step_s = tick_s (axes->duration_s);
  double y = plot->y + plot->height;

  for (double s = 0.0; s <= axes->duration_s * 1.0001; s += step_s)
    {
      g_autofree char *text = sh_number_for_people (in_minutes (axes) ? s / 60.0 : s, 0);
      double x = plot->x + plot->width * s / axes->duration_s;

      cairo_move_to (cr, x, y);
      cairo_rel_line_to (cr, 0.0, 0.35 * axes->size);
      cairo_stroke (cr);
      sh_text_draw (cr, text, x, y + 1.35 * axes->size, &style);
    }
}

void
sh_answer_axes_draw (const ShAnswerAxes *axes, cairo_t *cr)
{
  ShTextStyle style = { .size = axes->size, .color = axes->ink };
  ShLessonMeasureInfo info;
  cairo_rectangle_t plot;

  g_return_if_fail (axes->duration_s > 0.0);

  sh_lesson_measure_info (axes->measure, &info);
  sh_answer_axes_plot (axes, &plot);
  draw_rows (axes, cr, &plot, &info);
  cairo_set_source_rgba (cr, axes->ink.r, axes->ink.g, axes->ink.b, 0.85);
  cairo_set_line_width (cr, 0.09 * axes->size);
  cairo_move_to (cr, plot.x, plot.y);
  cairo_rel_line_to (cr, 0.0, plot.height);
  cairo_rel_line_to (cr, plot.width, 0.0);
  cairo_stroke (cr);
  draw_times (axes, cr, &plot);
  sh_text_draw (cr, info.label, axes->rect.x + 0.3 * axes->size, axes->rect.y + axes->size, &style);
  style.align = 1.0;
  sh_text_draw (cr, in_minutes (axes) ? C_ ("curve", "Time (min)") : C_ ("curve", "Time (s)"),
                plot.x + plot.width, plot.y + plot.height + 2.75 * axes->size, &style);
}

void
sh_answer_axes_place (const ShAnswerAxes *axes, double part, double value, double *x, double *y)
{
  ShLessonMeasureInfo info;
  cairo_rectangle_t plot;

  sh_lesson_measure_info (axes->measure, &info);
  sh_answer_axes_plot (axes, &plot);
  *x = plot.x + plot.width * part;
  *y = plot.y + plot.height * (1.0 - CLAMP ((value - info.low) / (info.high - info.low), 0.0, 1.0));
}

void
sh_answer_axes_stroke (const ShAnswerAxes *axes, cairo_t *cr, const double *values, int n)
{
  gboolean down = FALSE;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (int i = 0; i < n; i++)
    {
      double x, y;

      if (isnan (values[i]))
        {
          down = FALSE;
          continue;
        }
      sh_answer_axes_place (axes, (double) i / MAX (n - 1, 1), values[i], &x, &y);
      if (down)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      down = TRUE;
    }
  cairo_stroke (cr);
}
