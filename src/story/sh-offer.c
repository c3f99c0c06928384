/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-offer.h"

#include <glib.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-situation.h"

/* A walk shows a calf of less than this strength as a weak one: the limit of its caption. */
#define WEAK 0.6

ShOffer
sh_offer (const ShScenario *scenario)
{
  gboolean still = scenario->inactive || scenario->activity == SH_ACTIVITY_REST;

  if (!still)
    return SH_OFFER_NONE;
  if (sh_leaking_groups (scenario) != 0)
    return SH_OFFER_RAISE_HEELS;
  return scenario->calf_strength < WEAK ? SH_OFFER_WALK : SH_OFFER_NONE;
}

const char *
sh_offer_label (ShOffer offer)
{
  switch (offer)
    {
    case SH_OFFER_RAISE_HEELS:
      return C_ ("offer", "Raise the heels to see it");
    case SH_OFFER_WALK:
      return C_ ("offer", "Walk to see it");
    case SH_OFFER_NONE:
    default:
      return NULL;
    }
}

void
sh_offer_take (ShOffer offer, ShScenario *scenario)
{
  if (offer == SH_OFFER_NONE)
    return;
  scenario->inactive = false;
  scenario->posture = SH_POSTURE_STANDING;
  scenario->repetitions = 0;
  sh_scenario_set_activity (scenario,
                            offer == SH_OFFER_WALK ? SH_ACTIVITY_WALKING : SH_ACTIVITY_HEEL_RAISES);
}
