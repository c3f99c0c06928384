/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "sh-theme.h"

/** One curve of a strip chart: values over time, with an axis of its own. */
typedef struct
{
  const char *label; /* translated, with its unit */
  const double *time_s;
  const double *value;
  gsize n;
  double low; /* range of the axis */
  double high;
  ShColor color;
  gboolean dashed; /* tells curves apart without colour */
} ShChartTrace;

typedef struct
{
  double from_s; /* time at the left edge */
  double to_s;   /* time at the right edge */
  const ShChartTrace *traces;
  gsize n_traces;
  ShThemeId theme;
  double text_scale;
} ShChart;

/** Draws the chart with axes, grid and traces into width × height at the origin. */
void sh_chart_draw (const ShChart *chart, cairo_t *cr, double width, double height);
