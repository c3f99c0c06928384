/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leg-view.h"

#include <math.h>

#include "sh-blood-cells.h"
#include "sh-flow-arrow.h"
#include "sh-labels.h"
#include "sh-leg-body.h"
#include "sh-leg-contour.h"
#include "sh-leg-stocking.h"
#include "sh-rig.h"
#include "sh-valve-painter.h"
#include "sh-vein-net.h"
#include "sh-vein-painter.h"
#include "sh-vein-scar.h"

/* What of the plate the view shows, in plate units: the leg with room for swelling at the calf and
 * for the floor. Someone lying has no floor under the foot, but points the toes when swimming. */
#define BOX_LEFT 205.0
#define BOX_RIGHT 890.0
#define BOX_TOP 14.0
#define BOX_BOTTOM 1600.0
#define BOX_BOTTOM_LYING 1800.0
#define ROOM_BELOW_LYING 150.0
/* Names may stand over this much of the box, above the toes and behind the calf. */
#define LEFT_OF_BOX 60.0
/* The handle of the slice's level stands this far behind the calf, in plate units. */
#define HANDLE_DISTANCE 28.0
/* Where something may move to, beyond the box: toes that point down, the handle of the level. */
#define REACH_LEFT 170.0
#define REACH_RIGHT 935.0
#define REACH_BOTTOM 1815.0
/* How far a heel raise moves the leg forward and up (landmark table, R5). */
#define TRAVEL_Y SH_RIG_MOST_TRAVEL
/* The thigh's end fades over 15 u (art guide 2). */
#define FADE_TO 15.0
#define FADE_FROM 165.0
/* The slice's levels (landmark table 9): 0 is the ankle at 24 u, 1 the knee at 101 u. */
#define LEVEL_ANKLE_Y (1535.0 - 240.0)
#define LEVEL_KNEE_Y (1535.0 - 1010.0)
/* With the leg up the calf lies above the heart: the leg is turned a little beyond the flat. */
#define LEG_UP_TILT_DEG 18.0
/* A touch reaches this far, in user units: half of a 44 px target. */
#define TOUCH 22.0

struct _ShLegView
{
  ShLegOptions options;
  gboolean configured;
  ShVeinNet *net;
  ShBloodCells *cells;
  ShVeinPainter *veins;
  ShLegBody *body;
  ShLegStocking *stocking;
  ShLegContour *contour;
  ShLabelSheet *labels;
  ShArt *art;
  cairo_matrix_t to_user; /* plate to user units, without travel */
  double k;               /* user units per plate unit */
  double shift_x;         /* travel of the last picture, in user units */
  double shift_y;
  ShStageWatch watch;
  gpointer watch_data;
};

ShLegView *
sh_leg_view_new (ShArt *art)
{
  g_autoptr (GError) error = NULL;
  ShLegView *view = g_new0 (ShLegView, 1);

  view->net = sh_vein_net_new (art, &error);
  if (view->net == NULL)
    g_error ("%s", error->message);
  view->cells = sh_blood_cells_new (view->net);
  view->veins = sh_vein_painter_new ();
  view->body = sh_leg_body_new (art);
  view->stocking = sh_leg_stocking_new (art);
  view->contour = sh_leg_contour_new (art);
  view->labels = sh_label_sheet_new (art);
  view->art = sh_art_ref (art);
  return view;
}

void
sh_leg_view_free (ShLegView *view)
{
  sh_blood_cells_free (view->cells);
  sh_vein_painter_free (view->veins);
  sh_leg_body_free (view->body);
  sh_leg_stocking_free (view->stocking);
  sh_leg_contour_free (view->contour);
  sh_label_sheet_free (view->labels);
  sh_art_unref (view->art);
  sh_vein_net_free (view->net);
  g_free (view);
}

