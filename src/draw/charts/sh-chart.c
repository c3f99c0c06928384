/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-private.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-text.h"

#define LABEL_SIZE 13.0
#define VALUE_SIZE 19.0

double
sh_chart_nice_step (double range, int n)
{
  double raw, power, digit;

  if (!(range > 0) || n < 1)
    return 1;
  raw = range / n;
  power = pow (10.0, floor (log10 (raw)));
  digit = raw / power;
  /* A hair of slack, so that an exact fit is not lost to rounding. */
  if (digit <= 1.0 + 1e-9)
    return power;
  if (digit <= 2.0 + 1e-9)
    return 2 * power;
  return digit <= 5.0 + 1e-9 ? 5 * power : 10 * power;
}

static double
place_y (const ShChartTrace *trace, const ShChartStrip *strip, double value)
{
  double span = MAX (trace->high - trace->low, 1e-9);

  return strip->bottom -
         CLAMP ((value - trace->low) / span, 0.0, 1.0) * (strip->bottom - strip->top);
}

/* The widest number of all scales decides how far right the plots begin. */
static double
scale_width (const ShChart *chart, double size, cairo_t *cr)
{
  ShTextStyle style = sh_chart_text_style (sh_theme (chart->theme), size, 1, FALSE);
  double widest = 0;

  for (gsize i = 0; i < chart->n_traces; i++)
    {
      const ShChartTrace *trace = &chart->traces[i];
      double step = sh_chart_nice_step (trace->high - trace->low, 5);
      const double ends[] = { trace->low, trace->high };

      for (gsize k = 0; k < G_N_ELEMENTS (ends); k++)
        {
          g_autofree char *text = sh_chart_number_text (ends[k], step);
          double width;

          sh_text_measure (cr, text, &style, &width, NULL);
          widest = MAX (widest, width);
        }
    }
  return widest + 0.9 * size;
}

/** The points of one pixel column: its first, lowest and highest value, in the order of time. */
typedef struct
{
  double x, first;
  double low, low_x;
  double high, high_x;
} Column;

static void
end_column (const Column *column, cairo_t *cr)
{
  gboolean low_first = column->low_x < column->high_x;

  cairo_line_to (cr, column->x, column->first);
  if (column->high - column->low < 0.75)
    return;
  cairo_line_to (cr, low_first ? column->low_x : column->high_x,
                 low_first ? column->low : column->high);
  cairo_line_to (cr, low_first ? column->high_x : column->low_x,
                 low_first ? column->high : column->low);
}

/* At most three points for a pixel: as exact as the eye, and cheap. */
static void
trace_path (const ShChart *chart,
            const ShChartTrace *trace,
            const double *value,
            const ShChartStrip *strip,
            cairo_t *cr)
{
  Column column = { .x = -G_MAXDOUBLE };

  for (gsize i = 0; i < trace->n; i++)
    {
      double x = sh_chart_strip_x (chart, strip, trace->time_s[i]);
      double y;

      if (x < strip->left - 1 || x > strip->right + 1 || !isfinite (value[i]))
        continue;
      y = place_y (trace, strip, value[i]);
      if (column.x > -G_MAXDOUBLE && x < column.x + 1)
        {
          if (y < column.low)
            column.low = y, column.low_x = x;
          if (y > column.high)
            column.high = y, column.high_x = x;
          continue;
        }
      if (column.x > -G_MAXDOUBLE)
        end_column (&column, cr);
      column = (Column){ x, y, y, x, y, x };
    }
  if (column.x > -G_MAXDOUBLE)
    end_column (&column, cr);
}

static void
draw_band (const ShChartTrace *trace, const ShChartStrip *strip, cairo_t *cr)
{
  double top = place_y (trace, strip, trace->band_high);
  double bottom = place_y (trace, strip, trace->band_low);

  if (trace->band_high <= trace->band_low)
    return;
  cairo_rectangle (cr, strip->left, top, strip->right - strip->left, bottom - top);
  sh_set_color (cr, trace->color, 0.13);
  cairo_fill (cr);
}

