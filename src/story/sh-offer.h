/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-model.h"

/** What would show a thing that is switched on and not to be seen: valves stand open in everybody
 * who is still, and a weak muscle rests like a strong one. */
typedef enum
{
  SH_OFFER_NONE,
  SH_OFFER_RAISE_HEELS, /* leaky valves, and nothing moves */
  SH_OFFER_WALK         /* a weak calf, and nothing moves */
} ShOffer;

/** What to offer to someone whose leg lives by @scenario. */
ShOffer sh_offer (const ShScenario *scenario);
/** The words on the offer's button, translated; NULL for none. Returns: (transfer none) */
const char *sh_offer_label (ShOffer offer);
/** What the offer does, in @scenario. */
void sh_offer_take (ShOffer offer, ShScenario *scenario);
