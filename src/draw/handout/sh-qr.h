/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

/** Draws @text as a QR code, black on white, its quiet border included, into a square at (x, y).
 * Returns: FALSE, and nothing drawn, for an empty text or one too long for a code. */
gboolean sh_qr_draw (cairo_t *cr, const char *text, double x, double y, double side);
