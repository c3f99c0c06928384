/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lens-painter.h"

#include <math.h>

#include "sh-blood-cells.h"
#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-labels.h"
#include "sh-lens-leaflets.h"
#include "sh-text.h"
#include "sh-vein-painter.h"
#include "sh-vein-scar.h"

/* The lens's own plate: 600 × 600, the glass in its middle, the vein 184 wide (art guide 6). */
#define PLATE 600.0
#define CENTRE 300.0
#define RADIUS 268.0
#define VEIN_WIDTH 176.0
/* Where the leaflets' base stands along the course. */
#define BASE_ARC 330.0
#define N_RED 230
#define N_POCKET 26
#define N_SPECKLES 260
#define N_FIBRES 110

/* A red cell in the stream, or in a pocket. */
typedef struct
{
  double start, place; /* 0…1 along the course, or of a turn in the pocket */
  double across;       /* -1…1 */
  double size;
  double angle;
} RedCell;

struct _ShLensPainter
{
  ShLensOptions options;
  gboolean configured;
  ShVeinNet *net;
  ShBloodCells *comets;
  ShVeinPainter *veins;
  RedCell red[N_RED];
  RedCell pocket[N_POCKET];
  cairo_matrix_t to_user;
  double k; /* user units per plate unit */
};

static double
draw_number (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state / 4294967296.0;
}

ShLensPainter *
sh_lens_painter_new (void)
{
  ShLensPainter *painter = g_new0 (ShLensPainter, 1);

  painter->veins = sh_vein_painter_new ();
  return painter;
}

static void
forget_valve (ShLensPainter *painter)
{
  g_clear_pointer (&painter->comets, sh_blood_cells_free);
  g_clear_pointer (&painter->net, sh_vein_net_free);
}

void
sh_lens_painter_free (ShLensPainter *painter)
{
  forget_valve (painter);
  sh_vein_painter_free (painter->veins);
  g_free (painter);
}

/* Puts the cells to their first places: more of them in the middle of the stream. */
static void
place_cells (ShLensPainter *painter)
{
  guint32 seed = 90210u;

  for (int i = 0; i < N_RED; i++)
    {
      double spread = draw_number (&seed) + draw_number (&seed) + draw_number (&seed) - 1.5;

      painter->red[i] = (RedCell){ .start = (i + draw_number (&seed)) / N_RED,
                                   .across = CLAMP (0.78 * spread, -0.92, 0.92),
                                   .size = 3.2 + 2.2 * draw_number (&seed),
                                   .angle = 2 * G_PI * draw_number (&seed) };
      painter->red[i].place = painter->red[i].start;
    }
  for (int i = 0; i < N_POCKET; i++)
    painter->pocket[i] = (RedCell){ .start = draw_number (&seed),
                                    .place = draw_number (&seed),
                                    .across = 0.35 + 0.65 * draw_number (&seed),
                                    .size = 3.0 + 1.5 * draw_number (&seed),
                                    .angle = 2 * G_PI * draw_number (&seed) };
}

static void
take_valve (ShLensPainter *painter)
{
  const ShPoint knots[] = { { 266, 700 }, { 278, 540 }, { 292, 330 }, { 302, 130 }, { 306, -100 } };
  ShCurve *course = sh_curve_through (knots, NULL, G_N_ELEMENTS (knots), FALSE, 8);

  forget_valve (painter);
  painter->net = sh_vein_net_new_single (course, VEIN_WIDTH, painter->options.valve, BASE_ARC);
  painter->comets = sh_blood_cells_new (painter->net);
  place_cells (painter);
  sh_curve_free (course);
}

/* Room below the glass for the valve's name. */
static double
text_room (const ShLensOptions *o)
{
  return o->labels == SH_LABELS_NONE
             ? 0
             : 3.2 * sh_label_size (o->rect.width, o->rect.height, o->text_scale);
}

gboolean
sh_lens_painter_configure (ShLensPainter *painter, const ShLensOptions *options)
{
  const ShLensOptions *old = &painter->options;
  gboolean other_valve = !painter->configured || old->valve != options->valve;
  gboolean same = !other_valve && old->rect.x == options->rect.x &&
                  old->rect.y == options->rect.y && old->rect.width == options->rect.width &&
                  old->rect.height == options->rect.height && old->theme == options->theme &&
                  old->labels == options->labels && old->text_scale == options->text_scale &&
                  old->scale == options->scale && old->vector == options->vector;
  double height = MAX (1.0, options->rect.height - text_room (options));

  painter->options = *options;
  painter->configured = TRUE;
  if (other_valve)
    take_valve (painter);
  painter->k = MIN (options->rect.width, height) / PLATE;
  cairo_matrix_init (&painter->to_user, painter->k, 0, 0, painter->k,
                     floor (options->rect.x + 0.5 * (options->rect.width - painter->k * PLATE)),
                     floor (options->rect.y + 0.5 * (height - painter->k * PLATE)));
  return !same;
}

