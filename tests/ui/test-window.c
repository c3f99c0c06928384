/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include <glib/gstdio.h>

#include "hand.h"
#include "sh-file-dialog.h"
#include "sh-story.h"
#include "sh-ui.h"

/* The window of a running application, driven from the inside. */

static void
opens_on_a_healthy_person_walking (Hand *hand, gconstpointer data)
{
  const ShScenario *scenario = sh_session_get_scenario (hand->session);

  g_assert_cmpint (scenario->activity, ==, SH_ACTIVITY_WALKING);
  hand_wait_s (0.5);
  g_assert_cmpuint (sh_stage_get_frames_drawn (sh_window_get_stage (hand->window)), >, 0);
}

static void
actions_reach_the_session (Hand *hand, gconstpointer data)
{
  hand_activate (hand, "session.playing", NULL);
  g_assert_false (sh_session_get_playing (hand->session));
  hand_activate (hand, "session.step-forward", NULL);
  hand_activate (hand, "session.step-back", NULL);
  hand_activate (hand, "session.leaky", NULL);
  g_assert_cmpfloat (sh_session_get_valve_leak (hand->session, SH_VALVE_POPLITEAL_1), >, 0.0);
  hand_activate (hand, "session.stocking", g_variant_new_uint32 (SH_STOCKING_15_20));
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 18.0);
  hand_activate (hand, "session.reset", NULL);
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 0.0);
  g_assert_true (sh_session_get_playing (hand->session));
}

static void
gather_sizes (GtkWidget *widget, GHashTable *sizes)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  int size = pango_font_description_get_size (pango_context_get_font_description (context));

  g_hash_table_add (sizes, GINT_TO_POINTER (size));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_sizes (child, sizes);
}

/* Every size in between would stay in Pango's caches. */
static void
letters_do_not_grow_slowly (Hand *hand, gconstpointer data)
{
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer size;

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (hand->window)), "gtk-enable-animations", TRUE,
                NULL);
  gather_sizes (GTK_WIDGET (hand->window), ends);
  g_object_set (sh_window_get_preferences (hand->window), "text-size", 2.0, NULL);
  for (int i = 0; i < 50; i++)
    {
      hand_wait_s (0.01);
      gather_sizes (GTK_WIDGET (hand->window), seen);
    }
  gather_sizes (GTK_WIDGET (hand->window), ends);
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &size, NULL))
    g_assert_true (g_hash_table_contains (ends, size));
  g_object_set (sh_window_get_preferences (hand->window), "text-size", 1.0, NULL);
  hand_wait_s (0.1);
}

/* Counts texts with @text, shown or hidden; those of stockings, which are sold by mmHg, aside. */
static int
count_labels (GtkWidget *widget, const char *text)
{
  int n = 0;

  if (GTK_IS_LABEL (widget))
    {
      const char *own = gtk_label_get_text (GTK_LABEL (widget));

      n = strstr (own, text) != NULL && strstr (own, "mmHg at the ankle") == NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);
  return n;
}

/* Cards, charts' table, rule of the feelings, results and curve of the tests: all that stands still
 * is written anew, and back. */
static void
a_reader_of_kpa_meets_no_mmhg (Hand *hand, gconstpointer data)
{
  ShPreferences *preferences = sh_window_get_preferences (hand->window);
  GtkWidget *window = GTK_WIDGET (hand->window);

  hand_activate (hand, "session.playing", NULL);
  hand_toggle (window, "Show the charts as a table");
  hand_toggle (window, "Tests");
  for (int i = 0; i < 200 && hand_find_label (window, "Lowest foot pressure") == NULL; i++)
    hand_wait_s (0.05);
  hand_toggle (window, "Show the curve as a table");
  hand_wait_s (0.3);
  g_assert_cmpint (count_labels (window, "mmHg"), >=, 6);
  g_assert_cmpint (count_labels (window, "kPa"), ==, 0);
  g_object_set (preferences, "units", SH_UNITS_KPA, NULL);
  /* A page is written when it is turned to. */
  hand_toggle (window, "Numbers");
  hand_wait_s (0.3);
  g_assert_cmpint (count_labels (window, "mmHg"), ==, 0);
  g_assert_cmpint (count_labels (window, "kPa"), >=, 6);
  g_object_set (preferences, "units", SH_UNITS_MMHG, NULL);
  hand_wait_s (0.3);
  g_assert_cmpint (count_labels (window, "kPa"), ==, 0);
}

