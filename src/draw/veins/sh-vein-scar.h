/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-marks.h"
#include "sh-vein-net.h"

/**
 * What an old clot and a treatment leave of a vein: a thickened pale wall with fibres and webs that
 * cross the narrowed lumen, and the fibrous cord that a closed vein shrinks to. The narrowing
 * itself lies in the network's widths.
 */

/** Draws scars and cords onto the veins of @net as they are. Draws nothing in a leg that has
 * neither. */
void sh_vein_scars_draw (ShMarks *marks, const ShVeinNet *net, const ShTheme *theme);
