/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leg-contour.h"

#include <math.h>

#include "sh-blood-look.h"

#define N_SKIN 300
/* Walking keeps the ankle near 25 mmHg, standing still brings it to 80-100 (anchors A1, A2);
 * calibrated by eye. */
#define RELIEF_FROM_MMHG 40.0
#define RELIEF_FULL_MMHG 85.0
/* Height of the largest ridge in plate units: 3 mm, drawn as much larger than life as veins are. */
#define RIDGE_HEIGHT 8.0
/* A ridge as high as this has all of its edge; it reaches this far under the edge of the skin. */
#define RIDGE_WHOLE 2.5
#define UNDER_EDGE 3.5
/* A leg that has swollen by less than this part of the most has its old outline too near. */
#define GHOST_FROM 0.04
/* The outline swells below this height only, and down to this one, in plate units. */
#define SWELL_TOP 480.0
#define SWELL_BOTTOM 1500.0
#define DASH 3
/* Pieces of a branch over the toe. */
#define TOE_STEPS 10

/** Where ridges stand: between two heights on the back or the front of the outline. */
typedef struct
{
  gboolean back;
  double top, bottom; /* plate Y */
  double height;      /* of the highest ridge, of the largest */
  double waves;
} Stretch;

/* Over the small saphenous vein on the calf, over the great one at the ankle, and over the arch of
 * veins on the back of the foot. */
static const Stretch stretches[] = {
  { TRUE, 640, 1090, 1.0, 3 },
  { FALSE, 1130, 1330, 0.7, 2 },
  { FALSE, 1345, 1460, 0.85, 2 },
};
#define N_STRETCHES ((int) G_N_ELEMENTS (stretches))

struct _ShLegContour
{
  ShCurve *rest;
  ShCurve *moved;
  int from[N_STRETCHES], to[N_STRETCHES];
};

static void
find_stretch (ShLegContour *contour, int k)
{
  const ShCurve *skin = contour->rest;

  contour->from[k] = -1;
  for (int i = 0; i < skin->n; i++)
    {
      ShPoint p = skin->point[i];
      /* The outline runs down the back, along the sole and up in front. */
      gboolean back = i < skin->n / 2 && p.x > 700;
      gboolean front = i > skin->n / 2 && p.x < 640;

      if (!(stretches[k].back ? back : front) || p.y < stretches[k].top ||
          p.y > stretches[k].bottom)
        continue;
      if (contour->from[k] < 0)
        contour->from[k] = i;
      contour->to[k] = i;
    }
}

ShLegContour *
sh_leg_contour_new (ShArt *art)
{
  ShLegContour *contour = g_new0 (ShLegContour, 1);

  contour->rest = sh_curve_resample (sh_art_curve (art, "silhouette"), N_SKIN);
  contour->moved = sh_curve_copy (contour->rest);
  for (int k = 0; k < N_STRETCHES; k++)
    find_stretch (contour, k);
  return contour;
}

void
sh_leg_contour_free (ShLegContour *contour)
{
  sh_curve_free (contour->rest);
  sh_curve_free (contour->moved);
  g_free (contour);
}

double
sh_leg_contour_relief (const ShFrame *frame)
{
  return sh_smooth_step (RELIEF_FROM_MMHG, RELIEF_FULL_MMHG, frame->ankle_minutes_mmhg);
}

static void
move_to_pose (ShLegContour *contour, const ShRig *rig)
{
  for (int i = 0; i < contour->rest->n; i++)
    contour->moved->point[i] = sh_rig_map (rig, contour->rest->point[i], SH_RIG_SKIN);
  sh_curve_update (contour->moved);
}

/* Ridges of unequal height that run out at both ends. */
static double
ridge_at (const Stretch *stretch, double t, double relief)
{
  double wave = 0.5 - 0.5 * cos (2 * G_PI * stretch->waves * t);
  double uneven = 0.75 + 0.25 * sin (5.1 * t + stretch->top);

  return RIDGE_HEIGHT * relief * stretch->height * uneven * (0.35 + 0.65 * wave) * sin (G_PI * t);
}

/* Appends the strip between two parts of the ridge's height, the outer one grown by @edge; below 0
 * is a little under the edge of the skin. Where a ridge runs out, so does all of this. */
static void
ridge_strip (const ShLegContour *contour,
             int k,
             double relief,
             double inner,
             double outer,
             double edge,
             cairo_t *cr)
{
  int n = contour->to[k] - contour->from[k];

  cairo_new_sub_path (cr);
  for (int i = -n; i <= n; i++)
    {
      int at = n - ABS (i);
      ShPoint p = contour->moved->point[contour->from[k] + at];
      ShPoint normal = contour->moved->normal[contour->from[k] + at];
      double ridge = ridge_at (&stretches[k], (double) at / n, relief);
      double whole = MIN (1.0, ridge / RIDGE_WHOLE);
      double high = i < 0       ? outer * ridge + edge * whole
                    : inner < 0 ? -UNDER_EDGE * whole
                                : inner * ridge;

      cairo_line_to (cr, p.x - high * normal.x, p.y - high * normal.y);
    }
  cairo_close_path (cr);
}

/* The skin lifted by veins: its edge goes along, blue shines through it, light falls on its top.
 * Filled shapes: strokes cost three times as much. */
