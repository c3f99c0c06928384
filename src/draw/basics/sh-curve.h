/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

/** Curves as arrays of points with an arc length, the ground that every painter stands on. */

typedef struct
{
  double x;
  double y;
} ShPoint;

/**
 * A polyline fine enough to be drawn, with arc length, unit normals and one optional width a point.
 * The normal of a point is the direction of travel turned by -90 degrees on the screen
 * (x right, y down): it points to the right of the travel.
 */
typedef struct
{
  int n;
  gboolean closed;
  ShPoint *point;  /* n */
  ShPoint *normal; /* n */
  double *length;  /* n: arc length from the start */
  double *width;   /* n, or NULL */
} ShCurve;

/** Centripetal Catmull-Rom curve through @knots, sampled every @step units.
 * @widths: (nullable): one for each knot, interpolated along. Returns: (transfer full) */
ShCurve *sh_curve_through (
    const ShPoint *knots, const double *widths, int n_knots, gboolean closed, double step);
/** Cubic Bézier segments sampled every @step units. @bezier_handles: two for each segment, in the
 * order of travel (a closed curve has one more segment). Returns: (transfer full) */
ShCurve *sh_curve_from_beziers (const ShPoint *knots,
                                const ShPoint *bezier_handles,
                                const double *widths,
                                int n_knots,
                                gboolean closed,
                                double step);
/** The same curve from points that are already fine. Returns: (transfer full) */
ShCurve *sh_curve_from_points (const ShPoint *points, const double *widths, int n, gboolean closed);
/** @n points evenly spaced by arc length. Returns: (transfer full) */
ShCurve *sh_curve_resample (const ShCurve *curve, int n);
/** A curve of its own with the same points. Returns: (transfer full) */
ShCurve *sh_curve_copy (const ShCurve *curve);
void sh_curve_free (ShCurve *curve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShCurve, sh_curve_free)

/** Computes arc length and normals again after the points moved. */
void sh_curve_update (ShCurve *curve);

/** The length of the whole curve, in plate units. */
double sh_curve_total (const ShCurve *curve);
/** The point at arc length @s (clamped), moved by @across along the normal. */
ShPoint sh_curve_at (const ShCurve *curve, double s, double across);
/** Width at arc length @s. */
double sh_curve_width_at (const ShCurve *curve, double s);
/** The arc length nearest to a place; @distance (nullable) gets how far it is. */
double sh_curve_nearest (const ShCurve *curve, double x, double y, double *distance);
/** Moved by @distance along the normals (negative: to the left). Returns: (transfer full) */
ShCurve *sh_curve_offset (const ShCurve *curve, double distance);

/** Appends the polyline to the current path of @cr (closes it when the curve is closed). */
void sh_curve_path (const ShCurve *curve, cairo_t *cr);
/** Appends the closed strip between @left and @right times the half width, both -1…1. */
void sh_curve_strip_path (const ShCurve *curve, double left, double right, cairo_t *cr);
/** Bounding box grown by half the widths. */
void sh_curve_bounds (const ShCurve *curve, cairo_rectangle_t *bounds);
