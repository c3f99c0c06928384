/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "sh-flow-lines.h"
#include "sh-leg-private.h"
#include "sh-wide.h"

/* One step of the hydraulic equations:
 *
 *   link      L dq/dt = p_from - p_to + rho g (z_from - z_to) - R q - B |q| q
 *   vein      dV/dt   = sum of flows + inflow - filtration
 *   pressure  p       = P_outside + P_tube(V) + damping dV/dt
 *
 * Time goes on by the second-order backward differentiation formula (BDF2) in steps of changing
 * length, linearly implicit: the laws are linearised about a prediction from the last steps, and
 * eliminating flows and volumes leaves one symmetric positive definite system for the pressures.
 * With w = this step / the last one, the formula moves volumes by
 *
 *   V1 - V0 = w^2/(1 + 2 w) (V0 - V-1) + (1 + w)/(1 + 2 w) dt (net flow at the end),
 *
 * which is the same as moving them by flows e1 = w/(1 + 2 w) e0 + (1 + w)/(1 + 2 w) q1. These
 * effective flows are what is counted, so blood is conserved to rounding. The first step, and every
 * step after something has jumped, is one of backward Euler (e1 = q1). */

/* What the tube law may bend away from its linearisation; where it bends more, Newton's iteration
 * finds the volumes. */
#define SH_STRAIGHT_MMHG 0.3
#define SH_STRAIGHT_AFTER_NEWTON_MMHG 0.03
/* The part of the room left in a tube that may be filled without iterating. */
#define SH_FILLED_PART 0.2
#define SH_NO_LIMIT_ML 1e9
/* How far one iteration may go, and how many there may be. */
#define SH_LONGEST_STRIDE 0.6
#define SH_MOST_ITERATIONS 30
#define SH_DEEPEST_SPLIT 8
/* The part of a tube's volume that a prediction may take away. */
#define SH_BOLDEST_PART 0.4
/* The long steps of settling move valves by no more than this. */
#define SH_LONGEST_VALVE_S 0.1
/* The opening of a valve that has long been shut: not the kind of tiny number that processors are
 * slow with. */
#define SH_LEAST_OPENING 1e-12
/* So little that it moves nothing: keeps a valve that nothing moves from dividing by zero. */
#define SH_LEAST_RATE_PER_S 1e-30
/* What an opening that is off counts for, whole against none; and what a millilitre does that
 * passes because of it (a small vein's pressure rises by 25 mmHg per mL, and it stays there until
 * the valve opens the next time): calibrated against the independent integrator. */
#define SH_OPENING_MMHG 20.0
#define SH_PASSED_MMHG_ML 125.0
/* More than any pressure can be off. */
#define SH_NO_VOLUMES_MMHG 1e9

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
  double narrow[SH_N_SEGMENTS]; /* resistance, times that at the reference volume */
  double source[SH_N_SEGMENTS]; /* inflow - filtration */
  double slope[SH_N_SEGMENTS];  /* of the tube law */
  double foretold_mmhg[SH_N_SEGMENTS];
  double foretold[SH_N_LINKS];    /* flow at the end, as predicted */
  double past[SH_N_LINKS];        /* what inertia brings along */
  double open[SH_N_LINKS];        /* open part of the valve, as predicted; 1 without a valve */
  double donor[SH_N_LINKS];       /* narrowing of the vein that gives */
  double conductance[SH_N_LINKS]; /* dq per dp */
  double push[SH_N_LINKS];        /* flow without pressure difference */
  double flow[SH_N_LINKS];
  double drop[SH_N_LINKS]; /* pressure difference found */
  double gain[SH_N_SEGMENTS];
  double volume[SH_N_SEGMENTS];
  double valve_rate[SH_N_VALVED_LINKS];
  double opening[SH_N_VALVED_LINKS];
  double own[SH_N_SEGMENTS];   /* diagonal of the system without the links' part */
  double right[SH_N_SEGMENTS]; /* right-hand side, the same */
  double x[SH_N_SEGMENTS + 1]; /* pressures, the atrium's last */
  ShExchange exchange;
} ShWork;

static inline double
not_below_zero (double x)
{
  return x > 0.0 ? x : 0.0;
}

/**
 * Moves an opening z by rates that go evenly from @first to @last: dz/dt = rate (1 - z) where blood
 * is pushed up, rate z where it is pushed back. With the area O of the rate's part above zero and
 * the area C below,
 *
 *   z1 = 1 - (1 - z0 f(C)) f(O),  f(a) = (1 - a/2)/(1 + a/2), not below 0,
 *
 * where f is the exponential's second-order approximation. That the areas are taken apart matters:
 * a valve that is shut does not notice being pushed shut, but opens at once when pushed open. All
 * is multiplied by |first| + |last|, so that one division does; @quarter is a quarter of the time.
 */
