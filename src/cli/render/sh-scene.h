/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-draw.h"
#include "sh-model.h"
#include "sh-output.h"

/** A leg that lives its scenario while its blood cells are moved along, for pictures and for
 * measuring what they cost. Time goes on in fixed steps, so that the same wish gives the same
 * picture. */
typedef struct
{
  ShLeg *leg;
  ShStagePainter *painter;
  ShFrame frame; /* the present instant */
} ShScene;

/** One shown frame of a moving scene, in seconds. */
#define SH_SCENE_STEP_S (1.0 / 60.0)
/** The cells need a few breaths and a few steps to spread as they do in a run of any length. */
#define SH_SCENE_CELLS_S 20.0

/**
 * Makes the leg and the painter, at the start of the run. A failure is told.
 *
 * Returns: 0, or the exit status.
 */
int sh_scene_begin (ShScene *scene, const ShScenario *scenario, const ShSceneOptions *options);

/** Lets the leg live on by one shown frame, and moves its blood cells. */
void sh_scene_step (ShScene *scene);

/** Lets the leg live on to @at_s; the cells are moved along through the last seconds before it,
 * long enough for them to have found their ways. */
void sh_scene_run (ShScene *scene, double at_s, ShProgress *progress);

/** Draws both layers. */
void sh_scene_draw (ShScene *scene, cairo_t *cr);

/** Frees what the scene holds; an unused scene is all zero. */
void sh_scene_end (ShScene *scene);
