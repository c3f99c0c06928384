/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-marks.h"
#include "sh-theme.h"
#include "sh-vein-net.h"

/**
 * The leaflets of the one valve under the lens, large enough for root, belly, curled edge and the
 * far halves of the cusps to be told apart. The valve and its vein are the first of @net.
 */

/** The points of a leaflet from its root to its free edge. */
#define SH_LENS_LEAFLET_POINTS 21

/** The midline of the leaflet on @side (-1 or 1), in widths along the vein from the valve's base
 * and half inner widths across. */
void
sh_lens_leaflet_shape (const ShNetValve *valve, int side, ShPoint shape[SH_LENS_LEAFLET_POINTS]);

/** Half the way that is open between the leaflets, in half inner widths, at @along widths above
 * their base; 1 where no leaflets are. */
double sh_lens_leaflet_passage (const ShNetValve *valve, double along);

/** Paints what lies behind the stream: the shaded pockets and the far halves of the cusps. */
void sh_lens_leaflets_draw_behind (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme);

/** Paints the jet that falls through a leaking valve, only while blood falls both in the vein and
 * through the valve (@flow_ml_s, + in the valve's working direction). @phase: 0…1, how far the
 * jet's streaks have come; it may wrap. */
void sh_lens_leaflets_draw_jet (
    ShMarks *marks, const ShVeinNet *net, const ShTheme *theme, double flow_ml_s, double phase);

/** Paints the cut leaflets themselves. */
void sh_lens_leaflets_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme);
