/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-body-private.h"

/* Points of one edge of a belly; enough for a smooth outline at four times the plate's size. */
#define N_EDGE 96
/* Points along one fibre. */
#define N_FIBRE 9

typedef struct
{
  const char *name;
  double slant;            /* how much lower a fibre ends at the back edge than it starts at the
                              front, as a part of the length (landmark table, section 4) */
  double slant_contracted; /* C4 */
  int fibres;
  int bands;
  double blur;       /* roundness, plate units */
  double shift;      /* the same */
  double tint;       /* lighter (+) or darker (-) than the palette's muscle */
  double top;        /* how far the rounded ends reach beyond the edges, in widths */
  double tendon_top; /* from here up and from there down the belly pales into its tendon, 0…1 */
  double tendon_bottom;
  double shadow_x; /* the shadow on the neighbour, plate units */
} MuscleInfo;

/* Order of painting: what comes later lies in front. */
enum
{
  QUADRICEPS,
  ADDUCTOR,
  HAMSTRINGS,
  DEEP_FLEXORS,
  SOLEUS,
  GASTROCNEMIUS,
  TIBIALIS_ANTERIOR,
  SOLE,
  N_MUSCLES
};

static const MuscleInfo infos[N_MUSCLES] = {
  [QUADRICEPS] = { "quadriceps", 0.18, 0.18, 190, 24, 11, 6, 0, 0.15, -1, 0.9, 0 },
  [ADDUCTOR] = { "adductor", -0.12, -0.12, 130, 16, 10, 6, -0.10, 0.5, -1, 0.85, 0 },
  [HAMSTRINGS] = { "hamstrings", 0.14, 0.14, 150, 18, 10, 6, 0, 0.6, -1, 0.8, -4 },
  [DEEP_FLEXORS] = { "deep-flexors", 0.10, 0.10, 240, 24, 9, 6, -0.14, 0.4, 0.04, 0.86, 0 },
  [SOLEUS] = { "soleus", 0.15, 0.23, 380, 34, 11, 6, -0.03, 0.5, 0.03, 0.93, 4 },
  [GASTROCNEMIUS] = { "gastrocnemius", -0.17, -0.26, 340, 30, 11, 7, 0.10, 0.6, 0.07, 0.93, -4 },
  [TIBIALIS_ANTERIOR] = { "tibialis-anterior", 0.10, 0.12, 130, 16, 6, 3, 0, 0.7, -1, 0.86, 0 },
  [SOLE] = { "sole", 0.12, 0.12, 100, 14, 5, 3, -0.04, 0.5, 0.06, 0.9, 0 },
};

typedef struct
{
  const char *name;
  int fibres;
  ShRigPart part;
  double top; /* how far the ends reach beyond the edges, in widths */
  double bottom;
  double shading;
} TendonInfo;

enum
{
  ACHILLES,
  TENDON_TIBIALIS,
  TENDON_QUADRICEPS,
  TENDON_PATELLAR,
  N_TENDONS
};

static const TendonInfo tendon_infos[N_TENDONS] = {
  [ACHILLES] = { "achilles", 46, SH_RIG_TENDON, 6, 0.5, 0.5 },
  [TENDON_TIBIALIS] = { "tibialis-anterior", 20, SH_RIG_TENDON, 9, 0.6, 0.34 },
  [TENDON_QUADRICEPS] = { "quadriceps", 30, SH_RIG_SHANK, 3, 0.3, 0.5 },
  [TENDON_PATELLAR] = { "patellar", 24, SH_RIG_SHANK, 0.4, 2.2, 0.45 },
};

typedef struct
{
  ShCurve *front, *back;
  ShCurve *front_contracted, *back_contracted; /* NULL when the belly keeps its shape */
  ShCurve *rest;                               /* outline */
  GArray *fibres;
  GArray *clefts;
  GArray *bands; /* ShFibre: @at and @width as parts of the length */
} Muscle;

typedef struct
{
  ShCurve *front, *back;
  GArray *fibres;
} Tendon;

struct _ShBodyMuscles
{
  Muscle muscle[N_MUSCLES];
  Tendon tendon[N_TENDONS];
  ShCurve *seam;
};

static ShCurve *
edge (const ShArt *art, const char *family, const char *name, const char *side)
{
  g_autofree char *id = g_strconcat (family, ".", name, ".", side, NULL);
  const ShCurve *curve = sh_art_curve (art, id);

  return curve ? sh_curve_resample (curve, N_EDGE) : NULL;
}

