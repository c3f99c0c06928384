/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Adds to a new dialog what it may be asked to show. */
typedef void (*ShAddFilters) (GtkFileChooser *chooser);

/**
 * A modal dialog that asks for a file, in the folder where it was left; the caller may propose a
 * name, listens to "response", shows it and gives it back with sh_file_dialog_let_go().
 *
 * To be used instead of GTK's own: GTK 4.8 asks for files in the background and puts off menus,
 * and both look into a dialog that has been destroyed meanwhile. So none is destroyed: one that was
 * given back is hidden, and used again when the same @title is asked for.
 *
 * @title and the labels are as in gtk_file_chooser_native_new(), @add_filters: (nullable).
 * Returns: (transfer full).
 */
GtkFileChooserNative *sh_file_dialog_new (const char *title,
                                          GtkWindow *parent,
                                          GtkFileChooserAction action,
                                          const char *accept_label,
                                          const char *cancel_label,
                                          ShAddFilters add_filters);

/**
 * To be asked in the answer of a dialog that saves, when the program completes the chosen name with
 * an ending: GTK asked whether to write over the name as it was typed, not over the completed one.
 *
 * @path: the completed path.
 *
 * Returns: FALSE if it may be written. TRUE if another file than the chosen one would be lost; then
 * the dialog is shown again with the completed name in it, and GTK asks when it is answered.
 */
gboolean sh_file_dialog_shows_again (GtkFileChooserNative *dialog, const char *path);

/**
 * Hides a dialog, answered or not, and gives it back: no response of it arrives any more. @dialog,
 * which may hold NULL, holds NULL afterwards.
 */
void sh_file_dialog_let_go (GtkFileChooserNative **dialog);

G_END_DECLS
