/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/** What a leg is like, as the cards of the exam room have it. */
typedef enum
{
  SH_PATTERN_HEALTHY,
  SH_PATTERN_GREAT_SAPHENOUS,
  SH_PATTERN_SMALL_SAPHENOUS,
  SH_PATTERN_DEEP,
  SH_PATTERN_PERFORATORS,
  SH_PATTERN_OLD_CLOT,
  SH_PATTERN_WEAK_CALF,
  SH_PATTERN_SITTING,
  SH_N_PATTERNS, /* what follows has no card of its own */
  SH_PATTERN_MIXED = SH_N_PATTERNS,
  SH_PATTERN_TREATED,
  SH_N_PATTERN_KINDS
} ShPattern;

/** The words of a card, translated. */
typedef struct
{
  const char *label;
  const char *sentence; /* plain */
  const char *ceap;     /* for the clinician, in the words of the CEAP classification of 2020 */
  const char *code;     /* the same as its letters, alike in every language */
} ShPatternCard;

/** Fills @card with the words of one of the cards. */
void sh_pattern_card (ShPattern pattern, ShPatternCard *card);

/** The scenario that a card sets; of @base only side, body height and room stay as they are. */
void sh_pattern_scenario (ShPattern pattern, const ShScenario *base, ShScenario *scenario);

/** What @scenario is like; a leg that fits several is SH_PATTERN_MIXED, one whose leaking vein has
 * been closed SH_PATTERN_TREATED. */
ShPattern sh_pattern_of (const ShScenario *scenario);
