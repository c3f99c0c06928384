/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "sh-kiosk-pin.h"
#include "sh-kiosk-plan.h"
#include "sh-kiosk-watch.h"
#include "sh-kiosk.h"
#include "sh-preferences.h"
#include "sh-ui.h"

/* The whole kiosk in a window, with a clock of the test's own. SH_LONG=1 touches it 100,000 times
 * and soaks it for a day of its own time. */

typedef struct
{
  double now_s;
  gint64 wall_unix_s; /* at now_s = 0 */
} FakeClock;

typedef struct
{
  GtkApplication *application;
  char *folder;
  char *config_path;
  FakeClock clock;
  ShKioskClock kiosk_clock;
  ShKiosk *kiosk;
} Fixture;

static gboolean
is_long (void)
{
  return g_strcmp0 (g_getenv ("SH_LONG"), "1") == 0;
}

static double
fake_now_s (gpointer data)
{
  return ((FakeClock *) data)->now_s;
}

static GDateTime *
fake_wall (gpointer data, GTimeZone *zone)
{
  FakeClock *clock = data;
  g_autoptr (GDateTime) utc =
      g_date_time_new_from_unix_utc (clock->wall_unix_s + (gint64) fake_now_s (clock));

  return g_date_time_to_timezone (utc, zone);
}

static void
turn (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
  while (g_get_monotonic_time () < end_us);
}

/* Kiosk time passes, a quarter of a second at a time. */
static void
pass (Fixture *fixture, double seconds)
{
  for (double passed = 0.0; passed < seconds; passed += 0.25)
    {
      fixture->clock.now_s += 0.25;
      sh_kiosk_tick (fixture->kiosk);
    }
}

static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      application = gtk_application_new ("io.github.secondheart.Test", G_APPLICATION_NON_UNIQUE);
      g_application_set_resource_base_path (G_APPLICATION (application), NULL);
      sh_ui_register_resources ();
      gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                        "/io/github/secondheart/SecondHeart/icons");
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

static void
start (Fixture *fixture, const char *settings)
{
  g_autofree char *text = g_strconcat ("[Kiosk]\n", settings, NULL);
  ShKioskOptions options = { fixture->config_path, fixture->folder, &fixture->kiosk_clock };

  g_assert_true (g_file_set_contents (fixture->config_path, text, -1, NULL));
  fixture->kiosk = sh_kiosk_new (fixture->application, &options);
  turn (0.2);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = the_application ();
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->config_path = g_build_filename (fixture->folder, "kiosk.conf", NULL);
  fixture->clock = (FakeClock){ .now_s = 1000.0, .wall_unix_s = 1764057600 };
  fixture->kiosk_clock = (ShKioskClock){ fake_now_s, fake_wall, &fixture->clock };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "kiosk.conf", "kiosk-hours.conf", "kiosk-counts.txt" };
  gpointer window = sh_kiosk_get_window (fixture->kiosk);

  g_object_add_weak_pointer (window, &window);
  g_object_unref (fixture->kiosk);
  turn (0.1);
  g_assert_null (window);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->config_path);
}

static void
assert_state (Fixture *fixture, ShKioskState state)
{
  g_assert_cmpstr (sh_kiosk_state_name (sh_kiosk_get_state (fixture->kiosk)), ==,
                   sh_kiosk_state_name (state));
}

static void
act (Fixture *fixture, const char *action, const char *target)
{
  g_autoptr (GVariant) value =
      target != NULL ? g_variant_ref_sink (g_variant_new_parsed (target)) : NULL;

  gtk_widget_activate_action_variant (GTK_WIDGET (sh_kiosk_get_view (fixture->kiosk)), action,
                                      value);
  turn (0.02);
}

static void
touch (Fixture *fixture, double x, double y)
{
  sh_kiosk_window_deed (sh_kiosk_get_window (fixture->kiosk), SH_KIOSK_DEED_TOUCH, x, y);
  turn (0.02);
}

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
  /* Whoever begins gets the first language, whichever was shown. */
  touch (fixture, 300.0, 300.0);
  g_assert_cmpuint (gtk_widget_get_default_direction (), !=, GTK_TEXT_DIR_NONE);
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

