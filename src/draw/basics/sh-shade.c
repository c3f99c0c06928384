/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-shade.h"

#include <math.h>

#include "sh-blur.h"

void
sh_shade_polygon (const ShPoint *points, int n, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  for (int i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

/* A blurred mask of the shifted shape (or of all that lies around it) over its bounds. */
static cairo_surface_t *
make_mask (
    const ShPoint *points, int n, const ShShade *shade, gboolean inverse, double *x, double *y)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  int reach = sh_blur_reach (shade->sigma) + 2;
  int shift = (int) ceil (MAX (fabs (shade->dx), fabs (shade->dy)));
  cairo_surface_t *mask;
  cairo_t *cr;

  for (int i = 0; i < n; i++)
    {
      x0 = MIN (x0, points[i].x);
      y0 = MIN (y0, points[i].y);
      x1 = MAX (x1, points[i].x);
      y1 = MAX (y1, points[i].y);
    }
  *x = floor (x0) - reach - shift;
  *y = floor (y0) - reach - shift;
  mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (ceil (x1) - *x) + reach + shift,
                                     (int) (ceil (y1) - *y) + reach + shift);
  cr = cairo_create (mask);
  if (inverse)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, 1);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
    }
  cairo_translate (cr, shade->dx - *x, shade->dy - *y);
  sh_shade_polygon (points, n, cr);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (mask);
  sh_blur (cairo_image_surface_get_data (mask), cairo_image_surface_get_width (mask),
           cairo_image_surface_get_height (mask), cairo_image_surface_get_stride (mask),
           shade->sigma);
  cairo_surface_mark_dirty (mask);
  return mask;
}

/* Nested outlines stand in for a blur where there are no pixels; the softer, the more of them. */
static void
nested_outlines (const ShPoint *points, int n, const ShShade *shade, cairo_t *cr)
{
  int rings = (int) CLAMP (1.5 * shade->sigma, 5, 20);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_translate (cr, shade->dx, shade->dy);
  sh_set_color (cr, shade->color, 1.3 * shade->alpha / rings);
  for (int i = 1; i <= rings; i++)
    {
      sh_shade_polygon (points, n, cr);
      cairo_set_line_width (cr, 4.0 * shade->sigma * i / rings);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

void
sh_shade_outer (const ShPoint *points, int n, const ShShade *shade, gboolean vector, cairo_t *cr)
{
  double x, y;
  cairo_surface_t *mask;

  if (vector)
    {
      nested_outlines (points, n, shade, cr);
      return;
    }
  mask = make_mask (points, n, shade, FALSE, &x, &y);
  sh_set_color (cr, shade->color, shade->alpha);
  cairo_mask_surface (cr, mask, x, y);
  cairo_surface_destroy (mask);
}

void
sh_shade_inner (const ShPoint *points, int n, const ShShade *shade, gboolean vector, cairo_t *cr)
{
  double x, y;
  cairo_surface_t *mask;

  cairo_save (cr);
  sh_shade_polygon (points, n, cr);
  cairo_clip (cr);
  if (vector)
    nested_outlines (points, n, shade, cr);
  else
    {
      mask = make_mask (points, n, shade, TRUE, &x, &y);
      sh_set_color (cr, shade->color, shade->alpha);
      cairo_mask_surface (cr, mask, x, y);
      cairo_surface_destroy (mask);
    }
  cairo_restore (cr);
}
