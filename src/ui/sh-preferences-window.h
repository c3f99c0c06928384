/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** The preferences: palette, wording, labels, motion. Its choices act through the actions "win.…"
 * of the main window @parent. Returns: (transfer none): GTK owns windows. */
GtkWidget *sh_preferences_window_new (GtkWindow *parent);
