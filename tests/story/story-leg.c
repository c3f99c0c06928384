/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "story-leg.h"

#include "sh-scenario-floor.h"

void
story_leg_run (StoryLeg *leg, double seconds, const char *const *settings)
{
  g_autoptr (GError) error = NULL;
  ShLeg *model = sh_leg_new ();

  sh_scenario_load (NULL, settings, &leg->scenario, &error);
  g_assert_no_error (error);
  g_assert_nonnull (model);
  g_assert_cmpint (sh_leg_reset (model, &leg->scenario), ==, SH_STATUS_OK);
  sh_leg_advance (model, seconds);
  sh_leg_read (model, &leg->frame);
  sh_leg_free (model);
}
