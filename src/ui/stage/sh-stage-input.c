/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage-private.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-valve-walk.h"

ShHit
sh_stage_pick (ShStage *self, double x, double y)
{
  ShHit nothing = { SH_HIT_NOTHING, 0 };

  if (self->painter == NULL || self->options.width <= 0.0)
    return nothing;
  return sh_stage_painter_pick (self->painter, x, y);
}

ShValve
sh_stage_nearest_valve (ShStage *self, double x, double y, double reach_px)
{
  ShValve nearest = SH_VALVE_NONE;
  double least_px = reach_px;

  g_return_val_if_fail (SH_IS_STAGE (self), SH_VALVE_NONE);

  for (int i = 0; i < SH_N_VALVES && self->painter != NULL; i++)
    {
      cairo_rectangle_t bounds;
      double away_px;

      if (!sh_stage_painter_valve_bounds (self->painter, (ShValve) i, &bounds))
        continue;
      away_px = hypot (x - bounds.x - bounds.width / 2.0, y - bounds.y - bounds.height / 2.0);
      if (away_px <= least_px)
        {
          least_px = away_px;
          nearest = (ShValve) i;
        }
    }
  return nearest;
}

void
sh_stage_name (ShStage *self)
{
  g_autofree char *text = NULL;

  if (self->options.view == SH_VIEW_LENS && self->looked_at != SH_VALVE_NONE)
    /* Translators: %s is the name of a valve. */
    text =
        g_strdup_printf (C_ ("stage", "Lens over a valve, %s"), sh_valve_label (self->looked_at));
  else if (self->walked == SH_VALVE_NONE || self->session == NULL)
    text = g_strdup (C_ ("stage", "The leg and its veins"));
  else
    text = sh_valve_walk_name (self->session, self->walked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ShStage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A tap counts when it ends: what becomes a drag of the level line leaves the valves alone. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, ShStage *self)
{
  ShHit hit = sh_stage_pick (self, x, y);

  if (hit.kind == SH_HIT_VEIN && self->session != NULL && !self->dragging_level)
    g_object_set (self->session, "probe", (guint) hit.id, NULL);
  if (hit.kind != SH_HIT_VALVE || self->session == NULL || self->dragging_level)
    return;
  sh_stage_look_at (self, (ShValve) hit.id);
  sh_session_toggle_valve (self->session, (ShValve) hit.id);
  sh_stage_name (self);
}

static void
set_level (ShStage *self, double level)
{
  level = CLAMP (level, 0.0, 1.0);
  if (fabs (level - self->options.level) < 1e-4)
    return;
  self->options.level = level;
  sh_stage_configure (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ShStage *self)
{
  self->dragging_level = sh_stage_pick (self, x, y).kind == SH_HIT_LEVEL;
  gtk_gesture_set_state (GTK_GESTURE (gesture), self->dragging_level ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                     : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ShStage *self)
{
  double x, y;

  if (!self->dragging_level || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  set_level (self, sh_stage_painter_level_at (self->painter, x + dx, y + dy));
}

static const char *
cursor_for (ShHitKind kind)
{
  if (kind == SH_HIT_VALVE)
    return "pointer";
  return kind == SH_HIT_LEVEL ? "ns-resize" : NULL;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, ShStage *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_for (sh_stage_pick (self, x, y).kind));
}

static void
walk_to (ShStage *self, ShValve valve)
{
  if (valve == self->walked)
    return;
  self->walked = valve;
  if (valve != SH_VALVE_NONE)
    sh_stage_look_at (self, valve);
  sh_stage_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_shown (gpointer picture, ShValve valve, cairo_rectangle_t *bounds)
{
  ShStage *self = SH_STAGE (picture);

  return self->painter != NULL && sh_stage_painter_valve_bounds (self->painter, valve, bounds);
}

static void
focus_left_cb (ShStage *self)
{
  walk_to (self, SH_VALVE_NONE);
}

static gboolean
toggle_walked (ShStage *self)
{
  if (self->walked == SH_VALVE_NONE || self->session == NULL)
    return FALSE;
  sh_session_toggle_valve (self->session, self->walked);
  sh_stage_name (self);
  return TRUE;
}

/* Beside the walk over the valves, Page Up and Page Down move the slice's level. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ShStage *self)
{
  int direction = sh_valve_walk_direction (keyval);

  if (keyval == GDK_KEY_Page_Up)
    set_level (self, self->options.level + 0.05);
  else if (keyval == GDK_KEY_Page_Down)
    set_level (self, self->options.level - 0.05);
  else if (direction != 0)
    walk_to (self, sh_valve_walk (self->walked, direction, is_shown, self));
  else if (keyval != GDK_KEY_Return || !toggle_walked (self))
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
sh_stage_add_controllers (ShStage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
