/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-theme.h"

/** A picture that SVG and PDF files hold as a JPEG: painted tissue of many small strokes is a tenth
 * of the size that its paths would have. JPEG knows no transparency: what is not covered in
 * @picture (ARGB32) has the colour @ground, and is meant to be clipped away. Where no JPEG can be
 * made the files hold the pixels as they are. Returns: (transfer full) */
cairo_surface_t *sh_photo_new (cairo_surface_t *picture, ShColor ground);
