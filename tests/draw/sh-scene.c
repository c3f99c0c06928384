/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scene.h"

#include "sh-picture.h"

void
sh_scene_init (ShScene *scene, ShView view, double width, double height)
{
  g_autoptr (GError) error = NULL;

  scene->art = sh_art_load (&error);
  g_assert_no_error (error);
  scene->painter = sh_stage_painter_new (scene->art);
  sh_scene_options_init (&scene->options);
  scene->options.view = view;
  scene->options.width = width;
  scene->options.height = height;
  scene->options.labels = SH_LABELS_NONE;
  sh_stage_painter_configure (scene->painter, &scene->options);
  scene->leg = sh_leg_new ();
  sh_scenario_init (&scene->scenario);
  sh_leg_read (scene->leg, &scene->frame);
}

void
sh_scene_clear (ShScene *scene)
{
  sh_leg_free (scene->leg);
  sh_stage_painter_free (scene->painter);
  sh_art_unref (scene->art);
}

void
sh_scene_run (ShScene *scene, double seconds)
{
  const double step_s = 1.0 / 30.0;

  g_assert_cmpint (sh_leg_reset (scene->leg, &scene->scenario), ==, SH_STATUS_OK);
  sh_stage_painter_configure (scene->painter, &scene->options);
  for (double t = 0; t < seconds; t += step_s)
    {
      sh_leg_advance (scene->leg, step_s);
      sh_leg_read (scene->leg, &scene->frame);
      sh_stage_painter_advance (scene->painter, &scene->frame, step_s);
    }
}

cairo_surface_t *
sh_scene_draw (ShScene *scene)
{
  cairo_surface_t *picture =
      sh_picture_new ((int) scene->options.width, (int) scene->options.height);
  cairo_t *cr = cairo_create (picture);

  sh_stage_painter_draw_still (scene->painter, cr);
  sh_stage_painter_draw_moving (scene->painter, cr, &scene->frame);
  cairo_destroy (cr);
  return picture;
}
