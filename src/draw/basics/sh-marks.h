/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-curve.h"
#include "sh-strip-raster.h"
#include "sh-theme.h"

/**
 * Small moving shapes (leaflets, cells, chevrons), each a stroke whose width changes along its way,
 * drawn into a picture in memory or, for SVG and PDF, as paths.
 */
typedef struct
{
  cairo_t *cr;              /* in plate units; NULL when drawn as pixels */
  ShPixels pixels;          /* when drawn as pixels */
  cairo_matrix_t to_pixels; /* plate units to them */
  double k;                 /* device pixels in a plate unit */
} ShMarks;

/** One station of a stroke. */
typedef struct
{
  ShPoint at;      /* in plate units */
  double half;     /* half the width there, in plate units */
  double strength; /* opacity there, 0…1 */
} ShMarkPoint;

/** The most stations a stroke may have. */
#define SH_MARK_POINTS 24

/** Draws one stroke; @grow is added to every half width (a line round it is drawn first, grown). */
void sh_marks_stroke (ShMarks *marks, const ShMarkPoint *points, int n, double grow, ShColor color);
