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
#define SPACING_WIDTHS 2.3
#define SPACING_LEAST 30.0
/* Where a stretch begins and ends, marks appear and vanish over this length, in plate units. */
#define END_LENGTH 26.0
/* Veins narrower than this hold one row of marks, wider ones two or three. */
#define ROW_WIDTH 17.0

typedef struct
{
  guint8 line;
  guint8 segment;
  double start;  /* first place, 0…1 of the stretch */
  double place;  /* now, 0…1 of the stretch */
  double across; /* -1…1 */
  double size;
  double angle; /* of the resting disc */
  double rate;  /* blood is faster in the middle of the stream */
} Cell;

struct _ShBloodCells
{
  Cell *cells;
  int n;
};

/* How a style is appended to the path: which marks, and how. */
typedef struct
{
  cairo_t *cr;
  const ShVeinNet *net;
  double pixels;
  double fade_from;
  double fade_to;
} Drawing;

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
      Cell cell = { .line = (guint8) line, .segment = (guint8) segment };

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

/* Marks are small where they appear and vanish, and where the thigh fades. */
static double
presence (const Drawing *d, const Cell *cell, const ShVeinLine *line, double arc)
{
  const ShVeinSegment *segment = &line->segments[cell->segment];
  double from = arc - line->arc[segment->from];
  double to = line->arc[segment->to] - arc;
  double y = line->at[sh_vein_line_index (line, arc)].y;

  return sh_smooth_step (0, END_LENGTH, from) * sh_smooth_step (0, END_LENGTH, to) *
         sh_smooth_step (d->fade_to, d->fade_from, y)
         /* In a vein that has nearly emptied there is no room for marks. */
         * sh_smooth_step (0.4, 1.3, sh_vein_line_lumen (line, arc) * d->pixels);
}

static void
line_to (const Drawing *d, const ShVeinLine *line, double arc, double across, gboolean first)
{
  ShPoint p = sh_vein_line_at (line, arc, CLAMP (across, -0.95, 0.95));

  if (first)
    cairo_move_to (d->cr, p.x, p.y);
  else
    cairo_line_to (d->cr, p.x, p.y);
}

/* A comet along the vein: a tail that widens into a round head. @size: half width of the head in
 * half inner widths; @way: 1 toward the heart, -1 away from it. */
static void
comet (const Drawing *d,
       const ShVeinLine *line,
       double arc,
       double across,
       double size,
       double tail,
       int way)
{
  double lumen = sh_vein_line_lumen (line, arc);
  double head = size * lumen;

  line_to (d, line, arc - way * tail, across, TRUE);
  line_to (d, line, arc - way * 0.45 * tail, across - 0.45 * size, FALSE);
  line_to (d, line, arc, across - size, FALSE);
  line_to (d, line, arc + way * 0.7 * head, across - 0.72 * size, FALSE);
  line_to (d, line, arc + way * head, across, FALSE);
  line_to (d, line, arc + way * 0.7 * head, across + 0.72 * size, FALSE);
  line_to (d, line, arc, across + size, FALSE);
  line_to (d, line, arc - way * 0.45 * tail, across + 0.45 * size, FALSE);
  cairo_close_path (d->cr);
}

/* An open arrow head that points away from the heart. */
static void
chevron (const Drawing *d, const ShVeinLine *line, double arc, double across, double size)
{
  double lumen = sh_vein_line_lumen (line, arc);
  double length = size * lumen;

  line_to (d, line, arc + 0.9 * length, across - size, TRUE);
  line_to (d, line, arc - 0.35 * length, across, FALSE);
  line_to (d, line, arc + 0.9 * length, across + size, FALSE);
}

/* A disc that lies still, seen at an angle. */
static void
disc (const Drawing *d, const Cell *cell, const ShVeinLine *line, double arc, double radius)
{
  ShPoint at = sh_vein_line_at (line, arc, cell->across);

  for (int i = 0; i < 8; i++)
    {
      double t = 2 * G_PI * i / 8;
      double u = radius * cos (t);
      double v = 0.55 * radius * sin (t);
      double c = cos (cell->angle), s = sin (cell->angle);

      if (i == 0)
        cairo_move_to (d->cr, at.x + c * u - s * v, at.y + s * u + c * v);
      else
        cairo_line_to (d->cr, at.x + c * u - s * v, at.y + s * u + c * v);
    }
  cairo_close_path (d->cr);
}

