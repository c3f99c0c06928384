/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-appearance.h"
#include "sh-compare-stage.h"
#include "sh-files.h"
#include "sh-preferences.h"
#include "sh-readouts.h"
#include "sh-session.h"
#include "sh-stage.h"

G_BEGIN_DECLS

#define SH_TYPE_WINDOW (sh_window_get_type ())
G_DECLARE_FINAL_TYPE (ShWindow, sh_window, SH, WINDOW, GtkApplicationWindow)

/**
 * The main window on a session: picture, readouts, and a panel for what one does.
 *
 * The panel has one page for each mode. "explore", the controls, is always there; "lesson" and
 * "exam" are added by sh_modes_add() (sh-modes.h), where a new mode is named. Which one is shown is
 * the property `mode` and the action `win.mode` (a string); the header bar has a button for each
 * mode as soon as there are two. A page learns that it comes and goes by its own map and unmap, or
 * by notify::mode of the window; it reaches the leg by sh_window_get_session(), and the header's
 * buttons, menus and keys by the action groups `win`, `session`, `preferences` and `app`, which
 * every widget inside the window sees.
 */

/** The names of the modes, as `win.mode` takes them. */
#define SH_MODE_EXPLORE "explore"
#define SH_MODE_LESSON "lesson"
#define SH_MODE_EXAM "exam"

/**
 * The main window on @session.
 *
 * @path: (nullable): the file that the session's scenario was read from
 *
 * Returns: (transfer none): GTK owns windows.
 */
GtkWidget *sh_window_new (GtkApplication *application,
                          ShSession *session,
                          ShPreferences *preferences,
                          ShAppearance *appearance,
                          const char *path);

/**
 * Adds a mode.
 *
 * @name: as `win.mode` takes it
 * @title: what the header's button says, translated, with an underscore before its key
 * @make: makes what the panel shows, (transfer floating), when the mode is turned to for the first
 *   time; at once for the first mode. It is given a frame to scroll in when it is higher than the
 *   panel, and must not be wider than about 300 px at the normal text size.
 */
void sh_window_add_mode (ShWindow *self,
                         const char *name,
                         const char *title,
                         GtkWidget *(*make) (ShWindow *window));
/** Shows a mode that was added before; another name changes nothing. */
void sh_window_set_mode (ShWindow *self, const char *name);
/** The mode that is shown. Returns: (transfer none) */
const char *sh_window_get_mode (ShWindow *self);

/** The session that the window shows. Returns: (transfer none) */
ShSession *sh_window_get_session (ShWindow *self);
/** What the window does with files. Returns: (transfer none) */
ShFiles *sh_window_get_files (ShWindow *self);
/** What the user prefers. Returns: (transfer none) */
ShPreferences *sh_window_get_preferences (ShWindow *self);
/** The window's picture. Returns: (transfer none) */
ShStage *sh_window_get_stage (ShWindow *self);
/** The picture that stands in for it while two legs are compared. Returns: (transfer none) */
ShCompareStage *sh_window_get_compare_stage (ShWindow *self);
/** The window's readouts with their charts. Returns: (transfer none) */
ShReadouts *sh_window_get_readouts (ShWindow *self);

G_END_DECLS
