/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-leg-body-private.h"
#include "sh-mesh-warp.h"

/* Painting a region takes tens of milliseconds, so it is painted for few poses: calf and shin at
 * these steps, between which two pictures are mixed (an outline moves by 1.5 device pixels from one
 * to the next at 1920 × 1080), the foot at these angles, from which it is bent by a grid. */
#define CALF_STEPS 5.0
#define SHIN_STEPS 2.0
#define FOOT_ANKLE_STEP_DEG 8.0
#define FOOT_HEEL_STEP_DEG 12.0
#define FOOT_CALF_STEPS 2.0
#define FOOT_SHIN_STEPS 1.0
/* The heel changes the calf from here to here (landmark table, R11). */
#define CALF_HEEL_FROM_DEG 20.0
#define CALF_HEEL_TO_DEG 30.0
/* The grid that bends the foot, over its region of the plate. */
#define GRID_COLUMNS 24
#define GRID_ROWS 14
#define GRID_POINTS ((GRID_COLUMNS + 1) * (GRID_ROWS + 1))

double
sh_leg_body_stepped (double value, double steps)
{
  return round (value * steps) / steps;
}

/* What of the pose can be seen in a region. */
ShBodyPose
sh_leg_body_seen (const ShBodyPose *pose, ShBodyRegion region)
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

ShBodyJob
sh_leg_body_job (const ShLegBody *body,
                 int id,
                 const ShBodyPose *pose,
                 const cairo_rectangle_int_t *area)
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
  job = sh_leg_body_job (body, (int) region, pose, &body->regions[region]);
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
  ShBodyPose step = { .ankle_deg = sh_leg_body_stepped (pose->ankle_deg, 1 / FOOT_ANKLE_STEP_DEG),
                      .heel_lift_deg =
                          sh_leg_body_stepped (pose->heel_lift_deg, 1 / FOOT_HEEL_STEP_DEG),
                      .calf = sh_leg_body_stepped (pose->calf, FOOT_CALF_STEPS),
                      .shin = sh_leg_body_stepped (pose->shin, FOOT_SHIN_STEPS),
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

void
sh_leg_body_show_region (ShLegBody *body, ShBodyRegion region, const ShBodyPose *seen)
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
