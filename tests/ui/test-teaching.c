/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "sh-application.h"
#include "sh-exam-mode.h"
#include "sh-lesson-shelf.h"
#include "sh-paper-window.h"
#include "sh-pen.h"
#include "sh-presenter.h"
#include "sh-window.h"

/* The exam room and the lessons in a real window, driven as a hand would: by the buttons that stand
 * there. */

typedef struct
{
  GtkApplication *application;
  ShWindow *window;
  ShSession *session;
} Fixture;

static void
wait_s (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      ShApplicationOptions options = { 0 };

      application = GTK_APPLICATION (sh_application_new (&options));
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = the_application ();
  g_application_activate (G_APPLICATION (fixture->application));
  fixture->window = SH_WINDOW (gtk_application_get_active_window (fixture->application));
  fixture->session = sh_window_get_session (fixture->window);
  wait_s (0.3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SH_IS_PAPER (l->data) || SH_IS_PRESENTER (l->data))
      gtk_window_destroy (l->data);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_s (0.1);
}

/* The text that stands on a button, wherever in it. */
static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if ((GTK_IS_BUTTON (widget) || GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget)) &&
      says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, text);
  return found;
}

static int actions;

/* One action of the hand. */
static void
press (Fixture *fixture, const char *text)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->window), text);

  if (button == NULL)
    g_error ("no \"%s\" on the screen", text);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  /* A button that is activated waits a quarter of a second; a finger does not. */
  if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked");
  else
    gtk_widget_activate (button);
  actions++;
  wait_s (0.25);
}

/* Two touches to a leg of a pattern, no more than six for a given patient and the page. */
static void
test_patient_in_six_actions (Fixture *fixture, gconstpointer data)
{
  const ShScenario *leg;
  gint64 start_us = g_get_monotonic_time ();

  actions = 0;
  press (fixture, "Exam room");
  press (fixture, "Great saphenous");
  g_assert_cmpint (actions, <=, 2);
  press (fixture, "Left leg");
  /* A tap on a valve, as the stage hands it on. */
  sh_session_toggle_valve (fixture->session, SH_VALVE_POPLITEAL_1);
  actions++;
  press (fixture, "With stocking");
  leg = sh_session_get_scenario (fixture->session);
  g_assert_cmpint (leg->side, ==, SH_SIDE_LEFT);
  g_assert_cmpfloat (leg->leak[SH_VALVE_GREAT_SAPHENOUS_3], ==, 1.0);
  g_assert_cmpfloat (leg->leak[SH_VALVE_POPLITEAL_1], >, 0.0);
  g_assert_cmpfloat (leg->stocking_mmhg, ==, 25.0);
  g_assert_nonnull (sh_session_get_other_scenario (fixture->session));
  g_assert_cmpfloat (sh_session_get_other_scenario (fixture->session)->stocking_mmhg, ==, 0.0);
  press (fixture, "Hand-out…");
  g_assert_cmpint (actions, <=, 6);
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

/* A slow machine takes its time; the end is against hangs. */
static void
wait_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  for (int i = 0; i < 600 && !is_so (data); i++)
    wait_s (0.1);
  g_assert_true (is_so (data));
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
        wait_until (has_print_dialog, l->data);
        return;
      }
  g_assert_not_reached ();
}

static void
use_the_room (Fixture *fixture)
{
  ShPen *pen;

  press (fixture, "Exam room");
  pen = sh_exam_mode_get_pen (fixture->window);
  press (fixture, "Old clot");
  press (fixture, "Left leg");
  press (fixture, "With walking");
  press (fixture, "Pen");
  sh_pen_begin (pen, 10, 10);
  sh_pen_draw_to (pen, 60, 40);
  press (fixture, "Hand-out…");
  ask_to_print ();
}