/* Whichever names stockings have, the scenario holds their pressure, and the caution stays. */
static void
stockings_have_the_names_of_the_preferences (Hand *hand, gconstpointer data)
{
  ShPreferences *preferences = sh_window_get_preferences (hand->window);
  GtkWidget *window = GTK_WIDGET (hand->window);

  g_object_set (preferences, "stocking-names", SH_STOCKING_NAMES_PRESSURE, NULL);
  hand_wait_s (0.1);
  g_assert_nonnull (hand_find_label (window, "20–30"));
  g_assert_null (hand_find_label (window, "23–32"));
  g_object_set (preferences, "stocking-names", SH_STOCKING_NAMES_CLASS, NULL);
  hand_wait_s (0.1);
  g_assert_null (hand_find_label (window, "20–30"));
  g_assert_nonnull (hand_find_label (window, "II\n23–32"));
  hand_activate (hand, "session.stocking-class", g_variant_new_uint32 (2));
  hand_wait_s (0.1);
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 28.0);
  g_assert_nonnull (hand_find_label (window, "28 mmHg at the ankle"));
  g_assert_nonnull (hand_find_label (window, "Ask a doctor first"));
  hand_activate (hand, "win.undo", NULL);
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 0.0);
  g_object_set (preferences, "stocking-names", SH_STOCKING_NAMES_PRESSURE, NULL);
}

static void
reduced_motion_stops_the_picture (Hand *hand, gconstpointer data)
{
  hand_activate (hand, "preferences.reduced-motion", NULL);
  g_assert_false (sh_session_get_running (hand->session));
  hand_activate (hand, "preferences.reduced-motion", NULL);
  g_assert_true (sh_session_get_running (hand->session));
}

static void
every_stop_can_be_shown (Hand *hand, gconstpointer data)
{
  for (int stop = 0; stop < SH_N_STOPS; stop++)
    {
      g_object_set (hand->session, "stop", stop, NULL);
      hand_wait_s (0.1);
    }
  g_object_set (hand->session, "inactive", TRUE, NULL);
  hand_wait_s (0.3);
}

static void
windows_of_the_menu_open_and_close (Hand *hand, gconstpointer data)
{
  static const char *const names[] = { "app.preferences", "app.about" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWindow *other;

      hand_activate (hand, names[i], NULL);
      hand_wait_s (0.3);
      other = gtk_application_get_active_window (hand->application);
      if (other == GTK_WINDOW (hand->window))
        continue;
      gtk_window_close (other);
      hand_wait_s (0.1);
    }
}

static GtkWidget *page; /* (unowned): of the mode that a test adds */

static GtkWidget *
make_page (ShWindow *window)
{
  g_assert_null (page);
  page = gtk_label_new ("A page");
  return page;
}

/* A page is made when it is turned to, once. */
static void
modes_share_the_panel (Hand *hand, gconstpointer data)
{
  ShWindow *window = hand->window;

  sh_window_add_mode (window, "test", "_Test", make_page);
  g_assert_cmpstr (sh_window_get_mode (window), ==, SH_MODE_EXPLORE);
  g_assert_null (page);
  hand_activate (hand, "win.mode", g_variant_new_string ("test"));
  hand_wait_s (0.1);
  g_assert_cmpstr (sh_window_get_mode (window), ==, "test");
  g_assert_true (gtk_widget_get_mapped (page));
  hand_activate (hand, "win.mode", g_variant_new_string ("no such mode"));
  g_assert_cmpstr (sh_window_get_mode (window), ==, "test");
  hand_activate (hand, "win.mode", g_variant_new_string (SH_MODE_EXPLORE));
  hand_wait_s (0.1);
  g_assert_false (gtk_widget_get_mapped (page));
  hand_activate (hand, "win.mode", g_variant_new_string ("test"));
  g_assert_true (gtk_widget_get_mapped (page));
}

static gboolean
has_section (GMenuModel *model)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      if (section != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
collect_menus (GtkWidget *widget, GPtrArray *menus)
{
  GMenuModel *model = NULL;

  if (GTK_IS_MENU_BUTTON (widget))
    model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));
  if (model != NULL && has_section (model))
    g_ptr_array_add (menus, g_object_ref (model));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_menus (child, menus);
}

