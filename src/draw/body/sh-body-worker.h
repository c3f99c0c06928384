/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-body-painter.h"

/**
 * Paints pictures of the body in a thread of its own, so that a frame never waits for one. Asking,
 * taking and forgetting are for one thread, the one that draws.
 */
typedef struct _ShBodyWorker ShBodyWorker;

/** One picture to paint. */
typedef struct
{
  int id;                     /* what the picture is for; the worker does not look at it */
  ShBodyPose pose;            /* as it is to be painted */
  ShThemeId theme;            /* its colours */
  cairo_matrix_t to_picture;  /* plate units to pixels */
  cairo_rectangle_int_t area; /* the part of the picture, in pixels */
} ShBodyJob;

/** Paints @job here and now. Returns: (transfer full): an image of the size of its area. */
cairo_surface_t *sh_body_job_paint (const ShBodyJob *job, ShBodyPainter *painter);

/** Starts the thread. Returns: (transfer full) */
ShBodyWorker *sh_body_worker_new (ShArt *art);
/** Waits for the picture in progress, throws everything away and ends the thread. */
void sh_body_worker_free (ShBodyWorker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShBodyWorker, sh_body_worker_free)

/** Asks for a picture, unless the same id and pose were asked for and not taken yet. What was asked
 * for last is painted first. */
void sh_body_worker_ask (ShBodyWorker *worker, const ShBodyJob *job);
/** Hands over one finished picture (transfer full) with its job, or returns NULL. */
cairo_surface_t *sh_body_worker_take (ShBodyWorker *worker, ShBodyJob *job);
/** Whether a finished picture can be taken. */
gboolean sh_body_worker_has_news (ShBodyWorker *worker);
/** Drops all that was asked for, finished or not. */
void sh_body_worker_forget (ShBodyWorker *worker);
