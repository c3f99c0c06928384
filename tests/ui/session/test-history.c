/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-history.h"

static ShFrame
frame_at (double time_s, double muscle_mmhg)
{
  ShFrame frame = { 0 };

  frame.time_s = time_s;
  frame.muscle_mmhg = muscle_mmhg;
  return frame;
}

static double
muscle (const ShFrame *frame, gpointer user_data)
{
  return frame->muscle_mmhg;
}

static ShHistory *
fill (guint capacity, int n)
{
  ShHistory *history = sh_history_new (capacity);

  for (int i = 0; i < n; i++)
    {
      ShFrame frame = frame_at (i, 10.0 * i);

      sh_history_add (history, &frame);
    }
  return history;
}

static void
keeps_the_newest_frames_when_full (void)
{
  g_autoptr (ShHistory) history = fill (4, 10);

  g_assert_cmpuint (sh_history_length (history), ==, 4);
  g_assert_cmpfloat (sh_history_get (history, 0)->time_s, ==, 6.0);
  g_assert_cmpfloat (sh_history_newest (history)->time_s, ==, 9.0);
}

static void
finds_the_last_frame_at_or_before_a_time (void)
{
  g_autoptr (ShHistory) history = fill (4, 10);

  g_assert_cmpuint (sh_history_find (history, 8.0), ==, 2);
  g_assert_cmpuint (sh_history_find (history, 8.9), ==, 2);
  g_assert_cmpuint (sh_history_find (history, 1.0), ==, 0);
  g_assert_cmpuint (sh_history_find (history, 99.0), ==, 3);
}

static void
mixes_neighbours_between_two_frames (void)
{
  g_autoptr (ShHistory) history = fill (4, 3);
  ShFrame frame;

  g_assert_true (sh_history_at (history, 1.25, &frame));
  g_assert_cmpfloat_with_epsilon (frame.time_s, 1.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (frame.muscle_mmhg, 12.5, 1e-9);
}

static void
is_empty_after_clearing (void)
{
  g_autoptr (ShHistory) history = fill (4, 3);
  ShFrame frame;

  sh_history_clear (history);
  g_assert_cmpuint (sh_history_length (history), ==, 0);
  g_assert_null (sh_history_newest (history));
  g_assert_false (sh_history_at (history, 0.0, &frame));
  g_assert_cmpfloat (sh_history_mean (history, muscle, NULL, 0.0, 1.0, -7.0), ==, -7.0);
}

static void
means_only_what_lies_in_the_span (void)
{
  g_autoptr (ShHistory) history = fill (20, 10);

  g_assert_cmpfloat_with_epsilon (sh_history_mean (history, muscle, NULL, 9.0, 3.0, 0.0), 80.0,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (sh_history_mean (history, muscle, NULL, 5.0, 0.5, 0.0), 50.0,
                                  1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/keeps the newest frames when full", keeps_the_newest_frames_when_full);
  g_test_add_func ("/history/finds the last frame at or before a time",
                   finds_the_last_frame_at_or_before_a_time);
  g_test_add_func ("/history/mixes neighbours between two frames",
                   mixes_neighbours_between_two_frames);
  g_test_add_func ("/history/is empty after clearing", is_empty_after_clearing);
  g_test_add_func ("/history/means only what lies in the span", means_only_what_lies_in_the_span);
  return g_test_run ();
}
