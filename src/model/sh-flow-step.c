/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-leg-private.h"

/* One step of the hydraulic equations, linearly implicit (one Newton step of backward Euler):
 *
 *   link      L dq/dt = p_from - p_to + rho g (z_from - z_to) - R q - B |q| q
 *   vein      dV/dt   = sum of flows + inflow - filtration
 *   pressure  p       = P_outside + P_tube(V) + damping dV/dt
 *
 * Eliminating flows and volumes leaves one symmetric positive definite system for the pressures.
 * Volumes are then moved by the very flows that were found, so blood is conserved to rounding. */

/* A compartment may lose or fill this part of what it has to lose or fill in one step. */
#define SH_LARGEST_CHANGE 0.5
#define SH_DEEPEST_SPLIT 10

/** Work space of one step. */
typedef struct
{
  double tube_mmhg[SH_N_SEGMENTS];
  double outside_mmhg[SH_N_SEGMENTS];
  double storage[SH_N_SEGMENTS];  /* dV per dp */
  double narrow[SH_N_SEGMENTS];   /* (reference / V)^2 */
  double source[SH_N_SEGMENTS];   /* inflow - filtration */
  double conductance[SH_N_LINKS]; /* dq per dp */
  double push[SH_N_LINKS];        /* flow without pressure difference */
  double flow[SH_N_LINKS];
  double volume[SH_N_SEGMENTS];
  double entry[SH_SOLVER_MAX_ENTRIES];
  double x[SH_N_SEGMENTS];
} ShWork;

static void
weigh_compartments (const ShLeg *leg, const ShDrive *drive, double dt, ShWork *w)
{
  const ShSolver *solver = &leg->solver;

  memset (w->entry, 0, sizeof w->entry);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &leg->network.compartment[i];
      double volume = leg->state.volume_ml[i];
      double slope, ratio = c->reference_ml / volume;
      int k = solver->position[i];

      w->tube_mmhg[i] = sh_tube_pressure (c, volume, &slope);
      w->outside_mmhg[i] = sh_outside_mmhg (&leg->network, &leg->state, drive, i);
      w->storage[i] = 1.0 / (slope * dt + c->damping);
      w->narrow[i] = ratio * ratio;
      w->source[i] = leg->exchange.inflow_ml_s[i] - leg->exchange.filtration_ml_s[i];
      w->entry[k] = w->storage[i];
      w->x[k] = w->storage[i] * (w->outside_mmhg[i] + w->tube_mmhg[i]) + w->source[i];
    }
}

static void
weigh_links (const ShLeg *leg, const ShDrive *drive, double dt, ShWork *w)
{
  const ShSolver *solver = &leg->solver;
  double per_dt = 1.0 / dt;

  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      double q = leg->state.flow_ml_s[e];
      double size = fabs (q);
      double narrow =
          q < 0.0 && pipe->to != SH_RIGHT_ATRIUM ? w->narrow[pipe->to] : w->narrow[pipe->from];
      double zeta = e < SH_N_VALVED_LINKS ? leg->state.opening[e] : 1.0;
      double shut = 1.0 / (pipe->leak + (1.0 - pipe->leak) * zeta);
      double jet = pipe->jet * narrow * shut * shut * size;
      double inertance = pipe->inertance * per_dt;
      double g =
          pipe->shut ? 0.0 : 1.0 / (inertance + pipe->resistance * narrow * shut + 2.0 * jet);
      double h = g * ((inertance + jet) * q + pipe->drop_mmhg);
      int from = solver->position[pipe->from];

      w->conductance[e] = g;
      w->push[e] = h;
      w->entry[from] += g;
      w->x[from] -= h;
      if (pipe->to == SH_RIGHT_ATRIUM)
        w->x[from] += g * drive->atrium_mmhg;
      else
        {
          int to = solver->position[pipe->to];

          w->entry[to] += g;
          w->x[to] += h;
          w->entry[solver->entry_of_link[e]] -= g;
        }
    }
}