/* Published values lie behind the curve. */
static void
draw_marks (const ShChartTrace *trace, const ShChartStrip *strip, const ShTheme *theme, cairo_t *cr)
{
  for (gsize i = 0; i < trace->n_marks; i++)
    {
      double top = place_y (trace, strip, trace->marks[i].high);
      double height = MAX (place_y (trace, strip, trace->marks[i].low) - top, 1.0);

      cairo_rectangle (cr, strip->left, top, strip->right - strip->left, height);
      sh_set_color (cr, theme->accent, height > 1.5 ? 0.16 : 0.40);
      cairo_fill (cr);
    }
}

/* Words among lines stand on their ground, so that no line crosses their letters. */
static void
draw_word (const ShTheme *theme,
           const char *text,
           double x,
           double y,
           const ShTextStyle *style,
           cairo_t *cr)
{
  double width;

  sh_text_measure (cr, text, style, &width, NULL);
  cairo_rectangle (cr, x - style->align * width - 2.0, y - 0.85 * style->size, width + 4.0,
                   1.1 * style->size);
  sh_set_color (cr, theme->paper_light, 0.8);
  cairo_fill (cr);
  sh_text_draw (cr, text, x, y, style);
}

/* The names of published values, at the end where the curve is older, from above; one that would
 * stand on another's is left out. */
static void
name_marks (const ShChart *chart,
            const ShChartTrace *trace,
            const ShChartStrip *strip,
            const ShTheme *theme,
            cairo_t *cr)
{
  double size = 0.92 * SH_CHART_TICK_SIZE * strip->text, named = -size;
  ShTextStyle style = sh_chart_text_style (theme, size, chart->forward ? 1 : 0, FALSE);

  style.color = theme->text_quiet;
  for (gsize i = trace->n_marks; strip->marks && i-- > 0;)
    {
      double top = place_y (trace, strip, trace->marks[i].high);

      if (top - named < 1.1 * size)
        continue;
      named = top;
      draw_word (theme, trace->marks[i].label,
                 chart->forward ? strip->right : strip->left + 0.4 * size, top - 0.25 * size,
                 &style, cr);
    }
}

/* Times in which something was done lie behind everything else. */
static void
draw_spans (const ShChart *chart, const ShChartStrip *strip, const ShTheme *theme, cairo_t *cr)
{
  for (gsize i = 0; i < chart->n_spans; i++)
    {
      double from = sh_chart_strip_x (chart, strip, chart->spans[i].from_s);
      double to = sh_chart_strip_x (chart, strip, chart->spans[i].to_s);

      cairo_rectangle (cr, from, strip->top, MAX (to - from, 1.0), strip->bottom - strip->top);
      sh_set_color (cr, theme->accent, 0.12);
      cairo_fill (cr);
    }
}

/* Something that happened at one moment: a line with its name before it. */
static void
draw_event (const ShChart *chart, const ShChartStrip *strip, const ShTheme *theme, cairo_t *cr)
{
  double size = SH_CHART_TICK_SIZE * strip->text;
  ShTextStyle style = sh_chart_text_style (theme, size, 1, TRUE);
  double x = sh_chart_strip_x (chart, strip, chart->event->time_s);

  cairo_move_to (cr, floor (x) + 0.5, strip->top);
  cairo_line_to (cr, floor (x) + 0.5, strip->bottom);
  sh_set_color (cr, theme->text, 0.7);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  draw_word (theme, chart->event->label, x - 0.5 * size, strip->bottom - 0.5 * size, &style, cr);
}

static void
draw_scale (const ShChartTrace *trace, const ShChartStrip *strip, const ShTheme *theme, cairo_t *cr)
{
  double size = SH_CHART_TICK_SIZE * strip->text;
  int most = (int) CLAMP ((strip->bottom - strip->top) / (size * 1.45), 1, 5);
  double step = sh_chart_nice_step (trace->high - trace->low, most);
  ShTextStyle style = sh_chart_text_style (theme, size, 1, FALSE);

  style.color = theme->text_quiet;
  cairo_set_line_width (cr, 1);
  for (double v = ceil (trace->low / step - 1e-9) * step; v <= trace->high + step * 1e-6; v += step)
    {
      double y = place_y (trace, strip, v);

      cairo_move_to (cr, strip->left, floor (y) + 0.5);
      cairo_line_to (cr, strip->right, floor (y) + 0.5);
      sh_set_color (cr, theme->text, fabs (v) < step * 1e-6 ? 0.35 : 0.13);
      cairo_stroke (cr);
      if (strip->numbers)
        {
          g_autofree char *text = sh_chart_number_text (v, step);
          sh_text_draw (cr, text, strip->left - 0.5 * size, y + 0.35 * size, &style);
        }
    }
}

