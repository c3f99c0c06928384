/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-gesture.h"
#include "sh-kiosk-machine.h"

/* The states with a clock of the test's own. */

typedef struct
{
  ShKioskConfig config;
  ShKioskMachine machine;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->config = (ShKioskConfig){
    .idle_s = 60.0, .countdown_s = 20.0, .reading_pause = TRUE, .reading_s = 180.0
  };
  sh_kiosk_machine_init (&fixture->machine, &fixture->config, 100.0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
}

static void
assert_state (Fixture *fixture, double now_s, ShKioskState state)
{
  g_assert_cmpstr (sh_kiosk_state_name (sh_kiosk_machine_tick (&fixture->machine, now_s)), ==,
                   sh_kiosk_state_name (state));
}

static void
goes_back_to_the_start_when_idle (Fixture *fixture, gconstpointer data)
{
  ShKioskMachine *machine = &fixture->machine;

  assert_state (fixture, 5000.0, SH_KIOSK_ATTRACT);
  g_assert_true (sh_kiosk_machine_touch (machine, 5000.0));
  assert_state (fixture, 5059.9, SH_KIOSK_VISIT);
  assert_state (fixture, 5060.0, SH_KIOSK_WARN);
  g_assert_cmpfloat_with_epsilon (sh_kiosk_machine_left_s (machine, 5065.0), 15.0, 1e-9);
  assert_state (fixture, 5079.9, SH_KIOSK_WARN);
  assert_state (fixture, 5080.0, SH_KIOSK_RESET);
  assert_state (fixture, 9000.0, SH_KIOSK_RESET);
  sh_kiosk_machine_reset_done (machine);
  assert_state (fixture, 9000.0, SH_KIOSK_ATTRACT);
}

static void
one_touch_stops_the_countdown_and_does_nothing_else (Fixture *fixture, gconstpointer data)
{
  ShKioskMachine *machine = &fixture->machine;

  sh_kiosk_machine_touch (machine, 100.0);
  assert_state (fixture, 160.0, SH_KIOSK_WARN);
  g_assert_true (sh_kiosk_machine_touch (machine, 179.0));
  assert_state (fixture, 180.0, SH_KIOSK_VISIT);
  g_assert_false (sh_kiosk_machine_touch (machine, 181.0));
  assert_state (fixture, 240.9, SH_KIOSK_VISIT);
  assert_state (fixture, 241.0, SH_KIOSK_WARN);
}

static void
reading_gets_more_time_but_not_for_ever (Fixture *fixture, gconstpointer data)
{
  ShKioskMachine *machine = &fixture->machine;

  sh_kiosk_machine_touch (machine, 100.0);
  sh_kiosk_machine_set_reading (machine, TRUE);
  assert_state (fixture, 279.0, SH_KIOSK_VISIT);
  assert_state (fixture, 280.0, SH_KIOSK_WARN);
  sh_kiosk_machine_touch (machine, 281.0);
  fixture->config.reading_pause = FALSE;
  sh_kiosk_machine_configure (machine, &fixture->config);
  assert_state (fixture, 341.0, SH_KIOSK_WARN);
}

static void
closing_waits_for_the_visitor (Fixture *fixture, gconstpointer data)
{
  ShKioskMachine *machine = &fixture->machine;

  sh_kiosk_machine_touch (machine, 100.0);
  sh_kiosk_machine_set_open (machine, FALSE);
  assert_state (fixture, 101.0, SH_KIOSK_VISIT);
  assert_state (fixture, 160.0, SH_KIOSK_WARN);
  assert_state (fixture, 180.0, SH_KIOSK_RESET);
  sh_kiosk_machine_reset_done (machine);
  assert_state (fixture, 181.0, SH_KIOSK_CLOSED);
  g_assert_true (sh_kiosk_machine_touch (machine, 182.0));
  assert_state (fixture, 183.0, SH_KIOSK_CLOSED);
  sh_kiosk_machine_set_open (machine, TRUE);
  sh_kiosk_machine_reset_done (machine);
  assert_state (fixture, 184.0, SH_KIOSK_ATTRACT);
}

static void
staff_come_in_and_are_not_left_in (Fixture *fixture, gconstpointer data)
{
  ShKioskMachine *machine = &fixture->machine;

  sh_kiosk_machine_unlock (machine, 100.0);
  assert_state (fixture, 100.0, SH_KIOSK_ATTRACT);
  sh_kiosk_machine_gesture (machine, 100.0);
  assert_state (fixture, 129.9, SH_KIOSK_LOCKED);
  assert_state (fixture, 130.0, SH_KIOSK_RESET);
  sh_kiosk_machine_gesture (machine, 130.0);
  assert_state (fixture, 130.0, SH_KIOSK_RESET);
  sh_kiosk_machine_reset_done (machine);
  sh_kiosk_machine_gesture (machine, 140.0);
  sh_kiosk_machine_unlock (machine, 150.0);
  assert_state (fixture, 329.9, SH_KIOSK_STAFF);
  assert_state (fixture, 330.0, SH_KIOSK_RESET);
}

/* Whatever comes in whatever order, it is back at the start after the longest patience. */
static void
any_order_of_events_ends_at_the_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  ShKioskMachine *machine = &fixture->machine;
  double now_s = 100.0;

  for (int i = 0; i < 100000; i++)
    {
      now_s += g_rand_double_range (rand, 0.0, 5.0);
      switch (g_rand_int_range (rand, 0, 10))
        {
        case 0:
          sh_kiosk_machine_touch (machine, now_s);
          break;
        case 1:
          sh_kiosk_machine_set_reading (machine, g_rand_boolean (rand));
          break;
        case 2:
          sh_kiosk_machine_gesture (machine, now_s);
          break;
        case 3:
          sh_kiosk_machine_unlock (machine, now_s);
          break;
        case 4:
          sh_kiosk_machine_leave (machine);
          break;
        case 5:
          sh_kiosk_machine_end_visit (machine);
          break;
        case 6:
          sh_kiosk_machine_reset_done (machine);
          break;
        default:
          sh_kiosk_machine_tick (machine, now_s);
          break;
        }
      if (i % 1000 != 999)
        continue;
      sh_kiosk_machine_tick (machine, now_s + 180.0);
      sh_kiosk_machine_tick (machine, now_s + 200.0);
      sh_kiosk_machine_reset_done (machine);
      g_assert_cmpint (machine->state, ==, SH_KIOSK_ATTRACT);
      now_s += 200.0;
    }
}

