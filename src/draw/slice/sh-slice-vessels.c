/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-vessels.h"

#include <math.h>

static void
soft_shadow (const ShSliceBody *body, ShPoint c, double r, cairo_t *cr)
{
  for (int i = 3; i >= 1; i--)
    {
      cairo_arc (cr, c.x + 0.1 * r, c.y + 0.15 * r, r + sh_slice_body_px (body, 1.4 * i), 0,
                 2 * G_PI);
      sh_set_color (cr, body->theme->shadow, 0.14);
      cairo_fill (cr);
    }
}

/* Arteries are few, thick-walled and quiet. */
void
sh_slice_draw_artery (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint c = sh_slice_body_map (body, part->centre);
  double r = part->radius * body->unit;
  ShColor wall = sh_color_mix (theme->artery, theme->muscle_light, 0.45);
  ShColor dark = sh_color_mix (theme->artery, theme->muscle_dark, 0.6);
  cairo_pattern_t *round =
      cairo_pattern_create_radial (c.x - 0.35 * r, c.y - 0.35 * r, 0, c.x, c.y, 1.15 * r);

  soft_shadow (body, c, r, cr);
  cairo_pattern_add_color_stop_rgb (round, 0, theme->muscle_light.r, theme->muscle_light.g,
                                    theme->muscle_light.b);
  cairo_pattern_add_color_stop_rgb (round, 1, wall.r, wall.g, wall.b);
  cairo_arc (cr, c.x, c.y, r, 0, 2 * G_PI);
  cairo_set_source (cr, round);
  cairo_fill_preserve (cr);
  cairo_pattern_destroy (round);
  sh_set_color (cr, dark, 1);
  cairo_set_line_width (cr, sh_slice_body_line (body, 1.1));
  cairo_stroke (cr);
  cairo_arc (cr, c.x, c.y, 0.56 * r, 0, 2 * G_PI);
  sh_set_color (cr, theme->artery, 1);
  cairo_fill_preserve (cr);
  sh_set_color (cr, dark, 1);
  cairo_set_line_width (cr, sh_slice_body_line (body, 0.8));
  cairo_stroke (cr);
  cairo_arc (cr, c.x + 0.16 * r, c.y + 0.16 * r, 0.22 * r, 0, 2 * G_PI);
  sh_set_color (cr, theme->muscle_light, 0.45);
  cairo_fill (cr);
}

/* A nerve: a bundle of bundles in a sheath. */
void
sh_slice_draw_nerve (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint c = sh_slice_body_map (body, part->centre);
  double r = part->radius * body->unit;
  ShColor edge = sh_color_mix (theme->nerve, theme->bone_edge, 0.6);

  cairo_save (cr);
  cairo_translate (cr, c.x, c.y);
  cairo_rotate (cr, -body->mirror * part->angle);
  cairo_scale (cr, 1.18, 0.85);
  cairo_arc (cr, 0, 0, r, 0, 2 * G_PI);
  sh_set_color (cr, sh_color_mix (theme->nerve, theme->fascia, 0.35), 1);
  cairo_fill_preserve (cr);
  sh_set_color (cr, edge, 1);
  cairo_set_line_width (cr, sh_slice_body_line (body, 0.9));
  cairo_stroke (cr);
  if (r > 3)
    for (int i = 0; i < 7; i++)
      {
        double away = i > 0 ? 0.58 * r : 0;

        cairo_new_sub_path (cr);
        cairo_arc (cr, away * cos (i * G_PI / 3), away * sin (i * G_PI / 3), 0.24 * r, 0, 2 * G_PI);
      }
  sh_set_color (cr, sh_color_mix (theme->nerve, theme->bone_light, 0.6), 1);
  cairo_fill_preserve (cr);
  sh_set_color (cr, edge, 0.7);
  cairo_set_line_width (cr, MAX (0.05 * r, 0.4));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Pale to the vessel's edge, then fading out. */
void
sh_slice_draw_bed (const ShSliceBody *body, const ShSlicePart *part, ShColor pale, cairo_t *cr)
{
  ShPoint c = sh_slice_body_map (body, part->centre);
  double radius = part->radius * body->unit, fade = sh_slice_body_px (body, 8);
  cairo_pattern_t *soft =
      cairo_pattern_create_radial (c.x, c.y, 0.9 * radius, c.x, c.y, radius + fade);

  cairo_pattern_add_color_stop_rgba (soft, 0, pale.r, pale.g, pale.b, 0.7);
  cairo_pattern_add_color_stop_rgba (soft, 0.5, pale.r, pale.g, pale.b, 0.34);
  cairo_pattern_add_color_stop_rgba (soft, 1, pale.r, pale.g, pale.b, 0);
  cairo_arc (cr, c.x, c.y, radius + fade, 0, 2 * G_PI);
  cairo_set_source (cr, soft);
  cairo_fill (cr);
  cairo_pattern_destroy (soft);
}
