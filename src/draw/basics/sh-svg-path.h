/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-curve.h"

/** The part of SVG that holds geometry: path data and transforms, as vector editors write them. */

/** What a path says, before it is sampled: @knots of one line and two Bézier handles a segment. */
typedef struct
{
  GArray *knots;   /* ShPoint */
  GArray *handles; /* ShPoint, two for each segment */
  gboolean closed;
} ShSvgPath;

/** Reads the `d` attribute: one line of M, L, H, V, C, S, Q, T and Z, absolute or relative.
 * An error says what was found and where. Returns: (transfer full) */
ShSvgPath *sh_svg_path_parse (const char *d, GError **error);
void sh_svg_path_free (ShSvgPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShSvgPath, sh_svg_path_free)

/** Reads a `transform` attribute of matrix(), translate(), scale() and rotate(). */
gboolean sh_svg_transform_parse (const char *text, cairo_matrix_t *matrix, GError **error);

/** Moves all points of the path. */
void sh_svg_path_transform (ShSvgPath *path, const cairo_matrix_t *matrix);
