/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-body-private.h"

/* Points round the leg; about four plate units apart. */
#define N_SKIN 1000
/* How many points of the fascia are searched for the one beside a point of the skin. */
#define SEARCH_BACK 12
#define SEARCH_AHEAD 40

/* A grain of the fat under the skin: where along the skin, and how deep. */
typedef struct
{
  double along;     /* index of the skin's points */
  double depth;     /* 0 at the skin … 1 at the fascia */
  double thickness; /* of the resting fat here, plate units */
  ShLobule lobule;
} Grain;

enum
{
  SUPRAPATELLAR,
  HOFFA,
  POPLITEAL,
  KAGER,
  FOOT,
  N_PADS
};

static const struct
{
  const char *id;
  double radius;
  double dull; /* how much quieter than the fat under the skin */
} pads[N_PADS] = {
  [SUPRAPATELLAR] = { "pad.suprapatellar", 5.2, 0.35 },
  [HOFFA] = { "pad.hoffa", 4.8, 0.2 },
  [POPLITEAL] = { "pad.popliteal", 5.2, 0.25 },
  [KAGER] = { "pad.kager", 4.4, 0.2 },
  [FOOT] = { "pad.foot", 4.2, 0.3 },
};

struct _ShBodySkin
{
  ShCurve *outer;  /* N_SKIN points of the skin */
  ShCurve *inner;  /* the inner border of the skin, point by point */
  ShCurve *fascia; /* the nearest point of the fascia, point by point */
  ShCurve *window; /* the fascia as it is */
  ShCurve *nail;
  ShCurve *knee; /* the joint's own lining */
  ShCurve *pad[N_PADS];
  GArray *pad_lobules[N_PADS];
  GArray *grains;
  ShCurve *lamella;
  ShPoint gap[3];
};

/* The point of the fascia nearest to @p, sought from *@from on: skin and fascia run side by side,
 * so that it is never far from the nearest one of the neighbour. */
static ShPoint
nearest_ahead (const ShCurve *fascia, ShPoint p, int *from)
{
  int start = MAX (*from - SEARCH_BACK, 0), end = MIN (*from + SEARCH_AHEAD, fascia->n - 1);
  double least = G_MAXDOUBLE;
  ShPoint best = p;

  for (int i = start; i < end; i++)
    {
      ShPoint a = fascia->point[i], b = fascia->point[i + 1];
      double dx = b.x - a.x, dy = b.y - a.y;
      double t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / MAX (dx * dx + dy * dy, 1e-9);
      ShPoint q;
      double away;

      t = CLAMP (t, 0, 1);
      q = (ShPoint){ a.x + t * dx, a.y + t * dy };
      away = hypot (p.x - q.x, p.y - q.y);
      if (away < least)
        {
          least = away;
          best = q;
          *from = i;
        }
    }
  return best;
}

static void
place_borders (ShBodySkin *skin, const ShCurve *fascia)
{
  int nearest = 0;

  for (int i = 0; i < N_SKIN; i++)
    {
      ShPoint p = skin->outer->point[i], n = skin->outer->normal[i];
      double thickness = skin->outer->width[i];

      skin->inner->point[i] = (ShPoint){ p.x + thickness * n.x, p.y + thickness * n.y };
      skin->fascia->point[i] = nearest_ahead (fascia, p, &nearest);
    }
  sh_curve_update (skin->inner);
  sh_curve_update (skin->fascia);
}

/* Rows of grains between skin and fascia, as many as the fat is thick. */
static void
place_grains (ShBodySkin *skin)
{
  double step = sh_curve_total (skin->outer) / (N_SKIN - 1);
  ShChance chance;

  sh_chance_init (&chance, 700);
  for (double along = 0; along < N_SKIN - 1;)
    {
      int i = (int) along;
      ShPoint a = skin->inner->point[i], b = skin->fascia->point[i];
      double thickness = hypot (b.x - a.x, b.y - a.y);
      double radius = CLAMP (1.9 + thickness * 0.075, 2.0, 4.0);
      int rows = MAX (1, (int) lround (thickness / (1.55 * radius)));

      for (int row = 0; row < rows; row++)
        {
          Grain grain = { .lobule = { .along = radius * sh_chance_between (&chance, 0.85, 1.35),
                                      .across = radius * sh_chance_between (&chance, 0.75, 1.0),
                                      .seed = (guint32) sh_chance_pick (&chance, 1 << 30),
                                      .tone = (ShTone) sh_chance_pick (&chance, SH_N_TONES) } };

          grain.along =
              CLAMP (along + radius / step * sh_chance_between (&chance, -0.9, 0.9), 0, N_SKIN - 2);
          grain.thickness = thickness;
          grain.depth = (row + 0.5 + sh_chance_between (&chance, -0.22, 0.22)) / rows;
          grain.lobule.angle = sh_chance_between (&chance, -0.5, 0.5);
          g_array_append_val (skin->grains, grain);
        }
      along += 1.75 * radius / step;
    }
}

