/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-chart.h"

#define WIDTH 360
#define HEIGHT 220
#define N 3000

static double times[N], flat[N], spike[N];

static void
fill_values (void)
{
  for (int i = 0; i < N; i++)
    {
      times[i] = i * 0.02;
      flat[i] = 50;
      spike[i] = i == 1500 ? 100 : 50; /* one sample of 20 ms */
    }
}

static const ShColor blue = { 0, 0, 1 };

static cairo_surface_t *
draw_chart (const ShChart *chart, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  sh_chart_draw (chart, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_surface_t *
draw (const double *value, gsize n, double text_scale, int width, int height)
{
  ShChartTrace trace = { .label = "Ankle vein pressure, mmHg",
                         .time_s = times,
                         .value = value,
                         .n = n,
                         .high = 120,
                         .color = blue };
  ShChart chart = { 0, 60, &trace, 1, SH_THEME_LIGHT, text_scale };

  return draw_chart (&chart, width, height);
}

static const guchar *
pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) +
         4 * x;
}

/* The topmost row below the head in which the trace's pure blue appears in these columns. */
static int
top_of_trace_in (cairo_surface_t *surface, int from_x, int to_x)
{
  for (int y = 40; y < cairo_image_surface_get_height (surface); y++)
    for (int x = from_x; x < to_x; x++)
      {
        const guchar *p = pixel (surface, x, y);

        if (p[0] > 150 && p[2] < 40 && p[3] > 150)
          return y;
      }
  return -1;
}

/* In the middle, where the peak is. */
static int
top_of_trace (cairo_surface_t *surface)
{
  return top_of_trace_in (surface, WIDTH / 2 - 30, WIDTH / 2 + 60);
}

static void
test_steps_of_the_scale_are_round (void)
{
  g_assert_cmpfloat (sh_chart_nice_step (100, 5), ==, 20);
  g_assert_cmpfloat (sh_chart_nice_step (120, 5), ==, 50);
  g_assert_cmpfloat (sh_chart_nice_step (60, 6), ==, 10);
  g_assert_cmpfloat_with_epsilon (sh_chart_nice_step (0.7, 4), 0.2, 1e-12);
  g_assert_cmpfloat (sh_chart_nice_step (0, 4), ==, 1);
  for (double range = 0.01; range < 1e4; range *= 1.37)
    for (int n = 1; n < 8; n++)
      {
        double parts = range / sh_chart_nice_step (range, n);

        g_assert_cmpfloat (parts, <=, n + 1e-6);
        g_assert_cmpfloat (parts, >, n / 2.6);
      }
}

static void
test_shortest_peak_is_never_lost (void)
{
  cairo_surface_t *quiet = draw (flat, N, 1, WIDTH, HEIGHT);
  cairo_surface_t *peak = draw (spike, N, 1, WIDTH, HEIGHT);

  g_assert_cmpint (top_of_trace (quiet), >, 0);
  g_assert_cmpint (top_of_trace (peak), >, 0);
  g_assert_cmpint (top_of_trace (peak), <, top_of_trace (quiet) - 30);
  cairo_surface_destroy (quiet);
  cairo_surface_destroy (peak);
}

static void
test_chart_survives_nothing_to_show (void)
{
  static const double gaps[] = { 10, NAN, INFINITY, 20 };

  cairo_surface_destroy (draw (flat, 0, 1, WIDTH, HEIGHT));
  cairo_surface_destroy (draw (flat, 1, 1, WIDTH, HEIGHT));
  cairo_surface_destroy (draw (gaps, G_N_ELEMENTS (gaps), 1, WIDTH, HEIGHT));
  cairo_surface_destroy (draw (flat, N, 2, 40, 20));
}

