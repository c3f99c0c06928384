/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-preferences.h"

/** Actions "palette", "wording", "labels" and "reduced-motion" that set the preferences.
 * Returns: (transfer full) */
GSimpleActionGroup *sh_preferences_actions (ShPreferences *preferences);

/** A window to choose palette, wording, labels and motion in.
 * @parent: (nullable). Returns: (transfer none): GTK owns windows. */
GtkWidget *sh_preferences_window_new (GtkWindow *parent, ShPreferences *preferences);
