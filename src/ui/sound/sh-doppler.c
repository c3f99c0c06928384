/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-doppler.h"

#include <math.h>

/* The machine's wall filter takes away slower flow. */
#define HEARD_CM_S 3.0
/* At this speed the sound has its full loudness. */
#define LOUD_CM_S 30.0
/* The speed of one sample glides to the next in about this time, so that nothing clicks. */
#define GLIDE_S 0.02
/* Width of the band: the blood's many speeds. */
#define DAMPING 0.6
#define LOUDNESS 0.5
/* The tone stays where a small speaker has it, and the filter is stable. */
#define LOWEST_HZ 80.0
#define HIGHEST_HZ 3000.0

void
sh_doppler_init (ShDoppler *doppler, double rate_hz)
{
  *doppler = (ShDoppler){ .rate_hz = rate_hz, .noise = 1u };
}

/* Evenly spread noise, -1…1 (Marsaglia 2003, xorshift). */
static double
next_noise (ShDoppler *doppler)
{
  doppler->noise ^= doppler->noise << 13;
  doppler->noise ^= doppler->noise >> 17;
  doppler->noise ^= doppler->noise << 5;
  return doppler->noise / 2147483648.0 - 1.0;
}

/* Chamberlin's state variable filter: the band around the tone of a speed. */
static double
filter (ShDoppler *doppler, int side, double noise)
{
  double hz = CLAMP (doppler->speed_cm_s[side] * SH_DOPPLER_HZ_PER_CM_S, LOWEST_HZ, HIGHEST_HZ);
  double f = 2.0 * sin (G_PI * hz / doppler->rate_hz);
  double high;

  doppler->low[side] += f * doppler->band[side];
  high = noise - doppler->low[side] - DAMPING * doppler->band[side];
  doppler->band[side] += f * high;
  return doppler->band[side];
}

static double
loudness (double speed_cm_s)
{
  double above = MAX (speed_cm_s - HEARD_CM_S, 0.0) / (LOUD_CM_S - HEARD_CM_S);

  return LOUDNESS * sqrt (MIN (above, 1.0));
}

void
sh_doppler_render (ShDoppler *doppler, double velocity_cm_s, float *samples, gsize n)
{
  double mix = 1.0 - exp (-1.0 / (GLIDE_S * doppler->rate_hz));
  double wanted[2] = { MAX (velocity_cm_s, 0.0), MAX (-velocity_cm_s, 0.0) };

  for (gsize i = 0; i < n; i++)
    {
      double noise = next_noise (doppler);

      for (int side = 0; side < 2; side++)
        {
          double value;

          doppler->speed_cm_s[side] += mix * (wanted[side] - doppler->speed_cm_s[side]);
          value = loudness (doppler->speed_cm_s[side]) * filter (doppler, side, noise);
          samples[2 * i + (gsize) side] = (float) CLAMP (value, -1.0, 1.0);
        }
    }
}
