/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-marks.h"
#include "sh-theme.h"
#include "sh-vein-net.h"

/**
 * Paints the leaflets of all valves into the veins. Their free edges point toward the heart. A
 * leaking valve's leaflets hang apart, are curled and shortened, and are amber. */
void sh_valves_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme);

/** The most points that a leaflet has. */
#define SH_LEAFLET_POINTS 13

/** The midline of one leaflet from its root to its free edge, in widths along the vein and half
 * inner widths across. @side: -1 or 1; @open, @leak: 0…1. Returns the number of points. */
int sh_leaflet_shape (int side, double open, double leak, ShPoint shape[SH_LEAFLET_POINTS]);
