/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-paper-window.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-atomic-file.h"
#include "sh-file-dialog.h"
#include "sh-mnemonic.h"
#include "sh-surface-texture.h"
#include "sh-window.h"
#include "sh-worksheet.h"

/* How large a page is shown, in pixels of its width. */
#define SHOWN_WIDTH 640

struct _ShPaper
{
  GtkWindow parent_instance;

  ShHandout *handout;     /* or */
  ShWorksheet *worksheet; /* one of both */
  ShSheet sheet;
  char *clinic; /* what the branding points to */
  char *sentence;
  char *contact;
  char *address;
  ShLogo *logo;
  GtkWidget *title;
  GtkWidget *pages;
  GtkWidget *message;
  GtkFileChooserNative *chooser;
  GtkPrintOperation *printing; /* while its dialog stands there or pages are made */
  ShSession *session;          /* (nullable): of the window that the paper comes from */
  gboolean was_playing;        /* the session, before printing began */
};

G_DEFINE_FINAL_TYPE (ShPaper, sh_paper, GTK_TYPE_WINDOW)

static void
draw_page (ShPaper *self, int page, double scale, gboolean vector, cairo_t *cr)
{
  const ShBranding branding = { self->clinic, self->sentence, self->contact, self->address,
                                self->logo };

  if (self->handout != NULL)
    sh_handout_draw (self->handout, &branding, self->sheet, scale, vector, cr);
  else
    sh_worksheet_draw (self->worksheet, page, scale, vector, cr);
}

static const char *
title_of (ShPaper *self)
{
  return self->handout != NULL ? sh_handout_get_text (self->handout)->title
                               : sh_worksheet_title (self->worksheet);
}

int
sh_paper_get_n_pages (ShPaper *self)
{
  g_return_val_if_fail (SH_IS_PAPER (self), 0);

  return self->worksheet != NULL ? sh_worksheet_n_pages (self->worksheet) : 1;
}

static void
tell (ShPaper *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, text[0] != '\0');
}

static GdkTexture *
make_texture (ShPaper *self, int page)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  sh_sheet_size (self->sheet, &width, &height);
  scale = SHOWN_WIDTH * gtk_widget_get_scale_factor (GTK_WIDGET (self)) / width;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) lround (width * scale),
                                        (int) lround (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  draw_page (self, page, scale, FALSE, cr);
  cairo_destroy (cr);
  return sh_surface_texture (surface);
}

static void
add_page (ShPaper *self, int page)
{
  g_autoptr (GdkTexture) texture = make_texture (self, page);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  double width, height;

  sh_sheet_size (self->sheet, &width, &height);
  gtk_widget_set_size_request (picture, SHOWN_WIDTH, (int) (SHOWN_WIDTH * height / width));
  gtk_widget_add_css_class (picture, "paper");
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), title_of (self));
  gtk_box_append (GTK_BOX (self->pages), picture);
}

/* Printing: GTK's own preview is a button of its dialog; ours is this window. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, ShPaper *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  sh_sheet_size (self->sheet, &width, &height);
  /* Another paper in the printer gets the page whole. */
  scale = fmin (gtk_print_context_get_width (context) / width,
                gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  draw_page (self, page, 4, TRUE, cr);
}

/* GTK makes its pages when nothing else is to be done. On a slow machine a leg that moves leaves
 * no such time, and the page would never come. */
static void
hold_leg (ShPaper *self)
{
  if (self->session == NULL)
    return;
  self->was_playing = sh_session_get_playing (self->session);
  g_object_set (self->session, "playing", FALSE, NULL);
}

static void
let_leg_go (ShPaper *self)
{
  if (self->session != NULL && self->was_playing)
    g_object_set (self->session, "playing", TRUE, NULL);
  self->was_playing = FALSE;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, ShPaper *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell (self, error != NULL ? error->message : "");
    }
  let_leg_go (self);
  g_clear_object (&self->printing);
}

