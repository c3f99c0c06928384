/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-label-private.h"

#include <math.h>
#include <stdlib.h>

#include "sh-legend.h"

/* Texts on the left end, those on the right begin on one line each (landmark table 7), left of
 * where a heel raise carries the thigh. */
#define LEFT_COLUMN 300.0
#define RIGHT_COLUMN 905.0
/* The handle of the level begins here where the calf is thickest. */
#define HANDLE_X 851.0
/* A column narrower than this, in sizes of the letters, holds no text, no legend and no key. */
#define LEAST_FOR_TEXT 5.0
#define LEAST_FOR_BLOCK 9.0
/* Heights of key and legend on the plate, where the leg leaves room beside it. */
#define KEY_HEIGHT_U 47.0
#define LEGEND_HEIGHT_U 25.0
/* With few names the legend is drawn larger, up to this times, where it takes no more than this
 * part of the column. */
#define LEGEND_GROWTH 1.4
#define LEGEND_PART 0.64
/* With large letters it may be drawn as small as this. */
#define LEGEND_SHRINK 0.65
/* The foot reaches into the left column below this height. */
#define FOOT_HEIGHT_U 22.0

ShTextStyle
sh_label_label_style (const ShLabelSheet *sheet, int index, const Column *column)
{
  const ShTheme *theme = sh_label_theme_of (sheet);

  return (ShTextStyle){ .size = sheet->size,
                        .align = column->align,
                        .bold = sh_label_infos[index].vein,
                        .width = column->width,
                        .color = sh_label_infos[index].vein ? theme->vein_text : theme->text };
}

static double
plate_to_user_y (const ShLabelSheet *sheet, double height_u)
{
  double x = 655, y = 1535 - 10 * height_u;

  cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
  return y;
}

static void
add_item (Column *column, ItemKind kind, int index, double wanted, double height)
{
  column->items[column->n_items++] =
      (Item){ .kind = kind, .index = index, .wanted = wanted, .height = height, .shown = TRUE };
}

static void
collect_labels (ShLabelSheet *sheet, PlateSide side, cairo_t *cr)
{
  Column *column = &sheet->columns[side];

  for (int i = 0; i < N_LABELS; i++)
    {
      ShTextStyle style = sh_label_label_style (sheet, i, column);
      double width, height;

      if (sh_label_infos[i].side != side || sheet->place.labels < sh_label_infos[i].from ||
          column->width < LEAST_FOR_TEXT * sheet->size)
        continue;
      sh_text_measure (cr, sh_label_words (sheet, sh_label_infos[i].text, sh_label_infos[i].full),
                       &style, &width, &height);
      if (width <= column->width)
        add_item (column, ITEM_LABEL, i, plate_to_user_y (sheet, sh_label_infos[i].height_u),
                  height);
    }
}

static int
compare_items (const void *a, const void *b)
{
  double x = ((const Item *) a)->wanted, y = ((const Item *) b)->wanted;

  return x < y ? -1 : x > y;
}

static double
gap_between (const ShLabelSheet *sheet)
{
  return 0.45 * sheet->size;
}

/* Pushes the items apart: first downward from the top, then upward from the bottom. Takes the least
 * important one out when they do not fit. */
static gboolean
spread (ShLabelSheet *sheet, Column *column)
{
  double gap = gap_between (sheet);
  double limit = column->top;

  for (int i = 0; i < column->n_items; i++)
    {
      Item *item = &column->items[i];

      item->top = MAX (item->wanted - 0.5 * item->height, limit);
      limit = item->top + item->height + gap;
    }
  limit = column->bottom;
  for (int i = column->n_items - 1; i >= 0; i--)
    {
      Item *item = &column->items[i];

      item->top = MIN (item->top, limit - item->height);
      limit = item->top - gap;
    }
  return column->n_items == 0 || column->items[0].top >= column->top - 0.5;
}

/* Veins are more important than what lies around them, and the legend comes first of all. */
static int
importance (const Item *item)
{
  return item->kind == ITEM_LEGEND ? 3
         : item->kind == ITEM_KEY  ? 2
                                   : sh_label_infos[item->index].vein;
}

static void
remove_item (Column *column, int index)
{
  for (int i = index; i + 1 < column->n_items; i++)
    column->items[i] = column->items[i + 1];
  column->n_items--;
}

static void
remove_least (Column *column)
{
  int least = column->n_items - 1;

  for (int i = column->n_items - 1; i >= 0; i--)
    if (importance (&column->items[i]) < importance (&column->items[least]))
      least = i;
  remove_item (column, least);
}

/* Whether the leaders of two items cross in any pose. @other: NULL: whether the item's own one
 * crosses a vein. */
static gboolean
goes_wrong (const ShLabelSheet *sheet,
            const Column *column,
            const Item *item,
            const Item *other,
            const ShVeinNet *net)
{
  for (int pose = 0; pose < SH_LABEL_POSES; pose++)
    {
      ShPoint own[3], others[3], travel;
      ShRig rig;

      sh_label_pose (sheet, pose, &rig, &travel);
      sh_label_leader_points (sheet, column, item, &rig, travel.x, travel.y, own);
      if (other == NULL && sh_label_leader_crosses (sheet, net, item->index, &rig, travel, own))
        return TRUE;
      if (other == NULL)
        continue;
      sh_label_leader_points (sheet, column, other, &rig, travel.x, travel.y, others);
      if (sh_label_leaders_meet (own, others))
        return TRUE;
    }
  return FALSE;
}

