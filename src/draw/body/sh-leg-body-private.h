/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-body-painter.h"
#include "sh-body-shelf.h"
#include "sh-body-worker.h"
#include "sh-leg-body.h"

/* What the two files of the leg's body share; nobody else includes this. */

/* The worker's name for the picture of the whole resting leg; the others are those of regions. */
#define RESTING SH_N_BODY_REGIONS

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

/** What has to be painted for a picture of @area in @pose. */
ShBodyJob sh_leg_body_job (const ShLegBody *body,
                           int id,
                           const ShBodyPose *pose,
                           const cairo_rectangle_int_t *area);
/** What of the pose can be seen in a region. */
ShBodyPose sh_leg_body_seen (const ShBodyPose *pose, ShBodyRegion region);
/** Shows a region of the posed picture in the pose @seen. */
void sh_leg_body_show_region (ShLegBody *body, ShBodyRegion region, const ShBodyPose *seen);
/** @value rounded to steps of 1 / @steps. */
double sh_leg_body_stepped (double value, double steps);
