/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-curve.h"
#include "sh-strip-raster.h"

/**
 * Bends a picture by a grid: every cell of @from is drawn where the same cell of @to lies,
 * resampled between pixels. What no cell covers stays as it is. A cell that does not move is copied
 * exactly.
 *
 * @from, @to: (columns + 1) × (rows + 1) grid points, row by row, in pixels of their pictures
 * @filled: (nullable): columns × rows, FALSE for cells that sh_mesh_find_filled() found empty
 */
void sh_mesh_warp (const ShPixels *source,
                   ShPixels *target,
                   const ShPoint *from,
                   const ShPoint *to,
                   const gboolean *filled,
                   int columns,
                   int rows);

/** Finds out which cells of the grid hold anything of the picture. */
void sh_mesh_find_filled (
    const ShPixels *source, const ShPoint *from, int columns, int rows, gboolean *filled);

/** Lays the mixture of two pictures (@mix 0 gives @a) over @target, as strong as @strength (1
 * replaces it). All three have the size of @target. */
void
sh_mix_pixels (ShPixels *target, const ShPixels *a, const ShPixels *b, double mix, double strength);
