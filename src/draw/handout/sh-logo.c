/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-logo.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>
#include <librsvg/rsvg.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _ShLogo
{
  cairo_surface_t *pixels; /* of a PNG */
  RsvgHandle *handle;      /* of an SVG */
  double width;
  double height;
};

G_DEFINE_QUARK (sh - logo - error - quark, sh_logo_error)

#define ALLOWED                                                                                    \
  C_ ("logo", "a PNG or SVG of at most 4 MiB, a PNG of at most 4096 pixels on each side")

static ShLogo *
fail (ShLogoError code, const char *name, const char *what, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  g_set_error (error, SH_LOGO_ERROR, (int) code, C_ ("logo", "%s: %s; allowed: %s"), shown, what,
               ALLOWED);
  return NULL;
}

void
sh_logo_free (ShLogo *logo)
{
  g_clear_pointer (&logo->pixels, cairo_surface_destroy);
  g_clear_object (&logo->handle);
  g_free (logo);
}

/* What is still to be read of a PNG. */
typedef struct
{
  const guchar *bytes;
  gsize left;
} Rest;

static cairo_status_t
read_cb (void *data, unsigned char *bytes, unsigned int length)
{
  Rest *rest = data;

  if (length > rest->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, rest->bytes, length);
  rest->bytes += length;
  rest->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
big_endian (const guchar *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) |
         bytes[3];
}

/* The size stands at the start of the file and is looked at before any pixel is unpacked. */
static ShLogo *
read_png (const guchar *bytes, gsize length, const char *name, GError **error)
{
  Rest rest = { bytes, length };
  guint32 width = length >= 24 ? big_endian (bytes + 16) : 0;
  guint32 height = length >= 24 ? big_endian (bytes + 20) : 0;
  cairo_surface_t *pixels;
  ShLogo *logo;

  if (width > SH_LOGO_LONGEST_SIDE || height > SH_LOGO_LONGEST_SIDE)
    return fail (SH_LOGO_ERROR_LARGE, name, C_ ("logo", "too many pixels"), error);
  pixels = cairo_image_surface_create_from_png_stream (read_cb, &rest);
  if (cairo_surface_status (pixels) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (pixels);
      return fail (SH_LOGO_ERROR_KIND, name, C_ ("logo", "a broken PNG"), error);
    }
  logo = g_new0 (ShLogo, 1);
  logo->pixels = pixels;
  logo->width = cairo_image_surface_get_width (pixels);
  logo->height = cairo_image_surface_get_height (pixels);
  return logo;
}

/* An SVG without a size of its own has that of its view box, or of its drawing. */
static gboolean
find_size (RsvgHandle *handle, double *width, double *height)
{
  gboolean has_width, has_height, has_box;
  RsvgLength w, h;
  RsvgRectangle box = { 0 };

  if (rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height))
    return TRUE;
  rsvg_handle_get_intrinsic_dimensions (handle, &has_width, &w, &has_height, &h, &has_box, &box);
  if (!has_box && !rsvg_handle_get_geometry_for_element (handle, NULL, &box, NULL, NULL))
    return FALSE;
  *width = box.width;
  *height = box.height;
  return TRUE;
}

static ShLogo *
read_svg (const guchar *bytes, gsize length, const char *name, GError **error)
{
  /* Without the address of a file nothing outside the bytes is looked for. */
  RsvgHandle *handle = rsvg_handle_new_from_data (bytes, length, NULL);
  ShLogo *logo;
  double width = 0;
  double height = 0;

  if (handle == NULL)
    return fail (SH_LOGO_ERROR_KIND, name, C_ ("logo", "a broken SVG"), error);
  if (!find_size (handle, &width, &height) || !(width > 0) || !(height > 0) || !isfinite (width) ||
      !isfinite (height) || width > 1e6 || height > 1e6)
    {
      g_object_unref (handle);
      return fail (SH_LOGO_ERROR_KIND, name, C_ ("logo", "an SVG without a usable size"), error);
    }
  logo = g_new0 (ShLogo, 1);
  logo->handle = handle;
  logo->width = width;
  logo->height = height;
  return logo;
}

static gboolean
looks_like_svg (const guchar *bytes, gsize length)
{
  return g_strstr_len ((const char *) bytes, (gssize) MIN (length, 4096), "<svg") != NULL ||
         g_strstr_len ((const char *) bytes, (gssize) MIN (length, 4096), ":svg") != NULL;
}

ShLogo *
sh_logo_new (const guchar *bytes, gsize length, const char *name, GError **error)
{
  if (length > SH_LOGO_LARGEST_FILE)
    return fail (SH_LOGO_ERROR_LARGE, name, C_ ("logo", "too large a file"), error);
  if (length >= 8 && memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
    return read_png (bytes, length, name, error);
  if (looks_like_svg (bytes, length))
    return read_svg (bytes, length, name, error);
  return fail (SH_LOGO_ERROR_KIND, name, C_ ("logo", "neither a PNG nor an SVG"), error);
}

ShLogo *
sh_logo_load (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree guchar *bytes = NULL;
  FILE *stream = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_fopen (path, "rb") : NULL;
  gsize length;

  if (stream == NULL)
    return fail (SH_LOGO_ERROR_READ, name, C_ ("logo", "cannot be read"), error);
  /* One byte more than is allowed tells a file that is too large. */
  bytes = g_malloc (SH_LOGO_LARGEST_FILE + 1);
  length = fread (bytes, 1, SH_LOGO_LARGEST_FILE + 1, stream);
  fclose (stream);
  return sh_logo_new (bytes, length, name, error);
}

double
sh_logo_aspect (const ShLogo *logo)
{
  return logo->width / logo->height;
}

void
sh_logo_draw (
    ShLogo *logo, cairo_t *cr, double x, double y, double width, double height, gboolean at_right)
{
  double scale = fmin (width / logo->width, height / logo->height);
  RsvgRectangle box = { 0, 0, logo->width, logo->height };

  cairo_save (cr);
  cairo_translate (cr, at_right ? x + width - logo->width * scale : x,
                   y + (height - logo->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  if (logo->pixels != NULL)
    {
      cairo_set_source_surface (cr, logo->pixels, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
      cairo_paint (cr);
    }
  else
    rsvg_handle_render_document (logo->handle, cr, &box, NULL);
  cairo_restore (cr);
}
