/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leg-body-private.h"

#include <math.h>

/* The resting body covers this part of the plate, shadows included; a foot that points its toes
 * reaches lower. */
#define BODY_LEFT 190.0
#define BODY_RIGHT 900.0
#define BODY_TOP 0.0
/* Above the foot it begins here, with the shadow on the paper. */
#define LEG_LEFT 370.0
#define SWELLING_STEPS 40.0
/* What all kept pictures together may take, in pictures of the whole leg. */
#define CACHE_PICTURES 14

ShLegBody *
sh_leg_body_new (ShArt *art)
{
  ShLegBody *body = g_new0 (ShLegBody, 1);

  body->painter = sh_body_painter_new (art);
  body->art = sh_art_ref (art);
  return body;
}

/* Throws away every picture. */
static void
forget (ShLegBody *body)
{
  sh_body_shelf_clear (&body->shelf);
  g_clear_pointer (&body->posed, cairo_surface_destroy);
  g_clear_pointer (&body->thigh, cairo_surface_destroy);
  if (body->worker != NULL)
    sh_body_worker_forget (body->worker);
  body->painted = FALSE;
}

void
sh_leg_body_free (ShLegBody *body)
{
  forget (body);
  g_clear_pointer (&body->stand_in.picture, cairo_surface_destroy);
  sh_body_worker_free (body->worker);
  sh_body_painter_free (body->painter);
  sh_art_unref (body->art);
  g_free (body);
}

/* The rectangle of picture pixels that holds a rectangle of the plate; edges are rounded alike, so
 * that neighbours meet. */
static cairo_rectangle_int_t
to_pixels (const ShLegBody *body, double left, double top, double right, double bottom)
{
  double x0 = left, y0 = top, x1 = right, y1 = bottom;
  int a, b, c, d;

  cairo_matrix_transform_point (&body->to_picture, &x0, &y0);
  cairo_matrix_transform_point (&body->to_picture, &x1, &y1);
  a = (int) floor (MIN (x0, x1));
  b = (int) floor (MIN (y0, y1) + 0.5);
  c = (int) ceil (MAX (x0, x1));
  d = (int) floor (MAX (y0, y1) + 0.5);
  return (cairo_rectangle_int_t){ a, b, c - a, d - b };
}

static void
clamp_region (cairo_rectangle_int_t *region, const cairo_rectangle_int_t *picture)
{
  int left = MAX (region->x, 0), top = MAX (region->y, 0);
  int right = MIN (region->x + region->width, picture->width);
  int bottom = MIN (region->y + region->height, picture->height);

  *region = (cairo_rectangle_int_t){ left, top, MAX (0, right - left), MAX (0, bottom - top) };
}

static void
cut_regions (ShLegBody *body, const cairo_rectangle_int_t *picture)
{
  for (ShBodyRegion i = 0; i < SH_N_BODY_REGIONS; i++)
    {
      cairo_rectangle_t bounds;

      sh_body_region_bounds (i, &bounds);
      body->regions[i] =
          to_pixels (body, bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height);
      clamp_region (&body->regions[i], picture);
    }
}

/* Keeps what is shown until the body is ready for another place; not in other colours, which would
 * be seen as a flash. */
static void
keep_stand_in (ShLegBody *body, const ShLegBodyPlace *place)
{
  if (!place->in_worker || place->vector || place->theme != body->place.theme)
    g_clear_pointer (&body->stand_in.picture, cairo_surface_destroy);
  else if (body->painted)
    {
      g_clear_pointer (&body->stand_in.picture, cairo_surface_destroy);
      body->stand_in.picture = g_steal_pointer (&body->posed);
      body->stand_in.to_picture = body->to_picture;
    }
}

static void
employ_worker (ShLegBody *body, gboolean wanted)
{
  if (wanted && body->worker == NULL)
    body->worker = sh_body_worker_new (body->art);
  else if (!wanted)
    g_clear_pointer (&body->worker, sh_body_worker_free);
}

