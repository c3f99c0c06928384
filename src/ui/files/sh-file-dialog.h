/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Closes a dialog that asked for a file, answered or not, and lets go of it: no signal of it
 * arrives any more. @dialog, which may hold NULL, holds NULL afterwards.
 *
 * To be used instead of dropping the reference: GTK 4.8 opens the menu of the list of files from an
 * idle source that outlives the list, so the dialog is kept until what it has put off is done.
 */
void sh_file_dialog_let_go (GtkFileChooserNative **dialog);

G_END_DECLS