static void
assert_nothing_is_kept (Fixture *fixture,
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
test_leaving_forgets (Fixture *fixture, gconstpointer data)
{
  ShScenario before = *sh_session_get_scenario (fixture->session);
  g_autofree char *home = home_as_text ();
  g_autofree char *settings = settings_as_text (sh_window_get_preferences (fixture->window));

  logged = 0;
  use_the_room (fixture);
  press (fixture, "Explore");
  assert_nothing_is_kept (fixture, &before, home, settings);
  g_assert_cmpuint (logged, ==, 0);
}

static void
test_idle_time_forgets (Fixture *fixture, gconstpointer data)
{
  ShScenario before = *sh_session_get_scenario (fixture->session);
  g_autofree char *home = home_as_text ();
  g_autofree char *settings = settings_as_text (sh_window_get_preferences (fixture->window));

  logged = 0;
  use_the_room (fixture);
  sh_exam_mode_pass (fixture->window, SH_EXAM_IDLE_S);
  wait_s (0.2);
  assert_nothing_is_kept (fixture, &before, home, settings);
  g_assert_cmpuint (logged, ==, 0);
}

/* Whoever holds @widget has given it and all its neighbours their room. */
static void
assert_room (GtkWidget *widget)
{
  GtkWidget *box = gtk_widget_get_parent (widget);
  int least = 0;

  /* A slow machine takes a while to the next layout. */
  for (int i = 0; i < 50 && gtk_widget_get_height (box) == 0; i++)
    wait_s (0.1);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, >, 20);
  g_assert_cmpint (gtk_widget_get_height (box), >=, least);
}

static void
test_a_lesson_in_the_panel (Fixture *fixture, gconstpointer data)
{
  ShScenario before = *sh_session_get_scenario (fixture->session);

  press (fixture, "Lessons");
  press (fixture, "Cycling with flat feet");
  g_assert_cmpint (sh_session_get_scenario (fixture->session)->activity, ==, SH_ACTIVITY_CYCLING);
  press (fixture, "Next");
  press (fixture, "Next");
  /* The leg waits while something is asked. */
  g_assert_false (sh_session_get_playing (fixture->session));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->toe_pointing, ==, 1.0);
  assert_room (find (GTK_WIDGET (fixture->window), "It goes up."));
  press (fixture, "It goes up.");
  g_assert_true (sh_session_get_playing (fixture->session));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->toe_pointing, ==, 0.0);
  press (fixture, "Next");
  g_assert_nonnull (find (GTK_WIDGET (fixture->window), "It goes up."));
  press (fixture, "All lessons");
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (fixture->session), &before));
}

static gboolean
is_pointed_at (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "pointed"))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_pointed_at (child))
      return TRUE;
  return FALSE;
}

/* The heart, the muscle, the slice and the pressure, as the lesson of the calf pump names them. */
static void
test_a_lesson_points (Fixture *fixture, gconstpointer data)
{
  ShStage *stage = sh_window_get_stage (fixture->window);
  GtkWidget *readouts = GTK_WIDGET (sh_window_get_readouts (fixture->window));
  graphene_rect_t heart, muscle, ring;

  g_assert_false (sh_stage_get_ring (stage, &ring));
  press (fixture, "Lessons");
  press (fixture, "What the calf pump is");
  g_assert_true (sh_stage_get_ring (stage, &heart));
  press (fixture, "Next");
  g_assert_true (sh_stage_get_ring (stage, &muscle));
  g_assert_cmpfloat ((double) muscle.size.height, >, 3.0 * (double) heart.size.height);
  press (fixture, "Show it");
  press (fixture, "Next"); /* to what came of it */
  press (fixture, "Next");
  g_assert_true (sh_stage_get_ring (stage, &ring));
  g_assert_false (is_pointed_at (readouts));
  press (fixture, "Next");
  g_assert_false (sh_stage_get_ring (stage, &ring));
  g_assert_true (is_pointed_at (readouts));
  press (fixture, "Explore");
  g_assert_false (is_pointed_at (readouts));
}

/* Where two legs are compared, the same place of both, or a number between them. */
static void
test_a_lesson_points_into_two_legs (Fixture *fixture, gconstpointer data)
{
  ShCompareStage *compare = sh_window_get_compare_stage (fixture->window);
  graphene_rect_t muscle, vein, other, number;

  press (fixture, "Lessons");
  press (fixture, "Three needs, three causes");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (compare)));
  press (fixture, "Next");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (compare)));
  g_assert_true (sh_compare_stage_get_ring (compare, 0, &muscle));
  press (fixture, "Next");
  g_assert_true (sh_compare_stage_get_ring (compare, 0, &vein));
  g_assert_true (sh_compare_stage_get_ring (compare, 1, &other));
  g_assert_false (graphene_rect_intersection (&vein, &other, NULL));
  /* A vein is long. */
  g_assert_cmpfloat ((double) vein.size.height, >, 2.0 * (double) vein.size.width);
  press (fixture, "Next");
  press (fixture, "Show it");
  g_assert_true (sh_compare_stage_get_ring (compare, 0, &number));
  g_assert_true (sh_compare_stage_get_ring (compare, 1, &other));
  g_assert_true (graphene_rect_equal (&number, &other));
  g_assert_false (graphene_rect_intersection (&number, &vein, NULL));
  press (fixture, "Explore");
  g_assert_false (sh_compare_stage_get_ring (compare, 0, &number));
}

