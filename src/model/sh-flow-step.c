/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-leg-private.h"

/* One step of the hydraulic equations:
 *
 *   link      L dq/dt = p_from - p_to + rho g (z_from - z_to) - R q - B |q| q
 *   vein      dV/dt   = sum of flows + inflow - filtration
 *   pressure  p       = P_outside + P_tube(V) + damping dV/dt
 *
 * Time goes on by the second-order backward differentiation formula (BDF2), linearly implicit: the
 * laws are linearised about a prediction from the last two steps, and eliminating flows and volumes
 * leaves one symmetric positive definite system for the pressures. The formula moves volumes by
 *
 *   V1 - V0 = (V0 - V-1)/3 + 2/3 dt (net flow at the end),
 *
 * which is the same as moving them by flows e1 = e0/3 + 2/3 q1. These effective flows are what is
 * counted, so blood is conserved to rounding. The first step, and every step after something has
 * jumped, is one of backward Euler (e1 = q1). */

/* The linearised tube law is trusted over this part of a compartment's volume, and of what it can
 * still take up; a larger change is found by Newton's iteration. */
#define SH_TRUSTED_PART 0.2
/* How far one iteration may go, and when it has arrived. */
#define SH_LONGEST_STRIDE 0.6
#define SH_ARRIVED_PART 1e-4
#define SH_MOST_ITERATIONS 30
#define SH_DEEPEST_SPLIT 8
/* The long steps of settling move valves by no more than this. */
#define SH_LONGEST_VALVE_S 0.1

/** Work space of one step. */
typedef struct
{
  /* BDF2 or backward Euler: dV = before + lead dt net, and L (slow q1 - past)/dt. */
  double lead;
  double slow;
  double per_dt;

  double guess[SH_N_SEGMENTS]; /* volumes at which the tube law is linearised */
  double base[SH_N_SEGMENTS];  /* volume at the end without any flow in this step */
  double outside_mmhg[SH_N_SEGMENTS];
  double narrow[SH_N_SEGMENTS];   /* resistance, times that at the reference volume */
  double source[SH_N_SEGMENTS];   /* inflow - filtration */
  double foretold[SH_N_LINKS];    /* flow at the end, as predicted */
  double past[SH_N_LINKS];        /* what inertia brings along */
  double open[SH_N_LINKS];        /* open part of the valve, as predicted */
  double conductance[SH_N_LINKS]; /* dq per dp */
  double push[SH_N_LINKS];        /* flow without pressure difference */
  double flow[SH_N_LINKS];
  double volume[SH_N_SEGMENTS];
  double entry[SH_SOLVER_MAX_ENTRIES];
  double x[SH_N_SEGMENTS];
} ShWork;

/** Predicts the end of the step from the last two: second order. */
static void
foretell (const ShLeg *leg, double dt, ShWork *w)
{
  const ShState *state = &leg->state;
  const ShHistory *history = &leg->history;

  w->lead = 2.0 / 3.0;
  w->slow = 1.5;
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      double v = state->volume_ml[i], step = dt * history->gain_ml_s[i];
      double least = (1.0 - SH_TRUSTED_PART) * v;

      w->base[i] = v + step * (1.0 / 3.0);
      w->guess[i] = v + step > least ? v + step : least;
    }
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      w->foretold[e] = 2.0 * state->flow_ml_s[e] - history->flow_ml_s[e];
      w->past[e] = 2.0 * state->flow_ml_s[e] - 0.5 * history->flow_ml_s[e];
    }
  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    {
      double open = 2.0 * state->opening[e] - history->opening[e];

      w->open[e] = open < 0.0 ? 0.0 : open > 1.0 ? 1.0 : open;
    }
}

