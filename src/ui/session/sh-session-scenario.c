/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-session-private.h"

#include <math.h>

#include "sh-story.h"

static const ShSliderInfo sliders[SH_N_SLIDERS] = {
  [SH_SLIDER_PACE] = { "pace", G_STRUCT_OFFSET (ShScenario, pace), 0.0, 1000.0, 0.0 },
  [SH_SLIDER_EFFORT] = { "effort", G_STRUCT_OFFSET (ShScenario, effort), 0.0, 1.5, 1.0 },
  [SH_SLIDER_ANKLE_RANGE] = { "ankle-range", G_STRUCT_OFFSET (ShScenario, ankle_range), 0.0, 1.0,
                              1.0 },
  [SH_SLIDER_TOE_POINTING] = { "toe-pointing", G_STRUCT_OFFSET (ShScenario, toe_pointing), 0.0, 1.0,
                               1.0 },
  [SH_SLIDER_CALF_STRENGTH] = { "calf-strength", G_STRUCT_OFFSET (ShScenario, calf_strength), 0.0,
                                1.0, 1.0 },
  [SH_SLIDER_BODY_HEIGHT] = { "body-height", G_STRUCT_OFFSET (ShScenario, body_height_m), 1.2, 2.1,
                              1.75 },
  [SH_SLIDER_ROOM_TEMPERATURE] = { "room-temperature",
                                   G_STRUCT_OFFSET (ShScenario, room_temperature_c), 10.0, 40.0,
                                   22.0 },
  [SH_SLIDER_WATER_DEPTH] = { "water-depth", G_STRUCT_OFFSET (ShScenario, water_depth_m), 0.0, 1.5,
                              0.0 },
};

static const char *const choices[SH_N_CHOICES] = {
  [SH_CHOICE_LEFT_LEG] = "left-leg",
  [SH_CHOICE_TOURNIQUET] = "tourniquet",
  [SH_CHOICE_CLOSED_GREAT] = "closed-great-saphenous",
  [SH_CHOICE_CLOSED_SMALL] = "closed-small-saphenous",
};

/* The other leg's scenario when this one lives by @scenario. */
static void
other_scenario (ShSession *self, const ShScenario *scenario, ShScenario *other)
{
  if (self->compare == SH_COMPARE_BEFORE && sh_companion_is_there (self->companion))
    *other = *sh_companion_get_scenario (self->companion);
  else
    sh_scenario_healthy_twin (scenario, other);
}

/* Takes the companion along to @wanted. It parts from the leg at the first difference, so that
 * both have their past in common; called before the leg itself changes. */
static void
take_companion_along (ShSession *self, const ShScenario *wanted)
{
  ShScenario other;

  other_scenario (self, wanted, &other);
  if (sh_companion_is_there (self->companion))
    sh_companion_configure (self->companion, &other);
  else if (!sh_scenario_equal (&other, wanted))
    sh_companion_branch (self->companion, self->leg, self->history, &other);
}

void
sh_session_begin_companion (ShSession *self)
{
  ShScenario other;

  sh_companion_stop (self->companion);
  sh_scenario_healthy_twin (&self->scenario, &other);
  if (!sh_scenario_equal (&other, &self->scenario))
    sh_companion_reset (self->companion, &other);
}

void
sh_session_set_compare (ShSession *self, ShCompare compare)
{
  ShScenario other;

  if (compare == self->compare)
    return;
  if (compare == SH_COMPARE_BEFORE)
    sh_companion_branch (self->companion, self->leg, self->history, &self->scenario);
  else if (self->compare == SH_COMPARE_BEFORE)
    {
      sh_scenario_healthy_twin (&self->scenario, &other);
      sh_companion_branch (self->companion, self->leg, self->history, &other);
    }
  self->compare = compare;
  g_object_notify (G_OBJECT (self), "compare");
  sh_session_show (self, 0.0);
}