/* How far the plate is turned clockwise so that the picture's down is the room's down. */
static double
turn_of (const ShLegOptions *options)
{
  double turn = options->posture == SH_POSTURE_LYING          ? 90
                : options->posture == SH_POSTURE_LYING_LEG_UP ? 90 + LEG_UP_TILT_DEG
                                                              : 0;

  return turn * G_PI / 180;
}

/* What the view shows for one plate unit = one user unit, turned about the plate's origin: the box,
 * or of a leg that lies its outermost points only, for a box turned askew is mostly empty. */
static void
turned_extent (double turn, cairo_rectangle_t *extent)
{
  static const ShPoint upright[] = { { BOX_LEFT, BOX_TOP }, { BOX_RIGHT, BOX_BOTTOM } };
  /* Both ends of the thigh's cut, the calf, the heel, the toes, and where they point when they
   * point. */
  static const ShPoint lying[] = {
    { 415, BOX_TOP }, { 840, BOX_TOP },   { BOX_RIGHT, 830 },
    { 810, 1545 },    { BOX_LEFT, 1500 }, { 330, BOX_BOTTOM_LYING }
  };
  const ShPoint *points = turn == 0 ? upright : lying;
  gsize n = turn == 0 ? G_N_ELEMENTS (upright) : G_N_ELEMENTS (lying);
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (gsize i = 0; i < n; i++)
    {
      double x = points[i].x * cos (turn) - points[i].y * sin (turn);
      double y = points[i].x * sin (turn) + points[i].y * cos (turn);

      x0 = MIN (x0, x);
      y0 = MIN (y0, y);
      x1 = MAX (x1, x);
      y1 = MAX (y1, y);
    }
  /* Under a leg that lies stand more names than over it. */
  if (turn != 0)
    y1 += ROOM_BELOW_LYING;
  *extent = (cairo_rectangle_t){ x0, y0, x1 - x0, y1 - y0 };
}

/* How much room the names want on each side, in plate units; none where the view is so narrow that
 * the leg would suffer. */
static double
label_room (const ShLegOptions *o, double width, double height)
{
  double size = sh_label_size (o->rect.width, o->rect.height, o->text_scale);
  double k = o->rect.height / height;
  double wanted = MAX (0.0, 11.0 * size / k - LEFT_OF_BOX);
  double free = 0.5 * (o->rect.width / k - width);

  return wanted <= MAX (free, 0.32 * width) ? wanted : MAX (0.0, MIN (wanted, free));
}

static void
lay_out (ShLegView *view)
{
  const ShLegOptions *o = &view->options;
  double turn = turn_of (o);
  double mirror = o->side == SH_SIDE_LEFT ? -1 : 1;
  cairo_rectangle_t shown;
  double width;

  turned_extent (turn, &shown);
  width = shown.width;
  if (o->labels != SH_LABELS_NONE && turn == 0)
    width += 2 * label_room (o, width, shown.height);
  view->k = MIN (o->rect.width / width, o->rect.height / shown.height);
  cairo_matrix_init_translate (&view->to_user, o->rect.x + 0.5 * o->rect.width,
                               o->rect.y + 0.5 * o->rect.height);
  cairo_matrix_scale (&view->to_user, mirror * view->k, view->k);
  cairo_matrix_translate (&view->to_user, -shown.x - 0.5 * shown.width,
                          -shown.y - 0.5 * shown.height);
  cairo_matrix_rotate (&view->to_user, turn);
}

