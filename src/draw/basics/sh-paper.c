/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-paper.h"

#include <math.h>

void
sh_paper_draw (cairo_t *cr, const ShTheme *theme, double width, double height)
{
  const ShColor stops[] = { theme->paper_light, theme->paper, theme->paper_dark };
  static const double places[] = { 0.0, 0.6, 1.0 };
  cairo_pattern_t *light = cairo_pattern_create_radial (
      0.4 * width, 0.35 * height, 0, 0.45 * width, 0.42 * height, 0.85 * hypot (width, height));

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgb (light, places[i], stops[i].r, stops[i].g, stops[i].b);
  cairo_set_source (cr, light);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_pattern_destroy (light);
}
