/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-body-private.h"

/* An area of spongy bone, in units of the landmark table: an ellipse of fine strokes. */
typedef struct
{
  double x, y;
  double rx, ry;
  int strokes;
} Sponge;

typedef struct
{
  const char *name;
  ShRigPart part;
  gboolean marrow;
  double blur; /* roundness, plate units */
  double shift;
  Sponge sponge[5];
} BoneInfo;

/* Order of painting: what comes later lies in front. Where the spongy bone lies follows the load:
 * under joints and at the ends of the shafts. */
static const BoneInfo infos[] = {
  { "sesamoid", SH_RIG_FOOT, FALSE, 4, 2, { { 0 } } },
  { "toe-far", SH_RIG_TOES, FALSE, 5, 3, { { -38.8, 2.9, 1.9, 0.8, 26 } } },
  { "toe-near", SH_RIG_TOES, FALSE, 5, 3, { { -30.6, 3.6, 1.0, 1.4, 30 } } },
  { "metatarsal",
    SH_RIG_FOOT,
    FALSE,
    5,
    3,
    { { -27, 4.3, 1.8, 1.7, 110 }, { -18.6, 7.6, 1, 1.9, 50 } } },
  { "cuneiform", SH_RIG_FOOT, FALSE, 5, 3, { { -15, 9.2, 1.7, 2.6, 100 } } },
  { "navicular", SH_RIG_FOOT, FALSE, 5, 3, { { -10.8, 11, 1, 2.3, 60 } } },
  { "calcaneus",
    SH_RIG_FOOT,
    FALSE,
    5,
    3,
    { { 4, 7.6, 7.4, 3.4, 460 }, { 10.6, 6.4, 1.8, 3, 110 } } },
  { "talus", SH_RIG_FOOT, FALSE, 5, 3, { { 0, 15, 4.6, 2.9, 220 }, { -6, 12.2, 2.2, 1.6, 60 } } },
  { "femur",
    SH_RIG_SHANK,
    TRUE,
    8,
    5,
    { { -1, 107, 5.8, 5.2, 420 }, { -3.6, 115.5, 2.8, 4.5, 150 } } },
  { "tibia",
    SH_RIG_SHANK,
    TRUE,
    8,
    6,
    { { -1.5, 93.8, 5.6, 4, 360 },
      { -3.8, 87.5, 3.4, 3.5, 130 },
      { 0, 24.3, 3.4, 3.4, 200 },
      { -0.8, 30, 1.9, 3, 80 } } },
  { "patella", SH_RIG_SHANK, FALSE, 5, 3, { { -11.4, 106.6, 1.7, 3.8, 130 } } },
};

#define N_BONES ((int) G_N_ELEMENTS (infos))
#define PATELLA (N_BONES - 1)

/* One short stroke of spongy bone or one streak of a shaft, on the resting plate. */
typedef struct
{
  ShPoint place;
  double dx, dy;
  double width;
  ShTone tone;
} Stroke;

typedef struct
{
  ShCurve *outline;
  ShCurve *marrow;
  GArray *grains; /* ShLobule: of the marrow */
  GArray *strokes;
} Bone;

typedef struct
{
  const char *id;
  double width;
  ShRigPart part;
  double alpha;
} CartilageInfo;

static const CartilageInfo cartilages[] = {
  { "cartilage.femur", 4.2, SH_RIG_SHANK, 0.95 },  { "cartilage.tibia", 3.2, SH_RIG_SHANK, 0.95 },
  { "cartilage.patella", 3.0, SH_RIG_SHANK, 0.9 }, { "cartilage.ankle", 2.6, SH_RIG_SHANK, 0.9 },
  { "cartilage.talus", 2.8, SH_RIG_FOOT, 0.95 },
};

struct _ShBodyBones
{
  Bone bone[G_N_ELEMENTS (infos)];
  ShCurve *meniscus[2];
  ShCurve *ligament[2];
  ShCurve *cartilage[G_N_ELEMENTS (cartilages)];
  ShCurve *fibula;
};

/* Short strokes along the load lines, each with a light twin beside it (art guide, section 1.7);
 * they thin out toward the rim of the area. */
