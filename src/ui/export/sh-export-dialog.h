/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"
#include "sh-stage.h"

G_BEGIN_DECLS

#define SH_TYPE_EXPORT_DIALOG (sh_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ShExportDialog, sh_export_dialog, SH, EXPORT_DIALOG, GtkWindow)

/** Asks what to export of the leg that @stage shows, and where to; then shows how far the work is,
 * and stops it when it is closed. Returns: (transfer none): GTK owns windows. */
GtkWidget *sh_export_dialog_new (GtkWindow *parent, ShSession *session, ShStage *stage);

/** Writes to @path what is chosen, without asking where to; for tests. */
void sh_export_dialog_write (ShExportDialog *self, const char *path);

G_END_DECLS
