/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-curve.h"

#include <math.h>

static ShCurve *
curve_alloc (int n, gboolean closed, gboolean with_widths)
{
  ShCurve *curve = g_new0 (ShCurve, 1);

  curve->n = n;
  curve->closed = closed;
  curve->point = g_new0 (ShPoint, n);
  curve->normal = g_new0 (ShPoint, n);
  curve->length = g_new0 (double, n);
  if (with_widths)
    curve->width = g_new0 (double, n);
  return curve;
}

void
sh_curve_free (ShCurve *curve)
{
  if (curve == NULL)
    return;
  g_free (curve->point);
  g_free (curve->normal);
  g_free (curve->length);
  g_free (curve->width);
  g_free (curve);
}

void
sh_curve_update (ShCurve *curve)
{
  int n = curve->n;

  for (int i = 0; i < n; i++)
    {
      int before = i > 0 ? i - 1 : (curve->closed ? n - 1 : 0);
      int after = i < n - 1 ? i + 1 : (curve->closed ? 0 : n - 1);
      double dx = curve->point[after].x - curve->point[before].x;
      double dy = curve->point[after].y - curve->point[before].y;
      double length = hypot (dx, dy);

      if (length > 0)
        curve->normal[i] = (ShPoint){ -dy / length, dx / length };
      curve->length[i] =
          i == 0 ? 0
                 : curve->length[i - 1] + hypot (curve->point[i].x - curve->point[i - 1].x,
                                                 curve->point[i].y - curve->point[i - 1].y);
    }
}

ShCurve *
sh_curve_from_points (const ShPoint *points, const double *widths, int n, gboolean closed)
{
  ShCurve *curve;

  g_return_val_if_fail (n > 0, NULL);

  curve = curve_alloc (n, closed, widths != NULL);
  for (int i = 0; i < n; i++)
    {
      curve->point[i] = points[i];
      if (widths)
        curve->width[i] = widths[i];
    }
  sh_curve_update (curve);
  return curve;
}

ShCurve *
sh_curve_copy (const ShCurve *curve)
{
  return sh_curve_from_points (curve->point, curve->width, curve->n, curve->closed);
}

/* One coordinate of the Bézier handles of the segment b → c of a centripetal Catmull-Rom curve;
 * @t holds the square roots of the three chords (Yuksel, Schaefer and Keyser 2011). */
static void
handles (const double v[4], const double t[3], double *first, double *second)
{
  double a = t[0], b = t[1], c = t[2];

  *first =
      (a * a * v[2] - b * b * v[0] + (2 * a * a + 3 * a * b + b * b) * v[1]) / (3 * a * (a + b));
  *second =
      (c * c * v[1] - b * b * v[3] + (2 * c * c + 3 * c * b + b * b) * v[2]) / (3 * c * (c + b));
}

