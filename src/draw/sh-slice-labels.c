/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-labels.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-text.h"

#define NOTE_SIZE 12.5
#define NAME_SIZE 12.0
#define LABEL_SIZE 13.5

void
sh_slice_labels_shrink (cairo_rectangle_t *room, ShLabels labels, double text_scale)
{
  double line = LABEL_SIZE * text_scale * 1.6;

  if (labels == SH_LABELS_NONE)
    return;
  room->y += line;
  room->height -= 2 * line;
}

static ShTextStyle
style_of (double size, double align, ShColor color)
{
  return (ShTextStyle){ .size = size, .align = align, .color = color };
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

/* The title and the cross of directions, each where there is room for it. */
static void
draw_title (const ShSliceBody *view, const cairo_rectangle_t *rect, double text_scale, cairo_t *cr)
{
  double size = NOTE_SIZE * text_scale;
  ShTextStyle note = style_of (size, 0, view->theme->text_quiet);
  ShTextStyle name = style_of (LABEL_SIZE * text_scale, 0, view->theme->vein_text);
  const char *title = C_ ("slice", "Cut across, seen from below");
  double outer, inner, wide, corner;
  ShPoint cross;

  name.bold = TRUE;
  sh_text_measure (cr, title, &note, &wide, NULL);
  sh_text_measure (cr, C_ ("slice", "Great saphenous vein"), &name, &corner, NULL);
  if (wide + corner + 2 * size < rect->width)
    sh_text_draw (cr, title, rect->x + 0.3 * size, rect->y + 1.2 * size, &note);
  sh_text_measure (cr, C_ ("direction", "outer"), &note, &outer, NULL);
  sh_text_measure (cr, C_ ("direction", "inner"), &note, &inner, NULL);
  cross = (ShPoint){ rect->x + MAX (outer, inner) + 2.0 * size, rect->y + 4.6 * size };
  /* The cross needs a free corner: the section is a circle of about 14 units. */
  if (hypot (cross.x + 2 * size - view->origin.x, cross.y + size - view->origin.y) >
      13.5 * view->unit)
    draw_cross (view, cross, text_scale, cr);
}

/** Which names are written on their structures, and where they would like to stand. */
typedef struct
{
  const char *part;
  gboolean always; /* also with few labels */
  double dx, dy;   /* from the part's middle, in landmark units */
} OnName;

static const OnName on_names[] = {
  { "tibia", TRUE, -0.2, -0.3 },
  { "soleus", TRUE, 2.9, -1.9 },
  { "gastrocnemius-inner", TRUE, -1.5, -2.3 },
  { "gastrocnemius-outer", FALSE, 1.6, -1.9 },
  { "tibialis-anterior", FALSE, 0, 0.6 },
  { "toe-extensors", FALSE, 0, 0.4 },
  { "peroneal", FALSE, 0, 0.4 },
  { "tibialis-posterior", FALSE, 0, 0.2 },
  { "toe-flexor", FALSE, 0, 0.1 },
  { "great-toe-flexor", FALSE, -0.3, 0 },
  { "popliteus", FALSE, 0, 0.2 },
};

static const char *
translated (const ShSlicePart *part, double height_u)
{
  /* The same outline is the shin bone below the joint line and the thigh bone above it. */
  if (part->info->kind == SH_SLICE_BONE && height_u > 97 && g_str_equal (part->info->name, "tibia"))
    return C_ ("slice", "Femur");
  return g_dpgettext2 (GETTEXT_PACKAGE, "slice", part->info->label);
}

/* Whether a box about @c (half sizes in landmark units) lies on the part and clear of all vessels.
 */
static gboolean
is_free (const ShSliceSection *section, const ShSlicePart *part, ShPoint c, double w, double h)
{
  /* Muscles are drawn a little larger than the sleeve that cuts them off. */
  const ShSlicePart *sleeve = sh_slice_section_part (section, "fascia");

  for (int i = 0; i < 9; i++)
    {
      double x = c.x + (i % 3 - 1) * w, y = c.y + (i / 3 - 1) * h;

      if (!sh_slice_part_holds (part, x, y) || !sh_slice_part_holds (sleeve, x, y))
        return FALSE;
    }
  for (int i = 0; i < section->n; i++)
    {
      const ShSlicePart *other = &section->part[i];
      double dx = MAX (fabs (other->centre.x - c.x) - w, 0);
      double dy = MAX (fabs (other->centre.y - c.y) - h, 0);

      if (other->info->kind < SH_SLICE_BONE)
        continue;
      /* A flattened vein is half as long again as it is wide when round. */
      if (other->info->kind >= SH_SLICE_ARTERY && hypot (dx, dy) < 1.5 * other->radius)
        return FALSE;
      if (other != part && other->info->kind == SH_SLICE_BONE &&
          hypot (dx, dy) < 0.9 * other->radius && part->info->kind != SH_SLICE_BONE)
        return FALSE;
    }
  return TRUE;
}

/* The free place nearest to where the name would like to stand. */
static gboolean
find_place (const ShSliceSection *section, const ShSlicePart *part, double w, double h, ShPoint *c)
{
  ShPoint wish = *c;

  for (double away = 0; away < 7; away += 0.5)
    for (int turn = 0; turn < (away > 0 ? 16 : 1); turn++)
      {
        c->x = wish.x + away * cos (turn * G_PI / 8);
        c->y = wish.y + away * sin (turn * G_PI / 8);
        if (is_free (section, part, *c, w, h))
          return TRUE;
      }
  return FALSE;
}

static ShTextStyle
on_style (const ShTheme *theme, gboolean bone, double text_scale)
{
  ShTextStyle style = style_of (NAME_SIZE * text_scale, 0.5, theme->bone_edge);

  style.spacing = 0.4;
  if (bone)
    return style;
  /* Pale on a dark rim reads on muscle at rest and contracted, in every palette. */
  style.color = sh_color_mix (theme->bone_light, theme->wall_light, 0.5);
  style.halo = TRUE;
  style.halo_color = sh_color_mix (theme->muscle_dark, theme->contour, 0.25);
  return style;
}

/* In one row where there is room, else one word below the other, else not at all. */
static void
draw_on_name (const ShSliceBody *view,
              const ShSliceSection *section,
              const ShSlicePart *part,
              const OnName *name,
              double text_scale,
              cairo_t *cr)
{
  const char *text = translated (part, section->height_u);
  gboolean bone = part->info->kind == SH_SLICE_BONE;
  ShTextStyle style = on_style (view->theme, bone, text_scale);
  double rise = bone && section->height_u > 97 ? 3.2 : 0; /* above the notch of the condyles */
  double width, height, narrow;

  if (part->tendon > 0.5)
    return;
  sh_text_measure (cr, text, &style, &width, &height);
  narrow = 0.62 * width;
  for (int rows = 1; rows <= 2; rows++)
    {
      ShPoint place = { part->centre.x + name->dx, part->centre.y + name->dy + rise };
      ShPoint c;

      if (rows == 2)
        {
          style.width = narrow;
          sh_text_measure (cr, text, &style, &width, &height);
          if (width > 1.02 * narrow)
            return;
        }
      if (!find_place (section, part, 0.47 * width / view->unit, 0.28 * height / view->unit,
                       &place))
        continue;
      c = sh_slice_body_map (view, place);
      sh_text_draw (cr, text, c.x, c.y - height / 2 + 1.05 * style.size, &style);
      return;
    }
}

/** A name in a corner with a line to its structure. */
typedef struct
{
  const char *part;
  gboolean always; /* also with few labels */
  double y;        /* of the text, 0 top … 1 bottom of the rectangle */
  gboolean right;  /* at the right end of the rectangle, for a right leg */
} Corner;

static const Corner corners[] = {
  { "vein.great-saphenous", TRUE, 0, TRUE },
  { "vein.small-saphenous", TRUE, 1, TRUE },
  { "vein.soleal.3", FALSE, 1, FALSE },
  { "fibula", FALSE, 0.9, FALSE },
};

/* Where a corner's text stands: its end at the rectangle's side, and its base line. */
static ShPoint
corner_place (const ShSliceBody *view,
              const Corner *corner,
              const cairo_rectangle_t *rect,
              double text_scale)
{
  double size = LABEL_SIZE * text_scale;
  double top = rect->y + 1.2 * size, bottom = rect->y + rect->height - 0.45 * size;
  gboolean right = corner->right == (view->mirror > 0);

  return (ShPoint){ right ? rect->x + rect->width - 0.2 * size : rect->x + 0.2 * size,
                    top + corner->y * (bottom - top) };
}

static ShTextStyle
corner_style (const ShSliceBody *view, const Corner *corner, gboolean vein, double text_scale)
{
  gboolean right = corner->right == (view->mirror > 0);
  ShTextStyle style = style_of (LABEL_SIZE * text_scale, right ? 1 : 0,
                                vein ? view->theme->vein_text : view->theme->text);

  style.bold = vein;
  return style;
}

static void
lay_leader (const ShSliceBody *view,
            const ShSliceSection *section,
            const ShSlicePart *part,
            const Corner *corner,
            const cairo_rectangle_t *rect,
            double text_scale,
            cairo_t *cr,
            ShSliceLeader *leader)
{
  gboolean vein = part->info->kind == SH_SLICE_VEIN;
  double size = LABEL_SIZE * text_scale;
  ShTextStyle style = corner_style (view, corner, vein, text_scale);
  ShPoint text = corner_place (view, corner, rect, text_scale);
  double away = style.align > 0.5 ? 1 : -1;
  double width;

  sh_text_measure (cr, translated (part, section->height_u), &style, &width, NULL);
  leader->tip = sh_slice_body_map (view, part->centre);
  leader->dot = !vein;
  /* In the lowest row the line leaves the text at its side, else above or below it. */
  if (corner->y >= 1)
    {
      leader->start = (ShPoint){ text.x - away * (width + 0.5 * size), text.y - 0.33 * size };
      leader->bend = (ShPoint){ leader->start.x - away * 0.8 * size, leader->start.y };
      return;
    }
  leader->start.x = text.x - away * 0.4 * width;
  leader->start.y = corner->y > 0.5 ? text.y - 0.95 * size : text.y + 0.4 * size;
  leader->bend = leader->start;
}

static gboolean
is_named (const Corner *corner, const ShSlicePart *part, ShLabels labels)
{
  return part != NULL && part->alpha > 0.6 && labels != SH_LABELS_NONE &&
         (labels == SH_LABELS_ALL || corner->always);
}

/* Whether the names of both lower corners would come close to each other. */
static gboolean
is_crowded (const ShSliceSection *section,
            const cairo_rectangle_t *rect,
            double text_scale,
            cairo_t *cr)
{
  ShTextStyle style = { .size = LABEL_SIZE * text_scale, .bold = TRUE };
  double sum = 6 * style.size;

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, corners[i].part);
      double width = 0;

      if (part != NULL && corners[i].y >= 1)
        sh_text_measure (cr, translated (part, section->height_u), &style, &width, NULL);
      sum += width;
    }
  return sum > rect->width;
}

