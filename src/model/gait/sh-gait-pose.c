/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stddef.h>

#include "sh-gait.h"

/* How the joints move: keys over one cycle, joined by a smooth periodic curve. Walking and running
 * follow the usual joint curves of gait analysis (Perry, Winter; rounded, from memory); the others
 * are drawn from the movement itself. */

/** The joints at one key of the cycle. */
typedef struct
{
  double phase;
  double hip;
  double knee;
  double ankle;
  double heel_lift;
  double lift_m;
  bool on_ground;
} ShKey;

#define SH_MOST_KEYS 10

typedef struct
{
  int n;
  double bob_m;      /* rise and fall of the body */
  double bob_cycles; /* how often in one cycle */
  double other;      /* phase of the other leg */
  double trunk_deg;
  ShKey key[SH_MOST_KEYS];
} ShMotion;

/* clang-format off */
static const ShMotion motions[SH_N_ACTIVITIES] = {
  [SH_ACTIVITY_REST] = {0},
  [SH_ACTIVITY_ANKLE_PUMPS] = {5, 0.0, 1, 0.0, 0, {
    {0.00, 0, 0,   0, 0, 0, false}, {0.26, 0, 0, 38, 0, 0, false}, {0.38, 0, 0, 38, 0, 0, false},
    {0.70, 0, 0, -16, 0, 0, false}, {0.82, 0, 0, -16, 0, 0, false}}},
  [SH_ACTIVITY_HEEL_RAISES] = {5, 0.0, 1, 0.0, 0, {
    {0.00, 0, 0, 0, 0, 0, true}, {0.24, 2, 1, 30, 30, 0, true}, {0.42, 2, 1, 31, 31, 0, true},
    {0.66, 1, 2, 0, 0, 0, true}, {0.85, 0, 0, 0, 0, 0, true}}},
  [SH_ACTIVITY_WALKING] = {9, 0.02, 2, 0.5, 2, {
    {0.00,  28,  5,   0,  0, 0.00, true},  {0.08, 24, 14,   6,  0, 0.00, true},
    {0.30,   2,  8,  -7,  0, 0.00, true},  {0.46,-10,  6, -10,  8, 0.00, true},
    {0.60,  -2, 36,  18, 34, 0.00, true},  {0.72, 16, 60,   2,  0, 0.05, false},
    {0.84,  28, 36,  -1,  0, 0.03, false}, {0.93, 30,  8,  -2,  0, 0.02, false},
    {0.98,  29,  3,  -1,  0, 0.01, false}}},
  [SH_ACTIVITY_HIKING] = {9, 0.03, 2, 0.5, 12, {
    {0.00,  46, 38,  -8,  0, 0.00, true},  {0.10, 42, 36, -10,  0, 0.00, true},
    {0.30,  16, 18, -12,  0, 0.00, true},  {0.46, -4,  8,  -8, 10, 0.00, true},
    {0.60,   0, 34,  20, 36, 0.00, true},  {0.72, 24, 66,   0,  0, 0.08, false},
    {0.84,  44, 62,  -4,  0, 0.09, false}, {0.93, 48, 46,  -6,  0, 0.05, false},
    {0.98,  47, 40,  -8,  0, 0.02, false}}},
  [SH_ACTIVITY_STAIRS] = {9, 0.05, 2, 0.5, 8, {
    {0.00,  58, 62, -10,  0, 0.00, true},  {0.12, 50, 55, -14,  0, 0.00, true},
    {0.32,  20, 20,  -4,  0, 0.00, true},  {0.46,  4,  8,   2, 10, 0.00, true},
    {0.60,   6, 30,  20, 34, 0.00, true},  {0.72, 34, 78,   6,  0, 0.12, false},
    {0.84,  58, 86,  -2,  0, 0.20, false}, {0.93, 62, 74,  -6,  0, 0.12, false},
    {0.98,  60, 66,  -9,  0, 0.03, false}}},
  [SH_ACTIVITY_CYCLING] = {8, 0.0, 1, 0.5, 28, {
    {0.00, 72, 108,  -2, 0, 0.34, false}, {0.12, 66,  94,   4, 0, 0.30, false},
    {0.25, 52,  68,  14, 0, 0.17, false}, {0.38, 36,  40,  22, 0, 0.05, false},
    {0.50, 28,  28,  22, 0, 0.00, false}, {0.62, 34,  46,  16, 0, 0.05, false},
    {0.75, 50,  80,   8, 0, 0.17, false}, {0.88, 66, 104,   0, 0, 0.30, false}}},
  [SH_ACTIVITY_RUNNING] = {9, 0.05, 2, 0.5, 8, {
    {0.00,  38,  18,  -4,  0, 0.00, true},  {0.12, 26, 42, -18,  0, 0.00, true},
    {0.24,   2,  28, -10, 14, 0.00, true},  {0.35,-10, 16,  22, 38, 0.00, true},
    {0.48,   0,  56,  16,  0, 0.14, false}, {0.62, 26, 98,   6,  0, 0.26, false},
    {0.76,  48,  92,   0,  0, 0.20, false}, {0.88, 50, 44,  -4,  0, 0.12, false},
    {0.96,  42,  18,  -4,  0, 0.04, false}}},
  [SH_ACTIVITY_SWIMMING] = {6, 0.0, 1, 0.5, -90, {
    {0.00, -10,  6, 34, 0, 0, false}, {0.20,   8, 22, 40, 0, 0, false},
    {0.34,  22, 10, 42, 0, 0, false}, {0.50,  16,  2, 36, 0, 0, false},
    {0.70,  -2,  0, 26, 0, 0, false}, {0.88, -12,  2, 28, 0, 0, false}}},
};
/* clang-format on */

