/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * Blurs @width × @height bytes in place, nearly like a Gaussian of the standard deviation @sigma
 * (in pixels), by running means in each direction. What lies beyond the edges counts as 0.
 *
 * The result at a pixel depends only on the pixels around it, whatever the size of the picture, so
 * that a patch is the same as the part of the whole that it replaces.
 */
void sh_blur (guint8 *pixels, int width, int height, int stride, double sigma);

/** How many pixels around one a blur of @sigma can reach. */
int sh_blur_reach (double sigma);