static GtkPrintOperation *
make_operation (ShPaper *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size =
      gtk_paper_size_new (self->sheet == SH_SHEET_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, sh_paper_get_n_pages (self));
  gtk_print_operation_set_job_name (operation, title_of (self));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  return operation;
}

/* The window goes on meanwhile: an exam room that is left closes its papers, and their dialogs. */
void
sh_paper_print (ShPaper *self, GtkPrintSettings *settings)
{
  g_return_if_fail (SH_IS_PAPER (self));

  if (self->printing != NULL)
    return;
  tell (self, "");
  self->printing = make_operation (self);
  gtk_print_operation_set_print_settings (self->printing, settings);
  gtk_print_operation_set_allow_async (self->printing, TRUE);
  hold_leg (self);
  gtk_print_operation_run (self->printing, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
}

gboolean
sh_paper_is_printing (ShPaper *self)
{
  g_return_val_if_fail (SH_IS_PAPER (self), FALSE);

  return self->printing != NULL;
}

static void
print_cb (GtkButton *button, ShPaper *self)
{
  sh_paper_print (self, NULL);
}

/* A dialog that outlives its paper would print nothing. */
static void
dismiss_print_dialog (ShPaper *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (self))
      gtk_dialog_response (l->data, GTK_RESPONSE_CANCEL);
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  return sh_atomic_file_write (data, bytes, length) ? CAIRO_STATUS_SUCCESS
                                                    : CAIRO_STATUS_WRITE_ERROR;
}

gboolean
sh_paper_save (ShPaper *self, const char *path, GError **error)
{
  ShAtomicFile *file = sh_atomic_file_open (path, error);
  const ShBranding branding = { self->clinic, self->sentence, self->contact, self->address,
                                self->logo };

  g_return_val_if_fail (SH_IS_PAPER (self), FALSE);

  if (file == NULL)
    return FALSE;
  if (self->handout != NULL)
    sh_handout_write_pdf (self->handout, &branding, self->sheet, write_cb, file);
  else
    sh_worksheet_write_pdf (self->worksheet, write_cb, file);
  return sh_atomic_file_commit (file, error);
}

static void
recent_changed_cb (GtkRecentManager *recent, const char *uri)
{
  g_autofree char *copy = NULL;

  if (!gtk_recent_manager_has_item (recent, uri))
    return;
  /* The handler takes its own text along. */
  copy = g_strdup (uri);
  g_signal_handlers_disconnect_by_func (recent, recent_changed_cb, (gpointer) uri);
  gtk_recent_manager_remove_item (recent, copy, NULL);
}

static void
free_uri (gpointer uri, GClosure *closure)
{
  g_free (uri);
}

/* GTK's file chooser notes every file in the list of those used recently, a moment after it was
 * chosen. A hand-out is about somebody, and that list outlives the visit. */
static void
keep_off_recent (GFile *file)
{
  g_signal_connect_data (gtk_recent_manager_get_default (), "changed",
                         G_CALLBACK (recent_changed_cb), g_file_get_uri (file), free_uri, 0);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, ShPaper *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && !sh_paper_save (self, path, &error))
    tell (self, error->message);
  if (file != NULL && self->handout != NULL)
    keep_off_recent (file);
  sh_file_dialog_let_go (&self->chooser);
}

