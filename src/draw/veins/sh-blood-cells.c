/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-blood-cells.h"

#include <math.h>

/* speed = SPEED · asinh (v / KNEE): 1 cm/s gives 32 plate units a second, 10 cm/s 215, a forceful
 * heel lift's 107 cm/s (physiology, section 5) 520. Calibrated by eye: at 25 pictures a second a
 * mark then moves less than half the distance to the next one. */
#define SPEED_PLATE_S 130.0
#define KNEE_CM_S 4.0
/* Along the vein one mark comes every so many widths, and at least every so many plate units. */
#define SPACING_WIDTHS 2.6
#define SPACING_LEAST 46.0
/* Where a stretch begins and ends, marks appear and vanish over this length, in plate units. */
#define END_LENGTH 26.0
/* Veins narrower than this hold one row of marks, wider ones two or three. */
#define ROW_WIDTH 17.0
/* Half the width of a dart's head, in half inner widths: so much, and in a small picture more, up
 * to the second, until it is as many pixels; rows of darts keep off the wall by the fourth. */
#define DART_PART 0.40
#define DART_MOST 0.78
#define DART_LEAST_PX 2.6
#define DART_ACROSS 0.8
/* Blood of someone at rest breathes between nothing and 6 cm/s (physiology, section 5); what
 * muscles send up is faster than 10. Up to the first speed marks are small beads that rest or
 * creep, from the second on darts: at a glance nothing else tells a leg at rest from one that
 * works. */
#define CREEP_CM_S 5.0
#define RUN_CM_S 11.0
/* Half the width of a bead in half inner widths, and its least in pixels. */
#define BEAD_PART 0.22
#define BEAD_LEAST_PX 1.2
#define BEAD_STRENGTH 0.6
/* Veins between these half widths pass from the plate's manner to the lens's. */
#define LENS_FROM 35.0
#define LENS_TO 50.0

typedef struct
{
  guint8 line;
  guint8 segment;
  double start;  /* first place, 0…1 of the stretch */
  double place;  /* now, 0…1 of the stretch */
  double across; /* -1…1 */
  double size;
  double angle;   /* of the resting disc */
  double rate;    /* blood is faster in the middle of the stream */
  gboolean arrow; /* turns into an open arrow head when the blood falls back */
} Cell;

struct _ShBloodCells
{
  Cell *cells;
  int n;
};

/* One drawing in progress. */
typedef struct
{
  ShMarks *marks;
  const ShVeinNet *net;
  const ShTheme *theme;
} Drawing;

/* One mark in its place. */
typedef struct
{
  const Cell *cell;
  const ShVeinLine *line;
  const ShVeinSegment *segment;
  double arc;
  double lumen;    /* half the inner width there */
  double head;     /* half the head's width, plate units */
  double presence; /* 0…1 */
  double large;    /* 0 on the plate, 1 under the lens, where marks stand among red cells */
} Place;

/* A small generator of its own (xorshift), so that places are the same everywhere. */
static double
draw_number (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state / 4294967296.0;
}

static double
stretch_length (const ShVeinLine *line, const ShVeinSegment *segment)
{
  return line->arc[segment->to] - line->arc[segment->from];
}

/* How many marks a stretch has, and in how many rows. */
static int
stretch_count (const ShVeinLine *line, const ShVeinSegment *segment, int *rows)
{
  double width =
      sh_vein_line_width (line, 0.5 * (line->arc[segment->from] + line->arc[segment->to]));
  double spacing = MAX (SPACING_WIDTHS * width, SPACING_LEAST);

  *rows = CLAMP ((int) (width / ROW_WIDTH + 0.4), 1, 3);
  return MAX (1, (int) (*rows * stretch_length (line, segment) / spacing + 0.5));
}

static void
add_stretch (GArray *cells, const ShVeinNet *net, int line, int segment, guint32 *seed)
{
  const ShVeinLine *vein = &net->lines[line];
  int rows;
  int n = stretch_count (vein, &vein->segments[segment], &rows);

  for (int i = 0; i < n; i++)
    {
      /* Rows lie evenly across and are shifted against each other like bricks. */
      double row = rows == 1 ? 0.0 : -0.5 + (double) (i % rows) / (rows - 1);
      Cell cell = { .line = (guint8) line, .segment = (guint8) segment, .arrow = i % rows == 0 };

      cell.start = (i + 0.55 * (draw_number (seed) - 0.5)) / n;
      cell.start -= floor (cell.start);
      cell.across = 0.82 * row + 0.26 * (draw_number (seed) - 0.5);
      cell.size = 0.85 + 0.3 * draw_number (seed);
      cell.angle = 2.0 * G_PI * draw_number (seed);
      cell.rate = 1.0 - 0.35 * cell.across * cell.across;
      cell.place = cell.start;
      g_array_append_val (cells, cell);
    }
}

ShBloodCells *
sh_blood_cells_new (const ShVeinNet *net)
{
  ShBloodCells *cells = g_new0 (ShBloodCells, 1);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Cell));
  guint32 seed = 20231u;

  for (int k = 0; k < net->n_lines; k++)
    for (int i = 0; !net->lines[k].twig && i < net->lines[k].n_segments; i++)
      add_stretch (list, net, k, i, &seed);
  cells->n = (int) list->len;
  cells->cells = (Cell *) (void *) g_array_free (g_steal_pointer (&list), FALSE);
  return cells;
}

