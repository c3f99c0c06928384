/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-zoom.h"

#include <math.h>

void
sh_chart_zoom_init (ShChartZoom *zoom, double span_s)
{
  *zoom = (ShChartZoom){ .span_s = span_s, .shown_s = span_s };
}

void
sh_chart_zoom_set_span (ShChartZoom *zoom, double span_s)
{
  if (fabs (zoom->span_s - span_s) > 1e-9)
    sh_chart_zoom_init (zoom, span_s);
}

static void
keep_inside (ShChartZoom *zoom)
{
  zoom->shown_s = CLAMP (zoom->shown_s, MIN (SH_CHART_SHORTEST_S, zoom->span_s), zoom->span_s);
  zoom->since_end_s = CLAMP (zoom->since_end_s, 0.0, zoom->span_s - zoom->shown_s);
}

void
sh_chart_zoom_by (ShChartZoom *zoom, double factor, double part)
{
  double ago_s = zoom->since_end_s + (1.0 - part) * zoom->shown_s;

  if (!(factor > 0.0))
    return;
  zoom->shown_s *= factor;
  keep_inside (zoom);
  zoom->since_end_s = ago_s - (1.0 - part) * zoom->shown_s;
  keep_inside (zoom);
}

void
sh_chart_zoom_pan (ShChartZoom *zoom, double seconds)
{
  zoom->since_end_s -= seconds;
  keep_inside (zoom);
}

void
sh_chart_zoom_set_cursor (ShChartZoom *zoom, double ago_s)
{
  zoom->cursor = TRUE;
  zoom->cursor_ago_s = CLAMP (ago_s, 0.0, zoom->span_s);
  zoom->since_end_s = MIN (zoom->since_end_s, zoom->cursor_ago_s);
  zoom->since_end_s = MAX (zoom->since_end_s, zoom->cursor_ago_s - zoom->shown_s);
  keep_inside (zoom);
}

void
sh_chart_zoom_move_cursor (ShChartZoom *zoom, double hundredths)
{
  double from_s = zoom->cursor ? zoom->cursor_ago_s : zoom->since_end_s;

  sh_chart_zoom_set_cursor (zoom, from_s - hundredths * zoom->shown_s / 100.0);
}
