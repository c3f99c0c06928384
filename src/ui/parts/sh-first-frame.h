/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** The first frame of a window shows its controls, so that the window is there at once; pictures
 * and charts come with the second. */

/** Whether the window that @widget lies in has drawn its first frame. */
gboolean sh_first_frame_is_past (GtkWidget *widget);

/** Calls @then at the beginning of the second frame; not at all if @widget is gone by then.
 * Returns: what gtk_widget_remove_tick_callback() takes until it was called. */
guint sh_first_frame_then (GtkWidget *widget, void (*then) (GtkWidget *widget));
