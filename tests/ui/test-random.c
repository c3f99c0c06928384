/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For the page size beside plain C17. */
#define _DEFAULT_SOURCE 1

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "sh-application.h"
#include "sh-story.h"
#include "sh-tooltips.h"
#include "sh-window.h"

/* Whatever one does, in whatever order: random presses of buttons and keys, drags, menus, sizes and
 * settings, from a seed, so that a failure can be had again. SH_RANDOM_SEED and SH_RANDOM_ACTIONS
 * choose another run, SH_RANDOM_TRACE=1 tells of each action, SH_RANDOM_PROFILE=1 who holds the
 * memory, if the sanitizer counts it. */

#define SEED 20
#define ACTIONS 300
/* A run this long tells whether memory grows; in the second half of it, by how much an action. */
#define LONG_RUN 2000
#define GROWTH_BYTES 512.0
#define PARTS 10
#define MOST_HOLDERS 400
#define MIB (1024.0 * 1024.0)

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

typedef struct
{
  GtkApplication *application;
  ShWindow *window; /* (weak) */
  Display *display;
  GRand *rand;
  gboolean trace;
} Fixture;

/* The sanitizer counts memory itself; without it, the C library does. */
extern size_t __sanitizer_get_current_allocated_bytes (void) __attribute__ ((weak));
extern void __sanitizer_print_memory_profile (size_t, size_t) __attribute__ ((weak));

static double
allocated_bytes (void)
{
  if (__sanitizer_get_current_allocated_bytes != NULL)
    return (double) __sanitizer_get_current_allocated_bytes ();
  return (double) mallinfo2 ().uordblks;
}

/* The second number of this file counts the pages that are in memory; 0 where there is no such
 * file.
 */