static void
tap_corners (Fixture *fixture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk)));

  for (int i = 0; i < 6; i++)
    touch (fixture, i % 2 == 0 ? 5.0 : width - 5.0, 5.0);
}

static void
give (Fixture *fixture, const char *pin)
{
  for (const char *p = pin; *p != '\0'; p++)
    {
      g_autofree char *digit = g_strdup_printf ("'%c'", *p);

      act (fixture, "staff.digit", digit);
    }
  act (fixture, "staff.enter", NULL);
  turn (0.2);
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

/* Every button and slider that can be seen. */
static void
collect (GtkWidget *widget, GPtrArray *targets)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_RANGE (widget))
    g_ptr_array_add (targets, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, targets);
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
  static const char *const pages[] = { "'home'", "'pump'", "'sit'",   "'leaky'",
                                       "'move'", "'free'", "'needs'", "'stocking'" };
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

/* Presses whatever lies at a place, as the gesture of its button would. */
static void
press_at (Fixture *fixture, double x, double y)
{
  GtkWidget *window = GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk));
  GtkWidget *hit;

  if (sh_kiosk_window_deed (SH_KIOSK_WINDOW (window), SH_KIOSK_DEED_TOUCH, x, y))
    return;
  hit = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);
  while (hit != NULL && !GTK_IS_BUTTON (hit) && !GTK_IS_RANGE (hit))
    hit = gtk_widget_get_parent (hit);
  if (GTK_IS_BUTTON (hit) && gtk_widget_is_sensitive (hit))
    g_signal_emit_by_name (hit, "clicked");
  else if (GTK_IS_RANGE (hit))
    {
      gboolean handled;

      g_signal_emit_by_name (hit, "change-value", GTK_SCROLL_JUMP, x / 100.0, &handled);
    }
}

static void
random_touches_always_end_at_the_start (Fixture *fixture, gconstpointer data)
{
  const int touches = is_long () ? 100000 : 400;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  GtkWidget *window;
  int returns = 0;

  start (fixture, "languages=en,en_XA\nstaff-pin=\nscreen-bottom-mm=-1\n");
  window = GTK_WIDGET (sh_kiosk_get_window (fixture->kiosk));
  for (int i = 0; i < touches; i++)
    {
      press_at (fixture, g_rand_double_range (rand, 0.0, gtk_widget_get_width (window)),
                g_rand_double_range (rand, 0.0, gtk_widget_get_height (window)));
      fixture->clock.now_s += g_rand_double_range (rand, 0.0, 2.0);
      g_main_context_iteration (NULL, FALSE);
      if (i % 10 == 0)
        turn (0.004);
      if (i % 400 != 399)
        continue;
      pass (fixture, 181.0);
      pass (fixture, 22.0);
      assert_state (fixture, SH_KIOSK_ATTRACT);
      returns++;
    }
  g_test_message ("%d touches, %d times back at the start", touches, returns);
  g_print ("# %d touches, %d times back at the start\n", touches, returns);
}

/* One visitor: begins, looks at some pages, changes the language now and then, and goes away. */
static void
visit (Fixture *fixture, GRand *rand)
{
  static const char *const pages[] = { "'pump'", "'sit'",   "'leaky'", "'stocking'",
                                       "'move'", "'needs'", "'free'" };

  touch (fixture, 300.0, 300.0);
  for (int i = 0; i < 3; i++)
    {
      act (fixture, "kiosk.page", pages[g_rand_int_range (rand, 0, G_N_ELEMENTS (pages))]);
      act (fixture, "kiosk.option", i % 2 ? "1" : "0");
    }
  if (g_rand_boolean (rand))
    act (fixture, "kiosk.language", "'en_XA'");
}

/* Brings the model on to kiosk time @t: the stage's own ticks give it only real time. These come
 * from far ahead of the real clock, so that each counts for a tenth of a second. */
static void
bring_model_on (Fixture *fixture, double t, double *model_s)
{
  static gint64 ahead_us = (gint64) 1 << 50;

  for (; *model_s < t; *model_s += 0.1)
    {
      ahead_us += G_USEC_PER_SEC / 10;
      sh_session_tick (sh_kiosk_get_session (fixture->kiosk), ahead_us);
    }
}