static void
add_sponge (GArray *strokes, const ShCurve *outline, const Sponge *sponge, ShChance *chance)
{
  for (int i = 0; i < sponge->strokes * 2; i++)
    {
      double t = sqrt (sh_chance_between (chance, 0, 1)) * 1.12;
      double around = sh_chance_between (chance, 0, 2 * G_PI);
      double x = sponge->x + sponge->rx * t * cos (around);
      double y = sponge->y - sponge->ry * t * sin (around);
      /* Along the load, fanning out to the sides; every fourth one is a strut across. */
      double lean =
          sh_chance_between (chance, -0.35, 0.35) + (x - sponge->x) * 0.1 + (i % 4 == 0 ? 1.35 : 0);
      double length =
          i % 4 == 0 ? sh_chance_between (chance, 1.6, 3.2) : sh_chance_between (chance, 2.6, 7);
      Stroke stroke = { .place = { 655 + 10 * x, 1535 - 10 * y },
                        .dx = length * sin (lean),
                        .dy = length * cos (lean),
                        .width = sh_chance_between (chance, 0.7, 1.35) };

      stroke.tone = t < 0.8 && sh_chance_pick (chance, 3) > 0 ? SH_TONE_DARK_STRONG : SH_TONE_DARK;
      if (!sh_texture_inside (outline, stroke.place.x, stroke.place.y) ||
          !sh_texture_inside (outline, stroke.place.x + stroke.dx, stroke.place.y + stroke.dy))
        continue;
      g_array_append_val (strokes, stroke);
      if (i % 2 == 0)
        continue;
      stroke.place.x -= 1.1;
      stroke.place.y -= 0.7;
      stroke.tone = SH_TONE_LIGHT_STRONG;
      g_array_append_val (strokes, stroke);
    }
}

/* Faint lengthwise streaks of the hard shaft. */
static void
add_streaks (GArray *strokes, const ShCurve *outline, int n, ShChance *chance)
{
  cairo_rectangle_t box;

  sh_curve_bounds (outline, &box);
  for (int i = 0; i < n; i++)
    {
      double lean = 0.075;
      double length = sh_chance_between (chance, 24, 90);
      Stroke stroke = { .place = { box.x + sh_chance_between (chance, 0, box.width),
                                   box.y + sh_chance_between (chance, 0, box.height) },
                        .dx = -length * lean,
                        .dy = length,
                        .width = sh_chance_between (chance, 0.8, 1.4) };

      stroke.tone = (ShTone) (SH_TONE_DARK + sh_chance_pick (chance, 2));
      if (sh_texture_inside (outline, stroke.place.x, stroke.place.y) &&
          sh_texture_inside (outline, stroke.place.x + stroke.dx, stroke.place.y + stroke.dy))
        g_array_append_val (strokes, stroke);
    }
}

static ShCurve *
copy_of (const ShArt *art, const char *id)
{
  const ShCurve *curve = sh_art_curve (art, id);

  return curve ? sh_curve_copy (curve) : NULL;
}

static void
bone_init (Bone *bone, const ShArt *art, const BoneInfo *info, guint32 seed)
{
  g_autofree char *id = g_strconcat ("bone.", info->name, NULL);
  g_autofree char *marrow = g_strconcat (id, ".marrow", NULL);
  g_autoptr (ShCurve) coarse = NULL;
  ShChance chance;

  bone->outline = copy_of (art, id);
  bone->marrow = info->marrow ? copy_of (art, marrow) : NULL;
  if (bone->marrow)
    {
      /* Grains are placed by their centres and must not reach over the edge. */
      g_autoptr (ShCurve) inset = sh_curve_offset (bone->marrow, -3);

      bone->grains = sh_texture_lobules (seed + 50, inset, 3.1);
    }
  bone->strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  sh_chance_init (&chance, seed);
  /* A coarse outline is enough to keep strokes inside. */
  coarse = sh_curve_resample (bone->outline, 80);
  if (info->marrow)
    add_streaks (bone->strokes, coarse, 420, &chance);
  for (guint i = 0; i < G_N_ELEMENTS (info->sponge) && info->sponge[i].strokes > 0; i++)
    add_sponge (bone->strokes, coarse, &info->sponge[i], &chance);
}

ShBodyBones *
sh_body_bones_new (const ShArt *art)
{
  ShBodyBones *bones = g_new0 (ShBodyBones, 1);
  g_autoptr (ShCurve) front = sh_curve_resample (sh_art_curve (art, "bone.fibula.front"), 60);
  g_autoptr (ShCurve) back = sh_curve_resample (sh_art_curve (art, "bone.fibula.back"), 60);

  for (int i = 0; i < N_BONES; i++)
    bone_init (&bones->bone[i], art, &infos[i], 500 + (guint32) i);
  bones->meniscus[0] = copy_of (art, "bone.meniscus-front");
  bones->meniscus[1] = copy_of (art, "bone.meniscus-back");
  bones->ligament[0] = copy_of (art, "ligament.cruciate-front");
  bones->ligament[1] = copy_of (art, "ligament.cruciate-back");
  for (guint i = 0; i < G_N_ELEMENTS (cartilages); i++)
    bones->cartilage[i] = copy_of (art, cartilages[i].id);
  bones->fibula = sh_body_between (front, back, 0.4, 0.4);
  return bones;
}

