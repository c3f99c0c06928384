/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "sh-network.h"

/**
 * Transmural pressure of a compartment at a volume, in mmHg; @slope receives its derivative in
 * mmHg/mL. Defined here because it is the innermost part of every step.
 *
 * Below the round volume V0 the tube collapses, P = P0 (1 - (V/V0)^(-3/2)), the similarity law of
 * flattened tubes (Flaherty, Keller & Rubinow 1972) with P0 from Moreno 1970. Above it the wall is
 * stretched, P adds k x (x + b)/(1 - x) with x = (V - V0)/Vx: nearly linear as leg veins are in
 * life, stiff at the end of its stretch. Both branches and the first meet without a step.
 */
static inline double
sh_tube_pressure (const ShCompartment *c, double volume_ml, double *slope)
{
  double inverse = c->round_ml / volume_ml;
  double collapse = SH_COLLAPSE_MMHG * inverse * sqrt (inverse);
  double pressure = SH_COLLAPSE_MMHG - collapse;

  *slope = 1.5 * collapse * inverse * c->per_round_ml;
  if (volume_ml > c->round_ml)
    {
      double x = (volume_ml - c->round_ml) * c->per_stretch_ml;
      double beyond = x > SH_LARGEST_STRETCH ? x - SH_LARGEST_STRETCH : 0.0;
      double in = x - beyond;
      double rest = 1.0 / (1.0 - in);
      double k = c->stiffness_mmhg * rest, b = c->stretch_start;
      double rise = k * (2.0 * in + b + in * (in + b) * rest);

      pressure += k * in * (in + b) + rise * beyond;
      *slope += rise * c->per_stretch_ml;
    }
  return pressure;
}

/**
 * How much more a vein resists than at its reference volume: Poiseuille's 1/area^2, bounded because
 * a flat vein keeps two open channels at its edges.
 */
static inline double
sh_narrow (double reference_ml, double volume_ml)
{
  double reference = SH_NARROWEST * reference_ml * reference_ml;

  return reference / (SH_NARROWEST * (volume_ml * volume_ml) + reference_ml * reference_ml);
}
