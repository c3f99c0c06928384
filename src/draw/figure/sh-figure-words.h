/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-figure-painter.h"
#include "sh-figure-scene.h"

/** The words beside the small person: how high the heart is, and what the mark means. */

/** Where the column and the words stand, by posture: they never cover the person. */
typedef struct
{
  double x_m;           /* of the column, forward of the body's middle */
  double chest_m;       /* how far the chest and what is before it reach forward of the middle */
  gboolean level_back;  /* the name of the heart's level stands behind the person */
  gboolean level_below; /* and below its line */
} ShFigureArrangement;

/** The arrangement for the posture and activity of @frame. */
ShFigureArrangement sh_figure_arrange (const ShFrame *frame);

/** Draws the name of the heart's level and its height above the ankle; @heart_y and @ankle_y are
 * where both are drawn. */
void sh_figure_words_draw (const ShFigureView *view,
                           const ShFigureOptions *options,
                           const ShFrame *frame,
                           const ShFigureArrangement *place,
                           double heart_y,
                           double ankle_y,
                           cairo_t *cr);

/** Draws what the mark means, where there is room for it. */
void
sh_figure_words_draw_mark (const ShFigureView *view, const ShFigureOptions *options, cairo_t *cr);
