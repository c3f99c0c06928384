/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-session.h"

#include <math.h>

#include "sh-story.h"

/* A clock of the test's own: time passes only when a test says so. */
static gint64 clock_us = G_USEC_PER_SEC;

static void
tick (ShSession *session, double seconds)
{
  clock_us += (gint64) llround (seconds * G_USEC_PER_SEC);
  sh_session_tick (session, clock_us);
}

/* Plays in ticks of a sixtieth of a second; the first tick of a session counts for nothing. */
static void
play (ShSession *session, double seconds)
{
  int ticks = (int) lround (seconds * 60.0);

  tick (session, 0.0);
  for (int i = 0; i < ticks; i++)
    tick (session, 1.0 / 60.0);
}

static void
count_cb (ShSession *session, const ShFrame *frame, double shown_s, int *count)
{
  (*count)++;
}

static double
ankle_mmhg (ShSession *session)
{
  return sh_session_get_frame (session)->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
}

static void
starts_with_a_healthy_person_walking (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  const ShScenario *scenario = sh_session_get_scenario (session);

  g_assert_cmpint (scenario->activity, ==, SH_ACTIVITY_WALKING);
  for (int i = 0; i < SH_N_VALVES; i++)
    g_assert_cmpfloat (scenario->leak[i], ==, 0.0);
  play (session, 1.0);
  g_assert_true (sh_session_get_frame (session)->moving);
}

static void
time_goes_on_as_the_clock_says (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  play (session, 3.0);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 3.0, 0.02);
}

static void
gap_counts_for_a_tenth_of_a_second (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  tick (session, 0.0);
  tick (session, 30.0);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 0.1, 0.02);
}

static void
pause_stops_time_and_frames (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  int frames = 0;
  double before_s;

  play (session, 1.0);
  g_signal_connect (session, "frame", G_CALLBACK (count_cb), &frames);
  g_object_set (session, "playing", FALSE, NULL);
  before_s = sh_session_get_live_s (session);
  play (session, 1.0);
  g_assert_cmpint (frames, ==, 0);
  g_assert_cmpfloat (sh_session_get_live_s (session), ==, before_s);
  g_assert_false (sh_session_get_running (session));
}

static void
time_spent_paused_does_not_count (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  play (session, 1.0);
  g_object_set (session, "playing", FALSE, NULL);
  clock_us += 60 * G_USEC_PER_SEC;
  g_object_set (session, "playing", TRUE, NULL);
  play (session, 1.0);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 2.0, 0.02);
}

static void
speed_stretches_time (void)
{
  static const double speeds[] = { 0.1, 0.25, 4.0 };

  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autoptr (ShSession) session = sh_session_new (NULL);

      g_object_set (session, "speed", speeds[i], NULL);
      play (session, 4.0);
      g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 4.0 * speeds[i], 0.03);
    }
}

static void
step_goes_a_tenth_of_a_second_and_pauses (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  play (session, 1.0);
  sh_session_step (session, 1);
  g_assert_false (sh_session_get_playing (session));
  g_assert_cmpfloat_with_epsilon (sh_session_get_frame (session)->time_s, 1.1, 0.02);
  sh_session_step (session, -1);
  sh_session_step (session, -1);
  g_assert_cmpfloat_with_epsilon (sh_session_get_frame (session)->time_s, 0.9, 0.02);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 1.1, 0.02);
}

static void
scrubbing_shows_the_past_as_it_was (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  double then_mmhg;

  play (session, 5.0);
  then_mmhg = ankle_mmhg (session);
  play (session, 5.0);
  g_object_set (session, "scrub", -5.0, NULL);
  g_assert_cmpfloat_with_epsilon (sh_session_get_frame (session)->time_s, 5.0, 0.03);
  g_assert_cmpfloat_with_epsilon (ankle_mmhg (session), then_mmhg, 1.5);
  g_object_set (session, "scrub", 0.0, NULL);
  g_assert_cmpfloat_with_epsilon (sh_session_get_frame (session)->time_s, 10.0, 0.03);
}

static void
past_plays_on_until_it_is_now (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  double scrub;

  play (session, 4.0);
  g_object_set (session, "scrub", -2.0, NULL);
  play (session, 1.0);
  g_object_get (session, "scrub", &scrub, NULL);
  g_assert_cmpfloat_with_epsilon (scrub, -1.0, 0.05);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 4.0, 0.03);
  play (session, 2.0);
  g_object_get (session, "scrub", &scrub, NULL);
  g_assert_cmpfloat (scrub, ==, 0.0);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 5.0, 0.05);
}