void
sh_leg_body_place (ShLegBody *body, const ShLegBodyPlace *place)
{
  const cairo_matrix_t *m = &place->to_user;
  double k = hypot (m->xx, m->yx) * place->scale;
  cairo_rectangle_int_t all;
  cairo_rectangle_t foot;

  keep_stand_in (body, place);
  forget (body);
  employ_worker (body, place->in_worker && !place->vector);
  body->place = *place;
  body->turned = m->xy != 0 || m->yx != 0;
  if (body->turned)
    cairo_matrix_init (&body->to_picture, k, 0, 0, k, 0, 0);
  else
    cairo_matrix_init (&body->to_picture, m->xx * place->scale, 0, 0, m->yy * place->scale,
                       m->x0 * place->scale, m->y0 * place->scale);
  sh_body_region_bounds (SH_BODY_REGION_FOOT, &foot);
  all = to_pixels (body, MIN (BODY_LEFT, foot.x), BODY_TOP, MAX (BODY_RIGHT, foot.x + foot.width),
                   foot.y + foot.height);
  body->origin_x = all.x;
  body->origin_y = all.y;
  body->to_picture.x0 -= all.x;
  body->to_picture.y0 -= all.y;
  cut_regions (body, &all);
  if (!place->vector)
    body->posed = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, all.width, all.height);
  body->shelf.most_bytes = (gsize) CACHE_PICTURES * (gsize) all.width * (gsize) all.height * 4;
}

/* A copy of the part @area of the posed picture. */
static cairo_surface_t *
cut_out (ShLegBody *body, const cairo_rectangle_int_t *area)
{
  cairo_surface_t *copy =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width, area->height);
  cairo_t *cr = cairo_create (copy);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, body->posed, -area->x, -area->y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (copy);
  return copy;
}

/* Keeps the end of the thigh as it is without its fade, which stays in place when the leg moves. */
static void
keep_thigh (ShLegBody *body)
{
  const cairo_rectangle_int_t rows = { 0, 0, cairo_image_surface_get_width (body->posed),
                                       MIN (sh_body_fade_rows (&body->to_picture),
                                            cairo_image_surface_get_height (body->posed)) };

  g_clear_pointer (&body->thigh, cairo_surface_destroy);
  if (rows.height > 0)
    body->thigh = cut_out (body, &rows);
  body->faded_at = -SH_RIG_MOST_TRAVEL;
}

/* Fades the thigh's end into the paper at the picture's border, wherever the leg has gone. */
static void
fade_thigh (ShLegBody *body, double travel_y)
{
  if (body->thigh == NULL || body->faded_at == travel_y)
    return;
  sh_body_fade (body->thigh, body->posed, &body->to_picture, body->faded_at, travel_y);
  body->faded_at = travel_y;
}

/* Shows the resting leg, given its picture (transfer full). */
static void
show_resting (ShLegBody *body, cairo_surface_t *picture, const ShBodyPose *resting)
{
  g_clear_pointer (&body->posed, cairo_surface_destroy);
  g_clear_pointer (&body->stand_in.picture, cairo_surface_destroy);
  body->posed = picture;
  body->swelling = resting->swelling;
  body->painted = TRUE;
  keep_thigh (body);
  for (ShBodyRegion region = 0; region < SH_N_BODY_REGIONS; region++)
    {
      body->shown[region] = sh_leg_body_seen (resting, region);
      body->waits[region] = FALSE;
      sh_body_shelf_add (&body->shelf, region, &body->shown[region],
                         cut_out (body, &body->regions[region]));
    }
}

/* Provides the resting leg when it is not there or has another swelling: at once, or later, when
 * something can be shown until then. */
static void
ensure_resting (ShLegBody *body, double swelling)
{
  const ShBodyPose resting = { .swelling = swelling };
  const cairo_rectangle_int_t all = { 0, 0, cairo_image_surface_get_width (body->posed),
                                      cairo_image_surface_get_height (body->posed) };
  ShBodyJob job = sh_leg_body_job (body, RESTING, &resting, &all);

  body->rest_waits = FALSE;
  if (body->painted && body->swelling == swelling)
    return;
  body->rest_waits = body->worker != NULL && (body->painted || body->stand_in.picture != NULL);
  if (body->rest_waits)
    sh_body_worker_ask (body->worker, &job);
  else
    show_resting (body, sh_body_job_paint (&job, body->painter), &resting);
}

/* Takes over what the worker has finished. */
static void
collect (ShLegBody *body)
{
  cairo_surface_t *picture;
  ShBodyJob job;

  while (body->worker != NULL && (picture = sh_body_worker_take (body->worker, &job)) != NULL)
    if (job.id == RESTING)
      show_resting (body, picture, &job.pose);
    else
      sh_body_shelf_add (&body->shelf, (ShBodyRegion) job.id, &job.pose, picture);
}