/* GTK 4.8 never lets go of a section that it made the items of. */
static void
menus_with_sections_are_the_same_in_the_next_window (Hand *hand, gconstpointer data)
{
  g_autoptr (GPtrArray) menus = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_object_unref);

  collect_menus (GTK_WIDGET (hand->window), menus);
  hand_leave_nothing (hand, data);
  hand_set_up (hand, data);
  collect_menus (GTK_WIDGET (hand->window), next);
  g_assert_cmpuint (menus->len, >=, 3);
  g_assert_cmpuint (next->len, ==, menus->len);
  for (guint i = 0; i < menus->len; i++)
    g_assert_true (menus->pdata[i] == next->pdata[i]);
}

static void
shortcuts_are_shown (Hand *hand, gconstpointer data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (hand->window);

  g_assert_null (gtk_application_window_get_help_overlay (window));
  for (int i = 0; i < 2; i++)
    {
      hand_activate (hand, "win.show-help-overlay", NULL);
      hand_wait_s (0.2);
      g_assert_true (
          gtk_widget_get_mapped (GTK_WIDGET (gtk_application_window_get_help_overlay (window))));
      gtk_window_close (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
      hand_wait_s (0.1);
    }
}

/* The gesture that opens the menu of a file chooser's list. */
static GtkGesture *
find_menu_gesture (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkGesture *found = NULL;

  for (guint i = 0; GTK_IS_TREE_VIEW (widget) && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (one) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (one)) == GDK_BUTTON_SECONDARY)
        return GTK_GESTURE (one);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu_gesture (child);
  return found;
}

static void
count_cb (GtkNativeDialog *dialog, int response, int *count)
{
  (*count)++;
}

/* Who had the dialog before must not hear what its next user answers. */
static void
a_file_dialog_answers_once (Hand *hand, gconstpointer data)
{
  int count = 0;

  for (int i = 1; i <= 3; i++)
    {
      GtkFileChooserNative *dialog = sh_file_dialog_new (
          "Once", GTK_WINDOW (hand->window), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, NULL);

      g_signal_connect (dialog, "response", G_CALLBACK (count_cb), &count);
      g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
      g_assert_cmpint (count, ==, i);
      sh_file_dialog_let_go (&dialog);
      g_assert_null (dialog);
    }
}

/* What GTK has put off, such as a menu, looks into the dialog after it was closed. */
static void
a_file_dialog_is_used_again (Hand *hand, gconstpointer data)
{
  g_autoptr (GListModel) filters = NULL;
  GtkWindow *chooser, *question = GTK_WINDOW (gtk_window_new ());

  hand_activate (hand, "win.open", NULL);
  hand_wait_s (0.5);
  chooser = hand_other_window (hand);
  g_assert_true (GTK_IS_FILE_CHOOSER (chooser));
  gtk_window_set_transient_for (question, chooser);
  gtk_window_present (question);
  g_object_add_weak_pointer (G_OBJECT (question), (gpointer *) &question);
  g_signal_emit_by_name (find_menu_gesture (GTK_WIDGET (chooser)), "pressed", 1, 20.0, 20.0);
  gtk_window_close (chooser);
  hand_wait_s (0.5);
  g_assert_null (question);
  g_assert_null (hand_other_window (hand));
  g_assert_true (GTK_IS_FILE_CHOOSER (chooser));
  hand_activate (hand, "win.open", NULL);
  hand_wait_s (0.2);
  g_assert_true (hand_other_window (hand) == chooser);
  filters = gtk_file_chooser_get_filters (GTK_FILE_CHOOSER (chooser));
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, 2);
  gtk_window_close (chooser);
  hand_wait_s (0.1);
}

/* Answers the file dialog that is open with a name in @folder, as a finger does. */
static void
answer_with_name (Hand *hand, const char *folder, const char *name)
{
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  GtkWindow *dialog = hand_other_window (hand);

  g_assert_true (GTK_IS_FILE_CHOOSER (dialog));
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), place, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  hand_wait_s (0.5);
  g_signal_emit_by_name (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT), "clicked");
  hand_wait_s (0.5);
}

/* GTK 4.8 loses the texts of a file that is deleted while it is listed. */
static void
show_folder_without_files (GtkWindow *dialog)
{
  g_autofree char *path = g_dir_make_tmp (NULL, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL));
  hand_wait_s (0.5);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* The name "mine" becomes "mine.scenario", which GTK did not ask about. */