static void
save_cb (GtkButton *button, ShPaper *self)
{
  tell (self, "");
  sh_file_dialog_let_go (&self->chooser);
  self->chooser = sh_file_dialog_new (C_ ("paper", "Save as PDF"), GTK_WINDOW (self),
                                      GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser),
                                     C_ ("paper", "Second Heart.pdf"));
  g_signal_connect (self->chooser, "response", G_CALLBACK (save_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
show_pages (ShPaper *self)
{
  gtk_window_set_title (GTK_WINDOW (self), title_of (self));
  gtk_label_set_text (GTK_LABEL (self->title), title_of (self));
  for (int i = 0; i < sh_paper_get_n_pages (self); i++)
    add_page (self, i);
}

static void
sh_paper_dispose (GObject *object)
{
  ShPaper *self = SH_PAPER (object);

  sh_file_dialog_let_go (&self->chooser);
  if (self->printing != NULL)
    dismiss_print_dialog (self);
  let_leg_go (self);
  g_clear_object (&self->printing);
  g_clear_object (&self->session);
  g_clear_pointer (&self->handout, sh_handout_free);
  g_clear_pointer (&self->worksheet, sh_worksheet_free);
  g_clear_pointer (&self->logo, sh_logo_free);
  g_clear_pointer (&self->clinic, g_free);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->contact, g_free);
  g_clear_pointer (&self->address, g_free);
  G_OBJECT_CLASS (sh_paper_parent_class)->dispose (object);
}

static void
sh_paper_class_init (ShPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sh_paper_dispose;
}

static GtkWidget *
make_bar (ShPaper *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (C_ ("paper", "_Print…"));
  GtkWidget *save = gtk_button_new_with_mnemonic (C_ ("paper", "_Save as PDF…"));

  gtk_widget_add_css_class (print, "suggested-action");
  g_signal_connect (print, "clicked", G_CALLBACK (print_cb), self);
  g_signal_connect (save, "clicked", G_CALLBACK (save_cb), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), print);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), save);
  /* GTK's own title would be shortened beside the buttons. */
  self->title = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "valign",
                              GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->title, "title");
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (bar), self->title);
  sh_mnemonic_names (bar);
  return bar;
}

static void
sh_paper_init (ShPaper *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hexpand", TRUE, "vexpand", TRUE, NULL);

  self->pages = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18,
                              "halign", GTK_ALIGN_CENTER, NULL);
  self->message =
      g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "visible", FALSE, "selectable", TRUE, NULL);
  gtk_widget_add_css_class (self->message, "caution");
  gtk_widget_add_css_class (self->pages, "desk");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->pages);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_window_set_titlebar (GTK_WINDOW (self), make_bar (self));
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), SHOWN_WIDTH + 80, 860);
}

/* A logo that cannot be shown is told, and the page stands without it. */
static void
read_branding (ShPaper *self, ShPreferences *preferences)
{
  g_autofree char *logo = NULL;
  g_autoptr (GError) error = NULL;
  gboolean letter = FALSE;

  g_object_get (preferences, "clinic-name", &self->clinic, "clinic-sentence", &self->sentence,
                "clinic-contact", &self->contact, "clinic-address", &self->address, "clinic-logo",
                &logo, "letter-paper", &letter, NULL);
  self->sheet = letter ? SH_SHEET_LETTER : SH_SHEET_A4;
  if (logo == NULL || logo[0] == '\0')
    return;
  self->logo = sh_logo_load (logo, &error);
  if (self->logo == NULL)
    tell (self, error->message);
}

static ShPaper *
make (GtkWindow *parent, ShPreferences *preferences)
{
  ShPaper *self = g_object_new (SH_TYPE_PAPER, "transient-for", parent, NULL);

  if (SH_IS_WINDOW (parent))
    self->session = g_object_ref (sh_window_get_session (SH_WINDOW (parent)));
  read_branding (self, preferences);
  return self;
}

GtkWidget *
sh_paper_new_handout (GtkWindow *parent, const ShScenario *scenario, ShPreferences *preferences)
{
  g_autoptr (ShArt) art = sh_art_load (NULL);
  ShHandout *handout = art != NULL ? sh_handout_new (art, scenario) : NULL;
  ShPaper *self;

  if (handout == NULL)
    return NULL;
  self = make (parent, preferences);
  self->handout = handout;
  show_pages (self);
  return GTK_WIDGET (self);
}

GtkWidget *
sh_paper_new_worksheet (GtkWindow *parent, ShLesson *lesson, ShPreferences *preferences)
{
  g_autoptr (ShArt) art = sh_art_load (NULL);
  ShPaper *self;

  if (art == NULL)
    return NULL;
  self = make (parent, preferences);
  self->worksheet = sh_worksheet_new (art, lesson, self->sheet);
  show_pages (self);
  return GTK_WIDGET (self);
}
