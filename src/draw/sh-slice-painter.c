/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-painter.h"

#include <math.h>
#include <string.h>

#include "sh-blood-look.h"
#include "sh-rig.h"
#include "sh-slice-body.h"
#include "sh-slice-geometry.h"
#include "sh-slice-labels.h"
#include "sh-vein-section.h"

/* Bodies are kept for this many steps of contraction and of swelling: a step moves the skin by less
 * than half a pixel at the sizes of a window. */
#define POSE_STEPS 8
#define SWELL_STEPS 12
#define KEPT_BODIES 12
/* What has to fit: the largest section (landmark table, section 9), swollen, with its slab. */
#define EXTENT_X_U 27.6
#define EXTENT_Y_U 30.2
#define CENTRE_Y_U -0.55

/** One body picture, kept by its pose. */
typedef struct
{
  cairo_surface_t *surface; /* NULL: free */
  int calf, shin, swelling;
  guint64 used;
} KeptBody;

struct _ShSlicePainter
{
  ShSliceGeometry *geometry;
  ShVeinSections *sections;
  ShSliceOptions options;
  gboolean configured;
  ShSliceSection rest; /* at the present level */
  ShSliceSection posed;
  gboolean is_posed; /* whether that is the section in this pose: calf, shin, swelling */
  int pose[3];
  ShSliceBody body; /* in device pixels, for the kept pictures */
  ShSliceBody view; /* in user units, for veins, labels and picking */
  double tile_unit; /* device pixels per landmark unit that the tiles are made for */
  KeptBody kept[KEPT_BODIES];
  guint64 clock;
};

ShSlicePainter *
sh_slice_painter_new (ShArt *art)
{
  ShSlicePainter *painter = g_new0 (ShSlicePainter, 1);

  painter->geometry = sh_slice_geometry_new (art);
  painter->sections = sh_vein_sections_new ();
  return painter;
}

static void
forget_bodies (ShSlicePainter *painter)
{
  for (int i = 0; i < KEPT_BODIES; i++)
    g_clear_pointer (&painter->kept[i].surface, cairo_surface_destroy);
}

void
sh_slice_painter_free (ShSlicePainter *painter)
{
  if (painter == NULL)
    return;
  forget_bodies (painter);
  sh_slice_body_clear (&painter->body);
  sh_slice_geometry_free (painter->geometry);
  sh_vein_sections_free (painter->sections);
  g_free (painter);
}