void
sh_blood_cells_free (ShBloodCells *cells)
{
  g_free (cells->cells);
  g_free (cells);
}

void
sh_blood_cells_reset (ShBloodCells *cells)
{
  for (int i = 0; i < cells->n; i++)
    cells->cells[i].place = cells->cells[i].start;
}

double
sh_blood_cells_speed (double velocity_cm_s)
{
  return SPEED_PLATE_S * asinh (velocity_cm_s / KNEE_CM_S);
}

void
sh_blood_cells_advance (ShBloodCells *cells, const ShVeinNet *net, double dt_s)
{
  for (int i = 0; i < cells->n; i++)
    {
      Cell *cell = &cells->cells[i];
      const ShVeinLine *line = &net->lines[cell->line];
      const ShVeinSegment *segment = &line->segments[cell->segment];
      double way = sh_blood_cells_speed (segment->velocity_cm_s) * cell->rate * dt_s;

      cell->place += way / stretch_length (line, segment);
      cell->place -= floor (cell->place);
    }
}

/* Marks come and go softly at the ends of their stretch; in a vein that has nearly emptied there is
 * no room for them. */
static double
presence (const Drawing *d, const Place *p)
{
  double from = p->arc - p->line->arc[p->segment->from];
  double to = p->line->arc[p->segment->to] - p->arc;

  return sh_smooth_step (0, END_LENGTH, from) * sh_smooth_step (0, END_LENGTH, to) *
         sh_smooth_step (0.5, 1.4, p->lumen * d->marks->k);
}

static void
set_place (const Drawing *d, const Cell *cell, Place *p)
{
  p->cell = cell;
  p->line = &d->net->lines[cell->line];
  p->segment = &p->line->segments[cell->segment];
  p->arc = p->line->arc[p->segment->from] + cell->place * stretch_length (p->line, p->segment);
  p->lumen = sh_vein_line_lumen (p->line, p->arc);
  p->presence = presence (d, p);
  p->large = sh_smooth_step (LENS_FROM, LENS_TO, p->lumen);
  /* 0.15 of the inner width (art guide 7), but never so small that it is not seen. */
  p->head = (1.0 - 0.5 * p->large) * cell->size *
            CLAMP (MAX (0.2 * p->lumen, 1.0 / d->marks->k), 0.15 * p->lumen, 0.5 * p->lumen);
}

static ShMarkPoint
station (const Place *p, double along, double across, double half, double strength)
{
  return (ShMarkPoint){ .at = sh_vein_line_at (p->line, p->arc + along, across),
                        .half = half,
                        .strength = strength };
}

/* Tail length: with the speed, up to four widths. */
static double
tail_length (const Place *p)
{
  double speed = fabs (sh_blood_cells_speed (p->segment->velocity_cm_s));

  return MIN (3.4 * p->lumen, 30.0 + 56.0 * p->large) * (0.35 + 2.0 * tanh (speed / 260.0));
}

/* Under the lens a comet: a bright round head, and behind it a tail that keeps its width and fades:
 * were it pointed, its point would be taken for an arrow's. @way: 1 toward the heart, -1 from it.
 */
static void
draw_comet (const Drawing *d, const Place *p, int way, ShColor color, double strength)
{
  double across = p->cell->across;
  double tail = tail_length (p);
  double head = 1.15 * p->head;
  ShMarkPoint points[] = {
    station (p, -way * tail, across, 0.55 * head, 0),
    station (p, -way * 0.55 * tail, across, 0.66 * head, 0.22 * strength),
    station (p, -way * 1.3 * head, across, 0.8 * head, 0.5 * strength),
    station (p, -way * 0.5 * head, across, 0.95 * head, 0.78 * strength),
    station (p, way * 0.2 * head, across, head, 0.85 * strength),
    station (p, way * 0.75 * head, across, 0.75 * head, 0.85 * strength),
    station (p, way * 1.1 * head, across, 0.3 * head, 0.85 * strength),
  };

  sh_marks_stroke (d->marks, points, G_N_ELEMENTS (points), 0, color);
}

/* On the plate a dart: a pointed head as large as the vein has room for, so that its way is read at
 * a glance and from afar, and a fading tail, the longer the faster. */
static void
draw_dart (const Drawing *d, const Place *p, int way, ShColor color, double strength)
{
  double across = DART_ACROSS * p->cell->across;
  double half = p->cell->size *
                CLAMP (DART_LEAST_PX / d->marks->k, DART_PART * p->lumen, DART_MOST * p->lumen);
  double tail = MAX (tail_length (p), 2.4 * half);
  ShMarkPoint points[] = {
    station (p, -way * (half + tail), across, 0.22 * half, 0),
    station (p, -way * (half + 0.45 * tail), across, 0.36 * half, 0.4 * strength),
    station (p, -way * 1.08 * half, across, 0.42 * half, 0.75 * strength),
    station (p, -way * 1.0 * half, across, half, strength),
    station (p, -way * 0.1 * half, across, 0.7 * half, strength),
    station (p, way * 1.9 * half, across, 0.06 * half, strength),
  };

  sh_marks_stroke (d->marks, points, G_N_ELEMENTS (points), 0, color);
}

