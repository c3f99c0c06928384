/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-clinic-rows.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-file-dialog.h"
#include "sh-logo.h"

/* What belongs to the rows; lives as long as the window. */
typedef struct
{
  GtkWindow *window; /* unowned */
  ShPreferences *preferences;
  GtkLabel *message; /* unowned */
  GtkFileChooserNative *chooser;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  sh_file_dialog_let_go (&rows->chooser);
  g_clear_object (&rows->preferences);
  g_free (rows);
}

static void
tell (Rows *rows, const char *text)
{
  gtk_label_set_text (rows->message, text);
  gtk_widget_set_visible (GTK_WIDGET (rows->message), text[0] != '\0');
}

static void
tell_logo (Rows *rows)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_object_get (rows->preferences, "clinic-logo", &path, NULL);
  name = path != NULL && path[0] != '\0' ? g_filename_display_basename (path) : g_strdup ("");
  tell (rows, name);
}

static void
take_logo (Rows *rows, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShLogo) logo = sh_logo_load (path, &error);

  if (logo == NULL)
    {
      tell (rows, error->message);
      return;
    }
  g_object_set (rows->preferences, "clinic-logo", path, NULL);
  tell_logo (rows);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Rows *rows)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    take_logo (rows, path);
  sh_file_dialog_let_go (&rows->chooser);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, C_ ("preferences", "PNG and SVG pictures"));
  gtk_file_filter_add_suffix (pictures, "png");
  gtk_file_filter_add_suffix (pictures, "svg");
  gtk_file_chooser_add_filter (chooser, pictures);
}

static void
choose_cb (GtkButton *button, Rows *rows)
{
  sh_file_dialog_let_go (&rows->chooser);
  rows->chooser = sh_file_dialog_new (C_ ("preferences", "Choose a logo"), rows->window,
                                      GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, add_filters);
  g_signal_connect (rows->chooser, "response", G_CALLBACK (response_cb), rows);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (rows->chooser));
}

static void
remove_cb (GtkButton *button, Rows *rows)
{
  g_object_set (rows->preferences, "clinic-logo", "", NULL);
  tell_logo (rows);
}

void
sh_clinic_rows_bind (GtkBuilder *builder, GtkWindow *window, ShPreferences *preferences)
{
  static const struct
  {
    const char *id;
    const char *property;
  } entries[] = {
    { "clinic_name", "clinic-name" },
    { "clinic_sentence", "clinic-sentence" },
    { "clinic_contact", "clinic-contact" },
    { "clinic_address", "clinic-address" },
  };
  Rows *rows = g_new0 (Rows, 1);

  rows->window = window;
  rows->preferences = g_object_ref (preferences);
  rows->message = GTK_LABEL (gtk_builder_get_object (builder, "clinic_message"));
  g_object_set_data_full (G_OBJECT (window), "clinic-rows", rows, rows_free);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (preferences, entries[i].property,
                            gtk_builder_get_object (builder, entries[i].id), "text",
                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect (gtk_builder_get_object (builder, "clinic_logo"), "clicked",
                    G_CALLBACK (choose_cb), rows);
  g_signal_connect (gtk_builder_get_object (builder, "clinic_no_logo"), "clicked",
                    G_CALLBACK (remove_cb), rows);
  tell_logo (rows);
}
