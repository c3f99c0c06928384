/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-rig.h"
#include "sh-theme.h"

/**
 * Paints the leg without its veins: skin, fat, fascia, muscles, tendons, bones. It moves with the
 * pose, but costs too much for every frame and is meant to be kept as a picture: a pure function of
 * theme, pose, matrix and flags, the same pixels wherever two poses do not differ.
 *
 * All functions paint in plate coordinates; the caller sets the matrix (and the leg's travel).
 */
typedef struct _ShBodyPainter ShBodyPainter;

typedef enum
{
  SH_BODY_PLAIN = 0,
  SH_BODY_SHADOW = 1 << 0, /* with the shadow that the leg casts on the paper behind it */
  SH_BODY_VECTOR = 1 << 1, /* onto a vector surface: tissue is one JPEG within the skin's line */
  SH_BODY_UNFADED = 1 << 2 /* the thigh's end does not fade: see sh_body_fade() */
} ShBodyFlags;

/** Prepares everything that does not depend on pose, theme or size. Returns: (transfer full) */
ShBodyPainter *sh_body_painter_new (ShArt *art);
void sh_body_painter_free (ShBodyPainter *body);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShBodyPainter, sh_body_painter_free)

/** Paints the whole body. What lies outside the clip of @cr is skipped early. */
void sh_body_paint (
    ShBodyPainter *body, const ShTheme *theme, const ShRig *rig, cairo_t *cr, ShBodyFlags flags);

/** Paints what lies in front of the veins: the front lips of the fascia's gaps. */
void sh_body_paint_front (ShBodyPainter *body, const ShTheme *theme, const ShRig *rig, cairo_t *cr);

/** Paints the shadow on the ground where heel, ball and toes touch it. It belongs to the ground and
 * does not travel with the leg; it fades under a heel or a foot that leaves the floor. */
void
sh_body_paint_ground (ShBodyPainter *body, const ShTheme *theme, const ShRig *rig, cairo_t *cr);

/** The parts of the plate that look different in different poses, each for reasons of its own. */
typedef enum
{
  SH_BODY_REGION_CALF, /* calf, heel_lift_deg, swelling */
  SH_BODY_REGION_FOOT, /* ankle_deg, heel_lift_deg, calf, shin, swelling */
  SH_BODY_REGION_SHIN, /* shin, swelling */
  SH_N_BODY_REGIONS
} ShBodyRegion;

/** The rectangle of a region, without the leg's travel. Regions do not overlap, and outside of
 * them only swelling changes anything. */
void sh_body_region_bounds (ShBodyRegion region, cairo_rectangle_t *bounds);

/**
 * Copies the rows of @unfaded to the same rows of @faded so that the thigh's end fades out, as it
 * stands when the leg has travelled by @travel_y plate units (up is negative); it was @before_y at
 * the last call, or -SH_RIG_MOST_TRAVEL for the first one. Both are upright
 * pictures; @to_pixel takes plate units to their pixels.
 */
void sh_body_fade (cairo_surface_t *unfaded,
                   cairo_surface_t *faded,
                   const cairo_matrix_t *to_pixel,
                   double before_y,
                   double travel_y);
/** How many rows of such a picture the fade can reach. */
int sh_body_fade_rows (const cairo_matrix_t *to_pixel);
