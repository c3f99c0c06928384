/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-doppler.h"

#include <math.h>

#define RATE_HZ 22050
#define N RATE_HZ /* a second */

static float samples[2 * N];

/* Loudness of one channel (0 left, 1 right) after the glide: root of the mean square. */
static double
loudness (int side)
{
  double sum = 0.0;

  for (int i = N / 2; i < N; i++)
    sum += (double) samples[2 * i + side] * (double) samples[2 * i + side];
  return sqrt (sum / (N / 2));
}

/* How often the left channel crosses zero in half a second: about twice its middle tone. */
static int
crossings (void)
{
  int n = 0;

  for (int i = N / 2 + 1; i < N; i++)
    n += (samples[2 * i] > 0.0f) != (samples[2 * i - 2] > 0.0f);
  return n;
}

static void
play (double velocity_cm_s)
{
  ShDoppler doppler;

  sh_doppler_init (&doppler, RATE_HZ);
  sh_doppler_render (&doppler, velocity_cm_s, samples, N);
}

static void
still_blood_is_silent (void)
{
  play (0.0);
  g_assert_cmpfloat (loudness (0) + loudness (1), ==, 0.0);
  play (2.0); /* what the wall filter of the machine takes away */
  g_assert_cmpfloat (loudness (0) + loudness (1), <, 1e-6);
}

static void
direction_is_heard_by_its_channel (void)
{
  play (20.0);
  g_assert_cmpfloat (loudness (0), >, 0.02);
  g_assert_cmpfloat (loudness (1), <, 1e-6);
  play (-20.0);
  g_assert_cmpfloat (loudness (1), >, 0.02);
  g_assert_cmpfloat (loudness (0), <, 1e-6);
}

static void
faster_blood_sounds_higher_and_louder (void)
{
  double quiet;
  int low;

  play (8.0);
  quiet = loudness (0);
  low = crossings ();
  play (30.0);
  g_assert_cmpfloat (loudness (0), >, 1.2 * quiet);
  g_assert_cmpint (2 * crossings (), >, 3 * low);
}

static void
no_speed_breaks_the_filter (void)
{
  ShDoppler doppler;

  sh_doppler_init (&doppler, RATE_HZ);
  for (double v = -2000.0; v <= 2000.0; v += 400.0)
    sh_doppler_render (&doppler, v, samples, N / 10);
  for (int i = 0; i < N / 5; i++)
    g_assert_true (isfinite (samples[i]) && fabsf (samples[i]) <= 1.0f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/doppler/" name, function)
  ADD ("still blood is silent", still_blood_is_silent);
  ADD ("direction is heard by its channel", direction_is_heard_by_its_channel);
  ADD ("faster blood sounds higher and louder", faster_blood_sounds_higher_and_louder);
  ADD ("no speed breaks the filter", no_speed_breaks_the_filter);
  return g_test_run ();
}
