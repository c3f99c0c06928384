/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lens-leaflets.h"

#include <math.h>

#include "sh-valve-painter.h"

#define N SH_LENS_LEAFLET_POINTS
/* The last points of a leaflet make its curl. */
#define N_CURL 8
#define N_BODY (N - N_CURL)
/* Points that lead from the wall's inner coat into the leaflet's root. */
#define N_ROOT 2
/* Half the inner width in outer widths (art guide 6: 0.83 in the lens). */
#define HALF_INNER 0.415
/* A leaking valve stops at 12 to 20 % of the way from closed to open (art guide 6); calibrated: one
 * that holds nothing back at all stands further apart. */
#define GAP_SMALL 0.12
#define GAP_WORN 0.08
#define GAP_LOST 0.34
/* Threads that make up the far half of one cusp, and the streaks of the jet. */
#define N_THREADS 9
#define N_STREAKS 5
#define N_DASHES 5

/* How worn a leaflet is: the left one suffers more, so that the two are unequal. */
static double
wear (const ShNetValve *valve, int side)
{
  return side < 0 ? valve->leak : 0.7 * valve->leak;
}

static double
least_opening (const ShNetValve *valve, int side)
{
  double worn = wear (valve, side);

  if (worn <= 0)
    return 0;
  return GAP_SMALL + GAP_WORN * worn + GAP_LOST * worn * sh_smooth_step (0.65, 1.0, valve->leak);
}

/* The last part of the leaflet rolls outward, toward the pocket. */
static void
curl_edge (const ShNetValve *valve, int side, ShPoint *shape)
{
  double worn = wear (valve, side);
  double dx = shape[N_BODY - 1].x - shape[N_BODY - 2].x;
  double dy = side * HALF_INNER * (shape[N_BODY - 1].y - shape[N_BODY - 2].y);
  double angle = atan2 (dy, dx);
  double turn = G_PI * worn * (0.5 + 0.4 * worn);
  double step = (0.04 + 0.19 * worn) / N_CURL;

  for (int i = N_BODY; i < N; i++)
    {
      double part = (i - N_BODY + 1.0) / N_CURL;

      /* The roll grows tighter toward the edge. */
      angle += turn * 2 * part / (N_CURL + 1);
      shape[i].x = shape[i - 1].x + step * cos (angle);
      shape[i].y = shape[i - 1].y + side * step * sin (angle) / HALF_INNER;
    }
}

void
sh_lens_leaflet_shape (const ShNetValve *valve, int side, ShPoint shape[SH_LENS_LEAFLET_POINTS])
{
  ShPoint whole[SH_LEAFLET_POINTS];
  double worn = wear (valve, side);
  double open = MAX (valve->open, least_opening (valve, side));
  int last = sh_leaflet_shape (side, open, 0, whole) - 1;
  double keep = 0.96 - 0.40 * worn;

  for (int i = 0; i < N_BODY; i++)
    {
      double t = keep * last * i / (N_BODY - 1);
      int k = MIN ((int) t, last - 1);

      shape[i].x = whole[k].x + (t - k) * (whole[k + 1].x - whole[k].x);
      shape[i].y = whole[k].y + (t - k) * (whole[k + 1].y - whole[k].y);
    }
  curl_edge (valve, side, shape);
}

/* Where the leaflet that @shape gives comes nearest to the middle from @along upward. */
static double
edge_at (const ShPoint *shape, int side, double along)
{
  for (int i = 1; i < N; i++)
    if (shape[i].x >= along)
      return side * shape[i].y;
  return 1;
}

double
sh_lens_leaflet_passage (const ShNetValve *valve, double along)
{
  ShPoint left[N], right[N];

  if (along < 0)
    return 1;
  sh_lens_leaflet_shape (valve, -1, left);
  sh_lens_leaflet_shape (valve, 1, right);
  return CLAMP (0.5 * (edge_at (left, -1, along) + edge_at (right, 1, along)), 0, 1);
}

/* A place in leaflet measures on the plate. */
static ShPoint
place (const ShVeinNet *net, double along, double across)
{
  const ShVeinLine *line = &net->lines[0];
  const ShNetValve *valve = &net->valves[0];

  return sh_vein_line_at (line, valve->arc + along * sh_vein_line_width (line, valve->arc), across);
}