/* Broad stripes of alternating tone: bundles of fibres. */
static GArray *
make_bands (guint32 seed, int n)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (ShFibre));
  ShChance chance;
  double at = -0.25;

  sh_chance_init (&chance, seed);
  while (at < 1.25)
    {
      ShFibre band = { .at = at, .from = 0, .to = 1 };

      band.width = sh_chance_between (&chance, 0.6, 1.4) / n;
      band.tone = (ShTone) sh_chance_pick (&chance, SH_N_TONES);
      g_array_append_val (bands, band);
      at += band.width * sh_chance_between (&chance, 0.85, 1.15);
    }
  return bands;
}

ShBodyMuscles *
sh_body_muscles_new (const ShArt *art)
{
  ShBodyMuscles *muscles = g_new0 (ShBodyMuscles, 1);

  for (int i = 0; i < N_MUSCLES; i++)
    {
      Muscle *muscle = &muscles->muscle[i];
      const MuscleInfo *info = &infos[i];
      guint32 seed = 100 + 10 * (guint32) i;

      muscle->front = edge (art, "muscle", info->name, "front");
      muscle->back = edge (art, "muscle", info->name, "back");
      muscle->front_contracted = edge (art, "muscle", info->name, "front.contracted");
      muscle->back_contracted = edge (art, "muscle", info->name, "back.contracted");
      muscle->rest = sh_body_between (muscle->front, muscle->back, 0, 0);
      muscle->fibres = sh_texture_fibres (seed, info->fibres, -0.2, 1.2, 0.7, 1.7);
      muscle->clefts = sh_texture_fibres (seed + 1, info->bands, -0.2, 1.2, 1.4, 2.6);
      muscle->bands = make_bands (seed + 2, info->bands);
    }
  for (int i = 0; i < N_TENDONS; i++)
    {
      Tendon *tendon = &muscles->tendon[i];

      tendon->front = edge (art, "tendon", tendon_infos[i].name, "front");
      tendon->back = edge (art, "tendon", tendon_infos[i].name, "back");
      tendon->fibres =
          sh_texture_fibres (300 + (guint32) i, tendon_infos[i].fibres, 0.06, 0.94, 0.7, 1.5);
    }
  muscles->seam = sh_curve_resample (sh_art_curve (art, "seam"), N_EDGE);
  return muscles;
}

void
sh_body_muscles_free (ShBodyMuscles *muscles)
{
  if (muscles == NULL)
    return;
  for (int i = 0; i < N_MUSCLES; i++)
    {
      Muscle *muscle = &muscles->muscle[i];

      sh_curve_free (muscle->front);
      sh_curve_free (muscle->back);
      sh_curve_free (muscle->front_contracted);
      sh_curve_free (muscle->back_contracted);
      sh_curve_free (muscle->rest);
      g_array_unref (muscle->fibres);
      g_array_unref (muscle->clefts);
      g_array_unref (muscle->bands);
    }
  for (int i = 0; i < N_TENDONS; i++)
    {
      sh_curve_free (muscles->tendon[i].front);
      sh_curve_free (muscles->tendon[i].back);
      g_array_unref (muscles->tendon[i].fibres);
    }
  sh_curve_free (muscles->seam);
  g_free (muscles);
}

/* R11: beyond 20 degrees of heel rise the lower ends go up by another 2 units. */
static double
tip_rise (const ShBodyCanvas *canvas)
{
  double t = CLAMP ((canvas->rig.pose.heel_lift_deg - 20) / 10, 0, 1);

  return 20 * t * t * (3 - 2 * t) * canvas->rig.pose.calf;
}

/* One edge in the canvas's pose, in plate coordinates. */
static ShCurve *
posed_edge (const ShBodyCanvas *canvas, const ShCurve *rest, const ShCurve *contracted)
{
  ShCurve *curve = sh_curve_copy (rest);
  double calf = canvas->rig.pose.calf;
  double rise = tip_rise (canvas);

  for (int i = 0; i < curve->n; i++)
    {
      double t = (double) i / (curve->n - 1);

      if (contracted)
        {
          curve->point[i].x += calf * (contracted->point[i].x - rest->point[i].x);
          curve->point[i].y += calf * (contracted->point[i].y - rest->point[i].y);
          curve->point[i].y -= rise * t * t;
        }
      curve->point[i] = sh_rig_map (&canvas->rig, curve->point[i], SH_RIG_TISSUE);
    }
  sh_curve_update (curve);
  return curve;
}

