/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slice-painter.h"

#include <math.h>
#include <string.h>

#include "sh-blood-look.h"
#include "sh-rig.h"
#include "sh-photo.h"
#include "sh-slice-body.h"
#include "sh-slice-geometry.h"
#include "sh-slice-labels.h"
#include "sh-slice-water.h"
#include "sh-vein-section.h"

/* Bodies are kept for this many steps of contraction, cross-faded between two steps, of the muscles
 * in front, and of swelling. */
#define CALF_STEPS 5
#define SHIN_STEPS 4
#define SWELL_STEPS 24
#define MOST_BODIES 32
#define KEPT_BYTES (64.0 * 1024 * 1024)
/* Above this height of the section nothing moves with the calf, below the other one nothing with
 * the muscles in front; in landmark units. */
#define CALF_BELOW_U 2.6
#define SHIN_ABOVE_U -2.0
/* What has to fit: the largest section (landmark table, section 9), swollen, with its slab. */
#define EXTENT_X_U 28.6
#define EXTENT_Y_U 31.8
#define CENTRE_Y_U -0.55
/* Pixels of a vector file's picture for one user unit. */
#define PHOTO_SCALE 2.0
/* A closed vein is a cord of this part of its size. */
#define CORD_SIZE 0.55

/** One body picture, kept by its pose. */
typedef struct
{
  cairo_surface_t *surface; /* NULL: free */
  int calf, shin, swelling;
  gboolean stocking;
  guint64 used;
} KeptBody;

/** How a frame poses the section. */
typedef struct
{
  double calf, shin; /* 0…1 */
  int swelling;      /* steps */
  gboolean stocking; /* worn */
} SlicePose;

struct _ShSlicePainter
{
  ShSliceGeometry *geometry;
  ShVeinSections *sections;
  ShSliceOptions options;
  gboolean configured;
  ShSliceSection rest; /* at the present level */
  ShSliceSection posed;
  ShSliceLeaders leaders;
  ShSliceBody body;      /* in device pixels, for the kept pictures */
  ShSliceBody view;      /* in user units, for veins, labels and picking */
  cairo_rectangle_t box; /* that the kept pictures cover, in device pixels from the rectangle */
  double tile_unit;      /* device pixels per landmark unit that the tiles are made for */
  KeptBody kept[MOST_BODIES];
  guint64 clock;
  double falling_s[SH_N_VEINS]; /* for how long each vein's blood has been falling back */
};

ShSlicePainter *
sh_slice_painter_new (ShArt *art)
{
  ShSlicePainter *painter = g_new0 (ShSlicePainter, 1);

  painter->geometry = sh_slice_geometry_new (art);
  painter->sections = sh_vein_sections_new ();
  for (int i = 0; i < SH_N_VEINS; i++)
    painter->falling_s[i] = SH_REFLUX_FULL_S;
  return painter;
}

void
sh_slice_painter_advance (ShSlicePainter *painter, const ShFrame *frame, double dt_s)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    sh_blood_falling_advance (frame->velocity_cm_s[i], dt_s, &painter->falling_s[i]);
}

