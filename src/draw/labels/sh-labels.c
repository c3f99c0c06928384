/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-labels.h"

#include <math.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-label-private.h"
#include "sh-legend.h"

/* Where the key's texts begin beside their badges, in sizes of the letters. */
#define KEY_INDENT 1.7

ShLabelSheet *
sh_label_sheet_new (ShArt *art)
{
  ShLabelSheet *sheet = g_new0 (ShLabelSheet, 1);

  sheet->art = sh_art_ref (art);
  return sheet;
}

static void
clear_sprites (ShLabelSheet *sheet)
{
  for (int i = 0; i < sheet->n_sprites; i++)
    g_clear_pointer (&sheet->sprites[i].picture, cairo_surface_destroy);
  sheet->n_sprites = 0;
}

void
sh_label_sheet_free (ShLabelSheet *sheet)
{
  clear_sprites (sheet);
  sh_art_unref (sheet->art);
  g_free (sheet);
}

double
sh_label_size (double width, double height, double text_scale)
{
  /* Art guide 9: 17 of 1600, on screen never below 12. */
  return MAX (SH_LABEL_LEAST, 0.0118 * MIN (height, 1.25 * width)) * text_scale;
}

const ShTheme *
sh_label_theme_of (const ShLabelSheet *sheet)
{
  return sh_theme (sheet->place.theme);
}

const char *
sh_label_translated (const char *text)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "label", text);
}

const char *
sh_label_words (const ShLabelSheet *sheet, const char *text, const char *full)
{
  return sh_label_translated (sheet->place.labels == SH_LABELS_ALL && full != NULL ? full : text);
}

static const char *
badge_words (const ShLabelSheet *sheet, int badge)
{
  return sh_label_words (sheet, sh_label_badges[badge].text, sh_label_badges[badge].full);
}

/* How the key's texts are set beside their badges within @width. */
static ShTextStyle
key_style (const ShLabelSheet *sheet, double width, double align)
{
  return (ShTextStyle){ .size = sheet->size,
                        .align = align,
                        .width = width - KEY_INDENT * sheet->size,
                        .color = sh_label_theme_of (sheet)->text };
}

/* What one line of the key takes, with all the rows that its text needs. */
static double
key_line_height (const ShLabelSheet *sheet, cairo_t *cr, int badge, const ShTextStyle *style)
{
  double height;

  sh_text_measure (cr, badge_words (sheet, badge), style, NULL, &height);
  return MAX (1.5 * sheet->size, height + 0.4 * sheet->size);
}

double
sh_label_key_height (const ShLabelSheet *sheet, cairo_t *cr, double width)
{
  ShTextStyle style = key_style (sheet, width, 0);
  double height = 0;

  for (int i = 0; i < N_BADGES; i++)
    if (sheet->place.labels >= sh_label_badges[i].from)
      height += key_line_height (sheet, cr, i, &style);
  return height;
}

ShPoint
sh_label_anchor_of (const ShLabelSheet *sheet, const char *name)
{
  g_autofree char *id = g_strdup_printf ("label.%s", name);
  ShPoint place = { 0, 0 };

  sh_art_place (sheet->art, id, &place);
  return place;
}

static const char *
title_text (void)
{
  return C_ ("stage title", "The calf muscle pump");
}

/* Title and subtitle, at the upper left of the view whatever the leg's side. A title with a word
 * that is wider than its column is written smaller. */
static void
title_styles (const ShLabelSheet *sheet, cairo_t *cr, ShTextStyle *title, ShTextStyle *note)
{
  const ShTheme *theme = sh_label_theme_of (sheet);
  double widest;

  *title = (ShTextStyle){ .size = 1.55 * sheet->size,
                          .width = sheet->title_width,
                          .color = theme->text };
  *note = (ShTextStyle){ .size = 0.88 * sheet->size,
                         .width = sheet->title_width,
                         .color = theme->text_quiet };
  sh_text_measure (cr, title_text (), title, &widest, NULL);
  if (sheet->title_width > 0 && widest > sheet->title_width)
    title->size *= sheet->title_width / widest;
}

/* The leg of someone who sits, walks or cycles is drawn upright all the same; of someone who lies
 * it lies. */
