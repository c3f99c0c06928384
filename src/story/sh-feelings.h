/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-model.h"

/* How such a leg may feel: words of likelihood by a rule that is made up for illustration. No paper
 * turns a pressure into a feeling; the rule is stated wherever the words stand. */

typedef enum
{
  SH_FEELING_ACHING,
  SH_FEELING_SWELLING,
  SH_FEELING_THROBBING,
  SH_FEELING_FATIGUE,
  SH_N_FEELINGS
} ShFeeling;

typedef enum
{
  SH_LIKELIHOOD_UNLIKELY,
  SH_LIKELIHOOD_POSSIBLE,
  SH_LIKELIHOOD_LIKELY
} ShLikelihood;

/**
 * How likely a feeling is.
 *
 * @sustained_mmhg: ankle pressure as it was over the last minutes
 * @water_percent: see sh_feeling_water_percent ()
 */
ShLikelihood sh_feeling (ShFeeling feeling, double sustained_mmhg, double water_percent);

/** How much larger the lower leg of @frame is by water that has seeped into its tissue, in percent:
 * what one feels of its swelling. Blood fills the veins of anyone who gets up, and hard work holds
 * water in the muscle; neither is felt as a swollen leg. */
double sh_feeling_water_percent (const ShFrame *frame);

/** The feeling's name, translated. Returns: (transfer none) */
const char *sh_feeling_label (ShFeeling feeling);
/** The word for a likelihood, translated. Returns: (transfer none) */
const char *sh_likelihood_label (ShLikelihood likelihood);
/** The rule in words, with the remark that it is an illustration. Returns: (transfer none) */
const char *sh_feeling_rule (void);
