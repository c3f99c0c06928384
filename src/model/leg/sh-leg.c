/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sh-leg-private.h"

/* Further away than any run lasts, in nanoseconds: 146 years. */
#define SH_NEVER_NS (INT64_MAX / 2)

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

/** Whole cycles after which the activity ends; 0 for never. */
static int
last_cycle (const ShScenario *s)
{
  return (int) (s->repetitions * sh_activity_info (s->activity)->cycles_per_count + 0.5);
}

static bool
should_move (const ShLeg *leg)
{
  const ShScenario *s = &leg->scenario;

  if (s->activity == SH_ACTIVITY_REST || s->inactive)
    return false;
  return s->repetitions == 0 ||
         leg->origin_cycles < s->repetitions * sh_activity_info (s->activity)->cycles_per_count;
}

/** Lets the movement go on, or stop, from the instant shown. */
static void
set_moving (ShLeg *leg, bool moving)
{
  ShDrive drive;
  double left =
      leg->scenario.repetitions * sh_activity_info (leg->scenario.activity)->cycles_per_count -
      leg->origin_cycles - leg->origin_phase;

  leg->moving = moving;
  leg->origin_ns = leg->now_ns;
  sh_effort_init (&leg->effort, &leg->scenario, moving);
  leg->end_ns = SH_NEVER_NS;
  if (moving && leg->scenario.repetitions > 0)
    leg->end_ns = leg->now_ns + (int64_t) ceil (left / leg->effort.cycles_per_s * SH_NS_PER_S);
  /* What drives the equations jumps here: the next step has no past. */
  sh_leg_start_anew (leg);
  sh_leg_drive_at (leg, (double) leg->now_ns / SH_NS_PER_S, &drive);
  memcpy (leg->history.press_mmhg, drive.press_mmhg, sizeof drive.press_mmhg);
}

ShLeg *
sh_leg_new (void)
{
  ShLeg *leg = calloc (1, sizeof *leg);
  ShScenario scenario;

  if (leg == NULL)
    return NULL;
  leg->tuning = *sh_tuning_default ();
  leg->fineness = sh_fineness_usual;
  sh_leg_reset (leg, sh_scenario_init (&scenario));
  return leg;
}

void
sh_leg_set_tuning (ShLeg *leg, const ShTuning *tuning)
{
  leg->tuning = *tuning;
}