/* A class draws its guess by the keyboard; the clicker hands it in. */
static void
test_a_line_is_drawn_in_front_of_a_class (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ShLesson) lesson = sh_lesson_shipped ("the-calf-pump");
  ShPresenter *presenter = SH_PRESENTER (sh_presenter_new (GTK_WINDOW (fixture->window), lesson));
  ShCurvePad *pad = sh_presenter_get_pad (presenter);
  const double *values = sh_curve_pad_get_values (pad);

  gtk_window_present (GTK_WINDOW (presenter));
  /* Past the heel raises' question, what came of it, and the rest. */
  for (int i = 0; i < 5; i++)
    g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  wait_s (0.4);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pad)));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 3);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Up, 0));
  for (int i = 0; i < 3; i++)
    g_assert_true (sh_presenter_key (presenter, GDK_KEY_Right, 0));
  for (int i = 0; i < 5; i++)
    g_assert_true (sh_presenter_key (presenter, GDK_KEY_Down, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 3);
  /* The line goes on as it was before the cursor, and lower behind it. */
  g_assert_cmpfloat (values[17] - values[18], >, 20.0);
  g_assert_cmpfloat (values[0], ==, values[17]);
  g_assert_cmpfloat (values[18], ==, values[SH_CURVE_PAD_N - 1]);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  /* While it runs, the line stands and the arrows lead through the lesson again. */
  g_assert_false (sh_curve_pad_key (pad, GDK_KEY_Down));
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Right, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 3);
  g_assert_true (sh_curve_pad_is_drawn (pad));
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Escape, 0));
  wait_s (0.1);
}

static void
test_presenter_has_a_pen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ShLesson) lesson = sh_lesson_shipped ("cycling");
  ShPresenter *presenter = SH_PRESENTER (sh_presenter_new (GTK_WINDOW (fixture->window), lesson));
  ShPen *pen = sh_presenter_get_pen (presenter);

  gtk_window_present (GTK_WINDOW (presenter));
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_p, 0));
  g_assert_true (sh_pen_get_active (pen));
  sh_pen_begin (pen, 10, 10);
  sh_pen_begin (pen, 20, 10);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 1);
  /* The next step has another picture. */
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 0);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Escape, 0));
  wait_s (0.1);
}

static void
test_presenter_follows_a_clicker (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ShLesson) lesson = sh_lesson_shipped ("cycling");
  ShPresenter *presenter = SH_PRESENTER (sh_presenter_new (GTK_WINDOW (fixture->window), lesson));

  gtk_window_present (GTK_WINDOW (presenter));
  wait_s (0.4);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 1);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Up, 0));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 0);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_b, 0));
  g_assert_true (sh_presenter_get_black (presenter));
  /* The next click brings the picture back and does not skip a step. */
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Page_Down, 0));
  g_assert_false (sh_presenter_get_black (presenter));
  g_assert_cmpint (sh_presenter_get_step (presenter), ==, 0);
  g_assert_false (sh_presenter_key (presenter, GDK_KEY_F7, 0));
  /* The window's own leg goes on as it was. */
  g_assert_cmpint (sh_session_get_scenario (fixture->session)->activity, ==, SH_ACTIVITY_WALKING);
  g_assert_true (sh_presenter_key (presenter, GDK_KEY_Escape, 0));
  wait_s (0.1);
}

static ShPaper *
show_paper (Fixture *fixture)
{
  ShPaper *paper = SH_PAPER (sh_paper_new_handout (GTK_WINDOW (fixture->window),
                                                   sh_session_get_scenario (fixture->session),
                                                   sh_window_get_preferences (fixture->window)));

  gtk_window_present (GTK_WINDOW (paper));
  wait_s (0.2);
  return paper;
}

static void
assert_is_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  /* Whole, to its last line. */
  g_assert_nonnull (g_strstr_len (bytes + length - 16, 16, "%%EOF"));
}