void
sh_body_bones_free (ShBodyBones *bones)
{
  if (bones == NULL)
    return;
  for (int i = 0; i < N_BONES; i++)
    {
      sh_curve_free (bones->bone[i].outline);
      sh_curve_free (bones->bone[i].marrow);
      g_clear_pointer (&bones->bone[i].grains, g_array_unref);
      g_array_unref (bones->bone[i].strokes);
    }
  for (int i = 0; i < 2; i++)
    {
      sh_curve_free (bones->meniscus[i]);
      sh_curve_free (bones->ligament[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cartilages); i++)
    sh_curve_free (bones->cartilage[i]);
  sh_curve_free (bones->fibula);
  g_free (bones);
}

static void
paint_strokes (const ShBodyCanvas *canvas, const Bone *bone, const BoneInfo *info)
{
  const ShTheme *theme = canvas->theme;
  const ShColor colors[SH_N_TONES] = { theme->bone_dark, theme->bone_dark, theme->bone_light,
                                       theme->bone_light };
  const double alphas[SH_N_TONES] = { 0.75, 0.5, 0.5, 0.7 };

  sh_body_begin_texture (canvas);
  for (int tone = 0; tone < SH_N_TONES; tone++)
    {
      for (guint i = 0; i < bone->strokes->len; i++)
        {
          const Stroke *s = &g_array_index (bone->strokes, Stroke, i);
          ShPoint middle = { s->place.x + s->dx / 2, s->place.y + s->dy / 2 };
          ShPoint end = { s->place.x + s->dx, s->place.y + s->dy };
          ShPoint points[3];

          if ((int) s->tone != tone)
            continue;
          points[0] = sh_rig_map (&canvas->rig, s->place, info->part);
          points[1] = sh_rig_map (&canvas->rig, middle, info->part);
          points[2] = sh_rig_map (&canvas->rig, end, info->part);
          if (sh_body_sees_place (canvas, points[1], 4 + fabs (s->dy)))
            sh_texture_sliver (canvas->cr, points, 3, s->width);
        }
      sh_set_color (canvas->cr, colors[tone], alphas[tone]);
      cairo_fill (canvas->cr);
    }
  sh_body_end_texture (canvas);
}

/* Yellow marrow is fat in fine grains. */
static void
paint_marrow_grains (const ShBodyCanvas *canvas, const GArray *grains)
{
  const ShTheme *theme = canvas->theme;

  sh_body_begin_texture (canvas);
  for (int tone = SH_TONE_DARK; tone <= SH_TONE_LIGHT; tone++)
    {
      for (guint i = 0; i < grains->len; i++)
        {
          const ShLobule *grain = &g_array_index (grains, ShLobule, i);

          if ((int) (grain->tone / 2 + 1) == tone && sh_body_sees_place (canvas, grain->place, 8))
            sh_texture_lobule (canvas->cr, grain, grain->place, 1);
        }
      sh_set_color (canvas->cr,
                    tone == SH_TONE_DARK ? sh_color_mix (theme->marrow, theme->bone_dark, 0.5)
                                         : sh_color_mix (theme->marrow, theme->fat_light, 0.6),
                    0.4);
      cairo_fill (canvas->cr);
    }
  sh_body_end_texture (canvas);
}

/* The hollow of the shaft: sunk, with a light lip on the far side. */
static void
paint_marrow (const ShBodyCanvas *canvas, const Bone *bone, ShRigPart part)
{
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) marrow = sh_body_moved (canvas, bone->marrow, part);
  g_autoptr (ShCurve) lip = NULL;
  g_autoptr (ShBodyMask) mask = sh_body_mask_new (canvas, marrow, 30);
  /* Light and shade change sides: the near wall shades a hollow. */
  const ShBodyVolume hollow = { .shade = theme->bone_edge,
                                .light = theme->bone_light,
                                .shift = -5,
                                .blur = 5,
                                .shading = 0.62,
                                .lighting = 0.25,
                                .rim = 2 };

  if (mask == NULL)
    return;
  lip = sh_curve_offset (marrow, 1.2);
  sh_body_stroke (canvas, lip, theme->bone_light, 0.7, 1.6);
  sh_body_fill (canvas, marrow, theme->marrow, 1);
  paint_marrow_grains (canvas, bone->grains);
  sh_body_model (canvas, mask, &hollow, marrow);
  sh_body_stroke (canvas, marrow, theme->bone_edge, 0.55, 0.9);
}

