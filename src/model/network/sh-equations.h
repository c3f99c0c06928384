/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-network.h"
#include "sh-tube-law.h"
#include "sh-valve-law.h"

/* The equations of the leg: what changes (ShState), what drives it (ShDrive), and how fast
 * (sh_equations_rates). The stepper and the independent integrator of the tests both use these. */

/** Everything that the equations change. */
typedef struct
{
  double volume_ml[SH_N_SEGMENTS];
  double flow_ml_s[SH_N_LINKS];
  double opening[SH_N_VALVED_LINKS]; /* 0 closed … 1 open */
  double press_mmhg[SH_N_PRESSES];   /* pressure of each muscle and of the sole */
  double hyperaemia;                 /* muscle inflow, times rest */
  double tone[SH_N_TISSUES];         /* arterial inflow left by the veno-arteriolar reflex, 0…1 */
  double water_ml[SH_N_TISSUES];     /* above the morning value */
  double strain;                     /* metabolites in the calf muscle: 1 is that of running */
  double muscle_water_ml;            /* the part of the calf's water that they hold in the muscle */
  double ankle_minutes_mmhg;         /* ankle pressure of the last minutes: nothing follows it */
} ShState;

/** What drives the equations at one instant. */
typedef struct
{
  double press_mmhg[SH_N_PRESSES]; /* what each muscle aims at */
  double hyperaemia;               /* what the muscle inflow aims at */
  double strain;                   /* what the calf's metabolites aim at: 1 when running */
  double atrium_mmhg;
  double belly_mmhg;
  double activity;  /* 0 still … 1 moving: lymph */
  double cuff_mmhg; /* pressure of a cuff around the calf, for the clinic's tests */
} ShDrive;

/** Volume of a compartment at a transmural pressure: the inverse of sh_tube_pressure. */
double sh_tube_volume (const ShCompartment *compartment, double pressure_mmhg);

/** Pressure from outside on a compartment, mmHg. */
double
sh_outside_mmhg (const ShNetwork *network, const ShState *state, const ShDrive *drive, int i);

/** The jet loss of a link for flow in the direction of @flow_ml_s, mmHg s2/mL2. */
static inline double
sh_pipe_jet (const ShPipe *pipe, double flow_ml_s)
{
  return flow_ml_s < 0.0 ? pipe->jet_back : pipe->jet;
}

/** What leaves and enters one compartment through capillaries. */
typedef struct
{
  double inflow_ml_s[SH_N_SEGMENTS];
  double filtration_ml_s[SH_N_SEGMENTS];
  double lymph_ml_s[SH_N_TISSUES];
  double drawn_ml_s; /* the part of the filtration that metabolites draw into the calf muscle */
} ShExchange;

/** Arterial inflow, filtration and lymph at the venous pressures @pressure_mmhg. */
void sh_exchange (const ShNetwork *network,
                  const ShState *state,
                  const ShDrive *drive,
                  const double pressure_mmhg[SH_N_SEGMENTS],
                  ShExchange *exchange);

/** Moves the pressures of muscles and sole toward what drives them: @goal_before at the start of
 * the step and @drive at its end. */
void sh_press_step (ShState *state, const double *goal_before, const ShDrive *drive, double dt);

/** The pressure at the ankle's measuring place. A treated vein holds no column; the ankle then
 * shows what the foot's veins carry. */
double sh_ankle_mmhg (const ShNetwork *network, const double pressure_mmhg[SH_N_SEGMENTS]);

/** Moves tone, hyperaemia and the ankle's mean by @dt and takes lymph from the water; the slow laws
 * of the leg. */
void sh_slow_step (const ShNetwork *network,
                   ShState *state,
                   const ShDrive *drive,
                   const double pressure_mmhg[SH_N_SEGMENTS],
                   const ShExchange *exchange,
                   double dt);
