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

/* What the painter needs of one leaflet. */
typedef struct
{
  ShPoint middle[SH_LEAFLET_POINTS];
  ShPoint left[SH_LEAFLET_POINTS];
  ShPoint right[SH_LEAFLET_POINTS];
  int n;
} Leaflet;

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
      shape[i].y = side * MIN (closed.y + state * (opened.y - closed.y) + curl, 0.97);
    }
  return SH_LEAFLET_POINTS;
}

/* Lays the leaflet into the vein and gives it its thickness: 10 % of the width at the root, 4 % at
 * the free edge, thicker when worn, and never thinner than can be seen. */
static void
lay_leaflet (
    const ShVeinLine *line, const ShNetValve *valve, int side, double pixels, Leaflet *leaf)
{
  double width = sh_vein_line_width (line, valve->arc);
  ShPoint shape[SH_LEAFLET_POINTS];

  leaf->n = sh_leaflet_shape (side, valve->open, valve->leak, shape);
  for (int i = 0; i < leaf->n; i++)
    leaf->middle[i] = sh_vein_line_at (line, valve->arc + width * shape[i].x, shape[i].y);
  for (int i = 0; i < leaf->n; i++)
    {
      ShPoint before = leaf->middle[MAX (i - 1, 0)];
      ShPoint after = leaf->middle[MIN (i + 1, leaf->n - 1)];
      double length = MAX (hypot (after.x - before.x, after.y - before.y), 1e-6);
      double part = (double) i / (leaf->n - 1);
      double thick = width * (0.10 - 0.06 * part) * (1.0 + 0.5 * valve->leak);
      double half = 0.5 * MAX (thick, 0.9 / pixels);
      double nx = -(after.y - before.y) / length * half;
      double ny = (after.x - before.x) / length * half;

      leaf->left[i] = (ShPoint){ leaf->middle[i].x - nx, leaf->middle[i].y - ny };
      leaf->right[i] = (ShPoint){ leaf->middle[i].x + nx, leaf->middle[i].y + ny };
    }
}

static void
leaflet_path (cairo_t *cr, const Leaflet *leaf)
{
  cairo_move_to (cr, leaf->left[0].x, leaf->left[0].y);
  for (int i = 1; i < leaf->n; i++)
    cairo_line_to (cr, leaf->left[i].x, leaf->left[i].y);
  for (int i = leaf->n - 1; i >= 0; i--)
    cairo_line_to (cr, leaf->right[i].x, leaf->right[i].y);
  cairo_close_path (cr);
}

/* The shaded pocket between leaflet and wall; @deep goes beyond the free edge. */
static void
pocket_path (cairo_t *cr,
             const ShVeinLine *line,
             const ShNetValve *valve,
             int side,
             const Leaflet *leaf,
             double deep)
{
  double width = sh_vein_line_width (line, valve->arc);
  ShPoint wall;

  cairo_move_to (cr, leaf->middle[0].x, leaf->middle[0].y);
  for (int i = 1; i < leaf->n; i++)
    cairo_line_to (cr, leaf->middle[i].x, leaf->middle[i].y);
  for (int i = 6; i > 0; i--)
    {
      wall = sh_vein_line_at (line, valve->arc + width * LEAFLET_LENGTH * deep * i / 6, side);
      cairo_line_to (cr, wall.x, wall.y);
    }
  cairo_close_path (cr);
}

static void
pockets (cairo_t *cr, const ShVeinNet *net, const ShTheme *theme)
{
  static const double depths[] = { 1.35, 1.1, 0.85 };

  sh_set_color (cr, theme->blood_dark, 0.26);
  for (gsize d = 0; d < G_N_ELEMENTS (depths); d++)
    {
      for (int k = 0; k < net->n_valves; k++)
        for (int side = -1; side <= 1; side += 2)
          {
            const ShNetValve *valve = &net->valves[k];
            const ShVeinLine *line = &net->lines[valve->line];
            Leaflet leaf;

            if (sh_vein_line_lumen (line, valve->arc) <= 0)
              continue;
            lay_leaflet (line, valve, side, 1, &leaf);
            pocket_path (cr, line, valve, side, &leaf, depths[d]);
          }
      cairo_fill (cr);
    }
}

/* Appends the leaflets of all valves that leak, or of all that do not. */
static void
leaflets_path (cairo_t *cr, const ShVeinNet *net, double pixels, gboolean leaking)
{
  for (int k = 0; k < net->n_valves; k++)
    for (int side = -1; side <= 1; side += 2)
      {
        const ShNetValve *valve = &net->valves[k];
        const ShVeinLine *line = &net->lines[valve->line];
        Leaflet leaf;

        if ((valve->leak > 0.02) != leaking || sh_vein_line_lumen (line, valve->arc) <= 0)
          continue;
        lay_leaflet (line, valve, side, pixels, &leaf);
        leaflet_path (cr, &leaf);
      }
}

void
sh_valves_draw (cairo_t *cr, const ShVeinNet *net, const ShTheme *theme, double pixels)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  pockets (cr, net, theme);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  /* A dark line round every leaflet, at least 0.7 device pixels wide. */
  cairo_set_line_width (cr, 2.0 * MAX (0.7 / pixels, 0.9));
  leaflets_path (cr, net, pixels, FALSE);
  leaflets_path (cr, net, pixels, TRUE);
  sh_set_color (cr, theme->contour, 0.9);
  cairo_stroke (cr);
  leaflets_path (cr, net, pixels, FALSE);
  sh_set_color (cr, theme->leaflet, 1);
  cairo_fill (cr);
  leaflets_path (cr, net, pixels, TRUE);
  sh_set_color (cr, theme->leaflet_leaking, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}
