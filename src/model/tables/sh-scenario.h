/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

#include "sh-activity.h"
#include "sh-anatomy.h"

typedef enum
{
  SH_TOURNIQUET_NONE,
  SH_TOURNIQUET_IDEAL /* closes every superficial vein at the knee */
} ShTourniquet;

typedef enum
{
  SH_SIDE_RIGHT,
  SH_SIDE_LEFT
} ShSide;

/**
 * One leg and what it does: the plain, checked form of a scenario file. Text is read in the
 * scenario floor; this struct holds only values inside their allowed ranges.
 */
typedef struct
{
  ShPosture posture; /* never SH_POSTURE_NONE once checked */
  ShActivity activity;
  bool inactive;        /* stays still whatever the activity */
  double pace;          /* per minute, in the activity's own unit */
  int repetitions;      /* 0 = no end */
  double effort;        /* 0…1.5 of the activity's usual muscle pressure */
  double ankle_range;   /* 0…1 of the full ankle movement */
  double toe_pointing;  /* 0…1, cycling */
  double calf_strength; /* 0…1 of a healthy calf */
  double stocking_mmhg; /* 0…60 at the ankle */
  ShTourniquet tourniquet;
  double room_temperature_c; /* 10…40 */
  double body_height_m;      /* 1.20…2.10 */
  double water_depth_m;      /* 0…1.5 above the sole, for someone upright */
  ShSide side;
  unsigned long long seed;
  double leak[SH_N_VALVES];     /* 0 closes … 1 no valve there; already resolved per valve */
  double narrowing[SH_N_VEINS]; /* 0…0.99 of the open area lost */
  bool closed[SH_N_VEINS];      /* treated vein */
} ShScenario;

/** Fills @scenario with the contract's defaults: a healthy adult of 1.75 m standing at rest.
 * Returns @scenario, so that calls chain. */
ShScenario *sh_scenario_init (ShScenario *scenario);

/** Sets the activity together with what follows from it when nothing else is said: its usual pace
 * and, when the present posture does not allow it, its own posture. */
void sh_scenario_set_activity (ShScenario *scenario, ShActivity activity);

/** Whether two scenarios are the same in every value. */
bool sh_scenario_equal (const ShScenario *a, const ShScenario *b);
