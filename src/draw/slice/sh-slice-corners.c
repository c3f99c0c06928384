/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-labels.h"

#include <math.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-rig.h"
#include "sh-text.h"

/* What stands beside the section: title, cross of directions, and names in the corners with lines
 * to their structures. Each gets its place in the order of its importance, or none. */

#define NOTE_SIZE 12.5
/* Letters of a name that is wider than the view shrink to this part at most. */
#define LEAST_SHRINK 0.65
/* The room for section and names is at most this wide, in its heights. */
#define WIDEST 1.15
/* The living calf is at most this much thicker than the resting section, besides its swelling. */
#define CALF_MARGIN 1.03
/* What stays in its corner keeps clear of a leg that is at most this much thicker. */
#define STAY_MARGIN 1.14
/* The cut piece of leg is so thick below the section, in landmark units. */
#define SLAB_U 1.1
/* The cross is worth more than its distance from a leg that has swollen its most. */
#define CROSS_MARGIN 1.05
/* Lines grow with a section that is drawn larger than this, units for one landmark unit. */
#define LINE_UNIT 18.0

/** A name in a corner with a line to its structure. */
typedef struct
{
  const char *part;
  gboolean always; /* also with few labels */
  gboolean bottom;
  gboolean right; /* at the right end of the rectangle, for a right leg */
  double up;      /* rows above the lowest one */
} Corner;

/* In the order of importance. */
static const Corner corners[SH_SLICE_CORNERS] = {
  { "vein.great-saphenous", TRUE, FALSE, TRUE, 0 },
  { "vein.small-saphenous", TRUE, TRUE, TRUE, 0 },
  { "vein.soleal.3", FALSE, TRUE, FALSE, 0 },
  { "fibula", FALSE, TRUE, FALSE, 1.5 },
};

static ShTextStyle
style_of (double size, double align, ShColor color)
{
  return (ShTextStyle){ .size = size, .align = align, .color = color };
}

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b, double gap)
{
  return a->width > 0 && b->width > 0 && a->x < b->x + b->width + gap &&
         b->x < a->x + a->width + gap && a->y < b->y + b->height + 0.3 * gap &&
         b->y < a->y + a->height + 0.3 * gap;
}

/* Whether a box reaches into the section, or nearly. */
static gboolean
meets_section (const ShSliceBody *view,
               const ShSliceSection *section,
               const cairo_rectangle_t *box,
               double margin,
               double slab_u)
{
  const ShSlicePart *skin = sh_slice_section_part (section, "skin");
  const int steps = 8;

  for (int i = 0; skin != NULL && i <= steps; i++)
    for (int k = 0; k <= 2; k++)
      {
        double x = box->x + box->width * i / steps, y = box->y + box->height * k / 2;
        double px = (x - view->origin.x) / (view->mirror * view->unit) / margin;
        double py = (view->origin.y - y) / view->unit / margin;

        if (sh_slice_part_holds (skin, px, py) || sh_slice_part_holds (skin, px, py + slab_u))
          return TRUE;
      }
  return FALSE;
}

/* Whether a box keeps clear of the section and of every text that has its place. */
static gboolean
is_clear (const ShSliceBody *view,
          const ShSliceSection *section,
          const ShSliceLeaders *plan,
          const cairo_rectangle_t *box,
          double gap,
          double margin,
          double slab_u)
{
  for (int i = 0; i < SH_SLICE_CORNERS; i++)
    if (overlap (box, &plan->corner[i], gap))
      return FALSE;
  return !overlap (box, &plan->title, gap) && !meets_section (view, section, box, margin, slab_u);
}

/* How many times as large as the resting section the leg is at most, when it has swollen. */
static double
section_margin (const ShSliceSection *section)
{
  const ShSlicePart *skin = sh_slice_section_part (section, "skin");
  double sum = 0;

  for (int i = 0; skin != NULL && i < skin->n; i++)
    sum += hypot (skin->point[i].x, skin->point[i].y) / skin->n;
  return CALF_MARGIN + sh_rig_swelling_u (1, section->height_u) / MAX (sum, 1);
}

static gboolean
stands_right (const ShSliceBody *view, const Corner *corner)
{
  return corner->right == (view->mirror > 0);
}

