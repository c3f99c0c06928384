/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-flow-arrow.h"

#include <math.h>

/* So far from its ends, in plate units, no trunk lies over a perforator. */
#define FREE_FROM 12.0
#define FREE_TO 16.0
/* The arrow's middle lies so far below the vein's, in plate units: clear of the brackets that mark
 * a leaking valve. */
#define BELOW 27.0
/* Half widths of head and shaft, and the head's length, in plate units, and the least half width of
 * the head in pixels: three pixels of shaft are the least that is seen from three metres. */
#define HEAD_HALF 10.5
#define HEAD_LEAST_PX 5.0
#define SHAFT_PART 0.36
#define HEAD_LENGTH 1.75
/* Half the head's width is at most this part of the way that is free, so that it is not all head.
 */
#define HEAD_MOST_PART 0.27
/* The slowest flow's arrow is so large, of the whole size. */
#define SMALLEST 0.55
/* Below the first speed there is no arrow; up to the second it comes into sight; in cm/s. In a leg
 * that stands still 1 to 2 cm/s seep in. */
#define SHOWN_FROM 0.5
#define SHOWN_FULL 0.9
/* The speed at which it is nearly as large as it gets: what a step sends in. */
#define LARGE_CM_S 6.0

/* One arrow: from where to where it goes along its line, and how wide it is. */
typedef struct
{
  const ShVeinLine *line;
  double tail, tip; /* arc lengths */
  double half;      /* of the head */
  double below;     /* in plate units */
  double strength;
} Arrow;

static ShMarkPoint
station (const Arrow *arrow, double arc, double half)
{
  double lumen = MAX (sh_vein_line_lumen (arrow->line, arc), 0.01);

  return (ShMarkPoint){ .at = sh_vein_line_at (arrow->line, arc, arrow->below / lumen),
                        .half = half,
                        .strength = arrow->strength };
}

/* The arrow's outline, @grow larger all round. */
static void
draw_layer (ShMarks *marks, const Arrow *arrow, double grow, ShColor color)
{
  double way = arrow->tip > arrow->tail ? 1 : -1;
  double neck = arrow->tip - way * HEAD_LENGTH * arrow->half;
  ShMarkPoint points[] = {
    station (arrow, arrow->tail - way * grow, SHAFT_PART * arrow->half + grow),
    station (arrow, 0.5 * (arrow->tail + neck), SHAFT_PART * arrow->half + grow),
    station (arrow, neck - way * grow, SHAFT_PART * arrow->half + grow),
    station (arrow, neck - way * (grow + 0.01), arrow->half + 1.7 * grow),
    station (arrow, arrow->tip + way * 1.9 * grow, 0.04 * arrow->half),
  };

  sh_marks_stroke (marks, points, G_N_ELEMENTS (points), 0, color);
}

static void
draw_arrow (ShMarks *marks, const ShVeinLine *line, double velocity_cm_s, const ShTheme *theme)
{
  const double free = line->arc[line->n - 1] - FREE_FROM - FREE_TO;
  const double size = SMALLEST + (1.0 - SMALLEST) * tanh (fabs (velocity_cm_s) / LARGE_CM_S);
  const double middle = FREE_FROM + 0.5 * free, half_way = 0.5 * size * free;
  const double way = velocity_cm_s > 0 ? 1 : -1;
  const double rim = MAX (1.2 / marks->k, 1.6);
  Arrow arrow = { .line = line,
                  .tail = middle - way * half_way,
                  .tip = middle + way * half_way,
                  .half =
                      size * MIN (MAX (HEAD_HALF, HEAD_LEAST_PX / marks->k), HEAD_MOST_PART * free),
                  .below = BELOW,
                  .strength = sh_smooth_step (SHOWN_FROM, SHOWN_FULL, fabs (velocity_cm_s)) };

  if (arrow.strength < 0.02)
    return;
  draw_layer (marks, &arrow, rim + MAX (1.0 / marks->k, 1.4), theme->fascia);
  draw_layer (marks, &arrow, rim, theme->contour);
  draw_layer (marks, &arrow, 0, way > 0 ? theme->blood_surface : theme->leaflet_leaking);
}

void
sh_flow_arrows_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme)
{
  for (int k = 0; k < net->n_lines; k++)
    {
      const ShVeinLine *line = &net->lines[k];

      if (line->segments[0].flow != SH_VALVE_NONE && !line->segments[0].closed)
        draw_arrow (marks, line, line->segments[0].arrow_cm_s, theme);
    }
}
