/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-zoom.h"

static void
all_is_shown_at_first (void)
{
  ShChartZoom zoom;

  sh_chart_zoom_init (&zoom, 60.0);
  g_assert_cmpfloat (zoom.shown_s, ==, 60.0);
  g_assert_cmpfloat (zoom.since_end_s, ==, 0.0);
  g_assert_false (zoom.cursor);
}

static void
zooming_keeps_the_instant_under_the_pointer (void)
{
  ShChartZoom zoom;

  sh_chart_zoom_init (&zoom, 60.0);
  sh_chart_zoom_by (&zoom, 0.5, 0.25); /* 45 s ago */
  g_assert_cmpfloat (zoom.shown_s, ==, 30.0);
  g_assert_cmpfloat (zoom.since_end_s + 0.75 * zoom.shown_s, ==, 45.0);
  sh_chart_zoom_by (&zoom, 100.0, 0.25);
  g_assert_cmpfloat (zoom.shown_s, ==, 60.0);
  g_assert_cmpfloat (zoom.since_end_s, ==, 0.0);
}

static void
zooming_ends_where_nothing_more_is_seen (void)
{
  ShChartZoom zoom;

  sh_chart_zoom_init (&zoom, 60.0);
  sh_chart_zoom_by (&zoom, 1e-6, 1.0);
  g_assert_cmpfloat (zoom.shown_s, ==, SH_CHART_SHORTEST_S);
  sh_chart_zoom_by (&zoom, 0.0, 1.0);
  sh_chart_zoom_by (&zoom, -1.0, 1.0);
  g_assert_cmpfloat (zoom.shown_s, ==, SH_CHART_SHORTEST_S);
}

static void
panning_stays_inside_the_past (void)
{
  ShChartZoom zoom;

  sh_chart_zoom_init (&zoom, 60.0);
  sh_chart_zoom_by (&zoom, 0.5, 1.0);
  sh_chart_zoom_pan (&zoom, -10.0);
  g_assert_cmpfloat (zoom.since_end_s, ==, 10.0);
  sh_chart_zoom_pan (&zoom, -1000.0);
  g_assert_cmpfloat (zoom.since_end_s, ==, 30.0);
  sh_chart_zoom_pan (&zoom, 1000.0);
  g_assert_cmpfloat (zoom.since_end_s, ==, 0.0);
}

static void
shown_piece_follows_the_cursor (void)
{
  ShChartZoom zoom;

  sh_chart_zoom_init (&zoom, 60.0);
  sh_chart_zoom_by (&zoom, 0.5, 1.0);
  sh_chart_zoom_move_cursor (&zoom, -10.0);
  g_assert_true (zoom.cursor);
  g_assert_cmpfloat (zoom.cursor_ago_s, ==, 3.0);
  sh_chart_zoom_set_cursor (&zoom, 50.0);
  g_assert_cmpfloat (zoom.since_end_s, ==, 20.0);
  sh_chart_zoom_set_cursor (&zoom, 5.0);
  g_assert_cmpfloat (zoom.since_end_s, ==, 5.0);
  sh_chart_zoom_set_cursor (&zoom, 500.0);
  g_assert_cmpfloat (zoom.cursor_ago_s, ==, 60.0);
}

static void
another_span_shows_all_of_it (void)
{
  ShChartZoom zoom;

  sh_chart_zoom_init (&zoom, 60.0);
  sh_chart_zoom_by (&zoom, 0.5, 1.0);
  sh_chart_zoom_set_span (&zoom, 60.0);
  g_assert_cmpfloat (zoom.shown_s, ==, 30.0);
  sh_chart_zoom_set_span (&zoom, 3600.0);
  g_assert_cmpfloat (zoom.shown_s, ==, 3600.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/chart-zoom/" name, function)
  ADD ("all is shown at first", all_is_shown_at_first);
  ADD ("zooming keeps the instant under the pointer", zooming_keeps_the_instant_under_the_pointer);
  ADD ("zooming ends where nothing more is seen", zooming_ends_where_nothing_more_is_seen);
  ADD ("panning stays inside the past", panning_stays_inside_the_past);
  ADD ("shown piece follows the cursor", shown_piece_follows_the_cursor);
  ADD ("another span shows all of it", another_span_shows_all_of_it);
  return g_test_run ();
}
