/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-figure-painter.h"

#include <math.h>

#include "sh-blood-look.h"
#include "sh-figure-parts.h"
#include "sh-figure-pose.h"
#include "sh-figure-scene.h"
#include "sh-figure-words.h"

/* What has to fit: someone upright with a little air, someone lying with the couch. */
#define WIDTH_M 2.20
#define SWIM_WIDTH_M 2.45 /* with both arms stretched out */
#define HEIGHT_M 2.02
#define LYING_HEIGHT_M 1.55
#define STANDARD_M 1.75
/* Dashes grow with a person who is drawn larger than this, units for one metre. */
#define DASH_UNIT 150.0
/* The big picture shows the leg from this part of the thigh's length on; the mark round it is so
 * wide. */
#define MARK_FROM 0.45
#define MARK_TO 0.85    /* of the way to the ball of the foot */
#define MARK_OFF_M 0.02 /* off the floor */
#define MARK_WIDTH_M 0.22
#define MARK_LINE_M 0.010
#define MARK_ALPHA 0.10
#define MARK_POINTS 4
/* Heads differ less than bodies: at six years, 1.20 m, the head is a sixth of the height and not an
 * eighth (by eye). */
#define HEAD_POWER 0.5

/** What a part is made of. */
typedef enum
{
  SKIN,
  HAIR,
  SHIRT,
  SHORTS,
  STOCKING
} Stuff;

struct _ShFigurePainter
{
  ShFigureOutline part[SH_FIGURE_N_PARTS];
  ShFigureBody body;
  ShFigureOptions options;
  ShFigureView view;
  double head; /* how much larger the head is than the body's outlines have it */
  gboolean configured;
};

ShFigurePainter *
sh_figure_painter_new (ShArt *art)
{
  ShFigurePainter *painter = g_new0 (ShFigurePainter, 1);

  sh_figure_read (art, painter->part, &painter->body);
  return painter;
}

void
sh_figure_painter_free (ShFigurePainter *painter)
{
  g_free (painter);
}

static gboolean
same_options (const ShFigureOptions *a, const ShFigureOptions *b)
{
  return a->rect.x == b->rect.x && a->rect.y == b->rect.y && a->rect.width == b->rect.width &&
         a->rect.height == b->rect.height && a->theme == b->theme && a->side == b->side &&
         a->labels == b->labels && a->text_scale == b->text_scale && a->scale == b->scale;
}

/* Fits a width in metres into the view: all in it is as tall as the person, whose outlines are
 * those of a body of 1.75 m. Who is taller than most needs a smaller scale. */
static void
fit (ShFigurePainter *painter, double width_m, double height_m, double body_height_m)
{
  double tall = (body_height_m > 0 ? body_height_m : STANDARD_M) / STANDARD_M;
  double most = MAX (tall, 1.0);
  const cairo_rectangle_t *rect = &painter->options.rect;
  ShFigureView *view = &painter->view;

  view->unit = tall * MIN (rect->width / (most * width_m), rect->height / (most * height_m));
  view->origin.y = rect->y + (rect->height + height_m * view->unit * most / tall) / 2 -
                   0.12 * view->unit * most / tall;
  painter->head = pow (tall, -HEAD_POWER);
}

gboolean
sh_figure_painter_configure (ShFigurePainter *painter, const ShFigureOptions *options)
{
  const cairo_rectangle_t *rect = &options->rect;
  ShFigureView *view = &painter->view;

  if (painter->configured && same_options (&painter->options, options))
    return FALSE;
  painter->options = *options;
  painter->configured = TRUE;
  view->theme = sh_theme (options->theme);
  view->mirror = options->side == SH_SIDE_LEFT ? -1 : 1;
  view->origin.x = rect->x + rect->width / 2;
  fit (painter, WIDTH_M, HEIGHT_M, STANDARD_M);
  view->left = rect->x;
  view->right = rect->x + rect->width;
  view->bottom = rect->y + rect->height;
  return TRUE;
}

/* Appends a part to the path: its joint at @place, turned to point to @direction, grown by @outward
 * metres. */
