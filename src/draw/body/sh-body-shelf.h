/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-body-painter.h"

/** One region of the body as it looks in one pose. */
typedef struct
{
  ShBodyRegion region;
  ShBodyPose pose;
  cairo_surface_t *picture;
  guint64 used;     /* when it was last shown */
  gboolean *filled; /* (nullable) of the foot: which cells of its grid hold anything */
} ShBodyPatch;

/** The pictures of regions that are kept; those that were not shown for longest are given up. All
 * zero is an empty shelf. */
typedef struct
{
  ShBodyPatch **patches;
  gsize n_patches;
  gsize bytes;
  gsize most_bytes; /* that all pictures together may take */
  guint64 clock;
} ShBodyShelf;

/** Whether two poses are the same but for the lift, which moves the whole body. */
gboolean sh_body_same_pose (const ShBodyPose *a, const ShBodyPose *b);

/** Throws everything away. */
void sh_body_shelf_clear (ShBodyShelf *shelf);

/** Puts @picture (transfer full) on the shelf; may give up others. Returns: (transfer none): valid
 * until the next picture is added. */
ShBodyPatch *sh_body_shelf_add (ShBodyShelf *shelf,
                                ShBodyRegion region,
                                const ShBodyPose *pose,
                                cairo_surface_t *picture);

/** The picture of @region in @pose, or NULL. Returns: (transfer none) */
ShBodyPatch *sh_body_shelf_find (ShBodyShelf *shelf, ShBodyRegion region, const ShBodyPose *pose);

/** The picture of @region in the pose most like @pose, or NULL. Returns: (transfer none) */
ShBodyPatch *
sh_body_shelf_find_nearest (ShBodyShelf *shelf, ShBodyRegion region, const ShBodyPose *pose);