static ShTextStyle
corner_style (const ShSliceBody *view, const Corner *corner, gboolean vein, double size)
{
  ShTextStyle style = style_of (size, stands_right (view, corner) ? 1 : 0,
                                vein ? view->theme->vein_text : view->theme->text);

  style.bold = vein;
  return style;
}

/* The box of a corner's name, with letters as large as the width allows. Returns: whether there is
 * room for all of it. */
static gboolean
place_corner (const ShSliceBody *view,
              const Corner *corner,
              const char *text,
              gboolean vein,
              const cairo_rectangle_t *rect,
              double size,
              cairo_t *cr,
              cairo_rectangle_t *box,
              double *letters)
{
  ShTextStyle style = corner_style (view, corner, vein, size);
  double wanted, width, room = rect->width - 0.4 * size;

  sh_text_measure (cr, text, &style, &wanted, NULL);
  width = wanted;
  *letters = size * CLAMP (room / MAX (width, 1), LEAST_SHRINK, 1.0);
  width = MIN (width * *letters / size, room);
  box->width = width;
  box->height = 1.25 * *letters;
  box->x = style.align > 0.5 ? rect->x + rect->width - 0.2 * size - width : rect->x + 0.2 * size;
  box->y =
      corner->bottom ? rect->y + rect->height - (1.35 + corner->up) * size : rect->y + 0.2 * size;
  return wanted * LEAST_SHRINK <= room;
}

/* The line from a name to its structure: in the lowest row out of its side, unless it would have to
 * turn back, else from above or below. */
static void
lay_leader (const ShSliceBody *view,
            const ShSlicePart *part,
            const Corner *corner,
            const cairo_rectangle_t *box,
            double size,
            ShSliceLeader *leader)
{
  double away = stands_right (view, corner) ? 1 : -1;

  leader->tip = sh_slice_body_map (view, part->centre);
  leader->dot = part->info->kind != SH_SLICE_VEIN;
  if (corner->bottom && corner->up <= 0)
    {
      leader->start.x = away > 0 ? box->x - 0.5 * size : box->x + box->width + 0.5 * size;
      leader->start.y = box->y + 0.62 * box->height;
      leader->bend = (ShPoint){ leader->start.x - away * 0.8 * size, leader->start.y };
      if (away * (leader->bend.x - leader->tip.x) >= 0)
        return;
      leader->start.x =
          CLAMP (leader->tip.x, box->x + 0.4 * size, box->x + MAX (box->width - 0.4 * size, 0));
      leader->start.y = box->y - 0.1 * size;
      leader->bend = leader->start;
      return;
    }
  leader->start.x = away > 0 ? box->x + 0.6 * box->width : box->x + 0.4 * box->width;
  leader->start.y = corner->bottom ? box->y - 0.1 * size : box->y + box->height + 0.1 * size;
  leader->bend = leader->start;
}