gboolean
sh_session_adopt (ShSession *self, const ShScenario *wanted)
{
  gboolean was_inactive = self->scenario.inactive;
  gboolean was_there = sh_companion_is_there (self->companion);

  take_companion_along (self, wanted);
  if (sh_leg_configure (self->leg, wanted) != SH_STATUS_OK)
    {
      if (!was_there)
        sh_companion_stop (self->companion);
      return FALSE;
    }
  g_object_freeze_notify (G_OBJECT (self));
  self->scenario = *wanted;
  sh_session_go_live (self);
  sh_leg_read (self->leg, &self->live);
  if (self->scenario.inactive && !was_inactive)
    self->inactive_since_s = self->live.time_s;
  sh_session_changed (self);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

void
sh_session_adopt_leaks (ShSession *self)
{
  ShScenario wanted = self->scenario;

  sh_leaks_apply (&self->leaks, &wanted);
  sh_session_adopt (self, &wanted);
}

void
sh_session_set_stop (ShSession *self, int index)
{
  const ShStop *stop = sh_stop (index);
  ShScenario wanted = self->scenario;

  if (index == sh_stop_of (&self->scenario))
    return;
  wanted.posture = stop->posture;
  sh_scenario_set_activity (&wanted, stop->activity);
  wanted.repetitions = 0;
  if (stop->activity != SH_ACTIVITY_REST)
    wanted.inactive = false;
  sh_session_adopt (self, &wanted);
}

const ShSliderInfo *
sh_session_slider_info (ShSessionSlider slider)
{
  return &sliders[slider];
}

double
sh_session_get_slider (ShSession *self, ShSessionSlider slider)
{
  return G_STRUCT_MEMBER (double, &self->scenario, sliders[slider].offset);
}

static double
allowed (ShSession *self, ShSessionSlider slider, double value)
{
  const ShActivityInfo *info = sh_activity_info (self->scenario.activity);

  if (slider == SH_SLIDER_PACE)
    return CLAMP (value, info->pace_min, info->pace_max);
  return CLAMP (value, sliders[slider].low, sliders[slider].high);
}

void
sh_session_set_slider (ShSession *self, ShSessionSlider slider, double value)
{
  ShScenario wanted = self->scenario;
  double *number = &G_STRUCT_MEMBER (double, &wanted, sliders[slider].offset);

  value = allowed (self, slider, value);
  if (fabs (*number - value) < 1e-9)
    return;
  *number = value;
  sh_session_adopt (self, &wanted);
}

const char *
sh_session_choice_name (ShSessionChoice choice)
{
  return choices[choice];
}

gboolean
sh_session_get_choice (ShSession *self, ShSessionChoice choice)
{
  const ShScenario *scenario = &self->scenario;

  switch (choice)
    {
    case SH_CHOICE_LEFT_LEG:
      return scenario->side == SH_SIDE_LEFT;
    case SH_CHOICE_TOURNIQUET:
      return scenario->tourniquet == SH_TOURNIQUET_IDEAL;
    case SH_CHOICE_CLOSED_GREAT:
      return scenario->closed[SH_VEIN_GREAT_SAPHENOUS_THIGH];
    case SH_CHOICE_CLOSED_SMALL:
      return scenario->closed[SH_VEIN_SMALL_SAPHENOUS];
    case SH_N_CHOICES:
    default:
      return FALSE;
    }
}

/* Closing a vein closes all its parts. */
static void
close_vein (ShScenario *scenario, const char *name, gboolean closed)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    if (sh_vein_matches ((ShVein) i, name))
      scenario->closed[i] = closed;
}

void
sh_session_set_choice (ShSession *self, ShSessionChoice choice, gboolean on)
{
  ShScenario wanted = self->scenario;

  if (sh_session_get_choice (self, choice) == (on != FALSE))
    return;
  if (choice == SH_CHOICE_LEFT_LEG)
    wanted.side = on ? SH_SIDE_LEFT : SH_SIDE_RIGHT;
  else if (choice == SH_CHOICE_TOURNIQUET)
    wanted.tourniquet = on ? SH_TOURNIQUET_IDEAL : SH_TOURNIQUET_NONE;
  else
    close_vein (&wanted, choice == SH_CHOICE_CLOSED_GREAT ? "great-saphenous" : "small-saphenous",
                on);
  sh_session_adopt (self, &wanted);
}

void
sh_session_set_inactive (ShSession *self, gboolean inactive)
{
  ShScenario wanted = self->scenario;

  if (wanted.inactive == (inactive != FALSE))
    return;
  wanted.inactive = inactive != FALSE;
  sh_session_adopt (self, &wanted);
}

void
sh_session_set_stocking (ShSession *self, ShStocking stocking)
{
  ShScenario wanted = self->scenario;

  if (stocking == sh_stocking_nearest (wanted.stocking_mmhg))
    return;
  wanted.stocking_mmhg = sh_stocking_mmhg (stocking);
  sh_session_adopt (self, &wanted);
}

void
sh_session_set_stocking_class (ShSession *self, guint stocking_class)
{
  ShScenario wanted = self->scenario;

  if (stocking_class == sh_stocking_class_of (wanted.stocking_mmhg))
    return;
  wanted.stocking_mmhg = sh_stocking_class_mmhg (stocking_class);
  sh_session_adopt (self, &wanted);
}

double
sh_session_get_narrowing (ShSession *self, ShVein vein)
{
  return self->scenario.narrowing[vein];
}

void
sh_session_set_narrowing (ShSession *self, ShVein vein, double narrowing)
{
  ShScenario wanted;

  g_return_if_fail (SH_IS_SESSION (self));

  wanted = self->scenario;
  narrowing = CLAMP (narrowing, 0.0, 0.99);
  if (fabs (wanted.narrowing[vein] - narrowing) < 1e-9)
    return;
  wanted.narrowing[vein] = narrowing;
  sh_session_adopt (self, &wanted);
}

double
sh_session_get_valve_leak (ShSession *self, ShValve valve)
{
  return sh_leaks_of (&self->leaks, valve);
}

void
sh_session_set_valve_leak (ShSession *self, ShValve valve, double leak)
{
  g_return_if_fail (SH_IS_SESSION (self));

  sh_leaks_set_valve (&self->leaks, valve, leak);
  sh_session_adopt_leaks (self);
}

void
sh_session_toggle_valve (ShSession *self, ShValve valve)
{
  sh_session_set_valve_leak (
      self, valve, sh_session_get_valve_leak (self, valve) > 0.0 ? 0.0 : SH_LEAKS_SEVERITY);
}
