/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-story.h"

/** A leg that lives by settings, for tests of words about it. */
typedef struct
{
  ShScenario scenario;
  ShFrame frame;
  double ankle_mmhg; /* mean of the last two seconds, as readers are shown it */
} StoryLeg;

/** Runs a leg with @settings (array zero-terminated=1) for @seconds; fails the test when it cannot
 * be run. */
void story_leg_run (StoryLeg *leg, double seconds, const char *const *settings);

/** Lets @model go on for @seconds. Returns: the mean ankle pressure meanwhile, in mmHg. */
double story_leg_mean (ShLeg *model, double seconds);

/** The same with the settings as arguments. */
#define STORY_LEG_RUN(leg, seconds, ...)                                                           \
  story_leg_run (leg, seconds, (const char *const[]){ __VA_ARGS__, NULL })
