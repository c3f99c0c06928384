/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-model.h"

/**
 * What happens in the leg, as one of a small number of situations that each have their own words.
 * A situation follows slow facts (what the person does, how the leg is built, whether the veins
 * refill) and never a single beat, so that a caption does not flicker.
 */
typedef enum
{
  SH_SITUATION_LYING,
  SH_SITUATION_LYING_DOWN, /* just now: the leg's blood still runs out */
  SH_SITUATION_LYING_SWOLLEN,
  SH_SITUATION_LEG_UP,
  SH_SITUATION_LEG_UP_SWOLLEN,
  SH_SITUATION_SITTING,
  SH_SITUATION_SITTING_LEAKING,
  SH_SITUATION_SITTING_LONG,
  SH_SITUATION_STANDING,
  SH_SITUATION_STANDING_LEAKING,
  SH_SITUATION_STANDING_STOCKING,
  SH_SITUATION_STANDING_WATER,
  SH_SITUATION_STANDING_LONG,
  SH_SITUATION_REFILLING,
  SH_SITUATION_REFILLING_LEAKING,
  SH_SITUATION_REFILLING_LEAKING_SLOW, /* through leaks that let little back */
  SH_SITUATION_ANKLE_PUMPS,
  SH_SITUATION_ANKLE_PUMPS_LYING,
  SH_SITUATION_HEEL_RAISES,
  SH_SITUATION_WALKING,
  SH_SITUATION_HIKING,
  SH_SITUATION_STAIRS,
  SH_SITUATION_CYCLING,
  SH_SITUATION_CYCLING_FLAT,
  SH_SITUATION_RUNNING,
  SH_SITUATION_SWIMMING,
  SH_SITUATION_MOVING_WATER,       /* in water to the knee or higher */
  SH_SITUATION_MOVING_STARTING,    /* the pump has not yet brought the pressure down */
  SH_SITUATION_MOVING_LABORS,      /* and does not bring it far down */
  SH_SITUATION_MOVING_SMALL,       /* the ankle hardly moves, or hardly any effort */
  SH_SITUATION_MOVING_WEAK,        /* weak calf */
  SH_SITUATION_MOVING_WEAK_COPING, /* weak calf, but the pressure is low */
  SH_SITUATION_MOVING_STOCKING,    /* healthy valves, with a stocking */
  SH_SITUATION_MOVING_SWOLLEN,     /* blood has left, water has not */
  SH_SITUATION_MOVING_SUPERFICIAL, /* which valves leak */
  SH_SITUATION_MOVING_DEEP,
  SH_SITUATION_MOVING_PERFORATOR,
  SH_SITUATION_MOVING_LEAKS,          /* several groups leak */
  SH_SITUATION_MOVING_LEAKS_COPING,   /* any leak, but the pressure is low */
  SH_SITUATION_MOVING_LEAKS_STOCKING, /* any leak, with a stocking */
  SH_SITUATION_MOVING_LEAKS_LYING,    /* any leak, and no column above it */
  SH_SITUATION_MOVING_CLOSED,         /* the leaking vein is closed */
  SH_SITUATION_MOVING_TOURNIQUET,     /* superficial leaks behind a tourniquet */
  SH_SITUATION_MOVING_CLOT,           /* narrowed deep veins */
  SH_SITUATION_MOVING_CLOT_COPING,    /* the same, but the pressure is low */
  SH_N_SITUATIONS,
  SH_SITUATION_NONE = -1
} ShSituation;

/** What the words of a situation say about the pressure at the ankle. */
typedef enum
{
  SH_CLAIM_NONE,
  SH_CLAIM_LOW, /* low, near normal, hardly any */
  SH_CLAIM_HIGH /* high, raised, falls little */
} ShClaim;

/** What a situation claims, in either wording. */
ShClaim sh_situation_claim (ShSituation situation);
/** Whether an ankle pressure may be called that in the posture of @frame. The two overlap: what
 * lies between a healthy walker's and a leaking one's may be called either. */
bool sh_claim_holds (ShClaim claim, const ShFrame *frame, double ankle_mmhg);

/**
 * The situation of @frame in the life of @scenario. What it claims holds for the pressure shown.
 *
 * @ankle_mmhg: the pressure at the ankle as the reader is shown it, a mean over about two steps;
 * NaN to take the instant's
 * @previous: the situation shown before, SH_SITUATION_NONE at first; it is left a little later
 * than it was entered, so that a value at a limit does not make the words change to and fro
 */
ShSituation sh_situation (const ShFrame *frame,
                          const ShScenario *scenario,
                          double ankle_mmhg,
                          ShSituation previous);

/** The groups of veins with a valve that leaks enough to be spoken of, as bits 1u << ShGroup;
 * valves of closed veins do not count. */
unsigned sh_leaking_groups (const ShScenario *scenario);

/** The ankle's vein pressure when nothing moves: the column of blood up to the heart, in mmHg. */
double sh_still_ankle_mmhg (const ShFrame *frame);