static void
forget_bodies (ShSlicePainter *painter)
{
  for (int i = 0; i < MOST_BODIES; i++)
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

/* The part of the rectangle that the body may touch, with its slab and shadow, bulging and swollen,
 * in whole device pixels. Margins in landmark units. */
static void
lay_box (ShSlicePainter *painter)
{
  const ShSlicePart *skin = sh_slice_section_part (&painter->rest, "skin");
  const ShSliceBody *body = &painter->body;
  double scale = MAX (painter->options.scale, 0.1);
  double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;

  for (int i = 0; i < skin->n; i++)
    {
      ShPoint p = sh_slice_body_map (body, skin->point[i]);

      x0 = MIN (x0, p.x);
      x1 = MAX (x1, p.x);
      y0 = MIN (y0, p.y);
      y1 = MAX (y1, p.y);
    }
  x0 = MAX (floor (x0 - 2.4 * body->unit), 0);
  y0 = MAX (floor (y0 - 1.8 * body->unit), 0);
  x1 = MIN (ceil (x1 + 3.2 * body->unit), ceil (painter->options.rect.width * scale));
  y1 = MIN (ceil (y1 + 5.2 * body->unit), ceil (painter->options.rect.height * scale));
  painter->box = (cairo_rectangle_t){ x0, y0, MAX (x1 - x0, 1), MAX (y1 - y0, 1) };
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
  const ShSliceOptions before = painter->options;
  ShSliceLeaders texts = painter->leaders;
  gboolean first = !painter->configured;

  if (painter->configured && same_options (&before, options))
    return FALSE;
  painter->options = *options;
  painter->configured = TRUE;
  lay_out (painter);
  forget_bodies (painter);
  sh_slice_geometry_at (painter->geometry, options->level, &painter->rest);
  painter->posed = painter->rest;
  lay_box (painter);
  sh_slice_labels_lay_leaders (&painter->view, &painter->rest, &options->rect, options->labels,
                               options->text_scale, &painter->leaders);
  return first || !same_rect (&before.rect, &options->rect) || before.theme != options->theme ||
         before.side != options->side || before.labels != options->labels ||
         before.text_scale != options->text_scale || before.scale != options->scale ||
         !sh_slice_labels_same_texts (&texts, &painter->leaders);
}

/* Tiles depend on the scale alone, so that themes and levels share them. */
static void
prepare_tiles (ShSlicePainter *painter)
{
  double exact = painter->options.vector ? PHOTO_SCALE * painter->view.unit : painter->body.unit;
  /* In steps of an eighth of an octave or so: a window that is being resized keeps its tiles. */
  double unit = exp (round (8 * log (exact)) / 8);

  if (painter->options.quick || (painter->tile_unit == unit && painter->body.tile[0] != NULL))
    return;
  sh_slice_body_clear (&painter->body);
  sh_slice_body_make_tiles (&painter->body, unit);
  painter->tile_unit = unit;
}

/* Only the veins' middles are needed from frame to frame. */
static void
pose_veins (ShSlicePainter *painter, const SlicePose *pose)
{
  painter->posed.n = 0;
  painter->posed.height_u = painter->rest.height_u;
  painter->posed.front = painter->rest.front;
  for (int i = 0; i < painter->rest.n; i++)
    {
      const ShSlicePart *from = &painter->rest.part[i];
      ShSlicePart *to = &painter->posed.part[painter->posed.n];

      if (from->info->kind != SH_SLICE_VEIN)
        continue;
      to->info = from->info;
      to->alpha = from->alpha;
      to->centre = from->centre;
      to->radius = from->radius;
      to->angle = from->angle;
      to->n = 0;
      painter->posed.n++;
    }
  sh_slice_section_pose (&painter->posed, pose->calf, pose->shin,
                         (double) pose->swelling / SWELL_STEPS);
}

/* A body that differs only in the calf shares its front with a kept one, and so on: the rows that
 * are the same are copied. */
static void
copy_rows (ShSlicePainter *painter, const KeptBody *kept, cairo_t *cr, ShSliceBody *body)
{
  double height = painter->box.height;

  body->top = body->bottom = 0;
  for (int i = 0; i < MOST_BODIES; i++)
    {
      const KeptBody *other = &painter->kept[i];
      gboolean calf_only = other->shin == kept->shin && kept->calf != other->calf;
      gboolean shin_only = other->calf == kept->calf && kept->shin != other->shin;

      if (other->surface == NULL || other == kept || other->swelling != kept->swelling ||
          other->stocking != kept->stocking || calf_only == shin_only)
        continue;
      cairo_set_source_surface (cr, other->surface, 0, 0);
      cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      body->top = calf_only ? floor (body->origin.y - CALF_BELOW_U * body->unit) : 0;
      body->bottom = calf_only ? height : ceil (body->origin.y - SHIN_ABOVE_U * body->unit);
      cairo_rectangle (cr, 0, body->top, painter->box.width, body->bottom - body->top);
      cairo_clip (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      return;
    }
}

static void
paint_body (ShSlicePainter *painter, KeptBody *kept)
{
  const ShSliceOptions *options = &painter->options;
  g_autofree ShSliceSection *section = g_memdup2 (&painter->rest, sizeof (ShSliceSection));
  cairo_surface_t *surface;
  ShSliceBody body;
  cairo_t *cr;

  prepare_tiles (painter);
  body = painter->body;
  body.origin.x -= painter->box.x;
  body.origin.y -= painter->box.y;
  body.calf = (double) kept->calf / CALF_STEPS;
  body.shin = (double) kept->shin / SHIN_STEPS;
  body.stocking = kept->stocking;
  sh_slice_section_pose (section, body.calf, body.shin, (double) kept->swelling / SWELL_STEPS);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) painter->box.width,
                                        (int) painter->box.height);
  cr = cairo_create (surface);
  copy_rows (painter, kept, cr, &body);
  sh_slice_body_draw (&body, section, cr);
  if (kept->swelling > 0)
    sh_slice_water_draw (&body, &painter->rest, section, body.calf, body.shin, cr);
  cairo_translate (cr, -painter->box.x, -painter->box.y);
  cairo_scale (cr, options->scale, options->scale);
  cairo_translate (cr, -options->rect.x, -options->rect.y);
  sh_slice_labels_draw_names (&painter->view, &painter->rest, options->labels, options->text_scale,
                              cr);
  cairo_destroy (cr);
  kept->surface = surface;
}