/* How fast the blood passes the valve, from its flow through the vein's real section. */
static double
valve_velocity (const ShLensPainter *painter, const ShFrame *frame)
{
  const ShVeinSegment *segment = &painter->net->lines[0].segments[0];
  const ShVeinInfo *info = sh_vein_info (segment->vein);
  double length_cm = 100.0 * (info->top_m - info->bottom_m);
  double area_cm2 = frame->volume_ml[segment->vein] / length_cm;

  if (segment->flow != SH_VALVE_NONE)
    return segment->velocity_cm_s;
  return frame->flow_ml_s[painter->options.valve] / MAX (area_cm2, 0.05);
}

/* Takes the frame's numbers; the stream here is what passes the valve. */
static void
fill (ShLensPainter *painter, const ShFrame *frame)
{
  ShFrame here = *frame;
  ShVeinSegment *segment = &painter->net->lines[0].segments[0];

  if (segment->flow == SH_VALVE_NONE)
    here.velocity_cm_s[segment->vein] = valve_velocity (painter, frame);
  sh_vein_net_fill (painter->net, sh_theme (painter->options.theme), &here);
}

void
sh_lens_painter_advance (ShLensPainter *painter, const ShFrame *frame, double dt_s)
{
  ShFrame here = *frame;
  ShVeinLine *line = painter->net->lines;
  double speed, open = painter->net->valves[0].open;

  if (line->segments[0].flow == SH_VALVE_NONE)
    here.velocity_cm_s[line->segments[0].vein] = valve_velocity (painter, frame);
  sh_vein_net_advance (painter->net, &here, dt_s);
  fill (painter, frame);
  sh_blood_cells_advance (painter->comets, painter->net, dt_s);
  speed = sh_blood_cells_speed (line->segments[0].velocity_cm_s);
  for (int i = 0; i < N_RED; i++)
    {
      RedCell *cell = &painter->red[i];

      cell->place +=
          speed * (1.0 - 0.5 * cell->across * cell->across) * dt_s / line->arc[line->n - 1];
      cell->place -= floor (cell->place);
    }
  /* The stream drives a slow eddy in the pocket behind an open leaflet. */
  for (int i = 0; i < N_POCKET; i++)
    painter->pocket[i].place += 0.0022 * speed * open * dt_s;
}

/* Stroke of the plate, with colour and opacity. */
static void
stroke (cairo_t *cr, ShColor color, double alpha, double width)
{
  sh_set_color (cr, color, alpha);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Fibres of muscle that run across behind a deep vein, out of focus. */
static void
draw_muscle (cairo_t *cr, const ShTheme *theme)
{
  guint32 seed = 77u;
  const ShColor tones[] = { theme->muscle_light, theme->muscle_dark, theme->muscle_contracted };

  sh_set_color (cr, theme->muscle, 1);
  cairo_paint (cr);
  for (int i = 0; i < 150; i++)
    {
      double y = -180 + 940 * draw_number (&seed);
      double width = 2 + 9 * draw_number (&seed);
      double alpha = 0.04 + 0.12 * draw_number (&seed);
      gsize tone = (gsize) (draw_number (&seed) * 2.99);

      cairo_move_to (cr, -20, y);
      cairo_curve_to (cr, 180, y + 30, 380, y + 80, 620, y + 150);
      stroke (cr, tones[tone], alpha, width);
    }
}

/* Lobules of fat behind a vein under the skin. */
static void
draw_fat (cairo_t *cr, const ShTheme *theme)
{
  guint32 seed = 31u;

  sh_set_color (cr, theme->fat_dark, 1);
  cairo_paint (cr);
  for (int row = 0; row < 17; row++)
    for (int column = 0; column < 17; column++)
      {
        double x = 38 * (column + 0.5 * (row % 2)) + 14 * draw_number (&seed) - 20;
        double y = 36 * row + 14 * draw_number (&seed);
        double r = 20 + 5 * draw_number (&seed);
        ShColor tone = sh_color_mix (theme->fat, theme->fat_light, draw_number (&seed));

        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, r, 0, 2 * G_PI);
        sh_set_color (cr, tone, 0.92);
        cairo_fill_preserve (cr);
        stroke (cr, theme->fat_edge, 0.35, 1.6);
        cairo_new_sub_path (cr);
        cairo_arc (cr, x - 0.3 * r, y - 0.35 * r, 0.38 * r, 0, 2 * G_PI);
        sh_set_color (cr, theme->fat_light, 0.5);
        cairo_fill (cr);
      }
}

