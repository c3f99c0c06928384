/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "hand.h"
#include "sh-exam-mode.h"
#include "sh-paper-window.h"
#include "sh-pen.h"

/* The exam room and its pages in a real window, driven as a hand would. */

/* Two touches to a leg of a pattern, no more than six for a given patient and the page. */
static void
test_patient_in_six_actions (Hand *fixture, gconstpointer data)
{
  const ShScenario *leg;
  gint64 start_us = g_get_monotonic_time ();

  hand_actions = 0;
  hand_press (fixture, "Exam room");
  hand_press (fixture, "Great saphenous");
  g_assert_cmpint (hand_actions, <=, 2);
  hand_press (fixture, "Left leg");
  /* A tap on a valve, as the stage hands it on. */
  sh_session_toggle_valve (fixture->session, SH_VALVE_POPLITEAL_1);
  hand_actions++;
  hand_press (fixture, "With stocking");
  leg = sh_session_get_scenario (fixture->session);
  g_assert_cmpint (leg->side, ==, SH_SIDE_LEFT);
  g_assert_cmpfloat (leg->leak[SH_VALVE_GREAT_SAPHENOUS_3], ==, 1.0);
  g_assert_cmpfloat (leg->leak[SH_VALVE_POPLITEAL_1], >, 0.0);
  g_assert_cmpfloat (leg->stocking_mmhg, ==, 25.0);
  g_assert_nonnull (sh_session_get_other_scenario (fixture->session));
  g_assert_cmpfloat (sh_session_get_other_scenario (fixture->session)->stocking_mmhg, ==, 0.0);
  hand_press (fixture, "Hand-out…");
  g_assert_cmpint (hand_actions, <=, 6);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 30 * G_USEC_PER_SEC);
}

static void
list_files (const char *path, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *whole = g_build_filename (path, name, NULL);

      g_ptr_array_add (files, whole);
      if (g_file_test (whole, G_FILE_TEST_IS_DIR))
        list_files (whole, files);
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All files of the home folder with what is in them, as one text. */
static char *
home_as_text (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  list_files (g_get_home_dir (), files);
  g_ptr_array_sort (files, compare_paths);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *content = NULL;
      const char *path = g_ptr_array_index (files, i);

      g_string_append_printf (text, "%s\n", path);
      if (g_file_get_contents (path, &content, NULL, NULL))
        g_string_append_printf (text, "%s\n", content);
    }
  return g_string_free (text, FALSE);
}

static char *
settings_as_text (ShPreferences *preferences)
{
  guint n = 0;
  g_autofree GParamSpec **specs =
      g_object_class_list_properties (G_OBJECT_GET_CLASS (preferences), &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *content = NULL;

      g_object_get_property (G_OBJECT (preferences), specs[i]->name, &value);
      content = g_strdup_value_contents (&value);
      g_string_append_printf (text, "%s=%s\n", specs[i]->name, content);
    }
  return g_string_free (text, FALSE);
}

static guint logged;

static GLogWriterOutput
count_log (GLogLevelFlags level, const GLogField *fields, gsize n, gpointer data)
{
  logged++;
  return g_log_writer_default (level, fields, n, data);
}

static GtkDialog *
print_dialog_of (ShPaper *paper)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), "GtkPrintUnixDialog") &&
        gtk_window_get_transient_for (l->data) == GTK_WINDOW (paper))
      return l->data;
  return NULL;
}

static gboolean
has_print_dialog (gpointer paper)
{
  return print_dialog_of (paper) != NULL;
}

/* The dialog opens over the page that the exam room has made. */
static void
ask_to_print (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SH_IS_PAPER (l->data))
      {
        sh_paper_print (l->data, NULL);
        hand_wait_until (has_print_dialog, l->data);
        return;
      }
  g_assert_not_reached ();
}

static GtkWidget *
file_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A page is saved by the file chooser, which likes to remember. */
static void
save_page (ShPaper *paper, const char *folder)
{
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autofree char *saved = g_build_filename (folder, "page.pdf", NULL);
  GtkWidget *dialog;

  g_signal_emit_by_name (hand_find (GTK_WIDGET (paper), "Save as PDF…"), "clicked");
  hand_wait_s (0.3);
  dialog = file_dialog ();
  g_assert_nonnull (dialog);
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), place, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "page.pdf");
  hand_wait_s (0.5);
  /* A button that is activated waits; a finger does not. */
  g_signal_emit_by_name (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT), "clicked");
  hand_wait_until (is_there, saved);
  g_unlink (saved);
}

static void
use_the_room (Hand *fixture)
{
  ShPen *pen;

  hand_press (fixture, "Exam room");
  pen = sh_exam_mode_get_pen (fixture->window);
  hand_press (fixture, "Old clot");
  hand_press (fixture, "Left leg");
  hand_press (fixture, "With walking");
  hand_press (fixture, "Pen");
  sh_pen_begin (pen, 10, 10);
  sh_pen_draw_to (pen, 60, 40);
  hand_press (fixture, "Hand-out…");
  ask_to_print ();
}

