/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "sh-theme.h"

/** One line of text in a picture, the same in every painter of the small views and charts. */
typedef struct
{
  double size;  /* of the letters (em), in user units */
  double align; /* 0: the place is the left end, 0.5: the middle, 1: the right end */
  gboolean bold;
  gboolean tabular;   /* figures of one width, for numbers that change */
  double spacing;     /* extra space between letters, in user units */
  double width;       /* > 0: wraps at this width */
  gboolean ellipsize; /* one row, cut with dots at this width */
  gboolean halo;      /* a soft rim in @halo_color, for text on a texture */
  ShColor color;
  ShColor halo_color;
} ShTextStyle;

/** Draws @text with its base line of the first row at (x, y). */
void sh_text_draw (cairo_t *cr, const char *text, double x, double y, const ShTextStyle *style);
/** Size of @text as it would be drawn, in user units; both results may be NULL. */
void sh_text_measure (
    cairo_t *cr, const char *text, const ShTextStyle *style, double *width, double *height);