/* How near the middle of a vessel lies to the piece of a leader from @a to @b. */
static double
distance (ShPoint p, ShPoint a, ShPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/* A flattened vein is half as long again as it is wide when round. */
static gboolean
runs_over_vessel (const ShSliceBody *view,
                  const ShSliceSection *section,
                  const ShSlicePart *part,
                  const ShSliceLeader *leader)
{
  for (int i = 0; i < section->n; i++)
    {
      const ShSlicePart *other = &section->part[i];
      ShPoint p = sh_slice_body_map (view, other->centre);

      if (other == part || other->info->kind < SH_SLICE_ARTERY || other->alpha < 0.3)
        continue;
      if (distance (p, leader->bend, leader->tip) < 1.6 * other->radius * view->unit)
        return TRUE;
    }
  return FALSE;
}

/* Whether the piece of a leader from @a to @b runs over a text. */
static gboolean
line_meets_box (ShPoint a, ShPoint b, const cairo_rectangle_t *box)
{
  const int steps = 24;

  for (int i = 0; i <= steps && box->width > 0; i++)
    {
      double x = a.x + (b.x - a.x) * i / steps, y = a.y + (b.y - a.y) * i / steps;

      if (x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height)
        return TRUE;
    }
  return FALSE;
}

/* Whether a line would run over a name that has its place, or the name over such a name's line. */
static gboolean
runs_over_name (const ShSliceLeaders *plan,
                const cairo_rectangle_t *box,
                const ShSliceLeader *leader)
{
  for (int i = 0; i < SH_SLICE_CORNERS; i++)
    if (line_meets_box (leader->bend, leader->tip, &plan->corner[i]))
      return TRUE;
  for (int i = 0; i < plan->n; i++)
    if (line_meets_box (plan->leader[i].bend, plan->leader[i].tip, box))
      return TRUE;
  return FALSE;
}

/* Whether a name may stand in @box with its line as @leader says. */
static gboolean
may_stand (const ShSliceBody *view,
           const ShSliceSection *section,
           const ShSlicePart *part,
           const ShSliceLeaders *plan,
           const cairo_rectangle_t *box,
           const ShSliceLeader *leader,
           double size,
           gboolean comes_near)
{
  double margin = section_margin (section);

  /* A name that stays in its corner may stand a little nearer: better so than not at all. */
  return is_clear (view, section, plan, box, size, comes_near ? margin : MIN (margin, STAY_MARGIN),
                   comes_near ? SLAB_U : 0) &&
         !runs_over_vessel (view, section, part, leader) && !runs_over_name (plan, box, leader);
}

/* One step of a name toward its structure, when there is room for it. */
static gboolean
draw_nearer (const ShSliceBody *view,
             const ShSliceSection *section,
             const ShSlicePart *part,
             const Corner *corner,
             const ShSliceLeaders *plan,
             double size,
             ShPoint step,
             cairo_rectangle_t *box,
             ShSliceLeader *leader)
{
  cairo_rectangle_t next = { box->x + step.x, box->y + step.y, box->width, box->height };
  ShSliceLeader line = *leader;

  lay_leader (view, part, corner, &next, size, &line);
  if (step.x != 0 && fabs (line.bend.x - line.tip.x) < 1.5 * size)
    return FALSE;
  if (step.y < 0 && next.y < line.tip.y + 2 * size)
    return FALSE;
  if (step.y > 0 && next.y + next.height > line.tip.y - 2 * size)
    return FALSE;
  if (!may_stand (view, section, part, plan, &next, &line, size, step.y != 0))
    return FALSE;
  *box = next;
  *leader = line;
  return TRUE;
}

/* Moves a name out of its corner toward its structure as far as there is room, so that its line is
 * short: one in the lowest row first along the row, where its line leaves it at the side, then all
 * up or down. */
static void
draw_near (const ShSliceBody *view,
           const ShSliceSection *section,
           const ShSlicePart *part,
           const Corner *corner,
           const ShSliceLeaders *plan,
           double size,
           cairo_rectangle_t *box,
           ShSliceLeader *leader)
{
  const double step = 0.2 * size;
  const ShPoint aside = { stands_right (view, corner) ? -step : step, 0 };
  const ShPoint along = { 0, corner->bottom ? -step : step };

  while (leader->bend.x != leader->start.x &&
         draw_nearer (view, section, part, corner, plan, size, aside, box, leader))
    ;
  /* Over the lowest row stands another name, except at the veins' end of it. */
  while ((corner->always || corner->up > 0) &&
         draw_nearer (view, section, part, corner, plan, size, along, box, leader))
    ;
}

static void
plan_corner (const ShSliceBody *view,
             const ShSliceSection *section,
             const cairo_rectangle_t *near,
             const cairo_rectangle_t *whole,
             ShLabels labels,
             int index,
             double size,
             cairo_t *cr,
             ShSliceLeaders *plan)
{
  const Corner *corner = &corners[index];
  const ShSlicePart *part = sh_slice_section_part (section, corner->part);
  gboolean vein = part != NULL && part->info->kind == SH_SLICE_VEIN;
  const char *text;
  cairo_rectangle_t box;
  ShSliceLeader leader;

  if (part == NULL || part->alpha <= 0.6 || (labels != SH_LABELS_ALL && !corner->always))
    return;
  text = sh_slice_label_of (part, section->height_u);
  /* No name rather than half of one. */
  if (!place_corner (view, corner, text, vein, near, size, cr, &box, &plan->size[index]) &&
      !place_corner (view, corner, text, vein, whole, size, cr, &box, &plan->size[index]))
    return;
  lay_leader (view, part, corner, &box, size, &leader);
  if (!may_stand (view, section, part, plan, &box, &leader, size, FALSE))
    return;
  draw_near (view, section, part, corner, plan, size, &box, &leader);
  plan->corner[index] = box;
  plan->leader[plan->n++] = leader;
}

/* The title goes to the upper corner that no name has taken. */
static void
plan_title (const ShSliceBody *view,
            const ShSliceSection *section,
            const cairo_rectangle_t *rect,
            double size,
            cairo_t *cr,
            ShSliceLeaders *plan)
{
  ShTextStyle note = style_of (size, 0, view->theme->text_quiet);
  cairo_rectangle_t box = { 0, rect->y + 0.2 * size, 0, 1.25 * size };

  sh_text_measure (cr, C_ ("slice", "Cut across, seen from below"), &note, &box.width, NULL);
  box.x = view->mirror > 0 ? rect->x + 0.3 * size : rect->x + rect->width - 0.3 * size - box.width;
  if (box.width <= rect->width - 0.6 * size &&
      is_clear (view, section, plan, &box, size, MIN (section_margin (section), STAY_MARGIN), 0))
    plan->title = box;
}

/* The cross stands below the title, its words about it, when it is clear of the section. */
static void
plan_cross (const ShSliceBody *view,
            const ShSliceSection *section,
            const cairo_rectangle_t *rect,
            double size,
            cairo_t *cr,
            ShSliceLeaders *plan)
{
  ShTextStyle note = style_of (size, 0, view->theme->text_quiet);
  const char *words[] = { C_ ("direction", "outer"), C_ ("direction", "inner"),
                          C_ ("direction", "front"), C_ ("direction", "back") };
  double width[G_N_ELEMENTS (words)], half, side;
  cairo_rectangle_t box;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    sh_text_measure (cr, words[i], &note, &width[i], NULL);
  side = MAX (width[0], width[1]) + 1.5 * size;
  half = MAX (side, 0.5 * MAX (width[2], width[3]));
  box = (cairo_rectangle_t){ rect->x + 0.3 * size, rect->y + 1.9 * size, 2 * half, 5.2 * size };
  if (view->mirror < 0)
    box.x = rect->x + rect->width - 0.3 * size - box.width;
  plan->cross_at = (ShPoint){ box.x + half, box.y + 2.6 * size };
  if (box.width < rect->width && is_clear (view, section, plan, &box, 0.3 * size, CROSS_MARGIN, 0))
    plan->cross = box;
}

/* In a wide view the corners are those of the section's own room, so that no line is long. */
static cairo_rectangle_t
near_section (const cairo_rectangle_t *rect)
{
  double width = MIN (rect->width, WIDEST * rect->height);

  return (cairo_rectangle_t){ rect->x + 0.5 * (rect->width - width), rect->y, width, rect->height };
}

void
sh_slice_labels_lay_leaders (const ShSliceBody *view,
                             const ShSliceSection *section,
                             const cairo_rectangle_t *whole,
                             ShLabels labels,
                             double text_scale,
                             ShSliceLeaders *plan)
{
  const cairo_rectangle_t near = near_section (whole), *rect = &near;
  cairo_surface_t *scratch = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (scratch);

  memset (plan, 0, sizeof *plan);
  plan->line = CLAMP (view->unit / LINE_UNIT, 1.0, 3.0);
  for (int i = 0; labels != SH_LABELS_NONE && i < SH_SLICE_CORNERS; i++)
    plan_corner (view, section, rect, whole, labels, i, SH_SLICE_LABEL_SIZE * text_scale, cr, plan);
  if (labels != SH_LABELS_NONE)
    {
      plan_title (view, section, rect, NOTE_SIZE * text_scale, cr, plan);
      plan_cross (view, section, rect, NOTE_SIZE * text_scale, cr, plan);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (scratch);
}

gboolean
sh_slice_labels_same_texts (const ShSliceLeaders *a, const ShSliceLeaders *b)
{
  return memcmp (a->corner, b->corner, sizeof a->corner) == 0 &&
         memcmp (&a->title, &b->title, sizeof a->title) == 0 &&
         memcmp (&a->cross, &b->cross, sizeof a->cross) == 0;
}

int
sh_slice_labels_boxes (const ShSliceLeaders *plan, cairo_rectangle_t *boxes)
{
  int n = 0;

  for (int i = 0; i < SH_SLICE_CORNERS; i++)
    if (plan->corner[i].width > 0)
      boxes[n++] = plan->corner[i];
  if (plan->title.width > 0)
    boxes[n++] = plan->title;
  if (plan->cross.width > 0)
    boxes[n++] = plan->cross;
  return n;
}

/* Four arms with the words of an anatomist; seen from below, a right leg's inner side is right. */
static void
draw_cross (const ShSliceBody *view, ShPoint c, double text_scale, cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  double size = NOTE_SIZE * text_scale;
  double arm = 1.1 * size;
  ShTextStyle middle = style_of (size, 0.5, theme->text_quiet);
  ShTextStyle left = style_of (size, 1, theme->text_quiet);
  ShTextStyle right = style_of (size, 0, theme->text_quiet);
  gboolean mirrored = view->mirror < 0;

  cairo_move_to (cr, c.x - arm, c.y);
  cairo_line_to (cr, c.x + arm, c.y);
  cairo_move_to (cr, c.x, c.y - arm);
  cairo_line_to (cr, c.x, c.y + arm);
  sh_set_color (cr, theme->text_quiet, 1);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
  sh_text_draw (cr, C_ ("direction", "front"), c.x, c.y - arm - 0.35 * size, &middle);
  sh_text_draw (cr, C_ ("direction", "back"), c.x, c.y + arm + 1.0 * size, &middle);
  sh_text_draw (cr, mirrored ? C_ ("direction", "inner") : C_ ("direction", "outer"),
                c.x - arm - 0.35 * size, c.y + 0.33 * size, &left);
  sh_text_draw (cr, mirrored ? C_ ("direction", "outer") : C_ ("direction", "inner"),
                c.x + arm + 0.35 * size, c.y + 0.33 * size, &right);
}

void
sh_slice_labels_draw_leaders (const ShTheme *theme, const ShSliceLeaders *leaders, cairo_t *cr)
{
  for (int pass = 0; pass < 2; pass++)
    {
      for (int i = 0; i < leaders->n; i++)
        {
          const ShSliceLeader *leader = &leaders->leader[i];

          cairo_move_to (cr, leader->start.x, leader->start.y);
          cairo_line_to (cr, leader->bend.x, leader->bend.y);
          cairo_line_to (cr, leader->tip.x, leader->tip.y);
        }
      sh_set_color (cr, pass == 0 ? theme->paper : theme->text, pass == 0 ? 0.75 : 1);
      cairo_set_line_width (cr, leaders->line * (pass == 0 ? 2.6 : 0.95));
      cairo_stroke (cr);
    }
  for (int i = 0; i < leaders->n; i++)
    if (leaders->leader[i].dot)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, leaders->leader[i].tip.x, leaders->leader[i].tip.y, 2.4 * leaders->line, 0,
                   2 * G_PI);
      }
  sh_set_color (cr, theme->text, 1);
  cairo_fill (cr);
}