static void
glass_path (cairo_t *cr, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, CENTRE, CENTRE, radius, 0, 2 * G_PI);
}

/* The glass's edge shades what lies under it. */
static void
draw_vignette (cairo_t *cr, const ShTheme *theme)
{
  cairo_pattern_t *shade =
      cairo_pattern_create_radial (CENTRE - 30, CENTRE - 40, 0.72 * RADIUS, CENTRE, CENTRE, RADIUS);

  cairo_pattern_add_color_stop_rgba (shade, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (shade, 1, theme->contour.r, theme->contour.g, theme->contour.b,
                                     0.5);
  glass_path (cr, RADIUS);
  cairo_set_source (cr, shade);
  cairo_fill (cr);
  cairo_pattern_destroy (shade);
}

static void
draw_name (ShLensPainter *painter, cairo_t *cr)
{
  const ShLensOptions *o = &painter->options;
  const ShTheme *theme = sh_theme (o->theme);
  double size = sh_label_size (o->rect.width, o->rect.height, o->text_scale);
  ShTextStyle style = { .size = 1.1 * size,
                        .align = 0.5,
                        .bold = TRUE,
                        .width = o->rect.width,
                        .color = theme->vein_text };
  double x = o->rect.x + 0.5 * o->rect.width;
  double y = painter->to_user.y0 + painter->k * PLATE + 1.1 * size;

  sh_text_draw (cr, g_dpgettext2 (SH_GETTEXT_DOMAIN, "valve", sh_valve_info (o->valve)->label), x,
                y, &style);
  style = (ShTextStyle){
    .size = 0.9 * size, .align = 0.5, .width = o->rect.width, .color = theme->text_quiet
  };
  sh_text_draw (cr, C_ ("lens", "The heart lies above, the foot below."), x, y + 1.4 * size,
                &style);
}

void
sh_lens_painter_draw_still (ShLensPainter *painter, cairo_t *cr)
{
  const ShTheme *theme = sh_theme (painter->options.theme);

  cairo_save (cr);
  cairo_transform (cr, &painter->to_user);
  for (int i = 0; i < 8; i++)
    {
      cairo_new_path (cr);
      cairo_arc (cr, CENTRE + 7, CENTRE + 10, RADIUS + 16 - 2.2 * i, 0, 2 * G_PI);
      sh_set_color (cr, theme->shadow, 0.06);
      cairo_fill (cr);
    }
  glass_path (cr, RADIUS);
  cairo_clip (cr);
  if (painter->net->lines[0].superficial)
    draw_fat (cr, theme);
  else
    draw_muscle (cr, theme);
  cairo_restore (cr);
  if (painter->options.labels != SH_LABELS_NONE)
    draw_name (painter, cr);
}

/* The loose outer coat: a pale sleeve with wavy fibres. */
static void
draw_coat (ShLensPainter *painter, cairo_t *cr, const ShTheme *theme)
{
  const ShVeinLine *line = &painter->net->lines[0];
  ShColor coat = sh_color_mix (theme->fascia, theme->tendon_dark, 0.18);
  guint32 seed = 4242u;

  for (int layer = 0; layer < 6; layer++)
    {
      double grow = layer < 5 ? 26 - 4.0 * layer : 12;

      for (int pass = 0; pass < 2; pass++)
        for (int k = 0; k < line->n; k++)
          {
            int i = pass == 0 ? k : line->n - 1 - k;
            double half = (pass == 0 ? -1 : 1) * (line->outer[i] + grow);
            double down = layer < 5 ? 8 : 0;

            cairo_line_to (cr, line->at[i].x + half * line->normal[i].x + down,
                           line->at[i].y + half * line->normal[i].y + down);
          }
      cairo_close_path (cr);
      sh_set_color (cr, layer < 5 ? theme->shadow : coat, layer < 5 ? 0.1 : 0.95);
      cairo_fill (cr);
    }
  for (int i = 0; i < N_FIBRES; i++)
    {
      double side = draw_number (&seed) < 0.5 ? -1 : 1;
      double away = 1 + 10 * draw_number (&seed);
      double from = line->arc[line->n - 1] * draw_number (&seed);
      double length = 30 + 80 * draw_number (&seed);
      double wave = draw_number (&seed) * 6;
      gboolean pale = draw_number (&seed) < 0.5;

      for (int j = 0; j <= 6; j++)
        {
          int k = sh_vein_line_index (line, from + length * j / 6);
          double half = side * (line->outer[k] + away + 1.2 * sin (wave + 1.4 * j));

          cairo_line_to (cr, line->at[k].x + half * line->normal[k].x,
                         line->at[k].y + half * line->normal[k].y);
        }
      stroke (cr, pale ? theme->fascia : theme->tendon_dark, pale ? 0.7 : 0.4, 1.1);
    }
}

/* The muscle cells of the wall's middle coat, cut across. */
static void
draw_speckles (ShLensPainter *painter, ShMarks *marks, const ShTheme *theme)
{
  const ShVeinLine *line = &painter->net->lines[0];
  guint32 seed = 515u;

  for (int i = 0; i < N_SPECKLES; i++)
    {
      double arc = line->arc[line->n - 1] * draw_number (&seed);
      double side = draw_number (&seed) < 0.5 ? -1 : 1;
      double depth = 0.15 + 0.75 * draw_number (&seed);
      double tone = draw_number (&seed);
      int k = sh_vein_line_index (line, arc);
      double half = side * (line->lumen[k] + depth * (line->outer[k] - line->lumen[k]));
      ShPoint at = { line->at[k].x + half * line->normal[k].x,
                     line->at[k].y + half * line->normal[k].y };
      ShMarkPoint points[] = { { { at.x, at.y - 2.2 }, 0.4, 0.5 },
                               { at, 1.3, 0.5 },
                               { { at.x, at.y + 2.2 }, 0.4, 0.5 } };

      sh_marks_stroke (marks, points, 3, 0, tone < 0.6 ? theme->wall_dark : theme->wall_light);
    }
}

/* One red cell: a disc with a hollow middle, seen at an angle. */
static void
draw_red (ShMarks *marks,
          const ShTheme *theme,
          const ShBloodLook *look,
          ShPoint at,
          double size,
          double angle,
          double strength)
{
  double c = cos (angle), s = sin (angle);
  ShColor rim = sh_color_mix (look->light, theme->cell, 0.25);
  static const double profile[][2] = {
    { -1, 0.12 }, { -0.6, 0.42 }, { 0, 0.55 }, { 0.6, 0.42 }, { 1, 0.12 }
  };
  ShMarkPoint points[G_N_ELEMENTS (profile)];

  for (int layer = 0; layer < 2; layer++)
    {
      double r = layer == 0 ? size : 0.5 * size;

      for (gsize i = 0; i < G_N_ELEMENTS (profile); i++)
        points[i] =
            (ShMarkPoint){ .at = { at.x + profile[i][0] * r * c, at.y + profile[i][0] * r * s },
                           .half = profile[i][1] * r * (layer == 0 ? 1 : 0.6),
                           .strength = strength };
      sh_marks_stroke (marks, points, G_N_ELEMENTS (points), layer == 0 ? 0.7 : 0,
                       layer == 0 ? rim : look->dark);
    }
}

/* Red cells pass between the leaflets, never through them. */
static void
draw_stream (ShLensPainter *painter, ShMarks *marks, const ShTheme *theme)
{
  const ShVeinLine *line = &painter->net->lines[0];
  const ShNetValve *valve = &painter->net->valves[0];
  const ShBloodLook *look = &line->segments[0].look;

  for (int i = 0; i < N_RED; i++)
    {
      const RedCell *cell = &painter->red[i];
      double arc = cell->place * line->arc[line->n - 1];
      double way = sh_lens_leaflet_passage (valve, (arc - valve->arc) / VEIN_WIDTH);
      double above = CLAMP ((arc - valve->arc) / VEIN_WIDTH - 1.1, 0, 0.8) / 0.8;
      double across = cell->across * (way < 1 ? 0.9 * way : 1);
      double tilt = cell->angle * (1.0 - 0.8 * look->moving) + 0.5 * G_PI * look->moving;

      /* Above the leaflets the stream widens again. */
      if (arc > valve->arc && way >= 1)
        across *= above + (1 - above) * MAX (0.12, sh_lens_leaflet_passage (valve, 1.0));
      draw_red (marks, theme, look, sh_vein_line_at (line, arc, across), cell->size, tilt, 0.55);
    }
}

/* Cells that turn in the pockets behind the leaflets. */
static void
draw_pockets (ShLensPainter *painter, ShMarks *marks, const ShTheme *theme)
{
  const ShVeinLine *line = &painter->net->lines[0];
  const ShNetValve *valve = &painter->net->valves[0];
  double open = MAX (valve->open, 0.3 * valve->leak);

  for (int i = 0; i < N_POCKET; i++)
    {
      const RedCell *cell = &painter->pocket[i];
      double side = i % 2 ? 1 : -1;
      double turn = 2 * G_PI * (cell->start + cell->place);
      double middle = 0.6 + 0.28 * open;
      double high = (0.95 - middle) * cell->across;
      double arc = valve->arc + VEIN_WIDTH * (0.78 + 0.3 * cell->across * cos (turn));

      draw_red (marks, theme, &line->segments[0].look,
                sh_vein_line_at (line, arc, side * (middle + high * sin (turn))), cell->size, turn,
                0.4);
    }
}

static void
draw_rim (cairo_t *cr, const ShTheme *theme)
{
  cairo_pattern_t *metal = cairo_pattern_create_linear (90, 90, 510, 510);
  const ShColor stops[] = { theme->wall_light, theme->tendon_dark, theme->outline, theme->wall };
  static const double places[] = { 0, 0.4, 0.72, 1 };

  glass_path (cr, RADIUS + 2);
  stroke (cr, theme->contour, 0.9, 11);
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgb (metal, places[i], stops[i].r, stops[i].g, stops[i].b);
  glass_path (cr, RADIUS + 2);
  cairo_set_source (cr, metal);
  cairo_set_line_width (cr, 7.5);
  cairo_stroke (cr);
  cairo_pattern_destroy (metal);
  cairo_new_path (cr);
  cairo_arc (cr, CENTRE, CENTRE, RADIUS - 20, 1.08 * G_PI, 1.38 * G_PI);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke (cr, theme->paper_light, 0.22, 10);
}

/* The jet's streaks come along with the first red cell; a whole number of steps fits its way. */
static double
jet_phase (const ShLensPainter *painter)
{
  double steps = -12 * painter->red[0].place;

  return steps - floor (steps);
}

static void
draw_vein (ShLensPainter *painter, cairo_t *cr, const ShTheme *theme, const ShFrame *frame)
{
  ShVeinPlace place = { .to_user = painter->to_user,
                        .scale = painter->options.scale,
                        .fade_from = -PLATE,
                        .fade_to = -2 * PLATE,
                        .vector = painter->options.vector };
  ShMarks *marks;

  sh_lens_painter_moving_bounds (painter, &place.area);
  marks = sh_vein_painter_begin (painter->veins, cr, painter->net, theme, &place);
  if (painter->net->lines[0].lumen[0] > 0)
    {
      draw_speckles (painter, marks, theme);
      sh_lens_leaflets_draw_behind (marks, painter->net, theme);
      draw_stream (painter, marks, theme);
      sh_blood_cells_draw (painter->comets, marks, painter->net, theme);
      sh_vein_scars_draw (marks, painter->net, theme);
      sh_lens_leaflets_draw_jet (marks, painter->net, theme,
                                 frame->flow_ml_s[painter->options.valve], jet_phase (painter));
      draw_pockets (painter, marks, theme);
      sh_lens_leaflets_draw (marks, painter->net, theme);
    }
  else
    sh_vein_scars_draw (marks, painter->net, theme);
  sh_vein_painter_end (painter->veins, cr);
}

void
sh_lens_painter_draw_moving (ShLensPainter *painter, cairo_t *cr, const ShFrame *frame)
{
  const ShTheme *theme = sh_theme (painter->options.theme);

  fill (painter, frame);
  cairo_save (cr);
  cairo_transform (cr, &painter->to_user);
  glass_path (cr, RADIUS);
  cairo_clip (cr);
  draw_coat (painter, cr, theme);
  cairo_restore (cr);
  /* The path stays when the matrix goes: the vein's pixels are placed in user units. */
  cairo_save (cr);
  cairo_save (cr);
  cairo_transform (cr, &painter->to_user);
  glass_path (cr, RADIUS);
  cairo_restore (cr);
  cairo_clip (cr);
  draw_vein (painter, cr, theme, frame);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_transform (cr, &painter->to_user);
  draw_vignette (cr, theme);
  draw_rim (cr, theme);
  cairo_restore (cr);
}

void
sh_lens_painter_moving_bounds (ShLensPainter *painter, cairo_rectangle_t *bounds)
{
  double x = painter->to_user.x0, y = painter->to_user.y0;
  double size = painter->k * PLATE;

  *bounds = (cairo_rectangle_t){ floor (x), floor (y), ceil (size), ceil (size) };
}
