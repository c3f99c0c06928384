/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leg-body.h"

#include <math.h>
#include <string.h>

#include "sh-body-painter.h"
#include "sh-body-shelf.h"
#include "sh-body-worker.h"
#include "sh-mesh-warp.h"

/* The resting body covers this part of the plate, shadows included; a foot that points its toes
 * reaches lower. */
#define BODY_LEFT 190.0
#define BODY_RIGHT 900.0
#define BODY_TOP 0.0
/* Above the foot it begins here, with the shadow on the paper. */
#define LEG_LEFT 370.0
/* Painting a region takes tens of milliseconds, so it is painted for few poses: calf and shin at
 * these steps, between which two pictures are mixed (an outline moves by 1.5 device pixels from one
 * to the next at 1920 × 1080), the foot at these angles, from which it is bent by a grid. */
#define CALF_STEPS 5.0
#define SHIN_STEPS 2.0
#define FOOT_ANKLE_STEP_DEG 8.0
#define FOOT_HEEL_STEP_DEG 12.0
#define FOOT_CALF_STEPS 2.0
#define FOOT_SHIN_STEPS 1.0
#define SWELLING_STEPS 24.0
/* The heel changes the calf from here to here (landmark table, R11). */
#define CALF_HEEL_FROM_DEG 20.0
#define CALF_HEEL_TO_DEG 30.0
/* The grid that bends the foot, over its region of the plate. */
#define GRID_COLUMNS 24
#define GRID_ROWS 14
#define GRID_POINTS ((GRID_COLUMNS + 1) * (GRID_ROWS + 1))
/* The worker's name for the picture of the whole resting leg; the others are those of regions. */
#define RESTING SH_N_BODY_REGIONS
/* What all kept pictures together may take, in pictures of the whole leg. */
#define CACHE_PICTURES 14

/* The body as it was shown at another place, until it is ready for the present one. */
typedef struct
{
  cairo_surface_t *picture;
  cairo_matrix_t to_picture;
} StandIn;

struct _ShLegBody
{
  ShBodyPainter *painter;
  ShLegBodyPlace place;
  gboolean turned;           /* shown turned: by a resampled picture */
  cairo_matrix_t to_picture; /* plate units to pixels of the picture */
  double origin_x, origin_y; /* the picture's corner in device pixels, when not turned */
  cairo_rectangle_int_t regions[SH_N_BODY_REGIONS];
  cairo_surface_t *posed;              /* the leg as it is shown */
  cairo_surface_t *thigh;              /* its upper rows without the fade; NULL for none */
  double faded_at;                     /* the travel for which they are faded, plate units */
  gboolean painted;                    /* whether it holds anything */
  ShBodyPose shown[SH_N_BODY_REGIONS]; /* the exact pose that each region is shown in */
  gboolean rest_waits;                 /* whether another resting leg was asked for */
  gboolean waits[SH_N_BODY_REGIONS];   /* whether a region is shown by a picture like its own */
  double swelling;                     /* of the resting picture */
  ShBodyShelf shelf;
  ShArt *art;
  ShBodyWorker *worker; /* NULL when every picture is painted at once */
  StandIn stand_in;
};

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

static double
stepped (double value, double steps)
{
  return round (value * steps) / steps;
}

/* What of the pose can be seen in a region. */
static ShBodyPose
pose_in_region (const ShBodyPose *pose, ShBodyRegion region)
{
  ShBodyPose seen = *pose;

  if (region == SH_BODY_REGION_CALF)
    {
      seen.ankle_deg = seen.shin = 0;
      seen.heel_lift_deg = CLAMP (seen.heel_lift_deg, CALF_HEEL_FROM_DEG, CALF_HEEL_TO_DEG);
    }
  else if (region == SH_BODY_REGION_SHIN)
    seen.ankle_deg = seen.heel_lift_deg = seen.calf = 0;
  return seen;
}

static ShBodyJob
job_for (const ShLegBody *body, int id, const ShBodyPose *pose, const cairo_rectangle_int_t *area)
{
  return (ShBodyJob){ .id = id,
                      .pose = *pose,
                      .theme = body->place.theme,
                      .to_picture = body->to_picture,
                      .area = *area };
}