static void
assert_nothing_is_kept (Hand *fixture,
                        const ShScenario *before,
                        const char *home,
                        const char *settings)
{
  g_autofree char *home_now = home_as_text ();
  g_autofree char *settings_now = settings_as_text (sh_window_get_preferences (fixture->window));
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  ShScenario exam;
  ShScenario fresh;
  g_autoptr (ShExam) new_exam = sh_exam_new ();

  g_assert_cmpstr (sh_window_get_mode (fixture->window), ==, SH_MODE_EXPLORE);
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (fixture->session), before));
  g_assert_null (sh_session_get_other_scenario (fixture->session));
  g_assert_cmpuint (sh_pen_get_n_strokes (sh_exam_mode_get_pen (fixture->window)), ==, 0);
  sh_exam_after (sh_exam_mode_get_exam (fixture->window), &exam);
  sh_exam_after (new_exam, &fresh);
  g_assert_true (sh_scenario_equal (&exam, &fresh));
  /* Nothing to undo leads back to the patient. */
  g_assert_false (
      g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "undo")));
  for (GList *l = windows; l != NULL; l = l->next)
    g_assert_false (SH_IS_PAPER (l->data) || GTK_IS_DIALOG (l->data));
  g_assert_cmpstr (home_now, ==, home);
  g_assert_cmpstr (settings_now, ==, settings);
}

static void
test_leaving_forgets (Hand *fixture, gconstpointer data)
{
  ShScenario before = *sh_session_get_scenario (fixture->session);
  g_autofree char *home = home_as_text ();
  g_autofree char *settings = settings_as_text (sh_window_get_preferences (fixture->window));

  logged = 0;
  use_the_room (fixture);
  hand_press (fixture, "Explore");
  assert_nothing_is_kept (fixture, &before, home, settings);
  g_assert_cmpuint (logged, ==, 0);
}

static void
test_idle_time_forgets (Hand *fixture, gconstpointer data)
{
  ShScenario before = *sh_session_get_scenario (fixture->session);
  g_autofree char *home = home_as_text ();
  g_autofree char *settings = settings_as_text (sh_window_get_preferences (fixture->window));

  logged = 0;
  use_the_room (fixture);
  sh_exam_mode_pass (fixture->window, SH_EXAM_IDLE_S);
  hand_wait_s (0.2);
  assert_nothing_is_kept (fixture, &before, home, settings);
  g_assert_cmpuint (logged, ==, 0);
}

static void
leave_file (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "trace", NULL);
  g_autofree char *before = home_as_text ();
  g_autofree char *after = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  after = home_as_text ();
  g_unlink (file);
  g_assert_cmpstr (before, !=, after);
}

static gboolean
home_differs (gpointer before)
{
  g_autofree char *now = home_as_text ();

  return !g_str_equal (now, before);
}

/* The two tests above would see what they look for. */
static void
test_traces_are_seen (Hand *fixture, gconstpointer data)
{
  ShPreferences *preferences = sh_window_get_preferences (fixture->window);
  GtkRecentManager *recent = gtk_recent_manager_get_default ();
  g_autofree char *settings = settings_as_text (preferences);
  g_autofree char *changed = NULL;
  g_autofree char *home = NULL;

  leave_file (g_get_home_dir ());
  leave_file (g_get_user_config_dir ());
  leave_file (g_get_user_data_dir ());
  leave_file (g_get_user_state_dir ());
  leave_file (g_get_user_cache_dir ());
  home = home_as_text ();
  g_assert_true (gtk_recent_manager_add_item (recent, "file:///trace.pdf"));
  hand_wait_until (home_differs, home);
  gtk_recent_manager_remove_item (recent, "file:///trace.pdf", NULL);
  g_object_set (preferences, "letter-paper", TRUE, NULL);
  changed = settings_as_text (preferences);
  g_object_set (preferences, "letter-paper", FALSE, NULL);
  g_assert_cmpstr (settings, !=, changed);
  logged = 0;
  g_message ("trace");
  g_assert_cmpuint (logged, ==, 1);
}

static ShPaper *
show_paper (Hand *fixture)
{
  ShPaper *paper = SH_PAPER (sh_paper_new_handout (GTK_WINDOW (fixture->window),
                                                   sh_session_get_scenario (fixture->session),
                                                   sh_window_get_preferences (fixture->window)));

  gtk_window_present (GTK_WINDOW (paper));
  hand_wait_s (0.2);
  return paper;
}

/* To its last line. */
static gboolean
is_whole_pdf (gpointer path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &bytes, &length, NULL) && length > 1000 &&
         g_str_has_prefix (bytes, "%PDF-") &&
         g_strstr_len (bytes + length - 16, 16, "%%EOF") != NULL;
}

