/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-appearance.h"
#include "sh-preferences.h"
#include "sh-session.h"
#include "sh-stage.h"

G_BEGIN_DECLS

#define SH_TYPE_WINDOW (sh_window_get_type ())
G_DECLARE_FINAL_TYPE (ShWindow, sh_window, SH, WINDOW, GtkApplicationWindow)

/** The main window on @session. Returns: (transfer none): GTK owns windows. */
GtkWidget *sh_window_new (GtkApplication *application,
                          ShSession *session,
                          ShPreferences *preferences,
                          ShAppearance *appearance);

/** The session that the window shows. Returns: (transfer none) */
ShSession *sh_window_get_session (ShWindow *self);
/** The window's picture. Returns: (transfer none) */
ShStage *sh_window_get_stage (ShWindow *self);

G_END_DECLS
