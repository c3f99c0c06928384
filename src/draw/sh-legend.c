/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-legend.h"

#include "sh-blood-look.h"
#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-text.h"

/* A piece of vein in each state that the picture tells apart, with numbers from the middle of that
 * state (the looks' thresholds stand in sh-blood-look.c). */
static const struct
{
  const char *text;
  ShBloodState state;
} rows[] = {
  { NC_ ("legend", "rising to the heart"),
    { .transmural_mmhg = 20, .velocity_cm_s = 12, .area_ratio = 1 } },
  { NC_ ("legend", "standing, high pressure"),
    { .transmural_mmhg = 85, .velocity_cm_s = 0, .area_ratio = 1 } },
  { NC_ ("legend", "falling back"),
    { .transmural_mmhg = 45, .velocity_cm_s = -12, .area_ratio = 1 } },
  { NC_ ("legend", "nearly empty"),
    { .transmural_mmhg = 0, .velocity_cm_s = 0, .area_ratio = 0.16 } },
};

static const char *
headline (void)
{
  return C_ ("legend", "The darker the blood, the higher the pressure. Blue does not mean that "
                       "oxygen is missing.");
}

static ShTextStyle
headline_style (const ShTheme *theme, double size, double width)
{
  return (ShTextStyle){ .size = 0.88 * size, .width = width, .color = theme->text_quiet };
}

double
sh_legend_height (cairo_t *cr, double size, double width)
{
  ShTextStyle style = headline_style (sh_theme (SH_THEME_LIGHT), size, width);
  double height;

  sh_text_measure (cr, headline (), &style, NULL, &height);
  return height + (G_N_ELEMENTS (rows) + 0.4) * 1.5 * size;
}

static void
bar (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_rectangle (cr, x, y - 0.5 * height, width, height);
}

static void
rising_marks (cairo_t *cr, const ShTheme *theme, double x, double y, double w, double h)
{
  const double r = 0.2 * h;

  for (int i = 0; i < 2; i++)
    {
      double head = x + (0.42 + 0.46 * i) * w;
      cairo_pattern_t *tail = cairo_pattern_create_linear (head - 0.34 * w, 0, head, 0);

      cairo_pattern_add_color_stop_rgba (tail, 0, theme->cell.r, theme->cell.g, theme->cell.b, 0);
      cairo_pattern_add_color_stop_rgba (tail, 1, theme->cell.r, theme->cell.g, theme->cell.b, 0.6);
      cairo_rectangle (cr, head - 0.34 * w, y - 0.6 * r, 0.34 * w, 1.2 * r);
      cairo_set_source (cr, tail);
      cairo_fill (cr);
      cairo_pattern_destroy (tail);
      cairo_arc (cr, head, y, r, 0, 2 * G_PI);
      sh_set_color (cr, theme->cell, 0.95);
      cairo_fill (cr);
    }
}

static void
resting_marks (cairo_t *cr, const ShTheme *theme, double x, double y, double w, double h)
{
  for (int i = 0; i < 4; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + (0.15 + 0.23 * i) * w, y + (i % 2 ? 0.12 : -0.12) * h, 0.13 * h, 0,
                 2 * G_PI);
    }
  sh_set_color (cr, theme->cell, 0.5);
  cairo_fill (cr);
}

static void
falling_marks (cairo_t *cr, const ShTheme *theme, double x, double y, double w, double h)
{
  cairo_save (cr);
  bar (cr, x, y, w, h);
  cairo_clip (cr);
  for (double d = -h; d < w + h; d += 0.45 * h)
    {
      cairo_move_to (cr, x + d, y - 0.5 * h);
      cairo_line_to (cr, x + d + h, y + 0.5 * h);
      cairo_move_to (cr, x + d, y - 0.5 * h);
      cairo_line_to (cr, x + d - h, y + 0.5 * h);
    }
  cairo_set_line_width (cr, 0.8);
  sh_set_color (cr, theme->contour, 0.45);
  cairo_stroke (cr);
  cairo_restore (cr);
  for (int i = 0; i < 2; i++)
    {
      double tip = x + (0.2 + 0.45 * i) * w;

      cairo_move_to (cr, tip + 0.14 * w, y - 0.3 * h);
      cairo_line_to (cr, tip, y);
      cairo_line_to (cr, tip + 0.14 * w, y + 0.3 * h);
    }
  cairo_set_line_width (cr, 0.14 * h);
  sh_set_color (cr, theme->contour, 0.95);
  cairo_stroke (cr);
}

/* A piece of vein that lies level, its heart's end at the right. */
static void
swatch (cairo_t *cr, const ShTheme *theme, gsize row, double x, double y, double w, double h)
{
  ShBloodLook look;
  double lumen = h * (row == 3 ? 0.22 : 0.68);

  sh_blood_look (theme, &rows[row].state, &look);
  sh_set_color (cr, look.contour, 1);
  bar (cr, x, y, w, lumen + 0.32 * h + 2.4);
  cairo_fill (cr);
  sh_set_color (cr, look.wall, 1);
  bar (cr, x, y, w, lumen + 0.32 * h);
  cairo_fill (cr);
  sh_set_color (cr, look.contour, 1);
  bar (cr, x, y, w, lumen + 1.2);
  cairo_fill (cr);
  sh_set_color (cr, look.fill, 1);
  bar (cr, x, y, w, lumen);
  cairo_fill (cr);
  if (row == 0)
    rising_marks (cr, theme, x, y, w, lumen);
  else if (row == 1)
    resting_marks (cr, theme, x, y, w, lumen);
  else if (row == 2)
    falling_marks (cr, theme, x, y, w, lumen);
}

void
sh_legend_draw (cairo_t *cr, ShThemeId theme_id, double x, double y, double size, double width)
{
  const ShTheme *theme = sh_theme (theme_id);
  ShTextStyle style = headline_style (theme, size, width);
  double height;

  sh_text_measure (cr, headline (), &style, NULL, &height);
  sh_text_draw (cr, headline (), x, y + style.size, &style);
  style = (ShTextStyle){ .size = 0.94 * size, .color = theme->text };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double middle = y + height + (i + 0.9) * 1.5 * size;

      swatch (cr, theme, i, x, middle, 3.0 * size, 0.95 * size);
      sh_text_draw (cr, g_dpgettext2 (SH_GETTEXT_DOMAIN, "legend", rows[i].text), x + 3.7 * size,
                    middle + 0.34 * size, &style);
    }
}
