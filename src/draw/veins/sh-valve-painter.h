/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-marks.h"
#include "sh-theme.h"
#include "sh-vein-net.h"

/**
 * Paints the leaflets of all valves into the veins. Their free edges point toward the heart. A
 * leaking valve's leaflets hang apart, are curled and shortened, and are amber; two amber brackets
 * hold it from outside. */
void sh_valves_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme);

/** A valve that leaks by more than this is marked with brackets. */
#define SH_VALVE_LEAK_MARKED 0.05

/** The sign of a leaking valve as a symbol, for a text beside it: the brackets alone, standing
 * round
 * (@x, @y), @radius from its middle to the outside of each. */
void sh_valve_sign_draw (cairo_t *cr, const ShTheme *theme, double x, double y, double radius);

/** The most points that a leaflet has. */
#define SH_LEAFLET_POINTS 13

/** The midline of one leaflet from its root to its free edge, in widths along the vein and half
 * inner widths across. @side: -1 or 1; @open, @leak: 0…1. Returns the number of points. */
int sh_leaflet_shape (int side, double open, double leak, ShPoint shape[SH_LEAFLET_POINTS]);
