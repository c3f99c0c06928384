/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scene.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-command.h"
#include "sh-output.h"

int
sh_scene_begin (ShScene *scene, const ShScenario *scenario, const ShSceneOptions *options)
{
  g_autoptr (GError) error = NULL;
  ShArt *art = sh_art_load (&error);
  ShStatus status;

  if (art == NULL)
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  scene->painter = sh_stage_painter_new (art);
  sh_art_unref (art);
  sh_stage_painter_configure (scene->painter, options);
  scene->leg = sh_leg_new ();
  status = scene->leg != NULL ? sh_leg_reset (scene->leg, scenario) : SH_STATUS_NO_MEMORY;
  if (status != SH_STATUS_OK)
    return sh_cli_fail_status (status);
  sh_leg_read (scene->leg, &scene->frame);
  return 0;
}

void
sh_scene_step (ShScene *scene)
{
  sh_leg_advance (scene->leg, SH_SCENE_STEP_S);
  sh_leg_read (scene->leg, &scene->frame);
  sh_stage_painter_advance (scene->painter, &scene->frame, SH_SCENE_STEP_S);
}

void
sh_scene_run (ShScene *scene, double at_s, ShProgress *progress)
{
  double still_s = fmax (0.0, at_s - SH_SCENE_CELLS_S);
  guint64 n_frames = (guint64) floor ((at_s - still_s) / SH_SCENE_STEP_S);
  guint64 n_seconds = (guint64) floor (still_s);

  for (guint64 i = 0; i < n_seconds; i++)
    {
      sh_leg_advance (scene->leg, 1.0);
      sh_progress_show (progress, (double) i / at_s);
    }
  sh_leg_advance (scene->leg, still_s - (double) n_seconds);
  for (guint64 i = 0; i < n_frames; i++)
    sh_scene_step (scene);
  /* What is left of the last frame, so that the picture is of the very instant. */
  sh_leg_advance (scene->leg, at_s - still_s - (double) n_frames * SH_SCENE_STEP_S);
  sh_leg_read (scene->leg, &scene->frame);
}

void
sh_scene_draw (ShScene *scene, cairo_t *cr)
{
  sh_stage_painter_draw_still (scene->painter, cr);
  sh_stage_painter_draw_moving (scene->painter, cr, &scene->frame);
}

void
sh_scene_end (ShScene *scene)
{
  g_clear_pointer (&scene->painter, sh_stage_painter_free);
  g_clear_pointer (&scene->leg, sh_leg_free);
}
