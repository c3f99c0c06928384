/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-marks.h"

#include <math.h>

/* Unit normals of the stroke's way, to the right. */
static void
stroke_normals (const ShMarkPoint *points, int n, ShPoint *normals)
{
  for (int i = 0; i < n; i++)
    {
      ShPoint before = points[MAX (i - 1, 0)].at;
      ShPoint after = points[MIN (i + 1, n - 1)].at;
      double dx = after.x - before.x;
      double dy = after.y - before.y;
      double length = MAX (hypot (dx, dy), 1e-9);

      normals[i] = (ShPoint){ -dy / length, dx / length };
    }
}

/* Opacity that changes along the stroke, as a gradient from its first point to its last. */
static void
set_fading (cairo_t *cr, const ShMarkPoint *points, int n, ShColor color)
{
  ShPoint a = points[0].at, b = points[n - 1].at;
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);
  cairo_pattern_t *fading = cairo_pattern_create_linear (a.x, a.y, b.x, b.y);

  for (int i = 0; i < n; i++)
    {
      double t = hypot (points[i].at.x - a.x, points[i].at.y - a.y) / length;

      cairo_pattern_add_color_stop_rgba (fading, MIN (t, 1.0), color.r, color.g, color.b,
                                         points[i].strength);
    }
  cairo_set_source (cr, fading);
  cairo_pattern_destroy (fading);
}

static void
stroke_path (ShMarks *marks, const ShMarkPoint *points, int n, double grow, ShColor color)
{
  ShPoint normals[SH_MARK_POINTS];
  double least = 1, most = 0;

  stroke_normals (points, n, normals);
  for (int side = -1; side <= 1; side += 2)
    for (int k = 0; k < n; k++)
      {
        int i = side < 0 ? k : n - 1 - k;
        double half = side * (points[i].half + grow);

        cairo_line_to (marks->cr, points[i].at.x + half * normals[i].x,
                       points[i].at.y + half * normals[i].y);
        least = MIN (least, points[i].strength);
        most = MAX (most, points[i].strength);
      }
  cairo_close_path (marks->cr);
  if (most - least > 0.05)
    set_fading (marks->cr, points, n, color);
  else
    sh_set_color (marks->cr, color, most);
  cairo_fill (marks->cr);
}

static void
stroke_pixels (ShMarks *marks, const ShMarkPoint *points, int n, double grow, ShColor color)
{
  ShPoint normals[SH_MARK_POINTS];
  ShStripPoint strip[SH_MARK_POINTS];
  ShStripStyle style = { .pass = SH_STRIP_PASS_MARK, .mark = sh_strip_pixel (color) };

  stroke_normals (points, n, normals);
  for (int i = 0; i < n; i++)
    {
      double x = points[i].at.x, y = points[i].at.y;
      double nx = normals[i].x, ny = normals[i].y;

      cairo_matrix_transform_point (&marks->to_pixels, &x, &y);
      cairo_matrix_transform_distance (&marks->to_pixels, &nx, &ny);
      strip[i] = (ShStripPoint){ .x = (float) x,
                                 .y = (float) y,
                                 .nx = (float) (nx / marks->k),
                                 .ny = (float) (ny / marks->k),
                                 .outer = (float) ((points[i].half + grow) * marks->k),
                                 .lumen = (float) points[i].strength };
    }
  sh_strip_draw (&marks->pixels, strip, n, NULL, &style);
}

void
sh_marks_stroke (ShMarks *marks, const ShMarkPoint *points, int n, double grow, ShColor color)
{
  g_return_if_fail (n <= SH_MARK_POINTS);
  if (marks->cr != NULL)
    stroke_path (marks, points, n, grow, color);
  else
    stroke_pixels (marks, points, n, grow, color);
}
