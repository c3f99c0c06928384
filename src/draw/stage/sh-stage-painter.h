/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-model.h"
#include "sh-scene-answers.h"
#include "sh-scene-options.h"

/**
 * Paints a view in two layers: the still one, to be rendered once per size and theme and kept, and
 * the moving one, drawn from a frame every time. Drawing the first and then the second gives the
 * whole picture.
 *
 * Blood cells travel: sh_stage_painter_advance() moves them by the frame's velocities, and tells
 * blood that goes on falling back from a valve that closes; everything else is a pure function of
 * frame and options.
 */
typedef struct _ShStagePainter ShStagePainter;

/** Returns: (transfer full) */
ShStagePainter *sh_stage_painter_new (ShArt *art);
void sh_stage_painter_free (ShStagePainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShStagePainter, sh_stage_painter_free)

/** Lays the view out for @options. Returns whether the still layer has to be drawn again. */
gboolean sh_stage_painter_configure (ShStagePainter *painter, const ShSceneOptions *options);

/** Moves the blood cells on by @dt_s seconds of shown time with the velocities of @frame. */
void sh_stage_painter_advance (ShStagePainter *painter, const ShFrame *frame, double dt_s);

/** Draws the still layer onto the whole picture, paper included. */
void sh_stage_painter_draw_still (ShStagePainter *painter, cairo_t *cr);
/** Draws the moving layer for @frame over the still one, inside its bounds only. */
void sh_stage_painter_draw_moving (ShStagePainter *painter, cairo_t *cr, const ShFrame *frame);

/** Sets who wants to know; for measuring. @watch: (nullable) */
void sh_stage_painter_set_watch (ShStagePainter *painter, ShStageWatch watch, gpointer user_data);

/** Whether to draw the moving layer again though the frame is the same; only with
 * prepare_in_worker anything but SH_PENDING_NOTHING. */
ShPending sh_stage_painter_pending (ShStagePainter *painter);

/** The smallest rectangle of whole units that holds everything the moving layer may touch. */
void sh_stage_painter_moving_bounds (ShStagePainter *painter, cairo_rectangle_t *bounds);

/** The most areas that the moving layer consists of. */
#define SH_STAGE_AREAS 4
/** The same as separate rectangles (leg, slice, figure) that do not overlap, for someone who wants
 * to pay only for these. Returns how many there are. */
int sh_stage_painter_moving_areas (ShStagePainter *painter,
                                   cairo_rectangle_t areas[SH_STAGE_AREAS]);

/** What lies under a point of the picture, in user units. Nothing is SH_HIT_NOTHING. */
ShHit sh_stage_painter_pick (ShStagePainter *painter, double x, double y);
/** Where a valve is drawn, for hot spots and focus rings; FALSE when this view does not show it. */
gboolean
sh_stage_painter_valve_bounds (ShStagePainter *painter, ShValve valve, cairo_rectangle_t *bounds);

/** Where a target is drawn at the instant of @frame, in user units; FALSE when this view does not
 * show it. */
gboolean sh_stage_painter_target_bounds (ShStagePainter *painter,
                                         const ShTarget *target,
                                         const ShFrame *frame,
                                         cairo_rectangle_t *bounds);
/** The slice's level at the height @y of the leg, 0…1. */
double sh_stage_painter_level_at (ShStagePainter *painter, double x, double y);