/* C7: the muscle at the front of the shin thickens by a fifth toward the skin. */
static void
thicken (ShCurve *front, const ShCurve *back, double amount)
{
  for (int i = 0; i < front->n; i++)
    {
      front->point[i].x += amount * (front->point[i].x - back->point[i].x);
      front->point[i].y += amount * (front->point[i].y - back->point[i].y);
    }
  sh_curve_update (front);
}

static ShPoint
edge_at (const ShCurve *curve, double t)
{
  double position = CLAMP (t, 0, 1) * (curve->n - 1);
  int i = MIN ((int) position, curve->n - 2);
  double mix = position - i;
  ShPoint a = curve->point[i], b = curve->point[i + 1];

  return (ShPoint){ a.x + (b.x - a.x) * mix, a.y + (b.y - a.y) * mix };
}

/* The place @across of the way along a fibre that starts at @t of the front edge. Fibres sag a
 * little; sets @inside when the place lies on the belly. */
static ShPoint
fibre_place (const ShCurve *front,
             const ShCurve *back,
             double t,
             double slant,
             double across,
             gboolean *inside)
{
  double u = t + slant * (across + 0.06 * sin (2 * G_PI * across));
  ShPoint a = edge_at (front, u), b = edge_at (back, u);

  *inside = u >= 0 && u <= 1;
  return (ShPoint){ a.x + (b.x - a.x) * across, a.y + (b.y - a.y) * across };
}

static void
fibre_path (const ShBodyCanvas *canvas,
            const ShFibre *fibre,
            const ShCurve *front,
            const ShCurve *back,
            double slant)
{
  ShPoint points[N_FIBRE];
  int n = 0;

  for (int i = 0; i < N_FIBRE; i++)
    {
      double across = fibre->from + (fibre->to - fibre->from) * i / (N_FIBRE - 1);
      gboolean inside;
      ShPoint p = fibre_place (front, back, fibre->at, slant, across, &inside);

      if (inside)
        points[n++] = p;
      else if (n > 0)
        break;
    }
  if (n >= 3 && sh_body_sees_stroke (canvas, points, n))
    sh_texture_sliver (canvas->cr, points, n, fibre->width);
}

static void
band_path (const ShBodyCanvas *canvas,
           const ShFibre *band,
           const ShCurve *front,
           const ShCurve *back,
           double slant)
{
  gboolean inside;

  cairo_new_sub_path (canvas->cr);
  for (int k = 0; k < 2 * N_FIBRE; k++)
    {
      int i = k < N_FIBRE ? k : 2 * N_FIBRE - 1 - k;
      double t = k < N_FIBRE ? band->at : band->at + band->width;
      ShPoint p = fibre_place (front, back, t, slant, (double) i / (N_FIBRE - 1), &inside);

      cairo_line_to (canvas->cr, p.x, p.y);
    }
  cairo_close_path (canvas->cr);
}

typedef void (*PathFunc) (const ShBodyCanvas *canvas,
                          const ShFibre *fibre,
                          const ShCurve *front,
                          const ShCurve *back,
                          double slant);

/* All strokes of one tone in one fill. */
static void
paint_strokes (const ShBodyCanvas *canvas,
               const GArray *strokes,
               const ShCurve *front,
               const ShCurve *back,
               double slant,
               const ShColor colors[SH_N_TONES],
               const double alphas[SH_N_TONES],
               PathFunc path)
{
  sh_body_begin_texture (canvas);
  for (int tone = 0; tone < SH_N_TONES; tone++)
    {
      cairo_new_path (canvas->cr);
      for (guint i = 0; i < strokes->len; i++)
        {
          const ShFibre *fibre = &g_array_index (strokes, ShFibre, i);

          if ((int) fibre->tone == tone)
            path (canvas, fibre, front, back, slant);
        }
      sh_set_color (canvas->cr, colors[tone], alphas[tone]);
      cairo_fill (canvas->cr);
    }
  sh_body_end_texture (canvas);
}