static const char *
note_text (const ShLabelSheet *sheet)
{
  const gboolean left = sheet->place.side == SH_SIDE_LEFT;

  if (sheet->place.turned)
    return left ? C_ ("stage",
                      "Left leg from the inner side, cut open lengthwise. Veins are drawn 2.5 "
                      "times as wide as in life, swelling 6 times as large.")
                : C_ ("stage",
                      "Right leg from the inner side, cut open lengthwise. Veins are drawn 2.5 "
                      "times as wide as in life, swelling 6 times as large.");
  return left ? C_ ("stage",
                    "Left leg from the inner side, cut open lengthwise and always drawn upright. "
                    "Veins are drawn 2.5 times as wide as in life, swelling 6 times as large.")
              : C_ ("stage",
                    "Right leg from the inner side, cut open lengthwise and always drawn upright. "
                    "Veins are drawn 2.5 times as wide as in life, swelling 6 times as large.");
}

/* How far down the title reaches. */
double
sh_label_title_bottom (const ShLabelSheet *sheet, cairo_t *cr)
{
  const char *note = note_text (sheet);
  ShTextStyle title_style, note_style;
  double title_height, note_height;

  title_styles (sheet, cr, &title_style, &note_style);
  sh_text_measure (cr, title_text (), &title_style, NULL, &title_height);
  sh_text_measure (cr, note, &note_style, NULL, &note_height);
  return sheet->place.rect.y + 1.6 * MARGIN + title_height + note_height;
}

/* Prepares a small picture of a badge or a bone's name. */
static void
add_sprite (ShLabelSheet *sheet,
            int content,
            const char *anchor,
            ShRigPart part,
            double half_width,
            double half_height)
{
  Sprite *sprite = &sheet->sprites[sheet->n_sprites++];

  *sprite = (Sprite){ .content = content,
                      .anchor = sh_label_anchor_of (sheet, anchor),
                      .part = part,
                      .half_width = half_width,
                      .half_height = half_height };
}

static void
draw_badge (const ShLabelSheet *sheet, cairo_t *cr, double x, double y, int number)
{
  const ShTheme *theme = sh_label_theme_of (sheet);
  g_autofree char *text = g_strdup_printf ("%d", number);
  ShTextStyle style = {
    .size = 0.85 * sheet->size, .align = 0.5, .bold = TRUE, .color = theme->text
  };

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, 0.62 * sheet->size, 0, 2 * G_PI);
  sh_set_color (cr, theme->paper, 0.96);
  cairo_fill_preserve (cr);
  sh_set_color (cr, theme->text, 0.8);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
  sh_text_draw (cr, text, x, y + 0.31 * sheet->size, &style);
}

static void
draw_bone_name (const ShLabelSheet *sheet, cairo_t *cr, double x, double y, int bone)
{
  const ShTheme *theme = sh_label_theme_of (sheet);
  ShTextStyle style = { .size = 0.85 * sheet->size,
                        .align = 0.5,
                        .spacing = 0.08 * sheet->size,
                        .halo = TRUE,
                        .color = theme->bone_edge,
                        .halo_color = theme->bone };

  sh_text_draw (cr, sh_label_translated (sh_label_bones[bone].text), x, y + 0.3 * sheet->size,
                &style);
}

/* Whether the key to the numbers found room; without it a number tells nobody anything. */
static gboolean
has_key (const ShLabelSheet *sheet)
{
  for (int side = 0; side < 2; side++)
    for (int i = 0; i < sheet->columns[side].n_items; i++)
      if (sheet->columns[side].items[i].kind == ITEM_KEY)
        return TRUE;
  return sheet->blocks[2].width > 0;
}

static void
draw_sprite_content (const ShLabelSheet *sheet, cairo_t *cr, double x, double y, int content)
{
  if (content >= N_BADGES)
    draw_bone_name (sheet, cr, x, y, content - N_BADGES);
  else if (has_key (sheet))
    draw_badge (sheet, cr, x, y, content + 1);
}

static void
paint_sprites (ShLabelSheet *sheet)
{
  const double scale = sheet->place.scale;

  for (int i = 0; i < sheet->n_sprites; i++)
    {
      Sprite *sprite = &sheet->sprites[i];
      cairo_t *cr;

      sprite->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                    (int) ceil (2 * sprite->half_width * scale),
                                                    (int) ceil (2 * sprite->half_height * scale));
      cairo_surface_set_device_scale (sprite->picture, scale, scale);
      cr = cairo_create (sprite->picture);
      draw_sprite_content (sheet, cr, sprite->half_width, sprite->half_height, sprite->content);
      cairo_destroy (cr);
    }
}

