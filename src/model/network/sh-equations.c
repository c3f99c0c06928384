/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-equations.h"

#include <math.h>

double
sh_tube_volume (const ShCompartment *c, double pressure_mmhg)
{
  double low = 1e-3 * c->round_ml, high = c->round_ml + 0.999999 * c->stretch_ml;
  double slope;

  for (int i = 0; i < 60; i++)
    {
      double middle = 0.5 * (low + high);

      if (sh_tube_pressure (c, middle, &slope) < pressure_mmhg)
        low = middle;
      else
        high = middle;
    }
  return 0.5 * (low + high);
}

double
sh_outside_mmhg (const ShNetwork *network, const ShState *state, const ShDrive *drive, int i)
{
  const ShCompartment *c = &network->compartment[i];
  double sum = c->outside_mmhg;

  for (int k = 0; k < SH_N_PRESSES; k++)
    sum += c->press[k] * state->press_mmhg[k];
  if (i == SH_SEGMENT_ILIAC)
    sum += drive->belly_mmhg;
  if (c->under_cuff)
    sum += drive->cuff_mmhg;
  return sum;
}

/** What drives blood through the capillaries, as a part of 1: arterioles hold the flow constant
 * over the usual range of pressures and follow passively below it (autoregulation). */
static double
autoregulated (double drive_mmhg)
{
  double x = drive_mmhg * (1.0 / SH_AUTOREGULATION_MMHG);

  return x <= 0.0 ? 0.0 : x >= 1.0 ? 1.0 : x * (2.0 - x);
}

/** How fast the metabolites of the working calf draw water into it, mL/s. */
static double
muscle_draught (const ShNetwork *network, const ShState *state)
{
  return (network->muscle_water_ml * state->strain - state->muscle_water_ml) / SH_MUSCLE_WATER_S;
}

void
sh_exchange (const ShNetwork *network,
             const ShState *state,
             const ShDrive *drive,
             const double pressure_mmhg[SH_N_SEGMENTS],
             ShExchange *exchange)
{
  double tissue_mmhg[SH_N_TISSUES];
  double draught_ml_s = muscle_draught (network, state);
  double press = state->press_mmhg[SH_PRESS_CALF];
  /* Squeezing wrings the tissue out: more with more pressure, but lymphatics can only be emptied.
   */
  double wrung_mmhg =
      network->tissue_pump * drive->activity * press * SH_WRUNG_MMHG / (press + SH_WRUNG_MMHG);

  exchange->drawn_ml_s = 0.0;
  for (int t = 0; t < SH_N_TISSUES; t++)
    {
      /* What the muscle holds is not free. */
      double free_ml = state->water_ml[t] - (t == SH_TISSUE_CALF ? state->muscle_water_ml : 0.0);
      double part = free_ml / network->tissue_ml[t];
      double gain = 1.0 + network->lymph_water * part;

      tissue_mmhg[t] = free_ml * network->tissue_mmhg_per_ml[t];
      /* Tissue that dries holds its water ever faster (Guyton's curve of interstitial compliance).
       */
      if (part < 0.0)
        tissue_mmhg[t] *= 1.0 - SH_DRY_STIFFNESS * part;
      gain = gain < 0.2 ? 0.2 : gain > 3.0 ? 3.0 : gain;
      exchange->lymph_ml_s[t] =
          network->lymph_ml_s[t] * gain * (1.0 + SH_LYMPH_MOVE_GAIN * drive->activity);
    }
  for (int i = 0; i < SH_N_SEGMENTS; i++)
    {
      const ShCompartment *c = &network->compartment[i];
      double squeeze = pressure_mmhg[i];
      double outside = c->outside_mmhg + c->press[SH_PRESS_CALF] * state->press_mmhg[SH_PRESS_CALF];
      double fed, drawn_ml_s;
      double tone = i < SH_N_SEGMENTS_BELOW_KNEE ? state->tone[c->tissue] : 1.0;

      if (c->under_cuff)
        outside += drive->cuff_mmhg;
      if (outside > squeeze)
        squeeze = outside;
      fed = autoregulated (c->arterial_mmhg - squeeze);
      /* The reflex narrows what is at rest; a working muscle's own demand overrides it. */
      exchange->inflow_ml_s[i] = ((c->skin_inflow + c->muscle_inflow) * tone +
                                  c->muscle_inflow * (state->hyperaemia - 1.0)) *
                                 fed;
      /* Water comes out of blood that flows, and goes back into it. */
      drawn_ml_s = c->draught * draught_ml_s * fed;
      exchange->filtration_ml_s[i] =
          c->filtration * (tone * (SH_CAPILLARY_GAIN * pressure_mmhg[i] + SH_CAPILLARY_MMHG) -
                           c->filtration_zero_mmhg - tissue_mmhg[c->tissue] - c->compress_mmhg -
                           c->outside_mmhg - wrung_mmhg) +
          drawn_ml_s;
      exchange->drawn_ml_s += drawn_ml_s;
    }
}