ShBodySkin *
sh_body_skin_new (const ShArt *art)
{
  static const char *const gaps[] = { "gap.low", "gap.middle", "gap.high" };
  ShBodySkin *skin = g_new0 (ShBodySkin, 1);

  skin->outer = sh_curve_resample (sh_art_curve (art, "silhouette"), N_SKIN);
  skin->inner = sh_curve_copy (skin->outer);
  skin->fascia = sh_curve_copy (skin->outer);
  skin->window = sh_curve_copy (sh_art_curve (art, "fascia"));
  skin->nail = sh_curve_copy (sh_art_curve (art, "nail"));
  skin->knee = sh_curve_copy (sh_art_curve (art, "tissue.knee"));
  skin->lamella = sh_curve_copy (sh_art_curve (art, "lamella"));
  skin->grains = g_array_new (FALSE, FALSE, sizeof (Grain));
  for (int i = 0; i < N_PADS; i++)
    {
      skin->pad[i] = sh_curve_copy (sh_art_curve (art, pads[i].id));
      skin->pad_lobules[i] = sh_texture_lobules (600 + (guint32) i, skin->pad[i], pads[i].radius);
    }
  for (int i = 0; i < 3; i++)
    sh_art_place (art, gaps[i], &skin->gap[i]);
  place_borders (skin, sh_art_curve (art, "fascia"));
  place_grains (skin);
  return skin;
}

void
sh_body_skin_free (ShBodySkin *skin)
{
  if (skin == NULL)
    return;
  sh_curve_free (skin->outer);
  sh_curve_free (skin->inner);
  sh_curve_free (skin->fascia);
  sh_curve_free (skin->window);
  sh_curve_free (skin->nail);
  sh_curve_free (skin->knee);
  sh_curve_free (skin->lamella);
  for (int i = 0; i < N_PADS; i++)
    {
      sh_curve_free (skin->pad[i]);
      g_array_unref (skin->pad_lobules[i]);
    }
  g_array_unref (skin->grains);
  g_free (skin);
}

/* Swelling stays in the fat, so that the fascia follows the pose without it. */
static ShCurve *
moved_fascia (const ShBodyCanvas *canvas, const ShCurve *rest)
{
  ShCurve *curve = sh_curve_copy (rest);

  for (int i = 0; i < curve->n; i++)
    curve->point[i] = sh_rig_map (&canvas->deep, curve->point[i], SH_RIG_SKIN);
  sh_curve_update (curve);
  return curve;
}

ShCurve *
sh_body_outline (const ShBodySkin *skin, const ShBodyCanvas *canvas)
{
  return sh_body_moved (canvas, skin->outer, SH_RIG_SKIN);
}