static gboolean
same_rect (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
same_options (const ShSliceOptions *a, const ShSliceOptions *b)
{
  return same_rect (&a->rect, &b->rect) && a->theme == b->theme && a->side == b->side &&
         a->labels == b->labels && a->level == b->level && a->text_scale == b->text_scale &&
         a->scale == b->scale && a->vector == b->vector && a->quick == b->quick;
}

/* Places the section in the space that the words leave. */
static void
lay_out (ShSlicePainter *painter)
{
  const ShSliceOptions *options = &painter->options;
  cairo_rectangle_t room = options->rect;
  double scale = MAX (options->scale, 0.1);

  sh_slice_labels_shrink (&room, options->labels, options->text_scale);
  painter->view.theme = sh_theme (options->theme);
  painter->view.mirror = options->side == SH_SIDE_LEFT ? -1 : 1;
  painter->view.unit = MAX (MIN (room.width / EXTENT_X_U, room.height / EXTENT_Y_U), 0.5);
  painter->view.origin.x = room.x + room.width / 2;
  painter->view.origin.y = room.y + room.height / 2 + CENTRE_Y_U * painter->view.unit;
  painter->view.quick = options->quick;
  painter->view.vector = options->vector;

  painter->body.theme = painter->view.theme;
  painter->body.mirror = painter->view.mirror;
  painter->body.unit = painter->view.unit * scale;
  painter->body.origin.x = (painter->view.origin.x - options->rect.x) * scale;
  painter->body.origin.y = (painter->view.origin.y - options->rect.y) * scale;
  painter->body.quick = options->quick;
  painter->body.vector = options->vector;
}

gboolean
sh_slice_painter_configure (ShSlicePainter *painter, const ShSliceOptions *options)
{
  gboolean still_changed;

  if (painter->configured && same_options (&painter->options, options))
    return FALSE;
  still_changed = !painter->configured || !same_rect (&painter->options.rect, &options->rect) ||
                  painter->options.theme != options->theme ||
                  painter->options.side != options->side ||
                  painter->options.labels != options->labels ||
                  painter->options.text_scale != options->text_scale ||
                  painter->options.scale != options->scale;
  painter->options = *options;
  painter->configured = TRUE;
  lay_out (painter);
  forget_bodies (painter);
  sh_slice_geometry_at (painter->geometry, options->level, &painter->rest);
  painter->posed = painter->rest;
  painter->is_posed = FALSE;
  return still_changed;
}

/* Tiles depend on the scale alone, so that themes and levels share them. */
static void
prepare_tiles (ShSlicePainter *painter)
{
  double unit = painter->options.vector ? painter->view.unit : painter->body.unit;

  if (painter->options.quick || (painter->tile_unit == unit && painter->body.tile[0] != NULL))
    return;
  sh_slice_body_clear (&painter->body);
  sh_slice_body_make_tiles (&painter->body, unit);
  painter->tile_unit = unit;
}

static void
pose_section (ShSlicePainter *painter, int calf, int shin, int swelling)
{
  const int pose[3] = { calf, shin, swelling };

  if (painter->is_posed && memcmp (pose, painter->pose, sizeof pose) == 0)
    return;
  memcpy (painter->pose, pose, sizeof pose);
  painter->is_posed = TRUE;
  painter->posed = painter->rest;
  sh_slice_section_pose (&painter->posed, (double) calf / POSE_STEPS, (double) shin / POSE_STEPS,
                         (double) swelling / SWELL_STEPS);
}

static void
paint_body (ShSlicePainter *painter, KeptBody *kept)
{
  const ShSliceOptions *options = &painter->options;
  cairo_t *cr;

  prepare_tiles (painter);
  painter->body.calf = (double) kept->calf / POSE_STEPS;
  painter->body.shin = (double) kept->shin / POSE_STEPS;
  kept->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                              (int) ceil (options->rect.width * options->scale),
                                              (int) ceil (options->rect.height * options->scale));
  cr = cairo_create (kept->surface);
  sh_slice_body_draw (&painter->body, &painter->posed, cr);
  cairo_scale (cr, options->scale, options->scale);
  cairo_translate (cr, -options->rect.x, -options->rect.y);
  sh_slice_labels_draw_over (&painter->view, &painter->rest, &options->rect, options->labels,
                             options->text_scale, cr);
  cairo_destroy (cr);
}

static KeptBody *
find_body (ShSlicePainter *painter, int calf, int shin, int swelling)
{
  KeptBody *oldest = &painter->kept[0];

  painter->clock++;
  for (int i = 0; i < KEPT_BODIES; i++)
    {
      KeptBody *kept = &painter->kept[i];

      if (kept->surface != NULL && kept->calf == calf && kept->shin == shin &&
          kept->swelling == swelling)
        {
          kept->used = painter->clock;
          return kept;
        }
      if (kept->surface == NULL || (oldest->surface != NULL && kept->used < oldest->used))
        oldest = kept;
    }
  g_clear_pointer (&oldest->surface, cairo_surface_destroy);
  *oldest = (KeptBody){ NULL, calf, shin, swelling, painter->clock };
  paint_body (painter, oldest);
  return oldest;
}

static void
draw_body_vector (ShSlicePainter *painter, int calf, int shin, cairo_t *cr)
{
  ShSliceBody body = painter->view;

  prepare_tiles (painter);
  for (int i = 0; i < SH_N_TILES; i++)
    body.tile[i] = painter->body.tile[i];
  body.calf = (double) calf / POSE_STEPS;
  body.shin = (double) shin / POSE_STEPS;
  sh_slice_body_draw (&body, &painter->posed, cr);
  sh_slice_labels_draw_over (&painter->view, &painter->rest, &painter->options.rect,
                             painter->options.labels, painter->options.text_scale, cr);
}