static gboolean
same_rectangle (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
same_options (const ShLegOptions *a, const ShLegOptions *b)
{
  return same_rectangle (&a->rect, &b->rect) && a->theme == b->theme && a->labels == b->labels &&
         a->side == b->side && a->posture == b->posture && a->text_scale == b->text_scale &&
         a->scale == b->scale && a->vector == b->vector && a->in_worker == b->in_worker;
}

static void
lay_out_labels (ShLegView *view)
{
  const ShLegOptions *o = &view->options;
  ShLabelPlace place = { .rect = o->rect,
                         .to_user = view->to_user,
                         .theme = o->theme,
                         .labels = o->labels,
                         .side = o->side,
                         .text_scale = o->text_scale,
                         .scale = o->scale,
                         .turned = turn_of (o) != 0,
                         .vector = o->vector };

  sh_label_sheet_lay_out (view->labels, &place, view->net);
}

gboolean
sh_leg_view_configure (ShLegView *view, const ShLegOptions *options)
{
  gboolean same = view->configured && same_options (&view->options, options);
  ShLegBodyPlace place;

  view->options = *options;
  view->configured = TRUE;
  if (same)
    return FALSE;
  lay_out (view);
  place = (ShLegBodyPlace){ .to_user = view->to_user,
                            .scale = options->scale,
                            .theme = options->theme,
                            .vector = options->vector,
                            .in_worker = options->in_worker };
  sh_leg_body_place (view->body, &place);
  lay_out_labels (view);
  return TRUE;
}

void
sh_leg_view_advance (ShLegView *view, const ShFrame *frame, double dt_s)
{
  sh_vein_net_advance (view->net, frame, dt_s);
  sh_vein_net_fill (view->net, sh_theme (view->options.theme), frame);
  sh_blood_cells_advance (view->cells, view->net, dt_s);
}

void
sh_leg_view_draw_still (ShLegView *view, cairo_t *cr)
{
  sh_label_sheet_draw_texts (view->labels, cr);
}

/* The travel in user units, in whole device pixels so that the cached body stays sharp. */
static void
set_travel (ShLegView *view, const ShRig *rig)
{
  ShPoint travel = sh_rig_travel (rig);
  double scale = view->options.scale;

  cairo_matrix_transform_distance (&view->to_user, &travel.x, &travel.y);
  view->shift_x = view->options.vector ? travel.x : round (travel.x * scale) / scale;
  view->shift_y = view->options.vector ? travel.y : round (travel.y * scale) / scale;
}

/* plate to user units with the travel of the present picture. */
static void
travelled (const ShLegView *view, cairo_matrix_t *matrix)
{
  *matrix = view->to_user;
  matrix->x0 += view->shift_x;
  matrix->y0 += view->shift_y;
}

void
sh_leg_view_set_watch (ShLegView *view, ShStageWatch watch, gpointer user_data)
{
  view->watch = watch;
  view->watch_data = user_data;
}

static void
drawn (ShLegView *view, ShStagePart part)
{
  if (view->watch != NULL)
    view->watch (part, view->watch_data);
}

static void
draw_veins (ShLegView *view, cairo_t *cr, double travel_y)
{
  const ShTheme *theme = sh_theme (view->options.theme);
  ShVeinPlace place = { .scale = view->options.scale,
                        .fade_from = FADE_FROM - travel_y,
                        .fade_to = FADE_TO - travel_y,
                        .vector = view->options.vector };
  ShMarks *marks;

  travelled (view, &place.to_user);
  sh_leg_view_moving_bounds (view, &place.area);
  marks = sh_vein_painter_begin (view->veins, cr, view->net, theme, &place);
  drawn (view, SH_PART_VEINS);
  sh_blood_cells_draw (view->cells, marks, view->net, theme);
  sh_vein_scars_draw (marks, view->net, theme);
  sh_valves_draw (marks, view->net, theme);
  sh_flow_arrows_draw (marks, view->net, theme);
  drawn (view, SH_PART_CELLS);
  sh_vein_painter_end (view->veins, cr);
  drawn (view, SH_PART_VEINS);
}

static double
level_y (const ShLegView *view)
{
  return LEVEL_ANKLE_Y + view->options.level * (LEVEL_KNEE_Y - LEVEL_ANKLE_Y);
}

/* Whether there is a floor under the foot. */
static gboolean
stands (const ShFrame *frame)
{
  return frame->posture != SH_POSTURE_LYING && frame->posture != SH_POSTURE_LYING_LEG_UP &&
         frame->activity != SH_ACTIVITY_CYCLING;
}

/* Left and right border of the resting leg at the height @y of the plate. */
static void
leg_span (ShLegView *view, double y, double *left, double *right)
{
  const ShCurve *skin = sh_art_curve (view->art, "silhouette");

  *left = BOX_RIGHT;
  *right = BOX_LEFT;
  for (int i = 0; i < skin->n; i++)
    if (fabs (skin->point[i].y - y) < 8)
      {
        *left = MIN (*left, skin->point[i].x);
        *right = MAX (*right, skin->point[i].x);
      }
}

/* The level of the slice: a thin line across the leg with a handle that says it can be dragged. */
static void
draw_level (ShLegView *view, cairo_t *cr, const ShRig *rig)
{
  const ShTheme *theme = sh_theme (view->options.theme);
  double y = level_y (view);
  double left, right;
  double r = MAX (9.0, 7.0 / view->k);
  cairo_matrix_t matrix;

  leg_span (view, y, &left, &right);
  travelled (view, &matrix);
  cairo_save (cr);
  cairo_transform (cr, &matrix);
  cairo_move_to (cr, left - 14, y);
  cairo_line_to (cr, right + HANDLE_DISTANCE, y);
  cairo_set_line_width (cr, 3.0 / view->k);
  sh_set_color (cr, theme->paper, 0.6);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 1.3 / view->k);
  sh_set_color (cr, theme->accent, 1);
  cairo_stroke (cr);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, right + HANDLE_DISTANCE + 1.1 * r, y + side * 1.5 * r);
      cairo_line_to (cr, right + HANDLE_DISTANCE + 0.2 * r, y + side * 0.35 * r);
      cairo_line_to (cr, right + HANDLE_DISTANCE + 2.0 * r, y + side * 0.35 * r);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
  cairo_restore (cr);
}

