/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What a picture of legs consists of: what stands still, kept as a picture of its own, and what
 * moves on top of it. */
typedef struct
{
  /** Whether there is something to draw, and in which size. */
  gboolean (*is_ready) (GtkWidget *owner);
  void (*draw_still) (GtkWidget *owner, cairo_t *cr);
  void (*draw_moving) (GtkWidget *owner, cairo_t *cr);
  /** (nullable): where what moves lies; everywhere without it. */
  void (*moving_bounds) (GtkWidget *owner, cairo_rectangle_t *bounds);
} ShStageDrawing;

/**
 * The two layers of a widget that shows a session's leg, and the ticks that it asks for while the
 * session runs and the widget can be seen. It is a part of the widget's own structure.
 */
typedef struct
{
  GtkWidget *owner; /* unowned: has this */
  const ShStageDrawing *drawing;
  GtkWidget *still;
  GtkWidget *moving;
  cairo_surface_t *picture; /* the still layer as it was last drawn */
  ShSession *session;       /* unowned: whose time passes with the ticks */
  guint tick_id;
  guint64 frames_drawn; /* of the moving layer */
} ShStageCanvas;

/** Gives @owner its layers. */
void sh_stage_canvas_init (ShStageCanvas *self, GtkWidget *owner, const ShStageDrawing *drawing);
/** Takes them away, in the owner's dispose; may be called twice. */
void sh_stage_canvas_clear (ShStageCanvas *self);

/** Makes the layers fill the owner. */
void sh_stage_canvas_allocate (ShStageCanvas *self, int width, int height);
/** What stands still has to be drawn anew. */
void sh_stage_canvas_redraw (ShStageCanvas *self);
/** What moves has moved. */
void sh_stage_canvas_move (ShStageCanvas *self);
/** Lets go of the kept picture: the owner is not shown any more. */
void sh_stage_canvas_forget (ShStageCanvas *self);
/** Lets time pass in @session (nullable) while it runs and the owner is mapped, and only then. To
 * be called whenever one of these changes. */
void sh_stage_canvas_follow (ShStageCanvas *self, ShSession *session);

/** How much larger than usual the desktop's texts are, 1…2. */
double sh_stage_text_scale (GtkWidget *widget);

G_END_DECLS
