/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scenario.h"

#include <string.h>

ShScenario *
sh_scenario_init (ShScenario *scenario)
{
  memset (scenario, 0, sizeof *scenario);
  scenario->posture = SH_POSTURE_STANDING;
  scenario->activity = SH_ACTIVITY_REST;
  scenario->effort = 1.0;
  scenario->ankle_range = 1.0;
  scenario->toe_pointing = 1.0;
  scenario->calf_strength = 1.0;
  scenario->room_temperature_c = 22.0;
  scenario->body_height_m = 1.75;
  scenario->seed = 1;
  return scenario;
}

void
sh_scenario_set_activity (ShScenario *scenario, ShActivity activity)
{
  const ShActivityInfo *info = sh_activity_info (activity);

  scenario->activity = activity;
  scenario->pace = info->pace_default;
  if (!sh_activity_allows (activity, scenario->posture))
    scenario->posture = info->posture_default;
}

static bool
same_numbers (const double *a, const double *b, int n)
{
  for (int i = 0; i < n; i++)
    if (a[i] < b[i] || a[i] > b[i])
      return false;
  return true;
}

bool
sh_scenario_equal (const ShScenario *a, const ShScenario *b)
{
  const double numbers_a[] = {
    a->pace,          a->effort,        a->ankle_range,        a->toe_pointing,
    a->calf_strength, a->stocking_mmhg, a->room_temperature_c, a->body_height_m,
    a->water_depth_m
  };
  const double numbers_b[] = {
    b->pace,          b->effort,        b->ankle_range,        b->toe_pointing,
    b->calf_strength, b->stocking_mmhg, b->room_temperature_c, b->body_height_m,
    b->water_depth_m
  };

  return a->posture == b->posture && a->activity == b->activity && a->inactive == b->inactive &&
         a->repetitions == b->repetitions && a->tourniquet == b->tourniquet && a->side == b->side &&
         a->seed == b->seed &&
         same_numbers (numbers_a, numbers_b, (int) (sizeof numbers_a / sizeof *numbers_a)) &&
         same_numbers (a->leak, b->leak, SH_N_VALVES) &&
         same_numbers (a->narrowing, b->narrowing, SH_N_VEINS) &&
         memcmp (a->closed, b->closed, sizeof a->closed) == 0;
}