static double
resident_mib (void)
{
  g_autofree char *text = NULL;
  const char *rest;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0.0;
  rest = strchr (text, ' ');
  return rest != NULL ? (double) g_ascii_strtoull (rest, NULL, 10) * getpagesize () / MIB : 0.0;
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Rests while there is nothing to do, so that the processor is left to what there is. */
static void
turn_for_us (gint64 us)
{
  gboolean over = FALSE;

  g_timeout_add_full (G_PRIORITY_HIGH, (guint) (us / 1000), over_cb, &over, NULL);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static int
upto (Fixture *fixture, int n)
{
  return g_rand_int_range (fixture->rand, 0, n);
}

static void
tell (Fixture *fixture, const char *what, int a, int b)
{
  if (fixture->trace)
    g_printerr ("# %s %d %d\n", what, a, b);
}

/* Waits until the server has sent what follows from an event. */
static void
send_now (Fixture *fixture)
{
  XSync (fixture->display, False);
  turn_for_us (4000);
}

static void
move_pointer (Fixture *fixture)
{
  int x = upto (fixture, MAX (gtk_widget_get_width (GTK_WIDGET (fixture->window)), 10));
  int y = upto (fixture, MAX (gtk_widget_get_height (GTK_WIDGET (fixture->window)), 10));

  tell (fixture, "pointer", x, y);
  XTestFakeMotionEvent (fixture->display, -1, x, y, 0);
  send_now (fixture);
}

static void
press (Fixture *fixture, unsigned button)
{
  tell (fixture, "button", (int) button, 0);
  XTestFakeButtonEvent (fixture->display, button, True, 0);
  send_now (fixture);
}

static void
lift (Fixture *fixture, unsigned button)
{
  XTestFakeButtonEvent (fixture->display, button, False, 0);
  send_now (fixture);
}

static void
click (Fixture *fixture)
{
  static const unsigned buttons[] = { 1, 1, 1, 1, 1, 3, 4, 5 };
  unsigned button = buttons[upto (fixture, G_N_ELEMENTS (buttons))];

  move_pointer (fixture);
  press (fixture, button);
  lift (fixture, button);
}

static void
drag (Fixture *fixture)
{
  move_pointer (fixture);
  press (fixture, 1);
  for (int i = upto (fixture, 6); i >= 0; i--)
    move_pointer (fixture);
  lift (fixture, 1);
}

static void
key (Fixture *fixture, KeySym symbol, gboolean down)
{
  XTestFakeKeyEvent (fixture->display, XKeysymToKeycode (fixture->display, symbol), down, 0);
}

static void
type (Fixture *fixture)
{
  static const struct
  {
    KeySym symbol;
    KeySym with;
  } keys[] = {
    { XK_space, 0 },
    { XK_Tab, 0 },
    { XK_Tab, XK_Shift_L },
    { XK_Left, 0 },
    { XK_Right, 0 },
    { XK_Up, 0 },
    { XK_Down, 0 },
    { XK_Return, 0 },
    { XK_Escape, 0 },
    { XK_comma, 0 },
    { XK_period, 0 },
    { XK_Page_Up, 0 },
    { XK_Page_Down, 0 },
    { XK_Home, 0 },
    { XK_End, 0 },
    { XK_plus, 0 },
    { XK_minus, 0 },
    { XK_F2, 0 },
    { XK_F10, 0 },
    { XK_F11, 0 },
    { XK_z, XK_Control_L },
    { XK_y, XK_Control_L },
    { XK_r, XK_Control_L },
    { XK_l, XK_Control_L },
    { XK_i, XK_Control_L },
    { XK_e, XK_Control_L },
    { XK_n, XK_Control_L },
    { XK_comma, XK_Control_L },
    { XK_slash, XK_Control_L },
  };
  int i = upto (fixture, G_N_ELEMENTS (keys));

  tell (fixture, "key", i, (int) keys[i].symbol);
  if (keys[i].with != 0)
    key (fixture, keys[i].with, True);
  key (fixture, keys[i].symbol, True);
  key (fixture, keys[i].symbol, False);
  if (keys[i].with != 0)
    key (fixture, keys[i].with, False);
  send_now (fixture);
}

static void
resize (Fixture *fixture)
{
  int width = 600 + upto (fixture, 700), height = 500 + upto (fixture, 540);

  tell (fixture, "size", width, height);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  turn_for_us (20000);
}

static void
set_session (Fixture *fixture)
{
  ShSession *session = sh_window_get_session (fixture->window);
  int what = upto (fixture, 9);
  double part = g_rand_double (fixture->rand);

  tell (fixture, "session", what, (int) (part * 1000.0));
  switch (what)
    {
    case 0:
      g_object_set (session, "stop", (int) (part * SH_N_STOPS), NULL);
      break;
    case 1:
      g_object_set (session, "pace", part * 200.0, NULL);
      break;
    case 2:
      g_object_set (session, "effort", part * 1.5, NULL);
      break;
    case 3:
      g_object_set (session, "stocking", (guint) (part * SH_N_STOCKINGS), NULL);
      break;
    case 4:
      g_object_set (session, "leaky", part < 0.5, "severity-deep", part, NULL);
      break;
    case 5:
      g_object_set (session, "inactive", part < 0.5, NULL);
      break;
    case 6:
      g_object_set (session, "scrub", -60.0 * part, NULL);
      break;
    case 7:
      g_object_set (session, "speed", 0.1 + 4.0 * part, NULL);
      break;
    default:
      g_object_set (session, "playing", TRUE, "calf-strength", part, NULL);
      break;
    }
  turn_for_us (4000);
}

static void
set_preferences (Fixture *fixture)
{
  ShPreferences *preferences = sh_window_get_preferences (fixture->window);
  int what = upto (fixture, 7), choice = upto (fixture, 4);

  tell (fixture, "preference", what, choice);
  switch (what)
    {
    case 0:
      g_object_set (preferences, "palette", choice, NULL);
      break;
    case 1:
      g_object_set (preferences, "wording", choice % 2, NULL);
      break;
    case 2:
      g_object_set (preferences, "labels", choice % 3, NULL);
      break;
    case 3:
      g_object_set (preferences, "units", choice % 2, "stocking-names", choice / 2, NULL);
      break;
    case 4:
      g_object_set (preferences, "text-size", 1.0 + choice / 3.0, NULL);
      break;
    case 5:
      g_object_set (preferences, "more-contrast", choice == 0, NULL);
      break;
    default:
      g_object_set (preferences, "reduced-motion", choice == 0, NULL);
      break;
    }
  turn_for_us (10000);
}

static void
activate (Fixture *fixture)
{
  static const char *const names[] = { "win.undo",          "win.redo",
                                       "win.save-as",       "win.open",
                                       "win.new",           "win.export",
                                       "session.step-back", "session.reset",
                                       "app.about",         "session.step-forward",
                                       "app.preferences",   "win.fullscreen",
                                       "win.read-caption",  "win.show-help-overlay" };
  static const char *const modes[] = { SH_MODE_EXPLORE, SH_MODE_LESSON, SH_MODE_EXAM };
  int i = upto (fixture, G_N_ELEMENTS (names) + G_N_ELEMENTS (modes));

  tell (fixture, "action", i, 0);
  if (i < (int) G_N_ELEMENTS (names))
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), names[i], NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.mode", "s",
                                modes[i - (int) G_N_ELEMENTS (names)]);
  turn_for_us (20000);
}

