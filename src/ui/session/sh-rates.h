/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-history.h"

/** Numbers that no single frame holds, counted over a piece of a history. NaN while the history is
 * too short for them. */

/** Millilitres a minute that passed the section below the knee. */
typedef struct
{
  double up_ml_min;
  double down_ml_min;
  double net_ml_min;
} ShRates;

/** Means over @span_s seconds that end at @end_s, from the totals that the model counts exactly. */
void sh_rates (const ShHistory *history, double end_s, double span_s, ShRates *rates);

/**
 * The part of the lower leg's pumpable blood that one contraction moves up, in percent: what the
 * veins lost from their fullest to their emptiest in the last @span_s seconds, of what they held
 * above an emptied leg's @empty_ml.
 */
double sh_pump_fraction (const ShHistory *history, double end_s, double span_s, double empty_ml);

/** What the veins below the knee still hold when the leg of @scenario has long been raised and is
 * still, in mL: the blood that cannot be pumped out. */
double sh_emptied_leg_ml (const ShScenario *scenario);
