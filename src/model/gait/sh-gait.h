/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-activity.h"
#include "sh-parameters.h"
#include "sh-scenario.h"

/* What the body does: when which muscle presses how hard, how much blood it asks for, and how the
 * joints stand. Phase runs from 0 to 1 over one cycle of the leg shown; walking starts with its
 * heel strike. */

/** What an activity asks of the leg; all numbers already follow pace, effort and strength. */
typedef struct
{
  double peak_mmhg[SH_N_PRESSES]; /* highest pressure of each press in one cycle */
  double rest_mmhg;               /* pressure in the relaxed calf */
  double muscle_inflow;           /* arterial inflow of the leg's muscles, times rest */
  double cycles_per_s;            /* of the leg shown */
  double calf_work;               /* how hard the calf works: peak pressure times contractions a
                                     second, mmHg/s */
} ShEffort;

/** Fills @effort with what @scenario asks for while it moves (@moving) or stays still. */
void sh_effort_init (ShEffort *effort, const ShScenario *scenario, bool moving);

/** Activation 0…1 of each press at @phase of @activity. */
void sh_gait_activation (ShActivity activity, double phase, double activation[SH_N_PRESSES]);

/** The whole person at @phase, or still in the posture when not @moving. */
void sh_gait_pose (const ShScenario *scenario, double phase, bool moving, ShPose *pose);

/** The sine of 2π @turns, the same bits everywhere: error below 1e-6. */
double sh_sin_turns (double turns);

/** How the long bones lie for gravity: sine of the shank's, thigh's and trunk's rise, and the
 * height of the sole above the ground. */
typedef struct
{
  double shank;
  double thigh;
  double trunk;
  double atrium_m; /* added to the atrium's height */
} ShInclination;

/** The mean inclination during @scenario's posture and activity. */
ShInclination sh_gait_inclination (const ShScenario *scenario);
