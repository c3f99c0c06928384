/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-companion.h"
#include "sh-session.h"

/* A clock of the test's own. */
static gint64 clock_us = G_USEC_PER_SEC;

static void
play (ShSession *session, double seconds)
{
  sh_session_tick (session, clock_us);
  for (int i = 0; i < (int) lround (seconds * 60.0); i++)
    {
      clock_us += G_USEC_PER_SEC / 60;
      sh_session_tick (session, clock_us);
    }
}

static double
ankle_mmhg (const ShFrame *frame)
{
  return frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
}

static void
healthy_leg_has_no_companion (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  play (session, 1.0);
  g_object_set (session, "pace", 120.0, "stop", 3, NULL);
  g_assert_null (sh_session_get_other_frame (session));
  g_assert_null (sh_session_get_other_history (session));
}

static void
leaks_bring_a_healthy_companion_with_the_same_past (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  const ShHistory *mine, *other;
  guint n;

  play (session, 2.0);
  n = sh_history_length (sh_session_get_history (session));
  g_object_set (session, "leaky", TRUE, NULL);
  play (session, 20.0);
  mine = sh_session_get_history (session);
  other = sh_session_get_other_history (session);
  g_assert_cmpuint (sh_history_length (mine), ==, sh_history_length (other));
  for (guint i = 0; i < sh_history_length (mine); i++)
    g_assert_cmpfloat (sh_history_get (mine, i)->time_s, ==, sh_history_get (other, i)->time_s);
  g_assert_cmpfloat (ankle_mmhg (sh_history_get (mine, n - 1)), ==,
                     ankle_mmhg (sh_history_get (other, n - 1)));
  g_assert_cmpfloat (ankle_mmhg (sh_session_get_frame (session)), >,
                     ankle_mmhg (sh_session_get_other_frame (session)) + 10.0);
}

static void
companion_does_what_the_leg_does (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  g_object_set (session, "leaky", TRUE, NULL);
  play (session, 1.0);
  g_object_set (session, "stop", 5, "pace", 40.0, NULL);
  play (session, 1.0);
  g_assert_cmpint (sh_session_get_other_frame (session)->activity, ==, SH_ACTIVITY_HEEL_RAISES);
  g_assert_cmpfloat (sh_session_get_other_frame (session)->phase, ==,
                     sh_session_get_frame (session)->phase);
  g_assert_cmpfloat (sh_session_get_other_scenario (session)->leak[SH_VALVE_POPLITEAL_1], ==, 0.0);
}

static void
before_stays_as_it_was (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  guint compare;

  g_object_set (session, "leaky", TRUE, NULL);
  g_object_set (session, "compare", SH_COMPARE_BEFORE, NULL);
  g_object_set (session, "stocking", SH_STOCKING_30_40, "stop", 3, NULL);
  play (session, 1.0);
  g_assert_cmpfloat (sh_session_get_other_scenario (session)->stocking_mmhg, ==, 0.0);
  g_assert_cmpfloat (sh_session_get_other_scenario (session)->leak[SH_VALVE_POPLITEAL_1], >, 0.0);
  g_assert_cmpint (sh_session_get_other_frame (session)->activity, ==, SH_ACTIVITY_WALKING);
  g_object_set (session, "compare", SH_COMPARE_HEALTHY, NULL);
  g_assert_cmpfloat (sh_session_get_other_scenario (session)->leak[SH_VALVE_POPLITEAL_1], ==, 0.0);
  g_assert_cmpint (sh_session_get_other_frame (session)->activity, ==, SH_ACTIVITY_REST);
  sh_session_reset (session);
  g_object_get (session, "compare", &compare, NULL);
  g_assert_cmpuint (compare, ==, SH_COMPARE_NONE);
  g_assert_null (sh_session_get_other_frame (session));
}

