/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <libintl.h>

#include "sh-application.h"
#include "sh-config.h"
#include "sh-exam-mode.h"
#include "sh-lesson-card.h"
#include "sh-lesson-shelf.h"
#include "sh-paper-window.h"
#include "sh-presenter.h"
#include "sh-readout.h"
#include "sh-window.h"
#include "text-fits.h"

/* Walks all widgets of the window in every size and text size that it promises, and finds texts
 * that are cut off, shortened with dots, outside of what shows them, or over each other. Which
 * language it is in, LANGUAGE says. */

static const FitsCase cases[] = {
  { 800, 600, 1.0 },   { 800, 600, 1.5 },   { 800, 600, 2.0 },   { 1280, 800, 1.0 },
  { 1280, 800, 2.0 },  { 1920, 1080, 1.0 }, { 1920, 1080, 2.0 }, { 1080, 1920, 1.0 },
  { 1080, 1920, 2.0 }, { 3840, 2160, 1.0 }, { 3840, 2160, 2.0 },
};

/* Sizes in which the other places of the window are looked at. */
static const FitsCase few[] = { { 800, 600, 2.0 }, { 1280, 800, 1.0 } };

static GtkApplication *application;
static ShWindow *window;
static int n_cards;

/* The window may not need more room than it was given. */
static void
check_size (const FitsCase *at)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  if (width <= at->width && height <= at->height)
    return;
  fits_mistakes++;
  g_printerr ("%d×%d text %.1f: the window is %d×%d\n", at->width, at->height, at->text_size, width,
              height);
}

/* On a slow machine the first frame may take its time. */
static void
wait_for_window (void)
{
  for (int i = 0; i < 100 && gtk_widget_get_width (GTK_WIDGET (sh_window_get_stage (window))) == 0;
       i++)
    fits_wait_s (0.1);
  fits_wait_s (0.3);
}

static void
check (const FitsCase *at)
{
  wait_for_window ();
  check_size (at);
  if (fits_check_texts (at, GTK_WIDGET (window)) <= 5)
    fits_mistakes++;
}

/* Unfolds everything that can be unfolded. */
static void
unfold (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

/* The surface is larger than the window by its shadow, which may stand out of the wished size. */
#define SHADOW 12

static gboolean
has_size (const FitsCase *at)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return ABS (gdk_surface_get_width (surface) - at->width) <= SHADOW &&
         ABS (gdk_surface_get_height (surface) - at->height) <= SHADOW;
}

/* The display answers when it likes; a window that needs more room never gets this size. */
static void
resize (const FitsCase *at)
{
  fits_mistakes = 0;
  g_object_set (sh_window_get_preferences (window), "text-size", at->text_size, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), at->width, at->height);
  for (int i = 0; i < 100 && !has_size (at); i++)
    fits_wait_s (0.1);
}

static void
check_case (gconstpointer data)
{
  const FitsCase *at = data;

  resize (at);
  check (at);
  for (int i = 0; i < 5 && fits_mistakes > 0; i++)
    {
      /* On a slow machine a frame may still be under way: what is wrong stays wrong. */
      fits_mistakes = 0;
      fits_wait_s (0.5);
      check (at);
    }
  if (fits_mistakes > 0)
    g_test_fail ();
}

/* Turns to the page of the panel with this name. */
static void
turn_to (GtkWidget *widget, const char *page)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "page"), page) == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    turn_to (child, page);
}

static void
set_mode (const char *mode)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mode", "s", mode);
}

static void
check_page (gconstpointer page)
{
  turn_to (GTK_WIDGET (window), page);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      fits_check_calm (&few[i], GTK_WIDGET (window));
      check_size (&few[i]);
      if (fits_mistakes > 0)
        g_test_fail ();
    }
  turn_to (GTK_WIDGET (window), "leg");
}

static void
check_mode (gconstpointer mode)
{
  set_mode (mode);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      fits_check_calm (&few[i], GTK_WIDGET (window));
      check_size (&few[i]);
      if (fits_mistakes > 0)
        g_test_fail ();
    }
  set_mode (SH_MODE_EXPLORE);
}

