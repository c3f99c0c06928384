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

void
sh_slice_labels_draw_still (const ShSliceBody *view,
                            const cairo_rectangle_t *rect,
                            ShLabels labels,
                            double text_scale,
                            cairo_t *cr)
{
  double size = NOTE_SIZE * text_scale;
  ShTextStyle note = style_of (size, 0, view->theme->text_quiet);
  ShTextStyle name = style_of (LABEL_SIZE * text_scale, 0, view->theme->vein_text);
  const char *title = C_ ("slice", "Cut across, seen from below");
  double outer, inner, wide, corner;
  ShPoint cross;

  if (labels == SH_LABELS_NONE)
    return;
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

/** Which names are written where. */
typedef struct
{
  const char *part;
  gboolean always; /* also with few labels */
  double dx, dy;   /* from the part's middle, in landmark units */
  double room_u;   /* width of the place, in landmark units */
} OnName;

static const OnName on_names[] = {
  { "tibia", TRUE, -0.2, -0.3, 5 },
  { "soleus", TRUE, 2.9, -1.9, 5 },
  { "gastrocnemius-inner", TRUE, -1.5, -2.3, 7 },
  { "gastrocnemius-outer", FALSE, 1.6, -1.9, 7 },
  { "tibialis-anterior", FALSE, 0, 0.6, 4.2 },
  { "toe-extensors", FALSE, 0, 0.4, 3.6 },
  { "peroneal", FALSE, 0, 0.4, 3.2 },
  { "tibialis-posterior", FALSE, 0, 0.2, 5.6 },
  { "toe-flexor", FALSE, 0, 0.1, 4.2 },
  { "great-toe-flexor", FALSE, -0.3, 0, 4.8 },
  { "popliteus", FALSE, 0, 0.2, 6 },
};

static const char *
translated (const ShSlicePart *part, double height_u)
{
  /* The same outline is the shin bone below the joint line and the thigh bone above it. */
  if (part->info->kind == SH_SLICE_BONE && height_u > 97 && g_str_equal (part->info->name, "tibia"))
    return C_ ("slice", "Femur");
  return g_dpgettext2 (GETTEXT_PACKAGE, "slice", part->info->label);
}

/* The spread of a part around its middle, so that names are left out where they do not fit. */
static double
part_width (const ShSlicePart *part)
{
  double low = 1e9, high = -1e9;

  for (int i = 0; i < part->n; i++)
    {
      low = MIN (low, part->point[i].x);
      high = MAX (high, part->point[i].x);
    }
  return high - low;
}

static void
draw_on_name (const ShSliceBody *view,
              const ShSlicePart *part,
              const OnName *name,
              double height_u,
              double text_scale,
              cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  gboolean bone = part->info->kind == SH_SLICE_BONE;
  ShTextStyle style =
      style_of (NAME_SIZE * text_scale, 0.5,
                bone ? theme->bone_edge : sh_color_mix (theme->muscle_dark, theme->text, 0.8));
  double rise = bone && height_u > 97 ? 3.2 : 0; /* above the notch between the condyles */
  ShPoint c = sh_slice_body_map (
      view, (ShPoint){ part->centre.x + name->dx, part->centre.y + name->dy + rise });
  double width, height, room = MIN (name->room_u, 0.95 * part_width (part)) * view->unit;

  /* Dark rooms have dark muscles: there the name is light. */
  if (!bone && sh_color_contrast (theme->text, theme->muscle) > 4.5)
    style.color = theme->text;
  style.halo = !bone;
  style.halo_color = sh_color_contrast (theme->text, theme->muscle) > 4.5 ? theme->muscle_dark
                                                                          : theme->muscle_light;
  style.spacing = 0.4;
  sh_text_measure (cr, translated (part, height_u), &style, &width, &height);
  if (width > room)
    {
      style.width = room;
      sh_text_measure (cr, translated (part, height_u), &style, &width, &height);
    }
  if (width > room * 1.02 || height > 3.2 * style.size || part->tendon > 0.5)
    return;
  sh_text_draw (cr, translated (part, height_u), c.x, c.y - height / 2 + 1.05 * style.size, &style);
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

static void
draw_leader (const ShSliceBody *view,
             const ShSlicePart *part,
             const Corner *corner,
             const cairo_rectangle_t *rect,
             double height_u,
             double text_scale,
             cairo_t *cr)
{
  const ShTheme *theme = view->theme;
  gboolean vein = part->info->kind == SH_SLICE_VEIN;
  gboolean right = corner->right == (view->mirror > 0);
  double size = LABEL_SIZE * text_scale;
  ShTextStyle style = style_of (size, right ? 1 : 0, vein ? theme->vein_text : theme->text);
  ShPoint c = sh_slice_body_map (view, part->centre);
  double edge = right ? rect->x + rect->width - 0.2 * size : rect->x + 0.2 * size;
  double top = rect->y + 1.2 * size, bottom = rect->y + rect->height - 0.45 * size;
  double base = top + corner->y * (bottom - top);
  double away = right ? 1 : -1;
  gboolean low = corner->y > 0.5;
  double width, length;
  ShPoint start, tip;

  style.bold = vein;
  sh_text_measure (cr, translated (part, height_u), &style, &width, NULL);
  /* In the lowest row the line leaves the text at its side, else above or below it. */
  start.x = corner->y >= 1 ? edge - away * (width + 0.5 * size) : edge - away * 0.4 * width;
  start.y = corner->y >= 1 ? base - 0.33 * size : low ? base - 0.95 * size : base + 0.4 * size;
  length = hypot (start.x - c.x, start.y - c.y);
  tip.x = c.x + (start.x - c.x) / length * part->radius * view->unit * (vein ? 0.97 : 0.3);
  tip.y = c.y + (start.y - c.y) / length * part->radius * view->unit * (vein ? 0.97 : 0.3);
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, start.x, start.y);
      if (corner->y >= 1)
        cairo_line_to (cr, start.x - away * 0.8 * size, start.y);
      cairo_line_to (cr, tip.x, tip.y);
      sh_set_color (cr, i == 0 ? theme->paper : theme->text, i == 0 ? 0.75 : 1);
      cairo_set_line_width (cr, i == 0 ? 2.6 : 0.95);
      cairo_stroke (cr);
    }
  if (!vein)
    {
      cairo_arc (cr, tip.x, tip.y, 2.4, 0, 2 * G_PI);
      sh_set_color (cr, theme->text, 1);
      cairo_fill (cr);
    }
  sh_text_draw (cr, translated (part, height_u), edge, base, &style);
}

void
sh_slice_labels_draw_over (const ShSliceBody *view,
                           const ShSliceSection *section,
                           const cairo_rectangle_t *rect,
                           ShLabels labels,
                           double text_scale,
                           cairo_t *cr)
{
  if (labels == SH_LABELS_NONE || view->quick)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, corners[i].part);

      if (part != NULL && part->alpha > 0.6 && (labels == SH_LABELS_ALL || corners[i].always))
        draw_leader (view, part, &corners[i], rect, section->height_u, text_scale, cr);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (on_names); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, on_names[i].part);

      if (part != NULL && part->alpha > 0.6 && (labels == SH_LABELS_ALL || on_names[i].always))
        draw_on_name (view, part, &on_names[i], section->height_u, text_scale, cr);
    }
}
