/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-gait.h"

#include <math.h>
#include <stddef.h>

/** A smooth rise from @start to @full, a stay until @ease, and a smooth fall until @end, all in
 * parts of the cycle; @end may pass 1 and then goes on in the next cycle. */
typedef struct
{
  double start;
  double full;
  double ease;
  double end;
} ShPulse;

/** When each press acts. Walking: calf 10-55 % with the peak at 40-50 %, tibialis anterior 0-10 %
 * and 60-100 %, stance 60 % (Perry, Winter, from memory); running: calf -5-30 %. The others are
 * working shapes without a single source. */
typedef struct
{
  ShPulse pulse[SH_N_PRESSES];
  double depth[SH_N_PRESSES]; /* 0 = the press does not act */
} ShRhythm;

/* clang-format off */
static const ShRhythm rhythms[SH_N_ACTIVITIES] = {
  /*                          calf                       shin                      foot                       thigh                     */
  [SH_ACTIVITY_REST]        = {{{0.0, 0.2, 0.4, 0.6},    {0.5, 0.6, 0.8, 1.0},     {0.0, 0.2, 0.4, 0.6},      {0.0, 0.2, 0.4, 0.6}},    {0, 0, 0, 0}},
  [SH_ACTIVITY_ANKLE_PUMPS] = {{{0.02, 0.28, 0.36, 0.54},{0.54, 0.74, 0.80, 0.99}, {0.06, 0.22, 0.34, 0.50},  {0.0, 0.2, 0.4, 0.6}},    {1, 1, 0.3, 0}},
  [SH_ACTIVITY_HEEL_RAISES] = {{{0.02, 0.22, 0.48, 0.74},{0.60, 0.70, 0.80, 0.95}, {0.04, 0.22, 0.42, 0.60},  {0.02, 0.24, 0.42, 0.62}},{1, 0.2, 1, 0.5}},
  [SH_ACTIVITY_WALKING]     = {{{0.10, 0.40, 0.48, 0.62},{0.62, 0.92, 1.02, 1.14}, {0.02, 0.15, 0.45, 0.60},  {0.95, 1.05, 1.15, 1.30}},{1, 1, 1, 1}},
  [SH_ACTIVITY_HIKING]      = {{{0.08, 0.36, 0.48, 0.62},{0.62, 0.90, 1.00, 1.12}, {0.02, 0.15, 0.46, 0.60},  {0.95, 1.08, 1.22, 1.45}},{1, 1, 1, 1}},
  [SH_ACTIVITY_STAIRS]      = {{{0.08, 0.34, 0.46, 0.60},{0.62, 0.88, 1.00, 1.12}, {0.02, 0.15, 0.46, 0.60},  {0.95, 1.08, 1.25, 1.45}},{1, 1, 1, 1}},
  [SH_ACTIVITY_CYCLING]     = {{{0.08, 0.26, 0.36, 0.52},{0.58, 0.74, 0.86, 1.02}, {0.04, 0.20, 0.36, 0.52},  {0.95, 1.12, 1.25, 1.42}},{1, 0.5, 0.5, 1}},
  [SH_ACTIVITY_RUNNING]     = {{{0.95, 1.12, 1.20, 1.36},{0.50, 0.80, 0.92, 1.02}, {0.00, 0.10, 0.22, 0.36},  {0.93, 1.05, 1.15, 1.32}},{1, 1, 1, 1}},
  [SH_ACTIVITY_SWIMMING]    = {{{0.05, 0.25, 0.35, 0.55},{0.55, 0.72, 0.84, 1.02}, {0.05, 0.20, 0.35, 0.50},  {0.05, 0.25, 0.35, 0.55}},{1, 0.4, 0.1, 1}},
};

/** Highest pressures at usual pace, how blood flow and pressure grow with pace. Calf: walking
 * 120-180, running 269, hiking and stairs about 200 (Ballard 1998 and derived), tiptoe on both
 * feet 90-150, cycling 40-100, ankle pumps 50-90, kick 20-60 mmHg. Shin: walking 90, running
 * 151 (Ballard 1998). Foot: +60-100 in stance. Thigh: 20-30 % of the calf's (derived). Inflow:
 * table of section 5. */
typedef struct
{
  double peak_mmhg[SH_N_PRESSES];
  double pace_gain;     /* relative change of the calf's peak per relative change of pace */
  double muscle_inflow; /* times rest at the usual pace */
} ShDemand;

static const ShDemand demands[SH_N_ACTIVITIES] = {
  /*                          calf  shin  foot  thigh  pace  inflow */
  [SH_ACTIVITY_REST]        = {{  0,    0,    0,    0}, 0.0,  1.0},
  [SH_ACTIVITY_ANKLE_PUMPS] = {{ 75,   50,   40,    0}, 0.2,  2.0},
  [SH_ACTIVITY_HEEL_RAISES] = {{150,   60,   80,   60}, 0.0,  3.0},
  [SH_ACTIVITY_WALKING]     = {{155,   90,   80,   80}, 0.35, 3.8},
  [SH_ACTIVITY_HIKING]      = {{200,  100,   80,  110}, 0.5,  7.0},
  [SH_ACTIVITY_STAIRS]      = {{200,   90,   80,  120}, 0.3,  7.0},
  [SH_ACTIVITY_CYCLING]     = {{100,   50,   45,  100}, 0.3,  8.0},
  [SH_ACTIVITY_RUNNING]     = {{269,  151,  100,  150}, 0.6, 11.0},
  [SH_ACTIVITY_SWIMMING]    = {{ 45,   25,   10,   50}, 0.3,  5.0},
};
/* clang-format on */