/* The picture of @region in @pose. When it is not there yet, it is painted at once, or else asked
 * for, and the one most like it is returned. */
static ShBodyPatch *
find_patch (ShLegBody *body, ShBodyRegion region, const ShBodyPose *pose)
{
  ShBodyPatch *patch = sh_body_shelf_find (&body->shelf, region, pose);
  ShBodyJob job;

  if (patch != NULL)
    return patch;
  job = job_for (body, (int) region, pose, &body->regions[region]);
  if (body->worker == NULL)
    return sh_body_shelf_add (&body->shelf, region, pose, sh_body_job_paint (&job, body->painter));
  sh_body_worker_ask (body->worker, &job);
  body->waits[region] = TRUE;
  patch = sh_body_shelf_find_nearest (&body->shelf, region, pose);
  if (patch == NULL)
    patch = sh_body_shelf_add (&body->shelf, region, pose, sh_body_job_paint (&job, body->painter));
  return patch;
}

static ShPixels
pixels_of (cairo_surface_t *surface)
{
  return (ShPixels){ .pixels = (guint32 *) (void *) cairo_image_surface_get_data (surface),
                     .width = cairo_image_surface_get_width (surface),
                     .height = cairo_image_surface_get_height (surface),
                     .stride = cairo_image_surface_get_stride (surface) / 4 };
}

