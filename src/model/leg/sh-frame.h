/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

#include "sh-activity.h"
#include "sh-anatomy.h"
#include "sh-scenario.h"

/** What has flowed since the run began (sh_leg_reset), in mL. Differences of two frames' totals
 * divided by their times are the exact mean flows between them, at any distance. */
typedef struct
{
  double inflow_ml;
  double outflow_ml;
  double filtration_ml;
  double lymph_ml;
  double below_knee_up_ml;
  double below_knee_down_ml;
} ShFlowTotals;

/**
 * All numbers of one instant, a plain copy. Painters, readouts, charts, captions, history and
 * tests read frames and never the leg. Pressures are total, relative to the atmosphere, unless the
 * name says transmural.
 */
typedef struct
{
  double time_s;

  /* Per vein. */
  double pressure_mmhg[SH_N_VEINS];
  double transmural_mmhg[SH_N_VEINS];
  double volume_ml[SH_N_VEINS];
  double area_ratio[SH_N_VEINS];    /* open area / area of the round, unstretched tube */
  double velocity_cm_s[SH_N_VEINS]; /* mean through the vein, + toward the heart */

  /* Per valve. */
  double flow_ml_s[SH_N_VALVES]; /* + in the valve's working direction (inward for perforators) */
  double opening[SH_N_VALVES];   /* 0 closed … 1 open */
  double leak[SH_N_VALVES];      /* the scenario's leak, so that a frame explains itself */

  double muscle_mmhg;     /* pressure inside the calf muscle */
  double foot_mmhg;       /* pressure on the veins of the sole */
  double inflow_ml_s;     /* arteries to veins, whole leg */
  double outflow_ml_s;    /* iliac vein to the heart */
  double filtration_ml_s; /* veins' side of the capillaries to the tissue */
  double lymph_ml_s;      /* tissue to lymph */
  double interstitial_ml; /* tissue water above the morning value */
  double
      muscle_water_ml; /* of it, what hard work holds in the calf muscle: no swelling of the skin */
  double swelling_percent;   /* of the lower leg's volume, blood and water, above its morning value
                                lying */
  double below_knee_up_ml_s; /* through the section below the knee, upward part */
  double below_knee_down_ml_s; /* the same, downward part, >= 0 */
  double calf_blood_ml;        /* blood held below the knee joint */
  double ankle_minutes_mmhg;   /* ankle pressure (great saphenous vein), averaged over the last two
                                  minutes or so: what skin veins and skin have had to carry */
  ShFlowTotals totals;         /* the same flows, summed up since the run began */

  /* The person. */
  ShActivity activity;
  ShPosture posture;
  bool moving;  /* the activity goes on (not inactive, repetitions not used up) */
  double phase; /* 0…1 of one cycle of the leg shown */
  int cycles;   /* whole cycles since the activity began */
  ShPose pose;
  double body_height_m;
  double heart_height_m; /* right atrium above the ground */
  double ankle_height_m; /* ankle measuring place above the ground */
  double breath;         /* -1…1 */

  /* What the scenario puts on or into the leg, so that a frame explains itself. */
  bool inactive;
  ShSide side;
  double stocking_mmhg;
  double narrowing[SH_N_VEINS];
  bool closed[SH_N_VEINS];
} ShFrame;

/**
 * Replaces the four exchange flows and the two section flows of @frame by their exact means since
 * @previous, an earlier frame of the same run. A row of a table is such a mean: blood then changes
 * from row to row by exactly (inflow - outflow - filtration) x (difference of time_s), and
 * interstitial water by (filtration - lymph) x the same.
 */
void sh_frame_average_flows (ShFrame *frame, const ShFrame *previous);

/** Mixes two poses, joint by joint; states from the nearer one. */
void sh_pose_lerp (const ShPose *a, const ShPose *b, double mix, ShPose *result);

/** Mixes two frames of one run: numbers linearly, states from the nearer one. @mix 0 gives @a. */
void sh_frame_lerp (const ShFrame *a, const ShFrame *b, double mix, ShFrame *result);
