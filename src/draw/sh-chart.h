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
  double band_low; /* a shaded band of usual values, when band_high > band_low */
  double band_high;
  const double *twin; /* (nullable): n more values on the same axis, as a thin quiet line */
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

/** Draws the chart into width × height at the origin: one strip for each trace, one below the
 * other over a common time axis, each with its name, its scale and its last value. Where the space
 * is too small for all of it, the scale's numbers go first, then the time axis. */
void sh_chart_draw (const ShChart *chart, cairo_t *cr, double width, double height);

/** A round step (1, 2 or 5 times a power of ten) that divides @range into at most @n parts. */
double sh_chart_nice_step (double range, int n);
