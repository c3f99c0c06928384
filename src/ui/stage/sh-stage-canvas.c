/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage-canvas.h"

#include "sh-stage-layer.h"

static cairo_surface_t *
render_still (ShStageCanvas *self)
{
  int scale = gtk_widget_get_scale_factor (self->owner);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (self->owner) * scale,
                                  gtk_widget_get_height (self->owner) * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  self->drawing->draw_still (self->owner, cr);
  cairo_destroy (cr);
  return surface;
}

static graphene_rect_t
whole (ShStageCanvas *self)
{
  return GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (self->owner),
                             (float) gtk_widget_get_height (self->owner));
}

/* The kept picture goes in through a Cairo node: GTK keeps the node of a widget that is not drawn
 * again, so that the GL renderer uploads it once, and the Cairo renderer copies its pixels as they
 * are. A texture node would be converted pixel by pixel under each frame of the moving layer, which
 * was measured to take a quarter of its time with GTK 4.8. */
static void
draw_still (ShStageLayer *layer, GtkSnapshot *snapshot, gpointer user_data)
{
  ShStageCanvas *self = user_data;
  graphene_rect_t all = whole (self);
  cairo_t *cr;

  if (!self->drawing->is_ready (self->owner))
    return;
  if (self->picture == NULL)
    self->picture = render_still (self);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_set_source_surface (cr, self->picture, 0.0, 0.0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
draw_moving (ShStageLayer *layer, GtkSnapshot *snapshot, gpointer user_data)
{
  ShStageCanvas *self = user_data;
  graphene_rect_t rect = whole (self), all = rect;
  cairo_rectangle_t bounds;
  cairo_t *cr;

  if (!self->drawing->is_ready (self->owner))
    return;
  if (self->drawing->moving_bounds != NULL)
    {
      self->drawing->moving_bounds (self->owner, &bounds);
      graphene_rect_init (&rect, (float) bounds.x, (float) bounds.y, (float) bounds.width,
                          (float) bounds.height);
    }
  if (!graphene_rect_intersection (&rect, &all, &rect))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  self->drawing->draw_moving (self->owner, cr);
  cairo_destroy (cr);
  self->frames_drawn++;
}

static gboolean
tick_cb (GtkWidget *owner, GdkFrameClock *clock, gpointer user_data)
{
  sh_session_tick (((ShStageCanvas *) user_data)->session, gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

void
sh_stage_canvas_init (ShStageCanvas *self, GtkWidget *owner, const ShStageDrawing *drawing)
{
  self->owner = owner;
  self->drawing = drawing;
  self->still = sh_stage_layer_new (draw_still, self);
  self->moving = sh_stage_layer_new (draw_moving, self);
  gtk_widget_set_parent (self->still, owner);
  gtk_widget_set_parent (self->moving, owner);
  gtk_widget_set_overflow (owner, GTK_OVERFLOW_HIDDEN);
}

void
sh_stage_canvas_clear (ShStageCanvas *self)
{
  sh_stage_canvas_follow (self, NULL);
  sh_stage_canvas_forget (self);
  g_clear_pointer (&self->still, gtk_widget_unparent);
  g_clear_pointer (&self->moving, gtk_widget_unparent);
}

void
sh_stage_canvas_allocate (ShStageCanvas *self, int width, int height)
{
  gtk_widget_allocate (self->still, width, height, -1, NULL);
  gtk_widget_allocate (self->moving, width, height, -1, NULL);
}

void
sh_stage_canvas_redraw (ShStageCanvas *self)
{
  sh_stage_canvas_forget (self);
  gtk_widget_queue_draw (self->still);
}

void
sh_stage_canvas_move (ShStageCanvas *self)
{
  gtk_widget_queue_draw (self->moving);
}

void
sh_stage_canvas_forget (ShStageCanvas *self)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
}

void
sh_stage_canvas_follow (ShStageCanvas *self, ShSession *session)
{
  gboolean wanted =
      session != NULL && gtk_widget_get_mapped (self->owner) && sh_session_get_running (session);

  self->session = session;
  if (wanted && self->tick_id == 0)
    {
      sh_session_rest_clock (session);
      self->tick_id = gtk_widget_add_tick_callback (self->owner, tick_cb, self, NULL);
    }
  else if (!wanted && self->tick_id != 0)
    {
      gtk_widget_remove_tick_callback (self->owner, self->tick_id);
      self->tick_id = 0;
    }
}

double
sh_stage_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024.0), 1.0, 2.0) : 1.0;
}
