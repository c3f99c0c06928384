/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

/** How the person holds the body. */
typedef enum
{
  SH_POSTURE_LYING_LEG_UP,
  SH_POSTURE_LYING,
  SH_POSTURE_SITTING,
  SH_POSTURE_STANDING,
  SH_N_POSTURES,
  SH_POSTURE_NONE = -1 /* not given: the activity's own */
} ShPosture;

/** What the person does. */
typedef enum
{
  SH_ACTIVITY_REST,
  SH_ACTIVITY_ANKLE_PUMPS,
  SH_ACTIVITY_HEEL_RAISES,
  SH_ACTIVITY_WALKING,
  SH_ACTIVITY_HIKING,
  SH_ACTIVITY_STAIRS,
  SH_ACTIVITY_CYCLING,
  SH_ACTIVITY_RUNNING,
  SH_ACTIVITY_SWIMMING,
  SH_N_ACTIVITIES,
  SH_ACTIVITY_NONE = -1
} ShActivity;

/** What an activity is: the numbers that the scenario, the sliders and the model share. */
typedef struct
{
  const char *name;      /* scenario name, such as "heel-raises" */
  const char *label;     /* English name for people, marked for translation in "activity" */
  const char *pace_unit; /* "repetitions", "steps", "crank turns", "kicks" per minute; "" at rest */
  double pace_default;   /* per minute, in the unit above */
  double pace_min;       /* lowest pace the scenario accepts */
  double pace_max;       /* highest pace the scenario accepts */
  double pace_usual_low; /* usual range, shown as a band on the slider */
  double pace_usual_high;
  double cycles_per_count; /* contractions of ONE calf per count of pace: 0.5 for steps and kicks */
  unsigned postures;       /* bit set (1u << ShPosture) of the postures it can be done in */
  ShPosture posture_default; /* the posture when the scenario names none */
} ShActivityInfo;

/** The row of the table for an activity. Owned by the program, never NULL. */
const ShActivityInfo *sh_activity_info (ShActivity activity);
/** The scenario name of a posture, such as "lying-leg-up". */
const char *sh_posture_name (ShPosture posture);
/** The English name of a posture, marked for translation in context "posture". */
const char *sh_posture_label (ShPosture posture);
/** Finds an activity by its scenario name; SH_ACTIVITY_NONE when there is none. */
ShActivity sh_activity_from_name (const char *name);
/** Finds a posture by its scenario name; SH_POSTURE_NONE when there is none. */
ShPosture sh_posture_from_name (const char *name);
/** Whether an activity can be done in a posture. */
bool sh_activity_allows (ShActivity activity, ShPosture posture);

/**
 * The joints of one leg at one instant of an activity, in degrees; what the small figure and the
 * foot of the big picture do.
 */
typedef struct
{
  double hip_deg;       /* thigh forward of the trunk's line */
  double knee_deg;      /* bend; 0 = straight */
  double ankle_deg;     /* + toes down, - toes up, 0 = foot at right angle */
  double heel_lift_deg; /* foot turned about the ball that stays on the ground; 0 = flat */
  double lift_m;        /* sole's lowest point above the ground */
  double calf;          /* activation of the calf muscle, 0…1 of the activity's own peak */
  double shin;          /* activation of the muscle at the front of the shin, 0…1 */
  bool on_ground;       /* the foot carries weight */
} ShLegPose;

/** The whole person at one instant. */
typedef struct
{
  ShLegPose leg[2]; /* [0] the leg that is modelled and drawn big, [1] the other one */
  double trunk_deg; /* 0 upright, 90 lying on the back, -90 face down (swimming) */
  double bob_m;     /* the body's rise above its usual height */
} ShPose;
