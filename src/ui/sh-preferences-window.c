/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-preferences-window.h"

#include "sh-config.h"

GtkWidget *
sh_preferences_window_new (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (SH_RESOURCE_PREFIX "/ui/preferences.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "preferences"));

  if (parent != NULL)
    {
      gtk_window_set_transient_for (GTK_WINDOW (window), parent);
      gtk_widget_insert_action_group (window, "main", G_ACTION_GROUP (parent));
    }
  return window;
}
