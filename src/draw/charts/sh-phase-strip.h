/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-model.h"
#include "sh-scene-options.h"
#include "sh-theme.h"

/** Where in its cycle a movement is: for someone who sees key frames instead of the movement. */

/** Draws the strip into the upper part of @rect: eight steps of the cycle with the present one
 * marked, and what the calf does in it. Nothing when the person does not move. */
void sh_phase_strip_draw (const ShFrame *frame,
                          const ShTheme *theme,
                          ShLabels labels,
                          const cairo_rectangle_t *rect,
                          double size,
                          cairo_t *cr);
