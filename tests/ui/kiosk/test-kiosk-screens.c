/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk-fixture.h"

#include <locale.h>

#include <libintl.h>

#include "sh-config.h"
#include "sh-kiosk-pin.h"

/* The kiosk on screens of all sizes, and on one that changes its size or is turned while something
 * is shown. The screens are made of parts of a large one, which the display's owner may divide. */

typedef struct
{
  int width, height;
} Size;

static const Size sizes[] = {
  { 800, 600 }, { 1024, 768 }, { 1280, 800 }, { 1920, 1080 }, { 1080, 1920 },
};

static gboolean
run_quietly (const char *const *words)
{
  int status = 0;

  return g_spawn_sync (NULL, (char **) words, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                           G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

/* Makes the screen so large. The server tells of it when its whole size changes, too. */
static void
set_screen (const Size *size)
{
  static int whole = 1920;
  g_autofree char *part = g_strdup_printf ("%d/300x%d/200+0+0", size->width, size->height);
  g_autofree char *all = g_strdup_printf ("1920x%d", whole = 3839 - whole);
  const char *const gone[] = { "xrandr", "--delmonitor", "KIOSK", NULL };
  const char *const made[] = { "xrandr", "--setmonitor", "KIOSK", part, "screen", NULL };
  const char *const told[] = { "xrandr", "--fb", all, NULL };

  run_quietly (gone);
  g_assert_true (run_quietly (made));
  /* It also complains that its own output does not fit any more. */
  run_quietly (told);
}

static gboolean
can_divide (void)
{
  g_autofree char *xrandr = g_find_program_in_path ("xrandr");

  if (xrandr == NULL)
    g_test_skip ("xrandr is not installed");
  return xrandr != NULL;
}

static GtkWidget *
view_of (Fixture *fixture)
{
  return GTK_WIDGET (sh_kiosk_get_view (fixture->kiosk));
}

/* Nothing but a hang takes so long. */
static void
await_size (Fixture *fixture, const Size *size)
{
  const gint64 end_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (gtk_widget_get_width (view_of (fixture)) != size->width ||
         gtk_widget_get_height (view_of (fixture)) != size->height)
    {
      if (g_get_monotonic_time () > end_us)
        g_error ("%d×%d instead of %d×%d", gtk_widget_get_width (view_of (fixture)),
                 gtk_widget_get_height (view_of (fixture)), size->width, size->height);
      turn (0.02);
    }
  turn (0.1);
}

/* The first thing that is wrong, or NULL. */
static char *complaint;

static void
complain (Fixture *fixture, GtkWidget *widget, const char *what)
{
  const char *page = sh_kiosk_get_page (fixture->kiosk);

  if (complaint == NULL)
    complaint = g_strdup_printf (
        "%d×%d, %s, %s, page %s: %s “%s” %s", gtk_widget_get_width (view_of (fixture)),
        gtk_widget_get_height (view_of (fixture)), sh_kiosk_get_language (fixture->kiosk),
        sh_kiosk_state_name (sh_kiosk_get_state (fixture->kiosk)), page != NULL ? page : "none",
        G_OBJECT_TYPE_NAME (widget),
        GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", what);
}

static void
check_label (Fixture *fixture, GtkWidget *label)
{
  int width = gtk_widget_get_allocated_width (label), least = 0, height = 0;

  if (gtk_label_get_text (GTK_LABEL (label))[0] == '\0' || width <= 0)
    return;
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  if (least > width || height > gtk_widget_get_allocated_height (label))
    complain (fixture, label, "is cut off");
  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    complain (fixture, label, "is shortened");
}

static void
check_scrolled (Fixture *fixture, GtkWidget *scrolled)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  if (gtk_adjustment_get_upper (down) > gtk_adjustment_get_page_size (down) + 0.5)
    complain (fixture, scrolled, "has to be scrolled");
}

static void
check_place (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t place,
      screen = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (view_of (fixture)),
                                   (float) gtk_widget_get_height (view_of (fixture)));

  g_assert_true (gtk_widget_compute_bounds (widget, view_of (fixture), &place));
  if (!graphene_rect_contains_rect (&screen, &place))
    complain (fixture, widget, "lies beside the screen");
  if (GTK_IS_BUTTON (widget) && (place.size.width < 48.0f || place.size.height < 48.0f))
    complain (fixture, widget, "is too small for a finger");
}

/* All that is seen lies on the screen, whole. */
static void
check_all (Fixture *fixture, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_label (fixture, widget);
  if (GTK_IS_SCROLLED_WINDOW (widget))
    check_scrolled (fixture, widget);
  if (GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_RANGE (widget))
    check_place (fixture, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_all (fixture, child);
}

/* A slow machine may need some time until everything has its place. */
static void
check (Fixture *fixture)
{
  const gint64 end_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  do
    {
      g_clear_pointer (&complaint, g_free);
      turn (0.05);
      check_all (fixture, view_of (fixture));
    }
  while (complaint != NULL && g_get_monotonic_time () < end_us);
  if (complaint != NULL)
    g_error ("%s", complaint);
}

static void
check_pages (Fixture *fixture)
{
  static const char *const pages[] = { "'home'", "'pump'",  "'sit'",   "'leaky'", "'stocking'",
                                       "'move'", "'needs'", "'helps'", "'free'",  "'lessons'" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      act (fixture, "kiosk.page", pages[i]);
      check (fixture);
    }
}

/* The fullest pages, in the languages that want the most room. */
static void
check_wordy (Fixture *fixture)
{
  static const char *const languages[] = { "'fr'", "'ru'", "'es'" };
  static const char *const pages[] = { "'home'", "'needs'", "'free'" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      act (fixture, "kiosk.language", languages[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          act (fixture, "kiosk.page", pages[j]);
          check (fixture);
        }
    }
}

/* The steps of the lesson with the longest questions. */
static void
check_lesson (Fixture *fixture)
{
  act (fixture, "kiosk.lesson", "3");
  for (int i = 0; i < 4; i++)
    {
      check (fixture);
      act (fixture, "kiosk.answer", "0");
      act (fixture, "kiosk.lesson-on", NULL);
    }
}

static void
check_staff (Fixture *fixture)
{
  tap_corners (fixture);
  assert_state (fixture, SH_KIOSK_LOCKED);
  check (fixture);
  give (fixture, "2580");
  assert_state (fixture, SH_KIOSK_STAFF);
  check (fixture);
  act (fixture, "staff.page", "'hours'");
  check (fixture);
  act (fixture, "staff.leave", NULL);
}

static void
start_in (Fixture *fixture, const char *languages, const char *hours)
{
  g_autofree char *hash = sh_kiosk_pin_hash ("2580");
  g_autofree char *settings = g_strdup_printf (
      "languages=%s\nscene-seconds=300\nstaff-pin=%s\nclinic-name=Lakeside\n"
      "clinic-sentence=Ask at the desk for a look at your legs.\n"
      "clinic-address=https://clinic.example/legs\nopening-hours=%s\ntime-zone=UTC\n",
      languages, hash, hours);

  start (fixture, settings);
}

/* In the usual text and in the largest that a visitor can choose: a language with long words, one
 * from right to left, and an invented one that is longer by more than half; in the strongest
 * contrast besides. */
static void
all_fits (Fixture *fixture, gconstpointer data)
{
  if (can_divide ())
    set_screen (&sizes[0]);
  start_in (fixture, data, "always");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes) && !g_test_failed () && can_divide (); i++)
    {
      set_screen (&sizes[i]);
      await_size (fixture, &sizes[i]);
      check (fixture);
      touch (fixture, 300.0, 300.0);
      check_pages (fixture);
      act (fixture, "kiosk.larger", NULL);
      act (fixture, "kiosk.contrast", NULL);
      check_pages (fixture);
      if (g_str_has_prefix (data, "de"))
        check_wordy (fixture);
      check_lesson (fixture);
      pass (fixture, 181.0);
      assert_state (fixture, SH_KIOSK_WARN);
      check (fixture);
      touch (fixture, 300.0, 300.0);
      check_staff (fixture);
    }
}

/* The sheet that lies over everything in some states. */
static gboolean
is_seen (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, css_class))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_seen (child, css_class))
      return TRUE;
  return FALSE;
}

