/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-vein-paths.h"

#include <math.h>

#define HATCH_STEP 13.0
/* Thinner veins than this, in plate units, have arrow heads only; under the lens neither. */
#define HATCH_LEAST 15.0
#define HATCH_MOST 70.0
/* Where the edge of blood that falls back begins, in half inner widths. */
#define EDGE_FROM 0.66

/* Appends the strip between @left and @right (half widths to both sides of the centre-line, in
 * plate units, as functions of the point) as one closed path. */
static void
strip_path (
    cairo_t *cr, const ShVeinLine *line, double left, double right, gboolean lumen, double grow)
{
  for (int pass = 0; pass < 2; pass++)
    for (int k = 0; k < line->n; k++)
      {
        int i = pass == 0 ? k : line->n - 1 - k;
        double half = (lumen ? line->lumen[i] : line->outer[i]) + grow;
        double across = (pass == 0 ? left : right) * half;

        cairo_line_to (cr, line->at[i].x + across * line->normal[i].x,
                       line->at[i].y + across * line->normal[i].y);
      }
  cairo_close_path (cr);
}

/* A colour that changes along the line where one vein passes into the next. All lines of several
 * veins rise, so that the plate's Y tells the place. */
static void
set_line_source (cairo_t *cr, const ShVeinLine *line, ShColor (*color) (const ShBloodLook *look))
{
  double bottom = line->at[0].y;
  double top = line->at[line->n - 1].y;
  cairo_pattern_t *gradient;

  if (line->n_segments == 1)
    {
      sh_set_color (cr, color (&line->segments[0].look), 1);
      return;
    }
  gradient = cairo_pattern_create_linear (0, bottom, 0, top);
  for (int k = 0; k < line->n_segments; k++)
    {
      const ShVeinSegment *segment = &line->segments[k];
      double from = (line->at[segment->from].y - bottom) / (top - bottom);
      double to = (line->at[segment->to].y - bottom) / (top - bottom);
      double inset = MIN (0.02, 0.3 * (to - from));
      ShColor c = color (&segment->look);

      cairo_pattern_add_color_stop_rgb (gradient, k == 0 ? 0 : from + inset, c.r, c.g, c.b);
      cairo_pattern_add_color_stop_rgb (gradient, k == line->n_segments - 1 ? 1 : to - inset, c.r,
                                        c.g, c.b);
    }
  cairo_set_source (cr, gradient);
  cairo_pattern_destroy (gradient);
}

static ShColor
wall_of (const ShBloodLook *look)
{
  return look->wall;
}

static ShColor
contour_of (const ShBloodLook *look)
{
  return look->contour;
}

static ShColor
blood_of (const ShBloodLook *look)
{
  return look->fill;
}

/* Along the wall blood that falls back keeps the colour of its vein. */
static ShColor
edge_of (const ShBloodLook *look)
{
  return sh_color_mix (look->fill, look->edge, 0.92 * look->backflow);
}

