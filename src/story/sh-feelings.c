/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-feelings.h"

#include <glib.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-numbers.h"

/* One point for each so much pressure above a walking person's, and for each so much swelling; all
 * made up, so that a healthy walk or run and a short rest give nothing, and an hour of sitting or
 * an afternoon of leaking valves gives something. sh_feeling_rule() says them in words. */
#define WALKING_MMHG 30.0
#define MMHG_PER_POINT 30.0
#define PERCENT_PER_POINT 2.0
#define POSSIBLE_POINTS 0.75
#define LIKELY_POINTS 1.5
/* Tissue water that makes one percent of a lower leg. */
#define ML_PER_PERCENT 30.0

/* How much of each kind of point counts for a feeling. */
static const struct
{
  const char *label;
  double pressure, swelling;
} feelings[SH_N_FEELINGS] = {
  [SH_FEELING_ACHING] = { NC_ ("feeling", "Aching"), 0.55, 0.5 },
  [SH_FEELING_SWELLING] = { NC_ ("feeling", "Swelling"), 0.0, 1.2 },
  [SH_FEELING_THROBBING] = { NC_ ("feeling", "Throbbing"), 0.65, 0.3 },
  [SH_FEELING_FATIGUE] = { NC_ ("feeling", "Tired legs"), 0.5, 0.5 },
};

ShLikelihood
sh_feeling (ShFeeling feeling, double sustained_mmhg, double water_percent)
{
  double points;

  g_return_val_if_fail (feeling < SH_N_FEELINGS, SH_LIKELIHOOD_UNLIKELY);

  points = feelings[feeling].pressure * MAX (sustained_mmhg - WALKING_MMHG, 0.0) / MMHG_PER_POINT +
           feelings[feeling].swelling * MAX (water_percent, 0.0) / PERCENT_PER_POINT;
  if (points >= LIKELY_POINTS)
    return SH_LIKELIHOOD_LIKELY;
  return points >= POSSIBLE_POINTS ? SH_LIKELIHOOD_POSSIBLE : SH_LIKELIHOOD_UNLIKELY;
}

double
sh_feeling_water_percent (const ShFrame *frame)
{
  return (frame->interstitial_ml - frame->muscle_water_ml) / ML_PER_PERCENT;
}

const char *
sh_feeling_label (ShFeeling feeling)
{
  g_return_val_if_fail (feeling < SH_N_FEELINGS, "");
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "feeling", feelings[feeling].label);
}

const char *
sh_likelihood_label (ShLikelihood likelihood)
{
  switch (likelihood)
    {
    case SH_LIKELIHOOD_LIKELY:
      return C_ ("likelihood", "likely");
    case SH_LIKELIHOOD_POSSIBLE:
      return C_ ("likelihood", "possible");
    case SH_LIKELIHOOD_UNLIKELY:
    default:
      return C_ ("likelihood", "unlikely");
    }
}

const char *
sh_feeling_rule (void)
{
  return sh_pressure_words (
      "feeling",
      NC_ ("feeling",
           "An illustration, not a measurement: the higher the pressure of the last ten minutes "
           "is above 30 mmHg and the more water has gathered under the skin, the likelier the "
           "word. Many things besides veins make legs ache."),
      NC_ ("feeling",
           "An illustration, not a measurement: the higher the pressure of the last ten minutes "
           "is above 4 kPa and the more water has gathered under the skin, the likelier the "
           "word. Many things besides veins make legs ache."));
}