/* The line where the far half of a cusp is grown to the wall: from the root up along the wall to
 * where both cusps meet. */
static ShPoint
crescent (const ShPoint *shape, int side, double t)
{
  double top = shape[N_BODY - 1].x + 0.1;
  double inner = side * shape[N_BODY - 1].y;
  double across = inner + (0.97 - inner) * pow (cos (0.5 * G_PI * t), 0.6);

  return (ShPoint){ top * pow (t, 1.15), side * across };
}

/* One thread between two ways, @u of the way from the first to the second. */
static void
draw_thread (ShMarks *marks,
             const ShVeinNet *net,
             const ShPoint *from,
             const ShPoint *to,
             double u,
             double strength,
             ShColor color)
{
  ShMarkPoint points[N_BODY];
  double width = 1.3 / N_THREADS;

  for (int i = 0; i < N_BODY; i++)
    {
      double t = (double) i / (N_BODY - 1);
      ShPoint a = place (net, from[i].x, from[i].y), b = place (net, to[i].x, to[i].y);

      points[i].at = (ShPoint){ a.x + u * (b.x - a.x), a.y + u * (b.y - a.y) };
      points[i].half = MAX (0.5 * width * hypot (b.x - a.x, b.y - a.y), 0.3);
      points[i].strength = strength * t * (2.0 - t);
    }
  sh_marks_stroke (marks, points, N_BODY, 0, color);
}

/* A pale line along a way. */
static void
draw_edge (
    ShMarks *marks, const ShVeinNet *net, const ShPoint *way, int n, double strength, ShColor color)
{
  ShMarkPoint points[SH_MARK_POINTS];

  for (int i = 0; i < n; i++)
    points[i] =
        (ShMarkPoint){ .at = place (net, way[i].x, way[i].y), .half = 0.8, .strength = strength };
  sh_marks_stroke (marks, points, n, 0, color);
}

/* The shade of the pocket behind a leaflet; it fades out above the free edge. */
static void
draw_pocket (ShMarks *marks, const ShVeinNet *net, const ShPoint *shape, int side, ShColor dark)
{
  const int more = 7;
  ShMarkPoint points[N_BODY + 7];

  for (int i = 0; i < N_BODY + more; i++)
    {
      const ShPoint *at = &shape[MIN (i, N_BODY - 1)];
      double beyond = MAX (i - N_BODY + 1, 0) / (double) more;
      ShPoint inner = place (net, at->x + 0.42 * beyond, at->y);
      ShPoint outer = place (net, at->x + 0.42 * beyond, side * 0.98);

      points[i].at = (ShPoint){ 0.5 * (inner.x + outer.x), 0.5 * (inner.y + outer.y) };
      points[i].half = 0.5 * hypot (outer.x - inner.x, outer.y - inner.y);
      points[i].strength = 0.55 * (1.0 - beyond) * (1.0 - beyond);
    }
  sh_marks_stroke (marks, points, N_BODY + more, 0, dark);
}

/* The far half of one cusp, seen in its pocket between the cut edge and the wall. */
static void
draw_cusp (ShMarks *marks, const ShVeinNet *net, const ShPoint *shape, int side, ShColor color)
{
  ShPoint wall[N_BODY];

  for (int i = 0; i < N_BODY; i++)
    wall[i] = crescent (shape, side, (double) i / (N_BODY - 1));
  for (int k = 0; k < N_THREADS; k++)
    draw_thread (marks, net, shape, wall, (k + 0.5) / N_THREADS, 0.3, color);
  draw_edge (marks, net, wall, N_BODY, 0.5, color);
}