static void
draw_shadow (cairo_t *cr, const ShVeinLine *line, const ShTheme *theme)
{
  double w = line->widest;
  double lift = line->superficial && !line->twig ? 1.6 : 1.0;

  sh_set_color (cr, theme->shadow, 0.13);
  cairo_save (cr);
  cairo_translate (cr, lift * (2 + 0.10 * w), lift * (2.5 + 0.13 * w));
  for (int i = 0; i < 3; i++)
    {
      strip_path (cr, line, -1, 1, FALSE, (i - 1) * 0.1 * w * lift);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
draw_contour (cairo_t *cr, const ShVeinLine *line, gboolean lumen)
{
  double weight =
      lumen ? CLAMP (0.04 * line->widest, 0.8, 2.0) : CLAMP (0.055 * line->widest, 1.0, 2.4);

  set_line_source (cr, line, contour_of);
  strip_path (cr, line, -1, 1, lumen, weight);
  cairo_fill (cr);
}

static void
draw_wall (cairo_t *cr, const ShVeinLine *line, const ShTheme *theme)
{
  set_line_source (cr, line, wall_of);
  strip_path (cr, line, -1, 1, FALSE, 0);
  cairo_fill (cr);
  if (line->twig)
    return;
  sh_set_color (cr, theme->wall_light, 0.9);
  strip_path (cr, line, -0.95, -0.84, FALSE, 0);
  cairo_fill (cr);
  sh_set_color (cr, theme->wall_dark, 0.45);
  strip_path (cr, line, 0.9, 1, FALSE, 0);
  cairo_fill (cr);
}

static void
shade (cairo_t *cr, const ShVeinLine *line, const ShBloodLook *look)
{
  for (int i = 0; i < 3; i++)
    {
      sh_set_color (cr, look->dark, 0.26);
      strip_path (cr, line, -1, -0.9 + 0.26 * i, TRUE, 0);
      cairo_fill (cr);
      sh_set_color (cr, look->light, 0.2);
      strip_path (cr, line, 0.34 - 0.12 * (i + 1), 0.34 + 0.12 * (i + 1), TRUE, 0);
      cairo_fill (cr);
    }
  for (int i = 0; i < 2; i++)
    {
      sh_set_color (cr, look->dark, 0.2);
      strip_path (cr, line, 0.95 - 0.13 * i, 1, TRUE, 0);
      cairo_fill (cr);
    }
}

/* Cross hatching at 45 degrees over the stretch of one segment. */
static void
hatch (cairo_t *cr, const ShVeinLine *line, const ShVeinSegment *segment)
{
  double x0, y0, x1, y1;

  cairo_save (cr);
  for (int pass = 0; pass < 2; pass++)
    for (int k = segment->from; k <= segment->to; k++)
      {
        int i = pass == 0 ? k : segment->from + segment->to - k;
        double across = (pass == 0 ? -1 : 1) * line->lumen[i];

        cairo_line_to (cr, line->at[i].x + across * line->normal[i].x,
                       line->at[i].y + across * line->normal[i].y);
      }
  cairo_close_path (cr);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_clip (cr);
  for (double d = x0 - (y1 - y0); d < x1 + (y1 - y0); d += HATCH_STEP)
    {
      cairo_move_to (cr, d, y0);
      cairo_line_to (cr, d + (y1 - y0), y1);
      cairo_move_to (cr, d, y0);
      cairo_line_to (cr, d - (y1 - y0), y1);
    }
  cairo_set_line_width (cr, 1.6);
  sh_set_color (cr, segment->look.contour, 0.45 * segment->look.backflow);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_blood (cairo_t *cr, const ShVeinLine *line)
{
  set_line_source (cr, line, blood_of);
  strip_path (cr, line, -1, 1, TRUE, 0);
  cairo_fill (cr);
  set_line_source (cr, line, edge_of);
  for (int side = -1; side <= 1; side += 2)
    {
      strip_path (cr, line, side * EDGE_FROM, side, TRUE, 0);
      cairo_fill (cr);
    }
  if (line->widest < 6)
    return;
  shade (cr, line, &line->segments[0].look);
  for (int k = 0; k < line->n_segments; k++)
    if (line->segments[k].look.backflow > 0.02 && line->widest > HATCH_LEAST &&
        line->widest < HATCH_MOST)
      hatch (cr, line, &line->segments[k]);
}

static void
draw_all (cairo_t *cr, const ShVeinNet *net, const ShTheme *theme)
{
  for (int k = 0; k < net->n_lines; k++)
    draw_shadow (cr, &net->lines[k], theme);
  for (int k = 0; k < net->n_lines; k++)
    draw_contour (cr, &net->lines[k], FALSE);
  for (int k = 0; k < net->n_lines; k++)
    draw_wall (cr, &net->lines[k], theme);
  for (int k = 0; k < net->n_lines; k++)
    draw_contour (cr, &net->lines[k], TRUE);
  for (int k = 0; k < net->n_lines; k++)
    draw_blood (cr, &net->lines[k]);
}

void
sh_vein_paths_begin (cairo_t *cr,
                     const ShVeinNet *net,
                     const ShTheme *theme,
                     const ShVeinPlace *place)
{
  cairo_save (cr);
  cairo_transform (cr, &place->to_user);
  cairo_push_group (cr);
  draw_all (cr, net, theme);
}

/* How much of the paper or of the veins is seen on the way up the thigh's end. */
static cairo_pattern_t *
fade_pattern (const ShVeinPlace *place, ShColor color, const double stops[3][2])
{
  cairo_pattern_t *fade = cairo_pattern_create_linear (0, place->fade_to, 0, place->fade_from);

  for (int i = 0; i < 3; i++)
    cairo_pattern_add_color_stop_rgba (fade, stops[i][0], color.r, color.g, color.b, stops[i][1]);
  return fade;
}

ShColor
sh_vein_paper (const ShTheme *theme)
{
  return sh_color_mix (theme->paper_light, theme->paper, 0.4);
}

/* The veins' ends take on the paper's colour and stay opaque, so that no bone shines through. */
static void
cover_ends (cairo_t *cr, const ShVeinNet *net, const ShTheme *theme, const ShVeinPlace *place)
{
  static const double stops[3][2] = { { 0, 1 }, { 0.5, 0.5 }, { 1, 0 } };
  cairo_pattern_t *paper = fade_pattern (place, sh_vein_paper (theme), stops);

  cairo_new_path (cr);
  for (int k = 0; k < net->n_lines; k++)
    strip_path (cr, &net->lines[k], -1, 1, FALSE, CLAMP (0.055 * net->lines[k].widest, 1.0, 2.4));
  cairo_set_source (cr, paper);
  cairo_fill (cr);
  cairo_pattern_destroy (paper);
}

void
sh_vein_paths_end (cairo_t *cr,
                   const ShVeinNet *net,
                   const ShTheme *theme,
                   const ShVeinPlace *place)
{
  static const double stops[3][2] = { { 0, 0 }, { 0.15, 1 }, { 1, 1 } };
  gboolean fades = place->fade_from > place->fade_to;
  cairo_pattern_t *fade = fade_pattern (place, (ShColor){ 0, 0, 0 }, stops);

  if (fades)
    cover_ends (cr, net, theme, place);
  cairo_pop_group_to_source (cr);
  if (fades)
    cairo_mask (cr, fade);
  else
    cairo_paint (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (fade);
}
