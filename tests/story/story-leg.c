/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "story-leg.h"

#include "sh-scenario-floor.h"

#define MEAN_S 2.0
#define SLICES 40

double
story_leg_mean (ShLeg *model, double seconds)
{
  double sum = 0.0;
  ShFrame frame;

  for (int i = 0; i < SLICES; i++)
    {
      sh_leg_advance (model, seconds / SLICES);
      sh_leg_read (model, &frame);
      sum += frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
    }
  return sum / SLICES;
}

void
story_leg_run (StoryLeg *leg, double seconds, const char *const *settings)
{
  g_autoptr (GError) error = NULL;
  ShLeg *model = sh_leg_new ();

  sh_scenario_load (NULL, settings, &leg->scenario, &error);
  g_assert_no_error (error);
  g_assert_nonnull (model);
  g_assert_cmpint (sh_leg_reset (model, &leg->scenario), ==, SH_STATUS_OK);
  sh_leg_advance (model, MAX (0.0, seconds - MEAN_S));
  leg->ankle_mmhg = story_leg_mean (model, MIN (seconds, MEAN_S));
  sh_leg_read (model, &leg->frame);
  sh_leg_free (model);
}