typedef void (*AppendFunc) (const Drawing *d,
                            const Cell *cell,
                            const ShVeinLine *line,
                            const ShVeinSegment *segment,
                            double arc,
                            double strength);

static void
append_all (const Drawing *d, const ShBloodCells *cells, AppendFunc append)
{
  for (int i = 0; i < cells->n; i++)
    {
      const Cell *cell = &cells->cells[i];
      const ShVeinLine *line = &d->net->lines[cell->line];
      const ShVeinSegment *segment = &line->segments[cell->segment];
      double arc = line->arc[segment->from] + cell->place * stretch_length (line, segment);
      double strength = presence (d, cell, line, arc);

      if (strength > 0.02)
        append (d, cell, line, segment, arc, strength);
    }
}

/* Half width of a mark's head in half inner widths: 0.15 of the inner width on the plate, but never
 * so small that it is not seen. */
static double
head_size (const Drawing *d, const Cell *cell, const ShVeinLine *line, double arc)
{
  double lumen = MAX (sh_vein_line_lumen (line, arc), 0.01);

  return cell->size * CLAMP (MAX (0.22, 1.15 / (lumen * d->pixels)), 0.15, 0.6);
}

/* Tail length: with the speed, one and a half widths at a brisk flow. */
static double
tail_length (const ShVeinLine *line, const ShVeinSegment *segment, double arc)
{
  double speed = fabs (sh_blood_cells_speed (segment->velocity_cm_s));

  return MIN (sh_vein_line_width (line, arc), 24.0) * (0.25 + 1.9 * tanh (speed / 300.0));
}

static void
append_rising (const Drawing *d,
               const Cell *cell,
               const ShVeinLine *line,
               const ShVeinSegment *segment,
               double arc,
               double strength)
{
  double size = segment->look.moving * strength * head_size (d, cell, line, arc);

  if (segment->velocity_cm_s > 0 && size > 0.02)
    comet (d, line, arc, cell->across, size, tail_length (line, segment, arc), 1);
}

static void
append_falling (const Drawing *d,
                const Cell *cell,
                const ShVeinLine *line,
                const ShVeinSegment *segment,
                double arc,
                double strength)
{
  double size = segment->look.moving * strength * head_size (d, cell, line, arc);

  if (segment->velocity_cm_s < 0 && size > 0.02)
    comet (d, line, arc, cell->across, size, tail_length (line, segment, arc), -1);
}

static void
append_chevron (const Drawing *d,
                const Cell *cell,
                const ShVeinLine *line,
                const ShVeinSegment *segment,
                double arc,
                double strength)
{
  double size =
      segment->look.backflow * strength * MAX (0.42, 1.7 * head_size (d, cell, line, arc));

  if (segment->velocity_cm_s < 0 && size > 0.05)
    chevron (d, line, arc, CLAMP (cell->across, -0.4, 0.4), size);
}

static void
append_resting (const Drawing *d,
                const Cell *cell,
                const ShVeinLine *line,
                const ShVeinSegment *segment,
                double arc,
                double strength)
{
  double lumen = sh_vein_line_lumen (line, arc);
  double size = segment->look.standing * strength * head_size (d, cell, line, arc);

  if (size * lumen * d->pixels > 0.3)
    disc (d, cell, line, arc, 1.15 * size * lumen);
}

void
sh_blood_cells_draw (const ShBloodCells *cells,
                     cairo_t *cr,
                     const ShVeinNet *net,
                     const ShTheme *theme,
                     double pixels,
                     double fade_from,
                     double fade_to)
{
  Drawing d = {
    .cr = cr, .net = net, .pixels = pixels, .fade_from = fade_from, .fade_to = fade_to
  };

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  append_all (&d, cells, append_resting);
  sh_set_color (cr, theme->cell, 0.30);
  cairo_fill (cr);
  append_all (&d, cells, append_rising);
  sh_set_color (cr, theme->cell, 0.72);
  cairo_fill (cr);
  append_all (&d, cells, append_falling);
  sh_set_color (cr, theme->contour, 0.55);
  cairo_fill (cr);
  append_all (&d, cells, append_chevron);
  cairo_set_line_width (cr, MAX (1.6, 1.3 / pixels));
  sh_set_color (cr, theme->contour, 0.95);
  cairo_stroke (cr);
  cairo_restore (cr);
}