/* Turns the screen, makes it smaller and larger: the same is shown. */
static void
turn_screen (Fixture *fixture, ShKioskState state, const char *css_class)
{
  static const Size turns[] = { { 800, 1280 }, { 1024, 768 }, { 1280, 800 } };
  g_autofree char *page = g_strdup (sh_kiosk_get_page (fixture->kiosk));

  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      set_screen (&turns[i]);
      await_size (fixture, &turns[i]);
      assert_state (fixture, state);
      g_assert_cmpstr (sh_kiosk_get_page (fixture->kiosk), ==, page);
      g_assert_true (is_seen (view_of (fixture), css_class));
      check (fixture);
    }
}

static void
it_survives_another_screen_in_every_state (Fixture *fixture, gconstpointer data)
{
  if (!can_divide ())
    {
      start_in (fixture, "en", "Tue 08:00-08:35");
      return;
    }
  set_screen (&sizes[2]);
  start_in (fixture, "en", "Tue 08:00-08:35");
  await_size (fixture, &sizes[2]);
  turn_screen (fixture, SH_KIOSK_ATTRACT, "attract-page");
  touch (fixture, 300.0, 300.0);
  turn_screen (fixture, SH_KIOSK_VISIT, "tile");
  act (fixture, "kiosk.lesson", "1");
  turn_screen (fixture, SH_KIOSK_VISIT, "lesson-words");
  pass (fixture, 181.0);
  turn_screen (fixture, SH_KIOSK_WARN, "countdown-card");
  pass (fixture, 25.0);
  tap_corners (fixture);
  turn_screen (fixture, SH_KIOSK_LOCKED, "digit");
  give (fixture, "2580");
  turn_screen (fixture, SH_KIOSK_STAFF, "numeric");
  act (fixture, "staff.leave", NULL);
  pass (fixture, 1200.0);
  turn_screen (fixture, SH_KIOSK_CLOSED, "closed-text");
}

int
main (int argc, char **argv)
{
  sh_kiosk_prepare_environment ();
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (SH_GETTEXT_DOMAIN, g_getenv ("SH_TEST_LOCALE_DIR"));
  bind_textdomain_codeset (SH_GETTEXT_DOMAIN, "UTF-8");
  g_test_add ("/kiosk screens/all fits in German", Fixture, "de,en,es,fr,ar,ru", set_up, all_fits,
              tear_down);
  g_test_add ("/kiosk screens/all fits in Arabic", Fixture, "ar,en,es,fr,de,ru", set_up, all_fits,
              tear_down);
  g_test_add ("/kiosk screens/all fits in long words", Fixture, "en_XA,en,es,fr,ar,ru", set_up,
              all_fits, tear_down);
  g_test_add ("/kiosk screens/it survives another screen in every state", Fixture, NULL, set_up,
              it_survives_another_screen_in_every_state, tear_down);
  return g_test_run ();
}
