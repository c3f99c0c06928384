/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-exam-room.h"

static void
test_forgets_after_idle (void)
{
  g_autoptr (ShExam) exam = sh_exam_new ();

  g_assert_false (sh_exam_tick (exam, SH_EXAM_IDLE_S - 1));
  sh_exam_touch (exam);
  g_assert_false (sh_exam_tick (exam, SH_EXAM_IDLE_S - 1));
  g_assert_true (sh_exam_tick (exam, 1));
}

static void
test_forgetting_leaves_a_healthy_right_leg (void)
{
  g_autoptr (ShExam) used = sh_exam_new ();
  g_autoptr (ShExam) fresh = sh_exam_new ();
  ShScenario a;
  ShScenario b;

  sh_exam_set_side (used, SH_SIDE_LEFT);
  sh_exam_set_pattern (used, SH_PATTERN_OLD_CLOT);
  sh_exam_set_aid (used, SH_AID_STOCKING);
  sh_exam_tick (used, 100);
  sh_exam_forget (used);
  sh_exam_after (used, &a);
  sh_exam_after (fresh, &b);
  g_assert_true (sh_scenario_equal (&a, &b));
  g_assert_cmpint (sh_exam_get_aid (used), ==, SH_AID_NONE);
  g_assert_false (sh_exam_tick (used, SH_EXAM_IDLE_S - 1));
}

static void
test_side_stays_with_every_pattern (void)
{
  g_autoptr (ShExam) exam = sh_exam_new ();

  sh_exam_set_side (exam, SH_SIDE_LEFT);
  for (int i = 0; i < SH_N_PATTERNS; i++)
    {
      ShScenario leg;

      sh_exam_set_pattern (exam, (ShPattern) i);
      sh_exam_before (exam, &leg);
      g_assert_cmpint (leg.side, ==, SH_SIDE_LEFT);
      g_assert_cmpint (sh_pattern_of (&leg), ==, i);
    }
}

static void
test_what_each_aid_changes (void)
{
  g_autoptr (ShExam) exam = sh_exam_new ();
  ShScenario before;
  ShScenario after;

  sh_exam_set_pattern (exam, SH_PATTERN_GREAT_SAPHENOUS);
  sh_exam_set_aid (exam, SH_AID_STOCKING);
  sh_exam_before (exam, &before);
  sh_exam_after (exam, &after);
  g_assert_cmpfloat (before.stocking_mmhg, ==, 0);
  g_assert_cmpfloat (after.stocking_mmhg, ==, 25);
  sh_exam_set_aid (exam, SH_AID_WALKING);
  sh_exam_before (exam, &before);
  sh_exam_after (exam, &after);
  g_assert_cmpint (before.activity, ==, SH_ACTIVITY_REST);
  g_assert_cmpint (after.activity, ==, SH_ACTIVITY_WALKING);
  g_assert_cmpfloat (after.stocking_mmhg, ==, 0);
  sh_exam_set_aid (exam, SH_AID_LEG_UP);
  sh_exam_after (exam, &after);
  g_assert_cmpint (after.posture, ==, SH_POSTURE_LYING_LEG_UP);
  g_assert_true (sh_exam_can_close (exam));
  sh_exam_set_aid (exam, SH_AID_CLOSED);
  sh_exam_after (exam, &after);
  g_assert_true (after.closed[SH_VEIN_GREAT_SAPHENOUS_THIGH]);
  g_assert_false (after.closed[SH_VEIN_SMALL_SAPHENOUS]);
  g_assert_cmpint (sh_pattern_of (&after), ==, SH_PATTERN_TREATED);
  /* The same again takes it away. */
  sh_exam_set_aid (exam, SH_AID_CLOSED);
  g_assert_cmpint (sh_exam_get_aid (exam), ==, SH_AID_NONE);
}

static void
test_every_pattern_bears_every_aid (void)
{
  g_autoptr (ShExam) exam = sh_exam_new ();
  ShLeg *leg = sh_leg_new ();

  for (int i = 0; i < SH_N_PATTERNS; i++)
    for (int j = SH_AID_STOCKING; j < SH_N_AIDS; j++)
      {
        ShScenario scenario;

        sh_exam_set_pattern (exam, (ShPattern) i);
        sh_exam_set_aid (exam, (ShAid) j);
        sh_exam_before (exam, &scenario);
        g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
        sh_exam_after (exam, &scenario);
        g_assert_cmpint (sh_leg_configure (leg, &scenario), ==, SH_STATUS_OK);
      }
  sh_leg_free (leg);
}

static void
test_tapped_valves_count_while_nothing_is_tried (void)
{
  g_autoptr (ShExam) exam = sh_exam_new ();
  ShScenario leg;
  ShScenario after;

  sh_exam_before (exam, &leg);
  leg.leak[SH_VALVE_POPLITEAL_1] = 1;
  sh_exam_adopt (exam, &leg);
  sh_exam_for_handout (exam, &after);
  g_assert_cmpfloat (after.leak[SH_VALVE_POPLITEAL_1], ==, 1);
  sh_exam_set_aid (exam, SH_AID_STOCKING);
  leg.leak[SH_VALVE_POPLITEAL_2] = 1;
  sh_exam_adopt (exam, &leg);
  sh_exam_for_handout (exam, &after);
  g_assert_cmpfloat (after.leak[SH_VALVE_POPLITEAL_2], ==, 0);
  g_assert_cmpfloat (after.stocking_mmhg, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(sentence, function) g_test_add_func ("/exam room/" sentence, function)
  TEST ("it is time to leave after five minutes without a touch", test_forgets_after_idle);
  TEST ("forgetting leaves a healthy right leg", test_forgetting_leaves_a_healthy_right_leg);
  TEST ("the side stays with every pattern", test_side_stays_with_every_pattern);
  TEST ("each aid changes what it says", test_what_each_aid_changes);
  TEST ("every pattern bears every aid", test_every_pattern_bears_every_aid);
  TEST ("tapped valves count while nothing is tried",
        test_tapped_valves_count_while_nothing_is_tried);
#undef TEST
  return g_test_run ();
}