static void
free_weak_ref (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* Closes what stands before the window, as its user would: sooner or later. No window is held
 * meanwhile: one that is destroyed with its parent and outlives it would look for it, in GTK 4.8.
 */
static void
close_others (Fixture *fixture)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (free_weak_ref);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);
      GWeakRef *weak;

      if (other == GTK_WIDGET (fixture->window) || !gtk_widget_get_visible (other))
        continue;
      weak = g_new0 (GWeakRef, 1);
      g_weak_ref_init (weak, other);
      g_ptr_array_add (others, weak);
    }
  for (guint i = 0; i < others->len; i++)
    {
      g_autoptr (GtkWindow) other = g_weak_ref_get (g_ptr_array_index (others, i));

      if (other != NULL)
        gtk_window_close (other);
    }
  turn_for_us (20000);
}

static void
act (Fixture *fixture)
{
  static const struct
  {
    void (*act) (Fixture *fixture);
    int weight;
  } ways[] = { { click, 30 }, { type, 25 },           { drag, 10 },    { set_session, 14 },
               { resize, 3 }, { set_preferences, 6 }, { activate, 6 }, { close_others, 6 } };
  int at = upto (fixture, 100);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (at < ways[i].weight)
        {
          ways[i].act (fixture);
          return;
        }
      at -= ways[i].weight;
    }
}

