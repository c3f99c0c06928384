/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-labels.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-text.h"

#define NAME_SIZE 12.0

static ShTextStyle
style_of (double size, double align, ShColor color)
{
  return (ShTextStyle){ .size = size, .align = align, .color = color };
}

void
sh_slice_labels_shrink (cairo_rectangle_t *room, ShLabels labels, double text_scale)
{
  double line = SH_SLICE_LABEL_SIZE * text_scale * 1.6;

  if (labels == SH_LABELS_NONE)
    return;
  room->y += line;
  room->height -= 2 * line;
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

/** The names that have their places, in landmark units: middles and half sizes. */
typedef struct
{
  int n;
  ShPoint c[G_N_ELEMENTS (on_names)];
  double w[G_N_ELEMENTS (on_names)];
  double h[G_N_ELEMENTS (on_names)];
} Taken;

/* Between two names in one row is at least this much, in landmark units. */
#define NAME_GAP_U 0.5

const char *
sh_slice_label_of (const ShSlicePart *part, double height_u)
{
  /* The same outline is the shin bone below the joint line and the thigh bone above it. */
  if (part->info->kind == SH_SLICE_BONE && height_u > 97 && g_str_equal (part->info->name, "tibia"))
    return C_ ("slice", "Femur");
  return g_dpgettext2 (GETTEXT_PACKAGE, "slice", part->info->label);
}

static gboolean
meets_name (const Taken *taken, ShPoint c, double w, double h)
{
  for (int i = 0; i < taken->n; i++)
    if (fabs (taken->c[i].x - c.x) < taken->w[i] + w + NAME_GAP_U &&
        fabs (taken->c[i].y - c.y) < taken->h[i] + h)
      return TRUE;
  return FALSE;
}

/* Whether a box about @c (half sizes in landmark units) lies on the part and clear of all vessels
 * and names. */
static gboolean
is_free (const ShSliceSection *section,
         const ShSlicePart *part,
         const Taken *taken,
         ShPoint c,
         double w,
         double h)
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
  return !meets_name (taken, c, w, h);
}

/* The free place nearest to where the name would like to stand. */
static gboolean
find_place (const ShSliceSection *section,
            const ShSlicePart *part,
            const Taken *taken,
            double w,
            double h,
            ShPoint *c)
{
  ShPoint wish = *c;

  for (double away = 0; away < 7; away += 0.5)
    for (int turn = 0; turn < (away > 0 ? 16 : 1); turn++)
      {
        c->x = wish.x + away * cos (turn * G_PI / 8);
        c->y = wish.y + away * sin (turn * G_PI / 8);
        if (is_free (section, part, taken, *c, w, h))
          return TRUE;
      }
  return FALSE;
}

static ShTextStyle
on_style (const ShTheme *theme, gboolean bone, double text_scale)
{
  ShTextStyle style = style_of (NAME_SIZE * text_scale, 0.5, theme->bone_edge);

  style.spacing = 0.4;
  style.halo = TRUE;
  /* Marrow is darker than the bone around it. */
  style.halo_color = theme->bone;
  if (bone)
    return style;
  /* Pale on a dark rim reads on muscle at rest and contracted, in every palette. */
  style.color = sh_color_mix (theme->bone_light, theme->wall_light, 0.5);
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
              Taken *taken,
              cairo_t *cr)
{
  const char *text = sh_slice_label_of (part, section->height_u);
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
      double w, h;
      ShPoint c;

      if (rows == 2)
        {
          style.width = narrow;
          sh_text_measure (cr, text, &style, &width, &height);
          if (width > 1.02 * narrow)
            return;
        }
      w = 0.47 * width / view->unit;
      h = 0.28 * height / view->unit;
      if (!find_place (section, part, taken, w, h, &place))
        continue;
      taken->c[taken->n] = place;
      taken->w[taken->n] = w;
      taken->h[taken->n++] = h;
      c = sh_slice_body_map (view, place);
      sh_text_draw (cr, text, c.x, c.y - height / 2 + 1.05 * style.size, &style);
      return;
    }
}

void
sh_slice_labels_draw_names (const ShSliceBody *view,
                            const ShSliceSection *section,
                            ShLabels labels,
                            double text_scale,
                            cairo_t *cr)
{
  Taken taken = { 0 };

  if (labels == SH_LABELS_NONE || view->quick)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (on_names); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, on_names[i].part);

      if (part != NULL && part->alpha > 0.6 && (labels == SH_LABELS_ALL || on_names[i].always))
        draw_on_name (view, section, part, &on_names[i], text_scale, &taken, cr);
    }
}
