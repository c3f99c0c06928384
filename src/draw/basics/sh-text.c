/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-text.h"

#include <math.h>

#include <pango/pangocairo.h>

/* Humanist sans first, as the art guide asks; every system has the last one. */
#define FAMILY "Cantarell, Noto Sans, Open Sans, Sans"
/* How many shaped texts are kept; a stage with all its names has about forty. */
#define MOST_LAYOUTS 128
/* Whatever size of letters was ever drawn, Pango and Cairo keep about 25 KiB for it. A window that
 * is made larger and smaller asks for thousands of sizes; they are drawn in steps: a quarter of a
 * pixel between these two, twice as much for every doubling of the size above, and whole pixels
 * below, where nobody can read. */
#define FINE_FROM 6.0
#define FINE_UP_TO 16.0
#define FINE_STEP 0.25

/* The size of letters that is drawn for one that was asked for, at least one step: a view too small
 * for any letter may ask for less than nothing. Rounded down, what was made to fit still fits. */
static double
size_step (double size)
{
  double step = size < FINE_FROM ? 1.0 : FINE_STEP;

  for (double limit = FINE_UP_TO; size >= limit; limit *= 2.0)
    step *= 2.0;
  return MAX (floor (size / step + 0.01), 1.0) * step;
}

/* Left and right are places of the picture here. Pango would exchange them for a text whose
 * direction is not its context's. */
static void
follow_direction (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  if (line == NULL)
    return;
  pango_context_set_base_dir (pango_layout_get_context (layout),
                              pango_layout_line_get_resolved_direction (line));
  pango_layout_context_changed (layout);
}

static PangoLayout *
new_layout (cairo_t *cr, const char *text, const ShTextStyle *style)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Sizes must not depend on the screen: one em is one em in a file and in a window. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_font_description_set_family (font, FAMILY);
  pango_font_description_set_absolute_size (font, size_step (style->size) * PANGO_SCALE);
  pango_font_description_set_weight (font,
                                     style->bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (style->spacing > 0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) (style->spacing * PANGO_SCALE)));
  if (style->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  if (style->width > 0)
    {
      pango_layout_set_width (layout, (int) (style->width * PANGO_SCALE));
      if (style->ellipsize)
        pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_alignment (layout, style->align < 0.25   ? PANGO_ALIGN_LEFT
                                          : style->align < 0.75 ? PANGO_ALIGN_CENTER
                                                                : PANGO_ALIGN_RIGHT);
    }
  pango_layout_set_text (layout, text, -1);
  follow_direction (layout);
  return layout;
}

/** A text and everything of its style that the layout depends on. */
typedef struct
{
  const char *text;
  double size, align, spacing, width;
  gboolean bold, tabular, ellipsize;
} Key;

static Key
key_of (const char *text, const ShTextStyle *style)
{
  return (Key){ .text = text,
                .size = size_step (style->size),
                .align = style->align,
                .spacing = style->spacing,
                .width = style->width,
                .bold = style->bold,
                .tabular = style->tabular,
                .ellipsize = style->ellipsize };
}

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) * 33 + g_double_hash (&key->size);
}

static gboolean
key_equal (gconstpointer first, gconstpointer second)
{
  const Key *a = first, *b = second;

  return a->size == b->size && a->align == b->align && a->spacing == b->spacing &&
         a->width == b->width && a->bold == b->bold && a->tabular == b->tabular &&
         a->ellipsize == b->ellipsize && g_str_equal (a->text, b->text);
}

/* A key that keeps its text. */
static Key *
key_copy (const Key *key)
{
  Key *copy = g_memdup2 (key, sizeof *key);

  copy->text = g_strdup (key->text);
  return copy;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free ((char *) key->text);
  g_free (key);
}

/** A shaped text and what it was shaped for. */
typedef struct
{
  PangoLayout *layout;
  cairo_matrix_t matrix;
  gulong font_options; /* of the surface, as a hash */
} Shaped;

static void
shaped_free (gpointer data)
{
  Shaped *shaped = data;

  g_object_unref (shaped->layout);
  g_free (shaped);
}

static gulong
font_options_of (cairo_t *cr)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  gulong hash;

  cairo_surface_get_font_options (cairo_get_target (cr), options);
  hash = cairo_font_options_hash (options);
  cairo_font_options_destroy (options);
  return hash;
}

/* Makes a text fit for @cr. Pango lays it out anew each time it is told of a surface, also of the
 * same one, so that it is told only of another. */
static void
update_shaped (Shaped *shaped, cairo_t *cr)
{
  cairo_matrix_t matrix;
  gulong font_options = font_options_of (cr);

  cairo_get_matrix (cr, &matrix);
  if (font_options == shaped->font_options && matrix.xx == shaped->matrix.xx &&
      matrix.xy == shaped->matrix.xy && matrix.yx == shaped->matrix.yx &&
      matrix.yy == shaped->matrix.yy)
    return;
  shaped->font_options = font_options;
  shaped->matrix = matrix;
  pango_cairo_update_layout (cr, shaped->layout);
}

/* Words that stay are shaped once; shaping costs ten times as much as drawing. Each thread has
 * layouts of its own. */
static PangoLayout *
make_layout (cairo_t *cr, const char *text, const ShTextStyle *style)
{
  static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *texts = g_private_get (&kept);
  const Key key = key_of (text, style);
  Shaped *shaped;

  if (texts == NULL)
    {
      texts = g_hash_table_new_full (key_hash, key_equal, key_free, shaped_free);
      g_private_set (&kept, texts);
    }
  shaped = g_hash_table_lookup (texts, &key);
  if (shaped == NULL)
    {
      if (g_hash_table_size (texts) >= MOST_LAYOUTS)
        g_hash_table_remove_all (texts);
      shaped = g_new0 (Shaped, 1);
      shaped->layout = new_layout (cr, text, style);
      g_hash_table_insert (texts, key_copy (&key), shaped);
    }
  update_shaped (shaped, cr);
  return g_object_ref (shaped->layout);
}

void
sh_text_draw (cairo_t *cr, const char *text, double x, double y, const ShTextStyle *style)
{
  PangoLayout *layout = make_layout (cr, text, style);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  if (style->width > 0)
    width = (int) (style->width * PANGO_SCALE);
  cairo_save (cr);
  cairo_move_to (cr, x - style->align * width / PANGO_SCALE,
                 y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  if (style->halo)
    {
      double x0, y0;

      cairo_get_current_point (cr, &x0, &y0);
      pango_cairo_layout_path (cr, layout);
      sh_set_color (cr, style->halo_color, 0.6);
      cairo_set_line_width (cr, style->size * 0.2);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_move_to (cr, x0, y0);
    }
  sh_set_color (cr, style->color, 1.0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  g_object_unref (layout);
}

void
sh_text_measure (
    cairo_t *cr, const char *text, const ShTextStyle *style, double *width, double *height)
{
  PangoLayout *layout = make_layout (cr, text, style);
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width != NULL)
    *width = (double) w / PANGO_SCALE;
  if (height != NULL)
    *height = (double) h / PANGO_SCALE;
  g_object_unref (layout);
}
