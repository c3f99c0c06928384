/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-mode.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-file-dialog.h"
#include "sh-lesson-card.h"
#include "sh-lesson-shelf.h"
#include "sh-lesson-show.h"
#include "sh-mnemonic.h"
#include "sh-paper-window.h"
#include "sh-presenter.h"

#define DATA_KEY "sh-lesson-mode"

/* What belongs to the lessons of one window; lives as long as the page in its panel. */
typedef struct
{
  ShWindow *window; /* unowned: the page lies in it */
  ShLessonShow *show;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *mistake;
  GtkWidget *title;
  GtkWidget *card;
  GPtrArray *lessons;
  GtkFileChooserNative *chooser;
  ShScenario before; /* what the window's leg lived by before the lesson */
  gboolean away;     /* a lesson is on */
} Mode;

static void
mode_free (gpointer data)
{
  Mode *mode = data;

  g_clear_object (&mode->show);
  sh_file_dialog_let_go (&mode->chooser);
  g_ptr_array_unref (mode->lessons);
  g_free (mode);
}

/* The leg goes back to what it was before the lesson. */
static void
leave (Mode *mode)
{
  if (!mode->away)
    return;
  mode->away = FALSE;
  sh_lesson_show_set_lesson (mode->show, NULL);
  sh_session_begin (sh_window_get_session (mode->window), &mode->before);
  gtk_stack_set_visible_child_name (GTK_STACK (mode->stack), "list");
}

static void
start (Mode *mode, ShLesson *lesson)
{
  if (!mode->away)
    mode->before = *sh_session_get_scenario (sh_window_get_session (mode->window));
  mode->away = TRUE;
  gtk_label_set_text (GTK_LABEL (mode->title), sh_lesson_words (lesson->title));
  gtk_stack_set_visible_child_name (GTK_STACK (mode->stack), "lesson");
  sh_lesson_show_set_lesson (mode->show, lesson);
}

static void
list_cb (GtkButton *button, Mode *mode)
{
  leave (mode);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Mode *mode)
{
  start (mode, g_ptr_array_index (mode->lessons, gtk_list_box_row_get_index (row)));
}

/* Another mode of the window ends the lesson. */
static void
mode_changed_cb (ShWindow *window, GParamSpec *pspec, GtkWidget *stack)
{
  Mode *mode = g_object_get_data (G_OBJECT (stack), DATA_KEY);

  if (mode != NULL && !g_str_equal (sh_window_get_mode (window), SH_MODE_LESSON))
    leave (mode);
}

static ShLesson *
lesson_of (Mode *mode)
{
  ShLessonPlayer *player = sh_lesson_show_get_player (mode->show);

  return player != NULL ? sh_lesson_player_get_lesson (player) : NULL;
}

static void
present_cb (GtkButton *button, Mode *mode)
{
  if (lesson_of (mode) != NULL)
    gtk_window_present (
        GTK_WINDOW (sh_presenter_new (GTK_WINDOW (mode->window), lesson_of (mode))));
}

static void
worksheet_cb (GtkButton *button, Mode *mode)
{
  GtkWidget *paper;

  if (lesson_of (mode) == NULL)
    return;
  paper = sh_paper_new_worksheet (GTK_WINDOW (mode->window), lesson_of (mode),
                                  sh_window_get_preferences (mode->window));
  if (paper != NULL)
    gtk_window_present (GTK_WINDOW (paper));
}

static GtkWidget *
make_row (const ShLesson *lesson)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", sh_lesson_words (lesson->title), "wrap",
                                   TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (title, "row-title");
  gtk_box_append (GTK_BOX (box), title);
  if (lesson->summary != NULL)
    {
      GtkWidget *summary = g_object_new (GTK_TYPE_LABEL, "label", sh_lesson_words (lesson->summary),
                                         "wrap", TRUE, "xalign", 0.0, NULL);

      gtk_widget_add_css_class (summary, "quiet");
      gtk_widget_add_css_class (summary, "small");
      gtk_box_append (GTK_BOX (box), summary);
    }
  return box;
}

static void
add_lesson (Mode *mode, ShLesson *lesson)
{
  GtkWidget *row = gtk_list_box_row_new ();
  const char *summary = lesson->summary != NULL ? sh_lesson_words (lesson->summary) : "";

  g_ptr_array_add (mode->lessons, sh_lesson_ref (lesson));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_row (lesson));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sh_lesson_words (lesson->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  gtk_list_box_append (GTK_LIST_BOX (mode->list), row);
}

static void
add_all (Mode *mode, GPtrArray *lessons)
{
  for (guint i = 0; i < lessons->len; i++)
    add_lesson (mode, g_ptr_array_index (lessons, i));
  g_ptr_array_unref (lessons);
}

