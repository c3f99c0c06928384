/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-body.h"

#include <math.h>

#include "sh-blood-look.h"
#include "sh-shade.h"
#include "sh-slice-vessels.h"

/* The studies were drawn at 25.5 px per unit; line widths and shadows grow with the scale. */
#define STUDY_UNIT 25.5
#define SLAB_LAYERS 14

void
sh_slice_body_make_tiles (ShSliceBody *body, double device_unit)
{
  /* Cell sizes in landmark units, calibrated by eye on the study's slice. */
  static const double cell_u[SH_N_TILES] = { 0.32, 0.38, 0.26, 0.42, 0.40, 1.0 };

  for (int i = 0; i < SH_N_TILES; i++)
    body->tile[i] = sh_tile_new ((ShTileKind) i, cell_u[i] * device_unit, 11);
}

void
sh_slice_body_clear (ShSliceBody *body)
{
  for (int i = 0; i < SH_N_TILES; i++)
    g_clear_pointer (&body->tile[i], sh_tile_free);
}

ShPoint
sh_slice_body_map (const ShSliceBody *body, ShPoint place)
{
  return (ShPoint){ body->origin.x + body->mirror * body->unit * place.x,
                    body->origin.y - body->unit * place.y };
}

double
sh_slice_body_px (const ShSliceBody *body, double study_px)
{
  return study_px * body->unit / STUDY_UNIT;
}

double
sh_slice_body_line (const ShSliceBody *body, double study_px)
{
  return MAX (sh_slice_body_px (body, study_px), 0.7);
}

static int
map_part (const ShSliceBody *body, const ShSlicePart *part, ShPoint *points)
{
  for (int i = 0; i < part->n; i++)
    points[i] = sh_slice_body_map (body, part->point[i]);
  return part->n;
}

/* Fills the current path with tissue: a texture of three tones, or the middle one where textures
 * are not wanted. The texture rides with @anchor. */
static void
fill_tissue (const ShSliceBody *body,
             ShTileKind kind,
             ShColor dark,
             ShColor base,
             ShColor light,
             ShPoint anchor,
             cairo_t *cr)
{
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;

  if (body->quick || body->tile[kind] == NULL)
    {
      sh_set_color (cr, base, 1);
      cairo_fill_preserve (cr);
      return;
    }
  pattern = sh_tile_pattern (body->tile[kind], dark, base, light);
  cairo_matrix_init_translate (&matrix, -round (anchor.x), -round (anchor.y));
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_set_source (cr, pattern);
  cairo_fill_preserve (cr);
  cairo_pattern_destroy (pattern);
}

static void
shade_in (const ShSliceBody *body,
          const ShPoint *points,
          int n,
          double dx,
          double dy,
          double sigma,
          ShColor color,
          double alpha,
          cairo_t *cr)
{
  ShShade shade = { sh_slice_body_px (body, dx), sh_slice_body_px (body, dy),
                    sh_slice_body_px (body, sigma), color, alpha };

  if (!body->quick)
    sh_shade_inner (points, n, &shade, body->vector, cr);
}

static void
shade_out (const ShSliceBody *body,
           const ShPoint *points,
           int n,
           double dx,
           double dy,
           double sigma,
           double alpha,
           cairo_t *cr)
{
  ShShade shade = { sh_slice_body_px (body, dx), sh_slice_body_px (body, dy),
                    sh_slice_body_px (body, sigma), body->theme->shadow, alpha };

  if (!body->quick)
    sh_shade_outer (points, n, &shade, body->vector, cr);
}

