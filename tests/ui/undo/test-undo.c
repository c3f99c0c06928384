/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stocking.h"
#include "sh-story.h"
#include "sh-undo.h"

typedef struct
{
  ShSession *session;
  ShUndo *undo;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = sh_session_new (NULL);
  fixture->undo = sh_undo_new (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->undo);
  g_assert_finalize_object (fixture->session);
}

static double
effort (Fixture *fixture)
{
  return sh_session_get_scenario (fixture->session)->effort;
}

static void
a_new_window_has_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_assert_null (sh_undo_get_undo_text (fixture->undo));
  g_assert_null (sh_undo_get_redo_text (fixture->undo));
  g_assert_false (sh_undo_undo (fixture->undo));
  g_assert_false (sh_undo_redo (fixture->undo));
}

static void
each_switch_is_a_step (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->session, "stocking", SH_STOCKING_20_30, NULL);
  g_object_set (fixture->session, "leaky", TRUE, NULL);
  g_object_set (fixture->session, "leaky", FALSE, NULL);
  g_assert_true (sh_undo_undo (fixture->undo));
  g_assert_cmpfloat (sh_session_get_valve_leak (fixture->session, SH_VALVE_POPLITEAL_1), >, 0.0);
  g_assert_true (sh_undo_undo (fixture->undo));
  g_assert_cmpfloat (sh_session_get_valve_leak (fixture->session, SH_VALVE_POPLITEAL_1), ==, 0.0);
  g_assert_true (sh_undo_undo (fixture->undo));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->stocking_mmhg, ==, 0.0);
  g_assert_false (sh_undo_undo (fixture->undo));
  g_assert_true (sh_undo_redo (fixture->undo));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->stocking_mmhg, ==, 25.0);
}

static void
a_dragged_slider_is_one_step (Fixture *fixture, gconstpointer data)
{
  sh_undo_set_held (fixture->undo, TRUE);
  for (int i = 0; i < 20; i++)
    g_object_set (fixture->session, "effort", 1.0 + 0.01 * i, NULL);
  sh_undo_set_held (fixture->undo, FALSE);
  sh_undo_set_held (fixture->undo, TRUE);
  g_object_set (fixture->session, "effort", 0.5, NULL);
  sh_undo_set_held (fixture->undo, FALSE);
  g_assert_true (sh_undo_undo (fixture->undo));
  g_assert_cmpfloat_with_epsilon (effort (fixture), 1.19, 1e-9);
  g_assert_true (sh_undo_undo (fixture->undo));
  g_assert_cmpfloat_with_epsilon (effort (fixture), 1.0, 1e-9);
  g_assert_false (sh_undo_undo (fixture->undo));
}

static void
a_slider_that_came_back_is_no_step (Fixture *fixture, gconstpointer data)
{
  sh_undo_set_held (fixture->undo, TRUE);
  g_object_set (fixture->session, "effort", 0.7, NULL);
  g_object_set (fixture->session, "effort", 1.0, NULL);
  sh_undo_set_held (fixture->undo, FALSE);
  g_assert_null (sh_undo_get_undo_text (fixture->undo));
}

static void
a_new_change_ends_redoing (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->session, "stop", SH_N_STOPS - 1, NULL);
  g_assert_true (sh_undo_undo (fixture->undo));
  g_assert_nonnull (sh_undo_get_redo_text (fixture->undo));
  g_object_set (fixture->session, "inactive", TRUE, NULL);
  g_assert_null (sh_undo_get_redo_text (fixture->undo));
}

static void
starting_again_can_be_undone (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->session, "calf-strength", 0.4, "leaky", TRUE, NULL);
  sh_session_reset (fixture->session);
  g_assert_true (sh_undo_undo (fixture->undo));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->calf_strength, ==, 0.4);
}

/* More changes than are remembered; the oldest are given up and the rest is as it was. */
static void
many_changes_are_borne (Fixture *fixture, gconstpointer data)
{
  int n = 0;

  for (int i = 0; i < 1200; i++)
    g_object_set (fixture->session, "inactive", i % 2 == 0, NULL);
  while (sh_undo_undo (fixture->undo))
    n++;
  g_assert_cmpint (n, >, 100);
  while (sh_undo_redo (fixture->undo))
    n--;
  g_assert_cmpint (n, ==, 0);
}

static void
every_change_has_a_name (Fixture *fixture, gconstpointer data)
{
  ShScenario from, to;

  sh_session_first_scenario (&from);
#define CHECK(field, value, change)                                                                \
  to = from;                                                                                       \
  to.field = (value);                                                                              \
  g_assert_cmpint ((int) sh_change_between (&from, &to), ==, (int) (change))
  to = from;
  g_assert_cmpint ((int) sh_change_between (&from, &to), ==, SH_CHANGE_NONE);
  CHECK (pace, 80, SH_CHANGE_PACE);
  CHECK (effort, 0.5, SH_CHANGE_EFFORT);
  CHECK (ankle_range, 0.5, SH_CHANGE_ANKLE_RANGE);
  CHECK (toe_pointing, 0.5, SH_CHANGE_TOES);
  CHECK (calf_strength, 0.5, SH_CHANGE_STRENGTH);
  CHECK (stocking_mmhg, 18, SH_CHANGE_STOCKING);
  CHECK (inactive, true, SH_CHANGE_INACTIVE);
  CHECK (activity, SH_ACTIVITY_RUNNING, SH_CHANGE_ACTIVITY);
  CHECK (leak[3], 0.5, SH_CHANGE_VALVES);
  CHECK (narrowing[2], 0.5, SH_CHANGE_NARROWING);
  CHECK (closed[2], true, SH_CHANGE_CLOSED);
  CHECK (body_height_m, 1.9, SH_CHANGE_PERSON);
  CHECK (side, SH_SIDE_LEFT, SH_CHANGE_PERSON);
  from.leak[3] = 0.4;
  CHECK (leak[3], 0.6, SH_CHANGE_SEVERITY);
  CHECK (leak[3], 0.0, SH_CHANGE_VALVES);
#undef CHECK
  to = from;
  to.effort = 0.1;
  to.stocking_mmhg = 18;
  g_assert_cmpint ((int) sh_change_between (&from, &to), ==, SH_CHANGE_SEVERAL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/undo/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a new window has nothing to undo", a_new_window_has_nothing_to_undo);
  ADD ("each switch is a step", each_switch_is_a_step);
  ADD ("a dragged slider is one step", a_dragged_slider_is_one_step);
  ADD ("a slider that came back is no step", a_slider_that_came_back_is_no_step);
  ADD ("a new change ends redoing", a_new_change_ends_redoing);
  ADD ("starting again can be undone", starting_again_can_be_undone);
  ADD ("many changes are borne", many_changes_are_borne);
  ADD ("every change has a name", every_change_has_a_name);
  return g_test_run ();
}
