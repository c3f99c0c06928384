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

/* The linearised tube law is trusted over this part of a compartment's volume, and of what it can
 * still take up; a larger change is found by Newton's iteration. */
#define SH_TRUSTED_PART 0.2
/* How far one iteration may go, and when it has arrived. */
#define SH_LONGEST_STRIDE 0.6
#define SH_ARRIVED_PART 1e-4
#define SH_MOST_ITERATIONS 30
#define SH_DEEPEST_SPLIT 8
/* The long steps of settling move valves by no more than this. */
#define SH_LONGEST_VALVE_S 0.05

/** Work space of one step. */
typedef struct
{
  double guess[SH_N_SEGMENTS];   /* volumes at which the tube law is linearised */
  double still[SH_N_SEGMENTS];   /* pressure if the volume stayed as it was */
  double storage[SH_N_SEGMENTS]; /* net inflow per dp */
  double outside_mmhg[SH_N_SEGMENTS];
  double narrow[SH_N_SEGMENTS];   /* (reference / V)^2 */
  double source[SH_N_SEGMENTS];   /* inflow - filtration */
  double conductance[SH_N_LINKS]; /* dq per dp */
  double push[SH_N_LINKS];        /* flow without pressure difference */
  double flow[SH_N_LINKS];
  double volume[SH_N_SEGMENTS];
  double entry[SH_SOLVER_MAX_ENTRIES];
  double x[SH_N_SEGMENTS];
} ShWork;

/** What does not change while Newton's iteration looks for the volumes. */
static void
prepare (const ShLeg *leg, const ShDrive *drive, ShWork *w)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      double volume = leg->state.volume_ml[i];
      double ratio = leg->network.compartment[i].reference_ml / volume;

      w->guess[i] = volume;
      w->outside_mmhg[i] = sh_outside_mmhg (&leg->network, &leg->state, drive, i);
      w->narrow[i] = sh_narrow (ratio);
      w->source[i] = leg->exchange.inflow_ml_s[i] - leg->exchange.filtration_ml_s[i];
    }
}

/** The tube law of every compartment, linearised at the guess, into the system. */
static void
weigh_compartments (const ShLeg *leg, double dt, ShWork *w)
{
  memset (w->entry, 0, sizeof w->entry);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &leg->network.compartment[i];
      double slope, tube = sh_tube_pressure (c, w->guess[i], &slope);
      int k = leg->solver.position[i];

      w->still[i] = w->outside_mmhg[i] + tube + slope * (leg->state.volume_ml[i] - w->guess[i]);
      w->storage[i] = 1.0 / (slope * dt + c->damping);
      w->entry[k] = w->storage[i];
      w->x[k] = w->storage[i] * w->still[i] + w->source[i];
    }
}

/** How much each link lets through per mmHg, inertia and jets included. */
static void
prepare_links (const ShLeg *leg, double dt, ShWork *w)
{
  double per_dt = 1.0 / dt;

  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      double q = leg->state.flow_ml_s[e];
      double size = fabs (q);
      int donor = q < 0.0 && pipe->to != SH_RIGHT_ATRIUM ? pipe->to : pipe->from;
      double narrow = w->narrow[donor];
      double open =
          e < SH_N_VALVED_LINKS ? pipe->leak + (1.0 - pipe->leak) * leg->state.opening[e] : 1.0;
      /* Resistance grows with 1/opening, the jet's loss with 1/opening^2; both sides are multiplied
       * by opening^2, so that one division does. */
      double jet = pipe->jet * narrow * size;
      double inertance = pipe->inertance * per_dt * open * open;
      double g =
          pipe->shut ? 0.0 : 1.0 / (inertance + pipe->resistance * narrow * open + 2.0 * jet);

      w->conductance[e] = g * open * open;
      w->push[e] = g * ((inertance + jet) * q + open * open * pipe->drop_mmhg);
    }
}

static void
weigh_links (const ShLeg *leg, const ShDrive *drive, ShWork *w)
{
  const ShSolver *solver = &leg->solver;

  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      int from = solver->position[pipe->from];
      double g = w->conductance[e];

      w->entry[from] += g;
      w->x[from] -= w->push[e];
      if (pipe->to == SH_RIGHT_ATRIUM)
        w->x[from] += g * drive->atrium_mmhg;
      else
        {
          int to = solver->position[pipe->to];

          w->entry[to] += g;
          w->x[to] += w->push[e];
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

/** How far a tube may still be filled before its law bends away. */
static double
room_of (const ShCompartment *c, double volume)
{
  double room = c->round_ml + SH_LARGEST_STRETCH * c->stretch_ml - volume;

  return room > 0.1 * c->stretch_ml ? room : 0.1 * c->stretch_ml;
}

/** Whether the volumes found lie so near the guess that its linearisation holds for them. */
static bool
arrived (const ShLeg *leg, const ShWork *w, double part)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &leg->network.compartment[i];
      double change = w->volume[i] - w->guess[i];
      double room = room_of (c, w->guess[i]);

      if (fabs (change) > part * w->guess[i] || change > part * room)
        return false;
    }
  return true;
}

/** Moves the guess toward the volumes found, never beyond what a tube can hold. */
static void
stride (const ShLeg *leg, ShWork *w)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &leg->network.compartment[i];
      double lowest = (1.0 - SH_LONGEST_STRIDE) * w->guess[i];
      double highest = w->guess[i] + SH_LONGEST_STRIDE * room_of (c, w->guess[i]);

      w->guess[i] = w->volume[i] < lowest    ? lowest
                    : w->volume[i] > highest ? highest
                                             : w->volume[i];
    }
}

/** Finds the volumes at the end of the step: one linear solve where nothing changes much, else
 * Newton's iteration on the tube law. */
static bool
find_volumes (const ShLeg *leg, const ShDrive *drive, double dt, ShWork *w)
{
  double part = SH_TRUSTED_PART;

  prepare (leg, drive, w);
  prepare_links (leg, dt, w);
  for (int n = 0; n < SH_MOST_ITERATIONS; n++)
    {
      weigh_compartments (leg, dt, w);
      weigh_links (leg, drive, w);
      sh_solver_solve (&leg->solver, w->entry, w->x);
      move_blood (leg, drive, dt, w);
      if (arrived (leg, w, part))
        return true;
      stride (leg, w);
      part = SH_ARRIVED_PART;
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
      leg->state.water_ml[leg->network.compartment[i].tissue] +=
          leg->exchange.filtration_ml_s[i] * dt;
    }
  leg->totals.outflow_ml += sh_leg_outflow_ml_s (leg) * dt;
  count_section (leg, dt);
}

/** Opens and closes the valves: dz/dt = rate (1 - z) where blood is pushed up, rate z where it is
 * pushed back, by the second-order rational approximation of the exact solution. */
static void
move_valves (ShLeg *leg, double dt)
{
  double half = 0.5 * (dt < SH_LONGEST_VALVE_S ? dt : SH_LONGEST_VALVE_S);

  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      double drop = leg->pressure_mmhg[pipe->from] - leg->pressure_mmhg[pipe->to] + pipe->drop_mmhg;
      double a = half * sh_valve_rate (drop, leg->state.flow_ml_s[e], pipe->per_slip_ml);
      double *opening = &leg->state.opening[e];

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

  sh_exchange (&leg->network, &leg->state, drive, leg->pressure_mmhg, &leg->exchange);
  if (!find_volumes (leg, drive, dt, &w) && depth < SH_DEEPEST_SPLIT)
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
  flow_step (leg, drive, dt, 0);
}
