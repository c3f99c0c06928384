/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "sh-trace.h"

/* A trace of @n values one second apart, from 0 s. */
static ShTrace
trace_of (const double *values, int n)
{
  ShTrace trace = { 0 };

  for (int i = 0; i < n; i++)
    g_assert_true (sh_trace_add (&trace, i, values[i]));
  return trace;
}

static void
test_window (void)
{
  const double values[] = { 5, 1, 9, 3, 7 };
  ShTrace trace = trace_of (values, 5);

  g_assert_cmpfloat (sh_trace_min (&trace, 0, 4), ==, 1);
  g_assert_cmpfloat (sh_trace_max (&trace, 0, 4), ==, 9);
  g_assert_cmpfloat (sh_trace_min (&trace, 2, 4), ==, 3);
  g_assert_cmpfloat (sh_trace_max (&trace, 3, 4), ==, 7);
  g_assert_cmpfloat (sh_trace_min (&trace, 1, 1), ==, 1);
  sh_trace_clear (&trace);
}

static void
test_nothing_there (void)
{
  const double values[] = { 5, 1 };
  ShTrace trace = trace_of (values, 2);

  g_assert_true (isnan (sh_trace_min (&trace, 2, 9)));
  g_assert_true (isnan (sh_trace_max (&trace, 2, 9)));
  g_assert_true (isnan (sh_trace_mean (&trace, 2, 9)));
  g_assert_true (isnan (sh_trace_reaches (&trace, 0, 6, 1)));
  sh_trace_clear (&trace);
  g_assert_cmpint (trace.n, ==, 0);
  g_assert_true (isnan (sh_trace_min (&trace, 0, 9)));
}

/* A straight line has its middle as mean, however unevenly it was sampled. */
static void
test_mean_is_over_time (void)
{
  ShTrace trace = { 0 };

  for (int i = 0; i <= 10; i++)
    sh_trace_add (&trace, 0.1 * i, 2 * 0.1 * i);
  for (int i = 2; i <= 10; i++)
    sh_trace_add (&trace, i, 2 * i);
  g_assert_cmpfloat_with_epsilon (sh_trace_mean (&trace, 0, 10), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (sh_trace_mean (&trace, 0, 1), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (sh_trace_mean (&trace, 4, 4), 8, 1e-9);
  sh_trace_clear (&trace);
}

static void
test_crossing_between_points (void)
{
  const double values[] = { 0, 10, 20, 30, 30, 30 };
  ShTrace trace = trace_of (values, 6);

  g_assert_cmpfloat_with_epsilon (sh_trace_reaches (&trace, 0, 25, 1), 2.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (sh_trace_reaches (&trace, 0, 20, 1), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (sh_trace_reaches (&trace, 3, 5, 1), 3, 1e-9);
  sh_trace_clear (&trace);
}

static void
test_touching_is_not_staying (void)
{
  const double values[] = { 0, 50, 0, 10, 20, 30, 40, 50, 50, 50 };
  ShTrace trace = trace_of (values, 10);

  g_assert_cmpfloat_with_epsilon (sh_trace_reaches (&trace, 0, 40, 2), 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (sh_trace_reaches (&trace, 0, 40, 0), 0.8, 1e-9);
  sh_trace_clear (&trace);
}

static void
test_an_unfinished_stay_does_not_count (void)
{
  const double values[] = { 0, 10, 50, 50 };
  ShTrace trace = trace_of (values, 4);

  g_assert_true (isnan (sh_trace_reaches (&trace, 0, 40, 2)));
  g_assert_false (isnan (sh_trace_reaches (&trace, 0, 40, 1)));
  sh_trace_clear (&trace);
}

static void
test_long_traces_grow (void)
{
  ShTrace trace = { 0 };

  for (int i = 0; i < 5000; i++)
    g_assert_true (sh_trace_add (&trace, i, i));
  g_assert_cmpint (trace.n, ==, 5000);
  g_assert_cmpfloat (sh_trace_max (&trace, 0, 1e9), ==, 4999);
  g_assert_cmpfloat (sh_trace_min (&trace, 0, 1e9), ==, 0);
  sh_trace_clear (&trace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/a window holds its ends", test_window);
  g_test_add_func ("/trace/an empty window has no value", test_nothing_there);
  g_test_add_func ("/trace/a mean is a mean over time", test_mean_is_over_time);
  g_test_add_func ("/trace/a level is reached between two points", test_crossing_between_points);
  g_test_add_func ("/trace/a level that is only touched is not reached",
                   test_touching_is_not_staying);
  g_test_add_func ("/trace/a stay that the end cuts off does not count",
                   test_an_unfinished_stay_does_not_count);
  g_test_add_func ("/trace/a long trace keeps all its points", test_long_traces_grow);
  return g_test_run ();
}