static void
draw_ridges (const ShLegContour *contour, cairo_t *cr, const ShTheme *theme, double relief)
{
  static const double inner[] = { -1, -1, 0.4 }, outer[] = { 1, 1, 0.72 };
  const double edge[] = { 1.5, 0, 0 };
  const ShColor colors[] = {
    sh_color_mix (theme->skin_edge, theme->blood_surface_dark, 0.25),
    sh_color_mix (theme->skin, theme->blood_surface, 0.1 * MIN (1, 2 * relief)),
    sh_color_mix (theme->skin_light, theme->blood_surface_light, 0.12),
  };

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (int layer = 0; layer < 3; layer++)
    {
      cairo_new_path (cr);
      for (int k = 0; k < N_STRETCHES; k++)
        ridge_strip (contour, k, relief, inner[layer], outer[layer], edge[layer], cr);
      sh_set_color (cr, colors[layer], 1);
      cairo_fill (cr);
    }
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

/* One branch of the toe's vein: a soft line that grows thin toward its end. */
static void
toe_branch (cairo_t *cr, const ShPoint p[4], double width)
{
  for (int i = -TOE_STEPS; i <= TOE_STEPS; i++)
    {
      double t = 1.0 - (double) ABS (i) / TOE_STEPS, u = 1 - t;
      double side = (i < 0 ? -0.5 : 0.5) * width * pow (u, 0.7);
      double b[4] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };

      /* The branches run nearly level, so that up and down is across. */
      cairo_line_to (cr, b[0] * p[0].x + b[1] * p[1].x + b[2] * p[2].x + b[3] * p[3].x,
                     b[0] * p[0].y + b[1] * p[1].y + b[2] * p[2].y + b[3] * p[3].y + side);
    }
  cairo_close_path (cr);
}

/* A vein that branches over the great toe, whose skin is whole. */
static void
draw_toe_vein (cairo_t *cr, const ShTheme *theme, const ShRig *rig, double relief)
{
  static const ShPoint ways[][4] = {
    { { 339, 1479 }, { 322, 1484 }, { 304, 1489 }, { 272, 1500 } },
    { { 322, 1484 }, { 309, 1491 }, { 302, 1502 }, { 279, 1512 } },
  };
  const double widths[] = { 8.5, 6.0 };

  for (int layer = 0; layer < 3; layer++)
    {
      cairo_new_path (cr);
      for (gsize k = 0; k < G_N_ELEMENTS (ways); k++)
        {
          ShPoint p[4];

          for (int i = 0; i < 4; i++)
            p[i] = sh_rig_map (rig, ways[k][i], SH_RIG_SKIN);
          toe_branch (cr, p, widths[k] - 2.2 * layer);
        }
      sh_set_color (cr, theme->blood_surface, 0.13 * relief);
      cairo_fill (cr);
    }
}

/* From which point of the outline to which one the leg swells. */
static void
swollen_range (const ShLegContour *contour, int *from, int *to)
{
  *from = *to = -1;
  for (int i = 0; i < contour->rest->n; i++)
    if (contour->rest->point[i].y > SWELL_TOP)
      {
        *from = *from < 0 ? i : *from;
        *to = i;
      }
}

ShColor
sh_leg_contour_water (const ShTheme *theme)
{
  return sh_color_mix (theme->cartilage, theme->blood_surface_light, 0.6);
}

/* What the water has added: a pale band between the skin's edge and where it was before. */
static void
draw_water (ShLegContour *contour, cairo_t *cr, const ShTheme *theme, const ShRig *rig)
{
  ShColor water = sh_leg_contour_water (theme);
  int from, to;

  swollen_range (contour, &from, &to);
  cairo_new_path (cr);
  for (int i = from; i <= to; i++)
    {
      ShPoint p = sh_rig_map (rig, contour->rest->point[i], SH_RIG_SKIN);

      cairo_line_to (cr, p.x, p.y);
    }
  for (int i = to; i >= from; i--)
    cairo_line_to (cr, contour->moved->point[i].x, contour->moved->point[i].y);
  cairo_close_path (cr);
  sh_set_color (cr, water, SH_LEG_WATER_ALPHA);
  cairo_fill (cr);
}

/* The outline that the leg would have without its water, as dashes. */
static void
dash_path (const ShLegContour *contour, cairo_t *cr)
{
  cairo_new_path (cr);
  for (int i = 0; i + DASH < contour->moved->n; i += DASH + 2)
    if (contour->rest->point[i].y > SWELL_TOP && contour->rest->point[i].y < SWELL_BOTTOM)
      for (int j = 0; j <= DASH; j++)
        {
          ShPoint p = contour->moved->point[i + j];

          if (j == 0)
            cairo_move_to (cr, p.x, p.y);
          else
            cairo_line_to (cr, p.x, p.y);
        }
}

static void
draw_ghost (
    ShLegContour *contour, cairo_t *cr, const ShTheme *theme, const ShRig *rig, double pixel)
{
  ShBodyPose pose = rig->pose;
  double strength = sh_smooth_step (0, 3 * GHOST_FROM, rig->pose.swelling);
  ShRig before;

  pose.swelling = 0;
  move_to_pose (contour, sh_rig_init (&before, &pose));
  draw_water (contour, cr, theme, rig);
  dash_path (contour, cr);
  cairo_set_line_width (cr, 1.8 * pixel);
  sh_set_color (cr, theme->outline, 0.9 * strength);
  cairo_stroke (cr);
}

void
sh_leg_contour_draw (ShLegContour *contour,
                     cairo_t *cr,
                     const ShTheme *theme,
                     const ShRig *rig,
                     double relief,
                     double pixel)
{
  if (relief > 0)
    {
      move_to_pose (contour, rig);
      draw_ridges (contour, cr, theme, relief);
      draw_toe_vein (cr, theme, rig, relief);
    }
  if (rig->pose.swelling > GHOST_FROM)
    draw_ghost (contour, cr, theme, rig, pixel);
}
