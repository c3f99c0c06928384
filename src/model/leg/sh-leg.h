/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-frame.h"
#include "sh-scenario.h"
#include "sh-status.h"

/** The leg: the state of every vein and valve, and the scenario it lives by. Opaque. */
typedef struct ShLeg ShLeg;

/** Makes a leg, settled and still in the default scenario. NULL when memory is out. */
ShLeg *sh_leg_new (void);
void sh_leg_free (ShLeg *leg);

/** Makes @copy an exact copy of @leg: both go on alike. */
void sh_leg_copy (ShLeg *copy, const ShLeg *leg);

/**
 * Starts a run: the person of @scenario has been at rest in its posture until nothing changes any
 * more, interstitial water at its morning value; time is 0 and the activity is about to start.
 * Returns SH_STATUS_OK, or the reason why the scenario cannot be run (the leg is then unchanged).
 */
ShStatus sh_leg_reset (ShLeg *leg, const ShScenario *scenario);

/**
 * Changes what the leg does from now on, keeping blood, water and time: a control was moved. A new
 * activity or posture starts at phase 0; a new pace goes on from the present phase.
 */
ShStatus sh_leg_configure (ShLeg *leg, const ShScenario *scenario);

/** The scenario the leg lives by at present. */
const ShScenario *sh_leg_scenario (const ShLeg *leg);

/**
 * Lets @seconds pass. What is read then is of that very instant, to a nanosecond, and does not
 * depend on how many calls it took; parts of a nanosecond are carried over. Allocates nothing.
 */
void sh_leg_advance (ShLeg *leg, double seconds);

/** The same up to @time_s seconds after the reset, without anything to carry over; does nothing
 * when that has passed. */
void sh_leg_advance_to (ShLeg *leg, double time_s);

/** Copies all numbers of the present instant. Flows are those of the last step; for the exact means
 * between two frames see sh_frame_average_flows. */
void sh_leg_read (const ShLeg *leg, ShFrame *frame);

/**
 * Puts an even pressure from outside over the calf between ankle and knee, deep and superficial
 * alike, as a cuff of the vascular laboratory does; 0 takes it off. It stays until it is changed or
 * the leg is reset. Used by the clinic floor, never by a scenario.
 */
void sh_leg_set_cuff_mmhg (ShLeg *leg, double pressure_mmhg);

/** Mean velocity in the vein just at @valve, in cm/s, + in its working direction: what a duplex
 * probe placed there shows. */
double sh_leg_valve_velocity_cm_s (const ShLeg *leg, ShValve valve);

/**
 * How open the way is that leaking valves of @scenario leave to blood from above down to the middle
 * of the calf: the tightest valve on the loosest way, 0 (a valve holds) … 1. Perforators are no way
 * down; valves of treated veins and of those behind a tourniquet count as tight.
 */
double sh_leg_calf_column (const ShScenario *scenario);