static void
other_leg_is_scrubbed_with_the_first (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  g_object_set (session, "leaky", TRUE, NULL);
  play (session, 5.0);
  g_object_set (session, "playing", FALSE, "scrub", -2.0, NULL);
  g_assert_cmpfloat_with_epsilon (sh_session_get_other_frame (session)->time_s,
                                  sh_session_get_frame (session)->time_s, 1e-6);
  g_assert_cmpfloat_with_epsilon (sh_session_get_other_frame (session)->time_s, 3.0, 0.05);
}

static void
refused_scenario_brings_no_companion (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  ShScenario wrong = *sh_session_get_scenario (session);

  wrong.leak[0] = 0.5;
  wrong.posture = SH_POSTURE_LYING;
  g_assert_false (sh_session_set_scenario (session, &wrong));
  g_assert_null (sh_session_get_other_frame (session));
}

/* The movement that is seen keeps its speed; an hour passes in a minute. */
static void
hurry_runs_slow_things_on_at_the_speed_of_movement (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  double phase;

  g_object_set (session, "hurry", TRUE, NULL);
  g_assert_true (sh_session_get_hurrying (session));
  g_assert_false (sh_session_get_fast_clock (session));
  play (session, 0.3);
  phase = sh_session_get_frame (session)->phase;
  g_assert_cmpfloat_with_epsilon (phase, 0.3 / 1.2, 0.03);
  play (session, 9.7);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 600.0, 3.0);
  g_object_set (session, "stop", 3, NULL);
  play (session, 1.0);
  g_assert_true (sh_session_get_fast_clock (session));
}

static void
folded_away_controls_reach_the_model (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  const ShScenario *scenario = sh_session_get_scenario (session);
  gboolean closed;

  g_object_set (session, "body-height", 1.9, "room-temperature", 35.0, "water-depth", 1.0,
                "left-leg", TRUE, "tourniquet", TRUE, "closed-great-saphenous", TRUE, NULL);
  sh_session_set_narrowing (session, SH_VEIN_POPLITEAL, 0.7);
  g_assert_cmpfloat (scenario->body_height_m, ==, 1.9);
  g_assert_cmpfloat (scenario->room_temperature_c, ==, 35.0);
  g_assert_cmpfloat (scenario->water_depth_m, ==, 1.0);
  g_assert_cmpint (scenario->side, ==, SH_SIDE_LEFT);
  g_assert_cmpint (scenario->tourniquet, ==, SH_TOURNIQUET_IDEAL);
  g_assert_true (scenario->closed[SH_VEIN_GREAT_SAPHENOUS_ANKLE] &&
                 scenario->closed[SH_VEIN_GREAT_SAPHENOUS_CALF] &&
                 scenario->closed[SH_VEIN_GREAT_SAPHENOUS_THIGH]);
  g_assert_false (scenario->closed[SH_VEIN_SMALL_SAPHENOUS]);
  g_assert_cmpfloat (sh_session_get_narrowing (session, SH_VEIN_POPLITEAL), ==, 0.7);
  g_object_set (session, "closed-great-saphenous", FALSE, NULL);
  g_object_get (session, "closed-great-saphenous", &closed, NULL);
  g_assert_false (closed);
  sh_session_set_narrowing (session, SH_VEIN_POPLITEAL, 5.0);
  g_assert_cmpfloat (sh_session_get_narrowing (session, SH_VEIN_POPLITEAL), ==, 0.99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/companion/" name, function)
  ADD ("healthy leg has no companion", healthy_leg_has_no_companion);
  ADD ("leaks bring a healthy companion with the same past",
       leaks_bring_a_healthy_companion_with_the_same_past);
  ADD ("companion does what the leg does", companion_does_what_the_leg_does);
  ADD ("before stays as it was", before_stays_as_it_was);
  ADD ("other leg is scrubbed with the first", other_leg_is_scrubbed_with_the_first);
  ADD ("refused scenario brings no companion", refused_scenario_brings_no_companion);
  ADD ("hurry runs slow things on at the speed of movement",
       hurry_runs_slow_things_on_at_the_speed_of_movement);
  ADD ("folded away controls reach the model", folded_away_controls_reach_the_model);
  return g_test_run ();
}
