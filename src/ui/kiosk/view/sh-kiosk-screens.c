/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-screens.h"

GdkMonitor *
sh_kiosk_screens_find (GListModel *monitors, const char *connector)
{
  GdkMonitor *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (g_strcmp0 (gdk_monitor_get_connector (monitor), connector) == 0)
        return monitor;
      if (first == NULL)
        first = monitor;
    }
  return first;
}

void
sh_kiosk_screens_all (GListModel *monitors, GdkRectangle *all)
{
  *all = (GdkRectangle){ 0, 0, 0, 0 };
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle one;

      gdk_monitor_get_geometry (monitor, &one);
      if (i == 0)
        *all = one;
      else
        gdk_rectangle_union (all, &one, all);
    }
}

gboolean
sh_kiosk_screens_place (
    GListModel *monitors, GdkMonitor *monitor, int width, int height, GdkRectangle *place)
{
  GdkRectangle all, one;
  gboolean spans;

  *place = (GdkRectangle){ 0, 0, width, height };
  if (monitor == NULL || g_list_model_get_n_items (monitors) < 2)
    return FALSE;
  sh_kiosk_screens_all (monitors, &all);
  gdk_monitor_get_geometry (monitor, &one);
  spans = width >= all.width && height >= all.height &&
          (all.width > one.width || all.height > one.height);
  if (spans)
    *place = (GdkRectangle){ one.x - all.x, one.y - all.y, one.width, one.height };
  return spans;
}

void
sh_kiosk_screens_fill (GtkWindow *window, GListModel *monitors, GdkMonitor *monitor)
{
  GdkRectangle all;

  /* A window manager makes it as large as that one screen; without one nobody does. */
  sh_kiosk_screens_all (monitors, &all);
  gtk_window_set_default_size (window, all.width, all.height);
  gtk_window_fullscreen_on_monitor (window, monitor);
}

static gboolean
stop_cb (void)
{
  return GDK_EVENT_STOP;
}

GtkWidget *
sh_kiosk_screens_cover (GListModel *monitors, GdkMonitor *monitor)
{
  GtkWidget *cover = gtk_window_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_window_set_decorated (GTK_WINDOW (cover), FALSE);
  gtk_window_set_deletable (GTK_WINDOW (cover), FALSE);
  gtk_widget_add_css_class (cover, "kiosk-cover");
  gtk_widget_set_cursor_from_name (cover, "none");
  g_signal_connect (cover, "close-request", G_CALLBACK (stop_cb), NULL);
  g_signal_connect (cover, "enable-debugging", G_CALLBACK (stop_cb), NULL);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (stop_cb), NULL);
  gtk_widget_add_controller (cover, events);
  sh_kiosk_screens_fill (GTK_WINDOW (cover), monitors, monitor);
  gtk_widget_show (cover);
  return cover;
}
