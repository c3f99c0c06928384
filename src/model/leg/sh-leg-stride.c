/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-leg-private.h"

/* How long the next step is. A step is measured by how far the pressures left the straight line
 * through the last two instants, and the valves what was foretold of them. That is the error of a
 * prediction, many times that of the step itself, and grows with the square of its length: so the
 * next step is as long as would have been right for this one. A step that went off too far is
 * thrown away and tried again at half its length. Only one square root is needed, so the steps are
 * the same wherever the program runs. */

#define SH_MS 1000000
/* A step is thrown away when it is this many times worse than wanted; the next one is at most
 * longer or shorter by these. */
#define SH_THROWN_AWAY 8.0
#define SH_LONGER 1.5
#define SH_SHORTER 0.5
/* The first step after a jump, which has nothing to be measured by. */
#define SH_FIRST_NS SH_MS
#define SH_ANYTHING_MMHG 1e6

const ShFineness sh_fineness_usual = {
  .tolerance_mmhg = 0.2,
  .shortest_ns = SH_MS / 2,
  .longest_ns = 16 * SH_MS,
  .longest_still_ns = 40 * SH_MS,
};

void
sh_leg_sum_lymph (ShLeg *leg)
{
  leg->head.sums.lymph_ml_s = 0.0;
  for (int t = 0; t < SH_N_TISSUES; t++)
    leg->head.sums.lymph_ml_s += leg->exchange.lymph_ml_s[t];
}

/** Tries a step: muscles and sole first, then blood, then what is slow. Returns how far the
 * pressures went off their course; more than @allowed_mmhg when nothing has been changed. */
static double
try_step (ShLeg *leg, int64_t stride_ns, double allowed_mmhg)
{
  double dt = (double) stride_ns / SH_NS_PER_S;
  ShState *state = &leg->head.state;
  double press_mmhg[SH_N_PRESSES];
  ShDrive drive;
  double off;

  sh_leg_drive_at (leg, (double) (leg->head_ns + stride_ns) / SH_NS_PER_S, &drive);
  memcpy (press_mmhg, state->press_mmhg, sizeof press_mmhg);
  sh_press_step (state, leg->history.press_mmhg, &drive, dt);
  off = sh_leg_flow_try (leg, &drive, dt, allowed_mmhg);
  leg->tries++;
  if (off > allowed_mmhg && allowed_mmhg < SH_ANYTHING_MMHG)
    {
      memcpy (state->press_mmhg, press_mmhg, sizeof press_mmhg);
      return off;
    }
  if (off > allowed_mmhg)
    sh_leg_flow_plain (leg, &drive, dt);
  memcpy (leg->before.state.press_mmhg, press_mmhg, sizeof press_mmhg);
  memcpy (leg->history.press_mmhg, drive.press_mmhg, sizeof drive.press_mmhg);
  sh_slow_step (&leg->network, state, &drive, leg->head.pressure_mmhg, &leg->exchange, dt);
  sh_leg_sum_lymph (leg);
  leg->head.totals.lymph_ml += leg->head.sums.lymph_ml_s * dt;
  return off;
}

static int64_t
no_longer (int64_t a, int64_t b)
{
  return a < b ? a : b;
}

/** The next step after one of @stride_ns that went off course by @off_mmhg. */
static int64_t
next_stride (const ShFineness *fine, int64_t stride_ns, double off_mmhg)
{
  double longer = sqrt (fine->tolerance_mmhg / (off_mmhg + 1e-9));

  longer = longer > SH_LONGER ? SH_LONGER : longer < SH_SHORTER ? SH_SHORTER : longer;
  stride_ns = (int64_t) ((double) stride_ns * longer);
  return stride_ns < fine->shortest_ns ? fine->shortest_ns : stride_ns;
}

void
sh_leg_stride (ShLeg *leg, int64_t limit_ns)
{
  const ShFineness *fine = &leg->fineness;
  bool first = leg->history.known == 0;
  int64_t stride_ns = first ? SH_FIRST_NS : leg->stride_ns;
  double off;

  stride_ns = no_longer (stride_ns, leg->moving ? fine->longest_ns : fine->longest_still_ns);
  stride_ns = no_longer (stride_ns, limit_ns - leg->head_ns);
  for (;;)
    {
      bool last = first || stride_ns <= fine->shortest_ns;
      double allowed = last ? SH_ANYTHING_MMHG : SH_THROWN_AWAY * fine->tolerance_mmhg;

      off = try_step (leg, stride_ns, allowed);
      if (last || off <= allowed)
        break;
      stride_ns /= 2;
    }
  leg->steps++;
  leg->before_ns = leg->head_ns;
  leg->head_ns += stride_ns;
  leg->stride_ns = next_stride (fine, stride_ns, off);
}

/** Mixes two rows of @n numbers. */
static void
mix_rows (
    const double *restrict a, const double *restrict b, double mix, double *restrict row, int n)
{
  for (int i = 0; i < n; i++)
    row[i] = a[i] + (b[i] - a[i]) * mix;
}

/* Everything is mixed linearly and by the same part, so that what balances at both ends of a step
 * balances between them too. */
void
sh_leg_now (const ShLeg *leg, ShMoment *moment)
{
  double part;

  *moment = leg->head;
  if (leg->now_ns >= leg->head_ns)
    return;
  part = (double) (leg->now_ns - leg->before_ns) / (double) (leg->head_ns - leg->before_ns);
  mix_rows ((const double *) &leg->before, (const double *) &leg->head, part, (double *) moment,
            (int) (sizeof *moment / sizeof (double)));
}

void
sh_leg_start_anew (ShLeg *leg)
{
  ShMoment now;

  sh_leg_now (leg, &now);
  leg->head = leg->before = now;
  leg->head_ns = leg->before_ns = leg->now_ns;
  leg->history.known = 0;
}