static void
check_comparison (void)
{
  turn_to (GTK_WIDGET (window), "numbers");
  g_object_set (sh_window_get_session (window), "compare", SH_COMPARE_HEALTHY, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      fits_check_calm (&few[i], GTK_WIDGET (window));
    }
  g_object_set (sh_window_get_session (window), "compare", SH_COMPARE_NONE, NULL);
  turn_to (GTK_WIDGET (window), "leg");
}

/* Opens the card of each number that is shown, one after the other. */
static void
check_cards_below (const FitsCase *at, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && SH_IS_READOUT (widget))
      {
        gtk_popover_popup (GTK_POPOVER (child));
        fits_check_calm (at, child);
        gtk_popover_popdown (GTK_POPOVER (child));
        n_cards++;
      }
    else
      check_cards_below (at, child);
}

static void
check_cards (gconstpointer page)
{
  turn_to (GTK_WIDGET (window), page);
  n_cards = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      wait_for_window ();
      check_cards_below (&few[i], GTK_WIDGET (window));
    }
  g_assert_cmpint (n_cards, >, 0);
  turn_to (GTK_WIDGET (window), "leg");
}

static GtkWidget *
other_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (windows, i);

      if (one != GTK_WIDGET (window) && gtk_widget_get_mapped (one))
        return one;
    }
  return NULL;
}

/* A window that an action opens. */
static void
check_window (gconstpointer action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      GtkWidget *other;

      resize (&few[i]);
      gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
      for (int k = 0; k < 100 && other_window () == NULL; k++)
        fits_wait_s (0.1);
      other = other_window ();
      g_assert_nonnull (other);
      fits_check_calm (&few[i], other);
      gtk_window_close (GTK_WINDOW (other));
      fits_wait_s (0.2);
    }
}

/* The first that is shown below @widget and is what is asked for. */
static GtkWidget *
find_shown (GtkWidget *widget, GType type, const char *css_class)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
await_shown (GType type, const char *css_class)
{
  GtkWidget *found = NULL;

  for (int i = 0; i < 300 && found == NULL; i++)
    {
      fits_wait_s (0.1);
      found = find_shown (GTK_WIDGET (window), type, css_class);
    }
  g_assert_nonnull (found);
  return found;
}

/* The lesson with both kinds of questions. */
#define LESSON 1
/* So often one has to press until it is over. */
#define PRESSES 9

/* Answers where something is asked, else goes on. Returns: whether there was something to press. */
static gboolean
go_on (GtkWidget *card)
{
  GtkWidget *choice = find_shown (card, GTK_TYPE_BUTTON, "choice");
  GtkWidget *next = find_shown (card, GTK_TYPE_BUTTON, "suggested-action");
  GtkWidget *pressed = choice != NULL && gtk_widget_is_sensitive (choice) ? choice : next;

  if (pressed == NULL || !gtk_widget_is_sensitive (pressed))
    return FALSE;
  g_signal_emit_by_name (pressed, "clicked");
  return TRUE;
}

/* Every step of a lesson, what is asked in it, and what came of it. */
static void
check_lesson (void)
{
  set_mode (SH_MODE_LESSON);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      GtkWidget *list, *card;
      int presses = 0;

      resize (&few[i]);
      list = await_shown (GTK_TYPE_LIST_BOX, "lessons");
      g_signal_emit_by_name (list, "row-activated",
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), LESSON));
      card = await_shown (SH_TYPE_LESSON_CARD, NULL);
      do
        fits_check_calm (&few[i], GTK_WIDGET (window));
      while (presses++ < PRESSES && go_on (card));
      g_assert_cmpint (presses, >, PRESSES);
      set_mode (SH_MODE_EXPLORE);
      set_mode (SH_MODE_LESSON);
    }
  set_mode (SH_MODE_EXPLORE);
}

/* The same in front of a class. */
static void
check_presenter (void)
{
  g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();
  GtkWidget *presenter;

  resize (&few[1]);
  presenter = sh_presenter_new (GTK_WINDOW (window), g_ptr_array_index (lessons, LESSON));
  gtk_window_present (GTK_WINDOW (presenter));
  for (int presses = 0; presses < PRESSES; presses++)
    {
      fits_check_calm (&few[1], presenter);
      if (!sh_presenter_key (SH_PRESENTER (presenter), GDK_KEY_1, 0))
        sh_presenter_key (SH_PRESENTER (presenter), GDK_KEY_Right, 0);
    }
  gtk_window_close (GTK_WINDOW (presenter));
  fits_wait_s (0.2);
}