/* The slab's thickness, seen from a little above: layers of skin one behind the other. */
static void
draw_slab (const ShSliceBody *body, const ShPoint *skin, int n, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShColor near = sh_color_mix (theme->skin, theme->skin_edge, 0.45);
  ShColor far = sh_color_mix (theme->skin_edge, theme->shadow, 0.25);

  shade_out (body, skin, n, 10, 24, 13, 0.40, cr);
  for (int i = SLAB_LAYERS; i > 0; i--)
    {
      cairo_save (cr);
      cairo_translate (cr, sh_slice_body_px (body, 0.30 * i), sh_slice_body_px (body, 0.85 * i));
      sh_shade_polygon (skin, n, cr);
      sh_set_color (cr, sh_color_mix (near, far, (double) i / SLAB_LAYERS), 1);
      cairo_fill (cr);
      cairo_restore (cr);
    }
}

/* A stocking cut across: a thin knitted band outside the skin, two yarns thick. */
static void
draw_stocking (const ShSliceBody *body, const ShPoint *skin, int n, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  const double knit[] = { sh_slice_body_px (body, 3.4), sh_slice_body_px (body, 2.2) };
  ShColor cloth = sh_color_mix (theme->text_quiet, theme->paper_light, 0.25);
  double width = sh_slice_body_line (body, 9);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  sh_shade_polygon (skin, n, cr);
  sh_set_color (cr, sh_color_mix (cloth, theme->contour, 0.5), 1);
  cairo_set_line_width (cr, 2 * width + 2 * sh_slice_body_line (body, 1));
  cairo_stroke_preserve (cr);
  sh_set_color (cr, cloth, 1);
  cairo_set_line_width (cr, 2 * width);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, knit, G_N_ELEMENTS (knit), 0);
  sh_set_color (cr, sh_color_mix (cloth, theme->contour, 0.35), 0.8);
  cairo_set_line_width (cr, 1.6 * width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_skin (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint skin[SH_SLICE_POINTS];
  int n = map_part (body, part, skin);

  draw_slab (body, skin, n, cr);
  if (body->stocking)
    draw_stocking (body, skin, n, cr);
  sh_shade_polygon (skin, n, cr);
  sh_set_color (cr, theme->skin, 1);
  cairo_fill (cr);
  shade_in (body, skin, n, -3, -4, 3, theme->skin_edge, 0.35, cr);
  cairo_save (cr);
  sh_shade_polygon (skin, n, cr);
  cairo_clip_preserve (cr);
  sh_set_color (cr, theme->skin_light, 0.9);
  cairo_set_line_width (cr, sh_slice_body_px (body, 7.5));
  cairo_stroke_preserve (cr);
  sh_set_color (cr, theme->skin_edge, 1);
  cairo_set_line_width (cr, 2 * sh_slice_body_line (body, 1.6));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_fat (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint fat[SH_SLICE_POINTS];
  int n = map_part (body, part, fat);

  sh_shade_polygon (fat, n, cr);
  fill_tissue (body, SH_TILE_FAT, theme->fat_edge, theme->fat, theme->fat_light, body->origin, cr);
  sh_set_color (cr, sh_color_mix (theme->skin_edge, theme->fat_edge, 0.5), 0.75);
  cairo_set_line_width (cr, sh_slice_body_line (body, 1.2));
  cairo_stroke (cr);
  shade_in (body, fat, n, -5, -5, 6, theme->fat_edge, 0.45, cr);
  shade_in (body, fat, n, 4, 4, 4, theme->skin_edge, 0.35, cr);
}

static void
draw_pad (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint pad[SH_SLICE_POINTS];
  int n = map_part (body, part, pad);

  sh_shade_polygon (pad, n, cr);
  fill_tissue (body, SH_TILE_FAT, theme->fat_edge, sh_color_mix (theme->fat, theme->fat_light, 0.3),
               theme->fat_light, sh_slice_body_map (body, part->centre), cr);
  cairo_new_path (cr);
  shade_in (body, pad, n, -2, -2, 4, theme->fat_edge, 0.5, cr);
}

static double
contraction_of (const ShSliceBody *body, const ShSliceInfo *info)
{
  return info->mover == SH_SLICE_CALF ? body->calf : info->mover == SH_SLICE_SHIN ? body->shin : 0;
}

static void
draw_tendon_over (const ShSliceBody *body, const ShPoint *points, int n, double alpha, cairo_t *cr)
{
  const ShTheme *theme = body->theme;

  sh_shade_polygon (points, n, cr);
  sh_set_color (cr, theme->tendon, alpha);
  cairo_fill_preserve (cr);
  /* A warm edge: brown-grey between two muscles looks green. */
  sh_set_color (cr, sh_color_mix (theme->tendon_dark, theme->muscle_dark, 0.7), 0.8 * alpha);
  cairo_set_line_width (cr, sh_slice_body_line (body, 1));
  cairo_stroke (cr);
  shade_in (body, points, n, -2, -2, 2.5, theme->tendon_dark, 0.6 * alpha, cr);
}

static void
draw_muscle (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShColor base = sh_color_mix (theme->muscle, theme->muscle_contracted,
                               0.8 * contraction_of (body, part->info));
  ShColor dark = sh_color_mix (base, theme->muscle_dark, 0.75);
  ShColor light = sh_color_mix (base, theme->muscle_light, 0.85);
  ShPoint muscle[SH_SLICE_POINTS];
  int n = map_part (body, part, muscle);

  shade_out (body, muscle, n, 1.5, 2, 2.5, 0.40, cr);
  if (part->tendon < 0.99)
    {
      sh_shade_polygon (muscle, n, cr);
      fill_tissue (body, SH_TILE_MUSCLE, dark, base, light, sh_slice_body_map (body, part->centre),
                   cr);
      cairo_new_path (cr);
      shade_in (body, muscle, n, -5, -5, 9, theme->muscle_dark, 0.60, cr);
      shade_in (body, muscle, n, 4, 3, 7, theme->muscle_light, 0.50, cr);
      sh_shade_polygon (muscle, n, cr);
      sh_set_color (cr, sh_color_mix (theme->muscle_dark, theme->outline, 0.4), 0.75);
      cairo_set_line_width (cr, sh_slice_body_line (body, 1));
      cairo_stroke (cr);
    }
  if (part->tendon > 0.01)
    draw_tendon_over (body, muscle, n, part->tendon, cr);
}

static void
draw_sheet (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  double width = sh_slice_body_line (body, 2.4 * part->alpha);

  for (int i = 0; i < part->n; i++)
    {
      ShPoint p = sh_slice_body_map (body, part->point[i]);

      cairo_line_to (cr, p.x, p.y);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  sh_set_color (cr, theme->fascia_edge, 0.7);
  cairo_set_line_width (cr, width + 2 * sh_slice_body_line (body, 0.8));
  cairo_stroke_preserve (cr);
  sh_set_color (cr, theme->fascia, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* How spongy the tibia is at a height: hard shaft, spongy ends (marrow table rows B4 and 9b). */
static double
sponginess (double height_u)
{
  return 1 - sh_smooth_step (26, 36, height_u) * (1 - sh_smooth_step (80, 90, height_u));
}

static void
draw_bone_texture (
    const ShSliceBody *body, const ShPoint *bone, int n, double spongy, ShPoint anchor, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShColor ivory = sh_color_mix (theme->bone, theme->bone_light, 0.25);

  cairo_save (cr);
  sh_shade_polygon (bone, n, cr);
  cairo_clip_preserve (cr);
  fill_tissue (body, SH_TILE_COMPACT, theme->bone_dark, ivory, theme->bone_light, anchor, cr);
  cairo_new_path (cr);
  if (spongy > 0.01)
    {
      cairo_push_group (cr);
      sh_shade_polygon (bone, n, cr);
      fill_tissue (body, SH_TILE_SPONGY, sh_color_mix (theme->marrow, theme->bone_dark, 0.55),
                   sh_color_mix (theme->bone, theme->bone_dark, 0.18), theme->bone_light, anchor,
                   cr);
      /* The compact rind stays, thin. */
      sh_set_color (cr, ivory, 1);
      cairo_set_line_width (cr, 0.66 * body->unit);
      cairo_stroke (cr);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, spongy);
    }
  cairo_restore (cr);
}

static void
draw_bone (const ShSliceBody *body, const ShSlicePart *part, double height_u, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint bone[SH_SLICE_POINTS];
  int n = map_part (body, part, bone);
  double cartilage = sh_smooth_step (95, 100, height_u);

  shade_out (body, bone, n, 3, 4, 5, 0.50, cr);
  draw_bone_texture (body, bone, n, sponginess (height_u), sh_slice_body_map (body, part->centre),
                     cr);
  if (cartilage > 0.01)
    {
      cairo_save (cr);
      sh_shade_polygon (bone, n, cr);
      cairo_clip_preserve (cr);
      sh_set_color (cr, theme->cartilage, cartilage);
      cairo_set_line_width (cr, 0.8 * body->unit);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  shade_in (body, bone, n, -8, -6, 9, theme->bone_dark, 0.75, cr);
  shade_in (body, bone, n, 4, 3, 5, theme->bone_light, 0.75, cr);
  sh_shade_polygon (bone, n, cr);
  sh_set_color (cr, theme->bone_edge, 1);
  cairo_set_line_width (cr, sh_slice_body_line (body, 1.2));
  cairo_stroke (cr);
}

static void
draw_marrow (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint marrow[SH_SLICE_POINTS];
  int n = map_part (body, part, marrow);

  sh_shade_polygon (marrow, n, cr);
  fill_tissue (body, SH_TILE_MARROW, sh_color_mix (theme->marrow, theme->bone_edge, 0.6),
               theme->marrow, theme->fat_light, sh_slice_body_map (body, part->centre), cr);
  cairo_new_path (cr);
  shade_in (body, marrow, n, 6, 5, 6, theme->bone_edge, 0.65, cr);
  sh_shade_polygon (marrow, n, cr);
  sh_set_color (cr, theme->bone_light, 0.8);
  cairo_set_line_width (cr, sh_slice_body_line (body, 1.4));
  cairo_stroke_preserve (cr);
  sh_set_color (cr, theme->bone_edge, 0.6);
  cairo_set_line_width (cr, sh_slice_body_line (body, 0.8));
  cairo_stroke (cr);
}

/* Vessels between the muscles lie in a bed of soft fat; sinuses lie in the muscle itself. */
static void
draw_beds (const ShSliceBody *body, const ShSliceSection *section, cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  /* A vein that empties lays its bed bare: it must not be louder than the vein. */
  ShColor pale = sh_color_mix (sh_color_mix (theme->fat, theme->window, 0.35), theme->muscle, 0.3);

  for (int i = 0; i < section->n; i++)
    {
      const ShSlicePart *part = &section->part[i];
      gboolean deep = part->info->kind == SH_SLICE_ARTERY ||
                      (part->info->kind == SH_SLICE_VEIN && part->info->vein != SH_VEIN_SOLEAL &&
                       part->info->vein != SH_VEIN_GASTROCNEMIUS &&
                       sh_vein_info (part->info->vein)->group == SH_GROUP_DEEP);

      if (!deep)
        continue;
      sh_slice_draw_bed (body, part, pale, cr);
    }
}

/* Whether a part, with its shadow, reaches into the wanted rows. */
static gboolean
is_wanted (const ShSliceBody *body, const ShSlicePart *part)
{
  double low = 1e9, high = -1e9, shadow = sh_slice_body_px (body, 16);

  if (body->top == 0 && body->bottom == 0)
    return TRUE;
  for (int i = 0; i < part->n; i++)
    {
      double y = sh_slice_body_map (body, part->point[i]).y;

      low = MIN (low, y);
      high = MAX (high, y);
    }
  return high + shadow >= body->top && low - shadow <= body->bottom;
}

static void
draw_inside (const ShSliceBody *body, const ShSliceSection *section, cairo_t *cr)
{
  for (int i = 0; i < section->n; i++)
    {
      const ShSlicePart *part = &section->part[i];

      if (!is_wanted (body, part))
        continue;
      if (part->info->kind == SH_SLICE_PAD)
        draw_pad (body, part, cr);
      else if (part->info->kind == SH_SLICE_MUSCLE || part->info->kind == SH_SLICE_TENDON)
        draw_muscle (body, part, cr);
      else if (part->info->kind == SH_SLICE_SHEET)
        draw_sheet (body, part, cr);
    }
  draw_beds (body, section, cr);
  for (int i = 0; i < section->n; i++)
    {
      const ShSlicePart *part = &section->part[i];

      if (!is_wanted (body, part))
        continue;
      if (part->info->kind == SH_SLICE_BONE)
        draw_bone (body, part, section->height_u, cr);
      else if (part->info->kind == SH_SLICE_MARROW)
        draw_marrow (body, part, cr);
    }
}

/* The fascia is a firm white sleeve; what it holds lies a little lower. */
static void
draw_fascia (const ShSliceBody *body,
             const ShSlicePart *part,
             const ShSliceSection *section,
             cairo_t *cr)
{
  const ShTheme *theme = body->theme;
  ShPoint fascia[SH_SLICE_POINTS];
  int n = map_part (body, part, fascia);
  ShColor loose = sh_color_mix (sh_color_mix (theme->skin, theme->fat, 0.35), theme->fascia, 0.28);
  /* Near the joints fat fills what the muscles leave. */
  double ends = 1 - sh_smooth_step (28, 40, section->height_u) *
                        (1 - sh_smooth_step (78, 90, section->height_u));

  cairo_save (cr);
  sh_shade_polygon (fascia, n, cr);
  cairo_clip_preserve (cr);
  fill_tissue (body, SH_TILE_LOOSE, sh_color_mix (loose, theme->skin_edge, 0.4), loose,
               sh_color_mix (loose, theme->fascia, 0.55), body->origin, cr);
  if (ends > 0.01)
    {
      cairo_push_group (cr);
      sh_shade_polygon (fascia, n, cr);
      fill_tissue (body, SH_TILE_FAT, theme->fat_edge, sh_color_mix (theme->fat, loose, 0.3),
                   theme->fat_light, body->origin, cr);
      cairo_new_path (cr);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, ends);
    }
  cairo_new_path (cr);
  draw_inside (body, section, cr);
  cairo_restore (cr);
  shade_in (body, fascia, n, 5, 5, 7, theme->shadow, 0.42, cr);
  sh_shade_polygon (fascia, n, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  sh_set_color (cr, theme->fascia_edge, 0.85);
  cairo_set_line_width (cr, sh_slice_body_line (body, 2.4) + 2 * sh_slice_body_line (body, 0.9));
  cairo_stroke_preserve (cr);
  sh_set_color (cr, theme->fascia, 1);
  cairo_set_line_width (cr, sh_slice_body_line (body, 2.4));
  cairo_stroke (cr);
}

void
sh_slice_body_draw (const ShSliceBody *body, const ShSliceSection *section, cairo_t *cr)
{
  for (int i = 0; i < section->n; i++)
    {
      const ShSlicePart *part = &section->part[i];

      if (part->info->kind == SH_SLICE_SKIN)
        draw_skin (body, part, cr);
      else if (part->info->kind == SH_SLICE_FAT)
        draw_fat (body, part, cr);
      else if (part->info->kind == SH_SLICE_FASCIA)
        draw_fascia (body, part, section, cr);
      else if (part->info->kind == SH_SLICE_ARTERY)
        sh_slice_draw_artery (body, part, cr);
      else if (part->info->kind == SH_SLICE_NERVE)
        sh_slice_draw_nerve (body, part, cr);
    }
}
