/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-art.h"
#include "sh-rig.h"

static ShArt *art;

/* A place of the landmark table in plate coordinates, and back. */
static ShPoint
at (double x, double y)
{
  return (ShPoint){ 655 + 10 * x, 1535 - 10 * y };
}

static double
side (ShPoint a, ShPoint b, ShPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
segments_cross (ShPoint a, ShPoint b, ShPoint c, ShPoint d)
{
  return side (a, b, c) * side (a, b, d) < 0 && side (c, d, a) * side (c, d, b) < 0;
}

static int
count_crossings (const ShRig *rig, const char *id)
{
  g_autoptr (ShCurve) curve = sh_curve_resample (sh_art_curve (art, id), 500);
  int crossings = 0;

  for (int i = 0; i < curve->n; i++)
    curve->point[i] = sh_rig_map (rig, curve->point[i], SH_RIG_SKIN);
  for (int i = 0; i + 1 < curve->n; i++)
    for (int j = i + 2; j + 1 < curve->n; j++)
      crossings += segments_cross (curve->point[i], curve->point[i + 1], curve->point[j],
                                   curve->point[j + 1]);
  return crossings;
}

static void
test_outline_never_crosses_itself (void)
{
  for (double ankle = -20; ankle <= 45; ankle += 5)
    for (double lift = 0; lift <= MAX (ankle, 0) && lift <= 30; lift += 10)
      for (double swelling = 0; swelling <= 1; swelling += 1)
        {
          ShBodyPose pose = { ankle, lift, ankle > 0 ? 1 : 0, ankle < 0 ? 1 : 0, swelling };
          ShRig rig;

          sh_rig_init (&rig, &pose);
          g_assert_cmpint (count_crossings (&rig, "silhouette"), ==, 0);
          g_assert_cmpint (count_crossings (&rig, "fascia"), ==, 0);
        }
}

static void
test_resting_pose_moves_nothing (void)
{
  const ShBodyPose resting = { 0 };
  const ShCurve *curve = sh_art_curve (art, "silhouette");
  ShRig rig;

  sh_rig_init (&rig, &resting);
  for (int part = SH_RIG_SHANK; part <= SH_RIG_TISSUE; part++)
    for (int i = 0; i < curve->n; i++)
      {
        ShPoint p = sh_rig_map (&rig, curve->point[i], (ShRigPart) part);

        g_assert_cmpfloat_with_epsilon (p.x, curve->point[i].x, 1e-9);
        g_assert_cmpfloat_with_epsilon (p.y, curve->point[i].y, 1e-9);
      }
}

/* Landmark table, R5 and R6: travel of the ankle and of the Achilles insertion in units. */
static void
test_heel_rise_travels_as_the_table_says (void)
{
  static const struct
  {
    double degrees, ankle_x, ankle_y, heel_x, heel_y;
  } rows[] = { { 10, -2.8, 4.6, -1.9, 6.6 },
               { 20, -6.4, 8.6, -4.9, 12.9 },
               { 30, -10.7, 11.9, -9.0, 18.4 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ShBodyPose pose = { rows[i].degrees, rows[i].degrees, 0, 0, 0 };
      ShPoint travel, heel, rest = at (12.4, 8);
      ShRig rig;

      sh_rig_init (&rig, &pose);
      travel = sh_rig_travel (&rig);
      heel = sh_rig_map (&rig, rest, SH_RIG_FOOT);
      g_assert_cmpfloat_with_epsilon (travel.x / 10, rows[i].ankle_x, 0.11);
      g_assert_cmpfloat_with_epsilon (-travel.y / 10, rows[i].ankle_y, 0.11);
      g_assert_cmpfloat_with_epsilon ((heel.x + travel.x - rest.x) / 10, rows[i].heel_x, 0.11);
      g_assert_cmpfloat_with_epsilon (-(heel.y + travel.y - rest.y) / 10, rows[i].heel_y, 0.11);
    }
}

static void
test_ball_and_toes_keep_their_place_on_the_floor (void)
{
  for (double lift = 0; lift <= 30; lift += 5)
    {
      ShBodyPose pose = { lift, lift, 0, 0, 0 };
      const ShPoint ball = at (-26.5, 0.5), toe = at (-42.5, 2.3);
      ShPoint travel, p;
      ShRig rig;

      sh_rig_init (&rig, &pose);
      travel = sh_rig_travel (&rig);
      p = sh_rig_map (&rig, ball, SH_RIG_SKIN);
      g_assert_cmpfloat_with_epsilon (p.x + travel.x, ball.x, 0.01);
      g_assert_cmpfloat_with_epsilon (p.y + travel.y, ball.y, 0.01);
      p = sh_rig_map (&rig, toe, SH_RIG_SKIN);
      g_assert_cmpfloat_with_epsilon (p.x + travel.x, toe.x, 0.01);
      g_assert_cmpfloat_with_epsilon (p.y + travel.y, toe.y, 0.01);
    }
}

static void
test_foot_never_sinks_into_the_floor (void)
{
  for (double lift = 0; lift <= 30; lift += 5)
    {
      ShBodyPose pose = { lift, lift, 1, 0, 1 };
      const ShCurve *curve = sh_art_curve (art, "silhouette");
      double lowest = 0;
      ShPoint travel;
      ShRig rig;

      sh_rig_init (&rig, &pose);
      travel = sh_rig_travel (&rig);
      for (int i = 0; i < curve->n; i++)
        lowest = MAX (lowest, sh_rig_map (&rig, curve->point[i], SH_RIG_SKIN).y + travel.y);
      g_assert_cmpfloat (lowest, <=, 1535 + 6);
    }
}

static void
test_toes_point_down_with_a_positive_ankle (void)
{
  ShBodyPose down = { 30, 0, 0, 0, 0 }, up = { -15, 0, 0, 0, 0 };
  const ShPoint toe = at (-42.5, 2.3);
  ShRig rig;

  g_assert_cmpfloat (sh_rig_map (sh_rig_init (&rig, &down), toe, SH_RIG_TOES).y, >, toe.y + 100);
  g_assert_cmpfloat (sh_rig_map (sh_rig_init (&rig, &up), toe, SH_RIG_TOES).y, <, toe.y - 50);
}

/* Landmark table, C3: the skin behind the contracted calf. */
static void
test_calf_bulges_as_the_table_says (void)
{
  static const double rows[][3] = {
    { 13.3, 92.5, 13.9 }, { 15.8, 85, 16.9 }, { 17.7, 77.5, 18.7 },
    { 18.4, 70.5, 18.9 }, { 17.8, 63, 17.8 }, { 16.1, 55.5, 15.9 }
  };
  ShBodyPose pose = { .calf = 1 };
  ShRig rig;

  sh_rig_init (&rig, &pose);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ShPoint p = sh_rig_map (&rig, at (rows[i][0], rows[i][1]), SH_RIG_SKIN);

      g_assert_cmpfloat_with_epsilon ((p.x - 655) / 10, rows[i][2], 0.06);
    }
}

static void
test_swelling_only_widens_the_leg (void)
{
  ShBodyPose pose = { .swelling = 1 };
  ShPoint back = at (10.3, 26), shin = at (-7, 38), sole = at (9, 0);
  ShRig rig;

  sh_rig_init (&rig, &pose);
  g_assert_cmpfloat (sh_rig_map (&rig, back, SH_RIG_SKIN).x, >, back.x + 8);
  g_assert_cmpfloat (sh_rig_map (&rig, shin, SH_RIG_SKIN).x, <, shin.x - 4);
  g_assert_cmpfloat_with_epsilon (sh_rig_map (&rig, sole, SH_RIG_SKIN).y, sole.y, 0.01);
  g_assert_cmpfloat_with_epsilon (sh_rig_map (&rig, back, SH_RIG_VEIN).x, back.x, 0.01);
}

static void
test_pose_comes_from_the_modelled_leg (void)
{
  ShFrame frame = { 0 };
  ShBodyPose pose;

  frame.pose.leg[0] = (ShLegPose){ .ankle_deg = 12, .heel_lift_deg = 9, .calf = 0.7, .shin = 0.2 };
  frame.pose.leg[1].ankle_deg = -9;
  frame.interstitial_ml = 120;
  sh_body_pose_from_frame (&frame, &pose);
  g_assert_cmpfloat (pose.ankle_deg, ==, 12);
  g_assert_cmpfloat (pose.heel_lift_deg, ==, 9);
  g_assert_cmpfloat (pose.calf, ==, 0.7);
  g_assert_cmpfloat (pose.shin, ==, 0.2);
  g_assert_cmpfloat_with_epsilon (pose.swelling, 0.5, 1e-9);
}

static ShPoint
sole_in (ShLegPose leg, ShPoint rest)
{
  ShFrame frame = { .activity = SH_ACTIVITY_WALKING, .posture = SH_POSTURE_STANDING };
  ShBodyPose pose;
  ShPoint travel, p;
  ShRig rig;

  frame.pose.leg[0] = leg;
  sh_body_pose_from_frame (&frame, &pose);
  sh_rig_init (&rig, &pose);
  travel = sh_rig_travel (&rig);
  p = sh_rig_map (&rig, rest, SH_RIG_SKIN);
  return (ShPoint){ p.x + travel.x, p.y + travel.y };
}

static void
test_walking_foot_stands_on_the_ground_or_hangs_above (void)
{
  const ShPoint ball = at (-26.5, 0.5), heel = at (9, 0);
  const ShLegPose stance = { .ankle_deg = -10 }, push = { .ankle_deg = 18, .heel_lift_deg = 30 };
  const ShLegPose swing = { .ankle_deg = -5, .lift_m = 0.05 };

  g_assert_cmpfloat_with_epsilon (sole_in (stance, heel).y, heel.y, 0.01);
  g_assert_cmpfloat_with_epsilon (sole_in (push, ball).y, ball.y, 0.01);
  g_assert_cmpfloat (sole_in (push, heel).y, <, heel.y - 100);
  g_assert_cmpfloat (sole_in (swing, heel).y, <, heel.y - 10);
  g_assert_cmpfloat (sole_in (swing, ball).y, <, ball.y - 40);
}

/* Nothing is under the foot of someone who lies: it moves, and the leg stays. */
static void
test_a_leg_that_lies_stays (void)
{
  ShBodyPose pose = { .ankle_deg = 25, .lies = TRUE };
  ShRig rig;
  ShPoint foot = { 400, 1480 }, knee = { 640, 500 };

  sh_rig_init (&rig, &pose);
  g_assert_cmpfloat (sh_rig_travel (&rig).x, ==, 0);
  g_assert_cmpfloat (sh_rig_travel (&rig).y, ==, 0);
  g_assert_cmpfloat (sh_rig_map (&rig, foot, SH_RIG_FOOT).y, >, foot.y + 20);
  g_assert_cmpfloat (sh_rig_map (&rig, knee, SH_RIG_SHANK).y, ==, knee.y);
  pose.lies = FALSE;
  g_assert_cmpfloat (sh_rig_travel (sh_rig_init (&rig, &pose)).y, <, -20);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  art = sh_art_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/rig/outline-never-crosses-itself", test_outline_never_crosses_itself);
  g_test_add_func ("/rig/resting-pose-moves-nothing", test_resting_pose_moves_nothing);
  g_test_add_func ("/rig/heel-rise-travels-as-the-table-says",
                   test_heel_rise_travels_as_the_table_says);
  g_test_add_func ("/rig/ball-and-toes-keep-their-place-on-the-floor",
                   test_ball_and_toes_keep_their_place_on_the_floor);
  g_test_add_func ("/rig/foot-never-sinks-into-the-floor", test_foot_never_sinks_into_the_floor);
  g_test_add_func ("/rig/toes-point-down-with-a-positive-ankle",
                   test_toes_point_down_with_a_positive_ankle);
  g_test_add_func ("/rig/calf-bulges-as-the-table-says", test_calf_bulges_as_the_table_says);
  g_test_add_func ("/rig/swelling-only-widens-the-leg", test_swelling_only_widens_the_leg);
  g_test_add_func ("/rig/pose-comes-from-the-modelled-leg", test_pose_comes_from_the_modelled_leg);
  g_test_add_func ("/rig/walking-foot-stands-on-the-ground-or-hangs-above",
                   test_walking_foot_stands_on_the_ground_or_hangs_above);
  g_test_add_func ("/rig/a-leg-that-lies-stays-where-it-is", test_a_leg_that_lies_stays);
  status = g_test_run ();
  sh_art_unref (art);
  return status;
}