static void
paint_lobules (const ShBodyCanvas *canvas, const GArray *lobules, double dull)
{
  const ShTheme *theme = canvas->theme;
  const ShColor colors[SH_N_TONES] = { sh_color_mix (theme->fat, theme->fat_dark, 0.75),
                                       sh_color_mix (theme->fat, theme->fat_dark, 0.3), theme->fat,
                                       sh_color_mix (theme->fat, theme->fat_light, 0.7) };

  sh_body_begin_texture (canvas);
  for (int tone = 0; tone <= SH_N_TONES; tone++)
    {
      for (guint i = 0; i < lobules->len; i++)
        {
          const ShLobule *lobule = &g_array_index (lobules, ShLobule, i);
          ShPoint place;

          if (tone < SH_N_TONES && (int) lobule->tone != tone)
            continue;
          place = sh_rig_map (&canvas->rig, lobule->place, SH_RIG_TISSUE);
          if (tone == SH_N_TONES)
            {
              place.x -= 0.32 * lobule->across;
              place.y -= 0.32 * lobule->across;
            }
          if (sh_body_sees_place (canvas, place, 8))
            sh_texture_lobule (canvas->cr, lobule, place, tone == SH_N_TONES ? 0.3 : 1);
        }
      if (tone == SH_N_TONES)
        sh_set_color (canvas->cr, theme->fat_light, 0.55 * (1 - dull));
      else
        sh_set_color (canvas->cr, sh_color_mix (colors[tone], theme->window, dull), 0.92);
      cairo_fill (canvas->cr);
    }
  sh_body_end_texture (canvas);
}

static void
paint_pad (const ShBodySkin *skin, const ShBodyCanvas *canvas, int id)
{
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) outline = sh_body_moved (canvas, skin->pad[id], SH_RIG_TISSUE);
  g_autoptr (ShBodyMask) mask = NULL;
  const ShBodyVolume volume = { .shade = sh_color_mix (theme->fat_edge, theme->shadow, 0.5),
                                .light = theme->fat_light,
                                .shift = 3,
                                .blur = 8,
                                .shading = 0.55,
                                .lighting = 0.15 };

  if (!sh_body_sees (canvas, outline, 10))
    return;
  mask = sh_body_mask_new (canvas, outline, 32);
  sh_body_fill (canvas, outline, sh_color_mix (theme->fat_edge, theme->window, 0.35), 1);
  paint_lobules (canvas, skin->pad_lobules[id], pads[id].dull);
  sh_body_model (canvas, mask, &volume, skin->pad[id]);
}

void
sh_body_paint_window (const ShBodySkin *skin, const ShBodyCanvas *canvas)
{
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) window = moved_fascia (canvas, skin->window);
  g_autoptr (ShCurve) knee = sh_body_moved (canvas, skin->knee, SH_RIG_SHANK);

  sh_body_fill (canvas, window, sh_color_mix (theme->window, theme->fat, 0.5), 1);
  if (sh_body_sees (canvas, knee, 2))
    sh_body_fill (canvas, knee, sh_color_mix (theme->window, theme->skin_light, 0.35), 1);
  for (int i = 0; i < N_PADS; i++)
    paint_pad (skin, canvas, i);
}

/* The closed ring between two borders. */
static void
ring_path (cairo_t *cr, const ShCurve *outer, const ShCurve *inner)
{
  cairo_new_sub_path (cr);
  for (int i = 0; i < outer->n; i++)
    cairo_line_to (cr, outer->point[i].x, outer->point[i].y);
  for (int i = inner->n - 1; i >= 0; i--)
    cairo_line_to (cr, inner->point[i].x, inner->point[i].y);
  cairo_close_path (cr);
}

/* Where a grain is in the pose, how it is turned, and how much water has stretched it. */
static ShPoint
grain_place (const Grain *grain, const ShCurve *inner, const ShCurve *fascia, ShLobule *lobule)
{
  int i = (int) grain->along;
  double mix = grain->along - i;
  ShPoint a = inner->point[i], b = inner->point[i + 1];
  ShPoint c = fascia->point[i], d = fascia->point[i + 1];
  ShPoint p = { a.x + (b.x - a.x) * mix, a.y + (b.y - a.y) * mix };
  ShPoint q = { c.x + (d.x - c.x) * mix, c.y + (d.y - c.y) * mix };
  double stretch = hypot (q.x - p.x, q.y - p.y) / MAX (grain->thickness, 1);

  *lobule = grain->lobule;
  lobule->angle += atan2 (b.y - a.y, b.x - a.x);
  lobule->across *= CLAMP (stretch, 0.8, 1.7);
  return (ShPoint){ p.x + (q.x - p.x) * grain->depth, p.y + (q.y - p.y) * grain->depth };
}