static inline double
moved_opening (double opening, double first, double last, double quarter)
{
  double up = not_below_zero (first) + not_below_zero (last);
  double down = not_below_zero (-first) + not_below_zero (-last);
  double sum = up + down + SH_LEAST_RATE_PER_S;
  double o = quarter * up * up, c = quarter * down * down;
  double stays_shut = not_below_zero (sum - o), stays_open = not_below_zero (sum - c);

  return ((sum + c) * (sum + o - stays_shut) + opening * stays_open * stays_shut) /
         ((sum + c) * (sum + o));
}

static double
quarter_of (double dt)
{
  return 0.25 * (dt < SH_LONGEST_VALVE_S ? dt : SH_LONGEST_VALVE_S);
}

/** The formula's coefficients and the course of volumes and pressures. */
static void
foretell_tubes (const ShLeg *leg, double dt, ShWork *restrict w)
{
  const ShMoment *restrict now = &leg->head, *restrict before = &leg->before;
  const ShHistory *restrict history = &leg->history;
  double ratio = dt / history->dt;
  double keep = ratio / (1.0 + 2.0 * ratio);
  double bend = history->known > 1 ? (dt + history->dt) / (history->dt + history->dt_before) : 0.0;

  w->lead = 1.0 - keep;
  w->slow = 1.0 / w->lead;
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      double v = now->state.volume_ml[i], gain = history->gain_ml_s[i];
      double guess = v + dt * (gain + bend * (gain - history->gain_before_ml_s[i]));
      double least = (1.0 - SH_BOLDEST_PART) * v;

      w->base[i] = v + dt * keep * gain;
      w->guess[i] = guess > least ? guess : least;
      w->foretold_mmhg[i] =
          now->pressure_mmhg[i] + ratio * (now->pressure_mmhg[i] - before->pressure_mmhg[i]);
    }
}

static void
foretell_links (const ShLeg *leg, double dt, ShWork *restrict w)
{
  const ShState *restrict now = &leg->head.state, *restrict before = &leg->before.state;
  const ShHistory *restrict history = &leg->history;
  double ratio = dt / leg->history.dt;
  double b = ratio * ratio / (1.0 + 2.0 * ratio) * w->slow;
  double quarter = quarter_of (dt), bend = history->known > 1 ? ratio : 0.0;

  for (int e = 0; e < SH_N_LINKS; e++)
    {
      double q = now->flow_ml_s[e], step = q - before->flow_ml_s[e];

      w->foretold[e] = q + ratio * step;
      w->past[e] = w->slow * q + b * step;
    }
  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    {
      double rate = history->valve_rate[e];
      double next = rate + bend * (rate - history->valve_rate_before[e]);

      w->open[e] = moved_opening (now->opening[e], rate, next, quarter);
    }
}

/** The same for a step of backward Euler, which has no past. */
static void
foretell_nothing (const ShLeg *leg, ShWork *w)
{
  const ShState *state = &leg->head.state;

  w->lead = 1.0;
  w->slow = 1.0;
  memcpy (w->base, state->volume_ml, sizeof w->base);
  memcpy (w->guess, state->volume_ml, sizeof w->guess);
  memcpy (w->foretold_mmhg, leg->head.pressure_mmhg, sizeof w->foretold_mmhg);
  memcpy (w->foretold, state->flow_ml_s, sizeof w->foretold);
  memcpy (w->past, state->flow_ml_s, sizeof w->past);
  memcpy (w->open, state->opening, sizeof state->opening);
}

static void
press_from_outside (const ShTubes *restrict tubes,
                    const double *restrict press_mmhg,
                    const ShDrive *restrict drive,
                    double *restrict outside_mmhg)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      double sum = tubes->outside_mmhg[i];

      for (int k = 0; k < SH_N_PRESSES; k++)
        sum += tubes->press[k][i] * press_mmhg[k];
      outside_mmhg[i] =
          sum + tubes->belly[i] * drive->belly_mmhg + tubes->cuff[i] * drive->cuff_mmhg;
    }
}