static void
history_holds_a_minute (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  const ShHistory *history = sh_session_get_history (session);

  play (session, 70.0);
  g_assert_cmpfloat (sh_history_newest (history)->time_s - sh_history_get (history, 0)->time_s, >=,
                     60.0);
}

static void
inactivity_passes_an_hour_in_a_minute (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  g_object_set (session, "stop", 2, "inactive", TRUE, NULL);
  play (session, 1.0);
  g_assert_true (sh_session_get_fast_clock (session));
  g_assert_cmpfloat_with_epsilon (sh_session_get_inactive_s (session), 60.0, 2.0);
  g_assert_cmpfloat (sh_session_get_span (session), ==, 3600.0);
}

static void
activity_chosen_while_inactive_brings_movement_back (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  double before_s;

  g_object_set (session, "inactive", TRUE, NULL);
  play (session, 1.0);
  g_assert_false (sh_session_get_frame (session)->moving);
  g_object_set (session, "stop", 5, NULL);
  g_assert_false (sh_session_get_scenario (session)->inactive);
  before_s = sh_session_get_live_s (session);
  play (session, 1.0);
  g_assert_true (sh_session_get_frame (session)->moving);
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session) - before_s, 1.0, 0.03);
}

static void
posture_chosen_while_inactive_stays_inactive (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  g_object_set (session, "inactive", TRUE, NULL);
  g_object_set (session, "stop", 2, NULL);
  g_assert_true (sh_session_get_scenario (session)->inactive);
}

static void
every_stop_can_be_chosen_from_every_other (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  for (int from = 0; from < SH_N_STOPS; from++)
    for (int to = 0; to < SH_N_STOPS; to++)
      {
        int stop;

        g_object_set (session, "stop", from, NULL);
        g_object_set (session, "stop", to, NULL);
        g_object_get (session, "stop", &stop, NULL);
        g_assert_cmpint (stop, ==, to);
        g_assert_cmpint (sh_session_get_scenario (session)->activity, ==, sh_stop (to)->activity);
        play (session, 0.05);
        g_assert_true (isfinite (ankle_mmhg (session)));
      }
}

static void
pace_keeps_to_the_activity_s_range (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  const ShActivityInfo *walking = sh_activity_info (SH_ACTIVITY_WALKING);

  g_object_set (session, "pace", 900.0, NULL);
  g_assert_cmpfloat (sh_session_get_scenario (session)->pace, ==, walking->pace_max);
  g_object_set (session, "stop", 9, NULL);
  g_assert_cmpfloat (sh_session_get_scenario (session)->pace, ==,
                     sh_activity_info (SH_ACTIVITY_CYCLING)->pace_default);
}

static void
stocking_sets_its_pressure (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  g_object_set (session, "stocking", SH_STOCKING_20_30, NULL);
  g_assert_cmpfloat (sh_session_get_scenario (session)->stocking_mmhg, ==, 25.0);
}

static void
leaky_switch_reaches_the_model_and_back (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  gboolean deep, superficial;

  g_object_set (session, "leak-superficial", TRUE, NULL);
  g_object_get (session, "leak-deep", &deep, "leak-superficial", &superficial, NULL);
  g_assert_false (deep);
  g_assert_true (superficial);
  play (session, 0.1);
  g_assert_cmpfloat (sh_session_get_frame (session)->leak[SH_VALVE_GREAT_SAPHENOUS_2], >, 0.0);
  g_object_set (session, "leaky", FALSE, NULL);
  g_assert_cmpfloat (sh_session_get_scenario (session)->leak[SH_VALVE_GREAT_SAPHENOUS_2], ==, 0.0);
}

static void
leaks_keep_the_ankle_pressure_high_in_walking (void)
{
  g_autoptr (ShSession) healthy = sh_session_new (NULL);
  g_autoptr (ShSession) leaking = sh_session_new (NULL);

  g_object_set (leaking, "leaky", TRUE, NULL);
  play (healthy, 20.0);
  play (leaking, 20.0);
  g_assert_cmpfloat (ankle_mmhg (leaking), >, ankle_mmhg (healthy) + 5.0);
}

