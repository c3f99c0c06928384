/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** The proportions and courses of the leg, measured for this picture: points that a path of leg.svg
 * has to pass. In landmark units (floor to knee joint line = 100): x from the ankle, + back; y from
 * the floor up. The calf is drawn a little deeper than in life, veins where they run. */
typedef struct
{
  const char *id;
  double x, y;
} ShLandmark;

extern const ShLandmark sh_landmarks[];
extern const gsize sh_n_landmarks;