static void
drop_crossing (ShLabelSheet *sheet, Column *column, const ShVeinNet *net)
{
  for (int i = column->n_items - 1; i >= 0; i--)
    if (column->items[i].kind == ITEM_LABEL &&
        goes_wrong (sheet, column, &column->items[i], NULL, net))
      remove_item (column, i);
  for (int i = column->n_items - 1; i > 0; i--)
    for (int k = i - 1; k >= 0; k--)
      {
        const Item *one = &column->items[i], *other = &column->items[k];

        if (one->kind != ITEM_LABEL || other->kind != ITEM_LABEL ||
            !goes_wrong (sheet, column, one, other, net))
          continue;
        remove_item (column, importance (one) < importance (other) ? i : k);
        break;
      }
}

static void
arrange (ShLabelSheet *sheet, Column *column, const ShVeinNet *net)
{
  qsort (column->items, (size_t) column->n_items, sizeof (Item), compare_items);
  while (!spread (sheet, column) && column->n_items > 0)
    remove_least (column);
  drop_crossing (sheet, column, net);
}

/* The right column begins behind the handle of the slice's level, which does not shrink with the
 * leg (sh-leg-view.c). */
static double
right_edge (const ShLabelSheet *sheet)
{
  double k = hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);

  return MAX (RIGHT_COLUMN, HANDLE_X + 2 * MAX (9.0, 7.0 / k) + 1.3 * sheet->size / k);
}

/* Where the columns' edges lie on the screen. A mirrored plate has its left side at the right. */
static void
set_columns (ShLabelSheet *sheet)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;

  for (int side = 0; side < 2; side++)
    {
      Column *column = &sheet->columns[side];
      double x = side == SIDE_LEFT ? LEFT_COLUMN : right_edge (sheet), y = 0;

      *column = (Column){ .top = rect->y + MARGIN, .bottom = rect->y + rect->height - MARGIN };
      cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
      column->align = (side == SIDE_LEFT) == (sheet->place.to_user.xx > 0) ? 1 : 0;
      column->edge = x;
      column->width = (column->align > 0.5 ? x - rect->x : rect->x + rect->width - x) - MARGIN;
    }
}

static Column *
column_on_screen (ShLabelSheet *sheet, gboolean left)
{
  gboolean mirrored = sheet->place.to_user.xx < 0;

  return &sheet->columns[left != mirrored ? SIDE_LEFT : SIDE_RIGHT];
}

/* The largest size up to @most with which the legend keeps to the column and to @room. */
static double
fitting_size (const Column *column, double most, double room, cairo_t *cr)
{
  double width = column->width - MARGIN;
  double size = MIN (most, most * width / sh_legend_width (cr, most));

  /* Its headline takes fewer lines with smaller letters: twice is enough to come near. */
  for (int i = 0; i < 2; i++)
    size *= MIN (1.0, MAX (room, 1.0) / sh_legend_height (cr, size, width));
  return size;
}

/* Few names leave room beside the leg: what the colors and marks mean is worth it. Where large
 * letters leave none, a legend in smaller ones says more than no legend. */
static double
legend_size (const ShLabelSheet *sheet, const Column *column, cairo_t *cr)
{
  const double room = column->bottom - column->top, size = sheet->size;

  if (sheet->place.labels == SH_LABELS_FEW)
    {
      double large = fitting_size (column, LEGEND_GROWTH * size, LEGEND_PART * room, cr);

      if (large >= size)
        return large;
    }
  return MAX (fitting_size (column, size, room - 2.5 * size, cr),
              MIN (size, MAX (LEGEND_SHRINK * size, SH_LABEL_LEAST)));
}

static void
put_title_and_legend (ShLabelSheet *sheet, Column *left, cairo_t *cr)
{
  left->top = sh_label_title_bottom (sheet, cr) + sheet->size;
  sheet->blocks[0] =
      (cairo_rectangle_t){ sheet->place.rect.x + MARGIN, sheet->place.rect.y, sheet->title_width,
                           left->top - sheet->size - sheet->place.rect.y };
  sheet->legend_size = legend_size (sheet, left, cr);
  add_item (left, ITEM_LEGEND, 0, plate_to_user_y (sheet, LEGEND_HEIGHT_U),
            sh_legend_height (cr, sheet->legend_size, left->width - MARGIN));
}

void
sh_label_lay_out_columns (ShLabelSheet *sheet, const ShVeinNet *net, cairo_t *cr)
{
  Column *left, *right;

  set_columns (sheet);
  left = column_on_screen (sheet, TRUE);
  right = column_on_screen (sheet, FALSE);
  sheet->columns[SIDE_LEFT].bottom =
      MIN (sheet->columns[SIDE_LEFT].bottom, plate_to_user_y (sheet, FOOT_HEIGHT_U));
  sheet->title_width = left->width - MARGIN;
  sh_label_take_courses (sheet, net);
  if (sheet->title_width >= LEAST_FOR_BLOCK * sheet->size)
    put_title_and_legend (sheet, left, cr);
  for (int side = 0; side < 2; side++)
    collect_labels (sheet, (PlateSide) side, cr);
  if (right->width > LEAST_FOR_BLOCK * sheet->size)
    add_item (right, ITEM_KEY, 0, plate_to_user_y (sheet, KEY_HEIGHT_U),
              sh_label_key_height (sheet, cr, right->width));
  arrange (sheet, left, net);
  arrange (sheet, right, net);
}
