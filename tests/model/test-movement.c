/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Phases, poses, repetitions and controls: what the leg does, apart from its blood. */

#include <glib.h>
#include <math.h>
#include <string.h>

#include "sh-gait.h"
#include "sh-test-legs.h"

static double
largest_jump (const ShPose *a, const ShPose *b)
{
  double jump = fabs (a->trunk_deg - b->trunk_deg);

  for (int i = 0; i < 2; i++)
    {
      jump = fmax (jump, fabs (a->leg[i].hip_deg - b->leg[i].hip_deg));
      jump = fmax (jump, fabs (a->leg[i].knee_deg - b->leg[i].knee_deg));
      jump = fmax (jump, fabs (a->leg[i].ankle_deg - b->leg[i].ankle_deg));
      jump = fmax (jump, fabs (a->leg[i].heel_lift_deg - b->leg[i].heel_lift_deg));
    }
  return jump;
}

static void
test_joints (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  ShFrame before, now;

  for (int activity = 0; activity < SH_N_ACTIVITIES; activity++)
    {
      sh_test_scenario (&scenario, (ShActivity) activity);
      sh_leg_reset (leg, &scenario);
      sh_leg_read (leg, &before);
      for (int i = 0; i < 1200; i++)
        {
          sh_leg_advance (leg, 0.004);
          sh_leg_read (leg, &now);
          /* No joint turns by more than 12 degrees in 4 ms, not even when a run starts. */
          g_assert_cmpfloat (largest_jump (&before.pose, &now.pose), <, 12.0);
          for (int k = 0; k < 2; k++)
            {
              const ShLegPose *pose = &now.pose.leg[k];

              g_assert_true (pose->ankle_deg >= -25.0 && pose->ankle_deg <= 50.0);
              g_assert_true (pose->knee_deg >= 0.0 && pose->knee_deg <= 140.0);
              g_assert_true (pose->calf >= 0.0 && pose->calf <= 1.0);
              g_assert_true (pose->shin >= 0.0 && pose->shin <= 1.0);
            }
          before = now;
        }
    }
  sh_leg_free (leg);
}

static void
test_other_leg (void)
{
  ShScenario scenario;
  ShPose pose, half;

  sh_test_scenario (&scenario, SH_ACTIVITY_WALKING);
  for (double phase = 0.0; phase < 0.5; phase += 0.05)
    {
      sh_gait_pose (&scenario, phase, true, &pose);
      sh_gait_pose (&scenario, phase + 0.5, true, &half);
      g_assert_cmpfloat_with_epsilon (pose.leg[1].knee_deg, half.leg[0].knee_deg, 1e-9);
      g_assert_cmpfloat_with_epsilon (pose.leg[0].ankle_deg, half.leg[1].ankle_deg, 1e-9);
    }
}

static void
test_repetitions (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  ShFrame frame;

  sh_test_scenario (&scenario, SH_ACTIVITY_HEEL_RAISES);
  scenario.repetitions = 3;
  sh_leg_reset (leg, &scenario);
  sh_leg_advance (leg, 2.9);
  sh_leg_read (leg, &frame);
  g_assert_true (frame.moving);
  sh_leg_advance (leg, 0.3);
  sh_leg_read (leg, &frame);
  g_assert_false (frame.moving);
  g_assert_cmpint (frame.cycles, ==, 3);
  sh_leg_advance (leg, 1.0);
  sh_leg_read (leg, &frame);
  g_assert_cmpfloat_with_epsilon (frame.pose.leg[0].heel_lift_deg, 0.0, 1e-9);
  g_assert_cmpfloat (frame.muscle_mmhg, <, 12.0);
  sh_leg_free (leg);
}

static void
test_inactive (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  ShFrame frame;

  sh_test_scenario (&scenario, SH_ACTIVITY_WALKING);
  scenario.inactive = true;
  sh_leg_reset (leg, &scenario);
  sh_leg_advance (leg, 5.0);
  sh_leg_read (leg, &frame);
  g_assert_false (frame.moving);
  g_assert_cmpfloat (frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE], >, 80.0);
  scenario.inactive = false;
  sh_leg_configure (leg, &scenario);
  sh_leg_advance (leg, 20.0);
  sh_leg_read (leg, &frame);
  g_assert_true (frame.moving);
  g_assert_cmpfloat (frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE], <, 60.0);
  sh_leg_free (leg);
}

