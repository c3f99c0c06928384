/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Which piece of the past a chart shows, and where its cursor stands. Plain values: the widget
 * owns one, tests drive it without a widget. */
typedef struct
{
  double span_s;      /* how much past there is */
  double shown_s;     /* how much of it is shown */
  double since_end_s; /* for how long before now the shown piece ends */
  gboolean cursor;
  double cursor_ago_s; /* how long before now the cursor stands */
} ShChartZoom;

/** The shortest piece that can be shown, in seconds: a step or two. */
#define SH_CHART_SHORTEST_S 2.0

/** All of @span_s, no cursor. */
void sh_chart_zoom_init (ShChartZoom *zoom, double span_s);
/** The past is longer or shorter now: all of it is shown. Nothing happens when it is the same. */
void sh_chart_zoom_set_span (ShChartZoom *zoom, double span_s);
/** Shows @factor times as much past; the instant at @part (0 left end, 1 right end) keeps its
 * place. */
void sh_chart_zoom_by (ShChartZoom *zoom, double factor, double part);
/** Moves the shown piece toward now by @seconds, or into the past when negative. */
void sh_chart_zoom_pan (ShChartZoom *zoom, double seconds);
/** Puts the cursor @ago_s seconds before now; what is shown follows it. */
void sh_chart_zoom_set_cursor (ShChartZoom *zoom, double ago_s);
/** Moves the cursor by a hundredth of what is shown, from now when there was none. */
void sh_chart_zoom_move_cursor (ShChartZoom *zoom, double hundredths);