static int
most_bodies (const ShSlicePainter *painter)
{
  double bytes = painter->box.width * painter->box.height * 4;

  return (int) CLAMP (KEPT_BYTES / bytes, 8, MOST_BODIES);
}

static const KeptBody *
find_body (ShSlicePainter *painter, const SlicePose *pose, int calf, int shin)
{
  KeptBody *oldest = &painter->kept[0];
  int n = most_bodies (painter);

  painter->clock++;
  for (int i = 0; i < n; i++)
    {
      KeptBody *kept = &painter->kept[i];

      if (kept->surface != NULL && kept->calf == calf && kept->shin == shin &&
          kept->swelling == pose->swelling && kept->stocking == pose->stocking)
        {
          kept->used = painter->clock;
          return kept;
        }
      if (oldest->surface != NULL && (kept->surface == NULL || kept->used < oldest->used))
        oldest = kept;
    }
  g_clear_pointer (&oldest->surface, cairo_surface_destroy);
  *oldest = (KeptBody){ NULL, calf, shin, pose->swelling, pose->stocking, painter->clock };
  paint_body (painter, oldest);
  return oldest;
}

/* The tissues as one picture within the skin's exact line; the slab and its shadow stay paths. */
static void
draw_photo (ShSlicePainter *painter,
            const ShSliceBody *body,
            const ShSliceSection *section,
            cairo_t *cr)
{
  const int size = (int) ceil (PHOTO_SCALE * MAX (EXTENT_X_U, EXTENT_Y_U) * body->unit);
  g_autofree ShSliceSection *slab = g_memdup2 (section, sizeof (ShSliceSection));
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_surface_t *photo;
  ShSliceBody inner = *body;
  cairo_t *cr2 = cairo_create (picture);

  inner.vector = FALSE;
  inner.unit *= PHOTO_SCALE;
  inner.origin = (ShPoint){ 0.5 * size, 0.5 * size };
  inner.top = inner.bottom = 0;
  sh_slice_body_draw (&inner, section, cr2);
  cairo_destroy (cr2);
  photo = sh_photo_new (picture, body->theme->skin);
  slab->n = 1;
  sh_slice_body_draw (body, slab, cr);
  cairo_save (cr);
  cairo_new_path (cr);
  for (int i = 0; i < section->part[0].n; i++)
    {
      ShPoint at = sh_slice_body_map (body, section->part[0].point[i]);

      cairo_line_to (cr, at.x, at.y);
    }
  cairo_clip (cr);
  cairo_translate (cr, body->origin.x, body->origin.y);
  cairo_scale (cr, 1 / PHOTO_SCALE, 1 / PHOTO_SCALE);
  cairo_set_source_surface (cr, photo, -0.5 * size, -0.5 * size);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (photo);
  cairo_surface_destroy (picture);
}

