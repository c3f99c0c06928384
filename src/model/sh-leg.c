/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sh-leg-private.h"

#define SH_STEP_S 0.004
/* Who has been still for this long only breathes (0.25 Hz) and fills: then many steps are taken as
 * one, when that many are asked for at once. Eight hours pass in a second that way, and stay within
 * a thousandth of the same run at single steps (tests/model/test-balance). */
#define SH_STILL_S 5.0
#define SH_STEPS_WHEN_STILL 25

double
sh_leg_step_s (void)
{
  return SH_STEP_S;
}

static bool
within (double value, double low, double high)
{
  return value >= low && value <= high; /* false for a NaN */
}

static ShStatus
check_scenario (const ShScenario *s)
{
  const ShActivityInfo *info;

  if (s->posture < 0 || s->posture >= SH_N_POSTURES || s->activity < 0 ||
      s->activity >= SH_N_ACTIVITIES)
    return SH_STATUS_BAD_VALUE;
  info = sh_activity_info (s->activity);
  if (!sh_activity_allows (s->activity, s->posture))
    return SH_STATUS_BAD_POSTURE;
  if (s->activity != SH_ACTIVITY_REST && !within (s->pace, info->pace_min, info->pace_max))
    return SH_STATUS_BAD_VALUE;
  if (!within (s->effort, 0.0, 1.5) || !within (s->ankle_range, 0.0, 1.0) ||
      !within (s->toe_pointing, 0.0, 1.0) || !within (s->calf_strength, 0.0, 1.0) ||
      !within (s->stocking_mmhg, 0.0, 60.0) || !within (s->room_temperature_c, 10.0, 40.0) ||
      !within (s->body_height_m, 1.20, 2.10) || !within (s->water_depth_m, 0.0, 1.5) ||
      s->repetitions < 0)
    return SH_STATUS_BAD_VALUE;
  for (int i = 0; i < SH_N_VALVES; i++)
    if (!within (s->leak[i], 0.0, 1.0))
      return SH_STATUS_BAD_VALUE;
  for (int i = 0; i < SH_N_VEINS; i++)
    if (!within (s->narrowing[i], 0.0, 0.99))
      return SH_STATUS_BAD_VALUE;
  return SH_STATUS_OK;
}

static bool
should_move (const ShLeg *leg)
{
  const ShScenario *s = &leg->scenario;

  if (s->activity == SH_ACTIVITY_REST || s->inactive)
    return false;
  return s->repetitions == 0 ||
         leg->cycles < s->repetitions * sh_activity_info (s->activity)->cycles_per_count;
}

/** What drives the equations jumps here: the next step has no past. */
static void
start_anew (ShLeg *leg)
{
  ShDrive drive;

  sh_leg_drive (leg, &drive);
  memcpy (leg->history.press_mmhg, drive.press_mmhg, sizeof drive.press_mmhg);
  leg->history.known = false;
  leg->still_s = 0.0;
}

static void
set_moving (ShLeg *leg, bool moving)
{
  leg->moving = moving;
  sh_effort_init (&leg->effort, &leg->scenario, moving);
  start_anew (leg);
}

ShLeg *
sh_leg_new (void)
{
  ShLeg *leg = calloc (1, sizeof *leg);
  ShScenario scenario;

  if (leg == NULL)
    return NULL;
  leg->tuning = *sh_tuning_default ();
  sh_solver_init (&leg->solver);
  sh_leg_reset (leg, sh_scenario_init (&scenario));
  return leg;
}

void
sh_leg_set_tuning (ShLeg *leg, const ShTuning *tuning)
{
  leg->tuning = *tuning;
}

void
sh_leg_free (ShLeg *leg)
{
  free (leg);
}

void
sh_leg_copy (ShLeg *copy, const ShLeg *leg)
{
  memcpy (copy, leg, sizeof *copy);
}

/** Settles @leg still in the posture of @scenario. */
static bool
settle_in (ShLeg *leg, const ShScenario *scenario)
{
  leg->scenario = *scenario;
  sh_network_init (&leg->network, &leg->tuning, scenario);
  set_moving (leg, false);
  return sh_leg_settle (leg);
}

/** Blood below the knee of this leg on a morning in bed; @leg is work space. */
static double
morning_blood (ShLeg *leg, const ShScenario *scenario)
{
  ShScenario lying = *scenario;
  double sum = 0.0;

  lying.posture = SH_POSTURE_LYING;
  lying.activity = SH_ACTIVITY_REST;
  lying.stocking_mmhg = 0.0;
  settle_in (leg, &lying);
  for (int i = 0; i < SH_N_SEGMENTS_BELOW_KNEE; i++)
    sum += leg->state.volume_ml[i];
  return sum;
}

ShStatus
sh_leg_reset (ShLeg *leg, const ShScenario *scenario)
{
  ShStatus status = check_scenario (scenario);
  ShLeg fresh;

  if (status != SH_STATUS_OK)
    return status;
  memset (&fresh, 0, sizeof fresh);
  fresh.solver = leg->solver;
  fresh.tuning = leg->tuning;
  fresh.morning_blood_ml = morning_blood (&fresh, scenario);
  if (!settle_in (&fresh, scenario))
    return SH_STATUS_NOT_SETTLED;
  set_moving (&fresh, should_move (&fresh));
  fresh.still_s = SH_STILL_S; /* it is settled already */
  sh_gait_pose (scenario, 0.0, false, &fresh.pose_from);
  *leg = fresh;
  return SH_STATUS_OK;
}

