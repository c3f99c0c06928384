/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leg-stocking.h"

#include <math.h>

/* Points round the leg; coarser than the painted skin, and fine enough for the heel. */
#define N_SKIN 600
/* The cuff ends 3.5 u below the joint line of the knee, which is at 100 u (landmark table 1). */
#define TOP_Y (1535.0 - 965.0)
/* Where the foot's opening is, behind the ball: below at -23 u, above at -20.5 u. */
#define SOLE_END_X (655.0 - 230.0)
#define INSTEP_END_X (655.0 - 205.0)
/* How thick it is drawn, in plate units: several times its true thickness of about 1 mm, and more
 * for a higher class (calibrated by eye). */
#define THICKNESS_MIN 3.4
#define THICKNESS_PER_MMHG 0.14
#define THICKEST_MMHG 60.0
#define THINNEST_PIXELS 2.4
/* What lies lower than this is the sole, higher the instep (the arch reaches 3.1 u). */
#define SOLE_Y (1535.0 - 35.0)
/* The foot stands on it: at the bottom of the sole, this much lower, it is pressed flat. */
#define PRESSED 0.6
#define PRESSED_OVER 15.0
/* The cuff is knitted double over this length. */
#define CUFF_LENGTH 34.0
#define CUFF_THICKER 1.4
/* Ends are rounded over this length. */
#define ROUNDED 9.0
/* One rib to the next, along the band, in plate units and at least in pixels. */
#define STITCH 14.0
#define STITCH_PIXELS 4.5

/* A stretch of the skin with the band on it. */
typedef struct
{
  ShCurve *rest;
  ShCurve *moved;   /* in the pose that is drawn */
  gboolean top_end; /* the cuff is at the end of the curve, not at its start */
} Band;

enum
{
  BACK,  /* from the hollow of the knee over calf and heel to the sole */
  FRONT, /* from the instep up the shin */
  N_BANDS
};

struct _ShLegStocking
{
  Band bands[N_BANDS];
};

static void
cut_band (Band *band, const ShCurve *skin, int from, int to, gboolean top_end)
{
  band->rest = sh_curve_from_points (skin->point + from, NULL, to - from, FALSE);
  band->moved = sh_curve_copy (band->rest);
  band->top_end = top_end;
}

ShLegStocking *
sh_leg_stocking_new (ShArt *art)
{
  ShLegStocking *stocking = g_new0 (ShLegStocking, 1);
  g_autoptr (ShCurve) skin = sh_curve_resample (sh_art_curve (art, "silhouette"), N_SKIN);
  int top = 0, sole, instep, end;

  /* The outline runs down the back, along the sole to the toes and up in front. */
  while (top < skin->n && skin->point[top].y < TOP_Y)
    top++;
  for (sole = top; sole < skin->n && skin->point[sole].x > SOLE_END_X;)
    sole++;
  for (instep = sole; instep < skin->n &&
                      (skin->point[instep].x < INSTEP_END_X || skin->point[instep].y > SOLE_Y);)
    instep++;
  for (end = instep; end < skin->n && skin->point[end].y > TOP_Y;)
    end++;
  cut_band (&stocking->bands[BACK], skin, top, sole, FALSE);
  cut_band (&stocking->bands[FRONT], skin, instep, end, TRUE);
  return stocking;
}

void
sh_leg_stocking_free (ShLegStocking *stocking)
{
  for (int i = 0; i < N_BANDS; i++)
    {
      sh_curve_free (stocking->bands[i].rest);
      sh_curve_free (stocking->bands[i].moved);
    }
  g_free (stocking);
}

static void
move_band (Band *band, const ShRig *rig)
{
  for (int i = 0; i < band->rest->n; i++)
    band->moved->point[i] = sh_rig_map (rig, band->rest->point[i], SH_RIG_SKIN);
  sh_curve_update (band->moved);
}

/* How far point @i is from the cuff's edge, along the band. */
static double
below_cuff (const Band *band, int i)
{
  const double *length = band->rest->length;

  return band->top_end ? length[band->rest->n - 1] - length[i] : length[i];
}

/* The thickness at point @i as a part of the full one: double at the cuff, flat under the sole,
 * rounded at both ends. */
static double
thickness_at (const Band *band, int i)
{
  double total = band->rest->length[band->rest->n - 1];
  double down = below_cuff (band, i);
  double end = MIN (MIN (down, total - down) / ROUNDED, 1);
  double pressed = CLAMP ((band->rest->point[i].y - SOLE_Y) / PRESSED_OVER, 0, 1);
  double thickness = down < CUFF_LENGTH ? CUFF_THICKER : 1;

  thickness *= 1 - (1 - PRESSED) * pressed;
  return thickness * sqrt (1 - (1 - end) * (1 - end));
}