static GtkWidget *
find_saying (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_saying (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A patient's pattern is shown, with what helps and its caution. */
static void
check_patient (void)
{
  const char *stocking = g_dpgettext2 (SH_GETTEXT_DOMAIN, "exam", "With stocking");

  set_mode (SH_MODE_EXAM);
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      resize (&few[i]);
      g_signal_emit_by_name (await_shown (GTK_TYPE_BUTTON, "pattern-card"), "clicked");
      if (sh_exam_get_aid (sh_exam_mode_get_exam (window)) == SH_AID_NONE)
        g_signal_emit_by_name (find_saying (GTK_WIDGET (window), stocking), "clicked");
      fits_check_calm (&few[i], GTK_WIDGET (window));
    }
  set_mode (SH_MODE_EXPLORE);
}

static void
check_paper (gconstpointer what)
{
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    {
      ShPreferences *preferences = sh_window_get_preferences (window);
      g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();
      GtkWidget *paper;

      resize (&few[i]);
      paper = g_str_equal (what, "worksheet")
                  ? sh_paper_new_worksheet (GTK_WINDOW (window),
                                            g_ptr_array_index (lessons, LESSON), preferences)
                  : sh_paper_new_handout (GTK_WINDOW (window),
                                          sh_session_get_scenario (sh_window_get_session (window)),
                                          preferences);
      gtk_window_present (GTK_WINDOW (paper));
      fits_check_calm (&few[i], paper);
      gtk_window_close (GTK_WINDOW (paper));
      fits_wait_s (0.2);
    }
}

static void
add_teaching_and_paper (void)
{
  g_test_add_func ("/text fits/lesson", check_lesson);
  g_test_add_func ("/text fits/presenter", check_presenter);
  g_test_add_func ("/text fits/patient", check_patient);
  g_test_add_data_func ("/text fits/hand-out", "hand-out", check_paper);
  g_test_add_data_func ("/text fits/worksheet", "worksheet", check_paper);
}

static void
add_places (void)
{
  g_test_add_data_func ("/text fits/numbers", "numbers", check_page);
  g_test_add_data_func ("/text fits/tests", "tests", check_page);
  g_test_add_data_func ("/text fits/lessons", SH_MODE_LESSON, check_mode);
  g_test_add_data_func ("/text fits/exam room", SH_MODE_EXAM, check_mode);
  g_test_add_data_func ("/text fits/cards beside the curve", "leg", check_cards);
  g_test_add_data_func ("/text fits/cards of all numbers", "numbers", check_cards);
  g_test_add_func ("/text fits/two legs", check_comparison);
  g_test_add_data_func ("/text fits/preferences", "app.preferences", check_window);
  g_test_add_data_func ("/text fits/export", "win.export", check_window);
  g_test_add_data_func ("/text fits/about", "app.about", check_window);
  g_test_add_data_func ("/text fits/shortcuts", "win.show-help-overlay", check_window);
}

int
main (int argc, char **argv)
{
  ShApplicationOptions options = { 0 };
  int status;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (SH_GETTEXT_DOMAIN, g_getenv ("SH_TEST_LOCALE_DIR"));
  bind_textdomain_codeset (SH_GETTEXT_DOMAIN, "UTF-8");
  application = GTK_APPLICATION (sh_application_new (&options));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_activate (G_APPLICATION (application));
  window = SH_WINDOW (gtk_application_get_active_window (application));
  /* Everything is open, on a bicycle with leaking valves, and stands still. */
  g_object_set (sh_window_get_session (window), "leak-deep", TRUE, "leak-superficial", TRUE, "stop",
                9, "playing", FALSE, NULL);
  unfold (GTK_WIDGET (window));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/text fits/%d×%d text %.1f", cases[i].width,
                                               cases[i].height, cases[i].text_size);

      g_test_add_data_func (name, &cases[i], check_case);
    }
  add_places ();
  add_teaching_and_paper ();
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  fits_wait_s (0.1);
  g_object_unref (application);
  return status;
}
