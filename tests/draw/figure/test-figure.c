/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-figure-painter.h"
#include "sh-figure-pose.h"

#define SIZE 220

/* A body of 1.75 m, as figure.svg has it. */
static const ShFigureBody body = { .thigh = 0.43,
                                   .shank = 0.415,
                                   .upper_arm = 0.26,
                                   .forearm = 0.25,
                                   .ankle_to_ball = { 0.14, -0.063 },
                                   .ankle_height = 0.085,
                                   .trunk = 0.475,
                                   .shoulder = { -0.02, 0.475 },
                                   .neck = { -0.01, 0.52 },
                                   .heart = { 0.024, 0.362 } };

static ShFrame
frame_of (ShActivity activity, ShPosture posture)
{
  ShFrame frame = { .activity = activity, .posture = posture };

  frame.pose.trunk_deg = posture <= SH_POSTURE_LYING ? 90 : 0;
  for (int i = 0; i < 2 && posture == SH_POSTURE_SITTING; i++)
    frame.pose.leg[i].hip_deg = frame.pose.leg[i].knee_deg = 88;
  for (int i = 0; i < 2 && posture == SH_POSTURE_LYING_LEG_UP; i++)
    frame.pose.leg[i].hip_deg = 25;
  frame.heart_height_m = 1.22;
  frame.ankle_height_m = 0.1;
  return frame;
}

static void
test_heart_stands_above_the_ankle_as_the_posture_says (void)
{
  ShFrame frame;
  ShFigurePose pose;

  frame = frame_of (SH_ACTIVITY_REST, SH_POSTURE_STANDING);
  sh_figure_pose (&body, &frame, &pose);
  g_assert_cmpfloat (pose.heart.y - pose.leg[0].ankle.y, >, 1.1);
  frame = frame_of (SH_ACTIVITY_REST, SH_POSTURE_SITTING);
  sh_figure_pose (&body, &frame, &pose);
  g_assert_cmpfloat_with_epsilon (pose.heart.y - pose.leg[0].ankle.y, 0.8, 0.12);
  frame = frame_of (SH_ACTIVITY_REST, SH_POSTURE_LYING);
  sh_figure_pose (&body, &frame, &pose);
  g_assert_cmpfloat (fabs (pose.heart.y - pose.leg[0].ankle.y), <, 0.1);
  frame = frame_of (SH_ACTIVITY_REST, SH_POSTURE_LYING_LEG_UP);
  sh_figure_pose (&body, &frame, &pose);
  g_assert_cmpfloat (pose.heart.y - pose.leg[0].ankle.y, <, -0.2);
}

static void
test_bones_keep_their_length_in_every_pose (void)
{
  for (ShActivity activity = 0; activity < SH_N_ACTIVITIES; activity++)
    for (double phase = 0; phase < 1; phase += 0.1)
      {
        ShFrame frame = frame_of (activity, sh_activity_info (activity)->posture_default);
        ShFigurePose pose;

        frame.phase = phase;
        frame.moving = TRUE;
        frame.pose.leg[0].hip_deg = 40 * sin (2 * G_PI * phase);
        frame.pose.leg[0].knee_deg = 30 + 30 * cos (2 * G_PI * phase);
        sh_figure_pose (&body, &frame, &pose);
        for (int i = 0; i < 2; i++)
          {
            const ShFigureLeg *leg = &pose.leg[i];

            g_assert_cmpfloat_with_epsilon (
                hypot (leg->knee.x - leg->hip.x, leg->knee.y - leg->hip.y), body.thigh, 0.002);
            g_assert_cmpfloat_with_epsilon (
                hypot (leg->ankle.x - leg->knee.x, leg->ankle.y - leg->knee.y), body.shank, 0.03);
          }
      }
}

static void
test_feet_never_sink_into_the_floor (void)
{
  for (double hip = -20; hip <= 40; hip += 5)
    for (double lift = 0; lift <= 30; lift += 10)
      {
        ShFrame frame = frame_of (SH_ACTIVITY_WALKING, SH_POSTURE_STANDING);
        ShFigurePose pose;

        frame.pose.leg[0] =
            (ShLegPose){ .hip_deg = hip, .knee_deg = 10, .ankle_deg = lift, .heel_lift_deg = lift };
        frame.pose.leg[1].hip_deg = -hip;
        sh_figure_pose (&body, &frame, &pose);
        g_assert_cmpfloat (MIN (pose.leg[0].ball.y, pose.leg[1].ball.y), >, -0.01);
        g_assert_cmpfloat (MIN (pose.leg[0].ankle.y, pose.leg[1].ankle.y), <, 0.25);
      }
}

