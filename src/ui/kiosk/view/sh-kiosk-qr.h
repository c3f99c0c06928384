/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** The QR code of @text with its quiet zone, at most @most_px pixels wide, black on white whatever
 * the palette: cameras want it so. NULL when the text is empty or too long. Returns: (transfer
 * full) (nullable) */
GdkTexture *sh_kiosk_qr_texture (const char *text, int most_px);
