/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "sh-body-worker.h"
#include "sh-picture.h"
#include "sh-scene.h"

#define WIDTH 480
#define HEIGHT 400
/* Far longer than it ever takes; the tests end as soon as they can. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)

static ShBodyJob
some_job (int id, double calf)
{
  ShBodyJob job = {
    .id = id, .pose = { .calf = calf }, .theme = SH_THEME_LIGHT, .area = { 150, 80, 60, 100 }
  };

  cairo_matrix_init_scale (&job.to_picture, 0.2, 0.2);
  return job;
}

static ShArt *
load_art (void)
{
  g_autoptr (GError) error = NULL;
  ShArt *art = sh_art_load (&error);

  g_assert_no_error (error);
  return art;
}

static cairo_surface_t *
wait_for (ShBodyWorker *worker, ShBodyJob *job)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!sh_body_worker_has_news (worker) && g_get_monotonic_time () < end)
    g_usleep (1000);
  return sh_body_worker_take (worker, job);
}

static void
test_same_pixels (void)
{
  g_autoptr (ShArt) art = load_art ();
  g_autoptr (ShBodyPainter) painter = sh_body_painter_new (art);
  g_autoptr (ShBodyWorker) worker = sh_body_worker_new (art);
  ShBodyJob asked = some_job (7, 0.5), got;
  cairo_surface_t *here = sh_body_job_paint (&asked, painter), *there;

  sh_body_worker_ask (worker, &asked);
  there = wait_for (worker, &got);
  g_assert_nonnull (there);
  g_assert_cmpint (got.id, ==, 7);
  g_assert_cmpfloat (got.pose.calf, ==, 0.5);
  g_assert_cmpint (sh_picture_compare (here, there, 0).largest, ==, 0);
  g_assert_null (sh_body_worker_take (worker, &got));
  cairo_surface_destroy (here);
  cairo_surface_destroy (there);
}

/* Each of many jobs comes once, however often it is asked for. */
static void
test_each_once (void)
{
  g_autoptr (ShArt) art = load_art ();
  g_autoptr (ShBodyWorker) worker = sh_body_worker_new (art);
  gboolean seen[5] = { FALSE };
  ShBodyJob job;

  for (int round = 0; round < 3; round++)
    for (int i = 0; i < 5; i++)
      {
        job = some_job (i, i / 4.0);
        sh_body_worker_ask (worker, &job);
      }
  for (int i = 0; i < 5; i++)
    {
      cairo_surface_t *picture = wait_for (worker, &job);

      g_assert_nonnull (picture);
      g_assert_false (seen[job.id]);
      seen[job.id] = TRUE;
      cairo_surface_destroy (picture);
    }
  g_usleep (20000);
  g_assert_false (sh_body_worker_has_news (worker));
}

static void
test_forgotten (void)
{
  g_autoptr (ShArt) art = load_art ();
  g_autoptr (ShBodyWorker) worker = sh_body_worker_new (art);
  ShBodyJob job;
  cairo_surface_t *picture;

  for (int i = 0; i < 8; i++)
    {
      job = some_job (i, i / 8.0);
      sh_body_worker_ask (worker, &job);
    }
  sh_body_worker_forget (worker);
  job = some_job (100, 0.3);
  sh_body_worker_ask (worker, &job);
  picture = wait_for (worker, &job);
  g_assert_nonnull (picture);
  g_assert_cmpint (job.id, ==, 100);
  cairo_surface_destroy (picture);
  /* To be freed while something is being painted is no trouble. */
  job = some_job (101, 0.9);
  sh_body_worker_ask (worker, &job);
}

/* Draws the moving layer as a window does, until nothing stands in any more. */
static cairo_surface_t *
draw_until_ready (ShScene *scene)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  cairo_surface_t *picture = sh_scene_draw (scene);
  ShPending pending;

  while ((pending = sh_stage_painter_pending (scene->painter)) != SH_PENDING_NOTHING)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (1000);
      if (pending != SH_PENDING_READY)
        continue;
      cairo_surface_destroy (picture);
      picture = sh_scene_draw (scene);
    }
  return picture;
}

static void
begin (ShScene *scene, gboolean in_worker)
{
  sh_scene_init (scene, SH_VIEW_LEG, WIDTH, HEIGHT);
  scene->options.prepare_in_worker = in_worker;
  sh_stage_painter_configure (scene->painter, &scene->options);
  sh_scene_run (scene, 1.0);
}

static void
assert_same_picture (ShScene *at_once, ShScene *later)
{
  cairo_surface_t *wanted = sh_scene_draw (at_once);
  cairo_surface_t *got = draw_until_ready (later);

  g_assert_cmpint (sh_stage_painter_pending (at_once->painter), ==, SH_PENDING_NOTHING);
  g_assert_cmpint (sh_picture_compare (wanted, got, 0).largest, ==, 0);
  cairo_surface_destroy (wanted);
  cairo_surface_destroy (got);
}

static void
test_same_leg (void)
{
  static const double poses[][4] = {
    { 0, 0, 0, 0 }, { 0.5, 12, 10, 0 }, { 1, 30, 30, 0 }, { 0.3, 0, 0, 0.7 }
  };
  ShScene at_once, later;

  begin (&at_once, FALSE);
  begin (&later, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (poses); i++)
    {
      ShLegPose *leg = &at_once.frame.pose.leg[0];

      leg->calf = poses[i][0];
      leg->ankle_deg = poses[i][1];
      leg->heel_lift_deg = poses[i][2];
      leg->shin = poses[i][3];
      at_once.frame.interstitial_ml = 40.0 * (double) i;
      later.frame = at_once.frame;
      assert_same_picture (&at_once, &later);
    }
  sh_scene_clear (&at_once);
  sh_scene_clear (&later);
}

/* After a change of size the old body stands in, and the new one comes. */
static void
test_resized (void)
{
  ShScene at_once, later;

  begin (&at_once, FALSE);
  begin (&later, TRUE);
  cairo_surface_destroy (sh_scene_draw (&later));
  later.options.text_scale = at_once.options.text_scale = 1.5;
  later.options.height = at_once.options.height = 390;
  sh_stage_painter_configure (at_once.painter, &at_once.options);
  sh_stage_painter_configure (later.painter, &later.options);
  cairo_surface_destroy (sh_scene_draw (&later));
  g_assert_cmpint (sh_stage_painter_pending (later.painter), !=, SH_PENDING_NOTHING);
  assert_same_picture (&at_once, &later);
  sh_scene_clear (&at_once);
  sh_scene_clear (&later);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-worker/the thread paints the same pixels", test_same_pixels);
  g_test_add_func ("/body-worker/what is asked for twice comes once", test_each_once);
  g_test_add_func ("/body-worker/what is forgotten does not come", test_forgotten);
  g_test_add_func ("/body-worker/in the end the leg is as if painted at once", test_same_leg);
  g_test_add_func ("/body-worker/the old size stands in for the new one", test_resized);
  return g_test_run ();
}
