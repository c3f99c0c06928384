/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-figure-pose.h"
#include "sh-theme.h"

/** What the small person stands, sits, lies, rides or swims on. */
typedef struct
{
  const ShTheme *theme;
  ShPoint origin; /* where the floor below the body's middle is drawn */
  double unit;    /* units of the cairo_t for one metre */
  double mirror;  /* 1: forward is to the left, as on the big picture of a right leg */
  double left;    /* borders of the view */
  double right;
  double bottom;
} ShFigureView;

/** Where a place in metres is drawn. */
ShPoint sh_figure_map (const ShFigureView *view, ShPoint place);

/** Draws what lies behind the person. */
void sh_figure_scene_draw_behind (const ShFigureView *view,
                                  const ShFrame *frame,
                                  const ShFigurePose *pose,
                                  cairo_t *cr);
/** Draws what lies in front of the person. */
void sh_figure_scene_draw_front (const ShFigureView *view,
                                 const ShFrame *frame,
                                 const ShFigurePose *pose,
                                 cairo_t *cr);
