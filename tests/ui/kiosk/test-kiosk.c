/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk-fixture.h"

#include <string.h>

#include "sh-kiosk-pin.h"
#include "sh-kiosk-plan.h"
#include "sh-preferences.h"

/* The whole kiosk in a window, with a clock of the test's own. */

static void
everything_goes_back (Fixture *fixture, gconstpointer data)
{
  start (fixture, "languages=en,en_XA\nscene-seconds=300\n");
  assert_state (fixture, SH_KIOSK_ATTRACT);
  touch (fixture, 300.0, 300.0);
  assert_state (fixture, SH_KIOSK_VISIT);
  g_assert_cmpstr (sh_kiosk_get_page (fixture->kiosk), ==, "home");
  act (fixture, "kiosk.page", "'leaky'");
  act (fixture, "kiosk.option", "2");
  act (fixture, "kiosk.language", "'en_XA'");
  act (fixture, "kiosk.larger", NULL);
  act (fixture, "kiosk.contrast", NULL);
  act (fixture, "kiosk.pause", NULL);
  g_assert_cmpstr (sh_kiosk_get_language (fixture->kiosk), ==, "en_XA");
  g_assert_cmpstr (sh_kiosk_get_page (fixture->kiosk), ==, "leaky");
  g_assert_false (sh_session_get_running (sh_kiosk_get_session (fixture->kiosk)));
  pass (fixture, 61.0);
  assert_state (fixture, SH_KIOSK_WARN);
  touch (fixture, 300.0, 300.0);
  assert_state (fixture, SH_KIOSK_VISIT);
  pass (fixture, 81.5);
  assert_state (fixture, SH_KIOSK_ATTRACT);
  g_assert_cmpstr (sh_kiosk_get_language (fixture->kiosk), ==, "en");
  g_assert_null (sh_kiosk_get_page (fixture->kiosk));
  g_assert_true (sh_session_get_running (sh_kiosk_get_session (fixture->kiosk)));
  {
    guint theme, dpi;

    g_object_get (sh_kiosk_view_get_stage (sh_kiosk_get_view (fixture->kiosk)), "theme", &theme,
                  NULL);
    g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
    g_assert_cmpuint (theme, ==, 0);
  }
}

static void
the_attract_loop_turns_through_scenes_and_languages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) languages = g_hash_table_new (g_str_hash, g_str_equal);

  start (fixture, "languages=en,en_XA,ar_XB\nscene-seconds=5\n");
  for (int i = 0; i < 6; i++)
    {
      g_hash_table_add (languages,
                        (gpointer) g_intern_string (sh_kiosk_get_language (fixture->kiosk)));
      pass (fixture, 5.25);
    }
  assert_state (fixture, SH_KIOSK_ATTRACT);
  g_assert_cmpuint (g_hash_table_size (languages), ==, 3);
  pass (fixture, 5.25);
  /* Whoever begins goes on in the language that was read. */
  {
    g_autofree char *shown = g_strdup (sh_kiosk_get_language (fixture->kiosk));

    g_assert_cmpstr (shown, !=, "en");
    touch (fixture, 300.0, 300.0);
    assert_state (fixture, SH_KIOSK_VISIT);
    g_assert_cmpstr (sh_kiosk_get_language (fixture->kiosk), ==, shown);
  }
}

static void
it_closes_and_opens_by_the_clock (Fixture *fixture, gconstpointer data)
{
  /* The test's clock begins on Tuesday, 2025-11-25, at 08:16:40 UTC. */
  start (fixture, "opening-hours=Tue 08:00-08:20, Tue 08:30-09:00\ntime-zone=UTC\n");
  assert_state (fixture, SH_KIOSK_ATTRACT);
  pass (fixture, 210.0);
  assert_state (fixture, SH_KIOSK_CLOSED);
  g_assert_false (sh_session_get_running (sh_kiosk_get_session (fixture->kiosk)));
  touch (fixture, 300.0, 300.0);
  assert_state (fixture, SH_KIOSK_CLOSED);
  pass (fixture, 600.0);
  assert_state (fixture, SH_KIOSK_ATTRACT);
  g_assert_true (sh_session_get_running (sh_kiosk_get_session (fixture->kiosk)));
}

