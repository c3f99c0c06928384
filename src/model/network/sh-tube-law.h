/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "sh-network.h"

/** The numbers of one tube that its law needs, see ShCompartment. */
typedef struct
{
  double round_ml;
  double per_round_ml;
  double per_stretch_ml;
  double stiffness_mmhg;
  double stretch_start;
} ShTube;

/**
 * Transmural pressure of a tube at a volume, in mmHg; @slope receives its derivative in mmHg/mL.
 * Defined here, and without a branch, because it is the innermost part of every step.
 *
 * Below the round volume V0 the tube collapses, P = P0 (1 - (V/V0)^(-3/2)), the similarity law of
 * flattened tubes (Flaherty, Keller & Rubinow 1972) with P0 from Moreno 1970. Above it the wall is
 * stretched, P adds k x (x + b)/(1 - x) with x = (V - V0)/Vx: nearly linear as leg veins are in
 * life, stiff at the end of its stretch. Both branches and the first meet without a step.
 */
static inline double
sh_tube_law (ShTube tube, double volume_ml, double *slope)
{
  double beyond_round = volume_ml - tube.round_ml;
  double stretched = beyond_round > 0.0 ? 1.0 : 0.0;
  double x = stretched * beyond_round * tube.per_stretch_ml;
  double in = x > SH_LARGEST_STRETCH ? SH_LARGEST_STRETCH : x;
  /* One division for both V0/V and 1/(1 - x). */
  double quotient = 1.0 / (volume_ml * (1.0 - in));
  double inverse = tube.round_ml * (1.0 - in) * quotient, rest = volume_ml * quotient;
  double collapse = SH_COLLAPSE_MMHG * inverse * sqrt (inverse);
  double k = stretched * tube.stiffness_mmhg * rest, b = tube.stretch_start;
  double rise = k * (2.0 * in + b + in * (in + b) * rest);

  *slope = 1.5 * collapse * inverse * tube.per_round_ml + rise * tube.per_stretch_ml;
  return SH_COLLAPSE_MMHG - collapse + k * in * (in + b) + rise * (x - in);
}

/** The same for a compartment. */
static inline double
sh_tube_pressure (const ShCompartment *c, double volume_ml, double *slope)
{
  ShTube tube = { c->round_ml, c->per_round_ml, c->per_stretch_ml, c->stiffness_mmhg,
                  c->stretch_start };

  return sh_tube_law (tube, volume_ml, slope);
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

/** The open part of a vein that holds @filled times its reference volume, as sh_narrow() sees it:
 * what its flow passes through even when it lies flat. A velocity is flow over this area. */
static inline double
sh_open_part (double filled)
{
  return sqrt (filled * filled + 1.0 / SH_NARROWEST);
}
