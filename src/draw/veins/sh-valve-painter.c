/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-valve-painter.h"

#include <math.h>

/* The art guide's leaflet, section 6: along in leaflet lengths, across in half inner widths. */
static const ShPoint closed_knots[] = {
  { 0, 1 }, { 0.15, 0.82 }, { 0.38, 0.36 }, { 0.70, 0.09 }, { 1, 0.045 }
};
static const ShPoint open_knots[] = {
  { 0, 1 }, { 0.15, 0.88 }, { 0.38, 0.74 }, { 0.70, 0.69 }, { 1, 0.645 }
};
#define KNOTS ((int) G_N_ELEMENTS (closed_knots))
/* Length of a leaflet in outer widths of its vein. */
#define LEAFLET_LENGTH 1.05
/* A leaking valve stops at 12 to 20 % of the way from closed to open, unequal on both sides (art
 * guide 6); with no valve left (leak 1) only stumps stand off the wall. */
#define GAP_SMALL 0.12
#define GAP_STUMP 0.85
/* In a vein narrower than so many pixels a leaflet has half as many points. */
#define SMALL_PX 30.0
/* In veins between these widths, in pixels, the two states of a valve are drawn farther and farther
 * apart than they are: open leaflets lie at the wall, shut ones are thick bars that bar the way. */
#define PLAIN_PX 22.0
#define TRUE_PX 70.0
#define AT_WALL 0.9
#define OPEN_LEAST_PX 1.3
#define SHUT_LEAST_PX 2.7
#define SHUT_MOST_PART 0.2
/* The brackets that mark a leaking valve hold its sinus from outside, over this stretch, in widths
 * of a bracket from the leaflets' base; they are round like parentheses. Such a width is the vein's
 * outer one, but grows more slowly in the wide veins: a sign need not be larger than it is seen,
 * and there a neighbour is near. They are this thick, in the same widths, and on a screen never
 * less than so many pixels: three pixels are the least that is seen from three metres. In a picture
 * that is too small for that they stay in proportion. */
#define BRACKET_WIDTH 20.0
#define BRACKET_GROWTH 0.35
#define BRACKET_FROM -0.4
#define BRACKET_TO 1.5
#define BRACKET_GAP 0.04
#define BRACKET_ROUND 0.22
#define BRACKET_THICK 0.32
#define BRACKET_LEAST_PX 4.0
#define BRACKET_MOST 0.5
#define BRACKET_POINTS 15

/* Uniform Catmull-Rom between the knots. */
static double
spline (double a, double b, double c, double d, double t)
{
  return 0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
}

static ShPoint
knot_at (const ShPoint *knots, double t)
{
  int i = CLAMP ((int) t, 0, KNOTS - 2);
  const ShPoint *a = &knots[MAX (i - 1, 0)], *b = &knots[i];
  const ShPoint *c = &knots[i + 1], *d = &knots[MIN (i + 2, KNOTS - 1)];

  return (ShPoint){ spline (a->x, b->x, c->x, d->x, t - i),
                    spline (a->y, b->y, c->y, d->y, t - i) };
}

int
sh_leaflet_shape (int side, double open, double leak, ShPoint shape[SH_LEAFLET_POINTS])
{
  /* The left leaflet suffers more, so that the two are unequal. */
  double worn = side < 0 ? leak : 0.75 * leak;
  double gap = worn > 0 ? GAP_SMALL + (GAP_STUMP - GAP_SMALL) * pow (worn, 1.4) : 0;
  double length = LEAFLET_LENGTH * (1.0 + 0.08 * open) * (1.0 - 0.42 * worn);
  double state = MAX (open, gap);

  for (int i = 0; i < SH_LEAFLET_POINTS; i++)
    {
      double t = (KNOTS - 1.0) * i / (SH_LEAFLET_POINTS - 1);
      ShPoint closed = knot_at (closed_knots, t);
      ShPoint opened = knot_at (open_knots, t);
      /* The free edge of a worn leaflet curls back toward the wall. */
      double curl = worn * 0.34 * pow (closed.x, 3.0);

      shape[i].x = length * (closed.x + state * (opened.x - closed.x) - 0.35 * curl);
      shape[i].y =
          side * MIN (closed.y + state * (opened.y - closed.y) + curl, i == 0 ? 1.04 : 0.97);
    }
  return SH_LEAFLET_POINTS;
}