/* How bright the brightest pixel of the screen is, and how bright all are together, 0 to 255. */
static void
brightness (Fixture *fixture, int *most, double *mean)
{
  gsize n;
  g_autoptr (GBytes) bytes = pixels (fixture, &n);
  const guchar *data = g_bytes_get_data (bytes, NULL);
  double sum = 0.0;

  *most = 0;
  for (gsize i = 0; i < n; i++)
    {
      const guchar *pixel = data + 4 * i;

      *most = MAX (*most, MAX (pixel[0], MAX (pixel[1], pixel[2])));
      sum += (pixel[0] + pixel[1] + pixel[2]) / 3.0;
    }
  *mean = sum / (double) n;
}

static void
close_with (Fixture *fixture, int percent)
{
  g_autofree char *settings = g_strdup_printf (
      "opening-hours=Tue 08:00-08:20\ntime-zone=UTC\nclosed-brightness-percent=%d\n", percent);

  start (fixture, settings);
  turn (0.3);
}

/* Seen on the pixels: black but for a few words, which are as bright as was configured, and walk.
 */
static void
it_is_dimmed_when_it_is_closed (Fixture *fixture, gconstpointer percent)
{
  const int wanted = GPOINTER_TO_INT (percent);
  int open_most, most;
  double open_mean, mean;
  gsize n;

  close_with (fixture, wanted);
  brightness (fixture, &open_most, &open_mean);
  g_assert_cmpint (open_most, >, 240);
  g_assert_cmpfloat (open_mean, >, 150.0);
  pass (fixture, 210.0);
  assert_state (fixture, SH_KIOSK_CLOSED);
  turn (0.3);
  brightness (fixture, &most, &mean);
  g_test_message ("%d %%: brightest %d, mean %.2f; open %d and %.2f", wanted, most, mean, open_most,
                  open_mean);
  g_assert_cmpint (abs (most - 255 * wanted / 100), <=, 3);
  g_assert_cmpfloat (mean, <, 0.02 * 255.0);
  if (wanted > 0)
    {
      g_autoptr (GBytes) before = pixels (fixture, &n);
      g_autoptr (GBytes) after = NULL;

      pass (fixture, 65.0);
      turn (0.3);
      after = pixels (fixture, &n);
      g_assert_false (g_bytes_equal (before, after));
    }
}

static void
it_cannot_be_closed_or_inspected (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  gboolean handled = FALSE;

  start (fixture, "");
  window = GTK_WINDOW (sh_kiosk_get_window (fixture->kiosk));
  gtk_window_close (window);
  turn (0.2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_signal_emit_by_name (window, "enable-debugging", TRUE, &handled);
  turn (0.2);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_assert_false (gtk_window_get_deletable (window));
  g_assert_false (gtk_window_get_decorated (window));
}

/* What a widget listens to. */
static void
assert_harmless (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) || GTK_IS_DROP_TARGET_ASYNC (controller) ||
          GTK_IS_DRAG_SOURCE (controller) || GTK_IS_GESTURE_ZOOM (controller) ||
          GTK_IS_GESTURE_ROTATE (controller) || GTK_IS_GESTURE_STYLUS (controller))
        g_error ("%s has a %s", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (controller));
    }
  /* A text that can be selected or written has a menu, and takes what is dropped on it. */
  g_assert_false (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) ||
                  GTK_IS_LINK_BUTTON (widget) || GTK_IS_POPOVER (widget) ||
                  (GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_harmless (child);
}

static void
nothing_can_be_dropped_dragged_away_written_or_followed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hash = sh_kiosk_pin_hash ("2580");
  g_autofree char *settings =
      g_strdup_printf ("staff-pin=%s\nlanguages=en,en_XA\nread-aloud=true\n", hash);

  start (fixture, settings);
  touch (fixture, 300.0, 300.0);
  act (fixture, "kiosk.lesson", "1");
  tap_corners (fixture);
  give (fixture, "2580");
  assert_state (fixture, SH_KIOSK_STAFF);
  assert_harmless (GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk)));
}