/** The same for a step of backward Euler, which has no past. */
static void
foretell_nothing (const ShLeg *leg, ShWork *w)
{
  const ShState *state = &leg->state;

  w->lead = 1.0;
  w->slow = 1.0;
  memcpy (w->base, state->volume_ml, sizeof w->base);
  memcpy (w->guess, state->volume_ml, sizeof w->guess);
  memcpy (w->foretold, state->flow_ml_s, sizeof w->foretold);
  memcpy (w->past, state->flow_ml_s, sizeof w->past);
  memcpy (w->open, state->opening, sizeof state->opening);
}

/** What does not change while Newton's iteration looks for the volumes. */
static void
prepare (const ShLeg *leg, const ShDrive *drive, double dt, ShWork *w)
{
  w->per_dt = 1.0 / dt;
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      w->outside_mmhg[i] = sh_outside_mmhg (&leg->network, &leg->state, drive, i);
      w->narrow[i] = sh_narrow (leg->network.compartment[i].reference_ml, w->guess[i]);
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
      double still = w->outside_mmhg[i] + tube + slope * (w->base[i] - w->guess[i]);
      double storage = 1.0 / (slope * w->lead * dt + c->damping);
      int k = leg->solver.position[i];

      w->entry[k] = storage;
      w->x[k] = storage * still + w->source[i];
    }
}

/** How much each link lets through per mmHg, inertia and jets included. */
static void
prepare_links (const ShLeg *leg, ShWork *w)
{
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      double q = w->foretold[e];
      int donor = q < 0.0 && pipe->to != SH_RIGHT_ATRIUM ? pipe->to : pipe->from;
      double narrow = w->narrow[donor];
      double open = e < SH_N_VALVED_LINKS ? pipe->leak + (1.0 - pipe->leak) * w->open[e] : 1.0;
      double square = open * open;
      /* Resistance grows with 1/opening, the jet's loss with 1/opening^2; both sides are multiplied
       * by opening^2, so that one division does. */
      double jet = sh_pipe_jet (pipe, q) * narrow * fabs (q);
      double inertance = pipe->inertance * w->per_dt * square;
      double below = w->slow * inertance + pipe->resistance * narrow * open + 2.0 * jet;
      double g = pipe->shut ? 0.0 : 1.0 / below;

      w->conductance[e] = g * square;
      w->push[e] = g * (inertance * w->past[e] + jet * q + square * pipe->drop_mmhg);
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
    w->volume[i] = w->base[i] + w->lead * dt * gain[i];
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

  prepare (leg, drive, dt, w);
  prepare_links (leg, w);
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
      double q = leg->history.effective_ml_s[sh_section_links[k]];

      if (q > 0.0)
        leg->totals.below_knee_up_ml += q * dt;
      else
        leg->totals.below_knee_down_ml -= q * dt;
    }
}

double
sh_leg_outflow_ml_s (const ShLeg *leg, const double *flow_ml_s)
{
  return flow_ml_s[SH_LINK_ILIAC_TO_ATRIUM] + flow_ml_s[SH_LINK_PELVIC_COLLATERAL];
}

/** Mixes the flows of this step into the effective ones. */
static void
mix_flows (ShLeg *leg, const ShWork *w)
{
  ShHistory *history = &leg->history;
  double keep = 1.0 - w->lead;

  for (int e = 0; e < SH_N_LINKS; e++)
    history->effective_ml_s[e] = keep * history->effective_ml_s[e] + w->lead * w->flow[e];
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      history->inflow_ml_s[i] =
          keep * history->inflow_ml_s[i] + w->lead * leg->exchange.inflow_ml_s[i];
      history->filtration_ml_s[i] =
          keep * history->filtration_ml_s[i] + w->lead * leg->exchange.filtration_ml_s[i];
      history->gain_ml_s[i] = history->inflow_ml_s[i] - history->filtration_ml_s[i];
    }
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];

      history->gain_ml_s[pipe->from] -= history->effective_ml_s[e];
      if (pipe->to != SH_RIGHT_ATRIUM)
        history->gain_ml_s[pipe->to] += history->effective_ml_s[e];
    }
}

