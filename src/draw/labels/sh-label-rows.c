/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-label-private.h"

#include <math.h>

#include "sh-legend.h"

/* How far the handle of the slice's level reaches below the calf, in plate units. */
#define HANDLE 62.0
/* Legend and key are no wider than this, in sizes of the letters. */
#define BLOCK_WIDTH 30.0

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
         a->y < b->y + b->height + 0.3 * gap && b->y < a->y + a->height + 0.3 * gap;
}

/* How far up (or down) the skin of the resting leg reaches between @from and @to. */
static double
skin_edge (const ShLabelSheet *sheet, double from, double to, gboolean above)
{
  const ShCurve *skin = sh_art_curve (sheet->art, "silhouette");
  double edge = above ? G_MAXDOUBLE : -G_MAXDOUBLE;

  for (int i = 0; i < skin->n; i++)
    {
      double x = skin->point[i].x, y = skin->point[i].y;

      cairo_matrix_transform_point (&sheet->place.to_user, &x, &y);
      if (x >= from && x <= to)
        edge = above ? MIN (edge, y) : MAX (edge, y);
    }
  return edge;
}

/* Where a leader ends on the resting plate: in the middle of what a vein's name belongs to, clear
 * of the faded end of the thigh. */
static ShPoint
row_anchor (const ShLabelSheet *sheet, int index)
{
  const Course *course = &sheet->courses[index];

  if (sh_label_infos[index].line != NULL && course->n > 2)
    return course->rest[course->n / 2];
  return sh_label_anchor_of (sheet, sh_label_infos[index].anchor);
}

/* The leader of a text above or below the leg, straight up or down. */
void
sh_label_row_leader (const ShLabelSheet *sheet,
                     const RowLabel *row,
                     const ShRig *rig,
                     double dx,
                     double dy,
                     ShPoint points[3])
{
  const LabelInfo *info = &sh_label_infos[row->index];
  ShPoint end = row_anchor (sheet, row->index);
  double margin = 0.5 * sheet->size;

  if (rig != NULL)
    end = sh_rig_map (rig, end, info->part);
  cairo_matrix_transform_point (&sheet->place.to_user, &end.x, &end.y);
  points[2] = (ShPoint){ end.x + dx, end.y + dy };
  points[0].x = CLAMP (points[2].x, row->box.x + margin, row->box.x + row->box.width - margin);
  points[0].y = row->above ? row->box.y + row->box.height : row->box.y;
  points[1] = points[0];
}

/* Whether an upright leader runs through a text. */
static gboolean
leader_hits (const ShPoint points[3], const cairo_rectangle_t *box)
{
  return points[0].x > box->x - 4 && points[0].x < box->x + box->width + 4 &&
         MIN (points[0].y, points[2].y) < box->y + box->height &&
         MAX (points[0].y, points[2].y) > box->y;
}

static gboolean
row_is_free (const ShLabelSheet *sheet, const RowLabel *row)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  const cairo_rectangle_t *box = &row->box;
  ShPoint own[3], other[3];

  if (box->y < rect->y + MARGIN || box->y + box->height > rect->y + rect->height - MARGIN)
    return FALSE;
  sh_label_row_leader (sheet, row, NULL, 0, 0, own);
  for (gsize i = 0; i < G_N_ELEMENTS (sheet->blocks); i++)
    if (sheet->blocks[i].width > 0 && overlap (box, &sheet->blocks[i], sheet->size))
      return FALSE;
  for (int i = 0; i < sheet->n_rows; i++)
    {
      sh_label_row_leader (sheet, &sheet->rows[i], NULL, 0, 0, other);
      if (overlap (box, &sheet->rows[i].box, sheet->size) ||
          leader_hits (own, &sheet->rows[i].box) || leader_hits (other, box))
        return FALSE;
    }
  return TRUE;
}

/* Whether the leader runs over a vein in any pose of a leg that lies: the foot moves, the leg does
 * not travel. */
static gboolean
crosses_in_a_pose (const ShLabelSheet *sheet, const RowLabel *row, const ShVeinNet *net)
{
  for (int pose = 0; pose < SH_LABEL_POSES; pose++)
    {
      ShPoint points[3], travel;
      ShRig rig;

      sh_label_pose (sheet, pose, &rig, &travel);
      if (rig.pose.heel_lift_deg > 0)
        continue;
      sh_label_row_leader (sheet, row, &rig, 0, 0, points);
      if (sh_label_leader_crosses (sheet, net, row->index, &rig, (ShPoint){ 0, 0 }, points))
        return TRUE;
    }
  return FALSE;
}

