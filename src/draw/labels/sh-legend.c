/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-legend.h"

#include "sh-blood-look.h"
#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-leg-contour.h"
#include "sh-text.h"

typedef enum
{
  MARKS_NONE,
  MARKS_RISING,
  MARKS_RESTING,
  MARKS_FALLING,
  MARKS_LEAK,
  MARKS_OUTLINE
} Marks;

/* Which veins a row shows. */
typedef enum
{
  VEINS_DEEP,
  VEINS_SURFACE,
  VEINS_BOTH,
  VEINS_NONE
} Veins;

/* A piece of vein of both kinds and in each state that the picture tells apart, with numbers from
 * the middle of that state (the looks' thresholds stand in sh-blood-look.c). */
static const struct
{
  const char *text;
  ShBloodState state;
  Veins veins;
  Marks marks;
} rows[] = {
  { NC_ ("legend", "deep vein"),
    { .transmural_mmhg = 20, .velocity_cm_s = 12, .area_ratio = 1 },
    VEINS_DEEP,
    MARKS_NONE },
  { NC_ ("legend", "vein under the skin"),
    { .transmural_mmhg = 20, .velocity_cm_s = 12, .area_ratio = 1 },
    VEINS_SURFACE,
    MARKS_NONE },
  { NC_ ("legend", "rising to the heart"),
    { .transmural_mmhg = 20, .velocity_cm_s = 12, .area_ratio = 1 },
    VEINS_BOTH,
    MARKS_RISING },
  { NC_ ("legend", "standing, high pressure"),
    { .transmural_mmhg = 85, .velocity_cm_s = 0, .area_ratio = 1 },
    VEINS_BOTH,
    MARKS_RESTING },
  { NC_ ("legend", "falling back"),
    { .transmural_mmhg = 45, .velocity_cm_s = -12, .area_ratio = 1 },
    VEINS_BOTH,
    MARKS_FALLING },
  { NC_ ("legend", "nearly empty"),
    { .transmural_mmhg = 0, .velocity_cm_s = 0, .area_ratio = 0.16 },
    VEINS_BOTH,
    MARKS_NONE },
  { NC_ ("legend", "leaky valve"),
    { .transmural_mmhg = 20, .velocity_cm_s = 12, .area_ratio = 1 },
    VEINS_BOTH,
    MARKS_LEAK },
  { NC_ ("legend", "outline before swelling"), { 0 }, VEINS_NONE, MARKS_OUTLINE },
};

/* A row's height in sizes of the letters. */
#define ROW 1.6
/* Length and height of a row's piece of vein, in sizes of the letters. */
#define SWATCH_LENGTH 3.6
#define SWATCH_HEIGHT 1.05

static const char *
headline (void)
{
  return C_ ("legend", "The darker the blood, the higher the pressure. Blue does not mean that "
                       "oxygen is missing.");
}

static ShTextStyle
headline_style (const ShTheme *theme, double size, double width)
{
  return (ShTextStyle){ .size = 0.92 * size, .width = width, .color = theme->text_quiet };
}

double
sh_legend_height (cairo_t *cr, double size, double width)
{
  ShTextStyle style = headline_style (sh_theme (SH_THEME_LIGHT), size, width);
  double height;

  sh_text_measure (cr, headline (), &style, NULL, &height);
  return height + (G_N_ELEMENTS (rows) + 0.4) * ROW * size;
}

double
sh_legend_width (cairo_t *cr, double size)
{
  ShTextStyle style = { .size = size };
  double widest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width;

      sh_text_measure (cr, g_dpgettext2 (SH_GETTEXT_DOMAIN, "legend", rows[i].text), &style, &width,
                       NULL);
      widest = MAX (widest, width);
    }
  return widest + (SWATCH_LENGTH + 0.7) * size;
}

static void
bar (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_rectangle (cr, x, y - 0.5 * height, width, height);
}