/** Moves blood and water by the effective flows and counts them. */
static void
move_and_count (ShLeg *leg, double dt)
{
  const ShHistory *history = &leg->history;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      leg->state.volume_ml[i] += dt * history->gain_ml_s[i];
      leg->totals.inflow_ml += history->inflow_ml_s[i] * dt;
      leg->totals.filtration_ml += history->filtration_ml_s[i] * dt;
      leg->state.water_ml[leg->network.compartment[i].tissue] += history->filtration_ml_s[i] * dt;
    }
  leg->totals.outflow_ml += sh_leg_outflow_ml_s (leg, history->effective_ml_s) * dt;
  count_section (leg, dt);
}

/** Moves one opening by @a = rate x time / 2: dz/dt = rate (1 - z) where blood is pushed up, rate z
 * where it is pushed back, by the second-order rational approximation of the exact solution. */
static double
moved_opening (double opening, double a)
{
  if (a >= 0.0)
    return 1.0 - (1.0 - opening) * (a < 1.0 ? (1.0 - a) / (1.0 + a) : 0.0);
  return opening * (a > -1.0 ? (1.0 + a) / (1.0 - a) : 0.0);
}

/** Opens and closes the valves by the mean of the rates at both ends of the step. */
static void
move_valves (ShLeg *leg, double dt)
{
  double half = 0.5 * (dt < SH_LONGEST_VALVE_S ? dt : SH_LONGEST_VALVE_S);

  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    {
      const ShPipe *pipe = &leg->network.pipe[e];
      double drop = leg->pressure_mmhg[pipe->from] - leg->pressure_mmhg[pipe->to] + pipe->drop_mmhg;
      double rate = sh_valve_rate (drop, leg->state.flow_ml_s[e], pipe->per_slip_ml);
      double before = leg->history.known ? leg->history.valve_rate[e] : rate;

      leg->history.opening[e] = leg->state.opening[e];
      leg->state.opening[e] = moved_opening (leg->state.opening[e], 0.5 * half * (before + rate));
      leg->history.valve_rate[e] = rate;
    }
}

/** Takes over what was found. */
static void
accept (ShLeg *leg, const ShWork *w, double dt)
{
  mix_flows (leg, w);
  move_and_count (leg, dt);
  memcpy (leg->history.flow_ml_s, leg->state.flow_ml_s, sizeof w->flow);
  memcpy (leg->state.flow_ml_s, w->flow, sizeof w->flow);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    leg->pressure_mmhg[i] = w->x[leg->solver.position[i]];
  move_valves (leg, dt);
}

/** A step without a past, halved where it does not come to an end. */
static void
plain_step (ShLeg *leg, const ShDrive *drive, double dt, int depth)
{
  ShWork w;

  sh_exchange (&leg->network, &leg->state, drive, leg->pressure_mmhg, &leg->exchange);
  foretell_nothing (leg, &w);
  leg->history.known = false;
  if (!find_volumes (leg, drive, dt, &w) && depth < SH_DEEPEST_SPLIT)
    {
      plain_step (leg, drive, 0.5 * dt, depth + 1);
      plain_step (leg, drive, 0.5 * dt, depth + 1);
      return;
    }
  accept (leg, &w, dt);
  leg->history.known = depth == 0;
  leg->history.dt = dt;
}

void
sh_leg_flow_step (ShLeg *leg, const ShDrive *drive, double dt)
{
  ShWork w;

  if (leg->history.known && leg->history.dt >= dt && leg->history.dt <= dt)
    {
      sh_exchange (&leg->network, &leg->state, drive, leg->pressure_mmhg, &leg->exchange);
      foretell (leg, dt, &w);
      if (find_volumes (leg, drive, dt, &w))
        {
          accept (leg, &w, dt);
          return;
        }
    }
  plain_step (leg, drive, dt, 0);
}
