/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-label-private.h"

#include <math.h>

/* A leader runs level out of its text for this long before it bends, in plate units. */
#define LEVEL_RUN 22.0
/* A leader may come this near to a vein's middle, in parts of the vein's outer width. */
#define CLEARANCE 0.55
/* and never nearer than this, in plate units: a vein's thin end is a vein too. */
#define LEAST_CLEARANCE 6.0
/* What lies this near to a leader's end belongs to what it names, in plate units. */
#define END_REACH 7.0

/* The poses between which a leg moves in all activities: a leader has to be right in each. */
static const ShBodyPose poses[SH_LABEL_POSES] = {
  { 0 },
  { .ankle_deg = 10, .heel_lift_deg = 10, .calf = 0.5 },
  { .ankle_deg = 20, .heel_lift_deg = 20, .calf = 1 },
  { .ankle_deg = 28, .heel_lift_deg = 28, .calf = 1 },
  { .ankle_deg = -15, .shin = 1 },
  { .ankle_deg = 30, .calf = 1 },
  { .swelling = 1 },
};

void
sh_label_pose (const ShLabelSheet *sheet, int index, ShRig *rig, ShPoint *travel)
{
  sh_rig_init (rig, &poses[index]);
  *travel = sh_rig_travel (rig);
  cairo_matrix_transform_distance (&sheet->place.to_user, &travel->x, &travel->y);
}

/* The named vein's middle between the heights that belong to the name. */
static void
take_course_of_vein (const ShVeinNet *net, const LabelInfo *info, Course *course)
{
  double last = G_MAXDOUBLE;

  for (int l = 0; l < net->n_lines; l++)
    for (int i = 0; g_strcmp0 (net->lines[l].name, info->line) == 0 && i < net->lines[l].n; i++)
      {
        ShPoint p = net->lines[l].rest[i];
        double height_u = (1535.0 - p.y) / 10.0;

        if (height_u < info->low_u || height_u > info->high_u || fabs (last - height_u) < 1.2 ||
            course->n == COURSE_MOST)
          continue;
        last = height_u;
        course->rest[course->n++] = p;
      }
}

void
sh_label_take_courses (ShLabelSheet *sheet, const ShVeinNet *net)
{
  for (int i = 0; i < N_LABELS; i++)
    {
      const LabelInfo *info = &sh_label_infos[i];
      Course *course = &sheet->courses[i];
      ShPoint anchor = sh_label_anchor_of (sheet, info->anchor);

      course->n = 0;
      if (info->line != NULL)
        take_course_of_vein (net, info, course);
      if (course->n >= 2)
        continue;
      course->rest[0] = anchor;
      course->rest[1] =
          (ShPoint){ anchor.x + 10 * info->slide_x_u, anchor.y - 10 * info->slide_y_u };
      course->n = info->slide_y_u != 0 ? 2 : 1;
    }
}

static ShPoint
course_point (const ShLabelSheet *sheet, int index, int i, const ShRig *rig, double dx, double dy)
{
  ShPoint p = sheet->courses[index].rest[i];

  if (rig != NULL)
    p = sh_rig_map (rig, p, sh_label_infos[index].part);
  cairo_matrix_transform_point (&sheet->place.to_user, &p.x, &p.y);
  return (ShPoint){ p.x + dx, p.y + dy };
}

/* Where what the label names is nearest to the height @y: a leader that runs level is short, and
 * the leg moves behind it. */
static ShPoint
point_at_height (
    const ShLabelSheet *sheet, int index, const ShRig *rig, double dx, double dy, double y)
{
  ShPoint before = course_point (sheet, index, 0, rig, dx, dy), best = before;

  for (int i = 1; i < sheet->courses[index].n; i++)
    {
      ShPoint next = course_point (sheet, index, i, rig, dx, dy);
      double low = MIN (before.y, next.y), high = MAX (before.y, next.y);
      double wish = CLAMP (y, low, high);
      double t = high > low ? (wish - before.y) / (next.y - before.y) : 0;

      if (fabs (wish - y) < fabs (best.y - y))
        best = (ShPoint){ before.x + t * (next.x - before.x), wish };
      before = next;
    }
  return best;
}

