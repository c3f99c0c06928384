/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-theme.h"

/** The legend of the blood's looks: what its colour, marks and hatching say. */

/** How high the legend is with letters of @size in a column of @width. */
double sh_legend_height (cairo_t *cr, double size, double width);

/** How wide its rows are, with letters of this size; only its headline is set in lines. */
double sh_legend_width (cairo_t *cr, double size);
/** Draws it with its upper left corner at (x, y). */
void sh_legend_draw (cairo_t *cr, ShThemeId theme, double x, double y, double size, double width);