static void
draw_body_vector (ShSlicePainter *painter, const SlicePose *pose, cairo_t *cr)
{
  g_autofree ShSliceSection *section = g_memdup2 (&painter->rest, sizeof (ShSliceSection));
  ShSliceBody body = painter->view;

  prepare_tiles (painter);
  for (int i = 0; i < SH_N_TILES; i++)
    body.tile[i] = painter->body.tile[i];
  body.calf = pose->calf;
  body.shin = pose->shin;
  body.stocking = pose->stocking;
  sh_slice_section_pose (section, pose->calf, pose->shin, (double) pose->swelling / SWELL_STEPS);
  draw_photo (painter, &body, section, cr);
  if (pose->swelling > 0)
    sh_slice_water_draw (&body, &painter->rest, section, pose->calf, pose->shin, cr);
  sh_slice_labels_draw_names (&painter->view, &painter->rest, painter->options.labels,
                              painter->options.text_scale, cr);
}

/* Two kept pictures cross-faded: the eye sees one that moves. */
static void
draw_body (ShSlicePainter *painter, const SlicePose *pose, cairo_t *cr)
{
  const ShSliceOptions *options = &painter->options;
  int shin = (int) round (pose->shin * SHIN_STEPS);
  int low = MIN ((int) (pose->calf * CALF_STEPS), CALF_STEPS - 1);
  double mix = pose->calf * CALF_STEPS - low;

  cairo_save (cr);
  cairo_translate (cr, options->rect.x, options->rect.y);
  cairo_scale (cr, 1 / options->scale, 1 / options->scale);
  cairo_translate (cr, painter->box.x, painter->box.y);
  if (mix < 0.97)
    {
      cairo_set_source_surface (cr, find_body (painter, pose, low, shin)->surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
    }
  if (mix > 0.03)
    {
      double top = painter->body.origin.y - painter->box.y - CALF_BELOW_U * painter->body.unit;

      if (mix < 0.97)
        {
          cairo_rectangle (cr, 0, floor (top), painter->box.width, painter->box.height);
          cairo_clip (cr);
        }
      cairo_set_source_surface (cr, find_body (painter, pose, low + 1, shin)->surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint_with_alpha (cr, mix < 0.97 ? mix : 1);
    }
  cairo_restore (cr);
}

static void
read_pose (const ShFrame *frame, SlicePose *pose)
{
  ShBodyPose body;

  sh_body_pose_from_frame (frame, &body);
  pose->calf = CLAMP (body.calf, 0.0, 1.0);
  /* The two groups take turns in every activity; where they overlap the calf is what is shown. That
   * keeps the number of kept pictures small. */
  pose->shin = CLAMP (body.shin, 0.0, 1.0) * (1 - sh_smooth_step (0.02, 0.25, pose->calf));
  pose->stocking = frame->stocking_mmhg > 0;
  pose->swelling = (int) round (CLAMP (body.swelling, 0.0, 1.0) * SWELL_STEPS);
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
  sh_blood_look_falling (painter->view.theme, &state, painter->falling_s[vein], look);
  *section = (ShVeinSection){ .centre = sh_slice_body_map (&painter->view, part->centre),
                              .radius = part->radius * painter->view.unit *
                                        sqrt (1.0 - frame->narrowing[vein]),
                              .angle = -painter->view.mirror * part->angle,
                              .area_ratio = state.area_ratio,
                              .seed = 7.0 * part->centre.x };
}

/* What an old clot or a treatment leaves: a pale thick wall round the narrowed lumen, or a small
 * round cord. */
static void
draw_scar (const ShSlicePainter *painter, const ShSlicePart *part, double size, cairo_t *cr)
{
  const ShTheme *theme = painter->view.theme;
  ShColor pale = sh_color_mix (theme->bone_light, theme->wall_light, 0.25);
  ShColor fibre = sh_color_mix (pale, theme->tendon_dark, 0.6);
  ShPoint at = sh_slice_body_map (&painter->view, part->centre);
  double radius = size * part->radius * painter->view.unit;

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius + CLAMP (0.055 * radius, 0.8, 2.4), 0, 2 * G_PI);
  sh_set_color (cr, theme->contour, 1);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  sh_set_color (cr, pale, 1);
  cairo_fill (cr);
  sh_set_color (cr, fibre, 0.6);
  cairo_set_line_width (cr, MAX (0.05 * radius, 0.5));
  for (int i = 1; i < 4; i++)
    {
      cairo_arc (cr, at.x, at.y, radius * (1.0 - 0.26 * i), 1.7 * i, 1.7 * i + 4.4);
      cairo_stroke (cr);
    }
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
        const ShSlicePart *part = &painter->posed.part[i];
        ShVein vein = sh_slice_vein_at (part->info, painter->posed.height_u);

        if (frame->closed[vein] || frame->narrowing[vein] > 0)
          draw_scar (painter, part, frame->closed[vein] ? CORD_SIZE : 1, cr);
        if (frame->closed[vein])
          continue;
        look_at_vein (painter, part, frame, &sections[n], &looks[n]);
        n++;
      }
  sh_vein_sections_draw (painter->sections, sections, looks, n, painter->view.theme, cr);
}