/* The part @area of the posed picture as a picture of its own. */
static ShPixels
posed_part (ShLegBody *body, const cairo_rectangle_int_t *area)
{
  ShPixels part = pixels_of (body->posed);

  part.pixels += (gsize) area->y * (gsize) part.stride + (gsize) area->x;
  part.width = area->width;
  part.height = area->height;
  return part;
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
      body->shown[region] = pose_in_region (resting, region);
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
  ShBodyJob job = job_for (body, RESTING, &resting, &all);

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

/* The grid over the foot's region in the pose of @rig, in pixels of the region's picture. */
static void
lay_grid (const ShLegBody *body, const ShRig *rig, ShPoint *grid)
{
  const cairo_rectangle_int_t *area = &body->regions[SH_BODY_REGION_FOOT];
  cairo_rectangle_t bounds;

  sh_body_region_bounds (SH_BODY_REGION_FOOT, &bounds);
  for (int i = 0; i < GRID_POINTS; i++)
    {
      int column = i % (GRID_COLUMNS + 1), row = i / (GRID_COLUMNS + 1);
      /* One row above the region, where nothing moves any more. */
      ShPoint rest = { bounds.x + bounds.width * column / GRID_COLUMNS,
                       bounds.y + bounds.height * (row - 1) / (GRID_ROWS - 1) };

      grid[i] = sh_rig_map (rig, rest, SH_RIG_SKIN);
      cairo_matrix_transform_point (&body->to_picture, &grid[i].x, &grid[i].y);
      grid[i].x -= area->x;
      grid[i].y -= area->y;
    }
}

/* Shows the foot: the picture of the nearest step, bent to where the foot is. */
static void
show_foot (ShLegBody *body, const ShBodyPose *pose)
{
  ShPixels target = posed_part (body, &body->regions[SH_BODY_REGION_FOOT]);
  ShPoint from[GRID_POINTS], to[GRID_POINTS];
  /* Only the angles are bent; calf, shin and swelling are those of the picture. */
  ShBodyPose step = { .ankle_deg = stepped (pose->ankle_deg, 1 / FOOT_ANKLE_STEP_DEG),
                      .heel_lift_deg = stepped (pose->heel_lift_deg, 1 / FOOT_HEEL_STEP_DEG),
                      .calf = stepped (pose->calf, FOOT_CALF_STEPS),
                      .shin = stepped (pose->shin, FOOT_SHIN_STEPS),
                      .swelling = pose->swelling };
  ShBodyPatch *patch = find_patch (body, SH_BODY_REGION_FOOT, &step);
  ShPixels source = pixels_of (patch->picture);
  ShBodyPose exact = patch->pose;
  ShRig rig;

  exact.ankle_deg = pose->ankle_deg;
  exact.heel_lift_deg = pose->heel_lift_deg;
  lay_grid (body, sh_rig_init (&rig, &patch->pose), from);
  lay_grid (body, sh_rig_init (&rig, &exact), to);
  for (int y = 0; y < target.height; y++)
    memset (target.pixels + (gsize) y * (gsize) target.stride, 0, (gsize) target.width * 4);
  if (patch->filled == NULL)
    {
      patch->filled = g_new (gboolean, GRID_COLUMNS * GRID_ROWS);
      sh_mesh_find_filled (&source, from, GRID_COLUMNS, GRID_ROWS, patch->filled);
    }
  sh_mesh_warp (&source, &target, from, to, patch->filled, GRID_COLUMNS, GRID_ROWS);
}

/* Mixes the pictures of @region in two poses and lays them over the posed picture. Of two of which
 * only one is ready, that one is shown. */
static void
show_mixed (ShLegBody *body,
            ShBodyRegion region,
            const ShBodyPose *a,
            const ShBodyPose *b,
            double mix,
            double strength)
{
  ShPixels target = posed_part (body, &body->regions[region]);
  ShBodyPatch *second = mix > 0 ? find_patch (body, region, b) : NULL;
  ShBodyPatch *first = find_patch (body, region, a);
  ShPixels under, over;

  /* To paint the first may have cost the second its place on the shelf. */
  if (second != NULL)
    second = find_patch (body, region, b);
  if (second != NULL && !sh_body_same_pose (&first->pose, a))
    first = second;
  else if (second == NULL || !sh_body_same_pose (&second->pose, b))
    second = first;
  under = pixels_of (first->picture);
  over = pixels_of (second->picture);
  sh_mix_pixels (&target, &under, &over, mix, strength);
}

/* Shows the calf between two steps of its contraction, and between two of the heel's. */
static void
show_calf (ShLegBody *body, const ShBodyPose *pose)
{
  double position = pose->calf * CALF_STEPS;
  double step = MIN (floor (position), CALF_STEPS - 1);
  ShBodyPose a = *pose, b = *pose;
  double heel;

  a.calf = step / CALF_STEPS;
  b.calf = (step + 1) / CALF_STEPS;
  a.heel_lift_deg = b.heel_lift_deg = CALF_HEEL_FROM_DEG;
  show_mixed (body, SH_BODY_REGION_CALF, &a, &b, position - step, 1);
  if (pose->heel_lift_deg <= CALF_HEEL_FROM_DEG)
    return;
  heel = (pose->heel_lift_deg - CALF_HEEL_FROM_DEG) / (CALF_HEEL_TO_DEG - CALF_HEEL_FROM_DEG);
  a.heel_lift_deg = b.heel_lift_deg = CALF_HEEL_TO_DEG;
  show_mixed (body, SH_BODY_REGION_CALF, &a, &b, position - step, heel);
}

static void
show_shin (ShLegBody *body, const ShBodyPose *pose)
{
  double position = pose->shin * SHIN_STEPS;
  double step = MIN (floor (position), SHIN_STEPS - 1);
  ShBodyPose a = *pose, b = *pose;

  a.shin = step / SHIN_STEPS;
  b.shin = (step + 1) / SHIN_STEPS;
  show_mixed (body, SH_BODY_REGION_SHIN, &a, &b, position - step, 1);
}

static void
show_region (ShLegBody *body, ShBodyRegion region, const ShBodyPose *seen)
{
  body->waits[region] = FALSE;
  body->shown[region] = *seen;
  if (region == SH_BODY_REGION_CALF)
    show_calf (body, seen);
  else if (region == SH_BODY_REGION_SHIN)
    show_shin (body, seen);
  else
    show_foot (body, seen);
}

/* Brings the posed picture into the pose; touches only regions that look different from before. */
static void
pose_picture (ShLegBody *body, const ShRig *rig)
{
  ShBodyPose pose = rig->pose;

  collect (body);
  ensure_resting (body, stepped (pose.swelling, SWELLING_STEPS));
  if (!body->painted)
    return;
  pose.swelling = body->swelling;
  cairo_surface_flush (body->posed);
  for (ShBodyRegion region = 0; region < SH_N_BODY_REGIONS; region++)
    {
      ShBodyPose seen = pose_in_region (&pose, region);

      if (body->regions[region].width > 0 && body->regions[region].height > 0 &&
          (body->waits[region] || !sh_body_same_pose (&seen, &body->shown[region])))
        show_region (body, region, &seen);
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
