/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-figure-scene.h"

#include <math.h>

/* From the wrist to the middle of the palm. */
#define GRIP_M 0.055

ShPoint
sh_figure_map (const ShFigureView *view, ShPoint place)
{
  return (ShPoint){ view->origin.x - view->mirror * view->unit * place.x,
                    view->origin.y - view->unit * place.y };
}

static void
line_to (const ShFigureView *view, double x, double y, cairo_t *cr)
{
  ShPoint p = sh_figure_map (view, (ShPoint){ x, y });

  cairo_line_to (cr, p.x, p.y);
}

static ShColor
wood (const ShTheme *theme)
{
  return sh_color_mix (theme->text_quiet, theme->paper, 0.55);
}

static void
stroke_metres (const ShFigureView *view, double width, ShColor color, cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, MAX (width * view->unit, 1.0));
  sh_set_color (cr, color, 1);
  cairo_stroke (cr);
}

static void
segment (const ShFigureView *view,
         double x0,
         double y0,
         double x1,
         double y1,
         double width,
         ShColor color,
         cairo_t *cr)
{
  line_to (view, x0, y0, cr);
  line_to (view, x1, y1, cr);
  stroke_metres (view, width, color, cr);
}

/* The ground from border to border, fading into the paper below. */
static void
draw_ground (const ShFigureView *view, double slope, cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  double middle = view->origin.x;
  double rise = view->mirror * slope;
  double y_left = view->origin.y - (middle - view->left) * rise;
  double y_right = view->origin.y + (view->right - middle) * rise;
  cairo_pattern_t *fade =
      cairo_pattern_create_linear (0, view->origin.y, 0, view->origin.y + 0.16 * view->unit);
  ShColor c = theme->shadow;

  cairo_pattern_add_color_stop_rgba (fade, 0, c.r, c.g, c.b, 0.20);
  cairo_pattern_add_color_stop_rgba (fade, 1, c.r, c.g, c.b, slope != 0 ? 0.06 : 0);
  cairo_move_to (cr, view->left, y_left);
  cairo_line_to (cr, view->right, y_right);
  cairo_line_to (cr, view->right, view->bottom);
  cairo_line_to (cr, view->left, view->bottom);
  cairo_close_path (cr);
  cairo_set_source (cr, fade);
  cairo_fill (cr);
  cairo_pattern_destroy (fade);
  cairo_move_to (cr, view->left, y_left);
  cairo_line_to (cr, view->right, y_right);
  sh_set_color (cr, theme->text_quiet, 0.7);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

/* The dark where a foot touches the ground. */
static void
draw_contact (const ShFigureView *view, const ShFigureLeg *leg, double slope, cairo_t *cr)
{
  double x = (leg->ankle.x + leg->ball.x) / 2;
  double height = leg->ankle.y - slope * leg->ankle.x;
  double near = CLAMP (1.4 - height / 0.14, 0.0, 1.0);
  ShPoint c = sh_figure_map (view, (ShPoint){ x, slope * x - 0.008 });

  cairo_save (cr);
  cairo_translate (cr, c.x, c.y);
  cairo_scale (cr, 0.15 * view->unit, 0.014 * view->unit);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  sh_set_color (cr, view->theme->shadow, 0.32 * near);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_chair (const ShFigureView *view, const ShFigurePose *pose, cairo_t *cr)
{
  double seat = pose->leg[0].hip.y - 0.115;
  ShColor color = wood (view->theme);
  ShColor far = sh_color_mix (color, view->theme->paper, 0.35);

  segment (view, 0.20, seat, 0.23, 0.02, 0.030, far, cr);
  segment (view, -0.14, seat, -0.17, 0.02, 0.030, far, cr);
  segment (view, 0.24, seat, 0.28, 0.02, 0.034, color, cr);
  segment (view, -0.18, seat, -0.23, 0.02, 0.034, color, cr);
  segment (view, -0.18, seat, -0.25, seat + 0.52, 0.045, color, cr);
  segment (view, -0.19, seat, 0.26, seat, 0.055, color, cr);
}

static void
draw_couch (const ShFigureView *view, cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  ShColor color = wood (theme);
  ShColor cloth = sh_color_mix (theme->wall, theme->paper, 0.45);
  double top = SH_COUCH_M - 0.045;

  segment (view, -0.72, top, -0.76, 0.02, 0.035, color, cr);
  segment (view, 0.80, top, 0.84, 0.02, 0.035, color, cr);
  segment (view, -0.90, top - 0.045, 0.97, top - 0.045, 0.05, color, cr);
  segment (view, -0.90, top, 0.97, top, 0.085, cloth, cr);
  /* The pillow. */
  segment (view, -0.83, SH_COUCH_M + 0.015, -0.66, SH_COUCH_M + 0.02, 0.075,
           sh_color_mix (theme->wall, theme->paper, 0.15), cr);
}

/* Cushions that carry the raised legs, right under the shanks. */
static void
draw_cushions (const ShFigureView *view, const ShFigurePose *pose, cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  const ShFigureLeg *leg = &pose->leg[0];
  ShColor cloth = sh_color_mix (theme->wall, theme->paper, 0.30);

  line_to (view, leg->hip.x + 0.20, SH_COUCH_M + 0.01, cr);
  line_to (view, leg->knee.x, leg->knee.y - 0.075, cr);
  line_to (view, leg->ankle.x + 0.02, leg->ankle.y - 0.06, cr);
  line_to (view, leg->ankle.x + 0.06, SH_COUCH_M + 0.01, cr);
  cairo_close_path (cr);
  sh_set_color (cr, cloth, 1);
  cairo_fill_preserve (cr);
  sh_set_color (cr, sh_color_mix (cloth, theme->text_quiet, 0.5), 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.012 * view->unit);
  cairo_stroke (cr);
}

static void
draw_wheel (const ShFigureView *view, double x, ShColor color, cairo_t *cr)
{
  const double radius = 0.335;
  ShPoint c = sh_figure_map (view, (ShPoint){ x, radius });

  cairo_arc (cr, c.x, c.y, radius * view->unit, 0, 2 * G_PI);
  stroke_metres (view, 0.026, color, cr);
  cairo_arc (cr, c.x, c.y, (radius - 0.02) * view->unit, 0, 2 * G_PI);
  stroke_metres (view, 0.008, sh_color_mix (color, view->theme->paper, 0.5), cr);
  cairo_arc (cr, c.x, c.y, 0.025 * view->unit, 0, 2 * G_PI);
  sh_set_color (cr, color, 1);
  cairo_fill (cr);
}

/* Where the near hand holds the handlebar: in its palm. */
static ShPoint
grip_of (const ShFigurePose *pose)
{
  const ShFigureArm *arm = &pose->arm[0];

  return (ShPoint){ arm->wrist.x + GRIP_M * sin (arm->hand),
                    arm->wrist.y - GRIP_M * cos (arm->hand) };
}

/* The near end of the handlebar, seen along the bar: it comes out of the hand that holds it. */
static void
draw_grip (const ShFigureView *view, const ShFigurePose *pose, cairo_t *cr)
{
  ShPoint c = sh_figure_map (view, grip_of (pose));
  ShColor color = sh_color_mix (wood (view->theme), view->theme->text, 0.55);

  cairo_arc (cr, c.x, c.y, 0.022 * view->unit, 0, 2 * G_PI);
  sh_set_color (cr, color, 1);
  cairo_fill (cr);
}

static void
draw_bicycle (const ShFigureView *view, const ShFigurePose *pose, cairo_t *cr)
{
  ShColor color = wood (view->theme);
  ShColor dark = sh_color_mix (color, view->theme->text, 0.35);
  ShPoint crank = pose->crank, hip = pose->leg[0].hip, grip = grip_of (pose);
  ShPoint c = sh_figure_map (view, crank);

  draw_wheel (view, -0.36, dark, cr);
  draw_wheel (view, 0.72, dark, cr);
  segment (view, -0.36, 0.335, crank.x, crank.y, 0.022, color, cr);
  segment (view, -0.36, 0.335, 0.045, 0.76, 0.020, color, cr);
  segment (view, crank.x, crank.y, hip.x + 0.01, hip.y - 0.12, 0.030, color, cr);
  segment (view, crank.x, crank.y, 0.545, 0.74, 0.032, color, cr);
  segment (view, 0.045, 0.76, 0.535, 0.80, 0.030, color, cr);
  segment (view, 0.72, 0.335, 0.52, 0.86, 0.028, color, cr);
  segment (view, 0.52, 0.86, 0.50, grip.y - 0.04, 0.026, dark, cr);
  segment (view, 0.50, grip.y - 0.04, grip.x, grip.y, 0.024, dark, cr);
  segment (view, hip.x - 0.13, hip.y - 0.105, hip.x + 0.12, hip.y - 0.118, 0.040, dark, cr);
  cairo_arc (cr, c.x, c.y, 0.085 * view->unit, 0, 2 * G_PI);
  stroke_metres (view, 0.014, color, cr);
}

/* One crank with its pedal; the near one lies in front of the person's far leg. */
static void
draw_crank (const ShFigureView *view, const ShFigurePose *pose, int side, cairo_t *cr)
{
  ShColor dark = sh_color_mix (wood (view->theme), view->theme->text, 0.35);
  ShPoint ball = pose->leg[side].ball;

  segment (view, pose->crank.x, pose->crank.y, ball.x, ball.y - 0.035, 0.024, dark, cr);
  segment (view, ball.x - 0.05, ball.y - 0.035, ball.x + 0.05, ball.y - 0.035, 0.022, dark, cr);
}

static void
draw_stairs (const ShFigureView *view, const ShFrame *frame, cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  double phase = frame->moving ? frame->phase : 0;
  /* The first tread lies under the near foot when it is set down, 0.37 m in front of the hip. */
  double x0 = 0.37 - 2 * SH_STEP_RUN_M * phase - SH_STEP_RUN_M / 2;
  double y0 = SH_STEP_BASE_M - 2 * SH_STEP_RISE_M * phase;

  for (int k = -7; k <= 6; k++)
    {
      line_to (view, x0 + k * SH_STEP_RUN_M, y0 + k * SH_STEP_RISE_M, cr);
      line_to (view, x0 + (k + 1) * SH_STEP_RUN_M, y0 + k * SH_STEP_RISE_M, cr);
    }
  line_to (view, x0 + 7 * SH_STEP_RUN_M, -2.5, cr);
  line_to (view, x0 - 7 * SH_STEP_RUN_M, -2.5, cr);
  cairo_close_path (cr);
  sh_set_color (cr, sh_color_mix (theme->paper, theme->text_quiet, 0.16), 1);
  cairo_fill_preserve (cr);
  sh_set_color (cr, theme->text_quiet, 0.6);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
wave_path (const ShFigureView *view, double y, cairo_t *cr)
{
  double wave = 0.09 * view->unit;

  cairo_move_to (cr, view->left, y);
  for (double x = view->left; x < view->right; x += 2 * wave)
    cairo_curve_to (cr, x + 0.5 * wave, y - 0.10 * wave, x + 1.5 * wave, y + 0.10 * wave,
                    x + 2 * wave, y);
}

/* Shows more of the middle than of the sides, so that the water has no border. */
static cairo_pattern_t *
fading_sides (const ShFigureView *view)
{
  cairo_pattern_t *sides = cairo_pattern_create_linear (view->left, 0, view->right, 0);

  cairo_pattern_add_color_stop_rgba (sides, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (sides, 0.22, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (sides, 0.78, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (sides, 1, 0, 0, 0, 0);
  return sides;
}

static void
draw_water (const ShFigureView *view, double alpha, cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  double y = view->origin.y - SH_WATER_M * view->unit;
  ShColor water = sh_color_mix (theme->cartilage, theme->blood_surface_light, 0.45);
  ShColor line = sh_color_mix (water, theme->blood, 0.4);
  cairo_pattern_t *depth = cairo_pattern_create_linear (0, y, 0, view->bottom);
  cairo_pattern_t *sides = fading_sides (view);
  cairo_pattern_t *surface = cairo_pattern_create_linear (view->left, 0, view->right, 0);

  cairo_pattern_add_color_stop_rgba (depth, 0, water.r, water.g, water.b, alpha);
  cairo_pattern_add_color_stop_rgba (depth, 1, water.r, water.g, water.b, 0);
  for (int i = 0; i < 4; i++)
    cairo_pattern_add_color_stop_rgba (surface, (double[]){ 0, 0.22, 0.78, 1 }[i], line.r, line.g,
                                       line.b, i % 3 == 0 ? 0 : 0.8);
  cairo_save (cr);
  wave_path (view, y, cr);
  cairo_line_to (cr, view->right, view->bottom);
  cairo_line_to (cr, view->left, view->bottom);
  cairo_close_path (cr);
  cairo_clip (cr);
  cairo_set_source (cr, depth);
  cairo_mask (cr, sides);
  cairo_restore (cr);
  wave_path (view, y, cr);
  cairo_set_source (cr, surface);
  cairo_set_line_width (cr, 1.3);
  cairo_stroke (cr);
  cairo_pattern_destroy (depth);
  cairo_pattern_destroy (sides);
  cairo_pattern_destroy (surface);
}

void
sh_figure_scene_draw_behind (const ShFigureView *view,
                             const ShFrame *frame,
                             const ShFigurePose *pose,
                             cairo_t *cr)
{
  gboolean lying = frame->posture <= SH_POSTURE_LYING;

  if (frame->activity == SH_ACTIVITY_SWIMMING)
    {
      draw_water (view, 0.28, cr);
      return;
    }
  if (frame->activity == SH_ACTIVITY_STAIRS)
    {
      draw_stairs (view, frame, cr);
      return;
    }
  draw_ground (view, pose->slope, cr);
  if (frame->activity == SH_ACTIVITY_CYCLING)
    {
      draw_bicycle (view, pose, cr);
      draw_crank (view, pose, 1, cr);
      return;
    }
  if (lying)
    {
      draw_couch (view, cr);
      if (frame->posture == SH_POSTURE_LYING_LEG_UP)
        draw_cushions (view, pose, cr);
      return;
    }
  if (frame->posture == SH_POSTURE_SITTING)
    draw_chair (view, pose, cr);
  draw_contact (view, &pose->leg[1], pose->slope, cr);
  draw_contact (view, &pose->leg[0], pose->slope, cr);
}

void
sh_figure_scene_draw_front (const ShFigureView *view,
                            const ShFrame *frame,
                            const ShFigurePose *pose,
                            cairo_t *cr)
{
  if (frame->activity == SH_ACTIVITY_SWIMMING)
    {
      ShColor board = sh_color_mix (view->theme->accent, view->theme->paper, 0.35);
      ShPoint hand = pose->arm[0].wrist;

      segment (view, hand.x - 0.04, hand.y + 0.01, hand.x + 0.24, hand.y + 0.03, 0.045, board, cr);
      draw_water (view, 0.12, cr);
    }
  if (frame->activity == SH_ACTIVITY_CYCLING)
    {
      draw_crank (view, pose, 0, cr);
      draw_grip (view, pose, cr);
    }
}
