/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-compare-strip.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-numbers.h"
#include "sh-text.h"

/* Letters of numbers that differ and of those that do not, in sizes of the label's letters. */
#define LARGE 2.3
#define SMALL 1.3
/* Where the two columns stand, in parts of a gauge's width. */
#define FIRST_COLUMN 0.27

static const struct
{
  const char *label;
  double high;   /* end of the scale, from 0 */
  double step;   /* between its marks */
  double notice; /* a difference from here on is shown large */
  int decimals;
} gauges[SH_N_GAUGES] = {
  /* The scales hold what a standing leg reaches (pressure 95 mmHg, S5; blood 150 mL and more in
   * disease, tables of the physiology page); the limits are chosen by eye. */
  [SH_GAUGE_PRESSURE] = { NC_ ("compare", "Pressure in the ankle vein, mmHg"), 100, 50, 8, 0 },
  [SH_GAUGE_BLOOD] = { NC_ ("compare", "Blood in the lower leg, mL"), 200, 100, 10, 0 },
  [SH_GAUGE_SWELLING] = { NC_ ("compare", "Swelling, %"), 4, 2, 0.3, 1 },
};

/** The parts of one gauge in user units. */
typedef struct
{
  cairo_rectangle_t rect;
  double number_y; /* base line of the numbers */
  double top, bottom;
  double x[2];
  double width; /* of a column */
} Place;

gboolean
sh_compare_differs (ShGauge gauge, const double value[2])
{
  /* A leg smaller than in the morning is not swollen, by whatever much. */
  return fabs (fmax (value[1], 0.0) - fmax (value[0], 0.0)) >= gauges[gauge].notice;
}

static ShTextStyle
label_style (const ShCompareStrip *strip, double width)
{
  return (ShTextStyle){
    .size = strip->size, .align = 0.5, .width = width, .color = sh_theme (strip->theme)->text
  };
}

static const char *
label_of (ShGauge gauge)
{
  if (gauge == SH_GAUGE_PRESSURE)
    return sh_pressure_words ("compare", gauges[gauge].label,
                              NC_ ("compare", "Pressure in the ankle vein, kPa"));
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "compare", gauges[gauge].label);
}

/* A value of a gauge as a bare number, in the unit that its name has. */
static char *
number_of (ShGauge gauge, double value)
{
  if (gauge == SH_GAUGE_PRESSURE)
    return sh_pressure_number_for_people (value, gauges[gauge].decimals);
  return sh_number_for_people (value, gauges[gauge].decimals);
}

/* A value as its number says it, so that the difference of two numbers is that of what stands
 * there. */
static double
said (ShGauge gauge, double value)
{
  gboolean pressure = gauge == SH_GAUGE_PRESSURE;
  gboolean kpa = pressure && sh_numbers_get_pressure_unit () == SH_UNIT_KPA;
  double unit = pressure ? sh_pressure_for_people (1) : 1;
  double steps = pow (10, gauges[gauge].decimals + (kpa ? 1 : 0));

  return round (value * unit * steps) / steps / unit;
}

/* The scale's end and the distance of its marks in mmHg, mL or %: round ones in the reader's unit,
 * 15 kPa by 5 for 100 mmHg by 50. */
static void
scale_of (ShGauge gauge, double *high, double *step)
{
  gboolean kpa = gauge == SH_GAUGE_PRESSURE && sh_numbers_get_pressure_unit () == SH_UNIT_KPA;

  *high = kpa ? 15 / sh_pressure_for_people (1) : gauges[gauge].high;
  *step = kpa ? 5 / sh_pressure_for_people (1) : gauges[gauge].step;
}

/* The rows of the longest name decide for all, so that gauges side by side stand level. */
static double
label_height (const ShCompareStrip *strip, double width, cairo_t *cr)
{
  ShTextStyle style = label_style (strip, width);
  double most = 0;

  for (ShGauge gauge = 0; strip->words && gauge < strip->n; gauge++)
    {
      double height;

      sh_text_measure (cr, label_of (gauge), &style, NULL, &height);
      most = MAX (most, height);
    }
  return most;
}

static void
gauge_rect (const ShCompareStrip *strip, ShGauge gauge, cairo_rectangle_t *place)
{
  const cairo_rectangle_t *all = &strip->rect;
  double w = strip->row ? all->width / strip->n : all->width;
  double h = strip->row ? all->height : all->height / strip->n;

  *place = (cairo_rectangle_t){ all->x + (strip->row ? (int) gauge * w : 0),
                                all->y + (strip->row ? 0 : (int) gauge * h), w, h };
}

/* What is drawn of it, without the room toward its neighbors. */
void
sh_compare_strip_gauge (const ShCompareStrip *strip, ShGauge gauge, cairo_rectangle_t *place)
{
  gauge_rect (strip, gauge, place);
  place->x += strip->size;
  place->width -= 2.0 * strip->size;
  place->y += 0.4 * strip->size;
  place->height -= 1.8 * strip->size;
}

