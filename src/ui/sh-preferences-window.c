/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-preferences-window.h"

#include "sh-clinic-rows.h"
#include "sh-config.h"
#include "sh-slider-row.h"

GSimpleActionGroup *
sh_preferences_actions (ShPreferences *preferences)
{
  static const char *const names[] = { "palette",        "wording",        "labels",
                                       "units",          "stocking-names", "more-contrast",
                                       "reduced-motion", "letter-paper" };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], preferences, names[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

GtkWidget *
sh_preferences_window_new (GtkWindow *parent, ShPreferences *preferences)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (SH_RESOURCE_PREFIX "/ui/preferences.ui");
  g_autoptr (GSimpleActionGroup) actions = sh_preferences_actions (preferences);
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "preferences"));

  sh_clinic_rows_bind (builder, GTK_WINDOW (window), preferences);
  g_object_bind_property (
      preferences, "text-size",
      gtk_range_get_adjustment (GTK_RANGE (gtk_builder_get_object (builder, "text_size"))), "value",
      G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  sh_scale_leave_wheel (GTK_WIDGET (gtk_builder_get_object (builder, "text_size")));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_widget_insert_action_group (window, "preferences", G_ACTION_GROUP (actions));
  return window;
}