static void
draw_body (ShSlicePainter *painter, int calf, int shin, int swelling, cairo_t *cr)
{
  const ShSliceOptions *options = &painter->options;
  KeptBody *kept;

  if (options->vector)
    {
      draw_body_vector (painter, calf, shin, cr);
      return;
    }
  kept = find_body (painter, calf, shin, swelling);
  cairo_save (cr);
  cairo_translate (cr, options->rect.x, options->rect.y);
  cairo_scale (cr, 1 / options->scale, 1 / options->scale);
  cairo_set_source_surface (cr, kept->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
look_at_vein (ShSlicePainter *painter,
              const ShSlicePart *part,
              const ShFrame *frame,
              ShVeinSection *section,
              ShBloodLook *look)
{
  ShVein vein = sh_slice_vein_at (part->info, painter->posed.height_u);
  ShBloodState state;

  sh_blood_state_of_vein (frame, vein, &state);
  sh_blood_look (painter->view.theme, &state, look);
  /* A treated vein is a flat cord. */
  *section =
      (ShVeinSection){ .centre = sh_slice_body_map (&painter->view, part->centre),
                       .radius = part->radius * painter->view.unit * (state.closed ? 0.7 : 1),
                       .angle = -painter->view.mirror * part->angle,
                       .area_ratio = state.closed ? 0.12 : state.area_ratio,
                       .seed = 7.0 * part->centre.x };
}

static void
draw_veins (ShSlicePainter *painter, const ShFrame *frame, cairo_t *cr)
{
  ShVeinSection sections[SH_VEIN_SECTIONS_MAX];
  ShBloodLook looks[SH_VEIN_SECTIONS_MAX];
  int n = 0;

  for (int i = 0; i < painter->posed.n && n < SH_VEIN_SECTIONS_MAX; i++)
    if (painter->posed.part[i].info->kind == SH_SLICE_VEIN)
      {
        look_at_vein (painter, &painter->posed.part[i], frame, &sections[n], &looks[n]);
        n++;
      }
  sh_vein_sections_draw (painter->sections, sections, looks, n, painter->view.theme, cr);
}

void
sh_slice_painter_draw_moving (ShSlicePainter *painter, cairo_t *cr, const ShFrame *frame)
{
  ShBodyPose pose;
  int calf, shin, swelling;

  g_return_if_fail (painter->configured);
  sh_body_pose_from_frame (frame, &pose);
  calf = (int) round (CLAMP (pose.calf, 0.0, 1.0) * POSE_STEPS);
  shin = (int) round (CLAMP (pose.shin, 0.0, 1.0) * POSE_STEPS / 2) * 2;
  swelling = (int) round (CLAMP (pose.swelling, 0.0, 1.0) * SWELL_STEPS);
  pose_section (painter, calf, shin, swelling);
  cairo_save (cr);
  cairo_rectangle (cr, painter->options.rect.x, painter->options.rect.y,
                   painter->options.rect.width, painter->options.rect.height);
  cairo_clip (cr);
  draw_body (painter, calf, shin, swelling, cr);
  draw_veins (painter, frame, cr);
  cairo_restore (cr);
}

void
sh_slice_painter_draw_still (ShSlicePainter *painter, cairo_t *cr)
{
  const ShSliceOptions *options = &painter->options;

  g_return_if_fail (painter->configured);
  sh_slice_labels_draw_still (&painter->view, &options->rect, options->labels, options->text_scale,
                              cr);
}

void
sh_slice_painter_moving_bounds (ShSlicePainter *painter, cairo_rectangle_t *bounds)
{
  const cairo_rectangle_t *rect = &painter->options.rect;

  bounds->x = floor (rect->x);
  bounds->y = floor (rect->y);
  bounds->width = ceil (rect->x + rect->width) - bounds->x;
  bounds->height = ceil (rect->y + rect->height) - bounds->y;
}

ShHit
sh_slice_painter_pick (ShSlicePainter *painter, double x, double y)
{
  ShHit hit = { SH_HIT_NOTHING, -1 };
  const ShSlicePart *part;
  double least = 1e9;

  if (!painter->configured)
    return hit;
  /* A vein wins over the muscle around it, with some slack for fingers. */
  for (int i = 0; i < painter->posed.n; i++)
    {
      ShPoint c;
      double away;

      part = &painter->posed.part[i];
      if (part->info->kind != SH_SLICE_VEIN)
        continue;
      c = sh_slice_body_map (&painter->view, part->centre);
      away = hypot (x - c.x, y - c.y);
      if (away < MAX (1.4 * part->radius * painter->view.unit, 9) && away < least)
        {
          least = away;
          hit =
              (ShHit){ SH_HIT_VEIN, (int) sh_slice_vein_at (part->info, painter->posed.height_u) };
        }
    }
  if (hit.kind == SH_HIT_VEIN)
    return hit;
  part = sh_slice_section_find (
      &painter->posed, painter->view.mirror * (x - painter->view.origin.x) / painter->view.unit,
      (painter->view.origin.y - y) / painter->view.unit);
  if (part != NULL && part->info->kind == SH_SLICE_MUSCLE)
    hit.kind = SH_HIT_MUSCLE;
  return hit;
}