/** What does not change while Newton's iteration looks for the volumes. */
static void
prepare (const ShLeg *leg, const ShDrive *drive, double dt, ShWork *restrict w)
{
  const ShTubes *restrict tubes = &leg->plan.tubes;

  w->per_dt = 1.0 / dt;
  sh_exchange (&leg->network, &leg->head.state, drive, w->foretold_mmhg, &w->exchange);
  press_from_outside (tubes, leg->head.state.press_mmhg, drive, w->outside_mmhg);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      w->narrow[i] = sh_narrow (tubes->reference_ml[i], w->guess[i]);
      w->source[i] = w->exchange.inflow_ml_s[i] - w->exchange.filtration_ml_s[i];
    }
  for (int e = SH_N_VALVED_LINKS; e < SH_N_LINKS; e++)
    w->open[e] = 1.0;
}

/** How much each link lets through per mmHg, inertia and jets included. */
static void
prepare_links (const ShPipes *restrict pipes, ShWork *restrict w)
{
  sh_lines_donors (w->foretold, w->narrow, w->donor);
  for (int e = 0; e < SH_N_LINKS; e++)
    {
      double q = w->foretold[e];
      double open = pipes->leak[e] + (1.0 - pipes->leak[e]) * w->open[e];
      double square = open * open;
      /* Resistance grows with 1/opening, the jet's loss with 1/opening^2; both sides are multiplied
       * by opening^2, so that one division does. */
      double jet = (q < 0.0 ? pipes->jet_back[e] : pipes->jet[e]) * w->donor[e] * fabs (q);
      double inertance = pipes->inertance[e] * w->per_dt * square;
      double g = pipes->lets[e] /
                 (w->slow * inertance + pipes->resistance[e] * w->donor[e] * open + 2.0 * jet);

      w->conductance[e] = g * square;
      w->push[e] = g * (inertance * w->past[e] + jet * q + square * pipes->drop_mmhg[e]);
    }
}

/** The tube law of every compartment, linearised at the guess, into the system. */
static void
weigh_compartments (const ShTubes *restrict tubes, double dt, ShWork *restrict w)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      ShTube tube = { tubes->round_ml[i], tubes->per_round_ml[i], tubes->per_stretch_ml[i],
                      tubes->stiffness_mmhg[i], tubes->stretch_start[i] };
      double slope, pressure = sh_tube_law (tube, w->guess[i], &slope);
      double still = w->outside_mmhg[i] + pressure + slope * (w->base[i] - w->guess[i]);
      double storage = 1.0 / (slope * w->lead * dt + tubes->damping[i]);

      w->slope[i] = slope;
      w->own[i] = storage;
      w->right[i] = storage * still + w->source[i];
    }
}

/** Flows and volumes at the pressures found. */
static void
move_blood (double dt, ShWork *restrict w)
{
  sh_lines_differences (w->x, w->drop);
  for (int e = 0; e < SH_N_LINKS; e++)
    w->flow[e] = w->push[e] + w->conductance[e] * w->drop[e];
  sh_lines_gains (w->source, w->flow, w->gain);
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    w->volume[i] = w->base[i] + w->lead * dt * w->gain[i];
}

/** Whether the volumes found lie so near the guess that its linearisation holds for them: what the
 * second derivative of the law adds, about 5/4 slope dV/V where it is flat and slope dV/room where
 * it is full, is less than @straight_mmhg. */
static bool
arrived (const ShTubes *restrict tubes, const ShWork *restrict w, double straight_mmhg)
{
  int64_t bent = 0;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      double change = w->volume[i] - w->guess[i], bend = w->slope[i] * change * change;
      double room = tubes->full_ml[i] - w->guess[i], least = tubes->least_room_ml[i];

      room = room > least ? room : least;
      bent |= 1.25 * bend > straight_mmhg * w->guess[i] ? 1 : 0;
      room = change > 0.0 && w->volume[i] > tubes->round_ml[i] ? room : SH_NO_LIMIT_ML;
      bent |= bend > straight_mmhg * room ? 1 : 0;
      bent |= change > SH_FILLED_PART * room ? 1 : 0;
    }
  return bent == 0;
}

/** Moves the guess toward the volumes found, never beyond what a tube can hold. */
static void
stride (const ShTubes *restrict tubes, ShWork *restrict w)
{
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      double room = tubes->full_ml[i] - w->guess[i], least = tubes->least_room_ml[i];
      double lowest = (1.0 - SH_LONGEST_STRIDE) * w->guess[i];
      double highest = w->guess[i] + SH_LONGEST_STRIDE * (room > least ? room : least);

      w->guess[i] = w->volume[i] < lowest    ? lowest
                    : w->volume[i] > highest ? highest
                                             : w->volume[i];
    }
}