static void
part_path (const ShFigurePainter *painter,
           ShFigurePart part,
           ShPoint place,
           double direction,
           double outward,
           cairo_t *cr)
{
  const ShFigureOutline *outline = &painter->part[part];
  double rest = part == SH_FIGURE_FOOT || part == SH_FIGURE_TOES ? G_PI / 2 : 0;
  double size = part == SH_FIGURE_HEAD || part == SH_FIGURE_HAIR ? painter->head : 1;
  double c = size * cos (rest - direction), s = size * sin (rest - direction);
  /* A small figure needs fewer corners. */
  int step = painter->view.unit * outline->half_width < 40 ? 2 : 1;

  cairo_new_sub_path (cr);
  for (int i = 0; i < outline->n; i += step)
    {
      ShPoint p = { outline->point[i].x + outward * outline->normal[i].x,
                    outline->point[i].y + outward * outline->normal[i].y };
      ShPoint at = sh_figure_map (
          &painter->view, (ShPoint){ place.x + p.x * c + p.y * s, place.y - p.x * s + p.y * c });

      cairo_line_to (cr, at.x, at.y);
    }
  cairo_close_path (cr);
}

/** A part with its place, for drawing a limb as one. */
typedef struct
{
  ShFigurePart part;
  ShPoint place;
  double direction;
  Stuff stuff;
} Placed;

/* Colour of @stuff on the near side of the body, or on the far one, which is darker and quieter. */
static ShColor
color_of (const ShTheme *theme, Stuff stuff, gboolean near)
{
  ShColor color = theme->skin;

  if (stuff == SHIRT)
    color = sh_color_mix (theme->wall, theme->paper, 0.25);
  else if (stuff == SHORTS)
    color = sh_color_mix (theme->contour, theme->wall, 0.35);
  else if (stuff == STOCKING)
    color = sh_color_mix (theme->text_quiet, theme->paper_light, 0.25);
  else if (stuff == HAIR)
    color = theme->hair;
  return near ? color : sh_color_mix (color, theme->skin_edge, stuff == SHORTS ? 0.15 : 0.30);
}

/* Light comes from the upper left: shade each part across its length. */
static void
set_light (const ShFigurePainter *painter, const Placed *placed, cairo_t *cr)
{
  const ShTheme *theme = painter->view.theme;
  const ShFigureOutline *outline = &painter->part[placed->part];
  double reach = outline->half_width * painter->view.unit;
  ShPoint c = sh_figure_map (&painter->view, placed->place);
  gboolean foot = placed->part == SH_FIGURE_FOOT || placed->part == SH_FIGURE_TOES;
  double along = foot ? placed->direction - G_PI / 2 : placed->direction;
  /* Across the part, toward the light: left for what stands, up for what lies. */
  double ax = cos (along), ay = sin (along);
  double side = ax * painter->view.mirror + ay * 0.9 >= 0 ? 1 : -1;
  double dx = -painter->view.mirror * ax * side * reach, dy = -ay * side * reach;
  ShColor base = color_of (theme, placed->stuff, TRUE);
  ShColor light = sh_color_mix (base, theme->skin_light, placed->stuff == SKIN ? 0.75 : 0.4);
  ShColor dark = sh_color_mix (base, theme->skin_edge, placed->stuff == SKIN ? 0.42 : 0.30);
  cairo_pattern_t *across = cairo_pattern_create_linear (c.x + dx, c.y + dy, c.x - dx, c.y - dy);

  cairo_pattern_add_color_stop_rgb (across, 0.05, light.r, light.g, light.b);
  cairo_pattern_add_color_stop_rgb (across, 0.45, base.r, base.g, base.b);
  cairo_pattern_add_color_stop_rgb (across, 1, dark.r, dark.g, dark.b);
  cairo_set_source (cr, across);
  cairo_pattern_destroy (across);
}

/* Whether light and shade are seen on a part: not on small ones, nor under clothes. */
static gboolean
is_modelled (const Placed *placed)
{
  return placed->stuff != HAIR && placed->part != SH_FIGURE_TOES &&
         placed->part != SH_FIGURE_HAND && placed->part != SH_FIGURE_TRUNK &&
         placed->part != SH_FIGURE_SHORTS;
}

/* Outlines first, bodies after: the parts join without seams. Grown shapes are filled instead of
 * outlines stroked, at a fifth of the cost; what lies behind is flat: quiet, and cheap. */
