/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-body-worker.h"

/* A job on its way. */
typedef struct
{
  ShBodyJob job;
  cairo_surface_t *picture; /* NULL until it is painted */
  gboolean dropped;         /* nobody wants it any more */
} Order;

struct _ShBodyWorker
{
  ShBodyPainter *painter; /* used by the thread alone once it runs */
  GThread *thread;
  GMutex lock; /* guards all that follows */
  GCond wake;
  GQueue waiting; /* of Order, the next one first */
  GQueue done;
  Order *painting;
  gboolean ending;
};

static void
order_free (Order *order)
{
  g_clear_pointer (&order->picture, cairo_surface_destroy);
  g_free (order);
}

cairo_surface_t *
sh_body_job_paint (const ShBodyJob *job, ShBodyPainter *painter)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->area.width, job->area.height);
  cairo_t *cr = cairo_create (surface);
  ShRig rig;

  sh_rig_init (&rig, &job->pose);
  cairo_translate (cr, -job->area.x, -job->area.y);
  cairo_transform (cr, &job->to_picture);
  sh_body_paint (painter, sh_theme (job->theme), &rig, cr, SH_BODY_SHADOW | SH_BODY_UNFADED);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Waits for the next order; NULL when there will be none. Called with the lock held. */
static Order *
next_order (ShBodyWorker *worker)
{
  while (!worker->ending && g_queue_is_empty (&worker->waiting))
    g_cond_wait (&worker->wake, &worker->lock);
  worker->painting = worker->ending ? NULL : g_queue_pop_head (&worker->waiting);
  return worker->painting;
}

static gpointer
work (gpointer data)
{
  ShBodyWorker *worker = data;
  Order *order;

  g_mutex_lock (&worker->lock);
  while ((order = next_order (worker)) != NULL)
    {
      g_mutex_unlock (&worker->lock);
      order->picture = sh_body_job_paint (&order->job, worker->painter);
      g_mutex_lock (&worker->lock);
      worker->painting = NULL;
      if (order->dropped)
        order_free (order);
      else
        g_queue_push_tail (&worker->done, order);
    }
  g_mutex_unlock (&worker->lock);
  return NULL;
}

ShBodyWorker *
sh_body_worker_new (ShArt *art)
{
  ShBodyWorker *worker = g_new0 (ShBodyWorker, 1);

  worker->painter = sh_body_painter_new (art);
  g_mutex_init (&worker->lock);
  g_cond_init (&worker->wake);
  g_queue_init (&worker->waiting);
  g_queue_init (&worker->done);
  worker->thread = g_thread_new ("body", work, worker);
  return worker;
}

void
sh_body_worker_free (ShBodyWorker *worker)
{
  if (worker == NULL)
    return;
  sh_body_worker_forget (worker);
  g_mutex_lock (&worker->lock);
  worker->ending = TRUE;
  g_cond_signal (&worker->wake);
  g_mutex_unlock (&worker->lock);
  g_thread_join (worker->thread);
  g_cond_clear (&worker->wake);
  g_mutex_clear (&worker->lock);
  sh_body_painter_free (worker->painter);
  g_free (worker);
}

static gboolean
same_job (const Order *order, const ShBodyJob *job)
{
  const ShBodyPose *a = &job->pose, *b;

  if (order == NULL || order->dropped || order->job.id != job->id)
    return FALSE;
  b = &order->job.pose;
  return a->ankle_deg == b->ankle_deg && a->heel_lift_deg == b->heel_lift_deg &&
         a->calf == b->calf && a->shin == b->shin && a->swelling == b->swelling;
}

static GList *
find_in (GQueue *queue, const ShBodyJob *job)
{
  for (GList *link = queue->head; link != NULL; link = link->next)
    if (same_job (link->data, job))
      return link;
  return NULL;
}

void
sh_body_worker_ask (ShBodyWorker *worker, const ShBodyJob *job)
{
  GList *link;

  g_mutex_lock (&worker->lock);
  link = find_in (&worker->waiting, job);
  if (link != NULL)
    {
      g_queue_unlink (&worker->waiting, link);
      g_queue_push_head_link (&worker->waiting, link);
    }
  else if (!same_job (worker->painting, job) && find_in (&worker->done, job) == NULL)
    {
      Order *order = g_new0 (Order, 1);

      order->job = *job;
      g_queue_push_head (&worker->waiting, order);
      g_cond_signal (&worker->wake);
    }
  g_mutex_unlock (&worker->lock);
}

cairo_surface_t *
sh_body_worker_take (ShBodyWorker *worker, ShBodyJob *job)
{
  cairo_surface_t *picture = NULL;
  Order *order;

  g_mutex_lock (&worker->lock);
  order = g_queue_pop_head (&worker->done);
  g_mutex_unlock (&worker->lock);
  if (order == NULL)
    return NULL;
  *job = order->job;
  picture = g_steal_pointer (&order->picture);
  order_free (order);
  return picture;
}

gboolean
sh_body_worker_has_news (ShBodyWorker *worker)
{
  gboolean news;

  g_mutex_lock (&worker->lock);
  news = !g_queue_is_empty (&worker->done);
  g_mutex_unlock (&worker->lock);
  return news;
}

void
sh_body_worker_forget (ShBodyWorker *worker)
{
  g_mutex_lock (&worker->lock);
  g_queue_clear_full (&worker->waiting, (GDestroyNotify) order_free);
  g_queue_clear_full (&worker->done, (GDestroyNotify) order_free);
  if (worker->painting != NULL)
    worker->painting->dropped = TRUE;
  g_mutex_unlock (&worker->lock);
}