/* The belly pales into its tendon at its ends. */
static void
paint_ends (const ShBodyCanvas *canvas,
            const MuscleInfo *info,
            const ShCurve *outline,
            const ShCurve *front,
            const ShCurve *back)
{
  const struct
  {
    double from, to;
  } ends[] = { { info->tendon_top, 0 }, { info->tendon_bottom, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      ShPoint a = edge_at (front, ends[i].from), b = edge_at (back, ends[i].from);
      ShPoint c = edge_at (front, ends[i].to), d = edge_at (back, ends[i].to);
      cairo_pattern_t *pattern;
      ShColor color = canvas->theme->tendon;

      if (ends[i].from < 0)
        continue;
      pattern = cairo_pattern_create_linear ((a.x + b.x) / 2, (a.y + b.y) / 2, (c.x + d.x) / 2,
                                             (c.y + d.y) / 2);
      cairo_pattern_add_color_stop_rgba (pattern, 0, color.r, color.g, color.b, 0);
      cairo_pattern_add_color_stop_rgba (pattern, 1, color.r, color.g, color.b, 0.75);
      sh_curve_path (outline, canvas->cr);
      cairo_set_source (canvas->cr, pattern);
      cairo_fill (canvas->cr);
      cairo_pattern_destroy (pattern);
    }
}

static void
paint_texture (const ShBodyCanvas *canvas,
               const Muscle *muscle,
               const ShCurve *front,
               const ShCurve *back,
               double slant)
{
  const ShTheme *theme = canvas->theme;
  const ShColor colors[SH_N_TONES] = { theme->muscle_dark, theme->muscle_dark, theme->muscle_light,
                                       theme->muscle_light };
  const ShColor dark[SH_N_TONES] = { theme->muscle_dark, theme->muscle_dark, theme->muscle_dark,
                                     theme->muscle_dark };
  const double band_alpha[SH_N_TONES] = { 0.16, 0.08, 0.09, 0.18 };
  const double cleft_alpha[SH_N_TONES] = { 0.36, 0.26, 0.18, 0.3 };
  const double fibre_alpha[SH_N_TONES] = { 0.34, 0.2, 0.22, 0.38 };

  paint_strokes (canvas, muscle->bands, front, back, slant, colors, band_alpha, band_path);
  paint_strokes (canvas, muscle->clefts, front, back, slant, dark, cleft_alpha, fibre_path);
  paint_strokes (canvas, muscle->fibres, front, back, slant, colors, fibre_alpha, fibre_path);
}

/* How far a belly is contracted, 0…1. The deep flexors work with the calf, but hardly show it. */
static double
contraction (const ShBodyCanvas *canvas, int id)
{
  switch (id)
    {
    case SOLEUS:
    case GASTROCNEMIUS:
      return canvas->rig.pose.calf;
    case TIBIALIS_ANTERIOR:
      return canvas->rig.pose.shin;
    default:
      return 0;
    }
}

static ShColor
belly_color (const ShBodyCanvas *canvas, int id)
{
  const ShTheme *theme = canvas->theme;
  const ShColor black = { 0.1, 0.03, 0.03 };
  ShColor color = sh_color_mix (theme->muscle, theme->muscle_contracted, contraction (canvas, id));

  if (infos[id].tint > 0)
    return sh_color_mix (color, theme->muscle_light, infos[id].tint);
  return sh_color_mix (color, black, -infos[id].tint);
}

static void
paint_muscle (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas, int id)
{
  const Muscle *muscle = &muscles->muscle[id];
  const MuscleInfo *info = &infos[id];
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) front = posed_edge (canvas, muscle->front, muscle->front_contracted);
  g_autoptr (ShCurve) back = posed_edge (canvas, muscle->back, muscle->back_contracted);
  g_autoptr (ShCurve) outline = NULL;
  g_autoptr (ShBodyMask) mask = NULL;
  ShColor base = belly_color (canvas, id);
  double work = contraction (canvas, id);
  double slant = info->slant + (info->slant_contracted - info->slant) * work;
  const ShBodyVolume volume = { .shade = theme->muscle_dark,
                                .light = theme->muscle_light,
                                .shift = info->shift,
                                .blur = info->blur,
                                .shading = 0.6,
                                .lighting = 0.42 - 0.2 * work,
                                .rim = MAX (1.5, 0.22 * info->blur),
                                .ramp_light = 0.3 - 0.2 * work,
                                .ramp_shade = 0.32 };

  if (id == TIBIALIS_ANTERIOR)
    thicken (front, back, 0.2 * canvas->rig.pose.shin);
  outline = sh_body_between (front, back, info->top, info->top);
  if (!sh_body_sees (canvas, outline, 20))
    return;
  mask = sh_body_mask_new (canvas, outline, 3 * info->blur + 2 * info->shift);
  if (info->shadow_x != 0)
    sh_body_cast_shadow (canvas, mask, theme->shadow, info->shadow_x, 4, 6, 0.4);
  sh_body_fill (canvas, outline, base, 1);
  paint_texture (canvas, muscle, front, back, slant);
  paint_ends (canvas, info, outline, front, back);
  sh_body_model (canvas, mask, &volume, muscle->rest);
  sh_body_stroke (canvas, outline, theme->outline, 0.6, 0.9);
}

