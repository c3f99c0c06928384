/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-curve.h"

/**
 * The geometry of the plates: named paths of the SVG files under resources/anatomy, which an
 * illustrator can open in a vector editor.
 *
 * Plate coordinates: 1200 × 1600, X = 655 + 10·x, Y = 1535 − 10·y of the landmark table (x < 0 to
 * the toes at the left, y up from the floor; 10 plate pixels = 1 u = 4.7 mm of a body of 1.75 m).
 */
typedef struct _ShArt ShArt;

/** Loads and checks all geometry of the program's resources. An error names the file and the name
 * that is missing or misspelt. Returns: (transfer full) */
ShArt *sh_art_load (GError **error);
/** The same for the text of one of the files alone ("leg.svg"), as an illustrator changed it.
 * Returns: (transfer full) */
ShArt *sh_art_load_text (const char *file, const char *text, gssize length, GError **error);
ShArt *sh_art_ref (ShArt *art);
void sh_art_unref (ShArt *art);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShArt, sh_art_unref)

/** The knots of a named path, sampled as a curve in plate coordinates, with its `data-width` widths
 * where the file gives them. NULL when there is none. Returns: (transfer none) */
const ShCurve *sh_art_curve (const ShArt *art, const char *id);
/** The centre of a named circle. */
gboolean sh_art_place (const ShArt *art, const char *id, ShPoint *place);
/** The names of all paths, in the order of the files. Returns: (transfer none) */
const char *const *sh_art_curve_ids (const ShArt *art, gsize *n);
