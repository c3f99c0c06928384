/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-marks.h"
#include "sh-theme.h"
#include "sh-vein-net.h"

/**
 * Paints the whole network in passes (all shadows, all outer lines, all walls, all inner lines,
 * then all blood from thin to thick), so that the veins open into each other where they join.
 */
typedef struct _ShVeinPainter ShVeinPainter;

/** Where and how the network is painted. */
typedef struct
{
  cairo_matrix_t to_user; /* plate units to user units of the cairo_t */
  cairo_rectangle_t area; /* whole user units; nothing is painted outside */
  double scale;           /* device pixels per user unit */
  double fade_from;       /* plate Y where the thigh's end begins to fade … */
  double fade_to;         /* … and where nothing is left of it (smaller) */
  gboolean vector;        /* paths instead of pixels */
} ShVeinPlace;

/** Returns: (transfer full) */
ShVeinPainter *sh_vein_painter_new (void);
void sh_vein_painter_free (ShVeinPainter *painter);

/** Paints the network. Returns what leaflets and cells are drawn onto next; it is valid until
 * sh_vein_painter_end(). Returns: (transfer none) */
ShMarks *sh_vein_painter_begin (ShVeinPainter *painter,
                                cairo_t *cr,
                                const ShVeinNet *net,
                                const ShTheme *theme,
                                const ShVeinPlace *place);
/** Fades the thigh's end and shows everything on @cr. */
void sh_vein_painter_end (ShVeinPainter *painter, cairo_t *cr);