/* On a bicycle a foot kept flat leaves the calf this part of its work (calibrated: the ankle
 * pressure then falls by less than a quarter of what it does with pointed toes). */
#define SH_FLAT_FOOT_CALF 0.06
/* A calf that does not move its ankle still squeezes a little (working value). */
#define SH_STIFF_ANKLE_CALF 0.30

static double
smooth_step (double x)
{
  x = x < 0.0 ? 0.0 : x > 1.0 ? 1.0 : x;
  return x * x * (3.0 - 2.0 * x);
}

static double
pulse_once (const ShPulse *pulse, double phase)
{
  if (phase <= pulse->start || phase >= pulse->end)
    return 0.0;
  if (phase < pulse->full)
    return smooth_step ((phase - pulse->start) / (pulse->full - pulse->start));
  if (phase <= pulse->ease)
    return 1.0;
  return smooth_step ((pulse->end - phase) / (pulse->end - pulse->ease));
}

void
sh_gait_activation (ShActivity activity, double phase, double activation[SH_N_PRESSES])
{
  const ShRhythm *rhythm = &rhythms[activity];

  for (int i = 0; i < SH_N_PRESSES; i++)
    activation[i] = rhythm->depth[i] * (pulse_once (&rhythm->pulse[i], phase) +
                                        pulse_once (&rhythm->pulse[i], phase + 1.0));
}

static double
toe_factor (const ShScenario *scenario)
{
  if (scenario->activity != SH_ACTIVITY_CYCLING)
    return 1.0;
  return SH_FLAT_FOOT_CALF + (1.0 - SH_FLAT_FOOT_CALF) * scenario->toe_pointing;
}

void
sh_effort_init (ShEffort *effort, const ShScenario *scenario, bool moving)
{
  ShActivity activity = moving ? scenario->activity : SH_ACTIVITY_REST;
  const ShActivityInfo *info = sh_activity_info (activity);
  const ShDemand *demand = &demands[activity];
  double pace = info->pace_default > 0.0 ? scenario->pace / info->pace_default : 0.0;
  double pace_gain = 1.0 + demand->pace_gain * (pace - 1.0);
  double strength = scenario->effort * scenario->calf_strength;
  double range = SH_STIFF_ANKLE_CALF + (1.0 - SH_STIFF_ANKLE_CALF) * scenario->ankle_range;

  pace_gain = pace_gain < 0.2 ? 0.2 : pace_gain;
  effort->cycles_per_s = scenario->pace * info->cycles_per_count / 60.0;
  if (activity == SH_ACTIVITY_REST)
    effort->cycles_per_s = 0.0;
  for (int i = 0; i < SH_N_PRESSES; i++)
    effort->peak_mmhg[i] = demand->peak_mmhg[i] * pace_gain * scenario->effort;
  effort->peak_mmhg[SH_PRESS_CALF] =
      demand->peak_mmhg[SH_PRESS_CALF] * pace_gain * strength * range * toe_factor (scenario);
  /* In a heel raise it is the calf that lifts the weight onto the ball of the foot. */
  if (activity == SH_ACTIVITY_HEEL_RAISES || activity == SH_ACTIVITY_ANKLE_PUMPS)
    {
      effort->peak_mmhg[SH_PRESS_FOOT] *= scenario->calf_strength;
      effort->peak_mmhg[SH_PRESS_THIGH] *= scenario->calf_strength;
    }
  effort->calf_work = effort->peak_mmhg[SH_PRESS_CALF] * effort->cycles_per_s;
  effort->peak_mmhg[SH_PRESS_SHIN] *= range;
  effort->peak_mmhg[SH_PRESS_FOOT] *= range * toe_factor (scenario);
  effort->rest_mmhg = scenario->posture == SH_POSTURE_STANDING ? 8.0 : 5.0;
  /* Twice the contractions a minute burn twice as much. */
  effort->muscle_inflow =
      1.0 + (demand->muscle_inflow - 1.0) * scenario->effort * (pace > 2.0 ? 2.0 : pace);
}

double
sh_sin_turns (double turns)
{
  double x, x2;

  turns -= floor (turns + 0.5); /* -0.5…0.5 */
  if (turns > 0.25)
    turns = 0.5 - turns;
  else if (turns < -0.25)
    turns = -0.5 - turns;
  x = turns * 6.283185307179586;
  x2 = x * x;
  return x *
         (1.0 - x2 * (1.0 / 6.0) *
                    (1.0 - x2 * (1.0 / 20.0) *
                               (1.0 - x2 * (1.0 / 42.0) *
                                          (1.0 - x2 * (1.0 / 72.0) * (1.0 - x2 * (1.0 / 110.0))))));
}

ShInclination
sh_gait_inclination (const ShScenario *scenario)
{
  static const ShInclination postures[SH_N_POSTURES] = {
    /* Leg at 25 degrees: the ankle lies 30 cm and more above the heart. */
    [SH_POSTURE_LYING_LEG_UP] = { -0.42, -0.42, 0.0, 0.05 },
    /* The atrium lies about 5 cm above the veins of a leg on a couch. */
    [SH_POSTURE_LYING] = { 0.0, 0.0, 0.0, 0.05 },
    [SH_POSTURE_SITTING] = { 1.0, 0.08, 1.0, 0.0 },
    [SH_POSTURE_STANDING] = { 1.0, 1.0, 1.0, 0.0 },
  };
  static const ShInclination bicycle = { 0.90, 0.55, 0.85, 0.0 };

  if (scenario->activity == SH_ACTIVITY_CYCLING)
    return bicycle;
  return postures[scenario->posture];
}