/* A file in the user's folder that is no lesson is told below the list, not left out in silence. */
static void
add_own (Mode *mode)
{
  g_autofree char *folder = sh_lessons_folder ();
  g_autoptr (ShMistakes) mistakes = sh_mistakes_new (folder);

  add_all (mode, sh_lessons_own (NULL, mistakes));
  if (sh_mistakes_none (mistakes))
    return;
  gtk_label_set_text (GTK_LABEL (mode->mistake), g_ptr_array_index (mistakes->messages, 0));
  gtk_widget_set_visible (mode->mistake, TRUE);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, Mode *mode)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShLesson) lesson = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  sh_file_dialog_let_go (&mode->chooser);
  if (path == NULL)
    return;
  lesson = sh_lesson_load (path, &error);
  if (lesson == NULL)
    {
      sh_files_tell (sh_window_get_files (mode->window), error->message);
      return;
    }
  add_lesson (mode, lesson);
  start (mode, lesson);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) lessons = gtk_file_filter_new ();

  gtk_file_filter_set_name (lessons, C_ ("lesson", "Lessons"));
  gtk_file_filter_add_suffix (lessons, "lesson");
  gtk_file_chooser_add_filter (chooser, lessons);
}

static void
open_cb (GtkButton *button, Mode *mode)
{
  sh_file_dialog_let_go (&mode->chooser);
  mode->chooser = sh_file_dialog_new (C_ ("lesson", "Open a Lesson"), GTK_WINDOW (mode->window),
                                      GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, add_filters);
  g_signal_connect (mode->chooser, "response", G_CALLBACK (open_response_cb), mode);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (mode->chooser));
}

static GtkWidget *
new_page (void)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 10, NULL);

  gtk_widget_add_css_class (box, "cards");
  return box;
}

static GtkWidget *
make_list_page (Mode *mode)
{
  GtkWidget *page = new_page ();
  GtkWidget *open = gtk_button_new_with_mnemonic (C_ ("lesson", "_Open a lesson file…"));

  mode->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (mode->list, "lessons");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mode->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("lesson", "Lessons"), -1);
  g_signal_connect (mode->list, "row-activated", G_CALLBACK (row_activated_cb), mode);
  g_signal_connect (open, "clicked", G_CALLBACK (open_cb), mode);
  gtk_box_append (GTK_BOX (page), mode->list);
  gtk_box_append (GTK_BOX (page), open);
  mode->mistake = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                "xalign", 0.0, "visible", FALSE, "selectable", TRUE, NULL);
  gtk_widget_add_css_class (mode->mistake, "caution");
  gtk_box_append (GTK_BOX (page), mode->mistake);
  sh_mnemonic_names (page);
  return page;
}

static GtkWidget *
make_lesson_page (Mode *mode)
{
  GtkWidget *page = new_page ();
  GtkWidget *list = gtk_button_new_with_mnemonic (C_ ("lesson", "_All lessons"));
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 8, "homogeneous", TRUE, NULL);
  GtkWidget *present = gtk_button_new_with_mnemonic (C_ ("lesson", "_Present"));
  GtkWidget *worksheet = gtk_button_new_with_mnemonic (C_ ("lesson", "_Worksheet…"));

  mode->title = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  mode->card = sh_lesson_card_new (mode->show);
  gtk_widget_add_css_class (mode->title, "title");
  gtk_widget_set_halign (list, GTK_ALIGN_START);
  g_signal_connect (list, "clicked", G_CALLBACK (list_cb), mode);
  g_signal_connect (present, "clicked", G_CALLBACK (present_cb), mode);
  g_signal_connect (worksheet, "clicked", G_CALLBACK (worksheet_cb), mode);
  gtk_box_append (GTK_BOX (row), present);
  gtk_box_append (GTK_BOX (row), worksheet);
  gtk_box_append (GTK_BOX (page), list);
  gtk_box_append (GTK_BOX (page), mode->title);
  gtk_box_append (GTK_BOX (page), mode->card);
  gtk_box_append (GTK_BOX (page), row);
  sh_mnemonic_names (page);
  return page;
}

static void
wording_cb (ShPreferences *preferences, GParamSpec *pspec, GtkWidget *stack)
{
  Mode *mode = g_object_get_data (G_OBJECT (stack), DATA_KEY);
  int wording = SH_WORDING_PLAIN;

  if (mode == NULL)
    return;
  g_object_get (preferences, "wording", &wording, NULL);
  sh_lesson_card_set_wording (SH_LESSON_CARD (mode->card), (ShWording) wording);
}

static GtkWidget *
make (ShWindow *window)
{
  Mode *mode = g_new0 (Mode, 1);

  mode->window = window;
  mode->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) sh_lesson_unref);
  mode->show =
      sh_lesson_show_new (sh_window_get_session (window), sh_window_get_stage (window), NULL);
  sh_lesson_show_set_compare (mode->show, sh_window_get_compare_stage (window));
  sh_lesson_show_set_readouts (mode->show, sh_window_get_readouts (window), FALSE);
  mode->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_named (GTK_STACK (mode->stack), make_list_page (mode), "list");
  gtk_stack_add_named (GTK_STACK (mode->stack), make_lesson_page (mode), "lesson");
  add_all (mode, sh_lessons_shipped ());
  add_own (mode);
  g_object_set_data_full (G_OBJECT (mode->stack), DATA_KEY, mode, mode_free);
  g_signal_connect_object (window, "notify::mode", G_CALLBACK (mode_changed_cb), mode->stack, 0);
  g_signal_connect_object (sh_window_get_preferences (window), "notify::wording",
                           G_CALLBACK (wording_cb), mode->stack, 0);
  wording_cb (sh_window_get_preferences (window), NULL, mode->stack);
  return mode->stack;
}

void
sh_lesson_mode_add (ShWindow *window)
{
  sh_window_add_mode (window, SH_MODE_LESSON, C_ ("mode", "_Lessons"), make);
}
