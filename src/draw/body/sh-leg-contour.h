/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-model.h"
#include "sh-rig.h"
#include "sh-theme.h"

/**
 * What minutes and hours do to the outline of the leg: veins under the skin that have carried a
 * high pressure for minutes stand out as soft bluish ridges, and where water has swollen the leg a
 * thin line shows where its outline was.
 */
typedef struct _ShLegContour ShLegContour;

/** Returns: (transfer full) */
ShLegContour *sh_leg_contour_new (ShArt *art);
void sh_leg_contour_free (ShLegContour *contour);

/** How far the veins stand out in @frame, 0…1, from the ankle's pressure of the last minutes. */
double sh_leg_contour_relief (const ShFrame *frame);

/** The colour of water under the skin, and how much it covers. */
ShColor sh_leg_contour_water (const ShTheme *theme);
#define SH_LEG_WATER_ALPHA 0.78

/** Draws ridges as high as @relief and, when the leg of @rig is swollen, the
 * water and its line of before. @cr
 * has plate units; @pixel is the size of a user unit in them. */
void sh_leg_contour_draw (ShLegContour *contour,
                          cairo_t *cr,
                          const ShTheme *theme,
                          const ShRig *rig,
                          double relief,
                          double pixel);
