/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-export-dialog.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-export.h"
#include "sh-file-dialog.h"
#include "sh-mnemonic.h"

/* The sizes that can be chosen, in the order of the list; 0: as in the window. */
static const struct
{
  int width, height;
} sizes[] = {
  { 0, 0 }, { 960, 600 }, { 1280, 800 }, { 1920, 1080 }, { 3840, 2160 }, { 1080, 1920 }
};

/* What the list begins with, by the kind: an animation of a window's size is large. */
#define SIZE_OF_ANIMATION 1

struct _ShExportDialog
{
  GtkWindow parent_instance;

  ShSession *session;
  ShStage *stage;
  GtkWidget *kind;
  GtkWidget *size;
  GtkWidget *size_row;
  GtkWidget *seconds;
  GtkWidget *seconds_row;
  GtkWidget *note;
  GtkWidget *message;
  GtkWidget *progress;
  GtkWidget *export_button;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable; /* while something is written */
};

G_DEFINE_FINAL_TYPE (ShExportDialog, sh_export_dialog, GTK_TYPE_WINDOW)

static ShExportKind
kind (ShExportDialog *self)
{
  return (ShExportKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
}

static gboolean
takes_time (ShExportKind what)
{
  return what == SH_EXPORT_CSV || what == SH_EXPORT_GIF || what == SH_EXPORT_FRAMES;
}

/* What is in the file, so that nobody has to try. */
static const char *
note (ShExportKind what)
{
  switch (what)
    {
    case SH_EXPORT_CSV:
      return C_ ("export", "Every number of this leg 50 times a second, from the start. The "
                           "scenario stands in a file beside it.");
    case SH_EXPORT_GIF:
      return C_ ("export", "A moving picture for slides. It goes on from what you see now.");
    case SH_EXPORT_FRAMES:
      return C_ ("export",
                 "A new folder with 25 pictures for each second. They go on from what you "
                 "see now.");
    case SH_EXPORT_PNG:
    case SH_EXPORT_SVG:
    case SH_EXPORT_PDF:
    case SH_N_EXPORTS:
    default:
      return C_ ("export", "The picture as you see it now. The file also holds the scenario.");
    }
}

static void
kind_changed_cb (ShExportDialog *self)
{
  ShExportKind what = kind (self);

  gtk_widget_set_visible (self->seconds_row, takes_time (what));
  gtk_widget_set_visible (self->size_row, what != SH_EXPORT_CSV);
  gtk_label_set_text (GTK_LABEL (self->note), note (what));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->seconds), what == SH_EXPORT_CSV ? 60 : 4);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->size),
                              what == SH_EXPORT_GIF || what == SH_EXPORT_FRAMES ? SIZE_OF_ANIMATION
                                                                                : 0);
}

static void
tell (ShExportDialog *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
set_busy (ShExportDialog *self, gboolean busy)
{
  gtk_widget_set_visible (self->progress, busy);
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_widget_set_sensitive (self->kind, !busy);
  gtk_widget_set_sensitive (self->size, !busy);
  gtk_widget_set_sensitive (self->seconds, !busy);
}

static void
progress_cb (double part, gpointer user_data)
{
  ShExportDialog *self = SH_EXPORT_DIALOG (user_data);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), part);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ShExportDialog) self = SH_EXPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = sh_export_finish (result, &error);

  /* The dialog was closed meanwhile. */
  if (self->cancellable == NULL)
    return;
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

static void
fill_options (ShExportDialog *self, ShExportOptions *options)
{
  guint size = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->size));

  options->kind = kind (self);
  options->scene = *sh_stage_get_options (self->stage);
  options->seconds = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->seconds));
  if (size < G_N_ELEMENTS (sizes) && sizes[size].width > 0)
    {
      options->scene.width = sizes[size].width;
      options->scene.height = sizes[size].height;
    }
}

void
sh_export_dialog_write (ShExportDialog *self, const char *path)
{
  ShExportOptions options;

  g_return_if_fail (SH_IS_EXPORT_DIALOG (self));

  if (self->cancellable != NULL)
    return;
  fill_options (self, &options);
  self->cancellable = g_cancellable_new ();
  tell (self, NULL);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0.0);
  set_busy (self, TRUE);
  sh_export_async (&options, self->session, path, progress_cb, self, self->cancellable, done_cb,
                   g_object_ref (self));
}

static char *
with_ending (const char *path, ShExportKind what)
{
  const char *ending = sh_export_ending (what);

  return g_str_has_suffix (path, ending) ? g_strdup (path) : g_strconcat (path, ending, NULL);
}

static void
chosen_cb (ShExportDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *full = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  full = path != NULL ? with_ending (path, kind (self)) : NULL;
  if (full != NULL && sh_file_dialog_shows_again (self->chooser, full))
    return;
  sh_file_dialog_let_go (&self->chooser);
  if (full != NULL)
    sh_export_dialog_write (self, full);
  else if (file != NULL)
    tell (self, C_ ("files", "Only files of this machine can be used."));
}

static void
export_cb (ShExportDialog *self)
{
  g_autofree char *name =
      g_strconcat (C_ ("file name", "leg"), sh_export_ending (kind (self)), NULL);

  if (self->chooser != NULL)
    return;
  self->chooser = sh_file_dialog_new (C_ ("export", "Export to"), GTK_WINDOW (self),
                                      GTK_FILE_CHOOSER_ACTION_SAVE, C_ ("export", "_Export"),
                                      C_ ("export", "_Cancel"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Cancels the work; a second time, or without any, closes the dialog. */
static void
cancel_cb (ShExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
sh_export_dialog_dispose (GObject *object)
{
  ShExportDialog *self = SH_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  sh_file_dialog_let_go (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->stage);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (sh_export_dialog_parent_class)->dispose (object);
}

static void
sh_export_dialog_class_init (ShExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SH_RESOURCE_PREFIX "/ui/export.ui");
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, seconds);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, seconds_row);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ShExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
sh_export_dialog_init (ShExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sh_mnemonic_names (GTK_WIDGET (self));
  kind_changed_cb (self);
}

GtkWidget *
sh_export_dialog_new (GtkWindow *parent, ShSession *session, ShStage *stage)
{
  ShExportDialog *self = g_object_new (SH_TYPE_EXPORT_DIALOG, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  self->stage = g_object_ref (stage);
  return GTK_WIDGET (self);
}