static void
rising_marks (cairo_t *cr, const ShTheme *theme, double x, double y, double w, double h)
{
  const double r = 0.42 * h, tail = 0.22 * w;

  for (int i = 0; i < 2; i++)
    {
      double back = x + (0.28 + 0.46 * i) * w;
      cairo_pattern_t *fading = cairo_pattern_create_linear (back - tail, 0, back, 0);

      cairo_pattern_add_color_stop_rgba (fading, 0, theme->cell.r, theme->cell.g, theme->cell.b, 0);
      cairo_pattern_add_color_stop_rgba (fading, 1, theme->cell.r, theme->cell.g, theme->cell.b,
                                         0.75);
      cairo_rectangle (cr, back - tail, y - 0.4 * r, tail, 0.8 * r);
      cairo_set_source (cr, fading);
      cairo_fill (cr);
      cairo_pattern_destroy (fading);
      cairo_move_to (cr, back, y - r);
      cairo_line_to (cr, back + 2.2 * r, y);
      cairo_line_to (cr, back, y + r);
      cairo_close_path (cr);
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
  sh_set_color (cr, theme->contour, 0.28);
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

/* The brackets that hold a leaking valve from both sides. */
static void
leak_marks (cairo_t *cr, const ShTheme *theme, double x, double y, double w, double h)
{
  const double middle = x + 0.5 * w, half = 0.24 * w;
  const ShColor colors[] = { theme->contour, theme->leaflet_leaking };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int layer = 0; layer < 2; layer++)
    {
      for (int side = -1; side <= 1; side += 2)
        {
          cairo_move_to (cr, middle - half, y + side * 0.40 * h);
          cairo_curve_to (cr, middle - 0.5 * half, y + side * 0.58 * h, middle + 0.5 * half,
                          y + side * 0.58 * h, middle + half, y + side * 0.40 * h);
        }
      cairo_set_line_width (cr, 0.17 * h + (layer == 0 ? 1.6 : 0.0));
      sh_set_color (cr, colors[layer], 1);
      cairo_stroke (cr);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/* A tube that lies level. */
static void
tube (cairo_t *cr, const ShBloodLook *look, double x, double y, double w, double lumen, double h)
{
  const ShColor edge = sh_color_mix (look->fill, look->edge, look->backflow);
  const ShColor colors[] = { look->contour, look->wall, look->contour, edge, look->fill };
  const double heights[] = { lumen + 0.32 * h + 2.4, lumen + 0.32 * h, lumen + 1.2, lumen,
                             (1.0 - 0.36 * look->backflow) * lumen };

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      sh_set_color (cr, colors[i], 1);
      bar (cr, x, y, w, heights[i]);
      cairo_fill (cr);
    }
}

/* The two kinds of veins side by side, or one of them. */
static void
tubes (cairo_t *cr, const ShTheme *theme, gsize row, double x, double y, double w, double h)
{
  const int first = rows[row].veins == VEINS_SURFACE, last = rows[row].veins != VEINS_DEEP;
  const double part = w / (1 + last - first), full = rows[row].marks == MARKS_LEAK ? 0.3 : 0.68;
  const double lumen = h * (rows[row].state.area_ratio < 0.5 ? 0.22 : full);

  for (int surface = first; surface <= last; surface++)
    {
      ShBloodState state = rows[row].state;
      ShBloodLook look;

      state.superficial = surface;
      sh_blood_look (theme, &state, &look);
      tube (cr, &look, x + (surface - first) * part, y, part, lumen, h);
    }
}

/* The edge of swollen skin, water under it and, dashed, where the edge was before. */
static void
outline_marks (cairo_t *cr, const ShTheme *theme, double x, double y, double w, double h)
{
  const double dash[] = { 0.36 * h, 0.24 * h };

  bar (cr, x, y + 0.1 * h, w, h);
  sh_set_color (cr, theme->skin, 1);
  cairo_fill (cr);
  bar (cr, x, y - 0.125 * h, w, 0.55 * h);
  sh_set_color (cr, sh_leg_contour_water (theme), SH_LEG_WATER_ALPHA);
  cairo_fill (cr);
  cairo_move_to (cr, x, y - 0.4 * h);
  cairo_line_to (cr, x + w, y - 0.4 * h);
  sh_set_color (cr, theme->skin_edge, 1);
  cairo_set_line_width (cr, 1.3);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y + 0.15 * h);
  cairo_line_to (cr, x + w, y + 0.15 * h);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 1.8);
  sh_set_color (cr, theme->outline, 0.9);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A piece of vein that lies level, its heart's end at the right. */
static void
swatch (cairo_t *cr, const ShTheme *theme, gsize row, double x, double y, double w, double h)
{
  double lumen = 0.68 * h;

  if (rows[row].veins != VEINS_NONE)
    tubes (cr, theme, row, x, y, w, h);
  switch (rows[row].marks)
    {
    case MARKS_RISING:
      rising_marks (cr, theme, x, y, w, lumen);
      break;
    case MARKS_RESTING:
      resting_marks (cr, theme, x, y, w, lumen);
      break;
    case MARKS_FALLING:
      falling_marks (cr, theme, x, y, w, lumen);
      break;
    case MARKS_LEAK:
      leak_marks (cr, theme, x, y, w, 1.25 * h);
      break;
    case MARKS_OUTLINE:
      outline_marks (cr, theme, x, y, w, lumen);
      break;
    case MARKS_NONE:
    default:
      break;
    }
}

void
sh_legend_draw (cairo_t *cr, ShThemeId theme_id, double x, double y, double size, double width)
{
  const ShTheme *theme = sh_theme (theme_id);
  ShTextStyle style = headline_style (theme, size, width);
  double height;

  sh_text_measure (cr, headline (), &style, NULL, &height);
  sh_text_draw (cr, headline (), x, y + style.size, &style);
  style = (ShTextStyle){ .size = size, .color = theme->text };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double middle = y + height + (i + 0.9) * ROW * size;

      swatch (cr, theme, i, x, middle, SWATCH_LENGTH * size, SWATCH_HEIGHT * size);
      sh_text_draw (cr, g_dpgettext2 (SH_GETTEXT_DOMAIN, "legend", rows[i].text),
                    x + (SWATCH_LENGTH + 0.7) * size, middle + 0.35 * size, &style);
    }
}
