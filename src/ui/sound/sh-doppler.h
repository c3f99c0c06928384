/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * The sound of an ultrasound machine over a vein: noise in a band around the Doppler shift of the
 * blood's speed, toward the heart in the left channel, falling back in the right one, as such
 * machines do. A pure function of speeds and seed: no device, no clock.
 */
typedef struct
{
  double rate_hz;       /* samples a second */
  guint32 noise;        /* state of the noise */
  double speed_cm_s[2]; /* smoothed: toward the heart, falling back; both >= 0 */
  double low[2];        /* states of the two filters */
  double band[2];
} ShDoppler;

/** The tone of 1 cm/s at 5 MHz and 60 degrees: f = 2 v f0 cos 60 / c with c = 1540 m/s. */
#define SH_DOPPLER_HZ_PER_CM_S 32.5

/** Silence, at @rate_hz samples a second. */
void sh_doppler_init (ShDoppler *doppler, double rate_hz);
/** Writes @n stereo samples, -1…1, left and right in turn, for blood at @velocity_cm_s, + toward
 * the heart. */
void sh_doppler_render (ShDoppler *doppler, double velocity_cm_s, float *samples, gsize n);