void
sh_label_leader_points (const ShLabelSheet *sheet,
                        const Column *column,
                        const Item *item,
                        const ShRig *rig,
                        double dx,
                        double dy,
                        ShPoint points[3])
{
  double away = column->align > 0.5 ? 1 : -1;
  double run = LEVEL_RUN * hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);

  points[0] = (ShPoint){ column->edge + away * 0.5 * sheet->size,
                         item->top + MIN (0.5 * item->height, 0.68 * sheet->size) };
  points[1] = (ShPoint){ points[0].x + away * run, points[0].y };
  points[2] = point_at_height (sheet, item->index, rig, dx, dy, points[0].y);
}

/* How far @p is from the piece from @a to @b; @t: where on it, 0…1. */
static double
distance_to_piece (ShPoint p, ShPoint a, ShPoint b, double *t)
{
  double length = hypot (b.x - a.x, b.y - a.y);

  *t = length > 0 ? ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length) : 0;
  *t = CLAMP (*t, 0, 1);
  return hypot (p.x - a.x - *t * (b.x - a.x), p.y - a.y - *t * (b.y - a.y));
}

/* Whether a leader runs over @line, which it does not name, before it reaches its end. */
static gboolean
crosses_line (const ShLabelSheet *sheet,
              const ShVeinLine *line,
              const ShRig *rig,
              ShPoint travel,
              const ShPoint points[3])
{
  const double k = hypot (sheet->place.to_user.xx, sheet->place.to_user.yx);

  for (int i = 0; i < line->n; i++)
    {
      ShPoint p = rig != NULL ? sh_rig_map (rig, line->rest[i], SH_RIG_VEIN) : line->rest[i];

      cairo_matrix_transform_point (&sheet->place.to_user, &p.x, &p.y);
      p.x += travel.x;
      p.y += travel.y;
      if (hypot (p.x - points[2].x, p.y - points[2].y) < k * (END_REACH + 0.5 * line->width[i]))
        continue;
      for (int piece = 0; piece < 2; piece++)
        {
          double t;

          if (distance_to_piece (p, points[piece], points[piece + 1], &t) <
              k * MAX (CLEARANCE * line->width[i], LEAST_CLEARANCE))
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
sh_label_leader_crosses (const ShLabelSheet *sheet,
                         const ShVeinNet *net,
                         int index,
                         const ShRig *rig,
                         ShPoint travel,
                         const ShPoint points[3])
{
  for (int l = 0; l < net->n_lines; l++)
    if (!net->lines[l].twig && g_strcmp0 (net->lines[l].name, sh_label_infos[index].line) != 0 &&
        crosses_line (sheet, &net->lines[l], rig, travel, points))
      return TRUE;
  return FALSE;
}

static double
side_of (ShPoint a, ShPoint b, ShPoint p)
{
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

gboolean
sh_label_leaders_meet (const ShPoint a[3], const ShPoint b[3])
{
  for (int i = 0; i < 2; i++)
    for (int k = 0; k < 2; k++)
      if (side_of (a[i], a[i + 1], b[k]) * side_of (a[i], a[i + 1], b[k + 1]) < 0 &&
          side_of (b[k], b[k + 1], a[i]) * side_of (b[k], b[k + 1], a[i + 1]) < 0)
        return TRUE;
  return FALSE;
}

static ShLabelLeader *
begin_leader (ShLabelLeader *leaders, int n, int index)
{
  leaders[n].line = sh_label_infos[index].line;
  leaders[n].anchor = sh_label_infos[index].anchor;
  return &leaders[n];
}

int
sh_label_sheet_leaders (
    ShLabelSheet *sheet, const ShRig *rig, double dx, double dy, ShLabelLeader *leaders, int most)
{
  int n = 0;

  for (int side = 0; side < 2; side++)
    for (int i = 0; i < sheet->columns[side].n_items && n < most; i++)
      {
        const Column *column = &sheet->columns[side];
        const Item *item = &column->items[i];

        if (item->kind == ITEM_LABEL)
          sh_label_leader_points (sheet, column, item, rig, dx, dy,
                                  begin_leader (leaders, n++, item->index)->points);
      }
  for (int i = 0; i < sheet->n_rows && n < most; i++)
    sh_label_row_leader (sheet, &sheet->rows[i], rig, dx, dy,
                         begin_leader (leaders, n++, sheet->rows[i].index)->points);
  return n;
}