static double
smooth_step (double x)
{
  x = x < 0.0 ? 0.0 : x > 1.0 ? 1.0 : x;
  return x * x * (3.0 - 2.0 * x);
}

/** One exact-enough step of dx/dt = (goal - x)/tau: second order, never past the goal. */
static double
relax (double x, double goal, double tau, double dt)
{
  double a = dt / tau;

  return goal + (x - goal) / (1.0 + a * (1.0 + 0.5 * a));
}

/** The exponential of -a, a >= 0, as a quotient of polynomials: error below 1e-5 for the steps of
 * movement (a < 1), never negative. */
static double
fade (double a)
{
  double even = 1.0 + a * a * (1.0 / 10.0), odd = a * (0.5 + a * a * (1.0 / 120.0));

  return even > odd ? (even - odd) / (even + odd) : 0.0;
}

void
sh_press_step (ShState *state, const double *goal_before, const ShDrive *drive, double dt)
{
  double left = fade (dt / SH_PRESS_LAG_S);
  double lag = SH_PRESS_LAG_S / dt;

  for (int k = 0; k < SH_N_PRESSES; k++)
    {
      /* The exact answer to a goal that moves evenly: it is followed at a distance. */
      double behind = lag * (drive->press_mmhg[k] - goal_before[k]);

      state->press_mmhg[k] =
          drive->press_mmhg[k] - behind + (state->press_mmhg[k] - goal_before[k] + behind) * left;
    }
}

double
sh_ankle_mmhg (const ShNetwork *network, const double pressure_mmhg[SH_N_SEGMENTS])
{
  int source = network->compartment[SH_SEGMENT_GREAT_SAPHENOUS_ANKLE].frozen
                   ? SH_SEGMENT_DORSAL_FOOT
                   : SH_SEGMENT_GREAT_SAPHENOUS_ANKLE;

  return pressure_mmhg[source] + network->compartment[source].column_mmhg -
         network->column_of_vein_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
}

void
sh_slow_step (const ShNetwork *network,
              ShState *state,
              const ShDrive *drive,
              const double pressure_mmhg[SH_N_SEGMENTS],
              const ShExchange *exchange,
              double dt)
{
  static const ShSegment felt[SH_N_TISSUES] = { SH_SEGMENT_DORSAL_FOOT,
                                                SH_SEGMENT_GREAT_SAPHENOUS_CALF_A };

  state->hyperaemia = relax (
      state->hyperaemia, drive->hyperaemia,
      drive->hyperaemia > state->hyperaemia ? SH_HYPERAEMIA_RISE_S : SH_HYPERAEMIA_DECAY_S, dt);
  for (int t = 0; t < SH_N_TISSUES; t++)
    {
      double stretch = (pressure_mmhg[felt[t]] - SH_REFLEX_LOW_MMHG) /
                       (SH_REFLEX_HIGH_MMHG - SH_REFLEX_LOW_MMHG);

      state->tone[t] =
          relax (state->tone[t], 1.0 - network->reflex * smooth_step (stretch), SH_REFLEX_S, dt);
      state->water_ml[t] -= dt * exchange->lymph_ml_s[t];
    }
  state->muscle_water_ml += dt * exchange->drawn_ml_s;
  state->strain = relax (state->strain, drive->strain, SH_STRAIN_S, dt);
  state->ankle_minutes_mmhg = relax (state->ankle_minutes_mmhg,
                                     sh_ankle_mmhg (network, pressure_mmhg), SH_ANKLE_MEAN_S, dt);
}
