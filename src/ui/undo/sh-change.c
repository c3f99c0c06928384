/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-undo.h"

/* Two values of a control that are the same: no slider steps as finely as this. */
#define SAME 1e-9

static gboolean
differ (double a, double b)
{
  return fabs (a - b) > SAME;
}

static gboolean
activity_differs (const ShScenario *a, const ShScenario *b)
{
  return a->activity != b->activity || a->posture != b->posture || a->repetitions != b->repetitions;
}

static gboolean
person_differs (const ShScenario *a, const ShScenario *b)
{
  return differ (a->room_temperature_c, b->room_temperature_c) ||
         differ (a->body_height_m, b->body_height_m) ||
         differ (a->water_depth_m, b->water_depth_m) || a->side != b->side ||
         a->tourniquet != b->tourniquet || a->seed != b->seed;
}

/* Whether other valves leak, or the same ones by another amount. */
static ShChange
leaks_change (const ShScenario *a, const ShScenario *b)
{
  ShChange change = SH_CHANGE_NONE;

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      if ((a->leak[i] > 0.0) != (b->leak[i] > 0.0))
        return SH_CHANGE_VALVES;
      if (differ (a->leak[i], b->leak[i]))
        change = SH_CHANGE_SEVERITY;
    }
  return change;
}

static gboolean
narrowing_differs (const ShScenario *a, const ShScenario *b)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    if (differ (a->narrowing[i], b->narrowing[i]))
      return TRUE;
  return FALSE;
}

/* Adds one kind of change to what was found before. */
static void
add (ShChange *found, ShChange change, gboolean differs)
{
  if (differs)
    *found = *found == SH_CHANGE_NONE ? change : SH_CHANGE_SEVERAL;
}

ShChange
sh_change_between (const ShScenario *from, const ShScenario *to)
{
  ShChange found = SH_CHANGE_NONE;
  ShChange leaks = leaks_change (from, to);
  gboolean activity = activity_differs (from, to);

  add (&found, SH_CHANGE_ACTIVITY, activity);
  /* The usual pace, and moving again, come with another activity. */
  add (&found, SH_CHANGE_PACE, !activity && differ (from->pace, to->pace));
  add (&found, SH_CHANGE_INACTIVE, !activity && from->inactive != to->inactive);
  add (&found, SH_CHANGE_EFFORT, differ (from->effort, to->effort));
  add (&found, SH_CHANGE_ANKLE_RANGE, differ (from->ankle_range, to->ankle_range));
  add (&found, SH_CHANGE_TOES, differ (from->toe_pointing, to->toe_pointing));
  add (&found, SH_CHANGE_STRENGTH, differ (from->calf_strength, to->calf_strength));
  add (&found, SH_CHANGE_STOCKING, differ (from->stocking_mmhg, to->stocking_mmhg));
  add (&found, leaks, leaks != SH_CHANGE_NONE);
  add (&found, SH_CHANGE_NARROWING, narrowing_differs (from, to));
  add (&found, SH_CHANGE_CLOSED, memcmp (from->closed, to->closed, sizeof from->closed) != 0);
  add (&found, SH_CHANGE_PERSON, person_differs (from, to));
  return found;
}
