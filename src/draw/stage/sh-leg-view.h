/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-model.h"
#include "sh-scene-answers.h"
#include "sh-scene-options.h"
#include "sh-theme.h"

/**
 * The lengthwise view: the leg from the inner side with its veins, valves and blood.
 *
 * The still layer holds the ground and the names; the moving layer holds the leg itself (body
 * pictures from a cache), the leaders, and the veins drawn anew from every frame.
 */
typedef struct _ShLegView ShLegView;

typedef struct
{
  cairo_rectangle_t rect; /* where the view goes, in user units */
  ShThemeId theme;
  ShLabels labels;
  ShSide side;
  ShPosture posture;
  double text_scale;
  double scale;        /* device pixels per user unit */
  double level;        /* of the slice, 0…1 */
  gboolean level_line; /* whether the slice's level is shown on the leg */
  gboolean vector;
  gboolean in_worker; /* see ShSceneOptions */
} ShLegOptions;

/** Returns: (transfer full) */
ShLegView *sh_leg_view_new (ShArt *art);
void sh_leg_view_free (ShLegView *view);

/** Lays the view out. Returns whether the still layer has to be drawn again. */
gboolean sh_leg_view_configure (ShLegView *view, const ShLegOptions *options);

/** Moves the blood cells by @dt_s with the velocities of @frame. */
void sh_leg_view_advance (ShLegView *view, const ShFrame *frame, double dt_s);

/** Draws what stays while the view stays: title, legend and the ground. */
void sh_leg_view_draw_still (ShLegView *view, cairo_t *cr);
/** Draws the leg itself with the veins of @frame, over the still layer. */
void sh_leg_view_draw_moving (ShLegView *view, cairo_t *cr, const ShFrame *frame);

/** See sh_stage_painter_set_watch(). */
void sh_leg_view_set_watch (ShLegView *view, ShStageWatch watch, gpointer user_data);

/** What the last moving layer still waits for. */
ShPending sh_leg_view_pending (ShLegView *view);

/** The smallest rectangle of whole units that holds everything the moving layer may touch. */
void sh_leg_view_moving_bounds (ShLegView *view, cairo_rectangle_t *bounds);

/** What lies under a point of the picture, in user units. */
ShHit sh_leg_view_pick (ShLegView *view, double x, double y);
/** Where a valve is drawn; FALSE when this view does not show it. */
gboolean sh_leg_view_valve_bounds (ShLegView *view, ShValve valve, cairo_rectangle_t *bounds);
/** Where the drawn part of a vein lies; FALSE when this view does not show it. */
gboolean sh_leg_view_vein_bounds (ShLegView *view, ShVein vein, cairo_rectangle_t *bounds);
/** Where the belly of the calf is drawn. */
void sh_leg_view_calf_bounds (ShLegView *view, cairo_rectangle_t *bounds);
/** The slice's level at a point of the leg, 0 at the ankle … 1 at the knee. */
double sh_leg_view_level_at (ShLegView *view, double x, double y);