static double
smooth (double p0, double p1, double p2, double p3, double u)
{
  /* Catmull-Rom: passes through the keys, first derivative continuous. */
  return 0.5 * (2.0 * p1 +
                u * (p2 - p0 +
                     u * (2.0 * p0 - 5.0 * p1 + 4.0 * p2 - p3 + u * (3.0 * (p1 - p2) + p3 - p0))));
}

static double
key_value (const ShKey *key, int which)
{
  switch (which)
    {
    case 0:
      return key->hip;
    case 1:
      return key->knee;
    case 2:
      return key->ankle;
    case 3:
      return key->heel_lift;
    default:
      return key->lift_m;
    }
}

static void
leg_at (const ShMotion *motion, double phase, ShLegPose *leg)
{
  int n = motion->n, i = n - 1;
  double value[5], start, end, u;

  phase -= phase >= 1.0 ? 1.0 : 0.0;
  for (int k = 0; k < n; k++)
    if (phase >= motion->key[k].phase)
      i = k;
  start = motion->key[i].phase;
  end = i + 1 < n ? motion->key[i + 1].phase : 1.0;
  u = (phase - start) / (end - start);
  for (int w = 0; w < 5; w++)
    value[w] = smooth (key_value (&motion->key[(i + n - 1) % n], w), key_value (&motion->key[i], w),
                       key_value (&motion->key[(i + 1) % n], w),
                       key_value (&motion->key[(i + 2) % n], w), u);
  leg->hip_deg = value[0];
  leg->knee_deg = value[1] > 0.0 ? value[1] : 0.0;
  leg->ankle_deg = value[2];
  leg->heel_lift_deg = value[3] > 0.0 ? value[3] : 0.0;
  leg->lift_m = value[4] > 0.0 ? value[4] : 0.0;
  leg->on_ground = motion->key[i].on_ground;
}

static void
still_pose (const ShScenario *scenario, ShPose *pose)
{
  static const double hip[SH_N_POSTURES] = { 25, 0, 88, 0 };
  static const double knee[SH_N_POSTURES] = { 0, 0, 88, 0 };
  static const double ankle[SH_N_POSTURES] = { 18, 18, 0, 0 };
  static const double trunk[SH_N_POSTURES] = { 90, 90, 0, 0 };
  ShPosture posture = scenario->posture;

  for (int i = 0; i < 2; i++)
    pose->leg[i] = (ShLegPose){ .hip_deg = hip[posture],
                                .knee_deg = knee[posture],
                                .ankle_deg = ankle[posture],
                                .on_ground = posture >= SH_POSTURE_SITTING };
  pose->trunk_deg = trunk[posture];
  pose->bob_m = 0.0;
  if (scenario->activity == SH_ACTIVITY_CYCLING)
    {
      leg_at (&motions[SH_ACTIVITY_CYCLING], 0.25, &pose->leg[0]);
      leg_at (&motions[SH_ACTIVITY_CYCLING], 0.75, &pose->leg[1]);
      pose->trunk_deg = motions[SH_ACTIVITY_CYCLING].trunk_deg;
    }
  else if (scenario->activity == SH_ACTIVITY_SWIMMING)
    {
      pose->trunk_deg = -90.0;
      pose->leg[0].ankle_deg = pose->leg[1].ankle_deg = 30.0;
    }
}

static void
moving_leg (const ShScenario *scenario, double phase, ShLegPose *leg)
{
  const ShMotion *motion = &motions[scenario->activity];
  double activation[SH_N_PRESSES];
  double range = scenario->ankle_range;
  ShLegPose still = *leg;

  leg_at (motion, phase, leg);
  sh_gait_activation (scenario->activity, phase >= 1.0 ? phase - 1.0 : phase, activation);
  leg->calf = activation[SH_PRESS_CALF];
  leg->shin = activation[SH_PRESS_SHIN];
  if (scenario->activity == SH_ACTIVITY_CYCLING)
    {
      /* A flat foot stays at a right angle to the shank. */
      leg->ankle_deg *= scenario->toe_pointing;
      leg->calf *= scenario->toe_pointing;
    }
  leg->ankle_deg *= range;
  leg->heel_lift_deg *= range;
  if (scenario->activity == SH_ACTIVITY_ANKLE_PUMPS)
    {
      leg->hip_deg = still.hip_deg;
      leg->knee_deg = still.knee_deg;
      leg->on_ground = false;
      /* Sitting, the heel rises from the floor as the toes go down. */
      if (scenario->posture >= SH_POSTURE_SITTING)
        leg->heel_lift_deg = leg->ankle_deg > 0.0 ? leg->ankle_deg : 0.0;
    }
}

void
sh_gait_pose (const ShScenario *scenario, double phase, bool moving, ShPose *pose)
{
  const ShMotion *motion = &motions[scenario->activity];

  still_pose (scenario, pose);
  if (!moving || motion->n == 0)
    return;
  moving_leg (scenario, phase, &pose->leg[0]);
  moving_leg (scenario, phase + motion->other, &pose->leg[1]);
  if (scenario->activity != SH_ACTIVITY_ANKLE_PUMPS)
    pose->trunk_deg = motion->trunk_deg;
  /* The body is highest in the middle of each stance. */
  pose->bob_m =
      -motion->bob_m * 0.5 * (1.0 + sh_sin_turns (motion->bob_cycles * phase + 0.25 + 0.1));
  if (scenario->activity == SH_ACTIVITY_HEEL_RAISES)
    pose->bob_m = 0.075 * pose->leg[0].heel_lift_deg / 31.0;
}