/* One leaflet's midline, with as many points as its size in pixels asks for. */
typedef struct
{
  ShPoint shape[SH_LEAFLET_POINTS];
  int n;
  double plain; /* 0…1: how far the picture is too small for small differences */
} Leaflet;

static void
make_leaflet (const ShNetValve *valve, int side, double width_px, Leaflet *leaflet)
{
  int n = sh_leaflet_shape (side, valve->open, valve->leak, leaflet->shape);
  int step = width_px < SMALL_PX ? 2 : 1;

  leaflet->n = (n - 1) / step + 1;
  leaflet->plain = 1.0 - sh_smooth_step (PLAIN_PX, TRUE_PX, width_px);
  for (int i = 1; i < leaflet->n; i++)
    {
      ShPoint *at = &leaflet->shape[i];
      double aside = leaflet->plain * valve->open * (1.0 - valve->leak);

      *at = leaflet->shape[i * step];
      at->y += aside * MAX (0.0, AT_WALL - fabs (at->y)) * side;
    }
}

/* Lays the leaflet into the vein and gives it its thickness: 10 % of the width at the root, 4 % at
 * the free edge, thicker when worn, and never thinner than can be seen. */
static void
lay_leaflet (const ShVeinLine *line,
             const ShNetValve *valve,
             const Leaflet *leaflet,
             double k,
             ShMarkPoint *points)
{
  double width = sh_vein_line_width (line, valve->arc);
  double shut_px = MIN (SHUT_LEAST_PX * leaflet->plain, SHUT_MOST_PART * width * k);
  double least_px = OPEN_LEAST_PX + (1.0 - valve->open) * MAX (0.0, shut_px - OPEN_LEAST_PX);

  for (int i = 0; i < leaflet->n; i++)
    {
      double part = (double) i / (leaflet->n - 1);
      double thick = width * (0.12 - 0.07 * part) * (1.0 + 0.6 * valve->leak);

      points[i].at =
          sh_vein_line_at (line, valve->arc + width * leaflet->shape[i].x, leaflet->shape[i].y);
      points[i].half = 0.5 * MAX (thick, least_px / k);
      points[i].strength = 1;
    }
}

/* The cup between leaflet and wall: the far half of the cusp shows as a pale veil in the blood,
 * brightest at its root, and behind the free edge the pocket's shade runs out. */
static void
draw_cup (ShMarks *marks,
          const ShVeinLine *line,
          const ShNetValve *valve,
          const Leaflet *leaflet,
          int side,
          ShColor veil,
          ShColor dark)
{
  const double width = sh_vein_line_width (line, valve->arc);
  const ShPoint *shape = leaflet->shape;
  ShMarkPoint points[SH_MARK_POINTS];
  const int n = leaflet->n, more = (n + 2) / 3;

  for (int i = 0; i < n + more; i++)
    {
      double along = i < n ? shape[i].x : shape[n - 1].x * (1.0 + 0.4 * (i - n + 1) / more);
      double inner = i < n ? shape[i].y : shape[n - 1].y;
      double lumen = sh_vein_line_lumen (line, valve->arc + width * along);

      points[i].at =
          sh_vein_line_at (line, valve->arc + width * along, 0.5 * (inner + side * 0.98));
      points[i].half = 0.5 * lumen * fabs (side * 0.98 - inner);
      points[i].strength = i < n ? 0.85 * (1 - 0.75 * pow ((i + 1.0) / n, 1.6)) : 0;
    }
  sh_marks_stroke (marks, points, n, 0, veil);
  for (int i = n - 1; i < n + more; i++)
    points[i].strength = 0.5 * (1.0 - (i - n + 1.0) / more);
  sh_marks_stroke (marks, points + n - 1, more + 1, 0, dark);
}

static void
draw_valve (ShMarks *marks, const ShVeinLine *line, const ShNetValve *valve, const ShTheme *theme)
{
  const ShBloodLook *look = &sh_vein_line_segment (line, valve->arc)->look;
  ShColor dark = sh_color_mix (look->dark, theme->contour, 0.45);
  ShColor veil = sh_color_mix (look->fill, theme->wall, 0.5);
  ShColor leaf = sh_color_mix (theme->leaflet, theme->leaflet_leaking,
                               sh_smooth_step (0.0, 0.15, valve->leak));
  double width_px = marks->cr != NULL ? SMALL_PX : marks->k * sh_vein_line_width (line, valve->arc);
  ShMarkPoint points[SH_MARK_POINTS];
  Leaflet leaflets[2];
  /* The dark line round a leaflet is at least 0.7 device pixels wide. */
  double rim = MAX (0.75 / marks->k, 0.9);

  for (int i = 0; i < 2; i++)
    {
      make_leaflet (valve, 2 * i - 1, width_px, &leaflets[i]);
      draw_cup (marks, line, valve, &leaflets[i], 2 * i - 1, veil, dark);
    }
  for (int i = 0; i < 2; i++)
    {
      lay_leaflet (line, valve, &leaflets[i], marks->k, points);
      sh_marks_stroke (marks, points, leaflets[i].n, rim, theme->contour);
      sh_marks_stroke (marks, points, leaflets[i].n, 0, leaf);
    }
}

