/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-file-dialog.h"

/* The dialogs that nobody uses at the moment; GTK's callbacks run in one thread. */
static GPtrArray *spare;

static GtkFileChooserNative *
take_spare (const char *title)
{
  for (guint i = 0; spare != NULL && i < spare->len; i++)
    if (g_str_equal (gtk_native_dialog_get_title (g_ptr_array_index (spare, i)), title))
      return g_ptr_array_steal_index (spare, i);
  return NULL;
}

static void
keep_spare (GtkFileChooserNative *dialog)
{
  if (spare == NULL)
    spare = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (spare, dialog);
}

/* Closes what a hidden dialog has asked, such as whether to write over a file. */
static void
close_its_questions (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);
      GtkWindow *asking = gtk_window_get_transient_for (window);

      if (GTK_IS_FILE_CHOOSER_DIALOG (asking) && !gtk_widget_get_visible (GTK_WIDGET (asking)))
        gtk_window_destroy (window);
    }
}

/* GObject disconnects many at once only if it is told a function or its data. */
static void
disconnect_all (gpointer object, const char *signal)
{
  guint id = g_signal_lookup (signal, G_OBJECT_TYPE (object));
  gulong handler;

  while ((handler = g_signal_handler_find (object, G_SIGNAL_MATCH_ID, id, 0, NULL, NULL, NULL)) !=
         0)
    g_signal_handler_disconnect (object, handler);
}

GtkFileChooserNative *
sh_file_dialog_new (const char *title,
                    GtkWindow *parent,
                    GtkFileChooserAction action,
                    const char *accept_label,
                    const char *cancel_label,
                    ShAddFilters add_filters)
{
  GtkFileChooserNative *dialog = take_spare (title);

  if (dialog == NULL)
    {
      dialog = gtk_file_chooser_native_new (title, parent, action, accept_label, cancel_label);
      if (add_filters != NULL)
        add_filters (GTK_FILE_CHOOSER (dialog));
    }
  gtk_native_dialog_set_transient_for (GTK_NATIVE_DIALOG (dialog), parent);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

gboolean
sh_file_dialog_shows_again (GtkFileChooserNative *dialog, const char *path)
{
  g_autoptr (GFile) completed = g_file_new_for_path (path);
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (g_file_equal (completed, chosen) || !g_file_query_exists (completed, NULL))
    return FALSE;
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), completed, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  return TRUE;
}

void
sh_file_dialog_let_go (GtkFileChooserNative **dialog)
{
  GtkFileChooserNative *native = g_steal_pointer (dialog);

  if (native == NULL)
    return;
  disconnect_all (native, "response");
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (native));
  close_its_questions ();
  gtk_native_dialog_set_transient_for (GTK_NATIVE_DIALOG (native), NULL);
  keep_spare (native);
}