static void
valve_is_toggled_by_itself (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  sh_session_toggle_valve (session, SH_VALVE_POPLITEAL_1);
  g_assert_cmpfloat (sh_session_get_valve_leak (session, SH_VALVE_POPLITEAL_1), >, 0.0);
  g_assert_cmpfloat (sh_session_get_valve_leak (session, SH_VALVE_FEMORAL_1), ==, 0.0);
  sh_session_toggle_valve (session, SH_VALVE_POPLITEAL_1);
  g_assert_cmpfloat (sh_session_get_valve_leak (session, SH_VALVE_POPLITEAL_1), ==, 0.0);
}

static void
reduced_motion_steps_instead_of_running (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);

  g_object_set (session, "reduced-motion", TRUE, NULL);
  play (session, 1.0);
  g_assert_cmpfloat (sh_session_get_live_s (session), ==, 0.0);
  sh_session_step (session, 1);
  /* One whole cycle of two steps at 100 a minute, and an eighth of the next. */
  g_assert_cmpfloat_with_epsilon (sh_session_get_live_s (session), 1.2 * 9.0 / 8.0, 0.02);
}

static void
refused_scenario_changes_nothing (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  ShScenario before = *sh_session_get_scenario (session);
  ShScenario wrong = before;

  wrong.activity = SH_ACTIVITY_RUNNING;
  wrong.posture = SH_POSTURE_LYING;
  g_assert_false (sh_session_set_scenario (session, &wrong));
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (session), &before));
}

static void
reset_goes_back_to_the_first_scenario (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  ShScenario first = *sh_session_get_scenario (session);

  g_object_set (session, "stop", 2, "leaky", TRUE, "stocking", SH_STOCKING_30_40, NULL);
  g_object_set (session, "inactive", TRUE, "speed", 0.1, "playing", FALSE, NULL);
  sh_session_reset (session);
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (session), &first));
  g_assert_cmpfloat (sh_session_get_live_s (session), ==, 0.0);
  g_assert_true (sh_session_get_running (session));
  g_assert_cmpuint (sh_history_length (sh_session_get_history (session)), ==, 1);
}

static void
same_ticks_give_the_same_frames (void)
{
  g_autoptr (ShSession) a = sh_session_new (NULL);
  g_autoptr (ShSession) b = sh_session_new (NULL);

  play (a, 3.0);
  play (b, 3.0);
  g_assert_cmpfloat (ankle_mmhg (a), ==, ankle_mmhg (b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/session/" name, function)
  ADD ("starts with a healthy person walking", starts_with_a_healthy_person_walking);
  ADD ("time goes on as the clock says", time_goes_on_as_the_clock_says);
  ADD ("gap counts for a tenth of a second", gap_counts_for_a_tenth_of_a_second);
  ADD ("pause stops time and frames", pause_stops_time_and_frames);
  ADD ("time spent paused does not count", time_spent_paused_does_not_count);
  ADD ("speed stretches time", speed_stretches_time);
  ADD ("step goes a tenth of a second and pauses", step_goes_a_tenth_of_a_second_and_pauses);
  ADD ("scrubbing shows the past as it was", scrubbing_shows_the_past_as_it_was);
  ADD ("past plays on until it is now", past_plays_on_until_it_is_now);
  ADD ("history holds a minute", history_holds_a_minute);
  ADD ("inactivity passes an hour in a minute", inactivity_passes_an_hour_in_a_minute);
  ADD ("activity chosen while inactive brings movement back",
       activity_chosen_while_inactive_brings_movement_back);
  ADD ("posture chosen while inactive stays inactive",
       posture_chosen_while_inactive_stays_inactive);
  ADD ("every stop can be chosen from every other", every_stop_can_be_chosen_from_every_other);
  ADD ("pace keeps to the activity's range", pace_keeps_to_the_activity_s_range);
  ADD ("stocking sets its pressure", stocking_sets_its_pressure);
  ADD ("leaky switch reaches the model and back", leaky_switch_reaches_the_model_and_back);
  ADD ("leaks keep the ankle pressure high in walking",
       leaks_keep_the_ankle_pressure_high_in_walking);
  ADD ("valve is toggled by itself", valve_is_toggled_by_itself);
  ADD ("reduced motion steps instead of running", reduced_motion_steps_instead_of_running);
  ADD ("refused scenario changes nothing", refused_scenario_changes_nothing);
  ADD ("reset goes back to the first scenario", reset_goes_back_to_the_first_scenario);
  ADD ("same ticks give the same frames", same_ticks_give_the_same_frames);
  return g_test_run ();
}