static void
place_gauge (const ShCompareStrip *strip, ShGauge gauge, cairo_t *cr, Place *place)
{
  double w, h;

  *place = (Place){ 0 };
  gauge_rect (strip, gauge, &place->rect);
  w = place->rect.width;
  h = place->rect.height;
  place->number_y = place->rect.y + label_height (strip, w - strip->size, cr) +
                    (LARGE * 0.85 + 0.25) * strip->size;
  place->top = place->number_y + 0.6 * strip->size;
  place->bottom = MAX (place->top + 4, place->rect.y + h - 1.1 * strip->size);
  place->width = CLAMP (0.13 * w, 12, 3.2 * strip->size);
  place->x[0] = place->rect.x + FIRST_COLUMN * w;
  place->x[1] = place->rect.x + (1 - FIRST_COLUMN) * w;
}

static double
level_of (const Place *place, ShGauge gauge, double value)
{
  double high, step, part;

  scale_of (gauge, &high, &step);
  part = CLAMP (value / high, 0.0, 1.0);
  return place->bottom - part * (place->bottom - place->top);
}

/* Short marks beside both columns, with numbers at the outer sides. */
static void
draw_scale (const ShCompareStrip *strip, ShGauge gauge, const Place *place, cairo_t *cr)
{
  const ShTheme *theme = sh_theme (strip->theme);
  double reach = 0.5 * place->width + 0.45 * strip->size;
  ShTextStyle style = {
    .size = 0.8 * strip->size, .align = 1, .tabular = TRUE, .color = theme->text_quiet
  };

  double high, step;

  scale_of (gauge, &high, &step);
  for (double v = 0; v <= high + 1e-9; v += step)
    {
      double y = level_of (place, gauge, v);
      g_autofree char *text =
          sh_number_for_people (gauge == SH_GAUGE_PRESSURE ? sh_pressure_for_people (v) : v, 0);

      for (int leg = 0; leg < 2; leg++)
        {
          cairo_move_to (cr, place->x[leg] - reach, y);
          cairo_line_to (cr, place->x[leg] + reach, y);
        }
      if (strip->words && (place->bottom - place->top > 3 * strip->size || v <= 0))
        sh_text_draw (cr, text, place->x[0] - reach - 0.25 * strip->size, y + 0.28 * strip->size,
                      &style);
    }
  sh_set_color (cr, theme->text_quiet, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
rounded (cairo_t *cr, double x, double y, double w, double h, double r)
{
  r = MIN (r, 0.5 * MIN (w, h));
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + h - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* An empty tube: contour, wall, and the paper that is seen through it. */
static void
draw_tube (const ShCompareStrip *strip, const Place *place, int leg, cairo_t *cr)
{
  const ShTheme *theme = sh_theme (strip->theme);
  double x = place->x[leg] - 0.5 * place->width;
  double h = place->bottom - place->top;

  rounded (cr, x - 2.5, place->top - 2.5, place->width + 5, h + 5, 5);
  sh_set_color (cr, theme->contour, 0.75);
  cairo_fill (cr);
  rounded (cr, x - 1.7, place->top - 1.7, place->width + 3.4, h + 3.4, 4.4);
  sh_set_color (cr, theme->wall, 1);
  cairo_fill (cr);
  rounded (cr, x, place->top, place->width, h, 3);
  sh_set_color (cr, theme->paper, 1);
  cairo_fill (cr);
}

void
sh_compare_strip_draw_still (const ShCompareStrip *strip, cairo_t *cr)
{
  for (ShGauge gauge = 0; gauge < strip->n; gauge++)
    {
      Place place;
      ShTextStyle style;

      place_gauge (strip, gauge, cr, &place);
      style = label_style (strip, place.rect.width - strip->size);
      if (strip->words)
        sh_text_draw (cr, label_of (gauge), place.rect.x + 0.5 * place.rect.width,
                      place.rect.y + strip->size, &style);
      draw_scale (strip, gauge, &place, cr);
      for (int leg = 0; leg < 2; leg++)
        draw_tube (strip, &place, leg, cr);
    }
}

/* Blood grows darker with depth, as the pressure in it does; water is pale. */
static void
draw_column (const ShCompareStrip *strip,
             ShGauge gauge,
             const Place *place,
             int leg,
             double value,
             cairo_t *cr)
{
  const ShTheme *theme = sh_theme (strip->theme);
  ShColor top = gauge == SH_GAUGE_SWELLING ? theme->cartilage : theme->blood_light;
  ShColor low = gauge == SH_GAUGE_SWELLING ? sh_color_mix (theme->cartilage, theme->blood, 0.55)
                                           : theme->loaded;
  double y = level_of (place, gauge, value);
  cairo_pattern_t *fill = cairo_pattern_create_linear (0, place->top, 0, place->bottom);

  if (gauge == SH_GAUGE_BLOOD)
    low = theme->blood;
  cairo_pattern_add_color_stop_rgb (fill, 0, top.r, top.g, top.b);
  cairo_pattern_add_color_stop_rgb (fill, 1, low.r, low.g, low.b);
  cairo_save (cr);
  cairo_rectangle (cr, place->x[leg] - 0.5 * place->width, y, place->width, place->bottom - y);
  cairo_clip (cr);
  rounded (cr, place->x[leg] - 0.5 * place->width, place->top, place->width,
           place->bottom - place->top, 3);
  if (gauge == SH_GAUGE_PRESSURE)
    {
      /* Pressure is read from the darkness at the foot: the deeper the column, the darker. */
      cairo_pattern_destroy (fill);
      fill = cairo_pattern_create_linear (0, y, 0, y + (place->bottom - place->top));
      cairo_pattern_add_color_stop_rgb (fill, 0, top.r, top.g, top.b);
      cairo_pattern_add_color_stop_rgb (fill, 1, low.r, low.g, low.b);
    }
  cairo_set_source (cr, fill);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (fill);
}

static void
draw_now (const ShCompareStrip *strip,
          ShGauge gauge,
          const Place *place,
          int leg,
          double now,
          cairo_t *cr)
{
  double y = level_of (place, gauge, now);
  double half = 0.5 * place->width;

  if (!isfinite (now))
    return;
  for (int pass = 0; pass < 2; pass++)
    {
      cairo_move_to (cr, place->x[leg] - half, y);
      cairo_line_to (cr, place->x[leg] + half, y);
      sh_set_color (cr, pass == 0 ? sh_theme (strip->theme)->paper : sh_theme (strip->theme)->text,
                    1);
      cairo_set_line_width (cr, pass == 0 ? 3.2 : 1.2);
      cairo_stroke (cr);
    }
}

static void
draw_number (const ShCompareStrip *strip,
             ShGauge gauge,
             const Place *place,
             int leg,
             double value,
             gboolean differs,
             cairo_t *cr)
{
  const ShTheme *theme = sh_theme (strip->theme);
  g_autofree char *text = number_of (gauge, value);
  ShTextStyle style = { .size = (differs ? LARGE : SMALL) * strip->size,
                        .align = 0.5,
                        .bold = differs,
                        .tabular = TRUE,
                        .color = differs ? theme->vein_text : theme->text_quiet };

  sh_text_draw (cr, text, place->x[leg], place->number_y, &style);
}

/* Lines from both levels with the measure between them, as on a drawing. */
static void
measure_path (const Place *place, double from, double to, cairo_t *cr)
{
  double left = place->x[0] + 0.5 * place->width + 4, right = place->x[1] - 0.5 * place->width - 4;
  double middle = 0.5 * (left + right);

  cairo_move_to (cr, left, from);
  cairo_line_to (cr, middle + 4, from);
  cairo_move_to (cr, middle - 4, to);
  cairo_line_to (cr, right, to);
  cairo_move_to (cr, middle, from);
  cairo_line_to (cr, middle, to);
}

static void
draw_difference (const ShCompareStrip *strip,
                 ShGauge gauge,
                 const Place *place,
                 const double value[2],
                 cairo_t *cr)
{
  const ShTheme *theme = sh_theme (strip->theme);
  double from = level_of (place, gauge, value[0]), to = level_of (place, gauge, value[1]);
  double middle = 0.5 * (place->x[0] + place->x[1]);
  double y = MAX (place->top + 1.2 * strip->size, MIN (from, to) - 1.5 * strip->size);
  g_autofree char *text = number_of (gauge, fabs (said (gauge, value[1]) - said (gauge, value[0])));
  ShTextStyle style = { .size = 1.4 * strip->size,
                        .align = 0.5,
                        .bold = TRUE,
                        .tabular = TRUE,
                        .halo = TRUE,
                        .color = theme->accent,
                        .halo_color = theme->paper };
  ShTextStyle word = style;
  double width;
  gboolean fits;

  measure_path (place, from, to, cr);
  sh_set_color (cr, theme->accent, 0.8);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  word.size = 0.8 * strip->size;
  word.bold = FALSE;
  sh_text_measure (cr, C_ ("compare", "difference"), &word, &width, NULL);
  fits = strip->words && width < place->x[1] - place->x[0] - place->width - 8 &&
         place->bottom - place->top > 4 * strip->size;
  /* Clear of the measure, above its higher end. */
  sh_text_draw (cr, text, middle, fits ? y : y + strip->size, &style);
  if (fits)
    sh_text_draw (cr, C_ ("compare", "difference"), middle, y + strip->size, &word);
}

void
sh_compare_strip_draw_moving (const ShCompareStrip *strip,
                              const ShCompareValues *values,
                              cairo_t *cr)
{
  for (ShGauge gauge = 0; gauge < strip->n; gauge++)
    {
      const double *value = values->value[gauge];
      gboolean differs = sh_compare_differs (gauge, value);
      Place place;

      place_gauge (strip, gauge, cr, &place);
      for (int leg = 0; leg < 2; leg++)
        {
          draw_column (strip, gauge, &place, leg, value[leg], cr);
          draw_now (strip, gauge, &place, leg, values->now[gauge][leg], cr);
          draw_number (strip, gauge, &place, leg, value[leg], differs, cr);
        }
      if (differs)
        draw_difference (strip, gauge, &place, value, cr);
    }
}