/* Half the largest outer width of the stretch between the brackets. */
static double
widest_outer (const ShVeinLine *line, double from, double to)
{
  double widest = 0;

  for (int i = sh_vein_line_index (line, from); i < line->n && line->arc[i] <= to; i++)
    widest = MAX (widest, line->outer[i]);
  return widest;
}

static double
bracket_width (const ShVeinLine *line, const ShNetValve *valve)
{
  double width = sh_vein_line_width (line, valve->arc);

  return width <= BRACKET_WIDTH ? width : BRACKET_WIDTH + BRACKET_GROWTH * (width - BRACKET_WIDTH);
}

/* One bracket beside the vein: widest in its middle, running out at both ends. The more a valve
 * leaks, the thicker it is. */
static void
lay_bracket (
    const ShVeinLine *line, const ShNetValve *valve, int side, double k, ShMarkPoint *points)
{
  double width = bracket_width (line, valve);
  double from = valve->arc + BRACKET_FROM * width, to = valve->arc + BRACKET_TO * width;
  double least = MIN (BRACKET_LEAST_PX / k, BRACKET_MOST * width);
  double most = MAX (BRACKET_THICK * width, least);
  double half = 0.5 * most * (0.6 + 0.4 * valve->leak);
  double away = widest_outer (line, from, to) + (BRACKET_GAP + BRACKET_ROUND) * width + half;

  for (int i = 0; i < BRACKET_POINTS; i++)
    {
      double t = (double) i / (BRACKET_POINTS - 1), u = 2 * t - 1;
      double arc = from + (to - from) * t;
      double lumen = MAX (sh_vein_line_lumen (line, arc), 0.01);

      points[i].at =
          sh_vein_line_at (line, arc, side * (away - BRACKET_ROUND * width * u * u) / lumen);
      points[i].half = half * pow (1 - 0.9 * u * u, 0.4);
      points[i].strength = 1;
    }
}

/* A leaking valve is what one looks for in a picture: two bright brackets hold it from outside, so
 * that it is found from across a room and its leaflets are still seen. */
static void
draw_brackets (ShMarks *marks,
               const ShVeinLine *line,
               const ShNetValve *valve,
               const ShTheme *theme)
{
  ShMarkPoint points[SH_MARK_POINTS];
  double rim = MAX (1.0 / marks->k, 1.5);

  for (int side = -1; side <= 1; side += 2)
    {
      lay_bracket (line, valve, side, marks->k, points);
      sh_marks_stroke (marks, points, BRACKET_POINTS, rim, theme->contour);
      sh_marks_stroke (marks, points, BRACKET_POINTS, 0, theme->leaflet_leaking);
    }
}

void
sh_valves_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme)
{
  for (int k = 0; k < net->n_valves; k++)
    {
      const ShNetValve *valve = &net->valves[k];
      const ShVeinLine *line = &net->lines[valve->line];

      if (sh_vein_line_lumen (line, valve->arc) <= 0)
        continue;
      if (valve->leak > SH_VALVE_LEAK_MARKED)
        draw_brackets (marks, line, valve, theme);
      draw_valve (marks, line, valve, theme);
    }
}

void
sh_valve_sign_draw (cairo_t *cr, const ShTheme *theme, double x, double y, double radius)
{
  const ShColor colors[] = { theme->contour, theme->leaflet_leaking };
  const double wide = 0.42 * radius, widths[] = { wide + 1.8, wide };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int layer = 0; layer < 2; layer++)
    {
      for (int side = 0; side < 2; side++)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, x, y, radius - 0.5 * wide, side * G_PI - 0.85, side * G_PI + 0.85);
        }
      cairo_set_line_width (cr, widths[layer]);
      sh_set_color (cr, colors[layer], 1);
      cairo_stroke (cr);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}
