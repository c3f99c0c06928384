/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/** What lies under a point of the stage. */
typedef enum
{
  SH_HIT_NOTHING,
  SH_HIT_VEIN,
  SH_HIT_VALVE,
  SH_HIT_LEVEL, /* the slice's level line on the leg */
  SH_HIT_MUSCLE
} ShHitKind;

typedef struct
{
  ShHitKind kind;
  int id; /* ShVein or ShValve */
} ShHit;

/** The parts of the moving layer, in the order in which they are drawn. */
typedef enum
{
  SH_PART_BODY,
  SH_PART_LEADERS, /* with the level */
  SH_PART_VEINS,
  SH_PART_CELLS, /* with the valves */
  SH_PART_FRONT, /* what covers the veins, and the badges */
  SH_PART_SLICE,
  SH_PART_FIGURE,
  SH_PART_LENS,
  SH_N_PARTS
} ShStagePart;
/** Is told whenever a part of the moving layer has been drawn. */
typedef void (*ShStageWatch) (ShStagePart part, gpointer user_data);

/** What the last drawn moving layer still waits for. */
typedef enum
{
  SH_PENDING_NOTHING, /* it is what it should be */
  SH_PENDING_WAITING, /* something stands in for what is being painted */
  SH_PENDING_READY    /* drawn again, it would be better */
} ShPending;

/** What a lesson can point at in the picture. */
typedef enum
{
  SH_TARGET_NOTHING,
  SH_TARGET_VALVE,
  SH_TARGET_VEIN,
  SH_TARGET_MUSCLE, /* the calf's belly; in the slice alone, all of it */
  SH_TARGET_SLICE,  /* beside the leg */
  SH_TARGET_FIGURE,
  SH_TARGET_HEART,    /* of the small figure */
  SH_TARGET_PRESSURE, /* these three are numbers beside two legs */
  SH_TARGET_VOLUME,
  SH_TARGET_SWELLING
} ShTargetKind;

typedef struct
{
  ShTargetKind kind;
  ShValve valve; /* of SH_TARGET_VALVE */
  ShVein vein;   /* of SH_TARGET_VEIN */
} ShTarget;
