/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-photo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Fine textures show no blocks from here on. */
#define QUALITY "86"

static cairo_surface_t *
flattened (cairo_surface_t *picture, ShColor ground)
{
  cairo_surface_t *flat =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (picture),
                                  cairo_image_surface_get_height (picture));
  cairo_t *cr = cairo_create (flat);

  sh_set_color (cr, ground, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (flat);
  return flat;
}

static GdkPixbuf *
pixbuf_of (cairo_surface_t *flat)
{
  const int width = cairo_image_surface_get_width (flat);
  const int height = cairo_image_surface_get_height (flat);
  const int stride = cairo_image_surface_get_stride (flat);
  const guint8 *data = cairo_image_surface_get_data (flat);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guint8 *target = gdk_pixbuf_get_pixels (pixbuf);

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (const void *) (data + (gsize) y * stride);
      guint8 *to = target + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++)
        {
          to[3 * x] = (guint8) (row[x] >> 16);
          to[3 * x + 1] = (guint8) (row[x] >> 8);
          to[3 * x + 2] = (guint8) row[x];
        }
    }
  return pixbuf;
}

cairo_surface_t *
sh_photo_new (cairo_surface_t *picture, ShColor ground)
{
  cairo_surface_t *flat = flattened (picture, ground);
  g_autoptr (GdkPixbuf) pixbuf = pixbuf_of (flat);
  gchar *jpeg = NULL;
  gsize size = 0;

  if (gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", NULL, "quality", QUALITY, NULL) &&
      cairo_surface_set_mime_data (flat, CAIRO_MIME_TYPE_JPEG, (const guint8 *) jpeg, size, g_free,
                                   jpeg) != CAIRO_STATUS_SUCCESS)
    g_free (jpeg);
  return flat;
}
