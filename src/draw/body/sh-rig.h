/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-curve.h"
#include "sh-model.h"

/**
 * How the lengthwise view moves: the ankle and toes turn, the calf thickens, the leg swells. All in
 * plate coordinates of the shin: the shin bone stands still and the foot turns about the ankle; in
 * a heel raise the whole picture of the leg then travels by sh_rig_travel(), so that the ball of
 * the foot keeps its place on the floor. Numbers: landmark table, sections 5 and 8.
 */
typedef struct
{
  double ankle_deg;     /* foot against the shin: + toes down */
  double heel_lift_deg; /* of these, how much comes from the heel leaving the ground */
  double calf;          /* contraction of the calf, 0…1 */
  double shin;          /* contraction of the muscle at the front of the shin, 0…1 */
  double swelling;      /* drawn swelling, 0…1 of the largest that is drawn */
  double lift;          /* how far the whole foot hangs over the ground, plate units */
  gboolean lies;        /* nothing under the foot: it moves, the leg does not travel */
} ShBodyPose;

typedef enum
{
  SH_RIG_SHANK,  /* shin bone, muscle origins: stands still */
  SH_RIG_FOOT,   /* foot bones: turns with the foot */
  SH_RIG_TOES,   /* stays on the floor while the heel rises */
  SH_RIG_SKIN,   /* blended by place, and bulging with calf and swelling */
  SH_RIG_TENDON, /* blended like the skin of its side, no bulge */
  SH_RIG_VEIN,   /* blended like the skin of its side; deep in the calf it rides with the muscle */
  SH_RIG_TISSUE, /* blended like the skin, no bulge: fat pads, muscles that cross the ankle */
} ShRigPart;

typedef struct
{
  ShBodyPose pose;
  double sine, cosine;         /* of the foot's turn */
  double toe_sine, toe_cosine; /* of the toes' turn back */
} ShRig;

/** The drawn pose of the leg at one instant of the model. */
void sh_body_pose_from_frame (const ShFrame *frame, ShBodyPose *pose);

/** Prepares the mapping of points for @pose. Returns @rig, so that calls chain. */
ShRig *sh_rig_init (ShRig *rig, const ShBodyPose *pose);
/** Where a point of the resting plate is in this pose. */
ShPoint sh_rig_map (const ShRig *rig, ShPoint rest, ShRigPart part);
/** How far the skin stands off at the height @height_u above the sole, in landmark units, when the
 * leg is drawn with @swelling (0…1): so far at the back, and SH_RIG_SWELLING_FRONT times as far in
 * front. The slice swells by the same. */
double sh_rig_swelling_u (double swelling, double height_u);
#define SH_RIG_SWELLING_FRONT 0.75
/** The farthest that it travels upward, in plate units. */
#define SH_RIG_MOST_TRAVEL 210.0
/** How far the whole leg travels, in plate units. */
ShPoint sh_rig_travel (const ShRig *rig);