static void
paint_tendon (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas, int id)
{
  const Tendon *tendon = &muscles->tendon[id];
  const TendonInfo *info = &tendon_infos[id];
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) front = sh_body_moved (canvas, tendon->front, info->part);
  g_autoptr (ShCurve) back = sh_body_moved (canvas, tendon->back, info->part);
  g_autoptr (ShCurve) outline = sh_body_between (front, back, info->top, info->bottom);
  g_autoptr (ShBodyMask) mask = NULL;
  const ShBodyVolume volume = { .shade = theme->tendon_dark,
                                .light = theme->bone_light,
                                .shift = 3,
                                .blur = 4.5,
                                .shading = info->shading,
                                .lighting = 0.75,
                                .rim = 1.5 };
  const ShColor colors[SH_N_TONES] = { theme->tendon_dark, theme->tendon_dark, theme->bone_light,
                                       theme->bone_light };
  const double alphas[SH_N_TONES] = { 0.34, 0.2, 0.45, 0.7 };

  if (!sh_body_sees (canvas, outline, 12))
    return;
  mask = sh_body_mask_new (canvas, outline, 20);
  sh_body_cast_shadow (canvas, mask, theme->shadow, id == ACHILLES ? -2.5 : 2, 3, 3.5, 0.36);
  sh_body_fill (canvas, outline, theme->tendon, 1);
  for (int tone = 0; tone < SH_N_TONES; tone++)
    {
      for (guint i = 0; i < tendon->fibres->len; i++)
        {
          const ShFibre *fibre = &g_array_index (tendon->fibres, ShFibre, i);
          ShPoint points[17];

          if ((int) fibre->tone != tone)
            continue;
          for (int k = 0; k < 17; k++)
            {
              double t = fibre->from * 1.2 + (fibre->to - fibre->from) * k / 16;
              ShPoint a = edge_at (front, t), b = edge_at (back, t);

              points[k] = (ShPoint){ a.x + (b.x - a.x) * fibre->at, a.y + (b.y - a.y) * fibre->at };
            }
          sh_texture_sliver (canvas->cr, points, 17, fibre->width);
        }
      sh_set_color (canvas->cr, colors[tone], alphas[tone]);
      cairo_fill (canvas->cr);
    }
  sh_body_model (canvas, mask, &volume, tendon->front);
  sh_body_stroke (canvas, outline, theme->tendon_dark, 0.75, 0.9);
}

/* M3, the pearly sheet between soleus and gastrocnemius, rides with both, C5 and R11. */
static void
paint_seam (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas)
{
  g_autoptr (ShCurve) seam = sh_curve_copy (muscles->seam);
  double calf = canvas->rig.pose.calf, rise = tip_rise (canvas);

  for (int i = 0; i < seam->n; i++)
    {
      double y = (1535 - seam->point[i].y) / 10;
      double bell = CLAMP ((y - 50) / 50, 0, 1), t = (double) i / (seam->n - 1);

      bell = sin (G_PI * bell);
      seam->point[i].x += 5 * calf * bell * bell;
      seam->point[i].y -= (calf * 25 + rise) * t * t;
    }
  sh_curve_update (seam);
  sh_body_stroke (canvas, seam, canvas->theme->muscle_dark, 0.25, 4.2);
  sh_body_stroke (canvas, seam, canvas->theme->muscle_dark, 0.4, 2.8);
  sh_body_stroke (canvas, seam, canvas->theme->tendon, 0.85, 1.6);
}

void
sh_body_paint_thigh (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas)
{
  paint_muscle (muscles, canvas, QUADRICEPS);
  paint_muscle (muscles, canvas, ADDUCTOR);
  paint_muscle (muscles, canvas, HAMSTRINGS);
}

void
sh_body_paint_calf (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas)
{
  paint_muscle (muscles, canvas, SOLEUS);
  paint_muscle (muscles, canvas, GASTROCNEMIUS);
  paint_seam (muscles, canvas);
  paint_tendon (muscles, canvas, ACHILLES);
  paint_muscle (muscles, canvas, TIBIALIS_ANTERIOR);
  paint_muscle (muscles, canvas, SOLE);
}

void
sh_body_paint_flexors (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas)
{
  paint_muscle (muscles, canvas, DEEP_FLEXORS);
}

void
sh_body_paint_tendons (const ShBodyMuscles *muscles, const ShBodyCanvas *canvas)
{
  paint_tendon (muscles, canvas, TENDON_QUADRICEPS);
  paint_tendon (muscles, canvas, TENDON_PATELLAR);
  paint_tendon (muscles, canvas, TENDON_TIBIALIS);
}