static void
test_refusal (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  ShFrame before, after;

  sh_leg_advance (leg, 1.0);
  sh_leg_read (leg, &before);
  sh_test_scenario (&scenario, SH_ACTIVITY_WALKING);
  scenario.posture = SH_POSTURE_LYING;
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_BAD_POSTURE);
  g_assert_cmpint (sh_leg_configure (leg, &scenario), ==, SH_STATUS_BAD_POSTURE);
  sh_test_scenario (&scenario, SH_ACTIVITY_WALKING);
  scenario.leak[SH_VALVE_POPLITEAL_1] = (double) NAN;
  g_assert_cmpint (sh_leg_configure (leg, &scenario), ==, SH_STATUS_BAD_VALUE);
  sh_leg_read (leg, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  sh_leg_free (leg);
}

static void
test_copy (void)
{
  ShLeg *leg = sh_leg_new (), *copy = sh_leg_new ();
  ShScenario scenario;
  ShFrame a, b;

  sh_test_scenario (&scenario, SH_ACTIVITY_RUNNING);
  sh_leg_reset (leg, &scenario);
  sh_leg_advance (leg, 3.3);
  sh_leg_copy (copy, leg);
  sh_leg_advance (leg, 2.0);
  sh_leg_advance (copy, 2.0);
  sh_leg_read (leg, &a);
  sh_leg_read (copy, &b);
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
  sh_leg_free (copy);
  sh_leg_free (leg);
}

static void
test_lerp (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  ShFrame a, b, middle;

  sh_test_scenario (&scenario, SH_ACTIVITY_WALKING);
  sh_leg_reset (leg, &scenario);
  sh_leg_advance (leg, 2.0);
  sh_leg_read (leg, &a);
  sh_leg_advance (leg, 0.02);
  sh_leg_read (leg, &b);
  sh_frame_lerp (&a, &b, 0.5, &middle);
  g_assert_cmpfloat_with_epsilon (middle.time_s, 2.01, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.volume_ml[SH_VEIN_SOLEAL],
                                  0.5 * (a.volume_ml[SH_VEIN_SOLEAL] + b.volume_ml[SH_VEIN_SOLEAL]),
                                  1e-9);
  a.phase = 0.98;
  b.phase = 0.02;
  sh_frame_lerp (&a, &b, 0.75, &middle);
  g_assert_cmpfloat_with_epsilon (middle.phase, 0.01, 1e-9);
  sh_frame_lerp (&a, &b, 0.0, &middle);
  g_assert_cmpfloat (middle.calf_blood_ml, ==, a.calf_blood_ml);
  sh_leg_free (leg);
}

static void
test_clock (void)
{
  ShLeg *leg = sh_leg_new ();
  ShFrame frame;

  for (int i = 0; i < 1000; i++)
    sh_leg_advance (leg, 1.0 / 60.0);
  sh_leg_read (leg, &frame);
  g_assert_cmpfloat_with_epsilon (frame.time_s, 1000.0 / 60.0, 1e-9);
  sh_leg_free (leg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/movement/joints move smoothly within their range", test_joints);
  g_test_add_func ("/model/movement/the other leg is half a cycle ahead", test_other_leg);
  g_test_add_func ("/model/movement/repetitions end the activity", test_repetitions);
  g_test_add_func ("/model/movement/who is inactive stays still and then walks on", test_inactive);
  g_test_add_func ("/model/movement/a wrong scenario changes nothing", test_refusal);
  g_test_add_func ("/model/movement/a copy goes on alike", test_copy);
  g_test_add_func ("/model/movement/between two frames lies their mixture", test_lerp);
  g_test_add_func ("/model/movement/the clock is exact however often it is asked", test_clock);
  return g_test_run ();
}
