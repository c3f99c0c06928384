/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-curve.h"
#include "sh-model.h"

/**
 * Where the small figure's joints are, in metres: x forward, y up from the floor (for stairs and
 * hills: from the ground under the standing foot), for a body of 1.75 m.
 */

typedef struct
{
  ShPoint hip, knee, ankle, ball;
  double thigh, shank, foot, toes; /* direction each part points to, radians from straight down,
                                      + forward; a foot flat on the floor has pi/2 */
} ShFigureLeg;

typedef struct
{
  ShPoint shoulder, elbow, wrist;
  double upper, fore, hand; /* as above */
} ShFigureArm;

typedef struct
{
  ShFigureLeg leg[2]; /* [0] the leg that is drawn big */
  ShFigureArm arm[2];
  ShPoint neck, heart;
  double trunk; /* direction from shoulders to hips, as above */
  double head;
  double ground_y; /* of the floor or of the lower step */
  double slope;    /* rise of the ground forward */
  ShPoint crank;   /* cycling: axle of the cranks */
} ShFigurePose;

/** Lengths of the body's parts, from figure.svg. */
typedef struct
{
  double thigh, shank, upper_arm, forearm; /* between the joints */
  ShPoint ankle_to_ball;                   /* x forward, y up, foot flat */
  double ankle_height;
  double trunk;                  /* hip to shoulder */
  ShPoint shoulder, neck, heart; /* from the hip, upright */
} ShFigureBody;

/** The whole person at the instant of @frame. */
void sh_figure_pose (const ShFigureBody *body, const ShFrame *frame, ShFigurePose *pose);

/** Height of the steps and their depth, in metres (usual stairs). */
#define SH_STEP_RISE_M 0.17
#define SH_STEP_RUN_M 0.29
/** Where the tread is when the near foot is set down on it, above the floor of the view. */
#define SH_STEP_BASE_M 0.09
/** Surface of the couch and of the water above the floor, in metres. */
#define SH_COUCH_M 0.50
#define SH_WATER_M 0.95
