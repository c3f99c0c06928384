/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-pattern.h"

/** What the hand-out says; all texts are translated. */
typedef struct
{
  char *title;
  char *this_leg; /* below the picture */
  char *healthy_leg;
  char *key;          /* how to read the picture */
  char *key_leaks;    /* the same for a leg with rings around leaking valves */
  char *sentences[3]; /* what the pump is, what this leg is like, what the model finds */
  char *helps_title;
  GPtrArray *helps; /* (element-type utf8) */
  char *care_title;
  GPtrArray *care; /* (element-type utf8): who asks first */
  char *urgent_title;
  GPtrArray *urgent; /* (element-type utf8): when to get help */
  char *education;   /* education, not a diagnosis */
} ShHandoutText;

/**
 * Writes the hand-out for the leg of @scenario. What the model finds is worked out by running this
 * leg and a healthy one.
 *
 * Returns: (transfer full)
 */
ShHandoutText *sh_handout_text_new (const ShScenario *scenario);
void sh_handout_text_free (ShHandoutText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShHandoutText, sh_handout_text_free)

/** What the leg of a hand-out does: it walks, whatever it did before; a leg that sits all day
 * sits. A tourniquet comes off and what is treated stays so. */
void sh_handout_scenario (const ShScenario *scenario, ShScenario *shown);
/** The same person with a healthy leg that walks, or sits. */
void sh_handout_healthy (const ShScenario *shown, ShScenario *healthy);

/** By how much an activity lowers the ankle pressure of standing still in this leg, in percent;
 * NaN when the model cannot run it. */
double sh_handout_relief_percent (const ShScenario *scenario, ShActivity activity, ShPosture still);
