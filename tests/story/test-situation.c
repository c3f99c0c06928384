/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "story-leg.h"

static void
assert_situation (ShSituation expected, double seconds, const char *const *settings)
{
  StoryLeg leg;

  story_leg_run (&leg, seconds, settings);
  g_assert_cmpint (sh_situation (&leg.frame, &leg.scenario, leg.ankle_mmhg, SH_SITUATION_NONE), ==,
                   expected);
}

#define ASSERT(name, seconds, ...)                                                                 \
  assert_situation (SH_SITUATION_##name, seconds, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_postures (void)
{
  ASSERT (STANDING, 2, "activity=rest");
  ASSERT (SITTING, 2, "posture=sitting");
  ASSERT (LYING, 2, "posture=lying");
  ASSERT (LEG_UP, 2, "posture=lying-leg-up");
  ASSERT (STANDING_STOCKING, 2, "stocking=18");
  ASSERT (STANDING_WATER, 2, "water-depth=1");
}

static void
test_activities (void)
{
  ASSERT (ANKLE_PUMPS, 3, "activity=ankle-pumps");
  ASSERT (ANKLE_PUMPS_LYING, 3, "activity=ankle-pumps", "posture=lying");
  ASSERT (HEEL_RAISES, 3, "activity=heel-raises");
  ASSERT (WALKING, 3, "activity=walking");
  ASSERT (HIKING, 3, "activity=hiking");
  ASSERT (STAIRS, 3, "activity=stairs");
  ASSERT (CYCLING, 3, "activity=cycling");
  ASSERT (CYCLING_FLAT, 3, "activity=cycling", "toe-pointing=0");
  ASSERT (RUNNING, 3, "activity=running");
  ASSERT (SWIMMING, 3, "activity=swimming");
}

static void
test_leaks_while_still (void)
{
  ASSERT (STANDING_LEAKING, 2, "leak.all=1");
  ASSERT (SITTING_LEAKING, 2, "posture=sitting", "leak.deep=1");
  ASSERT (LYING, 2, "posture=lying", "leak.deep=1");
}

static void
test_leaks_while_moving (void)
{
  ASSERT (MOVING_SUPERFICIAL, 3, "activity=walking", "leak.great-saphenous=1");
  ASSERT (MOVING_DEEP, 3, "activity=walking", "leak.popliteal=0.6");
  ASSERT (MOVING_PERFORATOR, 3, "activity=walking", "leak.perforator=1");
  ASSERT (MOVING_LEAKS, 3, "activity=walking", "leak.all=1");
  ASSERT (MOVING_LEAKS_STOCKING, 3, "activity=walking", "leak.all=1", "stocking=25");
  ASSERT (MOVING_CLOSED, 3, "activity=walking", "leak.great-saphenous=1",
          "closed.great-saphenous=true");
  ASSERT (MOVING_TOURNIQUET, 3, "activity=walking", "leak.great-saphenous=1", "tourniquet=ideal");
  ASSERT (WALKING, 8, "activity=walking", "leak.all=0.05");
}

static void
test_muscle_and_vein (void)
{
  ASSERT (MOVING_WEAK, 3, "activity=walking", "calf-strength=0.3");
  ASSERT (MOVING_SMALL, 3, "activity=walking", "effort=0.2");
  ASSERT (MOVING_SMALL, 3, "activity=heel-raises", "ankle-range=0.2");
  ASSERT (MOVING_STOCKING, 3, "activity=walking", "stocking=18");
  ASSERT (MOVING_CLOT, 3, "activity=walking", "narrowing.femoral=0.7", "leak.femoral=1");
}

static void
test_what_the_pump_has_not_done_yet (void)
{
  ASSERT (MOVING_STARTING, 0.5, "activity=walking");
  ASSERT (MOVING_LEAKS_COPING, 20, "activity=walking", "leak.great-saphenous-1=0.2");
  ASSERT (MOVING_CLOT_COPING, 20, "activity=walking", "narrowing.popliteal=0.45");
  ASSERT (MOVING_WEAK_COPING, 20, "activity=hiking", "calf-strength=0.59", "effort=1.5");
  ASSERT (MOVING_LABORS, 30, "activity=walking", "calf-strength=0.62", "effort=0.42");
}

static void
test_inactivity (void)
{
  ASSERT (STANDING, 3, "activity=walking", "inactive=true");
  ASSERT (SITTING_LONG, 2700, "posture=sitting", "inactive=true");
  /* Hard work holds water in the muscle, and that is no swollen leg. */
  ASSERT (RUNNING, 420, "activity=running");
  ASSERT (STANDING_LONG, 1500, "activity=walking", "inactive=true");
}

static void
test_refilling (void)
{
  ASSERT (REFILLING, 13, "activity=heel-raises", "repetitions=10");
  ASSERT (STANDING, 100, "activity=heel-raises", "repetitions=10");
}

/* The leg is watched at each shown frame: a situation that is left does not come back at once. */
static void
assert_calm (double seconds, const char *const *settings)
{
  g_autoptr (GError) error = NULL;
  StoryLeg leg;
  ShLeg *model = sh_leg_new ();
  ShSituation shown = SH_SITUATION_NONE;
  int changes = -1;
  double ankle_mmhg; /* runs after the instant's, as a mean over two steps does */

  story_leg_run (&leg, 0, settings);
  g_assert_cmpint (sh_leg_reset (model, &leg.scenario), ==, SH_STATUS_OK);
  ankle_mmhg = leg.frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
  for (double time_s = 0; time_s < seconds; time_s += 0.05)
    {
      ShSituation situation;

      sh_leg_advance (model, 0.05);
      sh_leg_read (model, &leg.frame);
      ankle_mmhg += (leg.frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] - ankle_mmhg) * 0.05;
      situation = sh_situation (&leg.frame, &leg.scenario, ankle_mmhg, shown);
      changes += situation != shown;
      shown = situation;
    }
  sh_leg_free (model);
  g_assert_cmpint (changes, <=, 3);
}

