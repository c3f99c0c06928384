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
 * The calf cut across at any level between ankle (0) and knee (1), seen from below as in computed
 * tomography: front at the top, inner side of a right leg at the right.
 *
 * The still layer is what never moves (names, the cross of directions); the moving layer is the cut
 * itself, from a cache of body pictures keyed by contraction and swelling, with every vein drawn
 * live in the true shape of its filling.
 */
typedef struct _ShSlicePainter ShSlicePainter;

typedef struct
{
  cairo_rectangle_t rect; /* where the view goes, in user units */
  ShThemeId theme;
  ShSide side; /* a left leg is the mirror picture */
  ShLabels labels;
  double level;      /* 0 ankle … 1 knee */
  double text_scale; /* 1…2 */
  double scale;      /* device pixels per user unit */
  gboolean vector;   /* onto a vector surface: nothing is cached as pixels */
  gboolean quick;    /* while the level is dragged: texture is left out, the shapes are all there */
} ShSliceOptions;

/** Returns: (transfer full) */
ShSlicePainter *sh_slice_painter_new (ShArt *art);
void sh_slice_painter_free (ShSlicePainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShSlicePainter, sh_slice_painter_free)

/** Lays the view out. Returns whether the still layer has to be drawn again. */
gboolean sh_slice_painter_configure (ShSlicePainter *painter, const ShSliceOptions *options);

/** Carries on for how long blood has been falling back, by @dt_s seconds of shown time. Until this
 * is called for the first time, blood that falls counts as having done so for long. */
void sh_slice_painter_advance (ShSlicePainter *painter, const ShFrame *frame, double dt_s);

/** Draws what never moves: the names and the cross of directions. */
void sh_slice_painter_draw_still (ShSlicePainter *painter, cairo_t *cr);
/** Draws the cut itself with the veins of @frame over the still layer. */
void sh_slice_painter_draw_moving (ShSlicePainter *painter, cairo_t *cr, const ShFrame *frame);
/** The smallest rectangle of whole units that holds everything the moving layer may touch. */
void sh_slice_painter_moving_bounds (ShSlicePainter *painter, cairo_rectangle_t *bounds);
/** What lies under a point: a vein, a muscle, or nothing. */
ShHit sh_slice_painter_pick (ShSlicePainter *painter, double x, double y);
/** Where a vein, or its pair, is drawn at rest; FALSE when it does not come by at this level. */
gboolean
sh_slice_painter_vein_bounds (ShSlicePainter *painter, ShVein vein, cairo_rectangle_t *bounds);

/** How many texts stand beside the section at most. */
#define SH_SLICE_TEXTS 6
/** The boxes of the texts beside the section; none of them overlap. Returns: how many there are. */
int sh_slice_painter_text_boxes (ShSlicePainter *painter, cairo_rectangle_t boxes[SH_SLICE_TEXTS]);
