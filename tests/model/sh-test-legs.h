/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/* What the tests of the model share. */

/** All blood of the leg, mL. */
static inline double
sh_test_blood_ml (const ShFrame *frame)
{
  double sum = 0.0;

  for (int i = 0; i < SH_N_VEINS; i++)
    sum += frame->volume_ml[i];
  return sum;
}

/** A healthy leg doing @activity in its own posture at its usual pace. */
static inline void
sh_test_scenario (ShScenario *scenario, ShActivity activity)
{
  sh_scenario_init (scenario);
  sh_scenario_set_activity (scenario, activity);
}

/** Lets all valves leak by @leak. */
static inline void
sh_test_leak_all (ShScenario *scenario, double leak)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    scenario->leak[i] = leak;
}

/** A scenario drawn at random from everything that a scenario may be. */
static inline void
sh_test_random_scenario (GRand *rand, ShScenario *s)
{
  const ShActivityInfo *info;
  double ill = g_rand_double (rand);

  sh_test_scenario (s, (ShActivity) g_rand_int_range (rand, 0, SH_N_ACTIVITIES));
  info = sh_activity_info (s->activity);
  do
    s->posture = (ShPosture) g_rand_int_range (rand, 0, SH_N_POSTURES);
  while (!sh_activity_allows (s->activity, s->posture));
  s->pace = info->pace_min + g_rand_double (rand) * (info->pace_max - info->pace_min);
  s->effort = 1.5 * g_rand_double (rand);
  s->ankle_range = g_rand_double (rand);
  s->toe_pointing = g_rand_double (rand);
  s->calf_strength = g_rand_double (rand);
  s->repetitions = g_rand_int_range (rand, 0, 12);
  s->stocking_mmhg = g_rand_boolean (rand) ? 0.0 : 60.0 * g_rand_double (rand);
  s->tourniquet = g_rand_double (rand) < 0.2 ? SH_TOURNIQUET_IDEAL : SH_TOURNIQUET_NONE;
  s->room_temperature_c = g_rand_double_range (rand, 10.0, 40.0);
  s->body_height_m = g_rand_double_range (rand, 1.2, 2.1);
  s->water_depth_m = g_rand_double (rand) < 0.3 ? 1.5 * g_rand_double (rand) : 0.0;
  for (int i = 0; i < SH_N_VALVES; i++)
    s->leak[i] = g_rand_double (rand) < ill ? g_rand_double (rand) : 0.0;
  for (int i = 0; i < SH_N_VEINS; i++)
    {
      s->narrowing[i] = g_rand_double (rand) < 0.2 ? 0.99 * g_rand_double (rand) : 0.0;
      s->closed[i] = g_rand_double (rand) < 0.05;
    }
}

/** The first number of a frame that is not finite, by its place in the frame's row of numbers; -1
 * when all are. */
static inline int
sh_test_not_finite (const ShFrame *frame)
{
  const double *row = &frame->time_s;
  int n = (int) ((G_STRUCT_OFFSET (ShFrame, activity) - G_STRUCT_OFFSET (ShFrame, time_s)) /
                 sizeof (double));

  for (int i = 0; i < n; i++)
    if (!(row[i] > -1e6 && row[i] < 1e6))
      return i;
  return -1;
}