static void
draw_parts (const ShFigurePainter *painter, const Placed *parts, int n, gboolean near, cairo_t *cr)
{
  const ShTheme *theme = painter->view.theme;
  double outward = MAX (0.0035, 0.7 / painter->view.unit);

  sh_set_color (cr, sh_color_mix (theme->skin_edge, theme->skin, near ? 0.1 : 0.25), 1);
  for (int i = 0; i < n; i++)
    if (parts[i].stuff == SKIN || parts[i].stuff == STOCKING || parts[i].part == SH_FIGURE_SHIRT)
      part_path (painter, parts[i].part, parts[i].place, parts[i].direction, outward, cr);
  cairo_fill (cr);
  for (int i = 0; i < n; i++)
    {
      gboolean modelled = near && is_modelled (&parts[i]);

      part_path (painter, parts[i].part, parts[i].place, parts[i].direction, 0, cr);
      /* Flat neighbours of one colour are one shape. */
      if (!modelled && i + 1 < n && parts[i + 1].stuff == parts[i].stuff &&
          !(near && is_modelled (&parts[i + 1])))
        continue;
      if (modelled)
        set_light (painter, &parts[i], cr);
      else
        sh_set_color (cr, color_of (theme, parts[i].stuff, near), 1);
      cairo_fill (cr);
    }
}

/* A stocking leaves the toes free. */
static int
leg_parts (const ShFigureLeg *leg, gboolean stocking, Placed *parts)
{
  parts[0] = (Placed){ SH_FIGURE_TOES, leg->ball, leg->toes, SKIN };
  parts[1] = (Placed){ SH_FIGURE_FOOT, leg->ankle, leg->foot, stocking ? STOCKING : SKIN };
  parts[2] = (Placed){ SH_FIGURE_SHANK, leg->knee, leg->shank, SKIN };
  parts[3] = (Placed){ SH_FIGURE_THIGH, leg->hip, leg->thigh, SKIN };
  if (!stocking)
    return 4;
  parts[4] = (Placed){ SH_FIGURE_STOCKING, leg->knee, leg->shank, STOCKING };
  return 5;
}

static int
arm_parts (const ShFigureArm *arm, Placed *parts)
{
  parts[0] = (Placed){ SH_FIGURE_HAND, arm->wrist, arm->hand, SKIN };
  parts[1] = (Placed){ SH_FIGURE_FOREARM, arm->elbow, arm->fore, SKIN };
  parts[2] = (Placed){ SH_FIGURE_UPPER_ARM, arm->shoulder, arm->upper, SKIN };
  parts[3] = (Placed){ SH_FIGURE_SLEEVE, arm->shoulder, arm->upper, SHIRT };
  return 4;
}