void
sh_leg_set_fineness (ShLeg *leg, const ShFineness *fineness)
{
  leg->fineness = *fineness;
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

static void
put_in_numbers (ShLeg *leg)
{
  sh_network_init (&leg->network, &leg->tuning, &leg->scenario);
  sh_flow_plan_init (&leg->plan, &leg->network);
}

/** Settles @leg still in the posture of @scenario. */
static bool
settle_in (ShLeg *leg, const ShScenario *scenario)
{
  leg->scenario = *scenario;
  put_in_numbers (leg);
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
    sum += leg->head.state.volume_ml[i];
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
  fresh.tuning = leg->tuning;
  fresh.fineness = leg->fineness;
  fresh.morning_blood_ml = morning_blood (&fresh, scenario);
  if (!settle_in (&fresh, scenario))
    return SH_STATUS_NOT_SETTLED;
  set_moving (&fresh, should_move (&fresh));
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
  leg->pose_from_ns = leg->now_ns;
}

ShStatus
sh_leg_configure (ShLeg *leg, const ShScenario *scenario)
{
  ShStatus status = check_scenario (scenario);
  ShBeat beat = sh_leg_beat_at (leg, (double) leg->now_ns / SH_NS_PER_S);
  bool other;

  if (status != SH_STATUS_OK)
    return status;
  other =
      scenario->activity != leg->scenario.activity || scenario->posture != leg->scenario.posture;
  if (other || scenario->inactive != leg->scenario.inactive)
    start_pose_change (leg);
  sh_leg_start_anew (leg);
  leg->origin_phase = other ? 0.0 : beat.phase;
  leg->origin_cycles =
      other || scenario->repetitions != leg->scenario.repetitions ? 0 : beat.cycles;
  leg->scenario = *scenario;
  put_in_numbers (leg);
  set_moving (leg, should_move (leg));
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
    sh_leg_start_anew (leg);
  leg->cuff_mmhg = pressure_mmhg;
}

ShBeat
sh_leg_beat_at (const ShLeg *leg, double time_s)
{
  double since_s = time_s - (double) leg->origin_ns / SH_NS_PER_S;
  double sum = leg->origin_phase + since_s * leg->effort.cycles_per_s;
  double whole = floor (sum);

  if (!leg->moving)
    return (ShBeat){ leg->origin_phase, leg->origin_cycles };
  return (ShBeat){ sum - whole, leg->origin_cycles + (int) whole };
}

void
sh_leg_drive_at (const ShLeg *leg, double time_s, ShDrive *drive)
{
  double activation[SH_N_PRESSES] = { 0.0, 0.0, 0.0, 0.0 };
  double breath = sh_sin_turns (SH_BREATH_HZ * time_s);

  if (leg->moving)
    sh_gait_activation (leg->scenario.activity, sh_leg_beat_at (leg, time_s).phase, activation);
  for (int k = 0; k < SH_N_PRESSES; k++)
    drive->press_mmhg[k] = leg->effort.peak_mmhg[k] * activation[k];
  drive->press_mmhg[SH_PRESS_CALF] *= leg->network.muscle_gain;
  drive->press_mmhg[SH_PRESS_CALF] += leg->effort.rest_mmhg;
  drive->press_mmhg[SH_PRESS_SHIN] += leg->effort.rest_mmhg;
  drive->hyperaemia = 1.0 + leg->tuning.hyperaemia * (leg->effort.muscle_inflow - 1.0);
  drive->strain = (leg->effort.calf_work - SH_EASY_WORK) / (SH_RUNNING_WORK - SH_EASY_WORK);
  drive->strain = drive->strain < 0.0 ? 0.0 : drive->strain;
  drive->atrium_mmhg = leg->network.atrium_mmhg - SH_ATRIUM_BREATH_MMHG * breath;
  drive->belly_mmhg = SH_BELLY_MMHG + SH_BELLY_BREATH_MMHG * breath;
  drive->activity = leg->moving ? 1.0 : 0.0;
  drive->cuff_mmhg = leg->cuff_mmhg;
}

/** The last repetition is over. */
static void
end_movement (ShLeg *leg)
{
  start_pose_change (leg);
  leg->origin_phase = 0.0;
  leg->origin_cycles = last_cycle (&leg->scenario);
  set_moving (leg, false);
}

/** Goes on to @until_ns, which the movement does not end before. */
static void
integrate (ShLeg *leg, int64_t until_ns)
{
  while (leg->head_ns < until_ns)
    sh_leg_stride (leg, leg->end_ns);
  leg->now_ns = until_ns;
}

static void
go_on_to (ShLeg *leg, int64_t until_ns)
{
  if (leg->end_ns <= until_ns)
    {
      integrate (leg, leg->end_ns);
      end_movement (leg);
    }
  integrate (leg, until_ns);
}

void
sh_leg_advance (ShLeg *leg, double seconds)
{
  int64_t passed_ns;

  leg->carry_s += seconds;
  passed_ns = (int64_t) floor (leg->carry_s * SH_NS_PER_S + 0.5);
  leg->carry_s -= (double) passed_ns / SH_NS_PER_S;
  go_on_to (leg, leg->now_ns + passed_ns);
}

void
sh_leg_advance_to (ShLeg *leg, double time_s)
{
  int64_t until_ns = (int64_t) floor (time_s * SH_NS_PER_S + 0.5);

  if (until_ns > leg->now_ns)
    go_on_to (leg, until_ns);
}

double
sh_leg_calf_column (const ShScenario *scenario)
{
  return sh_network_calf_column (scenario);
}
