/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* What a clinic puts on the kiosk's top, by the painters of the hand-out. */

/** The QR code of @text with its quiet zone, at most @most_px pixels wide, black on white whatever
 * the palette: cameras want it so. NULL when the text is empty or too long. Returns: (transfer
 * full) (nullable) */
GdkTexture *sh_kiosk_qr_texture (const char *text, int most_px);

/** The logo in the file @path, PNG or SVG, @height_px high and at most four times as wide.
 * Returns: (transfer full) (nullable): NULL with @error for what sh_logo_load() refuses */
GdkTexture *sh_kiosk_logo_texture (const char *path, int height_px, GError **error);
