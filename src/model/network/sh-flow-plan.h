/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-network.h"

/* The network's constants once more, laid out for the innermost loops of the stepper: one array for
 * each number instead of one struct for each vein, so that processors compute several at once, and
 * what divides is divided beforehand. Made from the network; whoever changes that makes it anew. */

/** The compartments' numbers, see ShCompartment. */
typedef struct
{
  double round_ml[SH_N_SEGMENTS];
  double per_round_ml[SH_N_SEGMENTS];
  double per_stretch_ml[SH_N_SEGMENTS];
  double stiffness_mmhg[SH_N_SEGMENTS];
  double stretch_start[SH_N_SEGMENTS];
  double damping[SH_N_SEGMENTS];
  double reference_ml[SH_N_SEGMENTS];
  double full_ml[SH_N_SEGMENTS];       /* where the law of the stretched wall bends away */
  double least_room_ml[SH_N_SEGMENTS]; /* what may be filled in beyond that */
  /* Pressure from outside: a steady part and what each press, the belly and a cuff add. */
  double outside_mmhg[SH_N_SEGMENTS];
  double press[SH_N_PRESSES][SH_N_SEGMENTS];
  double belly[SH_N_SEGMENTS];
  double cuff[SH_N_SEGMENTS];
  double drains[SH_N_TISSUES][SH_N_SEGMENTS]; /* 1 where it drains that tissue, else 0 */
} ShTubes;

/** The links' numbers, see ShPipe. */
typedef struct
{
  unsigned char from[SH_N_LINKS];
  unsigned char to[SH_N_LINKS];
  unsigned char donor_back[SH_N_LINKS]; /* whose calibre counts when blood falls back */
  double resistance[SH_N_LINKS];
  double jet[SH_N_LINKS];
  double jet_back[SH_N_LINKS];
  double inertance[SH_N_LINKS];
  double drop_mmhg[SH_N_LINKS];
  double leak[SH_N_LINKS]; /* 1 where there is no valve */
  double per_slip_ml[SH_N_LINKS];
  double lets[SH_N_LINKS]; /* 0 where the link is shut, else 1 */
} ShPipes;

typedef struct
{
  ShTubes tubes;
  ShPipes pipes;
} ShFlowPlan;

/** Lays out the numbers of @network. */
void sh_flow_plan_init (ShFlowPlan *plan, const ShNetwork *network);