static void
make_sprites (ShLabelSheet *sheet, cairo_t *cr)
{
  const gboolean all = sheet->place.labels == SH_LABELS_ALL;
  double unit = 10 * hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);
  double width;

  clear_sprites (sheet);
  for (int i = 0; i < N_BADGES; i++)
    if (sheet->place.labels >= sh_label_badges[i].from)
      add_sprite (sheet, i, sh_label_badges[i].anchor, SH_RIG_VEIN, 0.8 * sheet->size,
                  0.8 * sheet->size);
  for (int i = 0; all && !sheet->place.turned && i < N_BONES; i++)
    {
      ShTextStyle style = { .size = 0.85 * sheet->size, .spacing = 0.08 * sheet->size };

      sh_text_measure (cr, sh_label_translated (sh_label_bones[i].text), &style, &width, NULL);
      /* A name that is larger than its bone would say something about what lies beside it. */
      if (width <= sh_label_bones[i].width_u * unit)
        add_sprite (sheet, N_BADGES + i, sh_label_bones[i].anchor, sh_label_bones[i].part,
                    0.5 * width + sheet->size, 0.8 * sheet->size);
    }
  if (!sheet->place.vector)
    paint_sprites (sheet);
}

void
sh_label_sheet_lay_out (ShLabelSheet *sheet, const ShLabelPlace *place, const ShVeinNet *net)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  sheet->place = *place;
  sheet->size = sh_label_size (place->rect.width, place->rect.height, place->text_scale);
  sheet->title_width = 0;
  sheet->columns[0].n_items = sheet->columns[1].n_items = 0;
  sheet->n_rows = 0;
  memset (sheet->blocks, 0, sizeof sheet->blocks);
  clear_sprites (sheet);
  if (place->labels != SH_LABELS_NONE)
    {
      if (place->turned)
        sh_label_lay_out_rows (sheet, net, cr);
      else
        sh_label_lay_out_columns (sheet, net, cr);
      make_sprites (sheet, cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* @edge: where the key begins (@align 0) or ends (1); @width: what it may take. */
static void
draw_key (
    const ShLabelSheet *sheet, cairo_t *cr, double edge, double width, double align, double top)
{
  ShTextStyle style = key_style (sheet, width, align);
  double toward = align > 0.5 ? -1 : 1;

  for (int i = 0; i < N_BADGES; i++)
    {
      double y = top + 1.05 * sheet->size;

      if (sheet->place.labels < sh_label_badges[i].from)
        continue;
      draw_badge (sheet, cr, edge + toward * 0.6 * sheet->size, y, i + 1);
      sh_text_draw (cr, badge_words (sheet, i), edge + toward * KEY_INDENT * sheet->size,
                    y + 0.35 * sheet->size, &style);
      top += key_line_height (sheet, cr, i, &style);
    }
}

static void
draw_rows (const ShLabelSheet *sheet, cairo_t *cr)
{
  const ShTheme *theme = sh_label_theme_of (sheet);
  const cairo_rectangle_t *legend = &sheet->blocks[1], *key = &sheet->blocks[2];

  if (legend->width > 0)
    sh_legend_draw (cr, sheet->place.theme, legend->x, legend->y, sheet->size, legend->width);
  if (key->width > 0)
    draw_key (sheet, cr, key->x, key->width, 0, key->y);
  for (int i = 0; i < sheet->n_rows; i++)
    {
      const RowLabel *row = &sheet->rows[i];
      const LabelInfo *info = &sh_label_infos[row->index];
      ShTextStyle style = { .size = sheet->size,
                            .bold = info->vein,
                            .color = info->vein ? theme->vein_text : theme->text };

      sh_text_draw (cr, sh_label_words (sheet, info->text, info->full), row->box.x,
                    row->box.y + sheet->size, &style);
    }
}

static void
draw_item (const ShLabelSheet *sheet, cairo_t *cr, const Column *column, const Item *item)
{
  if (item->kind == ITEM_KEY)
    draw_key (sheet, cr, column->edge, column->width, column->align, item->top);
  else if (item->kind == ITEM_LEGEND)
    sh_legend_draw (cr, sheet->place.theme, sheet->place.rect.x + MARGIN, item->top,
                    sheet->legend_size, column->width - MARGIN);
  else
    {
      ShTextStyle style = sh_label_label_style (sheet, item->index, column);

      sh_text_draw (cr,
                    sh_label_words (sheet, sh_label_infos[item->index].text,
                                    sh_label_infos[item->index].full),
                    column->edge, item->top + sheet->size, &style);
    }
}

static void
draw_title (const ShLabelSheet *sheet, cairo_t *cr)
{
  const char *note = note_text (sheet);
  ShTextStyle title_style, note_style;
  double x = sheet->blocks[0].x;
  double y = sheet->place.rect.y + 1.6 * MARGIN;
  double height;

  title_styles (sheet, cr, &title_style, &note_style);
  sh_text_measure (cr, title_text (), &title_style, NULL, &height);
  sh_text_draw (cr, title_text (), x, y + title_style.size, &title_style);
  sh_text_draw (cr, note, x, y + height + note_style.size, &note_style);
}

void
sh_label_sheet_draw_texts (ShLabelSheet *sheet, cairo_t *cr)
{
  if (sheet->place.labels == SH_LABELS_NONE)
    return;
  if (sheet->title_width > 9 * sheet->size)
    draw_title (sheet, cr);
  draw_rows (sheet, cr);
  for (int side = 0; side < 2; side++)
    for (int i = 0; i < sheet->columns[side].n_items; i++)
      draw_item (sheet, cr, &sheet->columns[side], &sheet->columns[side].items[i]);
}

static void
leader_path (cairo_t *cr, const ShPoint points[3], gboolean dot)
{
  cairo_new_sub_path (cr);
  if (dot)
    cairo_arc (cr, points[2].x, points[2].y, 2.2, 0, 2 * G_PI);
  else
    for (int k = 0; k < 3; k++)
      cairo_line_to (cr, points[k].x, points[k].y);
}

static void
leaders_path (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy, gboolean dots)
{
  ShLabelLeader leaders[N_LABELS];
  int n = sh_label_sheet_leaders (sheet, rig, dx, dy, leaders, N_LABELS);

  for (int i = 0; i < n; i++)
    leader_path (cr, leaders[i].points, dots);
}

void
sh_label_sheet_draw_leaders (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  const ShTheme *theme = sh_label_theme_of (sheet);
  /* Lines grow with the picture, not with the reader's letters. */
  double line = sheet->size / sheet->place.text_scale / SH_LABEL_LEAST;

  if (sheet->place.labels == SH_LABELS_NONE)
    return;
  cairo_save (cr);
  leaders_path (sheet, cr, rig, dx, dy, FALSE);
  cairo_set_line_width (cr, 2.6 * line);
  sh_set_color (cr, theme->paper, 0.75);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 0.95 * line);
  sh_set_color (cr, theme->text, 0.9);
  cairo_stroke (cr);
  leaders_path (sheet, cr, rig, dx, dy, TRUE);
  sh_set_color (cr, theme->text, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
sh_label_sheet_draw_badges (
    ShLabelSheet *sheet, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  const double scale = sheet->place.scale;

  for (int i = 0; i < sheet->n_sprites; i++)
    {
      const Sprite *sprite = &sheet->sprites[i];
      ShPoint at = sh_rig_map (rig, sprite->anchor, sprite->part);

      cairo_matrix_transform_point (&sheet->place.to_user, &at.x, &at.y);
      at.x += dx;
      at.y += dy;
      if (sprite->picture == NULL)
        {
          draw_sprite_content (sheet, cr, at.x, at.y, sprite->content);
          continue;
        }
      cairo_set_source_surface (cr, sprite->picture,
                                round ((at.x - sprite->half_width) * scale) / scale,
                                round ((at.y - sprite->half_height) * scale) / scale);
      cairo_paint (cr);
    }
}

int
sh_label_sheet_boxes (ShLabelSheet *sheet, cairo_rectangle_t *boxes, int most)
{
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sheet->blocks) && n < most; i++)
    if (sheet->blocks[i].width > 0)
      boxes[n++] = sheet->blocks[i];
  for (int i = 0; i < sheet->n_rows && n < most; i++)
    boxes[n++] = sheet->rows[i].box;
  for (int side = 0; side < 2; side++)
    for (int i = 0; i < sheet->columns[side].n_items && n < most; i++)
      {
        const Column *column = &sheet->columns[side];
        double x = column->align > 0.5 ? column->edge - column->width : column->edge;

        boxes[n++] =
            (cairo_rectangle_t){ x, column->items[i].top, column->width, column->items[i].height };
      }
  return n;
}