/* What lies between the line and zero, or the border next to zero, is tinted: it gives the line
 * weight at a distance and shows which way a flow goes. */
static void
draw_line (const ShChart *chart, const ShChartTrace *trace, const ShChartStrip *strip, cairo_t *cr)
{
  const double dash[] = { 6, 3.5 };
  double foot = CLAMP (place_y (trace, strip, 0), strip->top, strip->bottom);
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_rectangle (cr, strip->left, strip->top - 2, strip->right - strip->left,
                   strip->bottom - strip->top + 4);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (trace->twin != NULL)
    {
      trace_path (chart, trace, trace->twin, strip, cr);
      sh_set_color (cr, trace->color, 0.55);
      cairo_set_line_width (cr, 1.1);
      cairo_stroke (cr);
    }
  trace_path (chart, trace, trace->value, strip, cr);
  if (cairo_has_current_point (cr))
    {
      cairo_path_t *line = cairo_copy_path (cr);

      cairo_path_extents (cr, &x0, &y0, &x1, &y1);
      cairo_line_to (cr, x1, foot);
      cairo_line_to (cr, x0, foot);
      sh_set_color (cr, trace->color, 0.10);
      cairo_fill (cr);
      cairo_append_path (cr, line);
      cairo_path_destroy (line);
    }
  if (trace->dashed)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  sh_set_color (cr, trace->color, 1);
  cairo_set_line_width (cr, 2.2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_dot (const ShChart *chart, ShColor color, double radius, double x, double y, cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  sh_set_color (cr, color, 1);
  cairo_fill_preserve (cr);
  sh_set_color (cr, sh_theme (chart->theme)->paper, 1);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
}

/* The newest value as a dot on the line. */
static void
draw_last_dot (const ShChart *chart,
               const ShChartTrace *trace,
               const ShChartStrip *strip,
               cairo_t *cr)
{
  double time_s = trace->time_s[trace->n - 1];

  if (time_s < chart->from_s || time_s > chart->to_s)
    return;
  draw_dot (chart, trace->color, 4, sh_chart_strip_x (chart, strip, time_s),
            place_y (trace, strip, trace->value[trace->n - 1]), cr);
}

/* A line through the strip, and a dot on each of its curves. */
static void
draw_cursor (const ShChart *chart,
             const ShChartTrace *trace,
             const ShChartStrip *strip,
             cairo_t *cr)
{
  const ShTheme *theme = sh_theme (chart->theme);
  double x = sh_chart_strip_x (chart, strip, chart->cursor_s);
  double value = sh_chart_value_at (trace, trace->value, chart->cursor_s);
  double twin = sh_chart_value_at (trace, trace->twin, chart->cursor_s);

  cairo_move_to (cr, floor (x) + 0.5, strip->top);
  cairo_line_to (cr, floor (x) + 0.5, strip->bottom);
  sh_set_color (cr, theme->text, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (isfinite (twin))
    draw_dot (chart, theme->text_quiet, 3, x, place_y (trace, strip, twin), cr);
  if (isfinite (value))
    draw_dot (chart, trace->color, 4, x, place_y (trace, strip, value), cr);
}

double
sh_chart_value_at (const ShChartTrace *trace, const double *value, double time_s)
{
  gsize low = 0, high = trace->n;
  double span;

  if (value == NULL || trace->n == 0 || time_s < trace->time_s[0] - 1e-9 ||
      time_s > trace->time_s[trace->n - 1] + 1e-9)
    return NAN;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (trace->time_s[middle] <= time_s)
        low = middle;
      else
        high = middle;
    }
  high = MIN (low + 1, trace->n - 1);
  span = trace->time_s[high] - trace->time_s[low];
  if (span <= 0.0)
    return value[low];
  return value[low] + (value[high] - value[low]) * (time_s - trace->time_s[low]) / span;
}

/* What the thin line is, at the right end of a strip's head where its name leaves room. Returns the
 * width that it takes. */
static double
draw_twin_key (const ShChart *chart,
               const ShChartTrace *trace,
               const ShChartStrip *strip,
               cairo_t *cr)
{
  const ShTheme *theme = sh_theme (chart->theme);
  double size = SH_CHART_TICK_SIZE * strip->text, head = LABEL_SIZE * strip->text;
  ShTextStyle style = sh_chart_text_style (theme, size, 1, FALSE);
  double name, key;

  if (trace->twin == NULL || chart->twin_label == NULL)
    return 0;
  sh_text_measure (cr, trace->label, &(ShTextStyle){ .size = head }, &name, NULL);
  sh_text_measure (cr, chart->twin_label, &style, &key, NULL);
  key += 2 * size;
  if (2.6 * head + name + key > strip->right - strip->left)
    return 0;
  style.color = theme->text_quiet;
  sh_text_draw (cr, chart->twin_label, strip->right, strip->head, &style);
  cairo_new_path (cr);
  cairo_move_to (cr, strip->right - key, strip->head - 0.33 * size);
  cairo_rel_line_to (cr, 1.5 * size, 0);
  sh_set_color (cr, trace->color, 0.55);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
  return key;
}

/* The values at the right end of a strip's head: this leg's, and in quiet letters its twin's.
 * Returns the width that they take. */
static double
draw_values (const ShChart *chart,
             const ShChartTrace *trace,
             const ShChartStrip *strip,
             cairo_t *cr)
{
  const ShTheme *theme = sh_theme (chart->theme);
  double at_s = chart->cursor || trace->n == 0 ? chart->cursor_s : trace->time_s[trace->n - 1];
  double value = sh_chart_value_at (trace, trace->value, at_s);
  double twin = sh_chart_value_at (trace, trace->twin, at_s);
  double step = trace->fine || trace->high - trace->low < 10 ? 0.1 : 1;
  double taken = 0, more = 0;
  ShTextStyle style = sh_chart_text_style (theme, strip->size, 1, TRUE);

  if (chart->quiet && !chart->cursor)
    return draw_twin_key (chart, trace, strip, cr);
  if (!isfinite (value))
    return 0;
  g_autofree char *text = sh_chart_number_text (value, step);

  sh_text_measure (cr, text, &style, &taken, NULL);
  sh_text_draw (cr, text, strip->right, strip->head, &style);
  if (isfinite (twin) && chart->twin_label != NULL)
    {
      g_autofree char *number = sh_chart_number_text (twin, step);
      /* Translators: a value of the other leg beside this leg's: "healthy 24". */
      g_autofree char *both = g_strdup_printf (C_ ("chart", "%s %s"), chart->twin_label, number);

      style = sh_chart_text_style (theme, SH_CHART_TICK_SIZE * strip->text, 1, FALSE);
      style.color = theme->text_quiet;
      sh_text_measure (cr, both, &style, &more, NULL);
      sh_text_draw (cr, both, strip->right - taken - 0.5 * style.size, strip->head, &style);
      more += 0.5 * style.size;
    }
  return taken + more;
}

static void
draw_head (const ShChart *chart,
           const ShChartTrace *trace,
           const ShChartStrip *strip,
           const ShTheme *theme,
           cairo_t *cr)
{
  const double dash[] = { 6, 3.5 };
  double size = LABEL_SIZE * strip->text;
  ShTextStyle name = sh_chart_text_style (theme, size, 0, FALSE);
  double taken = draw_values (chart, trace, strip, cr), wanted;

  cairo_save (cr);
  cairo_move_to (cr, strip->left, strip->head - 0.33 * size);
  cairo_rel_line_to (cr, 1.5 * size, 0);
  if (trace->dashed)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  sh_set_color (cr, trace->color, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  cairo_restore (cr);
  name.width = strip->right - strip->left - 2 * size - taken - 0.6 * size;
  /* Smaller letters before lost ones. */
  sh_text_measure (cr, trace->label, &(ShTextStyle){ .size = size }, &wanted, NULL);
  name.size *= CLAMP (name.width / MAX (wanted, 1), 0.72, 1.0);
  name.ellipsize = TRUE;
  if (name.width > 2 * size)
    sh_text_draw (cr, trace->label, strip->left + 2 * size, strip->head, &name);
}

static void
draw_strip (const ShChart *chart, const ShChartTrace *trace, const ShChartStrip *strip, cairo_t *cr)
{
  const ShTheme *theme = sh_theme (chart->theme);

  draw_spans (chart, strip, theme, cr);
  draw_band (trace, strip, cr);
  draw_scale (trace, strip, theme, cr);
  draw_marks (trace, strip, theme, cr);
  if (trace->n > 0)
    draw_line (chart, trace, strip, cr);
  if (chart->event != NULL)
    draw_event (chart, strip, theme, cr);
  name_marks (chart, trace, strip, theme, cr);
  if (trace->n > 0 && chart->cursor)
    draw_cursor (chart, trace, strip, cr);
  else if (trace->n > 0)
    draw_last_dot (chart, trace, strip, cr);
  draw_head (chart, trace, strip, theme, cr);
}

/* Where the strips are; the same for drawing and for finding a place again. */
static double
lay_out (const ShChart *chart, cairo_t *cr, double width, double height, ShChartStrip *strip)
{
  double text = CLAMP (chart->text_scale, 1.0, 2.0);
  double tick = SH_CHART_TICK_SIZE * text;
  double each;

  *strip = (ShChartStrip){ .text = text, .right = width - 8 };
  strip->axis = height / (double) chart->n_traces > VALUE_SIZE * text * 1.25 + 5 * tick
                    ? 1.7 * tick
                    : 0.4 * tick;
  each = (height - strip->axis) / (double) chart->n_traces;
  /* A low strip gives its height to the curve. */
  strip->size = CLAMP (0.27 * each, LABEL_SIZE * text, VALUE_SIZE * text);
  if (chart->quiet)
    strip->size = LABEL_SIZE * text;
  strip->numbers = each > 1.25 * strip->size + 2.2 * tick && width > 14 * tick;
  strip->marks = each > 1.25 * strip->size + 5 * tick && width > 14 * tick;
  strip->left = strip->numbers ? scale_width (chart, tick, cr) : 6;
  return each;
}

void
sh_chart_draw (const ShChart *chart, cairo_t *cr, double width, double height)
{
  double tick = SH_CHART_TICK_SIZE * CLAMP (chart->text_scale, 1.0, 2.0);
  double each;
  ShChartStrip strip;

  g_return_if_fail (chart->n_traces > 0);
  each = lay_out (chart, cr, width, height, &strip);
  for (gsize i = 0; i < chart->n_traces; i++)
    {
      double top = each * (double) i;

      strip.head = top + 0.95 * strip.size;
      strip.top = top + 1.25 * strip.size + 0.4 * tick;
      strip.bottom = MAX (top + each - 0.5 * tick, strip.top + 4);
      draw_strip (chart, &chart->traces[i], &strip, cr);
    }
  if (strip.axis > tick)
    sh_chart_draw_time_axis (chart, &strip, height - 0.35 * tick, cr);
}

double
sh_chart_time_at (const ShChart *chart, cairo_t *cr, double width, double height, double x)
{
  ShChartStrip strip;
  double part;

  lay_out (chart, cr, width, height, &strip);
  part = (x - strip.left) / MAX (strip.right - strip.left, 1.0);
  return chart->from_s + CLAMP (part, 0.0, 1.0) * (chart->to_s - chart->from_s);
}

double
sh_chart_place_of (const ShChart *chart, cairo_t *cr, double width, double height, double time_s)
{
  ShChartStrip strip;

  lay_out (chart, cr, width, height, &strip);
  return sh_chart_strip_x (chart, &strip, time_s);
}