static gboolean
taps (ShKioskGesture *gesture, const char *where, double now_s, double every_s)
{
  gboolean done = FALSE;

  for (const char *p = where; *p != '\0'; p++, now_s += every_s)
    done = sh_kiosk_gesture_tap (gesture, *p == 'L' ? 5.0 : (*p == 'R' ? 1075.0 : 500.0),
                                 *p == 'D' ? 900.0 : 20.0, 1080.0, 1920.0, now_s);
  return done;
}

static void
the_gesture_is_the_corners_in_turn (Fixture *fixture, gconstpointer data)
{
  ShKioskGesture gesture = { 0 };

  g_assert_true (taps (&gesture, "LRLRLR", 0.0, 1.0));
  g_assert_false (taps (&gesture, "LRLRL", 100.0, 1.0));
  g_assert_false (taps (&gesture, "LLLLLL", 200.0, 1.0));
  g_assert_false (taps (&gesture, "RLRLRL", 300.0, 1.0));
  g_assert_false (taps (&gesture, "LRDRLR", 400.0, 1.0));
  g_assert_false (taps (&gesture, "LRLRLR", 500.0, 2.0));
  g_assert_true (taps (&gesture, "DLLRLRLR", 600.0, 1.0));
}

/* A child that hits the screen anywhere, once a second for a year, never gets to the pad. */
static void
the_gesture_is_not_made_by_chance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  ShKioskGesture gesture = { 0 };

  for (int i = 0; i < 1000000; i++)
    g_assert_false (sh_kiosk_gesture_tap (&gesture, g_rand_double_range (rand, 0.0, 1080.0),
                                          g_rand_double_range (rand, 0.0, 1920.0), 1080.0, 1920.0,
                                          i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add ("/kiosk-machine/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (goes_back_to_the_start_when_idle);
  ADD (one_touch_stops_the_countdown_and_does_nothing_else);
  ADD (reading_gets_more_time_but_not_for_ever);
  ADD (closing_waits_for_the_visitor);
  ADD (staff_come_in_and_are_not_left_in);
  ADD (any_order_of_events_ends_at_the_start);
  ADD (the_gesture_is_the_corners_in_turn);
  ADD (the_gesture_is_not_made_by_chance);
  return g_test_run ();
}
