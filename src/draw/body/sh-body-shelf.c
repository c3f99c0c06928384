/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-body-shelf.h"

#include <math.h>

/* How much a turned foot counts beside a full contraction, and a full swelling, when the pose most
 * like another one is looked for (calibrated by eye). */
#define DEGREES_LIKE_CALF 15.0
#define SWELLING_LIKE_CALF 0.5

gboolean
sh_body_same_pose (const ShBodyPose *a, const ShBodyPose *b)
{
  return a->ankle_deg == b->ankle_deg && a->heel_lift_deg == b->heel_lift_deg &&
         a->calf == b->calf && a->shin == b->shin && a->swelling == b->swelling;
}

static void
patch_free (ShBodyPatch *patch)
{
  cairo_surface_destroy (patch->picture);
  g_free (patch->filled);
  g_free (patch);
}

void
sh_body_shelf_clear (ShBodyShelf *shelf)
{
  for (gsize i = 0; i < shelf->n_patches; i++)
    patch_free (shelf->patches[i]);
  g_clear_pointer (&shelf->patches, g_free);
  shelf->n_patches = 0;
  shelf->bytes = 0;
}

static gsize
picture_bytes (cairo_surface_t *picture)
{
  return (gsize) cairo_image_surface_get_stride (picture) *
         (gsize) cairo_image_surface_get_height (picture);
}

static void
give_up_oldest (ShBodyShelf *shelf)
{
  gsize oldest = 0;

  for (gsize i = 1; i < shelf->n_patches; i++)
    if (shelf->patches[i]->used < shelf->patches[oldest]->used)
      oldest = i;
  shelf->bytes -= picture_bytes (shelf->patches[oldest]->picture);
  patch_free (shelf->patches[oldest]);
  shelf->patches[oldest] = shelf->patches[--shelf->n_patches];
}

ShBodyPatch *
sh_body_shelf_add (ShBodyShelf *shelf,
                   ShBodyRegion region,
                   const ShBodyPose *pose,
                   cairo_surface_t *picture)
{
  ShBodyPatch *patch = g_new0 (ShBodyPatch, 1);

  while (shelf->bytes + picture_bytes (picture) > shelf->most_bytes &&
         shelf->n_patches > SH_N_BODY_REGIONS)
    give_up_oldest (shelf);
  *patch =
      (ShBodyPatch){ .region = region, .pose = *pose, .picture = picture, .used = ++shelf->clock };
  shelf->patches = g_renew (ShBodyPatch *, shelf->patches, shelf->n_patches + 1);
  shelf->patches[shelf->n_patches++] = patch;
  shelf->bytes += picture_bytes (picture);
  return patch;
}

ShBodyPatch *
sh_body_shelf_find (ShBodyShelf *shelf, ShBodyRegion region, const ShBodyPose *pose)
{
  for (gsize i = 0; i < shelf->n_patches; i++)
    if (shelf->patches[i]->region == region && sh_body_same_pose (&shelf->patches[i]->pose, pose))
      {
        shelf->patches[i]->used = ++shelf->clock;
        return shelf->patches[i];
      }
  return NULL;
}

static double
difference (const ShBodyPose *a, const ShBodyPose *b)
{
  double turned = fabs (a->ankle_deg - b->ankle_deg) + fabs (a->heel_lift_deg - b->heel_lift_deg);

  return turned / DEGREES_LIKE_CALF + fabs (a->calf - b->calf) + fabs (a->shin - b->shin) +
         SWELLING_LIKE_CALF * fabs (a->swelling - b->swelling);
}

ShBodyPatch *
sh_body_shelf_find_nearest (ShBodyShelf *shelf, ShBodyRegion region, const ShBodyPose *pose)
{
  ShBodyPatch *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (gsize i = 0; i < shelf->n_patches; i++)
    {
      double away = difference (&shelf->patches[i]->pose, pose);

      if (shelf->patches[i]->region != region || away >= least)
        continue;
      least = away;
      nearest = shelf->patches[i];
    }
  if (nearest != NULL)
    nearest->used = ++shelf->clock;
  return nearest;
}
