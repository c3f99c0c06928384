/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-model.h"
#include "sh-scene-options.h"
#include "sh-theme.h"

/**
 * A round magnifier over one valve: the wall in its three layers, the sinus, the two leaflets, red
 * cells that pass between them, turn in the pockets, or fall back through a valve that leaks.
 */
typedef struct _ShLensPainter ShLensPainter;

typedef struct
{
  cairo_rectangle_t rect; /* where the view goes, in user units */
  ShThemeId theme;
  ShValve valve;
  ShLabels labels;
  double text_scale; /* 1…2 */
  double scale;      /* device pixels per user unit */
  gboolean vector;
} ShLensOptions;

/** Returns: (transfer full) */
ShLensPainter *sh_lens_painter_new (void);
void sh_lens_painter_free (ShLensPainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShLensPainter, sh_lens_painter_free)

/** Lays the view out. Returns whether the still layer has to be drawn again. */
gboolean sh_lens_painter_configure (ShLensPainter *painter, const ShLensOptions *options);
/** Moves cells and eddies on by @dt_s seconds of shown time. */
void sh_lens_painter_advance (ShLensPainter *painter, const ShFrame *frame, double dt_s);
/** Draws what never moves: the ground behind the vein, the lens's shadow, the valve's name. */
void sh_lens_painter_draw_still (ShLensPainter *painter, cairo_t *cr);
/** Draws the vein, its valve and its blood, and the lens's rim over them. */
void sh_lens_painter_draw_moving (ShLensPainter *painter, cairo_t *cr, const ShFrame *frame);
/** The smallest rectangle of whole units that holds everything the moving layer may touch. */
void sh_lens_painter_moving_bounds (ShLensPainter *painter, cairo_rectangle_t *bounds);