/* Brings the posed picture into the pose; touches only regions that look different from before. */
static void
pose_picture (ShLegBody *body, const ShRig *rig)
{
  ShBodyPose pose = rig->pose;

  collect (body);
  ensure_resting (body, sh_leg_body_stepped (pose.swelling, SWELLING_STEPS));
  if (!body->painted)
    return;
  pose.swelling = body->swelling;
  cairo_surface_flush (body->posed);
  for (ShBodyRegion region = 0; region < SH_N_BODY_REGIONS; region++)
    {
      ShBodyPose seen = sh_leg_body_seen (&pose, region);

      if (body->regions[region].width > 0 && body->regions[region].height > 0 &&
          (body->waits[region] || !sh_body_same_pose (&seen, &body->shown[region])))
        sh_leg_body_show_region (body, region, &seen);
    }
  fade_thigh (body, sh_rig_travel (rig).y);
  cairo_surface_mark_dirty (body->posed);
}

/* The body of the place before, scaled and as it stood. */
static void
show_stand_in (ShLegBody *body, cairo_t *cr, double dx, double dy)
{
  cairo_matrix_t matrix = body->stand_in.to_picture;

  cairo_matrix_invert (&matrix);
  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  cairo_transform (cr, &body->place.to_user);
  cairo_transform (cr, &matrix);
  cairo_set_source_surface (cr, body->stand_in.picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* The parts of the picture that can hold anything: beside the shin there is nothing in front. */
static void
filled_path (ShLegBody *body, cairo_t *cr)
{
  const int width = cairo_image_surface_get_width (body->posed);
  const int height = cairo_image_surface_get_height (body->posed);
  const int foot = body->regions[SH_BODY_REGION_FOOT].y;
  cairo_rectangle_int_t leg = to_pixels (body, LEG_LEFT, BODY_TOP, BODY_RIGHT, BODY_TOP);

  cairo_rectangle (cr, body->origin_x + leg.x, body->origin_y, leg.width, foot);
  cairo_rectangle (cr, body->origin_x, body->origin_y + foot, width, height - foot);
}

static void
show_picture (ShLegBody *body, cairo_t *cr, double dx, double dy)
{
  const double pixel = 1.0 / body->place.scale;
  cairo_matrix_t matrix;

  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  if (body->turned)
    {
      matrix = body->to_picture;
      cairo_matrix_invert (&matrix);
      cairo_transform (cr, &body->place.to_user);
      cairo_transform (cr, &matrix);
      cairo_set_source_surface (cr, body->posed, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
    }
  else
    {
      cairo_scale (cr, pixel, pixel);
      cairo_set_source_surface (cr, body->posed, body->origin_x, body->origin_y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      filled_path (body, cr);
      cairo_clip (cr);
    }
  cairo_paint (cr);
  cairo_restore (cr);
}

void
sh_leg_body_draw (ShLegBody *body, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  if (body->place.vector)
    {
      cairo_save (cr);
      cairo_translate (cr, dx, dy);
      cairo_transform (cr, &body->place.to_user);
      sh_body_paint (body->painter, sh_theme (body->place.theme), rig, cr,
                     SH_BODY_SHADOW | SH_BODY_VECTOR);
      cairo_restore (cr);
      return;
    }
  pose_picture (body, rig);
  if (body->painted)
    show_picture (body, cr, dx, dy);
  else
    show_stand_in (body, cr, dx, dy);
}

ShPending
sh_leg_body_pending (ShLegBody *body)
{
  gboolean waits = body->rest_waits;

  for (ShBodyRegion region = 0; region < SH_N_BODY_REGIONS; region++)
    waits |= body->painted && body->waits[region];
  if (body->worker == NULL || !waits)
    return SH_PENDING_NOTHING;
  return sh_body_worker_has_news (body->worker) ? SH_PENDING_READY : SH_PENDING_WAITING;
}

void
sh_leg_body_draw_front (ShLegBody *body, cairo_t *cr, const ShRig *rig, double dx, double dy)
{
  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  cairo_transform (cr, &body->place.to_user);
  sh_body_paint_front (body->painter, sh_theme (body->place.theme), rig, cr);
  cairo_restore (cr);
}

void
sh_leg_body_draw_ground (ShLegBody *body, cairo_t *cr, const ShRig *rig)
{
  cairo_save (cr);
  cairo_transform (cr, &body->place.to_user);
  sh_body_paint_ground (body->painter, sh_theme (body->place.theme), rig, cr);
  cairo_restore (cr);
}
