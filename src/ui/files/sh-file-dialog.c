/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-file-dialog.h"

/* How long what belongs to a closed dialog is kept, in seconds. */
#define KEPT_S 60

static gboolean
nothing_cb (gpointer kept)
{
  return G_SOURCE_REMOVE;
}

/* Keeps the file chooser inside @widget for a while after its dialog is gone: GTK 4.8 asks for the
 * files of the folder that is shown in the background, and an answer that comes late, such as after
 * a file was saved there, still looks into it. */
static void
keep_chooser (GtkWidget *widget)
{
  if (GTK_IS_FILE_CHOOSER_WIDGET (widget))
    {
      g_timeout_add_seconds_full (G_PRIORITY_LOW, KEPT_S, nothing_cb, g_object_ref (widget),
                                  g_object_unref);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_chooser (child);
}

/* GTK does not tell which window a dialog has, if the desktop has not one of its own. */
static void
keep_choosers (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window))
        keep_chooser (window);
    }
}

void
sh_file_dialog_let_go (GtkFileChooserNative **dialog)
{
  if (*dialog == NULL)
    return;
  keep_choosers ();
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (*dialog));
  /* After all idle sources of GTK. The source owns the dialog. */
  g_idle_add_full (G_PRIORITY_LOW, nothing_cb, g_steal_pointer (dialog), g_object_unref);
}
