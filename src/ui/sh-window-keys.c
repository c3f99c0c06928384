/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-window-private.h"

/* Space plays and pauses, unless the focus is on something that space presses. */
static gboolean
space_cb (GtkEventControllerKey *controller,
          guint keyval,
          guint keycode,
          GdkModifierType state,
          gpointer user_data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (user_data));

  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (GTK_IS_BUTTON (focus) || GTK_IS_SWITCH (focus) || GTK_IS_EDITABLE (focus) ||
      (focus != NULL && GTK_IS_MENU_BUTTON (gtk_widget_get_parent (focus))))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (user_data), "session.playing", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
put_lens_away (ShStage *stage)
{
  int valve;

  g_object_get (stage, "valve", &valve, NULL);
  g_object_set (stage, "valve", (int) SH_VALVE_NONE, NULL);
  return valve != (int) SH_VALVE_NONE;
}

/* Escape goes back one step: from the lens, then from the full screen. It comes here last, after
 * popovers and whatever else has a use for it. */
static gboolean
escape_cb (GtkEventControllerKey *controller,
           guint keyval,
           guint keycode,
           GdkModifierType state,
           gpointer user_data)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (put_lens_away (sh_window_get_stage (user_data)))
    return GDK_EVENT_STOP;
  if (!gtk_window_is_fullscreen (GTK_WINDOW (user_data)))
    return GDK_EVENT_PROPAGATE;
  gtk_window_unfullscreen (GTK_WINDOW (user_data));
  return GDK_EVENT_STOP;
}

void
sh_window_add_keys (ShWindow *self)
{
  GtkEventController *space = gtk_event_controller_key_new ();
  GtkEventController *escape = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (space, GTK_PHASE_CAPTURE);
  g_signal_connect (space, "key-pressed", G_CALLBACK (space_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), space);
  g_signal_connect (escape, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
}