/* The place that lies @out plate units outside the skin at point @i. */
static ShPoint
outside (const Band *band, int i, double out)
{
  ShPoint p = band->moved->point[i], n = band->moved->normal[i];

  return (ShPoint){ p.x - out * n.x, p.y - out * n.y };
}

static void
line_outside (const Band *band, int i, double out, cairo_t *cr)
{
  ShPoint p = outside (band, i, out);

  cairo_line_to (cr, p.x, p.y);
}

/* The closed strip that the band fills, grown by @edge; it reaches a little under the edge of the
 * skin. */
static void
band_path (const Band *band, double thickness, double edge, cairo_t *cr)
{
  int n = band->moved->n;

  cairo_new_sub_path (cr);
  for (int i = 0; i < n; i++)
    line_outside (band, i, thickness * thickness_at (band, i) + edge, cr);
  for (int i = n - 1; i >= 0; i--)
    line_outside (band, i, -0.8, cr);
  cairo_close_path (cr);
}

/* One rib of the knit: a slanting bar across the band, as a shape to fill, which is much faster
 * than a stroke. */
static void
stitch_path (const Band *band, int i, double deep, double width, cairo_t *cr)
{
  ShPoint a = outside (band, i, 0.08 * deep), b = outside (band, i, 0.92 * deep);
  ShPoint p = band->moved->point[i], ahead = band->moved->point[i + (band->top_end ? -1 : 1)];
  double step = MAX (hypot (ahead.x - p.x, ahead.y - p.y), 1e-3);
  ShPoint down = { (ahead.x - p.x) / step, (ahead.y - p.y) / step };
  double reach = 0.35 * deep;

  cairo_move_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x + reach * down.x, b.y + reach * down.y);
  cairo_line_to (cr, b.x + (reach + width) * down.x, b.y + (reach + width) * down.y);
  cairo_line_to (cr, a.x + width * down.x, a.y + width * down.y);
  cairo_close_path (cr);
}

static void
knit_path (const Band *band, double thickness, double pixel, cairo_t *cr)
{
  double step = band->rest->length[1];
  int every = MAX (1, (int) lround (MAX (STITCH, STITCH_PIXELS * pixel) / step));
  double width = MAX (2.6, 1.2 * pixel);

  for (int i = every; i < band->moved->n - every; i += every)
    stitch_path (band, i, thickness * thickness_at (band, i), width, cr);
}

/* The hem that parts the double cuff from the single knit. */
static void
hem_path (const Band *band, double thickness, cairo_t *cr)
{
  int n = band->moved->n;

  for (int i = 1; i < n; i++)
    if ((below_cuff (band, i) < CUFF_LENGTH) != (below_cuff (band, i - 1) < CUFF_LENGTH))
      {
        ShPoint from = outside (band, i, 0);

        cairo_move_to (cr, from.x, from.y);
        line_outside (band, i, CUFF_THICKER * thickness, cr);
      }
}

void
sh_leg_stocking_draw (ShLegStocking *stocking,
                      cairo_t *cr,
                      const ShTheme *theme,
                      const ShRig *rig,
                      double mmhg,
                      double pixel)
{
  ShColor cloth = sh_color_mix (theme->text_quiet, theme->paper_light, 0.25);
  ShColor edge = sh_color_mix (cloth, theme->contour, 0.5);
  double thickness =
      MAX (THICKNESS_MIN + THICKNESS_PER_MMHG * MIN (mmhg, THICKEST_MMHG), THINNEST_PIXELS * pixel);

  cairo_save (cr);
  /* Fewer steps of grey, as in the textures of the body: nobody sees it, and it is twice as fast.
   */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (int i = 0; i < N_BANDS; i++)
    {
      move_band (&stocking->bands[i], rig);
      band_path (&stocking->bands[i], thickness, MAX (0.7, 0.5 * pixel), cr);
    }
  sh_set_color (cr, edge, 1);
  cairo_fill (cr);
  for (int i = 0; i < N_BANDS; i++)
    {
      band_path (&stocking->bands[i], thickness, 0, cr);
      knit_path (&stocking->bands[i], thickness, pixel, cr);
    }
  /* The ribs are holes in the cloth, through which the darker ground is seen: two fills do
   * instead of three. All are opaque, for Cairo is slow with what can be seen through. */
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  sh_set_color (cr, cloth, 1);
  cairo_fill (cr);
  for (int i = 0; i < N_BANDS; i++)
    hem_path (&stocking->bands[i], thickness, cr);
  sh_set_color (cr, edge, 1);
  cairo_set_line_width (cr, MAX (2.0, pixel));
  cairo_stroke (cr);
  cairo_restore (cr);
}