static void
test_paper_is_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("paper-XXXXXX", NULL);
  g_autofree char *saved = g_build_filename (folder, "saved.pdf", NULL);
  g_autoptr (GError) error = NULL;
  ShPaper *paper = show_paper (fixture);

  g_assert_cmpint (sh_paper_get_n_pages (paper), ==, 1);
  g_assert_true (sh_paper_save (paper, saved, &error));
  assert_is_pdf (saved);
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
test_print_dialog_is_cancelled (Fixture *fixture, gconstpointer data)
{
  ShPaper *paper = show_paper (fixture);

  sh_paper_print (paper, NULL);
  wait_until (has_print_dialog, paper);
  /* A leg that moves would leave a slow machine no time to make the page. */
  g_assert_false (sh_session_get_playing (fixture->session));
  g_assert_true (sh_paper_is_printing (paper));
  gtk_dialog_response (print_dialog_of (paper), GTK_RESPONSE_CANCEL);
  wait_until (is_not_printing, paper);
  g_assert_true (sh_session_get_playing (fixture->session));
  g_assert_null (print_dialog_of (paper));
}

/* By GTK's own printer that needs no machine. */
static void
test_page_is_printed (Fixture *fixture, gconstpointer data)
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
  wait_until (has_print_dialog, paper);
  wait_until (has_printer, print_dialog_of (paper));
  gtk_dialog_response (print_dialog_of (paper), GTK_RESPONSE_OK);
  wait_until (is_not_printing, paper);
  assert_is_pdf (printed);
  g_assert_true (sh_session_get_playing (fixture->session));
  g_unlink (printed);
  g_rmdir (folder);
}

static void
test_bad_logo_is_told_in_place (Fixture *fixture, gconstpointer data)
{
  ShPreferences *preferences = sh_window_get_preferences (fixture->window);
  GtkWidget *paper;

  g_object_set (preferences, "clinic-logo", "/dev/null", NULL);
  paper = sh_paper_new_handout (GTK_WINDOW (fixture->window),
                                sh_session_get_scenario (fixture->session), preferences);
  g_assert_nonnull (paper);
  g_assert_true (says (paper,
                       "/dev/null: cannot be read; allowed: a PNG or SVG of at most 4 MiB, a "
                       "PNG of at most 4096 pixels on each side"));
  gtk_window_destroy (GTK_WINDOW (paper));
  g_object_set (preferences, "clinic-logo", "", NULL);
}

static void
test_pen_has_undo (void)
{
  ShPen *pen = g_object_ref_sink (SH_PEN (sh_pen_new ()));

  g_assert_false (gtk_widget_get_can_target (GTK_WIDGET (pen)));
  sh_pen_set_active (pen, TRUE);
  g_assert_true (gtk_widget_get_can_target (GTK_WIDGET (pen)));
  sh_pen_undo (pen);
  for (int i = 0; i < 3; i++)
    {
      sh_pen_begin (pen, i, i);
      sh_pen_draw_to (pen, i + 5, i);
    }
  sh_pen_undo (pen);
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 2);
  sh_pen_clear (pen);
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 0);
  for (int i = 0; i < 600; i++)
    sh_pen_begin (pen, i, i);
  g_assert_cmpuint (sh_pen_get_n_strokes (pen), ==, 500);
  g_object_unref (pen);
}

int
main (int argc, char **argv)
{
  g_log_set_writer_func (count_log, NULL, NULL);
  gtk_test_init (&argc, &argv, NULL);
#define TEST(sentence, function)                                                                   \
  g_test_add ("/teaching/" sentence, Fixture, NULL, set_up, function, tear_down)
  TEST ("a patient is set in six actions", test_patient_in_six_actions);
  TEST ("leaving the exam room forgets everything", test_leaving_forgets);
  TEST ("idle time in the exam room forgets everything", test_idle_time_forgets);
  TEST ("a lesson runs in the panel and gives the leg back", test_a_lesson_in_the_panel);
  TEST ("a lesson points at what it speaks of", test_a_lesson_points);
  TEST ("a lesson points into two legs", test_a_lesson_points_into_two_legs);
  TEST ("the presenter follows a clicker", test_presenter_follows_a_clicker);
  TEST ("a line is drawn in front of a class", test_a_line_is_drawn_in_front_of_a_class);
  TEST ("the presenter has a pen", test_presenter_has_a_pen);
  TEST ("paper is saved", test_paper_is_saved);
  TEST ("the print dialog is cancelled", test_print_dialog_is_cancelled);
  TEST ("a page is printed", test_page_is_printed);
  TEST ("a bad logo is told in place", test_bad_logo_is_told_in_place);
#undef TEST
  g_test_add_func ("/teaching/the pen has undo", test_pen_has_undo);
  return g_test_run ();
}