static void
staff_get_in_with_the_pin_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hash = sh_kiosk_pin_hash ("2580");
  g_autofree char *settings = g_strdup_printf ("staff-pin=%s\n", hash);
  g_autofree char *kept = g_build_filename (fixture->folder, "kiosk-hours.conf", NULL);

  start (fixture, settings);
  act (fixture, "staff.exit", NULL);
  act (fixture, "staff.hours", "(0, byte 0x78, 0)");
  assert_state (fixture, SH_KIOSK_ATTRACT);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  tap_corners (fixture);
  assert_state (fixture, SH_KIOSK_LOCKED);
  give (fixture, "1111");
  assert_state (fixture, SH_KIOSK_LOCKED);
  /* Too soon after a wrong one even the right one is not looked at. */
  give (fixture, "2580");
  assert_state (fixture, SH_KIOSK_LOCKED);
  pass (fixture, 31.0);
  assert_state (fixture, SH_KIOSK_ATTRACT);
  tap_corners (fixture);
  give (fixture, "2580");
  assert_state (fixture, SH_KIOSK_STAFF);
  act (fixture, "staff.hours", "(0, byte 0x78, 0)");
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  act (fixture, "staff.reload", NULL);
  turn (0.1);
  assert_state (fixture, SH_KIOSK_ATTRACT);
}

static void
a_lesson_is_played_to_its_end_and_counted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kiosk-counts.txt", NULL);
  g_autofree char *text = NULL;

  start (fixture, "");
  touch (fixture, 300.0, 300.0);
  act (fixture, "kiosk.page", "'lessons'");
  act (fixture, "kiosk.lesson", "1");
  g_assert_cmpstr (sh_kiosk_get_page (fixture->kiosk), ==, "lesson");
  for (int i = 0; i < 100 && g_str_equal (sh_kiosk_get_page (fixture->kiosk), "lesson"); i++)
    {
      act (fixture, "kiosk.answer", "0");
      act (fixture, "kiosk.lesson-on", NULL);
    }
  g_assert_cmpstr (sh_kiosk_get_page (fixture->kiosk), ==, "lessons");
  pass (fixture, 31.0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\t1\t1\t1\t"));
}

static void
assert_targets (Fixture *fixture, int top, int bottom)
{
  GtkWidget *window = GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk));
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  collect (window, targets);
  g_assert_cmpuint (targets->len, >, 0);
  for (guint i = 0; i < targets->len; i++)
    {
      graphene_rect_t bounds;

      if (GTK_IS_SCROLLBAR (gtk_widget_get_parent (g_ptr_array_index (targets, i))))
        continue;
      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (targets, i), window, &bounds));
      g_assert_cmpfloat (bounds.size.width, >=, 48.0);
      g_assert_cmpfloat (bounds.size.height, >=, 48.0);
      g_assert_cmpfloat (bounds.origin.y, >=, top);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, bottom + 2 * SH_KIOSK_SHIFT_PX);
    }
}

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled (child);
  return found;
}

static void
the_first_page_needs_no_scrolling (Fixture *fixture, gconstpointer data)
{
  start (fixture, "languages=en,en_XA\n");
  touch (fixture, 300.0, 300.0);
  for (int larger = 0; larger < 2; larger++)
    {
      GtkWidget *scrolled = find_scrolled (GTK_WIDGET (sh_kiosk_get_view (fixture->kiosk)));
      GtkAdjustment *adjustment =
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

      for (int i = 0; i < 50 && gtk_adjustment_get_page_size (adjustment) <= 100.0; i++)
        turn (0.2);
      turn (0.2);
      g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), >, 100.0);
      g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                         gtk_adjustment_get_page_size (adjustment));
      act (fixture, "kiosk.larger", NULL);
    }
}

static void
all_targets_are_large_and_within_reach (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "'home'", "'pump'",  "'sit'",   "'leaky'",    "'move'",
                                       "'free'", "'needs'", "'helps'", "'stocking'", "'lessons'" };
  int top, bottom, height;

  start (fixture, "screen-height-mm=950\nscreen-bottom-mm=400\nlanguages=en,en_XA\n");
  height = gtk_widget_get_height (GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk)));
  g_assert_true (sh_kiosk_reach (height, 950.0, 400.0, &top, &bottom));
  g_assert_true (sh_kiosk_board_get_within_reach (
      sh_kiosk_view_get_board (sh_kiosk_get_view (fixture->kiosk))));
  assert_targets (fixture, top, bottom);
  touch (fixture, 300.0, 300.0);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      act (fixture, "kiosk.page", pages[i]);
      turn (0.1);
      assert_targets (fixture, top, bottom);
    }
}

