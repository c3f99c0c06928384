/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-document.h"

G_BEGIN_DECLS

#define SH_TYPE_FILES (sh_files_get_type ())
G_DECLARE_FINAL_TYPE (ShFiles, sh_files, SH, FILES, GObject)

/** The ending of a scenario file. */
#define SH_FILES_ENDING ".scenario"

/**
 * What a window does with scenario files: the actions `win.new`, `win.open`, `win.open-recent` (a
 * path), `win.save` and `win.save-as`, files dropped on the window, and the question before changes
 * would be lost.
 *
 * @window: (unowned): gets the actions
 * @document: its file
 * @bar: an information bar in the window, where mistakes are told
 * @message: the label in it
 *
 * Signal: `opened`: the session began anew.
 *
 * Returns: (transfer full)
 */
ShFiles *sh_files_new (GtkApplicationWindow *window,
                       ShDocument *document,
                       GtkInfoBar *bar,
                       GtkLabel *message);

/** Opens a file, after asking when changes would be lost. */
void sh_files_open (ShFiles *self, const char *path);
/** Says in the window what went wrong. */
void sh_files_tell (ShFiles *self, const char *message);
/**
 * While @forgets, as in the exam room, nothing is remembered about files and nothing is asked.
 */
void sh_files_set_forgets (ShFiles *self, gboolean forgets);
/** Whether the window may close now; if not, the user is asked, and the window closes later. */
gboolean sh_files_may_close (ShFiles *self);

G_END_DECLS
