/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-files.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <string.h>

#include "sh-file-dialog.h"
#include "sh-recent-menu.h"

/* What happens when the question about changes is answered. */
typedef enum
{
  NEXT_NOTHING,
  NEXT_CLOSE,
  NEXT_NEW,
  NEXT_CHOOSE, /* which file to open */
  NEXT_OPEN    /* next_path */
} Next;

struct _ShFiles
{
  GObject parent_instance;

  GtkApplicationWindow *window; /* (unowned): it owns this */
  ShDocument *document;
  GtkInfoBar *bar;
  GtkLabel *message;
  GtkFileChooserNative *chooser; /* while one is shown: GTK does not hold it */
  GtkWidget *question;           /* (unowned): while one is asked */
  Next next;
  char *next_path;
  guint idle;
  gboolean forgets;
  gboolean closing; /* the user has agreed */
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShFiles, sh_files, G_TYPE_OBJECT)

static void choose_file (ShFiles *self, GtkFileChooserAction action);

void
sh_files_tell (ShFiles *self, const char *message)
{
  g_return_if_fail (SH_IS_FILES (self));

  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  gtk_info_bar_set_revealed (self->bar, TRUE);
}

static void
tell_nothing (ShFiles *self)
{
  gtk_info_bar_set_revealed (self->bar, FALSE);
}

static void
bar_response_cb (ShFiles *self, int response, GtkInfoBar *bar)
{
  tell_nothing (self);
}

static void
remember (ShFiles *self, const char *path)
{
  if (!self->forgets)
    sh_recent_add (path);
}

static void
open_now (ShFiles *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!sh_document_open (self->document, path, &error))
    {
      sh_files_tell (self, error->message);
      return;
    }
  tell_nothing (self);
  remember (self, path);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
open_new (ShFiles *self)
{
  sh_document_open_new (self->document);
  tell_nothing (self);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* Does what waited for the answer. */
static void
go_on (ShFiles *self)
{
  Next next = self->next;
  g_autofree char *path = g_steal_pointer (&self->next_path);

  self->next = NEXT_NOTHING;
  if (next == NEXT_CLOSE)
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self->window));
    }
  else if (next == NEXT_NEW)
    open_new (self);
  else if (next == NEXT_CHOOSE)
    choose_file (self, GTK_FILE_CHOOSER_ACTION_OPEN);
  else if (next == NEXT_OPEN && path != NULL)
    open_now (self, path);
}

static void
forget_next (ShFiles *self)
{
  self->next = NEXT_NOTHING;
  g_clear_pointer (&self->next_path, g_free);
}

static void
save_now (ShFiles *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!sh_document_save (self->document, path, &error))
    {
      sh_files_tell (self, error->message);
      forget_next (self);
      return;
    }
  tell_nothing (self);
  remember (self, path);
  go_on (self);
}

/* A name without an ending gets ours. */
static char *
with_ending (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return strchr (name, '.') != NULL ? g_strdup (path) : g_strconcat (path, SH_FILES_ENDING, NULL);
}

