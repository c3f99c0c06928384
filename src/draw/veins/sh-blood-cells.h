/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-marks.h"
#include "sh-theme.h"
#include "sh-vein-net.h"

/**
 * The marks that show how blood moves: comets with their heads toward the heart when it rises,
 * comets the other way with an open chevron when it falls back, discs when it stands.
 *
 * Every mark belongs to one stretch of vein and moves with that stretch's velocity. The places are
 * drawn from a fixed seed: same frames, same picture.
 */
typedef struct _ShBloodCells ShBloodCells;

/** Returns: (transfer full) */
ShBloodCells *sh_blood_cells_new (const ShVeinNet *net);
void sh_blood_cells_free (ShBloodCells *cells);

/** Puts all marks back to their first places. */
void sh_blood_cells_reset (ShBloodCells *cells);

/** Moves the marks by @dt_s seconds of shown time with the velocities that @net now has. */
void sh_blood_cells_advance (ShBloodCells *cells, const ShVeinNet *net, double dt_s);

/** Draws them with the looks that @net now has. */
void sh_blood_cells_draw (const ShBloodCells *cells,
                          ShMarks *marks,
                          const ShVeinNet *net,
                          const ShTheme *theme);

/** The one map from blood velocity to speed on the plate, in plate units a second: monotone, odd,
 * and so flat at the top that marks never seem to run backward. */
double sh_blood_cells_speed (double velocity_cm_s);
