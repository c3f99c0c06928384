/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-equations.h"
#include "sh-leg.h"
#include "sh-solver.h"

/* The inside of a leg, for the model floor and its tests only. A leg is one plain block of memory
 * without pointers: copying it copies everything. */

/** What the second-order step remembers of the step before. */
typedef struct
{
  bool known; /* false: the next step starts anew */
  double dt;
  double flow_ml_s[SH_N_LINKS];
  double opening[SH_N_VALVED_LINKS];
  double valve_rate[SH_N_VALVED_LINKS];
  double press_mmhg[SH_N_PRESSES]; /* what the presses aimed at */
  /* The flows by which blood was really moved: see sh-flow-step.c. */
  double effective_ml_s[SH_N_LINKS];
  double inflow_ml_s[SH_N_SEGMENTS];
  double filtration_ml_s[SH_N_SEGMENTS];
  double gain_ml_s[SH_N_SEGMENTS];
} ShHistory;

struct ShLeg
{
  ShScenario scenario;
  ShTuning tuning;
  ShNetwork network;
  ShSolver solver;
  ShEffort effort;
  ShState state;
  double pressure_mmhg[SH_N_SEGMENTS];
  ShExchange exchange;
  ShHistory history;
  double morning_blood_ml; /* below the knee, settled lying: swelling refers to it */

  long long steps; /* since the reset */
  double still_s;  /* since something last jumped */
  double carry_s;  /* rest of sh_leg_advance */
  double phase;    /* 0…1 */
  int cycles;
  bool moving;
  double breath_turns;
  double cuff_mmhg;

  ShFlowTotals totals;
  ShPose pose_from; /* the pose when a control last changed the movement */
  double pose_s;    /* time since then */
};

/** The links that cross the section below the knee: what goes up and what falls back there. */
#define SH_N_SECTION_LINKS 5
extern const int sh_section_links[SH_N_SECTION_LINKS];

/** What drives the equations now. */
void sh_leg_drive (const ShLeg *leg, ShDrive *drive);

/** The hydraulic part of one step of @dt seconds: pressures, flows, volumes, valves. Splits itself
 * where a volume would change too much at once. */
void sh_leg_flow_step (ShLeg *leg, const ShDrive *drive, double dt);

/** All that leaves for the heart, given the flows of all links, mL/s. */
double sh_leg_outflow_ml_s (const ShLeg *leg, const double *flow_ml_s);

/** Finds the settled state of the network at rest, water kept. Returns false when none was found.
 */
bool sh_leg_settle (ShLeg *leg);

/** Lets the leg live by other calibrated numbers from the next reset on: for the calibration. */
void sh_leg_set_tuning (ShLeg *leg, const ShTuning *tuning);