/* Where a valve lies in the picture. */
static ShValve
find_valve (ShStage *stage, double *x, double *y)
{
  for (*y = 0.0; *y < gtk_widget_get_height (GTK_WIDGET (stage)); *y += 2.0)
    for (*x = 0.0; *x < gtk_widget_get_width (GTK_WIDGET (stage)); *x += 2.0)
      {
        ShValve valve = sh_stage_nearest_valve (stage, *x, *y, 1.5);

        if (valve != SH_VALVE_NONE)
          return valve;
      }
  return SH_VALVE_NONE;
}

static void
tap_picture (GtkWidget *picture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (picture);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

static gboolean
takes_touches (Fixture *fixture, GtkWidget *picture, double x, double y)
{
  GtkWidget *window = GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk));
  double window_x, window_y;

  g_assert_true (gtk_widget_translate_coordinates (picture, window, x, y, &window_x, &window_y));
  return gtk_widget_pick (window, window_x, window_y, GTK_PICK_DEFAULT) == picture;
}

/* A valve is smaller than a finger: what comes down near it is meant for the nearest one. */
static void
in_free_play_a_touch_makes_a_valve_leak (Fixture *fixture, gconstpointer data)
{
  GtkWidget *stage, *picture;
  ShSession *session;
  ShValve valve;
  double x, y;

  start (fixture, "languages=en,en_XA\n");
  touch (fixture, 300.0, 300.0);
  act (fixture, "kiosk.page", "'pump'");
  turn (0.3);
  stage = GTK_WIDGET (sh_kiosk_view_get_stage (sh_kiosk_get_view (fixture->kiosk)));
  picture = gtk_widget_get_parent (stage);
  valve = find_valve (SH_STAGE (stage), &x, &y);
  g_assert_cmpint ((int) valve, !=, (int) SH_VALVE_NONE);
  g_assert_false (takes_touches (fixture, picture, x, y));
  act (fixture, "kiosk.page", "'free'");
  turn (0.3);
  /* The picture goes on in a new view when the language changes. */
  act (fixture, "kiosk.language", "'en_XA'");
  turn (0.3);
  valve = find_valve (SH_STAGE (stage), &x, &y);
  /* A slow machine lays it out later. */
  for (int i = 0; i < 100 && !takes_touches (fixture, picture, x, y); i++)
    {
      turn (0.1);
      valve = find_valve (SH_STAGE (stage), &x, &y);
    }
  session = sh_kiosk_get_session (fixture->kiosk);
  g_assert_true (takes_touches (fixture, picture, x, y));
  tap_picture (picture, x, y);
  g_assert_cmpfloat (sh_session_get_valve_leak (session, valve), >, 0.0);
  tap_picture (picture, x, y);
  g_assert_cmpfloat (sh_session_get_valve_leak (session, valve), ==, 0.0);
  /* The topmost one is meant 24 px above it, too; far from all nothing is. */
  g_assert_cmpint ((int) sh_stage_nearest_valve (SH_STAGE (stage), x, y - 24.0, 32.0), ==,
                   (int) valve);
  g_assert_cmpint ((int) sh_stage_nearest_valve (SH_STAGE (stage), x, y - 200.0, 32.0), ==,
                   (int) SH_VALVE_NONE);
}

int
main (int argc, char **argv)
{
  sh_kiosk_prepare_environment ();
  gtk_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add ("/kiosk/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (everything_goes_back);
  ADD (the_attract_loop_turns_through_scenes_and_languages);
  ADD (it_closes_and_opens_by_the_clock);
  g_test_add ("/kiosk/it_is_dimmed_when_it_is_closed", Fixture, GINT_TO_POINTER (12), set_up,
              it_is_dimmed_when_it_is_closed, tear_down);
  g_test_add ("/kiosk/it_is_bright_when_it_is_closed", Fixture, GINT_TO_POINTER (100), set_up,
              it_is_dimmed_when_it_is_closed, tear_down);
  g_test_add ("/kiosk/it_is_black_when_it_is_closed", Fixture, GINT_TO_POINTER (0), set_up,
              it_is_dimmed_when_it_is_closed, tear_down);
  ADD (it_cannot_be_closed_or_inspected);
  ADD (nothing_can_be_dropped_dragged_away_written_or_followed);
  ADD (staff_get_in_with_the_pin_alone);
  ADD (a_lesson_is_played_to_its_end_and_counted);
  ADD (the_first_page_needs_no_scrolling);
  ADD (all_targets_are_large_and_within_reach);
  ADD (in_free_play_a_touch_makes_a_valve_leak);
  return g_test_run ();
}