static void
paint_grains (const ShBodySkin *skin,
              const ShBodyCanvas *canvas,
              const ShCurve *inner,
              const ShCurve *fascia)
{
  const ShTheme *theme = canvas->theme;
  const ShColor colors[SH_N_TONES] = { sh_color_mix (theme->fat, theme->fat_dark, 0.8), theme->fat,
                                       sh_color_mix (theme->fat, theme->fat_light, 0.45),
                                       theme->fat_light };

  sh_body_begin_texture (canvas);
  for (int tone = 0; tone <= SH_N_TONES; tone++)
    {
      for (guint i = 0; i < skin->grains->len; i++)
        {
          const Grain *grain = &g_array_index (skin->grains, Grain, i);
          ShLobule lobule;
          ShPoint place;

          if (tone < SH_N_TONES && (int) grain->lobule.tone != tone)
            continue;
          place = grain_place (grain, inner, fascia, &lobule);
          if (tone == SH_N_TONES)
            {
              place.x -= 0.32 * lobule.across;
              place.y -= 0.32 * lobule.across;
            }
          if (sh_body_sees_place (canvas, place, 8))
            sh_texture_lobule (canvas->cr, &lobule, place, tone == SH_N_TONES ? 0.28 : 1);
        }
      if (tone == SH_N_TONES)
        sh_set_color (canvas->cr, sh_color_mix (theme->fat_light, theme->bone_light, 0.6), 0.6);
      else
        sh_set_color (canvas->cr, colors[tone], 0.9);
      cairo_fill (canvas->cr);
    }
  sh_body_end_texture (canvas);
}

/* The edge of the cut throws its shadow into the window (art guide, sections 1.5 and 5). */
static void
paint_window_shadow (const ShBodyCanvas *canvas, const ShCurve *window)
{
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShBodyMask) mask = sh_body_mask_new (canvas, window, 46);
  const ShBodyVolume depth = { .shade = sh_color_mix (theme->outline, theme->shadow, 0.4),
                               .light = theme->window,
                               .shift = -9,
                               .blur = 9,
                               .shading = 0.46,
                               .lighting = 0 };

  sh_body_model (canvas, mask, &depth, window);
}

static void
paint_fascia_line (const ShBodyCanvas *canvas, const ShCurve *window)
{
  sh_body_stroke (canvas, window, canvas->theme->fascia_edge, 0.8, 3.2);
  sh_body_stroke (canvas, window, canvas->theme->fascia, 1, 1.9);
}