static double
bezier (double a, double b, double c, double d, double t)
{
  double u = 1 - t;

  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/* Beyond the ends of an open curve the first and last chord are mirrored, so that it runs out
 * straight. */
static double
knot_value (const double *values, gsize stride, int n, gboolean closed, int i)
{
#define KNOT(k) (*(const double *) ((const char *) values + stride * (gsize) (k)))
  if (closed)
    return KNOT ((i % n + n) % n);
  if (i < 0)
    return 2 * KNOT (0) - KNOT (1);
  if (i >= n)
    return 2 * KNOT (n - 1) - KNOT (n - 2);
  return KNOT (i);
#undef KNOT
}

typedef struct
{
  double x[4];
  double y[4];
  double width[4];
  double chord[3]; /* square roots */
} Span;

static void
span_init (
    Span *span, const ShPoint *knots, const double *widths, int n, gboolean closed, int start)
{
  for (int k = 0; k < 4; k++)
    {
      int i = start - 1 + k;

      span->x[k] = knot_value (&knots->x, sizeof *knots, n, closed, i);
      span->y[k] = knot_value (&knots->y, sizeof *knots, n, closed, i);
      span->width[k] = widths ? knot_value (widths, sizeof *widths, n, closed, i) : 0;
    }
  for (int k = 0; k < 3; k++)
    {
      double chord = hypot (span->x[k + 1] - span->x[k], span->y[k + 1] - span->y[k]);

      span->chord[k] = sqrt (MAX (chord, 1e-6));
    }
}

static void
append_span (GArray *points, GArray *sizes, const Span *span, const ShPoint handle[2], double step)
{
  double w1, w2;
  double chord = span->chord[1] * span->chord[1];
  int pieces = MAX (1, (int) ceil (chord / step));

  handles (span->width, span->chord, &w1, &w2);
  for (int k = 0; k < pieces; k++)
    {
      double t = (double) k / pieces;
      ShPoint p = { bezier (span->x[1], handle[0].x, handle[1].x, span->x[2], t),
                    bezier (span->y[1], handle[0].y, handle[1].y, span->y[2], t) };
      double width = MAX (0, bezier (span->width[1], w1, w2, span->width[2], t));

      g_array_append_val (points, p);
      g_array_append_val (sizes, width);
    }
}

/* The common body of the two constructors: @given holds the two handles of every segment, or is
 * NULL for those of the Catmull-Rom curve. */
static ShCurve *
sample (const ShPoint *knots,
        const ShPoint *given,
        const double *widths,
        int n,
        gboolean closed,
        double step)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ShPoint));
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  int spans = closed ? n : n - 1;

  for (int i = 0; i < spans; i++)
    {
      Span span;
      ShPoint handle[2];

      span_init (&span, knots, widths, n, closed, i);
      handles (span.x, span.chord, &handle[0].x, &handle[1].x);
      handles (span.y, span.chord, &handle[0].y, &handle[1].y);
      append_span (points, sizes, &span, given ? given + 2 * i : handle, step);
    }
  if (!closed)
    {
      double width = widths ? widths[n - 1] : 0;

      g_array_append_val (points, knots[n - 1]);
      g_array_append_val (sizes, width);
    }
  return sh_curve_from_points ((const ShPoint *) (void *) points->data,
                               widths ? (const double *) (void *) sizes->data : NULL,
                               (int) points->len, closed);
}

ShCurve *
sh_curve_through (
    const ShPoint *knots, const double *widths, int n_knots, gboolean closed, double step)
{
  g_return_val_if_fail (n_knots >= 2 && step > 0, NULL);

  return sample (knots, NULL, widths, n_knots, closed, step);
}

ShCurve *
sh_curve_from_beziers (const ShPoint *knots,
                       const ShPoint *bezier_handles,
                       const double *widths,
                       int n_knots,
                       gboolean closed,
                       double step)
{
  g_return_val_if_fail (n_knots >= 2 && step > 0, NULL);

  return sample (knots, bezier_handles, widths, n_knots, closed, step);
}

double
sh_curve_total (const ShCurve *curve)
{
  double total = curve->length[curve->n - 1];

  if (curve->closed)
    total += hypot (curve->point[0].x - curve->point[curve->n - 1].x,
                    curve->point[0].y - curve->point[curve->n - 1].y);
  return total;
}

/* The last point at or before arc length @s that has a successor, and how far between the two. */
static int
find_span (const ShCurve *curve, double s, double *mix)
{
  int low = 0, high = curve->closed ? curve->n - 1 : curve->n - 2;
  double end;

  if (high <= 0)
    {
      *mix = 0;
      return 0;
    }
  s = CLAMP (s, 0, sh_curve_total (curve));
  while (low < high)
    {
      int middle = (low + high + 1) / 2;

      if (curve->length[middle] <= s)
        low = middle;
      else
        high = middle - 1;
    }
  end = low + 1 < curve->n ? curve->length[low + 1] : sh_curve_total (curve);
  *mix = end > curve->length[low] ? (s - curve->length[low]) / (end - curve->length[low]) : 0;
  *mix = CLAMP (*mix, 0, 1);
  return low;
}

/* The point after @i, round the end of a closed curve. */
static int
next_point (const ShCurve *curve, int i)
{
  return i + 1 < curve->n ? i + 1 : (curve->closed ? 0 : i);
}

