/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-private.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-numbers.h"

double
sh_chart_strip_x (const ShChart *chart, const ShChartStrip *strip, double time_s)
{
  double span = MAX (chart->to_s - chart->from_s, 1e-6);

  return strip->left + (time_s - chart->from_s) / span * (strip->right - strip->left);
}

ShTextStyle
sh_chart_text_style (const ShTheme *theme, double size, double align, gboolean bold)
{
  return (ShTextStyle){
    .size = size, .align = align, .bold = bold, .tabular = TRUE, .color = theme->text
  };
}

char *
sh_chart_number_text (double value, double step)
{
  return sh_number_for_people (value, step < 1 ? 1 : 0);
}

/* A time axis as long as this is read in minutes. */
#define SPAN_IN_MINUTES_S 300.0

/* What stands at a place of the time axis. Time counts back from the newest moment, which needs no
 * clock to be understood; a curve of the laboratory counts on from its beginning. */
static char *
time_text (const ShChart *chart, double back, double step, gboolean minutes)
{
  double time = chart->forward ? chart->to_s / (minutes ? 60.0 : 1.0) - back : -back;
  g_autofree char *number = sh_chart_number_text (time, step);

  if (!chart->forward && back < 1e-6)
    return g_strdup (C_ ("chart", "now"));
  if (minutes)
    /* Translators: a time on a chart's axis, in minutes, such as "−20 min". */
    return g_strdup_printf (C_ ("chart", "%s min"), number);
  /* Translators: a time on a chart's axis, in seconds, such as "−20 s". */
  return g_strdup_printf (C_ ("chart", "%s s"), number);
}

/** What the cursor's own time takes of the axis. */
typedef struct
{
  double left, right;
} Place;

/* The cursor's own time. Returns: where it stands. */
static Place
draw_cursor_time (const ShChart *chart, const ShChartStrip *strip, double y, cairo_t *cr)
{
  double width;
  gboolean minutes = chart->to_s - chart->from_s >= SPAN_IN_MINUTES_S;
  double back = (chart->to_s - chart->cursor_s + chart->since_end_s) / (minutes ? 60.0 : 1.0);
  ShTextStyle style =
      sh_chart_text_style (sh_theme (chart->theme), SH_CHART_TICK_SIZE * strip->text, 0.5, TRUE);
  g_autofree char *text = time_text (chart, back, 0.1, minutes);
  double x;

  sh_text_measure (cr, text, &style, &width, NULL);
  x = CLAMP (sh_chart_strip_x (chart, strip, chart->cursor_s), strip->left + width / 2,
             strip->right - width / 2);
  sh_text_draw (cr, text, x, y, &style);
  return (Place){ x - width / 2, x + width / 2 };
}

/* One time of the axis, unless it would touch what is taken already. */
static void
draw_time (
    const char *text, double x, double y, const ShTextStyle *style, const Place *taken, cairo_t *cr)
{
  double width, left;

  sh_text_measure (cr, text, style, &width, NULL);
  left = x - style->align * width;
  if (left - style->size / 2 < taken->right && left + width + style->size / 2 > taken->left)
    return;
  sh_text_draw (cr, text, x, y, style);
}

void
sh_chart_draw_time_axis (const ShChart *chart, const ShChartStrip *strip, double y, cairo_t *cr)
{
  const ShTheme *theme = sh_theme (chart->theme);
  double size = SH_CHART_TICK_SIZE * strip->text;
  gboolean minutes = chart->to_s - chart->from_s >= SPAN_IN_MINUTES_S;
  double unit = minutes ? 60.0 : 1.0;
  double span = (chart->to_s - chart->from_s) / unit, since = chart->since_end_s / unit;
  int most = (int) CLAMP ((strip->right - strip->left) / (size * 6), 1, 6);
  double step = sh_chart_nice_step (span, most);
  ShTextStyle style = sh_chart_text_style (theme, size, 0.5, FALSE);
  Place taken = { G_MAXDOUBLE, -G_MAXDOUBLE };
  double first =
      chart->forward ? fmod (chart->to_s / unit, step) : ceil (since / step - 1e-9) * step;

  if (chart->cursor)
    taken = draw_cursor_time (chart, strip, y, cr);
  style.color = theme->text_quiet;
  for (double back = first; back <= since + span + 1e-6; back += step)
    {
      double part = (back - since) / MAX (span, 1e-6);
      g_autofree char *text = time_text (chart, back, step, minutes);

      style.align = part < 0.05 ? 1 : (part > 0.95 ? 0 : 0.5);
      draw_time (text, strip->right - part * (strip->right - strip->left), y, &style, &taken, cr);
    }
}
