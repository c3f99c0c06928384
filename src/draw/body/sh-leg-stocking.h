/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-rig.h"
#include "sh-theme.h"

/** A compression stocking on the leg cut lengthwise: a knitted band outside the skin, from the
 * middle of the foot, toes free, to just below the knee. */
typedef struct _ShLegStocking ShLegStocking;

/** Returns: (transfer full) */
ShLegStocking *sh_leg_stocking_new (ShArt *art);
void sh_leg_stocking_free (ShLegStocking *stocking);

/** Draws a stocking that presses with @mmhg at the ankle; the more it presses, the thicker it is.
 * @cr has plate units; @pixel is the size of a user unit in them. */
void sh_leg_stocking_draw (ShLegStocking *stocking,
                           cairo_t *cr,
                           const ShTheme *theme,
                           const ShRig *rig,
                           double mmhg,
                           double pixel);
