/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-tooltips.h"

#include <gtk/gtk.h>

/* Under this name GTK keeps the one tooltip of a display. Taking it away is how GTK itself ends it
 * after a while; the next move of the pointer makes another. Where it has another name, nothing is
 * taken away. */
#define TOOLTIP "gdk-display-current-tooltip"

static gboolean
unrealized_cb (GSignalInvocationHint *hint,
               guint n_values,
               const GValue *values,
               gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER (widget) || GTK_IS_WINDOW (widget))
    g_object_set_data (G_OBJECT (gtk_widget_get_display (widget)), TOOLTIP, NULL);
  return TRUE;
}

void
sh_tooltips_watch (void)
{
  static gulong hook;
  gpointer widgets;

  if (hook != 0)
    return;
  /* A type has no signals before its class is there. */
  widgets = g_type_class_ref (GTK_TYPE_WIDGET);
  hook = g_signal_add_emission_hook (g_signal_lookup ("unrealize", GTK_TYPE_WIDGET), 0,
                                     unrealized_cb, NULL, NULL);
  g_type_class_unref (widgets);
}