static void
test_paper_is_saved (Hand *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  g_autofree char *saved = g_build_filename (folder, "saved.pdf", NULL);
  g_autoptr (GError) error = NULL;
  ShPaper *paper = show_paper (fixture);

  g_assert_cmpint (sh_paper_get_n_pages (paper), ==, 1);
  g_assert_true (sh_paper_save (paper, saved, &error));
  g_assert_true (is_whole_pdf (saved));
  g_assert_false (sh_paper_save (paper, "/no-such-folder/x.pdf", &error));
  g_assert_nonnull (strstr (error->message, "/no-such-folder/x.pdf"));
  g_unlink (saved);
  g_rmdir (folder);
}

static gboolean
has_printer (gpointer dialog)
{
  g_autoptr (GObject) printer = NULL;

  g_object_get (dialog, "selected-printer", &printer, NULL);
  return printer != NULL;
}

static gboolean
is_not_printing (gpointer paper)
{
  return !sh_paper_is_printing (paper);
}

static void
test_print_dialog_is_cancelled (Hand *fixture, gconstpointer data)
{
  ShPaper *paper = show_paper (fixture);

  sh_paper_print (paper, NULL);
  hand_wait_until (has_print_dialog, paper);
  /* A leg that moves would leave a slow machine no time to make the page. */
  g_assert_false (sh_session_get_playing (fixture->session));
  g_assert_true (sh_paper_is_printing (paper));
  gtk_dialog_response (print_dialog_of (paper), GTK_RESPONSE_CANCEL);
  hand_wait_until (is_not_printing, paper);
  g_assert_true (sh_session_get_playing (fixture->session));
  g_assert_null (print_dialog_of (paper));
}

/* By GTK's own printer that needs no machine. */
static void
test_page_is_printed (Hand *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  g_autofree char *printed = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (printed, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  ShPaper *paper = show_paper (fixture);

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  sh_paper_print (paper, settings);
  hand_wait_until (has_print_dialog, paper);
  hand_wait_until (has_printer, print_dialog_of (paper));
  gtk_dialog_response (print_dialog_of (paper), GTK_RESPONSE_OK);
  hand_wait_until (is_not_printing, paper);
  /* The printer writes on when the program is done. */
  hand_wait_until (is_whole_pdf, printed);
  g_assert_true (sh_session_get_playing (fixture->session));
  g_unlink (printed);
  g_rmdir (folder);
}

static gboolean
lists_no_page (gpointer list)
{
  g_autofree char *text = NULL;

  return !g_file_get_contents (list, &text, NULL, NULL) || strstr (text, "page.pdf") == NULL;
}

static void
test_saved_handout_is_not_listed (Hand *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  g_autofree char *list = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);

  save_page (show_paper (fixture), folder);
  /* The list is written down a moment later, with the entry and then without it. */
  hand_wait_s (1.0);
  hand_wait_until (lists_no_page, list);
  g_rmdir (folder);
}

static void
test_bad_logo_is_told_in_place (Hand *fixture, gconstpointer data)
{
  ShPreferences *preferences = sh_window_get_preferences (fixture->window);
  GtkWidget *paper;

  g_object_set (preferences, "clinic-logo", "/dev/null", NULL);
  paper = sh_paper_new_handout (GTK_WINDOW (fixture->window),
                                sh_session_get_scenario (fixture->session), preferences);
  g_assert_nonnull (paper);
  g_assert_true (hand_says (paper,
                            "/dev/null: cannot be read; allowed: a PNG or SVG of at most 4 MiB, a "
                            "PNG of at most 4096 pixels on each side"));
  gtk_window_destroy (GTK_WINDOW (paper));
  g_object_set (preferences, "clinic-logo", "", NULL);
}

int
main (int argc, char **argv)
{
  g_log_set_writer_func (count_log, NULL, NULL);
  gtk_test_init (&argc, &argv, NULL);
#define TEST(sentence, function)                                                                   \
  g_test_add ("/patient/" sentence, Hand, NULL, hand_set_up, function, hand_tear_down)
  TEST ("a patient is set in six actions", test_patient_in_six_actions);
  TEST ("leaving the exam room forgets everything", test_leaving_forgets);
  TEST ("idle time in the exam room forgets everything", test_idle_time_forgets);
  TEST ("what is kept would be seen", test_traces_are_seen);
  TEST ("a saved hand-out is not listed as used", test_saved_handout_is_not_listed);
  TEST ("paper is saved", test_paper_is_saved);
  TEST ("the print dialog is cancelled", test_print_dialog_is_cancelled);
  TEST ("a page is printed", test_page_is_printed);
  TEST ("a bad logo is told in place", test_bad_logo_is_told_in_place);
#undef TEST
  return g_test_run ();
}
