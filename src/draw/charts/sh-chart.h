/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "sh-theme.h"

/** A published value or range, drawn across a strip as a band, or as a line when it has no width.
 */
typedef struct
{
  double low;
  double high;
  const char *label; /* translated, short */
} ShChartMark;

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
  gboolean fine;   /* values have a decimal place, whatever the axis */
  double band_low; /* a shaded band of usual values, when band_high > band_low */
  double band_high;
  const double *twin; /* (nullable): n more values on the same axis, as a thin quiet line */
  const ShChartMark *marks;
  gsize n_marks;
} ShChartTrace;

/** A time in which something was done, shaded behind the curves. */
typedef struct
{
  double from_s;
  double to_s;
} ShChartSpan;

/** Something that happened at one moment: a line through each strip, with its name before it. */
typedef struct
{
  double time_s;
  const char *label; /* translated, short */
} ShChartEvent;

typedef struct
{
  double from_s; /* time at the left edge */
  double to_s;   /* time at the right edge */
  const ShChartTrace *traces;
  gsize n_traces;
  ShThemeId theme;
  double text_scale;
  const char *twin_label; /* (nullable): what the twins are, such as "healthy" */
  gboolean quiet;         /* no values in the strips' heads, but for those at the cursor */
  gboolean cursor;        /* a line at cursor_s, with the values there in the strips' heads */
  double cursor_s;
  double
      since_end_s;  /* for how long before now the chart ends, when it shows a piece of the past */
  gboolean forward; /* the time axis counts on from from_s instead of back from now */
  const ShChartSpan *spans;
  gsize n_spans;
  const ShChartEvent *event; /* (nullable) */
} ShChart;

/** Draws the chart into width × height at the origin: one strip for each trace, one below the
 * other over a common time axis, each with its name, its scale and its last value. Where the space
 * is too small for all of it, the scale's numbers go first, then the time axis. */
void sh_chart_draw (const ShChart *chart, cairo_t *cr, double width, double height);

/** The time, in seconds, at a place across the chart drawn into this size, for cursors: one of the
 * chart's. */
double sh_chart_time_at (const ShChart *chart, cairo_t *cr, double width, double height, double x);
/** The place across the chart of a time, the other way round. */
double
sh_chart_place_of (const ShChart *chart, cairo_t *cr, double width, double height, double time_s);

/** The value of a trace (or of its twin) at a time, between points by straight lines; NaN where
 * there is none. */
double sh_chart_value_at (const ShChartTrace *trace, const double *value, double time_s);

/** A round step (1, 2 or 5 times a power of ten) that divides @range into at most @n parts. */
double sh_chart_nice_step (double range, int n);
