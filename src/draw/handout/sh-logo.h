/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

/** A picture that somebody brings along: a clinic's logo. It may come from anywhere, so it is
 * looked at before it is opened. */
typedef struct _ShLogo ShLogo;

#define SH_LOGO_ERROR (sh_logo_error_quark ())
GQuark sh_logo_error_quark (void);

typedef enum
{
  SH_LOGO_ERROR_READ,  /* cannot be read */
  SH_LOGO_ERROR_KIND,  /* neither PNG nor SVG, or a broken one */
  SH_LOGO_ERROR_LARGE, /* file or picture too large */
} ShLogoError;

/** The largest file, in bytes, and the longest side of a PNG, in pixels. */
#define SH_LOGO_LARGEST_FILE (4 * 1024 * 1024)
#define SH_LOGO_LONGEST_SIDE 4096

/**
 * Reads a logo.
 *
 * @path: a PNG or an SVG
 * @error: one line that names the file, what is wrong and what is allowed
 *
 * Returns: (transfer full) (nullable)
 */
ShLogo *sh_logo_load (const char *path, GError **error);

/** As sh_logo_load(), from bytes; @name stands for the file in messages. */
ShLogo *sh_logo_new (const guchar *bytes, gsize length, const char *name, GError **error);
void sh_logo_free (ShLogo *logo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShLogo, sh_logo_free)

/** The width of the logo for one unit of its height. */
double sh_logo_aspect (const ShLogo *logo);

/** Draws the logo into a box at (x, y), whole and undistorted, at the box's left and middle, or at
 * its right when @at_right. */
void sh_logo_draw (
    ShLogo *logo, cairo_t *cr, double x, double y, double width, double height, gboolean at_right);