static void
draw_body (const ShFigurePainter *painter, const ShFigurePose *pose, gboolean stocking, cairo_t *cr)
{
  ShPoint hip = pose->leg[0].hip;
  Placed parts[12];
  int n;

  /* What lies behind is quiet: fewer steps of grey at its edges are not seen. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  n = arm_parts (&pose->arm[1], parts);
  draw_parts (painter, parts, n, FALSE, cr);
  n = leg_parts (&pose->leg[1], FALSE, parts);
  parts[n++] = (Placed){ SH_FIGURE_SHORTS_LEG, pose->leg[1].hip, pose->leg[1].thigh, SHORTS };
  draw_parts (painter, parts, n, FALSE, cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  n = leg_parts (&pose->leg[0], stocking, parts);
  parts[n++] = (Placed){ SH_FIGURE_HEAD, pose->neck, pose->head, SKIN };
  parts[n++] = (Placed){ SH_FIGURE_HAIR, pose->neck, pose->head, HAIR };
  parts[n++] = (Placed){ SH_FIGURE_TRUNK, hip, pose->trunk, SKIN };
  parts[n++] = (Placed){ SH_FIGURE_SHIRT, hip, pose->trunk, SHIRT };
  parts[n++] = (Placed){ SH_FIGURE_SHORTS, hip, pose->trunk, SHORTS };
  parts[n++] = (Placed){ SH_FIGURE_SHORTS_LEG, hip, pose->leg[0].thigh, SHORTS };
  draw_parts (painter, parts, n, TRUE, cr);
  n = arm_parts (&pose->arm[0], parts);
  draw_parts (painter, parts, n, TRUE, cr);
}

/* The left edge of a band that goes along @p, with its round end: outside a bend runs an arc,
 * inside the edges meet. */
static void
band_edge (const ShPoint *p, int n, double half, cairo_t *cr)
{
  double turned = atan2 (p[1].y - p[0].y, p[1].x - p[0].x);

  for (int i = 1; i + 1 < n; i++)
    {
      double next = atan2 (p[i + 1].y - p[i].y, p[i + 1].x - p[i].x);
      double turn = remainder (next - turned, 2 * G_PI);
      double reach = MIN (hypot (p[i].x - p[i - 1].x, p[i].y - p[i - 1].y),
                          hypot (p[i + 1].x - p[i].x, p[i + 1].y - p[i].y));
      double inner = MIN (half / MAX (cos (0.5 * turn), 0.01), hypot (half, reach));
      double middle = turned + 0.5 * turn - G_PI / 2;

      if (turn > 0)
        cairo_arc (cr, p[i].x, p[i].y, half, turned - G_PI / 2, turned + turn - G_PI / 2);
      else
        cairo_line_to (cr, p[i].x + inner * cos (middle), p[i].y + inner * sin (middle));
      turned = next;
    }
  cairo_arc (cr, p[n - 1].x, p[n - 1].y, half, turned - G_PI / 2, turned + G_PI / 2);
}

/* Which part of the person the big picture shows: a ring, for a tinted band would be taken for a
 * swollen leg. */
static void
draw_mark (const ShFigurePainter *painter, const ShFigurePose *pose, cairo_t *cr)
{
  const ShFigureView *view = &painter->view;
  const ShFigureLeg *leg = &pose->leg[0];
  const ShPoint start = { leg->hip.x + MARK_FROM * (leg->knee.x - leg->hip.x),
                          leg->hip.y + MARK_FROM * (leg->knee.y - leg->hip.y) };
  const ShPoint end = { leg->ankle.x + MARK_TO * (leg->ball.x - leg->ankle.x),
                        leg->ankle.y + MARK_TO * (leg->ball.y - leg->ankle.y) + MARK_OFF_M };
  const ShPoint way[MARK_POINTS] = { start, leg->knee, leg->ankle, end };
  const double half = 0.5 * MARK_WIDTH_M * view->unit;
  ShPoint there[MARK_POINTS], back[MARK_POINTS];

  for (int i = 0; i < MARK_POINTS; i++)
    there[i] = back[MARK_POINTS - 1 - i] = sh_figure_map (view, way[i]);
  cairo_new_path (cr);
  band_edge (there, MARK_POINTS, half, cr);
  band_edge (back, MARK_POINTS, half, cr);
  cairo_close_path (cr);
  sh_set_color (cr, view->theme->accent, MARK_ALPHA);
  cairo_fill_preserve (cr);
  sh_set_color (cr, view->theme->accent, 0.9);
  cairo_set_line_width (cr, MAX (MARK_LINE_M * view->unit, 1.2));
  cairo_stroke (cr);
}

static void
stroke_vein (const ShFigurePainter *painter, const ShFrame *frame, ShVein vein, cairo_t *cr)
{
  const ShTheme *theme = painter->view.theme;
  double width = MAX (0.020 * painter->view.unit, 2.4);
  ShBloodState state;
  ShBloodLook look;

  sh_blood_state_of_vein (frame, vein, &state);
  state.velocity_cm_s = 0; /* at this size colour says pressure, and nothing else */
  sh_blood_look (theme, &state, &look);
  cairo_set_line_width (cr, width);
  sh_set_color (cr, look.fill, 1);
  cairo_stroke (cr);
}

static ShPoint
between (ShPoint a, ShPoint b, double mix)
{
  return (ShPoint){ a.x + mix * (b.x - a.x), a.y + mix * (b.y - a.y) };
}

/* Half of the curve that rounds the corner at @corner, from or to its middle. */
static void
half_corner (ShPoint side, ShPoint corner, ShPoint other, gboolean outward, cairo_t *cr)
{
  ShPoint a = between (corner, side, 0.28), b = between (corner, other, 0.28);
  ShPoint middle = between (between (a, corner, 0.5), between (corner, b, 0.5), 0.5);
  ShPoint control = between (a, corner, 0.5);
  /* A quadratic curve as a cubic one. */
  ShPoint near_side = between (a, control, 2.0 / 3.0);
  ShPoint near_middle = between (middle, control, 2.0 / 3.0);

  if (outward)
    {
      cairo_move_to (cr, middle.x, middle.y);
      cairo_curve_to (cr, near_middle.x, near_middle.y, near_side.x, near_side.y, a.x, a.y);
    }
  else
    cairo_curve_to (cr, near_side.x, near_side.y, near_middle.x, near_middle.y, middle.x, middle.y);
}

/* The curve that rounds a corner, from the point where the path stands. */
static void
whole_corner (ShPoint side, ShPoint corner, ShPoint other, cairo_t *cr)
{
  ShPoint a = between (corner, side, 0.28), b = between (corner, other, 0.28);
  ShPoint near_a = between (a, corner, 2.0 / 3.0), near_b = between (b, corner, 2.0 / 3.0);

  cairo_line_to (cr, a.x, a.y);
  cairo_curve_to (cr, near_a.x, near_a.y, near_b.x, near_b.y, b.x, b.y);
}

/* The whole line from the heart to the ankle. */
static void
trace_vein (ShPoint heart, ShPoint hip, ShPoint knee, ShPoint ankle, cairo_t *cr)
{
  cairo_move_to (cr, heart.x, heart.y);
  whole_corner (heart, hip, knee, cr);
  whole_corner (hip, knee, ankle, cr);
  cairo_line_to (cr, ankle.x, ankle.y);
}

/* The way of the blood from the ankle to the heart, each stretch in the colour of its pressure. */
static void
draw_vein (const ShFigurePainter *painter,
           const ShFrame *frame,
           const ShFigurePose *pose,
           cairo_t *cr)
{
  const ShFigureLeg *leg = &pose->leg[0];
  ShPoint heart = sh_figure_map (&painter->view, pose->heart);
  ShPoint hip = sh_figure_map (&painter->view, leg->hip);
  ShPoint knee = sh_figure_map (&painter->view, leg->knee);
  ShPoint ankle = sh_figure_map (&painter->view, leg->ankle);
  ShPoint near;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  trace_vein (heart, hip, knee, ankle, cr);
  cairo_set_line_width (cr, MAX (0.020 * painter->view.unit, 2.4) + 1.8);
  sh_set_color (cr, painter->view.theme->wall_light, 0.95);
  cairo_stroke (cr);
  cairo_move_to (cr, heart.x, heart.y);
  near = between (hip, heart, 0.28);
  cairo_line_to (cr, near.x, near.y);
  half_corner (heart, hip, knee, FALSE, cr);
  stroke_vein (painter, frame, SH_VEIN_ILIAC, cr);
  half_corner (knee, hip, heart, TRUE, cr);
  near = between (knee, hip, 0.28);
  cairo_line_to (cr, near.x, near.y);
  half_corner (hip, knee, ankle, FALSE, cr);
  stroke_vein (painter, frame, SH_VEIN_FEMORAL, cr);
  half_corner (ankle, knee, hip, TRUE, cr);
  cairo_line_to (cr, ankle.x, ankle.y);
  stroke_vein (painter, frame, SH_VEIN_POSTERIOR_TIBIAL, cr);
}

static void
draw_heart (const ShFigurePainter *painter, const ShFigurePose *pose, cairo_t *cr)
{
  const ShTheme *theme = painter->view.theme;

  part_path (painter, SH_FIGURE_HEART, pose->heart, pose->trunk, 0, cr);
  sh_set_color (cr, theme->artery, 1);
  cairo_fill_preserve (cr);
  sh_set_color (cr, sh_color_mix (theme->artery, theme->contour, 0.5), 1);
  cairo_set_line_width (cr, MAX (0.006 * painter->view.unit, 1));
  cairo_stroke (cr);
}

/* The level of the heart across the view, and the column between it and the ankle. */
static void
draw_levels (const ShFigurePainter *painter, double x, double heart_y, double ankle_y, cairo_t *cr)
{
  const ShFigureView *view = &painter->view;
  const ShTheme *theme = view->theme;
  double width = MAX (0.035 * view->unit, 4);
  double dash = MAX (1.0, view->unit / DASH_UNIT);
  double top = MIN (heart_y, ankle_y), bottom = MAX (heart_y, ankle_y);
  ShColor low = ankle_y > heart_y ? theme->loaded : theme->empty;
  cairo_pattern_t *column = cairo_pattern_create_linear (0, heart_y, 0, ankle_y);

  cairo_pattern_add_color_stop_rgb (column, 0, theme->blood_light.r, theme->blood_light.g,
                                    theme->blood_light.b);
  cairo_pattern_add_color_stop_rgb (column, 1, low.r, low.g, low.b);
  cairo_rectangle (cr, x - width / 2, top, width, MAX (bottom - top, 1.5));
  cairo_set_source (cr, column);
  cairo_fill_preserve (cr);
  cairo_pattern_destroy (column);
  sh_set_color (cr, theme->wall, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);

  /* Dashes as boxes: stroking a dashed line costs far more. */
  for (double at = view->left + 4; at < view->right - 4; at += 9 * dash)
    cairo_rectangle (cr, at, heart_y - 0.6 * dash, 5 * dash, 1.2 * dash);
  sh_set_color (cr, theme->artery, 0.75);
  cairo_fill (cr);
}

/* The pose of @frame, with the view fitted to it. */
static void
fit_person (ShFigurePainter *painter, const ShFrame *frame, ShFigurePose *pose)
{
  gboolean swims = frame->activity == SH_ACTIVITY_SWIMMING;
  gboolean lies = !swims && frame->posture <= SH_POSTURE_LYING;

  fit (painter, swims ? SWIM_WIDTH_M : WIDTH_M, lies ? LYING_HEIGHT_M : HEIGHT_M,
       frame->body_height_m);
  sh_figure_pose (&painter->body, frame, pose);
}

void
sh_figure_painter_heart_bounds (ShFigurePainter *painter,
                                const ShFrame *frame,
                                cairo_rectangle_t *bounds)
{
  double half;
  ShFigurePose pose;
  ShPoint heart;

  g_return_if_fail (painter->configured);
  fit_person (painter, frame, &pose);
  heart = sh_figure_map (&painter->view, pose.heart);
  half = painter->part[SH_FIGURE_HEART].half_width * painter->view.unit;
  *bounds = (cairo_rectangle_t){ heart.x - half, heart.y - half, 2.0 * half, 2.0 * half };
}

void
sh_figure_painter_draw_moving (ShFigurePainter *painter, cairo_t *cr, const ShFrame *frame)
{
  const cairo_rectangle_t *rect = &painter->options.rect;
  const ShFigureView *view = &painter->view;
  ShFigureArrangement place = sh_figure_arrange (frame);
  ShFigurePose pose;
  double heart_y, ankle_y;

  g_return_if_fail (painter->configured);
  fit_person (painter, frame, &pose);
  heart_y = sh_figure_map (view, pose.heart).y;
  ankle_y = sh_figure_map (view, pose.leg[0].ankle).y;
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  sh_figure_scene_draw_behind (view, frame, &pose, cr);
  draw_levels (painter, view->origin.x - view->mirror * place.x_m * view->unit, heart_y, ankle_y,
               cr);
  draw_mark (painter, &pose, cr);
  draw_body (painter, &pose, frame->stocking_mmhg > 0, cr);
  sh_figure_scene_draw_front (view, frame, &pose, cr);
  draw_vein (painter, frame, &pose, cr);
  draw_heart (painter, &pose, cr);
  if (painter->options.labels != SH_LABELS_NONE)
    sh_figure_words_draw (view, &painter->options, frame, &place, heart_y, ankle_y, cr);
  cairo_restore (cr);
}

void
sh_figure_painter_draw_still (ShFigurePainter *painter, cairo_t *cr)
{
  /* All else here follows the frame: posture, ground and person. */
  g_return_if_fail (painter->configured);
  if (painter->options.labels != SH_LABELS_NONE)
    sh_figure_words_draw_mark (&painter->view, &painter->options, cr);
}

void
sh_figure_painter_moving_bounds (ShFigurePainter *painter, cairo_rectangle_t *bounds)
{
  const cairo_rectangle_t *rect = &painter->options.rect;

  bounds->x = floor (rect->x);
  bounds->y = floor (rect->y);
  bounds->width = ceil (rect->x + rect->width) - bounds->x;
  bounds->height = ceil (rect->y + rect->height) - bounds->y;
}
