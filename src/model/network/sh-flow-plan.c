/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-flow-plan.h"

#include <string.h>

#include "sh-equations.h"

static void
lay_out_tube (ShTubes *tubes, const ShCompartment *c, int i)
{
  tubes->round_ml[i] = c->round_ml;
  tubes->per_round_ml[i] = c->per_round_ml;
  tubes->per_stretch_ml[i] = c->per_stretch_ml;
  tubes->stiffness_mmhg[i] = c->stiffness_mmhg;
  tubes->stretch_start[i] = c->stretch_start;
  tubes->damping[i] = c->damping;
  tubes->reference_ml[i] = c->reference_ml;
  tubes->full_ml[i] = c->round_ml + SH_LARGEST_STRETCH * c->stretch_ml;
  tubes->least_room_ml[i] = 0.1 * c->stretch_ml;
  for (int t = 0; t < SH_N_TISSUES; t++)
    tubes->drains[t][i] = (int) c->tissue == t ? 1.0 : 0.0;
}

/** The pressure from outside is a weighted sum; its weights are found by asking for it with one
 * thing pressing at a time. */
static void
lay_out_outside (ShTubes *tubes, const ShNetwork *network, int i)
{
  ShState state;
  ShDrive drive;
  double none;

  memset (&state, 0, sizeof state);
  memset (&drive, 0, sizeof drive);
  none = sh_outside_mmhg (network, &state, &drive, i);
  tubes->outside_mmhg[i] = none;
  for (int k = 0; k < SH_N_PRESSES; k++)
    {
      state.press_mmhg[k] = 1.0;
      tubes->press[k][i] = sh_outside_mmhg (network, &state, &drive, i) - none;
      state.press_mmhg[k] = 0.0;
    }
  drive.belly_mmhg = 1.0;
  tubes->belly[i] = sh_outside_mmhg (network, &state, &drive, i) - none;
  drive.belly_mmhg = 0.0;
  drive.cuff_mmhg = 1.0;
  tubes->cuff[i] = sh_outside_mmhg (network, &state, &drive, i) - none;
}

static void
lay_out_pipe (ShPipes *pipes, const ShPipe *pipe, int e)
{
  pipes->from[e] = (unsigned char) pipe->from;
  pipes->to[e] = (unsigned char) pipe->to;
  pipes->donor_back[e] = (unsigned char) (pipe->to == SH_RIGHT_ATRIUM ? pipe->from : pipe->to);
  pipes->resistance[e] = pipe->resistance;
  pipes->jet[e] = pipe->jet;
  pipes->jet_back[e] = pipe->jet_back;
  pipes->inertance[e] = pipe->inertance;
  pipes->drop_mmhg[e] = pipe->drop_mmhg;
  pipes->leak[e] = e < SH_N_VALVED_LINKS ? pipe->leak : 1.0;
  pipes->per_slip_ml[e] = pipe->per_slip_ml;
  pipes->lets[e] = pipe->shut ? 0.0 : 1.0;
}

void
sh_flow_plan_init (ShFlowPlan *plan, const ShNetwork *network)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      lay_out_tube (&plan->tubes, &network->compartment[i], i);
      lay_out_outside (&plan->tubes, network, i);
    }
  for (int e = 0; e < SH_N_LINKS; e++)
    lay_out_pipe (&plan->pipes, &network->pipe[e], e);
}
