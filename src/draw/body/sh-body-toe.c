/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-body-private.h"

/* The toe keeps its skin up to here, where it has faded away since the second place, so that one
 * looks through it into the cut; above this height the same skin belongs to the thigh. Points along
 * the edge where the cut begins. */
#define TOE_CUT_X 352.0
#define TOE_WHOLE_X 308.0
#define TOE_TOP_Y 1300.0
#define TOE_EDGE 16
/* The skin of the great toe, closed by the edge where the cut begins, in the canvas's pose. */
static ShCurve *
toe_outline (const ShCurve *skin, const ShBodyCanvas *canvas)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (ShPoint));
  ShPoint top, bottom;

  for (int i = 0; i < skin->n; i++)
    if (skin->point[i].x < TOE_CUT_X && skin->point[i].y > TOE_TOP_Y)
      g_array_append_val (points, skin->point[i]);
  bottom = g_array_index (points, ShPoint, 0);
  top = g_array_index (points, ShPoint, points->len - 1);
  for (int i = 1; i < TOE_EDGE; i++)
    {
      double t = (double) i / TOE_EDGE;
      ShPoint p = { top.x + t * (bottom.x - top.x), top.y + t * (bottom.y - top.y) };

      g_array_append_val (points, p);
    }
  for (guint i = 0; i < points->len; i++)
    {
      ShPoint *p = &g_array_index (points, ShPoint, i);

      *p = sh_rig_map (&canvas->rig, *p, SH_RIG_SKIN);
    }
  return sh_curve_from_points ((const ShPoint *) (void *) points->data, NULL, (int) points->len,
                               TRUE);
}

/* A fold of the skin through three resting points. */
static void
paint_fold (const ShBodyCanvas *canvas, const ShPoint rest[3], double alpha, double width)
{
  g_autoptr (ShCurve) fold = sh_curve_from_points (rest, NULL, 3, FALSE);
  g_autoptr (ShCurve) moved = sh_body_moved (canvas, fold, SH_RIG_SKIN);

  sh_body_stroke (canvas, moved, canvas->theme->skin_edge, alpha, width);
}

/* The light on top of the toe, brighter when water has made its skin taut. */
static void
paint_gleam (const ShBodyCanvas *canvas)
{
  static const ShPoint rest[] = { { 262, 1496 }, { 285, 1494 }, { 312, 1490 } };
  g_autoptr (ShCurve) line = sh_curve_from_points (rest, NULL, 3, FALSE);
  g_autoptr (ShCurve) moved = sh_body_moved (canvas, line, SH_RIG_SKIN);
  double swelling = canvas->rig.pose.swelling;

  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);
  for (int i = 0; i < 4; i++)
    sh_body_stroke (canvas, moved, canvas->theme->skin_light, 0.10 + 0.14 * swelling, 9 - 2 * i);
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_BUTT);
}

/* Paints what has been drawn since the group was pushed, fading from the whole skin to the cut. */
static void
fade_in (const ShBodyCanvas *canvas)
{
  const ShPoint whole = sh_rig_map (&canvas->rig, (ShPoint){ TOE_WHOLE_X, 1490 }, SH_RIG_SKIN);
  const ShPoint cut = sh_rig_map (&canvas->rig, (ShPoint){ TOE_CUT_X, 1490 }, SH_RIG_SKIN);
  cairo_pattern_t *fading = cairo_pattern_create_linear (whole.x, whole.y, cut.x, cut.y);

  cairo_pattern_add_color_stop_rgba (fading, 0, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fading, 0.5, 0, 0, 0, 0.72);
  cairo_pattern_add_color_stop_rgba (fading, 1, 0, 0, 0, 0);
  cairo_pop_group_to_source (canvas->cr);
  cairo_mask (canvas->cr, fading);
  cairo_pattern_destroy (fading);
}

/* Keeps the group as small as the toe with its shadow. */
static void
begin_group (const ShBodyCanvas *canvas, const ShCurve *toe)
{
  const double beyond = 24;
  double box[4] = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (int i = 0; i < toe->n; i++)
    {
      box[0] = MIN (box[0], toe->point[i].x);
      box[1] = MIN (box[1], toe->point[i].y);
      box[2] = MAX (box[2], toe->point[i].x);
      box[3] = MAX (box[3], toe->point[i].y);
    }
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, box[0] - beyond, box[1] - beyond, box[2] - box[0] + 2 * beyond,
                   box[3] - box[1] + 2 * beyond);
  cairo_clip (canvas->cr);
  cairo_push_group (canvas->cr);
}

static void
paint_skin (const ShCurve *skin, const ShBodyCanvas *canvas)
{
  static const ShPoint folds[][3] = {
    { { 291, 1484 }, { 288, 1489 }, { 289, 1495 } },
    { { 297, 1483 }, { 295, 1488 }, { 296, 1493 } },
    { { 301, 1522 }, { 305, 1516 }, { 303, 1509 } },
    { { 268, 1486 }, { 271, 1493 }, { 266, 1499 } },
  };
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) toe = toe_outline (skin, canvas);
  g_autoptr (ShBodyMask) mask = NULL;
  const ShBodyVolume volume = { .shade = sh_color_mix (theme->skin_edge, theme->skin, 0.25),
                                .light = theme->skin_light,
                                .shift = 5,
                                .blur = 8,
                                .shading = 0.62,
                                .lighting = 0.75,
                                .rim = 0.8 };

  if (!sh_body_sees (canvas, toe, 12))
    return;
  mask = sh_body_mask_new (canvas, toe, 24);
  begin_group (canvas, toe);
  sh_body_cast_shadow (canvas, mask, theme->shadow, 3, 1.5, 3.5, 0.5);
  sh_body_fill (canvas, toe, sh_color_mix (theme->skin, theme->skin_light, 0.25), 1);
  sh_body_model (canvas, mask, &volume, toe);
  paint_gleam (canvas);
  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    paint_fold (canvas, folds[i], i < 3 ? 0.5 : 0.3, 1.1);
  sh_body_stroke (canvas, toe, theme->skin_edge, 0.9, 1.5);
  fade_in (canvas);
  cairo_restore (canvas->cr);
}

void
sh_body_paint_toe (const ShCurve *skin, const ShCurve *nail, const ShBodyCanvas *canvas)
{
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) moved = sh_body_moved (canvas, nail, SH_RIG_SKIN);

  paint_skin (skin, canvas);
  sh_body_fill (canvas, moved, sh_color_mix (theme->skin_light, theme->bone_light, 0.6), 1);
  sh_body_stroke (canvas, moved, theme->skin_edge, 0.85, 1.1);
}