void
sh_slice_painter_draw_moving (ShSlicePainter *painter, cairo_t *cr, const ShFrame *frame)
{
  const cairo_rectangle_t *rect = &painter->options.rect;
  SlicePose pose;

  g_return_if_fail (painter->configured);
  read_pose (frame, &pose);
  pose_veins (painter, &pose);
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  if (painter->options.vector)
    draw_body_vector (painter, &pose, cr);
  else
    draw_body (painter, &pose, cr);
  sh_slice_labels_draw_leaders (painter->view.theme, &painter->leaders, cr);
  draw_veins (painter, frame, cr);
  cairo_restore (cr);
}

void
sh_slice_painter_draw_still (ShSlicePainter *painter, cairo_t *cr)
{
  const ShSliceOptions *options = &painter->options;

  g_return_if_fail (painter->configured);
  sh_slice_labels_draw_still (&painter->view, &painter->rest, &painter->leaders,
                              options->text_scale, cr);
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
      &painter->rest, painter->view.mirror * (x - painter->view.origin.x) / painter->view.unit,
      (painter->view.origin.y - y) / painter->view.unit);
  if (part != NULL && part->info->kind == SH_SLICE_MUSCLE)
    hit.kind = SH_HIT_MUSCLE;
  return hit;
}

gboolean
sh_slice_painter_vein_bounds (ShSlicePainter *painter, ShVein vein, cairo_rectangle_t *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (int i = 0; painter->configured && i < painter->rest.n; i++)
    {
      const ShSlicePart *part = &painter->rest.part[i];
      double half = part->radius * painter->view.unit;
      ShPoint at;

      if (part->info->kind != SH_SLICE_VEIN || part->alpha < 0.5 ||
          sh_slice_vein_at (part->info, painter->rest.height_u) != vein)
        continue;
      at = sh_slice_body_map (&painter->view, part->centre);
      left = MIN (left, at.x - half);
      top = MIN (top, at.y - half);
      right = MAX (right, at.x + half);
      bottom = MAX (bottom, at.y + half);
    }
  *bounds = (cairo_rectangle_t){ left, top, right - left, bottom - top };
  return left < right;
}

int
sh_slice_painter_text_boxes (ShSlicePainter *painter, cairo_rectangle_t boxes[SH_SLICE_TEXTS])
{
  return sh_slice_labels_boxes (&painter->leaders, boxes);
}
