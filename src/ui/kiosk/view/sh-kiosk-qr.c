/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-qr.h"

#include <qrencode.h>
#include <string.h>

/* The white border that the standard asks for, in modules. */
#define QUIET 4

static void
fill_module (guchar *pixels, int width, int scale, int column, int row)
{
  for (int y = row * scale; y < (row + 1) * scale; y++)
    memset (pixels + (gsize) y * (gsize) width * 3 + (gsize) (column * scale) * 3, 0,
            (gsize) scale * 3);
}

GdkTexture *
sh_kiosk_qr_texture (const char *text, int most_px)
{
  QRcode *code = text[0] != '\0' ? QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  guchar *pixels;
  gsize size;
  int scale, width;

  if (code == NULL)
    return NULL;
  scale = MAX (most_px / (code->width + 2 * QUIET), 1);
  width = (code->width + 2 * QUIET) * scale;
  size = (gsize) width * (gsize) width * 3;
  pixels = g_malloc (size);
  memset (pixels, 255, size);
  for (int i = 0; i < code->width * code->width; i++)
    if ((code->data[i] & 1) != 0)
      fill_module (pixels, width, scale, i % code->width + QUIET, i / code->width + QUIET);
  QRcode_free (code);
  bytes = g_bytes_new_take (pixels, size);
  return gdk_memory_texture_new (width, width, GDK_MEMORY_R8G8B8, bytes, (gsize) width * 3);
}