/* The far halves in the opening: threads that end in two shallow bows, the free edges. */
static void
draw_veil (
    ShMarks *marks, const ShVeinNet *net, const ShPoint *left, const ShPoint *right, ShColor color)
{
  const int n = SH_MARK_POINTS - 1;
  ShPoint edge[SH_MARK_POINTS];
  double gap = right[N_BODY - 1].y - left[N_BODY - 1].y;

  for (int k = 0; k < N_THREADS; k++)
    {
      double u = (k + 0.5) / N_THREADS;
      double sag = 1.0 - 0.1 * gap * fabs (sin (2 * G_PI * u));
      ShPoint from[N_BODY], to[N_BODY];

      for (int i = 0; i < N_BODY; i++)
        {
          from[i] = (ShPoint){ left[i].x * sag, left[i].y };
          to[i] = (ShPoint){ right[i].x * sag, right[i].y };
        }
      draw_thread (marks, net, from, to, u, 0.26, color);
    }
  for (int i = 0; i < n; i++)
    {
      double u = i / (n - 1.0);
      double along = left[N_BODY - 1].x + u * (right[N_BODY - 1].x - left[N_BODY - 1].x);

      edge[i] = (ShPoint){ along * (1.0 - 0.1 * gap * fabs (sin (2 * G_PI * u))),
                           left[N_BODY - 1].y + u * gap };
    }
  draw_edge (marks, net, edge, n, 0.75 * sh_smooth_step (0.1, 0.3, gap), color);
}

void
sh_lens_leaflets_draw_behind (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme)
{
  const ShNetValve *valve = &net->valves[0];
  ShColor dark = sh_color_mix (net->lines[0].segments[0].look.dark, theme->contour, 0.5);
  ShColor veil = sh_color_mix (sh_color_mix (theme->leaflet, theme->wall, 0.5),
                               theme->leaflet_leaking, 0.35 * sqrt (valve->leak));
  ShPoint left[N], right[N];

  sh_lens_leaflet_shape (valve, -1, left);
  sh_lens_leaflet_shape (valve, 1, right);
  draw_pocket (marks, net, left, -1, dark);
  draw_pocket (marks, net, right, 1, dark);
  draw_cusp (marks, net, left, -1, veil);
  draw_cusp (marks, net, right, 1, veil);
  draw_veil (marks, net, left, right, veil);
}

/* One dash of the jet. @from: 0 above the gap … 1 where the jet is spent. */
static void
draw_dash (ShMarks *marks,
           const ShVeinNet *net,
           double top,
           double way,
           double lane,
           double from,
           double strength,
           ShColor color)
{
  ShMarkPoint points[6];

  for (int i = 0; i < 6; i++)
    {
      double t = from + 0.17 * i / 5;
      double spread = way + 0.5 * MAX (t - 0.18, 0) + 1.2 * MAX (0.18 - t, 0);
      double fade = sh_smooth_step (0, 0.12, t) * (1.0 - sh_smooth_step (0.6, 1.1, t));

      points[i].at = place (net, top + 0.22 - 1.5 * t, lane * MIN (spread, 0.8));
      /* The dash's round head goes before, toward the foot. */
      points[i].half = i == 5 ? 0.8 : 0.5 + 0.55 * i;
      points[i].strength = strength * fade * (0.15 + 0.85 * i / 5);
    }
  sh_marks_stroke (marks, points, 6, 0, color);
}

void
sh_lens_leaflets_draw_jet (
    ShMarks *marks, const ShVeinNet *net, const ShTheme *theme, double flow_ml_s, double phase)
{
  const ShNetValve *valve = &net->valves[0];
  double speed = -net->lines[0].segments[0].velocity_cm_s;
  /* Calibrated: reflux of 1 cm/s and of 0.4 mL/s through the valve is a jet in full. */
  double strength = 0.85 * sh_smooth_step (0.1, 1.0, speed) * sh_smooth_step (0, 0.4, -flow_ml_s) *
                    sh_smooth_step (0, 0.1, valve->leak);
  ShPoint left[N], right[N];
  double top, way;

  if (strength < 0.02)
    return;
  sh_lens_leaflet_shape (valve, -1, left);
  sh_lens_leaflet_shape (valve, 1, right);
  top = MIN (left[N_BODY - 1].x, right[N_BODY - 1].x);
  way = 0.6 * sh_lens_leaflet_passage (valve, 0.95 * top);
  for (int k = 0; k < N_STREAKS; k++)
    for (int i = 0; i < N_DASHES; i++)
      {
        double lane = 2.0 * k / (N_STREAKS - 1) - 1.0;
        double from = (i + 0.37 * (k % 3) + 1.0 - phase) / N_DASHES;

        draw_dash (marks, net, top, way, lane, from - floor (from), strength, theme->cell);
      }
}