static guint64
frames (Fixture *fixture)
{
  return sh_stage_get_frames_drawn (sh_kiosk_view_get_stage (sh_kiosk_get_view (fixture->kiosk)));
}

static int
compare_kib (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return one < other ? -1 : one > other;
}

/* The median of @n samples from @first on: a single look at the memory depends on what is being
 * drawn just then. */
static guint64
median_kib (GArray *samples, guint first, guint n)
{
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_array_append_vals (part, &g_array_index (samples, guint64, first), n);
  g_array_sort (part, compare_kib);
  return g_array_index (part, guint64, n / 2);
}

/* Waits until the stage has drawn a frame. Nothing but a hang takes so long. Returns: how many. */
static guint64
draw_frame (Fixture *fixture)
{
  const gint64 end_us = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  const guint64 before = frames (fixture);

  while (frames (fixture) == before)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      turn (0.001);
    }
  return frames (fixture) - before;
}

/* A day in the waiting room: each frame that was really drawn brings the kiosk's clock and the
 * model on by the same time. */
static void
a_day_leaves_memory_and_frames_as_they_were (Fixture *fixture, gconstpointer data)
{
  const double day_s = is_long () ? 24.5 * 3600.0 : 0.3 * 3600.0;
  const double first_s = is_long () ? 3600.0 : 300.0;
  const double frame_s = is_long () ? 12.0 : 18.0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  double begin_s, next_visit_s = 0.0, first_ms = 0.0, told_s = 0.0, model_s = 0.0;
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (guint64));
  double sampled_s = 0.0;
  guint64 first_kib, last_kib, drawn = 0;
  int visits = 0;

  start (fixture, "languages=en,en_XA\nscene-seconds=300\n");
  begin_s = fake_now_s (&fixture->clock);
  for (double t = 0.0; t < day_s; t = fake_now_s (&fixture->clock) - begin_s)
    {
      bring_model_on (fixture, t, &model_s);
      drawn += draw_frame (fixture);
      fixture->clock.now_s += frame_s;
      sh_kiosk_tick (fixture->kiosk);
      if (t >= next_visit_s && sh_kiosk_get_state (fixture->kiosk) == SH_KIOSK_ATTRACT)
        {
          visit (fixture, rand);
          visits++;
          next_visit_s = t + 600.0;
        }
      if (t >= first_s && t >= sampled_s)
        {
          guint64 kib = sh_kiosk_watch_memory_kib ();

          if (samples->len == 0)
            first_ms = sh_kiosk_get_frame_ms (fixture->kiosk);
          g_array_append_val (samples, kib);
          sampled_s = t + 60.0;
        }
      if (is_long () && t >= told_s)
        {
          g_print ("# %5.1f h: %" G_GUINT64_FORMAT " KiB, %.1f ms a frame\n", t / 3600.0,
                   sh_kiosk_watch_memory_kib (), sh_kiosk_get_frame_ms (fixture->kiosk));
          told_s += 3600.0;
        }
    }
  first_kib = median_kib (samples, 0, samples->len / 4);
  last_kib = median_kib (samples, samples->len - samples->len / 4, samples->len / 4);
  g_print ("# %.1f h of kiosk time, %d visits, %" G_GUINT64_FORMAT
           " frames drawn: memory %" G_GUINT64_FORMAT
           " KiB after the first part, %" G_GUINT64_FORMAT
           " KiB in the last; a frame took %.1f ms, then %.1f ms\n",
           day_s / 3600.0, visits, drawn, first_kib, last_kib, first_ms,
           sh_kiosk_get_frame_ms (fixture->kiosk));
  g_assert_cmpuint (drawn, >=, 50);
  /* A sanitizer keeps what was freed for a while; its build looks for leaks by itself. The short
   * version ends before every cache is full. */
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpuint (last_kib, <, first_kib + (is_long () ? 2048 : 16384));
#endif
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
  ADD (it_cannot_be_closed_or_inspected);
  ADD (staff_get_in_with_the_pin_alone);
  ADD (a_lesson_is_played_to_its_end_and_counted);
  ADD (the_first_page_needs_no_scrolling);
  ADD (all_targets_are_large_and_within_reach);
  ADD (random_touches_always_end_at_the_start);
  ADD (a_day_leaves_memory_and_frames_as_they_were);
  return g_test_run ();
}
