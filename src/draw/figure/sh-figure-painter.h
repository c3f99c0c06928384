/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-model.h"
#include "sh-scene-options.h"
#include "sh-theme.h"

/**
 * The small figure: a whole person doing the activity, with the heart, its level, and the column of
 * blood between heart and ankle. Pose, posture and heights come from the frame.
 */
typedef struct _ShFigurePainter ShFigurePainter;

typedef struct
{
  cairo_rectangle_t rect; /* where the view goes, in user units */
  ShThemeId theme;
  ShSide side; /* a left leg is the mirror picture */
  ShLabels labels;
  double text_scale; /* 1…2 */
  double scale;      /* device pixels per user unit */
} ShFigureOptions;

/** Returns: (transfer full) */
ShFigurePainter *sh_figure_painter_new (ShArt *art);
void sh_figure_painter_free (ShFigurePainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShFigurePainter, sh_figure_painter_free)

/** Lays the view out. Returns whether the still layer has to be drawn again. */
gboolean sh_figure_painter_configure (ShFigurePainter *painter, const ShFigureOptions *options);

/** Draws what stays while the view stays: the ground and the names. */
void sh_figure_painter_draw_still (ShFigurePainter *painter, cairo_t *cr);
/** Draws the person of @frame, with heart level and column of blood, over the still layer. */
void sh_figure_painter_draw_moving (ShFigurePainter *painter, cairo_t *cr, const ShFrame *frame);
/** Where the heart of the person of @frame is drawn. */
void sh_figure_painter_heart_bounds (ShFigurePainter *painter,
                                     const ShFrame *frame,
                                     cairo_rectangle_t *bounds);
/** The smallest rectangle of whole units that holds everything the moving layer may touch. */
void sh_figure_painter_moving_bounds (ShFigurePainter *painter, cairo_rectangle_t *bounds);
