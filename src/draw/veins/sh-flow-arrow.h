/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-marks.h"
#include "sh-theme.h"
#include "sh-vein-net.h"

/**
 * The arrows beside the perforators. A perforator is so short that half of it lies under other
 * veins and a valve stands in the rest: what flows in it is told from afar by an arrow below it,
 * blue and inward while it carries blood to the deep veins, outward and of the colour of leaking
 * valves while it lets blood out under the skin.
 */

/** No part of an arrow lies farther from its vein, in plate units. */
#define SH_FLOW_ARROW_REACH 45.0

/** Draws the arrows of all perforators of @net in which blood moves, the larger the faster. */
void sh_flow_arrows_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme);