/* Half the thickness in outer widths: a thick root, a thin belly and an edge that is a little
 * thicker, more so when worn; the end is round. */
static double
half_thickness (double worn, int i)
{
  static const double round_end[] = { 0.45, 0.85 };
  double part = i / (N - 1.0);
  double half = 0.011 + 0.024 * pow (1.0 - part, 2.4) +
                (0.003 + 0.008 * worn) * sh_smooth_step (0.55, 0.95, part);

  return i >= N - 2 ? half * round_end[N - 1 - i] : half;
}

/* Lays the leaflet on the plate; two points first lead out of the wall's inner coat. */
static int
lay_leaflet (const ShVeinNet *net, const ShPoint *shape, int side, ShMarkPoint *points)
{
  const ShNetValve *valve = &net->valves[0];
  double width = sh_vein_line_width (&net->lines[0], valve->arc);
  double worn = wear (valve, side);

  points[0] = (ShMarkPoint){ place (net, -0.2, side * 1.02), 0.002 * width, 1 };
  points[1] = (ShMarkPoint){ place (net, -0.08, side * 1.02), 0.017 * width, 1 };
  for (int i = 0; i < N; i++)
    points[N_ROOT + i] =
        (ShMarkPoint){ place (net, shape[i].x, shape[i].y), half_thickness (worn, i) * width, 1 };
  return N_ROOT + N;
}

/* A line along one face of a leaflet. @face: -1…1, of its half thickness to the right. */
static void
draw_face (
    ShMarks *marks, const ShMarkPoint *points, int n, double face, double strength, ShColor color)
{
  ShMarkPoint line[SH_MARK_POINTS];

  for (int i = 0; i < n; i++)
    {
      const ShPoint *a = &points[MAX (i - 1, 0)].at, *b = &points[MIN (i + 1, n - 1)].at;
      double dx = b->x - a->x, dy = b->y - a->y, length = MAX (hypot (dx, dy), 1e-9);
      double by = face * points[i].half;

      line[i].at =
          (ShPoint){ points[i].at.x - by * dy / length, points[i].at.y + by * dx / length };
      line[i].half = 0.3 * points[i].half;
      line[i].strength = strength;
    }
  sh_marks_stroke (marks, line, n, 0, color);
}

/* The amber of a leaking leaflet: a breath at the root, nearly full at the edge. */
static void
draw_tint (ShMarks *marks, const ShMarkPoint *points, int n, double leak, ShColor amber)
{
  ShMarkPoint tinted[SH_MARK_POINTS];
  double much = 0.85 + 0.15 * leak;

  for (int i = 0; i < n; i++)
    {
      tinted[i] = points[i];
      tinted[i].strength = much * sh_smooth_step (0, 0.08, leak) *
                           (0.06 + 0.92 * sh_smooth_step (0.1, 0.6, i / (n - 1.0)));
    }
  sh_marks_stroke (marks, tinted, n, 0, amber);
}

void
sh_lens_leaflets_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme)
{
  const ShNetValve *valve = &net->valves[0];
  ShColor shade = sh_color_mix (theme->leaflet_dark, theme->leaflet_leaking, 0.3 * valve->leak);
  double rim = MAX (0.7 / marks->k, 0.9);

  for (int side = -1; side <= 1; side += 2)
    {
      ShPoint shape[N];
      ShMarkPoint points[SH_MARK_POINTS], shadow[SH_MARK_POINTS];
      int n;

      sh_lens_leaflet_shape (valve, side, shape);
      n = lay_leaflet (net, shape, side, points);
      for (int i = 0; i < n; i++)
        shadow[i] = (ShMarkPoint){ { points[i].at.x + 5, points[i].at.y + 6 },
                                   points[i].half + 1.5,
                                   i < N_ROOT + 2 ? 0 : 0.3 };
      sh_marks_stroke (marks, shadow, n, 0, theme->contour);
      sh_marks_stroke (marks, points + 1, n - 1, rim, theme->contour);
      sh_marks_stroke (marks, points, n, 0, theme->leaflet);
      draw_tint (marks, points, n, valve->leak, theme->leaflet_leaking);
      draw_face (marks, points, n, 0.6 * side, 0.55, shade);
      draw_face (marks, points, n, -0.5 * side, 0.6, theme->leaflet);
    }
}