void
sh_slice_labels_lay_leaders (const ShSliceBody *view,
                             const ShSliceSection *section,
                             const cairo_rectangle_t *rect,
                             ShLabels labels,
                             double text_scale,
                             ShSliceLeaders *leaders)
{
  cairo_surface_t *scratch = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (scratch);

  *leaders = (ShSliceLeaders){ 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, corners[i].part);

      if (!is_named (&corners[i], part, labels) ||
          (!corners[i].always && is_crowded (section, rect, text_scale, cr)))
        continue;
      leaders->names |= 1U << i;
      lay_leader (view, section, part, &corners[i], rect, text_scale, cr,
                  &leaders->leader[leaders->n++]);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (scratch);
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
      cairo_set_line_width (cr, pass == 0 ? 2.6 : 0.95);
      cairo_stroke (cr);
    }
  for (int i = 0; i < leaders->n; i++)
    if (leaders->leader[i].dot)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, leaders->leader[i].tip.x, leaders->leader[i].tip.y, 2.4, 0, 2 * G_PI);
      }
  sh_set_color (cr, theme->text, 1);
  cairo_fill (cr);
}

void
sh_slice_labels_draw_names (const ShSliceBody *view,
                            const ShSliceSection *section,
                            ShLabels labels,
                            double text_scale,
                            cairo_t *cr)
{
  if (labels == SH_LABELS_NONE || view->quick)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (on_names); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, on_names[i].part);

      if (part != NULL && part->alpha > 0.6 && (labels == SH_LABELS_ALL || on_names[i].always))
        draw_on_name (view, section, part, &on_names[i], text_scale, cr);
    }
}

void
sh_slice_labels_draw_still (const ShSliceBody *view,
                            const ShSliceSection *section,
                            const ShSliceLeaders *leaders,
                            const cairo_rectangle_t *rect,
                            ShLabels labels,
                            double text_scale,
                            cairo_t *cr)
{
  if (labels == SH_LABELS_NONE)
    return;
  draw_title (view, rect, text_scale, cr);
  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, corners[i].part);

      if (part != NULL && (leaders->names & 1U << i) != 0)
        {
          ShTextStyle style =
              corner_style (view, &corners[i], part->info->kind == SH_SLICE_VEIN, text_scale);
          ShPoint place = corner_place (view, &corners[i], rect, text_scale);

          sh_text_draw (cr, translated (part, section->height_u), place.x, place.y, &style);
        }
    }
}
