/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

/** How many modules @text takes on each side, with its quiet border: a picture of so many pixels,
 * or a multiple, has sharp edges. 0 for an empty text or one too long for a code. */
int sh_qr_modules (const char *text);

/** Draws @text as a QR code, black on white, its quiet border included, into a square at (x, y).
 * Returns: FALSE, and nothing drawn, for an empty text or one too long for a code. */
gboolean sh_qr_draw (cairo_t *cr, const char *text, double x, double y, double side);
