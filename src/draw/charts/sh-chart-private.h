/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-chart.h"
#include "sh-text.h"

/* What the parts of a chart's painter share. */

/** Letters of the axes, in user units at a text scale of 1. */
#define SH_CHART_TICK_SIZE 11.5

/** Where one strip's parts are, in user units. */
typedef struct
{
  double left, right; /* of the plot */
  double top, bottom;
  double head; /* base line of the name above it */
  double size; /* of the last value */
  double text; /* text scale */
  double axis; /* height of the time axis below all strips */
  gboolean numbers;
  gboolean marks; /* there is room for the names of the marks */
} ShChartStrip;

/** Where a time is in a strip. */
double sh_chart_strip_x (const ShChart *chart, const ShChartStrip *strip, double time_s);

/** Letters of a chart, with figures of one width. */
ShTextStyle sh_chart_text_style (const ShTheme *theme, double size, double align, gboolean bold);

/** A number of a scale that goes in steps of @step. Returns: (transfer full) */
char *sh_chart_number_text (double value, double step);

/** The times below all strips, with their base line at @y, and the cursor's own, to which those
 * that it would touch give way. */
void
sh_chart_draw_time_axis (const ShChart *chart, const ShChartStrip *strip, double y, cairo_t *cr);