/* The seams between the grains fill with clear water when the leg swells, from the knee down. */
static void
set_seam_color (const ShBodyCanvas *canvas)
{
  const ShTheme *theme = canvas->theme;
  ShColor dry = sh_color_mix (theme->fat_edge, theme->fat_dark, 0.4);
  ShColor wet = sh_color_mix (dry, theme->cartilage, 0.75 * canvas->rig.pose.swelling);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 560, 0, 960);

  cairo_pattern_add_color_stop_rgb (pattern, 0, dry.r, dry.g, dry.b);
  cairo_pattern_add_color_stop_rgb (pattern, 1, wet.r, wet.g, wet.b);
  cairo_set_source (canvas->cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Taut skin shines: a bright line along the lit side, from the foot to below the knee. */
static void
paint_shine (const ShBodyCanvas *canvas, const ShCurve *lit)
{
  const double swelling = canvas->rig.pose.swelling;
  cairo_pattern_t *shine;

  if (swelling <= 0)
    return;
  shine = cairo_pattern_create_linear (0, 600, 0, 1000);
  cairo_pattern_add_color_stop_rgba (shine, 0, 1, 1, 1, 0);
  cairo_pattern_add_color_stop_rgba (shine, 1, 1, 1, 1, MIN (1, 1.5 * swelling) * 0.6);
  sh_curve_path (lit, canvas->cr);
  cairo_set_source (canvas->cr, shine);
  cairo_set_line_width (canvas->cr, 1.4 + 0.8 * swelling);
  cairo_stroke (canvas->cr);
  cairo_pattern_destroy (shine);
}

void
sh_body_paint_skin (const ShBodySkin *skin, const ShBodyCanvas *canvas)
{
  const ShTheme *theme = canvas->theme;
  g_autoptr (ShCurve) outer = sh_body_outline (skin, canvas);
  g_autoptr (ShCurve) inner = sh_body_moved (canvas, skin->inner, SH_RIG_SKIN);
  g_autoptr (ShCurve) fascia = moved_fascia (canvas, skin->fascia);
  g_autoptr (ShCurve) window = moved_fascia (canvas, skin->window);
  g_autoptr (ShCurve) lit = sh_curve_offset (outer, 2.4);

  paint_window_shadow (canvas, window);
  ring_path (canvas->cr, inner, fascia);
  set_seam_color (canvas);
  cairo_fill (canvas->cr);
  paint_grains (skin, canvas, inner, fascia);
  sh_body_stroke (canvas, inner, theme->fat_edge, 0.3, 5);

  ring_path (canvas->cr, outer, inner);
  sh_set_color (canvas->cr, theme->skin, 1);
  cairo_fill (canvas->cr);
  sh_body_stroke (canvas, inner, sh_color_mix (theme->skin_edge, theme->fat_edge, 0.4), 0.6, 1.1);
  sh_body_stroke (canvas, lit, theme->skin_light, 0.9, 1.8);
  paint_shine (canvas, lit);
  paint_fascia_line (canvas, window);
  sh_body_stroke (canvas, outer, theme->skin_edge, 0.9, 1.6);
}

static void
gap_path (cairo_t *cr, ShPoint place, gboolean front)
{
  cairo_save (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_rotate (cr, -8 * G_PI / 180);
  cairo_scale (cr, 4.2, 12);
  if (front)
    cairo_arc (cr, 0, 0, 1, G_PI / 2, 3 * G_PI / 2);
  else
    cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
}

/* The sheet as a strip that thins out at both ends. */
static void
lamella_fill (
    const ShBodySkin *skin, const ShBodyCanvas *canvas, ShColor color, double alpha, double width)
{
  g_autoptr (ShCurve) curve = sh_curve_copy (skin->lamella);
  double total = sh_curve_total (curve);

  for (int i = 0; i < curve->n; i++)
    {
      double end = MIN (curve->length[i], total - curve->length[i]) / 60;

      curve->width[i] = width * MIN (1, 0.15 + end);
    }
  sh_curve_strip_path (curve, -1, 1, canvas->cr);
  sh_set_color (canvas->cr, color, alpha);
  cairo_fill (canvas->cr);
}

/* M12: the sheet on the inner border of the tibia with its three gaps. */
void
sh_body_paint_lamella (const ShBodySkin *skin, const ShBodyCanvas *canvas)
{
  const ShTheme *theme = canvas->theme;
  cairo_t *cr = canvas->cr;

  if (!sh_body_sees (canvas, skin->lamella, 12))
    return;
  cairo_save (cr);
  cairo_translate (cr, 3, 2);
  for (int i = 0; i < 4; i++)
    lamella_fill (skin, canvas, theme->shadow, 0.09, 6 + 2.2 * i);
  cairo_restore (cr);
  lamella_fill (skin, canvas, theme->fascia_edge, 0.85, 5.8);
  lamella_fill (skin, canvas, theme->fascia, 1, 4.3);
  for (int i = 0; i < 3; i++)
    {
      gap_path (cr, skin->gap[i], FALSE);
      sh_set_color (cr, theme->shadow, 0.85);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, 3);
      sh_set_color (cr, theme->fascia_edge, 0.8);
      cairo_stroke_preserve (cr);
      cairo_set_line_width (cr, 1.8);
      sh_set_color (cr, theme->fascia, 1);
      cairo_stroke (cr);
    }
}

void
sh_body_paint_lips (const ShBodySkin *skin, const ShBodyCanvas *canvas)
{
  cairo_t *cr = canvas->cr;

  for (int i = 0; i < 3; i++)
    {
      gap_path (cr, skin->gap[i], TRUE);
      cairo_set_line_width (cr, 3);
      sh_set_color (cr, canvas->theme->fascia_edge, 0.8);
      cairo_stroke_preserve (cr);
      cairo_set_line_width (cr, 1.8);
      sh_set_color (cr, canvas->theme->fascia, 1);
      cairo_stroke (cr);
    }
}

void
sh_body_paint_nail (const ShBodySkin *skin, const ShBodyCanvas *canvas)
{
  sh_body_paint_toe (skin->outer, skin->nail, canvas);
}