static void
open_window (Fixture *fixture)
{
  if (fixture->window != NULL)
    return;
  tell (fixture, "window", 0, 0);
  g_application_activate (G_APPLICATION (fixture->application));
  fixture->window = SH_WINDOW (gtk_application_get_active_window (fixture->application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  turn_for_us (200000);
}

/* Pango keeps fonts of every size that was ever drawn; that there are not too many of these is for
 * the test of texts to tell. Emptied, what is left tells what nobody gives back. */
static void
empty_font_caches (void)
{
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();

  if (PANGO_IS_FC_FONT_MAP (fonts))
    pango_fc_font_map_cache_clear (PANGO_FC_FONT_MAP (fonts));
}

/* Everything as in the beginning, so that memory can be compared. */
static void
go_home (Fixture *fixture)
{
  open_window (fixture);
  for (int i = 0; i < 5; i++)
    close_others (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.mode", "s", SH_MODE_EXPLORE);
  g_object_set (sh_window_get_preferences (fixture->window), "palette", 0, "wording", 0, "labels",
                1, "text-size", 1.0, "more-contrast", FALSE, "reduced-motion", FALSE, NULL);
  gtk_window_unfullscreen (GTK_WINDOW (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  sh_session_reset (sh_window_get_session (fixture->window));
  g_object_set (sh_window_get_session (fixture->window), "playing", FALSE, NULL);
  empty_font_caches ();
  turn_for_us (1500000);
}

static void
tell_memory (int n)
{
  g_printerr ("after %5d actions: %.2f MiB allocated, %.1f MiB resident\n", n,
              allocated_bytes () / MIB, resident_mib ());
  if (g_getenv ("SH_RANDOM_PROFILE") != NULL && __sanitizer_print_memory_profile != NULL)
    __sanitizer_print_memory_profile (100, MOST_HOLDERS);
}

static void
check_growth (const double *bytes, int n)
{
  double growth = (bytes[PARTS] - bytes[PARTS / 2]) / (n / 2.0);

  g_test_message ("%.0f bytes of growth an action in the second half", growth);
  g_printerr ("%.0f bytes of growth an action in the second half\n", growth);
  if (n >= LONG_RUN)
    g_assert_cmpfloat (growth, <, GROWTH_BYTES);
}

/* A popover whose window is closed while a tooltip waits in it, and which somebody holds. */
static void
no_tooltip_outlives_its_popover (void)
{
  GtkWidget *window = gtk_window_new (), *button = gtk_button_new ();
  g_autoptr (GtkWidget) popover = g_object_ref_sink (gtk_popover_new ());
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  GdkRectangle place = { 300, 100, 1, 1 };
  GdkPopup *popup;

  sh_tooltips_watch ();
  gtk_widget_set_tooltip_text (button, "A tooltip");
  gtk_widget_set_size_request (button, 300, 200);
  gtk_popover_set_child (GTK_POPOVER (popover), button);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_window_set_child (GTK_WINDOW (window), gtk_button_new ());
  gtk_widget_set_parent (popover, gtk_window_get_child (GTK_WINDOW (window)));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  gtk_window_present (GTK_WINDOW (window));
  turn_for_us (500000);
  gtk_popover_popup (GTK_POPOVER (popover));
  turn_for_us (300000);
  popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (popover)));
  for (int i = 0; i < 4; i++)
    {
      XTestFakeMotionEvent (display, -1, gdk_popup_get_position_x (popup) + 100 + 10 * i,
                            gdk_popup_get_position_y (popup) + 100, 0);
      XSync (display, False);
      turn_for_us (20000);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  turn_for_us (1000000);
  g_assert_false (gtk_widget_get_realized (popover));
}

/* What is saved by chance goes into a folder of its own. */
static char *
enter_empty_folder (void)
{
  char *folder = g_dir_make_tmp ("random-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_assert_cmpint (g_chdir (folder), ==, 0);
  return folder;
}

static void
leave_folder (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (entries); name != NULL; name = g_dir_read_name (entries))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_chdir (g_get_tmp_dir ()), ==, 0);
  g_rmdir (folder);
}

static int
number_of (const char *name, int otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? atoi (text) : otherwise;
}

static void
nothing_breaks_it (void)
{
  ShApplicationOptions options = { 0 };
  Fixture fixture = { .trace = g_getenv ("SH_RANDOM_TRACE") != NULL };
  int seed = number_of ("SH_RANDOM_SEED", SEED), n = number_of ("SH_RANDOM_ACTIONS", ACTIONS);
  g_autofree char *folder = enter_empty_folder ();
  double bytes[PARTS + 1];

  g_printerr ("seed %d, %d actions\n", seed, n);
  fixture.rand = g_rand_new_with_seed ((guint32) seed);
  fixture.application = GTK_APPLICATION (sh_application_new (&options));
  g_assert_true (g_application_register (G_APPLICATION (fixture.application), NULL, NULL));
  fixture.display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  go_home (&fixture);
  bytes[0] = allocated_bytes ();
  tell_memory (0);
  for (int i = 0; i < n; i++)
    {
      open_window (&fixture);
      act (&fixture);
      if ((i + 1) % (n / PARTS) != 0)
        continue;
      go_home (&fixture);
      bytes[MIN ((i + 1) / (n / PARTS), PARTS)] = allocated_bytes ();
      tell_memory (i + 1);
    }
  check_growth (bytes, n);
  if (fixture.window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture.window));
  turn_for_us (200000);
  g_object_unref (fixture.application);
  g_rand_free (fixture.rand);
  leave_folder (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  /* GTK 4.8 warns of its own accounting when a pressed button goes away; criticals are mistakes. */
  g_log_set_always_fatal ((GLogLevelFlags) (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR));
  g_test_add_func ("/random/no tooltip outlives its popover", no_tooltip_outlives_its_popover);
  g_test_add_func ("/random/nothing breaks it", nothing_breaks_it);
  return g_test_run ();
}
