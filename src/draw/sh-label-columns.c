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
/* A leader runs level out of its text for this long before it bends, in plate units. */
#define LEVEL_RUN 22.0
/* Heights of key and legend on the plate, where the leg leaves room beside it. */
#define KEY_HEIGHT_U 47.0
#define LEGEND_HEIGHT_U 25.0
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

      if (sh_label_infos[i].side != side || sheet->place.labels < sh_label_infos[i].from)
        continue;
      sh_text_measure (cr, sh_label_translated (sh_label_infos[i].text), &style, &width, &height);
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

/* The three points of a label's leader in user units, in the pose of @rig. */
void
sh_label_leader_points (const ShLabelSheet *sheet,
                        const Column *column,
                        const Item *item,
                        const ShRig *rig,
                        double dx,
                        double dy,
                        ShPoint points[3])
{
  const LabelInfo *info = &sh_label_infos[item->index];
  ShPoint end = sh_label_anchor_of (sheet, info->anchor);
  double away = column->align > 0.5 ? 1 : -1;
  double run = LEVEL_RUN * hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);

  if (rig != NULL)
    end = sh_rig_map (rig, end, info->part);
  cairo_matrix_transform_point (&sheet->place.to_user, &end.x, &end.y);
  points[0] = (ShPoint){ column->edge + away * 0.5 * sheet->size,
                         item->top + MIN (0.5 * item->height, 0.68 * sheet->size) };
  points[1] = (ShPoint){ points[0].x + away * run, points[0].y };
  points[2] = (ShPoint){ end.x + dx, end.y + dy };
}

/* Whether the leader runs over a vein before it reaches its end. */
gboolean
sh_label_leader_crosses (const ShLabelSheet *sheet, const ShVeinNet *net, const ShPoint points[3])
{
  const double k = hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);
  const int steps = 60;

  for (int s = 0; s < steps - 3; s++)
    for (int l = 0; l < net->n_lines; l++)
      for (int i = 0; !net->lines[l].twig && i < net->lines[l].n; i++)
        {
          double t = (double) s / steps;
          double x = net->lines[l].rest[i].x, y = net->lines[l].rest[i].y;

          cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
          x -= points[1].x + t * (points[2].x - points[1].x);
          y -= points[1].y + t * (points[2].y - points[1].y);
          if (hypot (x, y) < 0.4 * k * net->lines[l].width[i] &&
              t * hypot (points[2].x - points[1].x, points[2].y - points[1].y) + 6 * k <
                  hypot (points[2].x - points[1].x, points[2].y - points[1].y))
            return TRUE;
        }
  return FALSE;
}

static void
drop_crossing (ShLabelSheet *sheet, Column *column, const ShVeinNet *net)
{
  for (int i = column->n_items - 1; i >= 0; i--)
    {
      ShPoint points[3];

      if (column->items[i].kind != ITEM_LABEL)
        continue;
      sh_label_leader_points (sheet, column, &column->items[i], NULL, 0, 0, points);
      if (sh_label_leader_crosses (sheet, net, points))
        remove_item (column, i);
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

/* Where the columns' edges lie on the screen. A mirrored plate has its left side at the right. */
static void
set_columns (ShLabelSheet *sheet)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;

  for (int side = 0; side < 2; side++)
    {
      Column *column = &sheet->columns[side];
      double x = side == SIDE_LEFT ? LEFT_COLUMN : RIGHT_COLUMN, y = 0;

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

void
sh_label_lay_out_columns (ShLabelSheet *sheet, const ShVeinNet *net, cairo_t *cr)
{
  Column *left, *right;

  set_columns (sheet);
  left = column_on_screen (sheet, TRUE);
  right = column_on_screen (sheet, FALSE);
  left->bottom = MIN (left->bottom, plate_to_user_y (sheet, FOOT_HEIGHT_U));
  sheet->title_width = left->width - MARGIN;
  if (sheet->title_width < 9 * sheet->size)
    return;
  left->top = sh_label_title_bottom (sheet, cr) + sheet->size;
  sheet->blocks[0] =
      (cairo_rectangle_t){ sheet->place.rect.x + MARGIN, sheet->place.rect.y, sheet->title_width,
                           left->top - sheet->size - sheet->place.rect.y };
  for (int side = 0; side < 2; side++)
    collect_labels (sheet, (PlateSide) side, cr);
  add_item (left, ITEM_LEGEND, 0, plate_to_user_y (sheet, LEGEND_HEIGHT_U),
            sh_legend_height (cr, sheet->size, left->width - MARGIN));
  if (right->width > 9 * sheet->size)
    add_item (right, ITEM_KEY, 0, plate_to_user_y (sheet, KEY_HEIGHT_U),
              sh_label_key_height (sheet, cr, right->width));
  arrange (sheet, left, net);
  arrange (sheet, right, net);
}
