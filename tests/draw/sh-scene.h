/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-draw.h"

/* Scenes for the tests of the stage: a painter with a frame of the model behind it. */

typedef struct
{
  ShArt *art;
  ShStagePainter *painter;
  ShSceneOptions options;
  ShLeg *leg;
  ShScenario scenario;
  ShFrame frame;
} ShScene;

/** A healthy person who stands, in a text-free view of this size. */
void sh_scene_init (ShScene *scene, ShView view, double width, double height);
void sh_scene_clear (ShScene *scene);
/** Starts the scenario anew and lets it run for @seconds, the blood cells with it. */
void sh_scene_run (ShScene *scene, double seconds);
/** Both layers in one picture. Returns: (transfer full) */
cairo_surface_t *sh_scene_draw (ShScene *scene);
