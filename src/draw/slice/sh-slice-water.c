/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-water.h"

#include "sh-leg-contour.h"

/* The dashes' length, gap and width in landmark units, much as in the lengthwise view. */
#define DASH_U 0.85
#define GAP_U 0.55
#define LINE_U 0.13
/* Less than this, in landmark units, is no swelling that one sees. */
#define SEEN_U 0.12

/* How far the skin at the back has gone. */
static double
stands_off (const ShSliceSection *before, const ShSliceSection *swollen)
{
  const ShSlicePart *a = sh_slice_section_part (before, "skin");
  const ShSlicePart *b = sh_slice_section_part (swollen, "skin");
  double most = 0;

  for (int i = 0; a != NULL && b != NULL && i < MIN (a->n, b->n); i++)
    most = MAX (most, a->point[i].y - b->point[i].y);
  return most;
}

static void
skin_path (const ShSliceBody *body, const ShSliceSection *section, cairo_t *cr)
{
  const ShSlicePart *skin = sh_slice_section_part (section, "skin");

  cairo_new_sub_path (cr);
  for (int i = 0; skin != NULL && i < skin->n; i++)
    {
      ShPoint at = sh_slice_body_map (body, skin->point[i]);

      cairo_line_to (cr, at.x, at.y);
    }
  cairo_close_path (cr);
}

void
sh_slice_water_draw (const ShSliceBody *body,
                     const ShSliceSection *rest,
                     const ShSliceSection *swollen,
                     double calf,
                     double shin,
                     cairo_t *cr)
{
  g_autofree ShSliceSection *before = g_memdup2 (rest, sizeof (ShSliceSection));
  const double dash[] = { DASH_U * body->unit, GAP_U * body->unit };

  sh_slice_section_pose (before, calf, shin, 0);
  if (stands_off (before, swollen) < SEEN_U)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  skin_path (body, swollen, cr);
  skin_path (body, before, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  sh_set_color (cr, sh_leg_contour_water (body->theme), SH_LEG_WATER_ALPHA);
  cairo_fill (cr);
  skin_path (body, before, cr);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, LINE_U * body->unit);
  sh_set_color (cr, body->theme->outline, 0.9);
  cairo_stroke (cr);
  cairo_restore (cr);
}