/* The painted share of the right upper corner, where the last value stands. */
static double
ink_of_value (double text_scale)
{
  cairo_surface_t *surface = draw (flat, N, text_scale, WIDTH, HEIGHT);
  double ink = 0;

  for (int y = 0; y < 50; y++)
    for (int x = WIDTH - 80; x < WIDTH; x++)
      ink += pixel (surface, x, y)[3] / 255.0;
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_letters_grow_with_the_text_scale (void)
{
  g_assert_cmpfloat (ink_of_value (1), >, 20);
  g_assert_cmpfloat (ink_of_value (2), >, 2.2 * ink_of_value (1));
}

/* The curve goes right through the letters of a published value. */
static void
test_no_curve_crosses_the_name_of_a_mark (void)
{
  ShChartMark mark = { 46, 46, "standing still" };
  ShChartTrace trace = { .label = "",
                         .time_s = times,
                         .value = flat,
                         .n = N,
                         .high = 120,
                         .color = blue,
                         .marks = &mark,
                         .n_marks = 1 };
  ShChart chart = { 0, 60, &trace, 1, SH_THEME_LIGHT, 1, .quiet = TRUE };
  cairo_surface_t *surface = draw_chart (&chart, WIDTH, HEIGHT);

  g_assert_cmpint (top_of_trace_in (surface, 60, 80), ==, -1);
  g_assert_cmpint (top_of_trace_in (surface, WIDTH - 80, WIDTH - 60), >, 0);
  cairo_surface_destroy (surface);
}

static gboolean
has_time_in (cairo_surface_t *surface, int x)
{
  for (int y = HEIGHT - 14; y < HEIGHT; y++)
    if (pixel (surface, x, y)[3] > 60)
      return TRUE;
  return FALSE;
}

/* How wide the word at this place of the time axis is, with whatever stands no farther from it than
 * its letters from each other. */
static int
width_of_time_at (cairo_surface_t *surface, int x)
{
  int ends[2] = { x, x };

  for (int side = 0; side < 2; side++)
    for (int at = x, step = side == 0 ? -1 : 1; at > 0 && at < WIDTH && abs (at - ends[side]) < 6;
         at += step)
      if (has_time_in (surface, at))
        ends[side] = at;
  return ends[1] - ends[0];
}

/* The cursor goes along the axis: never is there another time, or half of one, at its own. */
static void
test_times_give_way_to_the_cursors (void)
{
  ShChartTrace trace = {
    .label = "", .time_s = times, .value = flat, .n = N, .high = 120, .color = blue
  };
  ShChart chart = { 0, 60, &trace, 1, SH_THEME_LIGHT, 1, .cursor = TRUE };

  for (chart.cursor_s = 10; chart.cursor_s < 49; chart.cursor_s += 0.5)
    {
      cairo_surface_t *surface = draw_chart (&chart, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);
      int x = (int) sh_chart_place_of (&chart, cr, WIDTH, HEIGHT, chart.cursor_s);
      int width = width_of_time_at (surface, x);

      g_assert_cmpint (width, >, 25);
      g_assert_cmpint (width, <, 50);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_spans_are_shaded_inside_of_the_strip (void)
{
  const ShChartSpan span = { 10, 20 };
  ShChartTrace trace = {
    .label = "", .time_s = times, .value = flat, .n = N, .high = 120, .color = blue
  };
  ShChart chart = {
    0, 60, &trace, 1, SH_THEME_LIGHT, 1, .quiet = TRUE, .spans = &span, .n_spans = 1
  };
  cairo_surface_t *surface = draw_chart (&chart, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  int x = (int) sh_chart_place_of (&chart, cr, WIDTH, HEIGHT, 17);

  g_assert_cmpint (pixel (surface, x, HEIGHT / 2)[3], >, 0);
  g_assert_cmpint (pixel (surface, x, 2)[3], ==, 0);
  g_assert_cmpint (pixel (surface, x, HEIGHT - 18)[3], ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Whether the name of the thin line changes the picture. */
static gboolean
is_named (int width)
{
  ShChartTrace trace = { .label = "Pressure, mmHg",
                         .time_s = times,
                         .value = flat,
                         .n = N,
                         .high = 120,
                         .color = blue,
                         .twin = spike };
  ShChart chart = { 0, 60, &trace, 1, SH_THEME_LIGHT, 1, .quiet = TRUE };
  cairo_surface_t *without = draw_chart (&chart, width, HEIGHT), *with;
  gsize size = (gsize) cairo_image_surface_get_stride (without) * HEIGHT;
  gboolean differs;

  chart.twin_label = "healthy";
  with = draw_chart (&chart, width, HEIGHT);
  differs = memcmp (pixel (without, 0, 0), pixel (with, 0, 0), size) != 0;
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
  return differs;
}

static void
test_thin_line_is_named_where_there_is_room (void)
{
  g_assert_true (is_named (WIDTH));
  g_assert_false (is_named (160));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fill_values ();
  g_test_add_func ("/chart/steps of the scale are round", test_steps_of_the_scale_are_round);
  g_test_add_func ("/chart/shortest peak is never lost", test_shortest_peak_is_never_lost);
  g_test_add_func ("/chart/chart survives nothing to show", test_chart_survives_nothing_to_show);
  g_test_add_func ("/chart/letters grow with the text scale",
                   test_letters_grow_with_the_text_scale);
  g_test_add_func ("/chart/no curve crosses the name of a mark",
                   test_no_curve_crosses_the_name_of_a_mark);
  g_test_add_func ("/chart/times give way to the cursor's", test_times_give_way_to_the_cursors);
  g_test_add_func ("/chart/spans are shaded inside of the strip",
                   test_spans_are_shaded_inside_of_the_strip);
  g_test_add_func ("/chart/thin line is named where there is room",
                   test_thin_line_is_named_where_there_is_room);
  return g_test_run ();
}