static void
draw_corner (const ShSliceBody *view,
             const ShSliceSection *section,
             const ShSliceLeaders *plan,
             int index,
             cairo_t *cr)
{
  const ShSlicePart *part = sh_slice_section_part (section, corners[index].part);
  const cairo_rectangle_t *box = &plan->corner[index];
  ShTextStyle style;

  if (part == NULL || box->width <= 0)
    return;
  style =
      corner_style (view, &corners[index], part->info->kind == SH_SLICE_VEIN, plan->size[index]);
  style.width = box->width + 1;
  style.ellipsize = TRUE;
  sh_text_draw (cr, sh_slice_label_of (part, section->height_u),
                style.align > 0.5 ? box->x + box->width : box->x, box->y + plan->size[index],
                &style);
}

void
sh_slice_labels_draw_still (const ShSliceBody *view,
                            const ShSliceSection *section,
                            const ShSliceLeaders *plan,
                            double text_scale,
                            cairo_t *cr)
{
  ShTextStyle note = style_of (NOTE_SIZE * text_scale, 0, view->theme->text_quiet);

  if (plan->title.width > 0)
    sh_text_draw (cr, C_ ("slice", "Cut across, seen from below"), plan->title.x,
                  plan->title.y + note.size, &note);
  if (plan->cross.width > 0)
    draw_cross (view, plan->cross_at, text_scale, cr);
  for (int i = 0; i < SH_SLICE_CORNERS; i++)
    draw_corner (view, section, plan, i, cr);
}
