/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-slice-geometry.h"
#include "sh-theme.h"
#include "sh-tile.h"

/** Paints the cut calf without its veins. */
typedef struct
{
  const ShTheme *theme;
  ShTile *tile[SH_N_TILES]; /* or NULL: flat colours */
  ShPoint origin;           /* where the section's middle goes */
  double unit;              /* units of the cairo_t for one landmark unit */
  double mirror;            /* 1 right leg, -1 left leg */
  double calf;              /* contraction, for the muscles' colour, 0…1 */
  double shin;
  gboolean stocking;  /* a knitted sleeve over the skin */
  double top, bottom; /* rows that are wanted, in units of the cairo_t; both 0: all */
  gboolean quick;     /* flat colours and hard edges, while a hand drags the level */
  gboolean vector;    /* no blurs */
} ShSliceBody;

/** Makes the tiles for the body's scale; the caller frees them with sh_slice_body_clear(). */
void sh_slice_body_make_tiles (ShSliceBody *body, double device_unit);
void sh_slice_body_clear (ShSliceBody *body);

/** Where a place of the section is drawn. */
ShPoint sh_slice_body_map (const ShSliceBody *body, ShPoint place);

/** A length of the study (drawn at 25.5 px for one landmark unit) in units of the cairo_t. */
double sh_slice_body_px (const ShSliceBody *body, double study_px);
/** The same for the width of a line, which must not vanish when the picture is small. */
double sh_slice_body_line (const ShSliceBody *body, double study_px);

/** Draws everything that is no vein. */
void sh_slice_body_draw (const ShSliceBody *body, const ShSliceSection *section, cairo_t *cr);