static void
start_pose_change (ShLeg *leg)
{
  ShFrame frame;

  sh_leg_read (leg, &frame);
  leg->pose_from = frame.pose;
  leg->pose_s = 0.0;
}

ShStatus
sh_leg_configure (ShLeg *leg, const ShScenario *scenario)
{
  ShStatus status = check_scenario (scenario);
  bool other, moving;

  if (status != SH_STATUS_OK)
    return status;
  other =
      scenario->activity != leg->scenario.activity || scenario->posture != leg->scenario.posture;
  if (other || scenario->inactive != leg->scenario.inactive)
    start_pose_change (leg);
  if (other || scenario->repetitions != leg->scenario.repetitions)
    leg->cycles = 0;
  if (other)
    leg->phase = 0.0;
  leg->scenario = *scenario;
  sh_network_init (&leg->network, &leg->tuning, scenario);
  moving = should_move (leg);
  set_moving (leg, moving);
  return SH_STATUS_OK;
}

const ShScenario *
sh_leg_scenario (const ShLeg *leg)
{
  return &leg->scenario;
}

void
sh_leg_set_cuff_mmhg (ShLeg *leg, double pressure_mmhg)
{
  if (pressure_mmhg < leg->cuff_mmhg || pressure_mmhg > leg->cuff_mmhg)
    leg->still_s = 0.0;
  leg->cuff_mmhg = pressure_mmhg;
}

void
sh_leg_drive (const ShLeg *leg, ShDrive *drive)
{
  double activation[SH_N_PRESSES] = { 0.0, 0.0, 0.0, 0.0 };
  double breath = sh_sin_turns (leg->breath_turns);

  if (leg->moving)
    sh_gait_activation (leg->scenario.activity, leg->phase, activation);
  for (int k = 0; k < SH_N_PRESSES; k++)
    drive->press_mmhg[k] = leg->effort.peak_mmhg[k] * activation[k];
  drive->press_mmhg[SH_PRESS_CALF] *= leg->network.muscle_gain;
  drive->press_mmhg[SH_PRESS_CALF] += leg->effort.rest_mmhg;
  drive->press_mmhg[SH_PRESS_SHIN] += leg->effort.rest_mmhg;
  drive->hyperaemia = 1.0 + leg->tuning.hyperaemia * (leg->effort.muscle_inflow - 1.0);
  drive->atrium_mmhg = leg->network.atrium_mmhg - SH_ATRIUM_BREATH_MMHG * breath;
  drive->belly_mmhg = SH_BELLY_MMHG + SH_BELLY_BREATH_MMHG * breath;
  drive->activity = leg->moving ? 1.0 : 0.0;
  drive->cuff_mmhg = leg->cuff_mmhg;
}

/** Moves the clock of the movement on; the last repetition ends it. */
static void
advance_phase (ShLeg *leg, double dt)
{
  leg->pose_s += dt;
  leg->still_s += dt;
  leg->breath_turns += SH_BREATH_HZ * dt;
  leg->breath_turns -= floor (leg->breath_turns);
  if (!leg->moving)
    return;
  leg->phase += leg->effort.cycles_per_s * dt;
  if (leg->phase >= 1.0)
    {
      leg->phase -= 1.0;
      leg->cycles++;
      if (!should_move (leg))
        {
          leg->phase = 0.0;
          start_pose_change (leg);
          set_moving (leg, false);
        }
    }
}

/** Goes on by @n steps of the clock in one of the equations. */
static void
step_by (ShLeg *leg, int n)
{
  double dt = n * SH_STEP_S;
  ShDrive drive;

  leg->steps += n;
  advance_phase (leg, dt);
  sh_leg_drive (leg, &drive);
  sh_press_step (&leg->state, leg->history.press_mmhg, &drive, dt);
  memcpy (leg->history.press_mmhg, drive.press_mmhg, sizeof drive.press_mmhg);
  sh_leg_flow_step (leg, &drive, dt);
  sh_slow_step (&leg->network, &leg->state, &drive, leg->pressure_mmhg, &leg->exchange, dt);
  for (int t = 0; t < SH_N_TISSUES; t++)
    leg->totals.lymph_ml += leg->exchange.lymph_ml_s[t] * dt;
}

void
sh_leg_step (ShLeg *leg)
{
  step_by (leg, 1);
}

void
sh_leg_advance (ShLeg *leg, double seconds)
{
  long long n;

  leg->carry_s += seconds;
  /* A hair of slack, so that a hundred calls of 0.01 s are one second. */
  n = (long long) floor (leg->carry_s / SH_STEP_S + 1e-6);
  leg->carry_s -= (double) n * SH_STEP_S;
  while (n > 0)
    {
      int stride = !leg->moving && leg->still_s >= SH_STILL_S && n >= SH_STEPS_WHEN_STILL
                       ? SH_STEPS_WHEN_STILL
                       : 1;

      step_by (leg, stride);
      n -= stride;
    }
}
