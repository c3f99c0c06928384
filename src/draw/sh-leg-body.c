/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leg-body.h"

struct _ShLegBody
{
  ShArt *art;
  ShLegBodyPlace place;
};

ShLegBody *
sh_leg_body_new (ShArt *art)
{
  ShLegBody *body = g_new0 (ShLegBody, 1);

  body->art = sh_art_ref (art);
  return body;
}

void
sh_leg_body_free (ShLegBody *body)
{
  sh_art_unref (body->art);
  g_free (body);
}

void
sh_leg_body_place (ShLegBody *body, const ShLegBodyPlace *place)
{
  body->place = *place;
}

static void
outline_path (ShLegBody *body, cairo_t *cr, const ShRig *rig, const char *id)
{
  const ShCurve *curve = sh_art_curve (body->art, id);

  for (int i = 0; curve != NULL && i < curve->n; i++)
    {
      ShPoint p = sh_rig_map (rig, curve->point[i], SH_RIG_SKIN);

      cairo_line_to (cr, p.x, p.y);
    }
  cairo_close_path (cr);
}

void
sh_leg_body_draw (ShLegBody *body, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  const ShTheme *theme = sh_theme (body->place.theme);

  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  cairo_transform (cr, &body->place.to_user);
  outline_path (body, cr, rig, "silhouette");
  sh_set_color (cr, theme->fat, 1);
  cairo_fill (cr);
  outline_path (body, cr, rig, "fascia");
  sh_set_color (cr, theme->muscle, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}