static void
chosen_cb (ShFiles *self, int response, GtkNativeDialog *dialog)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  gboolean saving = gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *full = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);
  path = file != NULL ? g_file_get_path (file) : NULL;
  full = path != NULL ? with_ending (path) : NULL;
  if (full != NULL && saving && sh_file_dialog_shows_again (self->chooser, full))
    return;
  sh_file_dialog_let_go (&self->chooser);
  if (path != NULL && saving)
    save_now (self, full);
  else if (path != NULL)
    open_now (self, path);
  else
    forget_next (self);
  if (file != NULL && path == NULL)
    sh_files_tell (self, C_ ("files", "Only files of this machine can be used."));
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, C_ ("files", "Legs to look at (.scenario)"));
  gtk_file_filter_add_pattern (ours, "*" SH_FILES_ENDING);
  gtk_file_filter_set_name (all, C_ ("files", "All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, ours);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
propose_name (ShFiles *self, GtkFileChooser *chooser)
{
  const char *path = sh_document_get_path (self->document);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL)
    gtk_file_chooser_set_file (chooser, file, NULL);
  else
    gtk_file_chooser_set_current_name (chooser, C_ ("file name", "leg.scenario"));
}

static void
choose_file (ShFiles *self, GtkFileChooserAction action)
{
  gboolean saving = action == GTK_FILE_CHOOSER_ACTION_SAVE;

  if (self->chooser != NULL)
    return;
  self->chooser = sh_file_dialog_new (
      saving ? C_ ("files", "Save this leg") : C_ ("files", "Open a leg"),
      GTK_WINDOW (self->window), action, saving ? C_ ("files", "_Save") : C_ ("files", "_Open"),
      C_ ("files", "_Cancel"), add_filters);
  if (saving)
    propose_name (self, GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save (ShFiles *self)
{
  const char *path = sh_document_get_path (self->document);
  g_autofree char *copy = g_strdup (path);

  if (copy != NULL)
    save_now (self, copy);
  else
    choose_file (self, GTK_FILE_CHOOSER_ACTION_SAVE);
}

static gboolean
go_on_cb (gpointer user_data)
{
  ShFiles *self = SH_FILES (user_data);

  self->idle = 0;
  go_on (self);
  return G_SOURCE_REMOVE;
}

static gboolean
save_later_cb (gpointer user_data)
{
  ShFiles *self = SH_FILES (user_data);

  self->idle = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* What is done next waits until the dialog has left its own handler, where it still looks at the
 * window that it stood before. */
static void
answered_cb (ShFiles *self, int response, GtkDialog *dialog)
{
  self->question = NULL;
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, save_later_cb, self, NULL);
  else if (response == GTK_RESPONSE_REJECT)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, self, NULL);
  else
    forget_next (self);
}

static void
ask (ShFiles *self)
{
  GtkDialog *dialog;

  self->question = gtk_message_dialog_new (
      GTK_WINDOW (self->window),
      GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR,
      GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", C_ ("files", "Save the changes to this leg?"));
  dialog = GTK_DIALOG (self->question);
  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog), "%s",
      C_ ("files", "What you changed is lost if you do not save it."));
  gtk_dialog_add_button (dialog, C_ ("files", "_Discard"), GTK_RESPONSE_REJECT);
  gtk_dialog_add_button (dialog, C_ ("files", "_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (dialog, C_ ("files", "_Save"), GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_REJECT),
                            "destructive-action");
  gtk_dialog_set_default_response (dialog, GTK_RESPONSE_ACCEPT);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Does the next thing at once when nothing would be lost, and asks otherwise. */
static void
then (ShFiles *self, Next next, const char *path)
{
  /* One question at a time: what was asked first is answered first. */
  if (self->question != NULL || self->chooser != NULL || self->idle != 0)
    return;
  self->next = next;
  g_free (self->next_path);
  self->next_path = g_strdup (path);
  if (sh_document_get_modified (self->document) && !self->forgets)
    ask (self);
  else
    go_on (self);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  then (SH_FILES (user_data), NEXT_NEW, NULL);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  then (SH_FILES (user_data), NEXT_CHOOSE, NULL);
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_files_open (SH_FILES (user_data), g_variant_get_string (parameter, NULL));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (SH_FILES (user_data));
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_file (SH_FILES (user_data), GTK_FILE_CHOOSER_ACTION_SAVE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  ShFiles *self = SH_FILES (user_data);
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    sh_files_tell (self, C_ ("files", "Only files of this machine can be used."));
  else
    sh_files_open (self, path);
  return path != NULL;
}

static void
add_drop_target (ShFiles *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->window), GTK_EVENT_CONTROLLER (target));
}

static void
sh_files_dispose (GObject *object)
{
  ShFiles *self = SH_FILES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  sh_file_dialog_let_go (&self->chooser);
  g_clear_object (&self->document);
  g_clear_pointer (&self->next_path, g_free);
  G_OBJECT_CLASS (sh_files_parent_class)->dispose (object);
}

static void
sh_files_class_init (ShFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sh_files_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sh_files_init (ShFiles *self)
{
}

ShFiles *
sh_files_new (GtkApplicationWindow *window,
              ShDocument *document,
              GtkInfoBar *bar,
              GtkLabel *message)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_cb },
    { .name = "open", .activate = open_cb },
    { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
    { .name = "save", .activate = save_cb },
    { .name = "save-as", .activate = save_as_cb },
  };
  ShFiles *self = g_object_new (SH_TYPE_FILES, NULL);

  self->window = window;
  self->document = g_object_ref (document);
  self->bar = bar;
  self->message = message;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (bar, "response", G_CALLBACK (bar_response_cb), self, G_CONNECT_SWAPPED);
  add_drop_target (self);
  return self;
}

void
sh_files_open (ShFiles *self, const char *path)
{
  g_return_if_fail (SH_IS_FILES (self));

  then (self, NEXT_OPEN, path);
}

void
sh_files_set_forgets (ShFiles *self, gboolean forgets)
{
  g_return_if_fail (SH_IS_FILES (self));

  self->forgets = forgets;
}

gboolean
sh_files_may_close (ShFiles *self)
{
  g_return_val_if_fail (SH_IS_FILES (self), TRUE);

  if (self->closing || self->forgets || !sh_document_get_modified (self->document))
    return TRUE;
  then (self, NEXT_CLOSE, NULL);
  return FALSE;
}