static void
a_completed_name_is_asked_about (Hand *hand, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "mine.scenario", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *name = NULL;
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  hand_activate (hand, "win.save-as", NULL);
  hand_wait_s (0.3);
  dialog = hand_other_window (hand);
  answer_with_name (hand, folder, "mine");
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "precious");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));
  g_assert_cmpstr (name, ==, "mine.scenario");
  answer_with_name (hand, folder, "other");
  g_assert_null (hand_other_window (hand));
  show_folder_without_files (dialog);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_free (path);
  path = g_build_filename (folder, "other.scenario", NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
changes_are_not_lost_silently (Hand *hand, gconstpointer data)
{
  GtkWindow *question;

  hand_activate (hand, "session.leaky", NULL);
  gtk_window_close (GTK_WINDOW (hand->window));
  hand_wait_s (0.3);
  question = hand_other_window (hand);
  g_assert_true (GTK_IS_MESSAGE_DIALOG (question));
  gtk_dialog_response (GTK_DIALOG (question), GTK_RESPONSE_CANCEL);
  hand_wait_s (0.1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (hand->window)));
  g_assert_null (hand_other_window (hand));
  hand_activate (hand, "win.undo", NULL);
  g_assert_true (sh_files_may_close (sh_window_get_files (hand->window)));
}

static void
discarding_goes_on_with_what_was_wanted (Hand *hand, gconstpointer data)
{
  hand_activate (hand, "session.leaky", NULL);
  hand_activate (hand, "win.new", NULL);
  hand_wait_s (0.2);
  gtk_dialog_response (GTK_DIALOG (hand_other_window (hand)), GTK_RESPONSE_REJECT);
  hand_wait_s (0.1);
  g_assert_cmpfloat (sh_session_get_valve_leak (hand->session, SH_VALVE_POPLITEAL_1), ==, 0.0);
  g_assert_true (sh_files_may_close (sh_window_get_files (hand->window)));
}

static void
a_wrong_file_is_told_in_place (Hand *hand, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "sh-test-wrong.scenario", NULL);
  ShScenario before = *sh_session_get_scenario (hand->session);

  g_assert_true (g_file_set_contents (path, "[Scenario]\nactivity=dancing\n", -1, NULL));
  sh_files_open (sh_window_get_files (hand->window), path);
  for (int i = 0; i < 100 && hand_find_label (GTK_WIDGET (hand->window), "dancing") == NULL; i++)
    hand_wait_s (0.1);
  g_unlink (path);
  g_assert_null (hand_other_window (hand));
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (hand->session), &before));
  g_assert_nonnull (hand_find_label (GTK_WIDGET (hand->window), "dancing"));
  /* In large letters, too; GTK complains of heights that do not fit together. */
  g_object_set (sh_window_get_preferences (hand->window), "text-size", 2.0, NULL);
  hand_wait_s (0.5);
  g_object_set (sh_window_get_preferences (hand->window), "text-size", 1.0, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/window/" name, Hand, NULL, hand_set_up, function, hand_leave_nothing)
  ADD ("opens on a healthy person walking", opens_on_a_healthy_person_walking);
  ADD ("actions reach the session", actions_reach_the_session);
  ADD ("letters do not grow slowly", letters_do_not_grow_slowly);
  ADD ("a reader of kPa meets no mmHg", a_reader_of_kpa_meets_no_mmhg);
  ADD ("stockings have the names of the preferences", stockings_have_the_names_of_the_preferences);
  ADD ("reduced motion stops the picture", reduced_motion_stops_the_picture);
  ADD ("every stop can be shown", every_stop_can_be_shown);
  ADD ("windows of the menu open and close", windows_of_the_menu_open_and_close);
  ADD ("changes are not lost silently", changes_are_not_lost_silently);
  ADD ("discarding goes on with what was wanted", discarding_goes_on_with_what_was_wanted);
  ADD ("a file dialog answers once", a_file_dialog_answers_once);
  ADD ("a file dialog is used again", a_file_dialog_is_used_again);
  ADD ("a completed name is asked about", a_completed_name_is_asked_about);
  ADD ("a wrong file is told in place", a_wrong_file_is_told_in_place);
  ADD ("modes share the panel", modes_share_the_panel);
  ADD ("menus with sections are the same in the next window",
       menus_with_sections_are_the_same_in_the_next_window);
  ADD ("shortcuts are shown", shortcuts_are_shown);
  return g_test_run ();
}
