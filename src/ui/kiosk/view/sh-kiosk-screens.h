/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Finds the screen with a connector among @monitors (of GdkMonitor), else the first one.
 * Returns: (transfer none) (nullable): NULL when there is no screen */
GdkMonitor *sh_kiosk_screens_find (GListModel *monitors, const char *connector);
/** Where all of @monitors lie together. */
void sh_kiosk_screens_all (GListModel *monitors, GdkRectangle *all);
/**
 * Where in a window of @width × @height px one of @monitors is: the whole window where a window
 * manager made it as large as that screen. Compositors for kiosks such as cage, and X servers
 * without a window manager, give a window all screens together.
 *
 * Returns: whether the window has all screens
 */
gboolean sh_kiosk_screens_place (
    GListModel *monitors, GdkMonitor *monitor, int width, int height, GdkRectangle *place);
/** Makes a window fill @monitor. */
void sh_kiosk_screens_fill (GtkWindow *window, GListModel *monitors, GdkMonitor *monitor);
/** A black window over @monitor that takes all touches and keys and does nothing.
 * Returns: (transfer none): GTK keeps it until it is destroyed */
GtkWidget *sh_kiosk_screens_cover (GListModel *monitors, GdkMonitor *monitor);

G_END_DECLS
