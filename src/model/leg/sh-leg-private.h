/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdint.h>

#include "sh-equations.h"
#include "sh-flow-plan.h"
#include "sh-leg.h"

/* The inside of a leg, for the model floor and its tests only. A leg is one plain block of memory
 * without pointers: copying it copies everything.
 *
 * Time is counted in whole nanoseconds since the reset, so that no rounding depends on how often
 * the leg is looked at. The integration runs ahead of what is shown by part of a step: @head is
 * where it has come to, @before where it was one step earlier, and the instant shown lies between
 * the two. */

#define SH_NS_PER_S 1000000000

/** What the whole leg exchanges at one instant, mL/s. */
typedef struct
{
  double inflow_ml_s;
  double filtration_ml_s;
  double lymph_ml_s;
} ShSums;

/** All that one instant of the integration holds. Rows of numbers only, so that two can be mixed.
 */
typedef struct
{
  ShState state;
  double pressure_mmhg[SH_N_SEGMENTS];
  ShSums sums;
  ShFlowTotals totals;
} ShMoment;

/** The links that cross the section below the knee: what goes up and what falls back there. */
#define SH_N_SECTION_LINKS 5
extern const int sh_section_links[SH_N_SECTION_LINKS];

/** The flows by which blood was really moved in the last step, where they are counted; mL/s. */
typedef struct
{
  double inflow;
  double outflow;
  double filtration[SH_N_TISSUES];
  double section[SH_N_SECTION_LINKS];
} ShCounted;

/** What the second-order step remembers of the steps before. */
typedef struct
{
  int known; /* steps remembered, 0…2; with 0 the next step starts anew */
  double dt; /* of the last step, s */
  double dt_before;
  double valve_rate[SH_N_VALVED_LINKS];
  double valve_rate_before[SH_N_VALVED_LINKS];
  double press_mmhg[SH_N_PRESSES]; /* what the presses aimed at */
  /* The flows by which blood was really moved in the last steps: see sh-flow-step.c. */
  double gain_ml_s[SH_N_SEGMENTS];
  double gain_before_ml_s[SH_N_SEGMENTS];
  ShCounted counted;
} ShHistory;

/** How finely the leg is integrated: see sh-leg-stride.c. */
typedef struct
{
  double tolerance_mmhg;
  int64_t shortest_ns;
  int64_t longest_ns;       /* while moving */
  int64_t longest_still_ns; /* while still */
} ShFineness;

struct ShLeg
{
  ShScenario scenario;
  ShTuning tuning;
  ShNetwork network;
  ShFlowPlan plan;
  ShEffort effort;
  ShFineness fineness;

  ShMoment head;
  ShMoment before;
  ShExchange exchange; /* at the head */
  ShHistory history;
  int64_t now_ns; /* the instant shown: before_ns <= now_ns <= head_ns */
  int64_t head_ns;
  int64_t before_ns;
  int64_t stride_ns; /* the next step, when nothing cuts it short */
  double carry_s;    /* rest of sh_leg_advance, below a nanosecond */
  long long steps;   /* taken since the reset, for the tests */
  long long tries;   /* the same with those that were thrown away */

  bool moving;
  int64_t origin_ns;   /* when the movement was last started or changed, */
  double origin_phase; /* how far its cycle was then, 0…1, */
  int origin_cycles;   /* and how many cycles were done */
  int64_t end_ns;      /* when the last repetition ends; never, when that is far away */
  double cuff_mmhg;

  double morning_blood_ml; /* below the knee, settled lying: swelling refers to it */
  ShPose pose_from;        /* the pose when a control last changed the movement */
  int64_t pose_from_ns;    /* and when that was */
};

/** Where the movement is in its cycle, and how many cycles are done, at an instant. */
typedef struct
{
  double phase;
  int cycles;
} ShBeat;

/** The movement @time_s seconds after the reset. */
ShBeat sh_leg_beat_at (const ShLeg *leg, double time_s);

/** What drives the equations @time_s seconds after the reset. */
void sh_leg_drive_at (const ShLeg *leg, double time_s, ShDrive *drive);

/** The state at the instant shown. */
void sh_leg_now (const ShLeg *leg, ShMoment *moment);

/** Takes the integration back to the instant shown and forgets its past: something jumps there. */
void sh_leg_start_anew (ShLeg *leg);

/** Takes one step of a length that the error allows, ending at @limit_ns at the latest. */
void sh_leg_stride (ShLeg *leg, int64_t limit_ns);

/** The steps of everyday use. */
extern const ShFineness sh_fineness_usual;

/** The hydraulic part of one step of @dt seconds: pressures, flows, volumes, valves.
 *
 * Returns the error: how far the pressures went off their straight course, mmHg, at most
 * @allowed_mmhg; more, or that no volumes were found, means that nothing has been changed and a
 * shorter step must be tried. */
double sh_leg_flow_try (ShLeg *leg, const ShDrive *drive, double dt, double allowed_mmhg);

/** The same by a step without a past, which halves itself where it finds no volumes and always
 * comes to an end. */
void sh_leg_flow_plain (ShLeg *leg, const ShDrive *drive, double dt);

/** All that leaves for the heart, given the flows of all links, mL/s. */
double sh_leg_outflow_ml_s (const double *flow_ml_s);

/** Sums up the lymph of the present exchange. */
void sh_leg_sum_lymph (ShLeg *leg);

/** Finds the settled state of the network at rest, water kept. Returns false when none was found.
 */
bool sh_leg_settle (ShLeg *leg);

/** Lets the leg live by other calibrated numbers from the next reset on: for the calibration. */
void sh_leg_set_tuning (ShLeg *leg, const ShTuning *tuning);

/** Lets the leg be integrated in other steps, kept over resets: for the tests. */
void sh_leg_set_fineness (ShLeg *leg, const ShFineness *fineness);
