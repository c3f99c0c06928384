/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-model.h"
#include "sh-stage-painter.h"
#include "sh-theme.h"

/**
 * Two legs side by side on one clock, with what differs between them: ankle pressure, blood held
 * and swelling as pairs of columns, and the brackets round every valve that leaks.
 *
 * Two layers as in ShStagePainter: the still one once for each size, theme and scenario, and the
 * moving one for every pair of frames. The ankle pressure is shown as the mean of the last seconds,
 * with its present value as a fine line: sh_compare_painter_advance() carries the mean on.
 */
typedef struct _ShComparePainter ShComparePainter;

typedef struct
{
  ShThemeId theme;
  ShLabels labels; /* none: no titles and no words, the numbers stay */
  double width;    /* of the whole picture, in user units of the cairo_t (pixels, points) */
  double height;
  double scale;           /* device pixels per user unit */
  double text_scale;      /* 1…2 */
  ShScenario scenario[2]; /* of the first leg and of the one it is compared with */
  const char *title[2];   /* (nullable): translated; NULL: "This leg" and what the other one is */
  gboolean vector;
  gboolean prepare_in_worker; /* see ShSceneOptions */
} ShCompareOptions;

/** Fills @options for two healthy legs, light, 1280×800. */
void sh_compare_options_init (ShCompareOptions *options);

/** Returns: (transfer full) */
ShComparePainter *sh_compare_painter_new (ShArt *art);
void sh_compare_painter_free (ShComparePainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShComparePainter, sh_compare_painter_free)

/** Lays the picture out; everything of @options is copied. Returns whether the still layer has to
 * be drawn again. */
gboolean sh_compare_painter_configure (ShComparePainter *painter, const ShCompareOptions *options);

/** Carries blood cells and the mean pressures on by @dt_s seconds of shown time. */
void sh_compare_painter_advance (ShComparePainter *painter, const ShFrame frames[2], double dt_s);
/** Forgets the mean pressures, after a jump in time: they begin again with the next frames. */
void sh_compare_painter_reset (ShComparePainter *painter);

/** Draws the still layer onto the whole picture, paper included. */
void sh_compare_painter_draw_still (ShComparePainter *painter, cairo_t *cr);
/** Draws the moving layer over it. */
void
sh_compare_painter_draw_moving (ShComparePainter *painter, cairo_t *cr, const ShFrame frames[2]);

/** Whether to draw the moving layer again though the frames are the same, see
 * sh_stage_painter_pending(). */
ShPending sh_compare_painter_pending (ShComparePainter *painter);

/** How many areas the moving layer consists of at most. */
#define SH_COMPARE_AREAS 3
/** The areas that the moving layer consists of, without overlap, in pixels of the picture. Returns:
 * how many there are. */
int sh_compare_painter_moving_areas (ShComparePainter *painter,
                                     cairo_rectangle_t areas[SH_COMPARE_AREAS]);

/** Where a valve of leg 0 or 1 is; FALSE when the picture does not show it. */
gboolean sh_compare_painter_valve_bounds (ShComparePainter *painter,
                                          int leg,
                                          ShValve valve,
                                          cairo_rectangle_t *bounds);

/** Where a target is drawn in the first or second leg, in user units; numbers stand in the strip of
 * both. FALSE for what this picture does not show. */
gboolean sh_compare_painter_target_bounds (ShComparePainter *painter,
                                           int leg,
                                           const ShTarget *target,
                                           cairo_rectangle_t *bounds);

/** What lies under a point of the picture; @leg is then 0 or 1. */
ShHit sh_compare_painter_pick (ShComparePainter *painter, double x, double y, int *leg);