/** Opens and closes the valves by the mean of the rates at both ends of the step. */
static void
move_valves (const ShLeg *leg, double dt, ShWork *restrict w)
{
  const ShPipes *restrict pipes = &leg->plan.pipes;
  const double *restrict opening = leg->head.state.opening;
  const double *restrict before = leg->history.known > 0 ? leg->history.valve_rate : w->valve_rate;
  double quarter = quarter_of (dt);

  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    w->valve_rate[e] =
        sh_valve_rate (w->drop[e] + pipes->drop_mmhg[e], w->flow[e], pipes->per_slip_ml[e]);
  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    {
      double z = moved_opening (opening[e], before[e], w->valve_rate[e], quarter);

      w->opening[e] = z < SH_LEAST_OPENING ? SH_LEAST_OPENING : z < 1.0 ? z : 1.0;
    }
}

/** Finds the volumes at the end of the step: one linear solve where nothing changes much, else
 * Newton's iteration on the tube law. */
static inline bool
find_volumes (const ShLeg *leg, const ShDrive *drive, double dt, ShWork *w)
{
  double straight_mmhg = SH_STRAIGHT_MMHG;
  int n;

  prepare (leg, drive, dt, w);
  prepare_links (&leg->plan.pipes, w);
  for (n = 0; n < SH_MOST_ITERATIONS; n++)
    {
      weigh_compartments (&leg->plan.tubes, dt, w);
      sh_lines_solve (w->own, w->right, w->conductance, w->push, drive->atrium_mmhg, w->x);
      move_blood (dt, w);
      if (arrived (&leg->plan.tubes, w, straight_mmhg))
        break;
      stride (&leg->plan.tubes, w);
      straight_mmhg = SH_STRAIGHT_AFTER_NEWTON_MMHG;
    }
  move_valves (leg, dt, w);
  return n < SH_MOST_ITERATIONS;
}

const int sh_section_links[SH_N_SECTION_LINKS] = { SH_VALVE_POPLITEAL_1, SH_VALVE_GASTROCNEMIUS_1,
                                                   SH_VALVE_SMALL_SAPHENOUS_2,
                                                   SH_VALVE_GREAT_SAPHENOUS_3, SH_LINK_COLLATERAL };

double
sh_leg_outflow_ml_s (const double *flow_ml_s)
{
  return flow_ml_s[SH_LINK_ILIAC_TO_ATRIUM] + flow_ml_s[SH_LINK_PELVIC_COLLATERAL];
}

/** Mixes the flows of this step into the effective ones, by segment. */
static void
mix_gains (ShHistory *restrict history, const ShWork *restrict w)
{
  double lead = w->lead, keep = 1.0 - lead;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      history->gain_before_ml_s[i] = history->gain_ml_s[i];
      history->gain_ml_s[i] = keep * history->gain_ml_s[i] + lead * w->gain[i];
    }
}

/** The same for what is counted. */
static void
mix_counted (ShCounted *restrict counted,
             const ShTubes *restrict tubes,
             const ShWork *restrict w,
             ShSums *restrict sums)
{
  double lead = w->lead, keep = 1.0 - lead;

  sums->inflow_ml_s = sums->filtration_ml_s = 0.0;
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    sums->inflow_ml_s += w->exchange.inflow_ml_s[i];
  for (int t = 0; t < SH_N_TISSUES; t++)
    {
      double sum = 0.0;

      for (int i = 0; i < SH_N_SEGMENTS; i++)
        sum += w->exchange.filtration_ml_s[i] * tubes->drains[t][i];
      counted->filtration[t] = keep * counted->filtration[t] + lead * sum;
      sums->filtration_ml_s += sum;
    }
  counted->inflow = keep * counted->inflow + lead * sums->inflow_ml_s;
  counted->outflow = keep * counted->outflow + lead * sh_leg_outflow_ml_s (w->flow);
  for (int k = 0; k < SH_N_SECTION_LINKS; k++)
    counted->section[k] = keep * counted->section[k] + lead * w->flow[sh_section_links[k]];
}

/** Puts @next in the place of @now, and @now in that of @before. */
static inline void
hand_over (double *restrict before, double *restrict now, const double *restrict next, int n)
{
  for (int i = 0; i < n; i++)
    {
      before[i] = now[i];
      now[i] = next[i];
    }
}

static void
count_section (ShFlowTotals *totals, const ShCounted *counted, double dt)
{
  for (int k = 0; k < SH_N_SECTION_LINKS; k++)
    if (counted->section[k] > 0.0)
      totals->below_knee_up_ml += counted->section[k] * dt;
    else
      totals->below_knee_down_ml -= counted->section[k] * dt;
}

