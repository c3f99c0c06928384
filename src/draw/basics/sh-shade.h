/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "sh-curve.h"
#include "sh-theme.h"

/** Soft shadows that give flat shapes their volume (art guide, section 5). Shapes are closed
 * polygons; units are those of the cairo_t, taken as pixels for the blur. */
typedef struct
{
  double dx, dy; /* how far the shadow is shifted */
  double sigma;  /* how soft it is */
  ShColor color;
  double alpha;
} ShShade;

/** Appends the polygon to the current path. */
void sh_shade_polygon (const ShPoint *points, int n, cairo_t *cr);
/** The shadow that a shape throws on what lies below. @vector: drawn with nested outlines. */
void
sh_shade_outer (const ShPoint *points, int n, const ShShade *shade, gboolean vector, cairo_t *cr);
/** The shadow of everything outside on the shape: its edge turns away from the eye. */
void
sh_shade_inner (const ShPoint *points, int n, const ShShade *shade, gboolean vector, cairo_t *cr);
