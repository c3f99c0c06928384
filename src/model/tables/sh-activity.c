/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-activity.h"

#include <string.h>

#define NC_(context, text) text
#define BIT(posture) (1u << SH_POSTURE_##posture)
#define ALL_POSTURES (BIT (LYING_LEG_UP) | BIT (LYING) | BIT (SITTING) | BIT (STANDING))

/* Usual ranges: steps per minute from Tudor-Locke 2019 (CADENCE-Adults); ankle pumps from "Ankle
 * exercise and venous blood velocity" (20-60/min); the tiptoe test's 60/min from the protocol;
 * hiking, stairs, cycling and the six-beat kick are working ranges without a single source. What is
 * accepted reaches well beyond, so that rates of published studies (walking 60-160/min) can be run.
 */
static const ShActivityInfo activities[SH_N_ACTIVITIES] = {
  [SH_ACTIVITY_REST] = { "rest", NC_ ("activity", "Rest"), "", 0, 0, 0, 0, 0, 0, ALL_POSTURES,
                         SH_POSTURE_STANDING },
  [SH_ACTIVITY_ANKLE_PUMPS] = { "ankle-pumps", NC_ ("activity", "Ankle pumps"), "repetitions", 30,
                                5, 90, 20, 60, 1, ALL_POSTURES, SH_POSTURE_SITTING },
  [SH_ACTIVITY_HEEL_RAISES] = { "heel-raises", NC_ ("activity", "Heel raises"), "repetitions", 60,
                                5, 120, 20, 60, 1, BIT (STANDING), SH_POSTURE_STANDING },
  [SH_ACTIVITY_WALKING] = { "walking", NC_ ("activity", "Walking"), "steps", 100, 20, 170, 80, 120,
                            0.5, BIT (STANDING), SH_POSTURE_STANDING },
  [SH_ACTIVITY_HIKING] = { "hiking", NC_ ("activity", "Hiking"), "steps", 95, 30, 130, 80, 110, 0.5,
                           BIT (STANDING), SH_POSTURE_STANDING },
  [SH_ACTIVITY_STAIRS] = { "stairs", NC_ ("activity", "Climbing stairs"), "steps", 85, 20, 130, 60,
                           110, 0.5, BIT (STANDING), SH_POSTURE_STANDING },
  [SH_ACTIVITY_CYCLING] = { "cycling", NC_ ("activity", "Cycling"), "crank turns", 60, 20, 120, 50,
                            90, 1, BIT (SITTING), SH_POSTURE_SITTING },
  [SH_ACTIVITY_RUNNING] = { "running", NC_ ("activity", "Jogging and running"), "steps", 160, 100,
                            220, 150, 180, 0.5, BIT (STANDING), SH_POSTURE_STANDING },
  [SH_ACTIVITY_SWIMMING] = { "swimming", NC_ ("activity", "Swimming"), "kicks", 150, 40, 300, 120,
                             240, 0.5, BIT (LYING), SH_POSTURE_LYING },
};

static const char *const posture_names[SH_N_POSTURES] = { "lying-leg-up", "lying", "sitting",
                                                          "standing" };
static const char *const posture_labels[SH_N_POSTURES] = { NC_ ("posture", "Lying with the leg up"),
                                                           NC_ ("posture", "Lying"),
                                                           NC_ ("posture", "Sitting"),
                                                           NC_ ("posture", "Standing") };

const ShActivityInfo *
sh_activity_info (ShActivity activity)
{
  return &activities[activity];
}

const char *
sh_posture_name (ShPosture posture)
{
  return posture_names[posture];
}

const char *
sh_posture_label (ShPosture posture)
{
  return posture_labels[posture];
}

ShActivity
sh_activity_from_name (const char *name)
{
  for (int i = 0; i < SH_N_ACTIVITIES; i++)
    if (strcmp (activities[i].name, name) == 0)
      return (ShActivity) i;
  return SH_ACTIVITY_NONE;
}

ShPosture
sh_posture_from_name (const char *name)
{
  for (int i = 0; i < SH_N_POSTURES; i++)
    if (strcmp (posture_names[i], name) == 0)
      return (ShPosture) i;
  return SH_POSTURE_NONE;
}

bool
sh_activity_allows (ShActivity activity, ShPosture posture)
{
  return (activities[activity].postures & (1u << posture)) != 0;
}
