/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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
 * @swelling_percent: of the lower leg, above its morning value
 */
ShLikelihood sh_feeling (ShFeeling feeling, double sustained_mmhg, double swelling_percent);

/** The feeling's name, translated. Returns: (transfer none) */
const char *sh_feeling_label (ShFeeling feeling);
/** The word for a likelihood, translated. Returns: (transfer none) */
const char *sh_likelihood_label (ShLikelihood likelihood);
/** The rule in words, with the remark that it is an illustration. Returns: (transfer none) */
const char *sh_feeling_rule (void);