static void
paint_bone (const ShBodyCanvas *canvas, const Bone *bone, const BoneInfo *info)
{
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) outline = sh_body_moved (canvas, bone->outline, info->part);
  g_autoptr (ShBodyMask) mask = NULL;
  const ShBodyVolume volume = { .shade = theme->bone_edge,
                                .light = theme->bone_light,
                                .shift = info->shift,
                                .blur = info->blur,
                                .shading = 0.48,
                                .lighting = 0.7,
                                .rim = 1.6,
                                .ramp_light = 0.45,
                                .ramp_shade = 0.16 };

  if (!sh_body_sees (canvas, outline, 16))
    return;
  mask = sh_body_mask_new (canvas, outline, 3 * info->blur + 2 * info->shift);
  sh_body_cast_shadow (canvas, mask, theme->shadow, 3.5, 4.5, info->marrow ? 6 : 4, 0.42);
  sh_body_fill (canvas, outline, theme->bone, 1);
  paint_strokes (canvas, bone, info);
  if (bone->marrow)
    paint_marrow (canvas, bone, info->part);
  sh_body_model (canvas, mask, &volume, bone->outline);
  sh_body_stroke (canvas, outline, theme->bone_edge, 0.8, 1.1);
}

static void
paint_cartilage (const ShBodyBones *bones, const ShBodyCanvas *canvas)
{
  for (guint i = 0; i < G_N_ELEMENTS (cartilages); i++)
    {
      const CartilageInfo *info = &cartilages[i];
      g_autoptr (ShCurve) curve = sh_body_moved (canvas, bones->cartilage[i], info->part);

      cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);
      sh_body_stroke (canvas, curve, canvas->theme->bone_edge, 0.35, info->width + 1.2);
      sh_body_stroke (canvas, curve,
                      sh_color_mix (canvas->theme->cartilage, canvas->theme->bone, 0.2),
                      info->alpha, info->width);
      sh_body_stroke (canvas, curve, canvas->theme->bone_light, 0.45, info->width * 0.35);
      cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_BUTT);
    }
}

/* Menisci and cruciate ligaments, which fill the space of the joint. */
static void
paint_joint (const ShBodyBones *bones, const ShBodyCanvas *canvas)
{
  const ShTheme *theme = canvas->theme;
  const ShBodyVolume volume = { theme->bone_edge, theme->wall_light, 2, 3, 0.45, 0.6 };

  for (int i = 0; i < 2; i++)
    {
      const ShCurve *ligament = bones->ligament[i];

      sh_body_stroke (canvas, ligament, theme->tendon_dark, 0.6, 9.6);
      sh_body_stroke (canvas, ligament, theme->tendon, 1, 8);
      sh_body_stroke (canvas, ligament, theme->tendon_dark, 0.3, 3.4);
      sh_body_stroke (canvas, ligament, theme->tendon, 0.9, 1.8);
    }
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ShBodyMask) mask = sh_body_mask_new (canvas, bones->meniscus[i], 14);

      sh_body_fill (canvas, bones->meniscus[i],
                    sh_color_mix (theme->cartilage, theme->tendon, 0.55), 1);
      sh_body_model (canvas, mask, &volume, bones->meniscus[i]);
      sh_body_stroke (canvas, bones->meniscus[i], theme->bone_edge, 0.7, 0.8);
    }
}

/* B5: on the far side, a ghost with a soft edge. */
void
sh_body_paint_fibula (const ShBodyBones *bones, const ShBodyCanvas *canvas)
{
  g_autoptr (ShBodyMask) mask = sh_body_mask_new (canvas, bones->fibula, 10);

  sh_body_cast_shadow (canvas, mask, canvas->theme->bone, 0, 0, 2.5, 0.22);
}

void
sh_body_paint_bones (const ShBodyBones *bones, const ShBodyCanvas *canvas)
{
  gboolean joint = FALSE;

  for (int i = 0; i < PATELLA; i++)
    {
      if (infos[i].marrow && !joint)
        {
          paint_joint (bones, canvas);
          joint = TRUE;
        }
      paint_bone (canvas, &bones->bone[i], &infos[i]);
    }
  paint_cartilage (bones, canvas);
}

/* In front of the tendons, which end at its poles. */
void
sh_body_paint_patella (const ShBodyBones *bones, const ShBodyCanvas *canvas)
{
  paint_bone (canvas, &bones->bone[PATELLA], &infos[PATELLA]);
}