static void
test_pedals_go_round_and_feet_follow (void)
{
  for (double phase = 0; phase < 1; phase += 0.125)
    {
      ShFrame frame = frame_of (SH_ACTIVITY_CYCLING, SH_POSTURE_SITTING);
      ShFigurePose pose;
      double x, y;

      frame.phase = phase;
      frame.moving = TRUE;
      sh_figure_pose (&body, &frame, &pose);
      x = (pose.leg[0].ball.x + pose.leg[1].ball.x) / 2;
      y = (pose.leg[0].ball.y + pose.leg[1].ball.y) / 2;
      /* The two feet are always opposite each other about the axle. */
      g_assert_cmpfloat_with_epsilon (x, pose.crank.x, 0.001);
      g_assert_cmpfloat_with_epsilon (y, pose.crank.y + 0.035, 0.001);
      g_assert_cmpfloat (pose.leg[0].knee.x, >, pose.leg[0].hip.x);
    }
}

/* Stairs climb without jerks: from one moment to the next the heart moves a little only. */
static void
test_body_moves_smoothly_on_stairs (void)
{
  ShScenario scenario;
  ShLeg *leg = sh_leg_new ();
  double before = 0;

  sh_scenario_init (&scenario);
  sh_scenario_set_activity (&scenario, SH_ACTIVITY_STAIRS);
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  for (int i = 0; i < 300; i++)
    {
      ShFrame frame;
      ShFigurePose pose;

      sh_leg_advance (leg, 1 / 60.0);
      sh_leg_read (leg, &frame);
      sh_figure_pose (&body, &frame, &pose);
      if (i > 0)
        g_assert_cmpfloat (fabs (pose.heart.y - before), <, 0.03);
      before = pose.heart.y;
    }
  sh_leg_free (leg);
}

static cairo_surface_t *
draw (ShFigurePainter *painter, const ShFigureOptions *options, const ShFrame *frame)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  sh_figure_painter_configure (painter, options);
  sh_figure_painter_draw_still (painter, cr);
  sh_figure_painter_draw_moving (painter, cr, frame);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static int
painted (cairo_surface_t *surface, int column)
{
  int count = 0;

  for (int y = 0; y < SIZE; y++)
    count += cairo_image_surface_get_data (
                 surface)[y * cairo_image_surface_get_stride (surface) + 4 * column + 3] != 0;
  return count;
}

static void
test_left_leg_mirrors_the_person (void)
{
  g_autoptr (ShArt) art = sh_art_load (NULL);
  g_autoptr (ShFigurePainter) painter = sh_figure_painter_new (art);
  ShFigureOptions options = {
    .rect = { 0, 0, SIZE, SIZE }, .labels = SH_LABELS_NONE, .text_scale = 1, .scale = 1
  };
  ShFrame frame = frame_of (SH_ACTIVITY_REST, SH_POSTURE_SITTING);
  cairo_surface_t *right = draw (painter, &options, &frame), *left;

  options.side = SH_SIDE_LEFT;
  left = draw (painter, &options, &frame);
  for (int x = 2; x < SIZE - 2; x++)
    g_assert_cmpint (ABS (painted (right, x) - painted (left, SIZE - 1 - x)), <=, 4);
  cairo_surface_destroy (right);
  cairo_surface_destroy (left);
}

static void
test_drawing_stays_inside_its_bounds (void)
{
  g_autoptr (ShArt) art = sh_art_load (NULL);
  g_autoptr (ShFigurePainter) painter = sh_figure_painter_new (art);
  ShFigureOptions options = {
    .rect = { 60, 70, 100, 90 }, .labels = SH_LABELS_ALL, .text_scale = 2, .scale = 1
  };
  ShFrame frame = frame_of (SH_ACTIVITY_CYCLING, SH_POSTURE_SITTING);
  cairo_surface_t *surface = draw (painter, &options, &frame);
  const guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      if (x < 60 || x >= 160 || y < 70 || y >= 160)
        g_assert_cmpint (data[y * cairo_image_surface_get_stride (surface) + 4 * x + 3], ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/heart stands above the ankle as the posture says",
                   test_heart_stands_above_the_ankle_as_the_posture_says);
  g_test_add_func ("/figure/bones keep their length in every pose",
                   test_bones_keep_their_length_in_every_pose);
  g_test_add_func ("/figure/feet never sink into the floor", test_feet_never_sink_into_the_floor);
  g_test_add_func ("/figure/pedals go round and feet follow", test_pedals_go_round_and_feet_follow);
  g_test_add_func ("/figure/body moves smoothly on stairs", test_body_moves_smoothly_on_stairs);
  g_test_add_func ("/figure/left leg mirrors the person", test_left_leg_mirrors_the_person);
  g_test_add_func ("/figure/drawing stays inside its bounds", test_drawing_stays_inside_its_bounds);
  return g_test_run ();
}
