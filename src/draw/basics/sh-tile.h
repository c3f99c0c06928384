/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "sh-theme.h"

/**
 * Seamless little pictures of cut tissue, made once per size: muscle bundles, fat lobules, marrow
 * and bone. A tile holds tones; colours are given when a pattern is made of it, so that one tile
 * serves every palette and every state of contraction.
 */
typedef struct _ShTile ShTile;

typedef enum
{
  SH_TILE_MUSCLE,  /* fascicles in bundles, pale septa between the bundles */
  SH_TILE_FAT,     /* lobules of many sizes, lit from the upper left */
  SH_TILE_MARROW,  /* fatty marrow: small round cells */
  SH_TILE_COMPACT, /* compact bone: faint osteons */
  SH_TILE_SPONGY,  /* spongy bone: a lattice with dark holes */
  SH_TILE_LOOSE,   /* loose tissue: a few wisps */
  SH_N_TILES
} ShTileKind;

/** @cell: size of one cell in device pixels. Same arguments, same tile. Returns: (transfer full) */
ShTile *sh_tile_new (ShTileKind kind, double cell, guint32 seed);
void sh_tile_free (ShTile *tile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShTile, sh_tile_free)

/** A repeating pattern, one tile pixel to one device pixel where the matrix of the cairo_t is the
 * identity. Returns: (transfer full) */
cairo_pattern_t *sh_tile_pattern (const ShTile *tile, ShColor dark, ShColor base, ShColor light);
