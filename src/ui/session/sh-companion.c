/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-companion.h"

#include <string.h>

struct _ShCompanion
{
  ShLeg *leg;
  ShHistory *history;
  ShFrame live;
  gboolean there;
};

ShCompanion *
sh_companion_new (guint capacity)
{
  ShCompanion *companion = g_new0 (ShCompanion, 1);

  companion->leg = sh_leg_new ();
  if (companion->leg == NULL)
    g_error ("Out of memory");
  companion->history = sh_history_new (capacity);
  return companion;
}

void
sh_companion_free (ShCompanion *companion)
{
  sh_leg_free (companion->leg);
  sh_history_free (companion->history);
  g_free (companion);
}

void
sh_companion_reset (ShCompanion *companion, const ShScenario *scenario)
{
  sh_history_clear (companion->history);
  companion->there = sh_leg_reset (companion->leg, scenario) == SH_STATUS_OK;
  if (companion->there)
    sh_leg_read (companion->leg, &companion->live);
}

void
sh_companion_branch (ShCompanion *companion,
                     const ShLeg *leg,
                     const ShHistory *history,
                     const ShScenario *scenario)
{
  sh_leg_copy (companion->leg, leg);
  sh_history_copy (companion->history, history);
  companion->there = sh_leg_configure (companion->leg, scenario) == SH_STATUS_OK;
  if (companion->there)
    sh_leg_read (companion->leg, &companion->live);
}

void
sh_companion_stop (ShCompanion *companion)
{
  companion->there = FALSE;
  sh_history_clear (companion->history);
}

gboolean
sh_companion_is_there (const ShCompanion *companion)
{
  return companion->there;
}

void
sh_companion_configure (ShCompanion *companion, const ShScenario *scenario)
{
  if (companion->there && sh_leg_configure (companion->leg, scenario) == SH_STATUS_OK)
    sh_leg_read (companion->leg, &companion->live);
}

void
sh_companion_advance (ShCompanion *companion, double seconds)
{
  if (!companion->there)
    return;
  sh_leg_advance (companion->leg, seconds);
  sh_leg_read (companion->leg, &companion->live);
}

void
sh_companion_record (ShCompanion *companion)
{
  if (companion->there)
    sh_history_add (companion->history, &companion->live);
}

const ShScenario *
sh_companion_get_scenario (const ShCompanion *companion)
{
  return sh_leg_scenario (companion->leg);
}

const ShFrame *
sh_companion_get_live (const ShCompanion *companion)
{
  return &companion->live;
}

const ShHistory *
sh_companion_get_history (const ShCompanion *companion)
{
  return companion->history;
}

void
sh_scenario_healthy_twin (const ShScenario *scenario, ShScenario *twin)
{
  *twin = *scenario;
  twin->calf_strength = 1.0;
  twin->stocking_mmhg = 0.0;
  twin->tourniquet = SH_TOURNIQUET_NONE;
  memset (twin->leak, 0, sizeof twin->leak);
  memset (twin->narrowing, 0, sizeof twin->narrowing);
  memset (twin->closed, 0, sizeof twin->closed);
}