/* What lies on the skin: its veins' ridges, and over them a stocking. */
static void
draw_on_skin (ShLegView *view, cairo_t *cr, const ShRig *rig, const ShFrame *frame)
{
  const ShTheme *theme = sh_theme (view->options.theme);
  cairo_matrix_t matrix;

  travelled (view, &matrix);
  cairo_save (cr);
  cairo_transform (cr, &matrix);
  sh_leg_contour_draw (view->contour, cr, theme, rig, sh_leg_contour_relief (frame), 1 / view->k);
  if (frame->stocking_mmhg > 0)
    sh_leg_stocking_draw (view->stocking, cr, theme, rig, frame->stocking_mmhg, 1 / view->k);
  cairo_restore (cr);
}

void
sh_leg_view_draw_moving (ShLegView *view, cairo_t *cr, const ShFrame *frame)
{
  ShBodyPose pose;
  ShRig rig;
  cairo_rectangle_t bounds;

  sh_body_pose_from_frame (frame, &pose);
  sh_rig_init (&rig, &pose);
  set_travel (view, &rig);
  sh_vein_net_pose (view->net, &rig);
  sh_vein_net_fill (view->net, sh_theme (view->options.theme), frame);
  sh_leg_view_moving_bounds (view, &bounds);
  cairo_save (cr);
  cairo_rectangle (cr, bounds.x, bounds.y, bounds.width, bounds.height);
  cairo_clip (cr);
  if (stands (frame))
    sh_leg_body_draw_ground (view->body, cr, &rig);
  sh_leg_body_draw (view->body, cr, &rig, view->shift_x, view->shift_y);
  draw_on_skin (view, cr, &rig, frame);
  drawn (view, SH_PART_BODY);
  if (view->options.level_line)
    draw_level (view, cr, &rig);
  sh_label_sheet_draw_leaders (view->labels, cr, &rig, view->shift_x, view->shift_y);
  drawn (view, SH_PART_LEADERS);
  draw_veins (view, cr, sh_rig_travel (&rig).y);
  sh_leg_body_draw_front (view->body, cr, &rig, view->shift_x, view->shift_y);
  sh_label_sheet_draw_badges (view->labels, cr, &rig, view->shift_x, view->shift_y);
  drawn (view, SH_PART_FRONT);
  cairo_restore (cr);
}

