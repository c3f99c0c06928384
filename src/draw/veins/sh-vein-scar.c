/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-vein-scar.h"

#include <math.h>

#include "sh-blood-look.h"

/* A scar is seen from this part of the open area on, and stands out fully from there. */
#define SCAR_FROM 0.05
#define SCAR_FULL 0.5
/* Webs stand this many outer widths apart. */
#define WEB_STEP 0.85
#define STATIONS 20
#define FIBRES 5

/* A vein's stretch and the colours of its scar. */
typedef struct
{
  ShMarks *marks;
  const ShVeinLine *line;
  const ShVeinSegment *segment;
  double strength; /* of the scar in its middle */
  double from, to; /* its arc */
  ShColor pale, fibre, edge;
} Scar;

/* A number 0…1 that belongs to @i and stays with it. */
static double
fixed_number (int i)
{
  double x = sin (12.9898 * i + 4.1) * 43758.5453;

  return x - floor (x);
}

static double
strength_at (const Scar *s, double arc)
{
  return s->strength * (s->segment->closed ? 1.0 : sh_vein_line_scar (s->line, s->segment, arc));
}

/* The place @depth (0 at the lumen, 1 at the outside) in the wall of @side. */
static ShPoint
in_wall (const Scar *s, double arc, double side, double depth)
{
  int i = sh_vein_line_index (s->line, arc);
  double away = side * (s->line->lumen[i] + depth * (s->line->outer[i] - s->line->lumen[i]));
  ShPoint middle = sh_vein_line_at (s->line, arc, 0);

  return (ShPoint){ middle.x + away * s->line->normal[i].x,
                    middle.y + away * s->line->normal[i].y };
}

static double
wall_thickness (const Scar *s, double arc)
{
  int i = sh_vein_line_index (s->line, arc);

  return s->line->outer[i] - s->line->lumen[i];
}

/* The thickened inner coat: ivory where the healthy wall is lilac, fading out at both ends. */
static void
draw_coat (const Scar *s, double side)
{
  ShMarkPoint points[STATIONS];

  for (int i = 0; i < STATIONS; i++)
    {
      double arc = s->from + (s->to - s->from) * i / (STATIONS - 1);

      points[i].at = in_wall (s, arc, side, 0.44);
      points[i].half = 0.42 * wall_thickness (s, arc);
      points[i].strength = 0.85 * strength_at (s, arc);
    }
  sh_marks_stroke (s->marks, points, STATIONS, 0, s->pale);
}

/* One wavy fibre along the wall. */
static void
draw_fibre (const Scar *s, double side, int number)
{
  ShMarkPoint points[STATIONS];
  double depth = 0.12 + 0.76 * (number + 0.5 * fixed_number (number)) / FIBRES;
  double begin = 0.3 * fixed_number (31 + number), end = 1 - 0.3 * fixed_number (57 + number);

  for (int i = 0; i < STATIONS; i++)
    {
      double t = begin + (end - begin) * i / (STATIONS - 1);
      double arc = s->from + (s->to - s->from) * t;
      double wave = 0.07 * sin (19 * t + 6 * fixed_number (number + 7));
      double taper = sin (G_PI * i / (STATIONS - 1));

      points[i].at = in_wall (s, arc, side, depth + wave);
      points[i].half = MAX (0.035 * wall_thickness (s, arc), 0.3 / s->marks->k);
      points[i].strength = 0.6 * taper * strength_at (s, arc);
    }
  sh_marks_stroke (s->marks, points, STATIONS, 0, number % 2 ? s->edge : s->fibre);
}

/* A web: a pale strand that runs slantwise through the lumen, thick where it leaves the wall. Every
 * third one has torn off on the far side. */
static void
draw_web (const Scar *s, double arc, int number)
{
  double width = sh_vein_line_width (s->line, arc);
  double lumen = sh_vein_line_lumen (s->line, arc);
  double side = number % 2 ? 1 : -1;
  double slant = (0.25 + 0.5 * fixed_number (number + 3)) * width;
  gboolean torn = number % 3 == 2;
  double far = torn ? -0.1 : -1.02;
  double thick = MAX (0.09 * lumen, 0.6 / s->marks->k);
  ShMarkPoint points[7];
  const int n = G_N_ELEMENTS (points);

  for (int i = 0; i < n; i++)
    {
      double t = (double) i / (n - 1);

      points[i].at = sh_vein_line_at (s->line, arc + slant * (t - 0.5 + 0.16 * sin (G_PI * t)),
                                      side * (1.02 + (far - 1.02) * t));
      /* Broad at its roots; what has torn off ends in a point. */
      points[i].half = thick * (1 + 1.3 * pow (fabs (2 * t - 1), 3));
      if (torn)
        points[i].half = thick * (0.25 + 1.9 * pow (1 - t, 1.5));
      points[i].strength = MIN (1.0, 1.3 * strength_at (s, arc));
    }
  sh_marks_stroke (s->marks, points, n, MAX (0.6 / s->marks->k, 0.6), s->edge);
  sh_marks_stroke (s->marks, points, n, 0, s->pale);
}

static void
draw_scar (const Scar *s)
{
  double middle = 0.5 * (s->from + s->to);
  double step = WEB_STEP * sh_vein_line_width (s->line, middle);
  int n = s->segment->closed ? 0 : (int) ((s->to - s->from) / step);

  for (int side = -1; side <= 1; side += 2)
    {
      draw_coat (s, side);
      for (int i = 0; i < FIBRES; i++)
        draw_fibre (s, side, i);
    }
  for (int i = 1; i < n; i++)
    if (sh_vein_line_scar (s->line, s->segment, s->from + i * step) > 0.6)
      draw_web (s, s->from + i * step, i);
}

void
sh_vein_scars_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme)
{
  for (int k = 0; k < net->n_lines; k++)
    for (int i = 0; i < net->lines[k].n_segments && !net->lines[k].twig; i++)
      {
        const ShVeinLine *line = &net->lines[k];
        const ShVeinSegment *segment = &line->segments[i];
        ShColor pale = sh_color_mix (theme->bone_light, theme->wall_light, 0.25);
        Scar scar = { .marks = marks,
                      .line = line,
                      .segment = segment,
                      .strength = segment->closed
                                      ? 1
                                      : sh_smooth_step (SCAR_FROM, SCAR_FULL, segment->narrowing),
                      .from = line->arc[segment->from],
                      .to = line->arc[segment->to],
                      .pale = pale,
                      .fibre = sh_color_mix (pale, theme->tendon_dark, 0.7),
                      .edge = sh_color_mix (theme->tendon_dark, theme->contour, 0.5) };

        if (scar.strength > 0)
          draw_scar (&scar);
      }
}
