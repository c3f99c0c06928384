/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-theme.h"

/** The numbers of two legs as pairs of columns, for the comparison. */

typedef enum
{
  SH_GAUGE_PRESSURE, /* in the vein at the ankle, mmHg */
  SH_GAUGE_BLOOD,    /* held in the lower leg, mL */
  SH_GAUGE_SWELLING, /* % */
  SH_N_GAUGES
} ShGauge;

/** Where the gauges stand and how. */
typedef struct
{
  cairo_rectangle_t rect;
  ShGauge n;    /* the first so many gauges, 1…SH_N_GAUGES */
  gboolean row; /* side by side, else one below the other */
  ShThemeId theme;
  double size; /* of the letters */
  gboolean words;
} ShCompareStrip;

/** What the two legs say. */
typedef struct
{
  double value[SH_N_GAUGES][2];
  double now[SH_N_GAUGES][2]; /* the present instant, as a fine line; NaN: none */
} ShCompareValues;

/** Where one of the gauges stands. */
void sh_compare_strip_gauge (const ShCompareStrip *strip, ShGauge gauge, cairo_rectangle_t *place);

/** Draws names and scales, which stand still. */
void sh_compare_strip_draw_still (const ShCompareStrip *strip, cairo_t *cr);
/** Draws columns and numbers; a pair that differs is large, and the difference stands between. */
void sh_compare_strip_draw_moving (const ShCompareStrip *strip,
                                   const ShCompareValues *values,
                                   cairo_t *cr);
/** Whether two values of @gauge differ so much that one should see it. */
gboolean sh_compare_differs (ShGauge gauge, const double value[2]);