/* Creeping blood: a round bead with a short point ahead and no tail. */
static void
draw_bead (const Drawing *d, const Place *p, int way, ShColor color, double strength)
{
  double across = DART_ACROSS * p->cell->across;
  double half =
      p->cell->size * CLAMP (BEAD_LEAST_PX / d->marks->k, BEAD_PART * p->lumen, 0.5 * p->lumen);
  ShMarkPoint points[] = {
    station (p, -way * 1.1 * half, across, 0.35 * half, strength),
    station (p, -way * 0.6 * half, across, 0.85 * half, strength),
    station (p, 0, across, half, strength),
    station (p, way * 0.6 * half, across, 0.7 * half, strength),
    station (p, way * 1.7 * half, across, 0.1 * half, strength),
  };

  sh_marks_stroke (d->marks, points, G_N_ELEMENTS (points), 0, color);
}

static void
draw_moving (const Drawing *d, const Place *p, int way, double strength)
{
  double large = p->large;
  double runs = sh_smooth_step (CREEP_CM_S, RUN_CM_S, fabs (p->segment->velocity_cm_s));

  if (large < 0.98 && runs < 0.98)
    draw_bead (d, p, way, d->theme->cell, BEAD_STRENGTH * (1 - runs) * (1 - large) * strength);
  if (large < 0.98 && runs > 0.02)
    draw_dart (d, p, way, d->theme->cell, runs * (1 - large) * strength);
  if (large > 0.02)
    draw_comet (d, p, way, d->theme->cell, large * strength);
}

/* An open arrow head that points away from the heart. */
static void
draw_chevron (const Drawing *d, const Place *p, double strength)
{
  double size = MAX (0.66 * p->lumen, 3.0 / d->marks->k);
  double across = CLAMP (p->cell->across, -0.3, 0.3);
  double wide = MIN (size / MAX (p->lumen, 0.01), 0.68);
  double half = MAX (0.17 * p->lumen, 1.0 / d->marks->k);
  ShMarkPoint points[] = {
    station (p, 0.9 * size, across - wide, half, strength),
    station (p, -0.25 * size, across, half, strength),
    station (p, 0.9 * size, across + wide, half, strength),
  };

  /* Two strokes, so that the corner stays sharp. */
  sh_marks_stroke (d->marks, points, 2, 0, d->theme->contour);
  sh_marks_stroke (d->marks, points + 1, 2, 0, d->theme->contour);
}

/* A disc that lies still, seen at an angle. */
static void
draw_disc (const Drawing *d, const Place *p, double strength)
{
  ShPoint at = sh_vein_line_at (p->line, p->arc, p->cell->across);
  double radius = 1.25 * p->head;
  double c = cos (p->cell->angle), s = sin (p->cell->angle);
  static const double profile[][2] = {
    { -1, 0.1 }, { -0.6, 0.45 }, { 0, 0.58 }, { 0.6, 0.45 }, { 1, 0.1 }
  };
  ShMarkPoint points[G_N_ELEMENTS (profile)];

  for (gsize i = 0; i < G_N_ELEMENTS (profile); i++)
    points[i] = (ShMarkPoint){ .at = { at.x + profile[i][0] * radius * c,
                                       at.y + profile[i][0] * radius * s },
                               .half = profile[i][1] * radius,
                               .strength = strength };
  sh_marks_stroke (d->marks, points, G_N_ELEMENTS (points), 0, d->theme->cell);
}

static void
draw_cell (const Drawing *d, const Place *p)
{
  const ShBloodLook *look = &p->segment->look;
  double resting = 0.32 * look->standing * p->presence * (1.0 - p->large);
  /* Slow blood, too, has to tell its way: its marks are small but not faint. */
  double moving = sqrt (look->moving) * p->presence;

  if (resting > 0.02)
    draw_disc (d, p, resting);
  if (moving <= 0.02)
    return;
  if (p->segment->velocity_cm_s >= 0)
    draw_moving (d, p, 1, 0.85 * moving);
  else if (look->backflow < 0.5)
    draw_moving (d, p, -1, 0.85 * (1 - 2 * look->backflow) * moving);
  /* One mark of each row across is an open arrow head, in the middle of the stream; under the lens
   * the jet tells the way. */
  if (p->cell->arrow && look->backflow > 0.3 && p->large < 0.5)
    draw_chevron (d, p, look->backflow * p->presence);
}

void
sh_blood_cells_draw (const ShBloodCells *cells,
                     ShMarks *marks,
                     const ShVeinNet *net,
                     const ShTheme *theme)
{
  Drawing d = { .marks = marks, .net = net, .theme = theme };

  for (int i = 0; i < cells->n; i++)
    {
      Place place;

      set_place (&d, &cells->cells[i], &place);
      if (place.presence > 0.02)
        draw_cell (&d, &place);
    }
}