static void
move_blood (const ShLeg *leg, const ShDrive *drive, double dt, ShWork *w)
{
  double gain[SH_N_SEGMENTS + 1];

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    gain[i] = w->source[i];
  gain[SH_RIGHT_ATRIUM] = 0.0;
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      double to =
          pipe->to == SH_RIGHT_ATRIUM ? drive->atrium_mmhg : w->x[leg->solver.position[pipe->to]];
      double q = w->push[e] + w->conductance[e] * (w->x[leg->solver.position[pipe->from]] - to);

      w->flow[e] = q;
      gain[pipe->from] -= q;
      gain[pipe->to] += q;
    }
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    w->volume[i] = leg->state.volume_ml[i] + dt * gain[i];
}

/** Whether the step went so far that the linearised tube law cannot be trusted. */
static bool
too_far (const ShLeg *leg, const ShWork *w)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &leg->network.compartment[i];
      double before = leg->state.volume_ml[i];
      double room = c->round_ml + c->stretch_ml - before;

      if (w->volume[i] < before * (1.0 - SH_LARGEST_CHANGE) ||
          w->volume[i] > before + SH_LARGEST_CHANGE * room)
        return true;
    }
  return false;
}

const int sh_section_links[SH_N_SECTION_LINKS] = { SH_VALVE_POPLITEAL_1, SH_VALVE_GASTROCNEMIUS_1,
                                                   SH_VALVE_SMALL_SAPHENOUS_2,
                                                   SH_VALVE_GREAT_SAPHENOUS_3, SH_LINK_COLLATERAL };

static void
count_section (ShLeg *leg, double dt)
{
  for (int k = 0; k < SH_N_SECTION_LINKS; k++)
    {
      double q = leg->state.flow_ml_s[sh_section_links[k]];

      if (q > 0.0)
        leg->totals.below_knee_up_ml += q * dt;
      else
        leg->totals.below_knee_down_ml -= q * dt;
    }
}

double
sh_leg_outflow_ml_s (const ShLeg *leg)
{
  return leg->state.flow_ml_s[SH_LINK_ILIAC_TO_ATRIUM] +
         leg->state.flow_ml_s[SH_LINK_PELVIC_COLLATERAL];
}

static void
count_flows (ShLeg *leg, double dt)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      leg->totals.inflow_ml += leg->exchange.inflow_ml_s[i] * dt;
      leg->totals.filtration_ml += leg->exchange.filtration_ml_s[i] * dt;
    }
  leg->totals.outflow_ml += sh_leg_outflow_ml_s (leg) * dt;
  count_section (leg, dt);
}

static void
move_valves (ShLeg *leg, double dt)
{
  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      double drop = leg->pressure_mmhg[pipe->from] - leg->pressure_mmhg[pipe->to] + pipe->drop_mmhg;
      double a = 0.5 * dt * sh_valve_rate (drop);
      double *opening = &leg->state.opening[e];

      /* The exact solution's second-order rational approximation keeps 0…1 for a below 1. */
      if (a >= 0.0)
        *opening = 1.0 - (1.0 - *opening) * (a < 1.0 ? (1.0 - a) / (1.0 + a) : 0.0);
      else
        *opening *= a > -1.0 ? (1.0 + a) / (1.0 - a) : 0.0;
    }
}

static void
flow_step (ShLeg *leg, const ShDrive *drive, double dt, int depth)
{
  ShWork w;

  weigh_compartments (leg, drive, dt, &w);
  weigh_links (leg, drive, dt, &w);
  sh_solver_solve (&leg->solver, w.entry, w.x);
  move_blood (leg, drive, dt, &w);
  if (depth < SH_DEEPEST_SPLIT && too_far (leg, &w))
    {
      flow_step (leg, drive, 0.5 * dt, depth + 1);
      flow_step (leg, drive, 0.5 * dt, depth + 1);
      return;
    }
  memcpy (leg->state.volume_ml, w.volume, sizeof w.volume);
  memcpy (leg->state.flow_ml_s, w.flow, sizeof w.flow);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    leg->pressure_mmhg[i] = w.x[leg->solver.position[i]];
  count_flows (leg, dt);
  move_valves (leg, dt);
}

void
sh_leg_flow_step (ShLeg *leg, const ShDrive *drive, double dt)
{
  sh_exchange (&leg->network, &leg->state, drive, leg->pressure_mmhg, &leg->exchange);
  flow_step (leg, drive, dt, 0);
}