/* Finds a free row above or below the leg for one text, as near to it as can be. */
static void
place_row (ShLabelSheet *sheet, int index, const ShVeinNet *net, cairo_t *cr)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  ShTextStyle style = { .size = sheet->size, .bold = sh_label_infos[index].vein };
  RowLabel row = { .index = index, .above = sh_label_infos[index].side == SIDE_LEFT };
  ShPoint anchor = row_anchor (sheet, index);
  double unit = hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);
  double edge;

  sh_text_measure (cr,
                   sh_label_words (sheet, sh_label_infos[index].text, sh_label_infos[index].full),
                   &style, &row.box.width, &row.box.height);
  cairo_matrix_transform_point (&sheet->place.to_user, &anchor.x, &anchor.y);
  row.box.x = CLAMP (anchor.x - 0.5 * row.box.width, rect->x + MARGIN,
                     MAX (rect->x + MARGIN, rect->x + rect->width - MARGIN - row.box.width));
  edge = skin_edge (sheet, row.box.x - 20, row.box.x + row.box.width + 20, row.above);
  for (int line = 0; line < 6; line++)
    {
      double away =
          MAX (1.2 * sheet->size, row.above ? 0 : HANDLE * unit) + 1.6 * line * sheet->size;

      row.box.y = row.above ? edge - away - row.box.height : edge + away;
      if (!row_is_free (sheet, &row) || crosses_in_a_pose (sheet, &row, net))
        continue;
      sheet->rows[sheet->n_rows++] = row;
      return;
    }
}

/* Whether a block of texts, with a little room about it, lies on the leg in any of its poses. */
static gboolean
meets_leg (const ShLabelSheet *sheet, const cairo_rectangle_t *block)
{
  const ShCurve *skin = sh_art_curve (sheet->art, "silhouette");
  double gap = 0.5 * sheet->size;

  for (int pose = 0; pose < SH_LABEL_POSES; pose++)
    {
      ShPoint travel;
      ShRig rig;

      sh_label_pose (sheet, pose, &rig, &travel);
      for (int i = 0; i < skin->n && rig.pose.heel_lift_deg <= 0; i++)
        {
          ShPoint p = sh_rig_map (&rig, skin->point[i], SH_RIG_SKIN);

          cairo_matrix_transform_point (&sheet->place.to_user, &p.x, &p.y);
          if (p.x > block->x - gap && p.x < block->x + block->width + gap && p.y > block->y - gap &&
              p.y < block->y + block->height + gap)
            return TRUE;
        }
    }
  return FALSE;
}

/* Puts the title at the upper left, or at the right where a raised foot stands there. */
static void
put_title (ShLabelSheet *sheet, cairo_t *cr)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  cairo_rectangle_t *block = &sheet->blocks[0];

  sheet->title_width = MIN (0.8 * rect->width, 40 * sheet->size);
  *block = (cairo_rectangle_t){ rect->x + MARGIN, rect->y, sheet->title_width,
                                sh_label_title_bottom (sheet, cr) - rect->y };
  if (!meets_leg (sheet, block))
    return;
  sheet->title_width = MIN (0.55 * rect->width, 40 * sheet->size);
  *block = (cairo_rectangle_t){ rect->x + rect->width - MARGIN - sheet->title_width, rect->y,
                                sheet->title_width, sh_label_title_bottom (sheet, cr) - rect->y };
  if (!meets_leg (sheet, block))
    return;
  sheet->title_width = 0;
  *block = (cairo_rectangle_t){ 0 };
}

/* Puts a block at the bottom, as near to the foot's end as may be; none where the leg lies. */
static void
put_block (ShLabelSheet *sheet, int index, double away, double width, double height)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  gboolean mirrored = sheet->place.side == SH_SIDE_LEFT;
  cairo_rectangle_t block = { .y = rect->y + rect->height - height - MARGIN,
                              .width = width,
                              .height = height };

  block.x = mirrored ? rect->x + rect->width - MARGIN - away - width : rect->x + MARGIN + away;
  if (block.x >= rect->x && block.x + width <= rect->x + rect->width && !meets_leg (sheet, &block))
    sheet->blocks[index] = block;
}

/* Title above, legend and key below, texts in rows above and below a leg that lies. */
void
sh_label_lay_out_rows (ShLabelSheet *sheet, const ShVeinNet *net, cairo_t *cr)
{
  const cairo_rectangle_t *rect = &sheet->place.rect;
  double half = MIN (0.5 * rect->width - 2 * MARGIN, BLOCK_WIDTH * sheet->size);

  if (rect->width < 36 * sheet->size)
    return;
  sh_label_take_courses (sheet, net);
  put_title (sheet, cr);
  put_block (sheet, 1, 0, half, sh_legend_height (cr, sheet->size, half));
  put_block (sheet, 2, half + 2 * MARGIN, half, sh_label_key_height (sheet, cr, half));
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < N_LABELS; i++)
      if (sh_label_infos[i].vein == (pass == 0) &&
          sheet->place.labels >= sh_label_infos[i].from
          /* The toes of a lying leg move where this text would stand. */
          && sh_label_infos[i].part != SH_RIG_TENDON)
        place_row (sheet, i, net, cr);
}
