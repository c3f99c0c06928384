/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-page.h"

#include <math.h>
#include <pango/pangocairo.h>

/* As in the pictures; every system has the last one. */
#define FAMILY "Cantarell, Noto Sans, Open Sans, Sans"
/* Space between rows, and between the items of a list, in letters' sizes (calibrated by eye). */
#define LINE_SPACING 1.05f
#define ITEM_GAP 0.35
#define INDENT 1.1

static gboolean
is_rtl (cairo_t *cr, const char *sample)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  gboolean rtl;

  pango_layout_set_text (layout, sample, -1);
  rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  g_object_unref (layout);
  return rtl;
}

void
sh_page_init (
    ShPage *page, cairo_t *cr, double width, double height, double margin, const char *sample)
{
  *page = (ShPage){ .cr = cr,
                    .width = width,
                    .height = height,
                    .left = margin,
                    .right = width - margin,
                    .y = margin,
                    .scale = 1,
                    .rtl = is_rtl (cr, sample),
                    .draws = TRUE };
}

double
sh_page_x (const ShPage *page, double left, double width)
{
  return page->rtl ? page->width - left - width : left;
}

/* A number and its percent sign stay in one row. */
static char *
bind_percents (const char *text)
{
  GString *bound = g_string_new (text);

  g_string_replace (bound, " %", "\u00a0%", 0);
  return g_string_free (bound, FALSE);
}

static PangoLayout *
make_layout (ShPage *page, const char *text, double size, ShInk ink, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (page->cr);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *bound = bind_percents (text);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A row breaks at the same word on paper and on the screen. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_context_set_base_dir (pango_layout_get_context (layout),
                              page->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (layout);
  pango_font_description_set_family (font, FAMILY);
  pango_font_description_set_absolute_size (font, size * page->scale * PANGO_SCALE);
  pango_font_description_set_weight (
      font, ink == SH_INK_BOLD || ink == SH_INK_HEADING ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, bound, -1);
  /* Pango turns the side round by itself for a text that runs against its page. */
  pango_layout_set_alignment (layout, page->rtl && pango_layout_get_direction (layout, 0) ==
                                                       PANGO_DIRECTION_RTL
                                          ? PANGO_ALIGN_RIGHT
                                          : PANGO_ALIGN_LEFT);
  return layout;
}

static void
set_ink (cairo_t *cr, ShInk ink)
{
  static const ShColor colors[] = { [SH_INK_TEXT] = { 0.12, 0.12, 0.14 },
                                    [SH_INK_BOLD] = { 0.06, 0.06, 0.08 },
                                    [SH_INK_HEADING] = { 0.10, 0.17, 0.36 },
                                    [SH_INK_QUIET] = { 0.34, 0.34, 0.38 } };

  sh_set_color (cr, colors[ink], 1.0);
}

static double
write_text (ShPage *page, const char *text, double size, ShInk ink, double left)
{
  double width = page->right - left;
  PangoLayout *layout = make_layout (page, text, size, ink, width);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  if (page->draws)
    {
      set_ink (page->cr, ink);
      cairo_move_to (page->cr, sh_page_x (page, left, width), page->y);
      pango_cairo_show_layout (page->cr, layout);
    }
  g_object_unref (layout);
  return (double) height / PANGO_SCALE;
}

void
sh_page_text (ShPage *page, const char *text, double size, ShInk ink)
{
  page->y += write_text (page, text, size, ink, page->left);
}

double
sh_page_text_height (ShPage *page, const char *text, double size, ShInk ink)
{
  gboolean draws = page->draws;
  double height;

  page->draws = FALSE;
  height = write_text (page, text, size, ink, page->left);
  page->draws = draws;
  return height;
}

static void
draw_dot (ShPage *page, double size)
{
  double radius = size * page->scale * 0.16;

  if (!page->draws)
    return;
  set_ink (page->cr, SH_INK_HEADING);
  cairo_new_path (page->cr);
  cairo_arc (page->cr, sh_page_x (page, page->left + size * page->scale * 0.4, 0),
             page->y + size * page->scale * 0.72, radius, 0, 2 * G_PI);
  cairo_fill (page->cr);
}

void
sh_page_list (ShPage *page, const GPtrArray *texts, double size)
{
  for (guint i = 0; i < texts->len; i++)
    {
      draw_dot (page, size);
      page->y += write_text (page, g_ptr_array_index (texts, i), size, SH_INK_TEXT,
                             page->left + size * page->scale * INDENT);
      page->y += size * page->scale * ITEM_GAP;
    }
}

void
sh_page_space (ShPage *page, double points)
{
  page->y += points;
}

void
sh_page_rule (ShPage *page)
{
  if (!page->draws)
    return;
  cairo_set_source_rgb (page->cr, 0.62, 0.62, 0.66);
  cairo_set_line_width (page->cr, 0.6);
  cairo_move_to (page->cr, sh_page_x (page, page->left, page->right - page->left), page->y);
  cairo_rel_line_to (page->cr, page->right - page->left, 0);
  cairo_stroke (page->cr);
}

void
sh_page_frame (ShPage *page, double top, double line_width)
{
  double width = page->right - page->left;
  double half = line_width / 2;

  if (!page->draws)
    return;
  cairo_set_source_rgb (page->cr, 0.1, 0.1, 0.12);
  cairo_set_line_width (page->cr, line_width);
  cairo_rectangle (page->cr, sh_page_x (page, page->left, width) + half, top + half,
                   width - line_width, page->y - top - line_width);
  cairo_stroke (page->cr);
}
