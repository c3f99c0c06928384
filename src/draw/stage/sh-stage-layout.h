/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-scene-options.h"

/** Where the parts of a view go, in user units; a part of no width is not shown. */
typedef struct
{
  cairo_rectangle_t leg;
  cairo_rectangle_t slice;
  cairo_rectangle_t figure;
  cairo_rectangle_t lens;
} ShStageLayout;

/** The leg is the hero; slice and figure stand beside it when the view is wide, below it when the
 * view is high. All edges are whole units. */
void sh_stage_layout (const ShSceneOptions *options, ShStageLayout *layout);