#define ASSERT_CALM(seconds, ...) assert_calm (seconds, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_words_do_not_flicker (void)
{
  ASSERT_CALM (70, "activity=heel-raises", "repetitions=10");
  ASSERT_CALM (70, "activity=heel-raises", "repetitions=10", "leak.all=1");
  ASSERT_CALM (60, "activity=walking", "leak.great-saphenous=1");
  ASSERT_CALM (60, "activity=ankle-pumps", "repetitions=5");
  ASSERT_CALM (120, "posture=sitting", "inactive=true");
}

static void
test_hysteresis (void)
{
  StoryLeg leg;
  double still;

  STORY_LEG_RUN (&leg, 1, "posture=standing");
  still = sh_still_ankle_mmhg (&leg.frame);
  g_assert_cmpfloat (still, >, 60);
  leg.frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] = 0.84 * still;
  g_assert_cmpint (sh_situation (&leg.frame, &leg.scenario, NAN, SH_SITUATION_NONE), ==,
                   SH_SITUATION_STANDING);
  g_assert_cmpint (sh_situation (&leg.frame, &leg.scenario, NAN, SH_SITUATION_REFILLING), ==,
                   SH_SITUATION_REFILLING);
}

static void
test_leaking_groups (void)
{
  StoryLeg leg;

  STORY_LEG_RUN (&leg, 0, "leak.popliteal-1=0.5", "leak.perforator-low=0.5");
  g_assert_cmpuint (sh_leaking_groups (&leg.scenario), ==,
                    1u << SH_GROUP_DEEP | 1u << SH_GROUP_PERFORATOR);
  STORY_LEG_RUN (&leg, 0, "leak.small-saphenous=1", "closed.small-saphenous=true");
  g_assert_cmpuint (sh_leaking_groups (&leg.scenario), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(sentence, function) g_test_add_func ("/situation/" sentence, function)
  TEST ("each posture has its own", test_postures);
  TEST ("each activity has its own", test_activities);
  TEST ("leaks while still ask for movement", test_leaks_while_still);
  TEST ("leaks while moving tell which veins", test_leaks_while_moving);
  TEST ("muscle, stocking and old clot are told", test_muscle_and_vein);
  TEST ("a pump that has just started or copes is told", test_what_the_pump_has_not_done_yet);
  TEST ("inactivity becomes swelling with time", test_inactivity);
  TEST ("veins refill and have refilled", test_refilling);
  TEST ("words do not flicker", test_words_do_not_flicker);
  TEST ("a value at a limit keeps the words", test_hysteresis);
  TEST ("leaks of closed veins do not count", test_leaking_groups);
#undef TEST
  return g_test_run ();
}
