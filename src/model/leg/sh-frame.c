/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-frame.h"

#include <stddef.h>

static double
mix_value (double a, double b, double mix)
{
  return a + (b - a) * mix;
}

static void
mix_values (const double *a, const double *b, double mix, double *result, int n)
{
  for (int i = 0; i < n; i++)
    result[i] = mix_value (a[i], b[i], mix);
}

/** Phases run in a circle: from 0.99 to 0.01 is a small step forward. */
static double
mix_phase (double a, double b, double mix)
{
  double step = b - a;
  double phase;

  if (step < -0.5)
    step += 1.0;
  phase = a + step * mix;
  return phase >= 1.0 ? phase - 1.0 : phase;
}

static void
mix_leg (const ShLegPose *a, const ShLegPose *b, double mix, ShLegPose *result)
{
  result->hip_deg = mix_value (a->hip_deg, b->hip_deg, mix);
  result->knee_deg = mix_value (a->knee_deg, b->knee_deg, mix);
  result->ankle_deg = mix_value (a->ankle_deg, b->ankle_deg, mix);
  result->heel_lift_deg = mix_value (a->heel_lift_deg, b->heel_lift_deg, mix);
  result->lift_m = mix_value (a->lift_m, b->lift_m, mix);
  result->calf = mix_value (a->calf, b->calf, mix);
  result->shin = mix_value (a->shin, b->shin, mix);
}

void
sh_pose_lerp (const ShPose *a, const ShPose *b, double mix, ShPose *result)
{
  ShPose pose = mix < 0.5 ? *a : *b;

  for (int i = 0; i < 2; i++)
    mix_leg (&a->leg[i], &b->leg[i], mix, &pose.leg[i]);
  pose.trunk_deg = mix_value (a->trunk_deg, b->trunk_deg, mix);
  pose.bob_m = mix_value (a->bob_m, b->bob_m, mix);
  *result = pose;
}

void
sh_frame_lerp (const ShFrame *a, const ShFrame *b, double mix, ShFrame *result)
{
  ShFrame frame = mix < 0.5 ? *a : *b;
  const int n =
      (int) ((offsetof (ShFrame, activity) - offsetof (ShFrame, time_s)) / sizeof (double));

  /* From time_s to totals the frame is a row of numbers; leak is copied with them, unharmed. */
  mix_values (&a->time_s, &b->time_s, mix, &frame.time_s, n);
  frame.phase = a->activity == b->activity ? mix_phase (a->phase, b->phase, mix) : frame.phase;
  sh_pose_lerp (&a->pose, &b->pose, mix, &frame.pose);
  frame.body_height_m = mix_value (a->body_height_m, b->body_height_m, mix);
  frame.heart_height_m = mix_value (a->heart_height_m, b->heart_height_m, mix);
  frame.ankle_height_m = mix_value (a->ankle_height_m, b->ankle_height_m, mix);
  frame.breath = mix_value (a->breath, b->breath, mix);
  frame.stocking_mmhg = mix_value (a->stocking_mmhg, b->stocking_mmhg, mix);
  *result = frame;
}

void
sh_frame_average_flows (ShFrame *frame, const ShFrame *previous)
{
  double seconds = frame->time_s - previous->time_s;
  const ShFlowTotals *a = &previous->totals, *b = &frame->totals;

  if (seconds <= 0.0)
    return;
  frame->inflow_ml_s = (b->inflow_ml - a->inflow_ml) / seconds;
  frame->outflow_ml_s = (b->outflow_ml - a->outflow_ml) / seconds;
  frame->filtration_ml_s = (b->filtration_ml - a->filtration_ml) / seconds;
  frame->lymph_ml_s = (b->lymph_ml - a->lymph_ml) / seconds;
  frame->below_knee_up_ml_s = (b->below_knee_up_ml - a->below_knee_up_ml) / seconds;
  frame->below_knee_down_ml_s = (b->below_knee_down_ml - a->below_knee_down_ml) / seconds;
}
