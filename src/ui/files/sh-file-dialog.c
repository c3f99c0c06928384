/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-file-dialog.h"

static gboolean
nothing_cb (gpointer dialog)
{
  return G_SOURCE_REMOVE;
}

void
sh_file_dialog_let_go (GtkFileChooserNative **dialog)
{
  if (*dialog == NULL)
    return;
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (*dialog));
  /* After all idle sources of GTK. The source owns the dialog. */
  g_idle_add_full (G_PRIORITY_LOW, nothing_cb, g_steal_pointer (dialog), g_object_unref);
}
