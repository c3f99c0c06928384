/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-rig.h"
#include "sh-scene-answers.h"
#include "sh-scene-options.h"
#include "sh-theme.h"

/**
 * The body of the leg in any pose, from pictures that are painted once: one of the resting leg, and
 * one of every region that moves for each pose it has been seen in.
 */
typedef struct _ShLegBody ShLegBody;

/** Where the body is shown. */
typedef struct
{
  cairo_matrix_t to_user; /* plate units to user units, without the leg's travel */
  double scale;           /* device pixels per user unit */
  ShThemeId theme;
  gboolean vector;
  gboolean in_worker; /* pictures are painted in a thread; what is like them stands in until then */
} ShLegBodyPlace;

/** Returns: (transfer full) */
ShLegBody *sh_leg_body_new (ShArt *art);
void sh_leg_body_free (ShLegBody *body);

/** Sets where the body is shown; throws away what was painted for another place. */
void sh_leg_body_place (ShLegBody *body, const ShLegBodyPlace *place);

/** Draws the body in the pose of @rig, moved by @dx, @dy user units (whole device pixels). */
void sh_leg_body_draw (ShLegBody *body, cairo_t *cr, const ShRig *rig, double dx, double dy);

/** Whether the last picture had stand-ins in it, and whether what it waits for has come. */
ShPending sh_leg_body_pending (ShLegBody *body);

/** Draws what lies in front of the veins: the front lips of the gaps in the fascia. */
void sh_leg_body_draw_front (ShLegBody *body, cairo_t *cr, const ShRig *rig, double dx, double dy);
/** Draws the shadow on the ground, which does not travel with the leg. */
void sh_leg_body_draw_ground (ShLegBody *body, cairo_t *cr, const ShRig *rig);