ShPending
sh_leg_view_pending (ShLegView *view)
{
  return sh_leg_body_pending (view->body);
}

/* Grows a box by a point. */
static void
include (double box[4], double x, double y)
{
  box[0] = MIN (box[0], x);
  box[1] = MIN (box[1], y);
  box[2] = MAX (box[2], x);
  box[3] = MAX (box[3], y);
}

void
sh_leg_view_moving_bounds (ShLegView *view, cairo_rectangle_t *bounds)
{
  const cairo_rectangle_t *rect = &view->options.rect;
  double box[4] = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (int i = 0; i < 4; i++)
    {
      double x = i & 1 ? REACH_LEFT : REACH_RIGHT;
      double y = i & 2 ? BOX_TOP - TRAVEL_Y : REACH_BOTTOM;

      cairo_matrix_transform_point (&view->to_user, &x, &y);
      include (box, x, y);
    }
  box[0] = floor (MAX (box[0], rect->x));
  box[1] = floor (MAX (box[1], rect->y));
  box[2] = ceil (MIN (box[2], rect->x + rect->width));
  box[3] = ceil (MIN (box[3], rect->y + rect->height));
  *bounds = (cairo_rectangle_t){ box[0], box[1], box[2] - box[0], box[3] - box[1] };
}

static gboolean
to_plate (ShLegView *view, double *x, double *y)
{
  cairo_matrix_t back;

  if (!view->configured)
    return FALSE;
  travelled (view, &back);
  if (cairo_matrix_invert (&back) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  cairo_matrix_transform_point (&back, x, y);
  return TRUE;
}

/* The middle of a valve's leaflets in plate units. */
static ShPoint
valve_place (const ShVeinNet *net, const ShNetValve *valve)
{
  const ShVeinLine *line = &net->lines[valve->line];

  return sh_vein_line_at (line, valve->arc + 0.5 * sh_vein_line_width (line, valve->arc), 0);
}

static ShValve
pick_valve (ShLegView *view, double x, double y)
{
  ShValve nearest = SH_VALVE_NONE;
  double reach = TOUCH / view->k;

  for (int i = 0; i < view->net->n_valves; i++)
    {
      ShPoint place = valve_place (view->net, &view->net->valves[i]);
      double distance = hypot (place.x - x, place.y - y);

      if (distance >= reach)
        continue;
      reach = distance;
      nearest = view->net->valves[i].valve;
    }
  return nearest;
}

static ShVein
pick_vein (ShLegView *view, double x, double y)
{
  ShVein nearest = SH_VEIN_NONE;
  double best = 0.3 * TOUCH / view->k;

  for (int k = 0; k < view->net->n_lines; k++)
    {
      const ShVeinLine *line = &view->net->lines[k];

      for (int i = 0; !line->twig && i < line->n; i++)
        {
          double distance = hypot (line->at[i].x - x, line->at[i].y - y) - line->outer[i];

          if (distance >= best)
            continue;
          best = distance;
          nearest = line->segments[line->segment[i]].vein;
        }
    }
  return nearest;
}

/* The line across the leg with the handle at its end, and a finger's width around them. */
static gboolean
on_level_line (ShLegView *view, double px, double py)
{
  double touch = 0.5 * TOUCH / view->k;
  double left, right;

  if (!view->options.level_line || fabs (py - level_y (view)) > touch)
    return FALSE;
  leg_span (view, level_y (view), &left, &right);
  return px > MIN (left - touch, BOX_LEFT) && px < right + HANDLE_DISTANCE + 2 * touch;
}

ShHit
sh_leg_view_pick (ShLegView *view, double x, double y)
{
  ShHit hit = { SH_HIT_NOTHING, -1 };
  double px = x, py = y;

  if (!to_plate (view, &px, &py))
    return hit;
  hit.id = pick_valve (view, px, py);
  if (hit.id != SH_VALVE_NONE)
    {
      hit.kind = SH_HIT_VALVE;
      return hit;
    }
  hit.id = pick_vein (view, px, py);
  if (hit.id != SH_VEIN_NONE)
    hit.kind = SH_HIT_VEIN;
  else if (on_level_line (view, px, py))
    hit.kind = SH_HIT_LEVEL;
  return hit;
}

gboolean
sh_leg_view_valve_bounds (ShLegView *view, ShValve valve, cairo_rectangle_t *bounds)
{
  cairo_matrix_t matrix;

  travelled (view, &matrix);
  for (int i = 0; i < view->net->n_valves; i++)
    {
      const ShNetValve *drawn = &view->net->valves[i];
      ShPoint place = valve_place (view->net, drawn);
      double half = 1.1 * view->k * sh_vein_line_width (&view->net->lines[drawn->line], drawn->arc);

      if (drawn->valve != valve)
        continue;
      cairo_matrix_transform_point (&matrix, &place.x, &place.y);
      *bounds = (cairo_rectangle_t){ place.x - half, place.y - half, 2 * half, 2 * half };
      return TRUE;
    }
  return FALSE;
}

/* Begins with nothing. */
static const cairo_rectangle_t no_place = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

/* Makes a place, here held as its left, top, right and bottom, reach to a point of the plate. */
static void
reach (cairo_rectangle_t *place, const cairo_matrix_t *matrix, ShPoint at, double half)
{
  cairo_matrix_transform_point (matrix, &at.x, &at.y);
  place->x = MIN (place->x, at.x - half);
  place->y = MIN (place->y, at.y - half);
  place->width = MAX (place->width, at.x + half);
  place->height = MAX (place->height, at.y + half);
}

/* From left, top, right and bottom; FALSE when no point was reached. */
static gboolean
finish (cairo_rectangle_t *place)
{
  place->width = MAX (place->width - place->x, 0.0);
  place->height = MAX (place->height - place->y, 0.0);
  return place->x < G_MAXDOUBLE;
}

void
sh_leg_view_calf_bounds (ShLegView *view, cairo_rectangle_t *bounds)
{
  static const char *const edges[] = { "muscle.gastrocnemius.front", "muscle.gastrocnemius.back" };
  cairo_matrix_t matrix;

  travelled (view, &matrix);
  *bounds = no_place;
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const ShCurve *curve = sh_art_curve (view->art, edges[i]);

      for (int p = 0; curve != NULL && p < curve->n; p++)
        reach (bounds, &matrix, curve->point[p], 0.0);
    }
  finish (bounds);
}

gboolean
sh_leg_view_vein_bounds (ShLegView *view, ShVein vein, cairo_rectangle_t *bounds)
{
  cairo_matrix_t matrix;

  travelled (view, &matrix);
  *bounds = no_place;
  for (int i = 0; i < view->net->n_lines; i++)
    {
      const ShVeinLine *line = &view->net->lines[i];

      /* Side branches and perforators carry a vein's blood, but are not what it is called. */
      if (line->twig)
        continue;
      for (int p = 0; p < line->n; p++)
        if (line->segments[line->segment[p]].vein == vein &&
            line->segments[line->segment[p]].flow == SH_VALVE_NONE)
          reach (bounds, &matrix, line->at[p], 0.5 * view->k * line->width[p]);
    }
  return finish (bounds);
}

double
sh_leg_view_level_at (ShLegView *view, double x, double y)
{
  double px = x, py = y;

  if (!to_plate (view, &px, &py))
    return view->options.level;
  return CLAMP ((py - LEVEL_ANKLE_Y) / (LEVEL_KNEE_Y - LEVEL_ANKLE_Y), 0, 1);
}
