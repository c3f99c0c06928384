/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-qr.h"

#include <qrencode.h>

/* The white border that the standard asks for, in modules. */
#define QUIET 4

static QRcode *
encode (const char *text)
{
  return text[0] != '\0' ? QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) : NULL;
}

int
sh_qr_modules (const char *text)
{
  QRcode *code = encode (text);
  int modules = code != NULL ? code->width + 2 * QUIET : 0;

  g_clear_pointer (&code, QRcode_free);
  return modules;
}

gboolean
sh_qr_draw (cairo_t *cr, const char *text, double x, double y, double side)
{
  QRcode *code = encode (text);
  double module;

  if (code == NULL)
    return FALSE;
  module = side / (code->width + 2 * QUIET);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, y, side, side);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int i = 0; i < code->width * code->width; i++)
    if ((code->data[i] & 1) != 0)
      cairo_rectangle (cr, x + (i % code->width + QUIET) * module,
                       y + (i / code->width + QUIET) * module, module, module);
  cairo_fill (cr);
  cairo_restore (cr);
  QRcode_free (code);
  return TRUE;
}