ShPoint
sh_curve_at (const ShCurve *curve, double s, double across)
{
  double mix;
  int i = find_span (curve, s, &mix);
  int j = next_point (curve, i);
  ShPoint a = curve->point[i], b = curve->point[j];
  ShPoint m = curve->normal[i], n = curve->normal[j];

  return (ShPoint){ a.x + (b.x - a.x) * mix + across * (m.x + (n.x - m.x) * mix),
                    a.y + (b.y - a.y) * mix + across * (m.y + (n.y - m.y) * mix) };
}

double
sh_curve_width_at (const ShCurve *curve, double s)
{
  double mix;
  int i = find_span (curve, s, &mix);
  int j = next_point (curve, i);

  if (curve->width == NULL)
    return 0;
  return curve->width[i] + (curve->width[j] - curve->width[i]) * mix;
}

ShCurve *
sh_curve_resample (const ShCurve *curve, int n)
{
  ShCurve *result;
  double total = sh_curve_total (curve);
  int steps = curve->closed ? n : n - 1;

  g_return_val_if_fail (n >= 2, NULL);

  result = curve_alloc (n, curve->closed, curve->width != NULL);
  for (int i = 0; i < n; i++)
    {
      double s = total * i / steps;

      result->point[i] = sh_curve_at (curve, s, 0);
      if (curve->width)
        result->width[i] = sh_curve_width_at (curve, s);
    }
  sh_curve_update (result);
  return result;
}

double
sh_curve_nearest (const ShCurve *curve, double x, double y, double *distance)
{
  double best = G_MAXDOUBLE, best_s = 0;
  int spans = curve->closed ? curve->n : curve->n - 1;

  if (spans <= 0)
    best = hypot (x - curve->point[0].x, y - curve->point[0].y);
  for (int i = 0; i < spans; i++)
    {
      ShPoint a = curve->point[i], b = curve->point[next_point (curve, i)];
      double dx = b.x - a.x, dy = b.y - a.y;
      double square = dx * dx + dy * dy;
      double t = square > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / square : 0;
      double away;

      t = CLAMP (t, 0, 1);
      away = hypot (x - a.x - t * dx, y - a.y - t * dy);
      if (away < best)
        {
          best = away;
          best_s = curve->length[i] + t * sqrt (square);
        }
    }
  if (distance)
    *distance = best;
  return best_s;
}

ShCurve *
sh_curve_offset (const ShCurve *curve, double distance)
{
  ShCurve *result = sh_curve_copy (curve);

  for (int i = 0; i < curve->n; i++)
    {
      result->point[i].x += distance * curve->normal[i].x;
      result->point[i].y += distance * curve->normal[i].y;
    }
  sh_curve_update (result);
  return result;
}

void
sh_curve_path (const ShCurve *curve, cairo_t *cr)
{
  cairo_move_to (cr, curve->point[0].x, curve->point[0].y);
  for (int i = 1; i < curve->n; i++)
    cairo_line_to (cr, curve->point[i].x, curve->point[i].y);
  if (curve->closed)
    cairo_close_path (cr);
}

void
sh_curve_strip_path (const ShCurve *curve, double left, double right, cairo_t *cr)
{
  g_return_if_fail (curve->width != NULL);

  /* The normal points to the right of the travel, so the left side is -1. */
  cairo_new_sub_path (cr);
  for (int i = 0; i < curve->n; i++)
    {
      double across = left * curve->width[i] / 2;

      cairo_line_to (cr, curve->point[i].x + across * curve->normal[i].x,
                     curve->point[i].y + across * curve->normal[i].y);
    }
  for (int i = curve->n - 1; i >= 0; i--)
    {
      double across = right * curve->width[i] / 2;

      cairo_line_to (cr, curve->point[i].x + across * curve->normal[i].x,
                     curve->point[i].y + across * curve->normal[i].y);
    }
  cairo_close_path (cr);
}

void
sh_curve_bounds (const ShCurve *curve, cairo_rectangle_t *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (int i = 0; i < curve->n; i++)
    {
      double half = curve->width ? curve->width[i] / 2 : 0;

      left = MIN (left, curve->point[i].x - half);
      right = MAX (right, curve->point[i].x + half);
      top = MIN (top, curve->point[i].y - half);
      bottom = MAX (bottom, curve->point[i].y + half);
    }
  *bounds = (cairo_rectangle_t){ left, top, right - left, bottom - top };
}
