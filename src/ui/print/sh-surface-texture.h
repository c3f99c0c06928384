/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** What was painted on an image surface of 32 bits, for widgets. Takes the surface.
 * Returns: (transfer full) */
GdkTexture *sh_surface_texture (cairo_surface_t *surface);
