/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-badges.h"

#include <math.h>

#include "sh-logo.h"
#include "sh-qr.h"
#include "sh-surface-texture.h"

#define WIDEST_ASPECT 4.0

GdkTexture *
sh_kiosk_qr_texture (const char *text, int most_px)
{
  int modules = sh_qr_modules (text);
  cairo_surface_t *surface;
  cairo_t *cr;
  int side;

  if (modules == 0)
    return NULL;
  side = MAX (most_px / modules, 1) * modules;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cr = cairo_create (surface);
  sh_qr_draw (cr, text, 0.0, 0.0, side);
  cairo_destroy (cr);
  return sh_surface_texture (surface);
}

GdkTexture *
sh_kiosk_logo_texture (const char *path, int height_px, GError **error)
{
  g_autoptr (ShLogo) logo = sh_logo_load (path, error);
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;

  if (logo == NULL)
    return NULL;
  width = ceil (height_px * fmin (sh_logo_aspect (logo), WIDEST_ASPECT));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) fmax (width, 1.0), height_px);
  cr = cairo_create (surface);
  sh_logo_draw (logo, cr, 0.0, 0.0, fmax (width, 1.0), height_px, FALSE);
  cairo_destroy (cr);
  return sh_surface_texture (surface);
}