/** Moves blood and water by the effective flows and counts them. */
static void
move_and_count (ShMoment *restrict head,
                ShMoment *restrict before,
                const ShHistory *restrict history,
                double dt)
{
  const ShCounted *counted = &history->counted;
  ShFlowTotals *totals = &head->totals;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      before->state.volume_ml[i] = head->state.volume_ml[i];
      head->state.volume_ml[i] += dt * history->gain_ml_s[i];
    }
  /* What stands behind the openings in a state: presses, tone, water. */
  memcpy (before->state.press_mmhg, head->state.press_mmhg,
          sizeof (ShState) - offsetof (ShState, press_mmhg));
  before->totals = head->totals;
  totals->inflow_ml += counted->inflow * dt;
  totals->outflow_ml += counted->outflow * dt;
  for (int t = 0; t < SH_N_TISSUES; t++)
    {
      head->state.water_ml[t] += counted->filtration[t] * dt;
      totals->filtration_ml += counted->filtration[t] * dt;
    }
  count_section (totals, counted, dt);
}

/** Takes over what was found. */
static void
accept (ShLeg *leg, const ShWork *w, double dt)
{
  ShHistory *history = &leg->history;
  ShMoment *head = &leg->head, *before = &leg->before;

  mix_gains (history, w);
  before->sums = head->sums;
  mix_counted (&history->counted, &leg->plan.tubes, w, &head->sums);
  move_and_count (head, before, history, dt);
  hand_over (before->state.flow_ml_s, head->state.flow_ml_s, w->flow, SH_N_LINKS);
  hand_over (before->state.opening, head->state.opening, w->opening, SH_N_VALVED_LINKS);
  hand_over (before->pressure_mmhg, head->pressure_mmhg, w->x, SH_N_SEGMENTS);
  hand_over (history->valve_rate_before, history->valve_rate, w->valve_rate, SH_N_VALVED_LINKS);
  leg->exchange = w->exchange;
  history->dt_before = history->dt;
  history->dt = dt;
  history->known = history->known < 2 ? history->known + 1 : 2;
}

/** How far the step went off what was foretold, mmHg: pressures themselves, and valves by the
 * pressure that blood counts for which they would have let through. */
static double
off_course (const ShPipes *restrict pipes, const ShWork *restrict w, double dt)
{
  double worst = 0.0;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      double off = fabs (w->x[i] - w->foretold_mmhg[i]);

      worst = off > worst ? off : worst;
    }
  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    {
      double off = (1.0 - pipes->leak[e]) * fabs (w->opening[e] - w->open[e]);

      off *= SH_OPENING_MMHG + SH_PASSED_MMHG_ML * dt * fabs (w->flow[e]);
      worst = off > worst ? off : worst;
    }
  return worst;
}

SH_WIDE double
sh_leg_flow_try (ShLeg *leg, const ShDrive *drive, double dt, double allowed_mmhg)
{
  ShWork w;
  double off;

  if (leg->history.known == 0)
    foretell_nothing (leg, &w);
  else
    {
      foretell_tubes (leg, dt, &w);
      foretell_links (leg, dt, &w);
    }
  if (!find_volumes (leg, drive, dt, &w))
    return SH_NO_VOLUMES_MMHG;
  off = off_course (&leg->plan.pipes, &w, dt);
  if (off <= allowed_mmhg)
    accept (leg, &w, dt);
  return off;
}

/** One step without a past; @last takes what was found even where that is no solution. */
SH_WIDE static bool
plain_step (ShLeg *leg, const ShDrive *drive, double dt, bool last)
{
  ShWork w;
  bool found;

  leg->history.known = 0;
  foretell_nothing (leg, &w);
  found = find_volumes (leg, drive, dt, &w);
  if (found || last)
    accept (leg, &w, dt);
  return found || last;
}

static void
plain_steps (ShLeg *leg, const ShDrive *drive, double dt, int depth)
{
  if (plain_step (leg, drive, dt, depth == SH_DEEPEST_SPLIT))
    return;
  plain_steps (leg, drive, 0.5 * dt, depth + 1);
  plain_steps (leg, drive, 0.5 * dt, depth + 1);
}

void
sh_leg_flow_plain (ShLeg *leg, const ShDrive *drive, double dt)
{
  ShMoment start = leg->head;

  plain_steps (leg, drive, dt, 0);
  leg->before = start;
  leg->history.known = 0;
}
