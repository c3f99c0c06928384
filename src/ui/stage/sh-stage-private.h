/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-draw.h"
#include "sh-stage-canvas.h"
#include "sh-stage.h"
#include "sh-story.h"

/* What the files of the stage share: sh-stage.c has the widget and what it draws, sh-stage-input.c
 * what pointer, fingers and keys do. */

struct _ShStage
{
  GtkWidget parent_instance;

  ShSession *session;
  ShStagePainter *painter;
  ShStageCanvas canvas;
  ShSceneOptions options;
  ShWording wording;
  guint wake_id; /* until the painter is made */
  gint64 described_us;
  gboolean dragging_level;
  ShTarget pointed;  /* what a lesson points at */
  ShValve looked_at; /* under the lens, or SH_VALVE_NONE */
  ShValve walked;    /* the valve that the arrow keys stand at, or SH_VALVE_NONE */
};

/** Lays the picture out for the present size, theme and person; throws the kept still layer away
 * when it has to be drawn again. */
void sh_stage_configure (ShStage *self);
/** What lies under a point of the stage. */
ShHit sh_stage_pick (ShStage *self, double x, double y);
/** Says which valve the arrow keys stand at and whether it leaks, in place of the picture's name.
 */
void sh_stage_name (ShStage *self);
/** Moves the lens to a valve; SH_VALVE_NONE puts it away. */
void sh_stage_look_at (ShStage *self, ShValve valve);
/** Lets pointer, fingers and keys act on the stage. */
void sh_stage_add_controllers (ShStage *self);
