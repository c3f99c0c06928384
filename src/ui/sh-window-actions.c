/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-config.h"
#include "sh-export-dialog.h"
#include "sh-help.h"
#include "sh-modes.h"
#include "sh-preferences-window.h"
#include "sh-window-private.h"

static void
step_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_session_step (sh_window_get_session (user_data), -1);
}

static void
step_forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_session_step (sh_window_get_session (user_data), 1);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_session_reset (sh_window_get_session (user_data));
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (user_data);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* A screen reader speaks what gets the focus, so this says the caption again. */
static void
read_caption_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShWindow *self = SH_WINDOW (user_data);

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (sh_window_get_caption (self), GTK_DIR_TAB_FORWARD);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_undo_undo (sh_window_get_undo (user_data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_undo_redo (sh_window_get_undo (user_data));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShWindow *self = SH_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (sh_export_dialog_new (
      GTK_WINDOW (self), sh_window_get_session (self), sh_window_get_stage (self))));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_help_show (GTK_WINDOW (user_data));
}

/* GTK would make this window together with each main window, if it found its description at the
 * place that it looks at. */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplicationWindow *self = GTK_APPLICATION_WINDOW (user_data);

  if (gtk_application_window_get_help_overlay (self) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (SH_RESOURCE_PREFIX "/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (
          self, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (self)));
}

static void
mode_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  sh_window_set_mode (SH_WINDOW (user_data), g_variant_get_string (value, NULL));
}

static void
add_session_actions (ShWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "step-back", .activate = step_back_cb },
    { .name = "step-forward", .activate = step_forward_cb },
    { .name = "reset", .activate = reset_cb },
  };
  static const char *const from_properties[] = { "playing",        "speed",  "stocking",
                                                 "stocking-class", "leaky",  "inactive",
                                                 "hurry",          "compare" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (from_properties); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (
          from_properties[i], sh_window_get_session (self), from_properties[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session", G_ACTION_GROUP (group));
}

static void
add_window_actions (ShWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "fullscreen", .activate = fullscreen_cb },
    { .name = "read-caption", .activate = read_caption_cb },
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "export", .activate = export_cb },
    { .name = "help", .activate = help_cb },
    { .name = "show-help-overlay", .activate = shortcuts_cb },
    { .name = "mode",
      .parameter_type = "s",
      .state = "'" SH_MODE_EXPLORE "'",
      .change_state = mode_cb },
  };
  g_autoptr (GSimpleActionGroup) preferences =
      sh_preferences_actions (sh_window_get_preferences (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preferences", G_ACTION_GROUP (preferences));
}

void
sh_window_add_actions (ShWindow *self)
{
  add_session_actions (self);
  add_window_actions (self);
}
