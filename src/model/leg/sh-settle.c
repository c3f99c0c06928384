/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-leg-private.h"

/* The settled state: the same implicit step with ever longer steps, water held still, until volumes
 * no longer change. */

#define SH_SETTLE_STEPS 400
#define SH_SETTLE_LONGEST_S 2.0
#define SH_SETTLED_ML_S 1e-6
/* What a treated vein still holds. */
#define SH_TREATED_PART 0.05

static void
fill_by_gravity (ShLeg *leg, const ShDrive *drive)
{
  const ShNetwork *network = &leg->network;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &network->compartment[i];
      double pressure =
          drive->atrium_mmhg + SH_RHO_G_MMHG_M * network->atrium_height_m - c->column_mmhg;

      leg->head.pressure_mmhg[i] = pressure;
      leg->head.state.volume_ml[i] =
          sh_tube_volume (c, pressure - sh_outside_mmhg (network, &leg->head.state, drive, i));
    }
  for (int e = 0; e < SH_N_VALVED_LINKS; e++)
    leg->head.state.opening[e] = 1.0;
}

static double
largest_change (const double *before, const double *after)
{
  double largest = 0.0;

  for (int i = 0; i < SH_N_SEGMENTS; i++)
    largest = fmax (largest, fabs (after[i] - before[i]));
  return largest;
}

bool
sh_leg_settle (ShLeg *leg)
{
  ShDrive drive;
  double before[SH_N_SEGMENTS];
  double dt = 0.02;
  bool settled = false;

  sh_leg_drive_at (leg, 0.0, &drive);
  leg->head.state.hyperaemia = drive.hyperaemia;
  memcpy (leg->head.state.press_mmhg, drive.press_mmhg, sizeof drive.press_mmhg);
  memcpy (leg->history.press_mmhg, drive.press_mmhg, sizeof drive.press_mmhg);
  for (int t = 0; t < SH_N_TISSUES; t++)
    leg->head.state.tone[t] = 1.0;
  fill_by_gravity (leg, &drive);
  for (int n = 0; n < SH_SETTLE_STEPS && !settled; n++)
    {
      memcpy (before, leg->head.state.volume_ml, sizeof before);
      sh_leg_flow_plain (leg, &drive, dt);
      sh_slow_step (&leg->network, &leg->head.state, &drive, leg->head.pressure_mmhg,
                    &leg->exchange, dt);
      memset (leg->head.state.water_ml, 0, sizeof leg->head.state.water_ml);
      settled = n > 40 && largest_change (before, leg->head.state.volume_ml) < SH_SETTLED_ML_S * dt;
      dt = fmin (1.3 * dt, SH_SETTLE_LONGEST_S);
    }
  leg->head.state.ankle_minutes_mmhg = sh_ankle_mmhg (&leg->network, leg->head.pressure_mmhg);
  sh_leg_sum_lymph (leg);
  memset (&leg->head.totals, 0, sizeof leg->head.totals);
  leg->before = leg->head;
  leg->history.known = 0;
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    if (!isfinite (leg->head.state.volume_ml[i]))
      return false;
  return true;
}
