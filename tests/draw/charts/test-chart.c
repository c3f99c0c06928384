/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

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

static cairo_surface_t *
draw (const double *value, gsize n, double text_scale, int width, int height)
{
  ShChartTrace trace = { .label = "Ankle vein pressure, mmHg",
                         .time_s = times,
                         .value = value,
                         .n = n,
                         .high = 120,
                         .color = { 0, 0, 1 } };
  ShChart chart = { 0, 60, &trace, 1, SH_THEME_LIGHT, text_scale };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  sh_chart_draw (&chart, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The topmost row in which the trace's pure blue appears in the middle columns. */
static int
top_of_trace (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 40; y < cairo_image_surface_get_height (surface); y++)
    for (int x = WIDTH / 2 - 30; x < WIDTH / 2 + 60; x++)
      {
        const guchar *p = data + y * stride + 4 * x;

        if (p[0] > 150 && p[2] < 40 && p[3] > 150)
          return y;
      }
  return -1;
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
  const guchar *data = cairo_image_surface_get_data (surface);
  double ink = 0;

  for (int y = 0; y < 50; y++)
    for (int x = WIDTH - 80; x < WIDTH; x++)
      ink += data[y * cairo_image_surface_get_stride (surface) + 4 * x + 3] / 255.0;
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_letters_grow_with_the_text_scale (void)
{
  g_assert_cmpfloat (ink_of_value (1), >, 20);
  g_assert_cmpfloat (ink_of_value (2), >, 2.2 * ink_of_value (1));
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
  return g_test_run ();
}
