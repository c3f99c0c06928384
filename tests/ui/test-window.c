/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include <glib/gstdio.h>

#include "hand.h"
#include "sh-story.h"
#include "sh-ui.h"

/* The window of a running application, driven from the inside. */

/* A closed window leaves nothing behind. */
static void
tear_down (Hand *hand, gconstpointer data)
{
  gpointer window = hand->window, session = hand->session;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  g_object_add_weak_pointer (G_OBJECT (session), &session);
  gtk_window_destroy (GTK_WINDOW (hand->window));
  hand_wait_s (0.1);
  g_assert_null (window);
  g_assert_null (session);
}

/* The first visible label under @widget that contains @text; NULL when there is none. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
opens_on_a_healthy_person_walking (Hand *hand, gconstpointer data)
{
  const ShScenario *scenario = sh_session_get_scenario (hand->session);

  g_assert_cmpint (scenario->activity, ==, SH_ACTIVITY_WALKING);
  hand_wait_s (0.5);
  g_assert_cmpuint (sh_stage_get_frames_drawn (sh_window_get_stage (hand->window)), >, 0);
}

static void
activate (Hand *hand, const char *name, GVariant *parameter)
{
  GtkWidget *widget = GTK_WIDGET (hand->window);

  g_assert_true (gtk_widget_activate_action_variant (widget, name, parameter));
}

static void
actions_reach_the_session (Hand *hand, gconstpointer data)
{
  activate (hand, "session.playing", NULL);
  g_assert_false (sh_session_get_playing (hand->session));
  activate (hand, "session.step-forward", NULL);
  activate (hand, "session.step-back", NULL);
  activate (hand, "session.leaky", NULL);
  g_assert_cmpfloat (sh_session_get_valve_leak (hand->session, SH_VALVE_POPLITEAL_1), >, 0.0);
  activate (hand, "session.stocking", g_variant_new_uint32 (SH_STOCKING_15_20));
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 18.0);
  activate (hand, "session.reset", NULL);
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 0.0);
  g_assert_true (sh_session_get_playing (hand->session));
}

static void
palettes_and_wording_change_while_it_runs (Hand *hand, gconstpointer data)
{
  static const char *const palettes[] = { "dark", "projector", "light", "system" };

  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      activate (hand, "preferences.palette", g_variant_new_string (palettes[i]));
      hand_wait_s (0.15);
    }
  activate (hand, "preferences.wording", g_variant_new_string ("clinical"));
  activate (hand, "preferences.wording", g_variant_new_string ("plain"));
  activate (hand, "preferences.labels", g_variant_new_string ("all"));
  activate (hand, "preferences.labels", g_variant_new_string ("few"));
  hand_wait_s (0.1);
}

/* How wide the first picture below a widget wants to be. */
static int
icon_width (GtkWidget *widget)
{
  int width = 0;

  if (GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && width == 0;
       child = gtk_widget_get_next_sibling (child))
    width = icon_width (child);
  return width;
}

static void
text_size_contrast_and_units_are_followed (Hand *hand, gconstpointer data)
{
  ShPreferences *preferences = sh_window_get_preferences (hand->window);
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (hand->window));
  int before, after, icon;
  guint theme;

  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  icon = icon_width (GTK_WIDGET (hand->window));
  g_object_set (preferences, "text-size", 2.0, NULL);
  g_object_get (settings, "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (after, ==, 2 * before);
  hand_wait_s (0.1);
  g_assert_cmpint (icon, >=, 15);
  g_assert_cmpint (icon_width (GTK_WIDGET (hand->window)), >=, 2 * icon - 1);
  /* The desktop changes it meanwhile: that is multiplied too, once. */
  g_object_set (settings, "gtk-xft-dpi", 90 * 1024, NULL);
  hand_wait_s (0.1);
  g_object_get (settings, "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (after, ==, 180 * 1024);
  g_object_set (preferences, "text-size", 1.0, NULL);
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
  g_object_get (settings, "gtk-xft-dpi", &after, NULL);
  g_assert_cmpint (after, ==, before);
  g_object_set (preferences, "more-contrast", TRUE, NULL);
  g_object_get (sh_window_get_stage (hand->window), "theme", &theme, NULL);
  g_assert_cmpuint (theme, ==, SH_THEME_PROJECTOR);
  activate (hand, "session.playing", NULL);
  g_object_set (preferences, "units", SH_UNITS_KPA, NULL);
  hand_wait_s (0.3);
  g_assert_nonnull (find_label (GTK_WIDGET (hand->window), " kPa"));
  g_object_set (preferences, "text-size", 1.0, "more-contrast", FALSE, "units", SH_UNITS_MMHG,
                NULL);
  hand_wait_s (0.1);
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

/* Turns every toggle on that has @text as its label or tooltip. */
static void
toggle (GtkWidget *widget, const char *text)
{
  const char *tip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0 ||
       g_strcmp0 (tip, text) == 0))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    toggle (child, text);
}

/* The brightness of each pixel of a widget as it is drawn, 0…1. Returns: (transfer full) */
static GArray *
draw_grey (GtkWidget *widget)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *data = g_malloc ((gsize) width * (gsize) height * 4);
  GArray *grey = g_array_new (FALSE, FALSE, sizeof (double));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                   &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, data, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    {
      const guchar *p = data + 4 * i;
      /* What is transparent lies on a card, which is white. */
      double one = (0.11 * p[0] + 0.59 * p[1] + 0.30 * p[2] + 255.0 - p[3]) / 255.0;

      g_array_append_val (grey, one);
    }
  return grey;
}

static GtkWidget *
find_with_tip (GtkWidget *widget, const char *tip)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_with_tip (child, tip);
  return found;
}

/* Its picture stands out from its ground, and the ground from that of before. */
static void
what_is_switched_on_is_seen (Hand *hand, gconstpointer data)
{
  GtkWidget *button = find_with_tip (GTK_WIDGET (hand->window), "Show the charts as a table");
  const int corner = 10 * gtk_widget_get_width (button) + 4;
  double ground[2];

  g_assert_nonnull (button);
  for (int on = 0; on < 2; on++)
    {
      g_autoptr (GArray) grey = NULL;
      double most = 0.0;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), on);
      hand_wait_s (0.5);
      grey = draw_grey (button);
      ground[on] = g_array_index (grey, double, corner);
      for (guint i = 0; i < grey->len; i++)
        most = MAX (most, fabs (g_array_index (grey, double, i) - ground[on]));
      g_assert_cmpfloat (most, >, 0.4);
    }
  g_assert_cmpfloat (fabs (ground[1] - ground[0]), >, 0.3);
}

/* Presses a key as the window's own controllers hear it last. Returns: whether one has used it. */
static gboolean
press_key (GtkWidget *window, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
      gboolean used = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (one) &&
          gtk_event_controller_get_propagation_phase (one) == GTK_PHASE_BUBBLE)
        g_signal_emit_by_name (one, "key-pressed", keyval, 0, 0, &used);
      if (used)
        return TRUE;
    }
  return FALSE;
}

/* The leg is not mirrored: where one reads from the right the lens may not come to lie on it. */
static void
lens_lies_beside_the_leg_and_goes_with_escape (Hand *hand, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (hand->window);
  GtkWidget *stage = GTK_WIDGET (sh_window_get_stage (hand->window)), *close;
  graphene_rect_t place;
  gboolean heard;
  int valve;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_object_set (stage, "valve", SH_VALVE_POPLITEAL_1, NULL);
  hand_wait_s (0.3);
  close = find_with_tip (window, "Put the lens away");
  g_assert_nonnull (close);
  g_assert_true (gtk_widget_compute_bounds (close, stage, &place));
  g_assert_cmpfloat (place.origin.x, >, 0.5 * gtk_widget_get_width (stage));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  for (int presses = 0; presses < 2; presses++)
    {
      heard = press_key (window, GDK_KEY_Escape);
      g_assert_cmpint (heard, ==, presses == 0);
      g_object_get (stage, "valve", &valve, NULL);
      g_assert_cmpint (valve, ==, (int) SH_VALVE_NONE);
    }
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

  activate (hand, "session.playing", NULL);
  toggle (window, "Show the charts as a table");
  toggle (window, "Tests");
  for (int i = 0; i < 200 && find_label (window, "Lowest foot pressure") == NULL; i++)
    hand_wait_s (0.05);
  toggle (window, "Show the curve as a table");
  hand_wait_s (0.3);
  g_assert_cmpint (count_labels (window, "mmHg"), >=, 6);
  g_assert_cmpint (count_labels (window, "kPa"), ==, 0);
  g_object_set (preferences, "units", SH_UNITS_KPA, NULL);
  /* A page is written when it is turned to. */
  toggle (window, "Numbers");
  hand_wait_s (0.3);
  g_assert_cmpint (count_labels (window, "mmHg"), ==, 0);
  g_assert_cmpint (count_labels (window, "kPa"), >=, 6);
  g_object_set (preferences, "units", SH_UNITS_MMHG, NULL);
  hand_wait_s (0.3);
  g_assert_cmpint (count_labels (window, "kPa"), ==, 0);
}

/* A wheel over the results moves the page, and no row is hidden in a page of its own. */
static void
results_scroll_with_their_page (Hand *hand, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (hand->window), *row = NULL;
  int n_scrollers = 0;

  toggle (window, "Tests");
  for (int i = 0; i < 200 && row == NULL; i++)
    {
      hand_wait_s (0.05);
      row = find_label (window, "Lowest foot pressure");
    }
  g_assert_nonnull (row);
  for (; row != NULL; row = gtk_widget_get_parent (row))
    n_scrollers += GTK_IS_SCROLLED_WINDOW (row);
  g_assert_cmpint (n_scrollers, ==, 1);
}

/* Whichever names stockings have, the scenario holds their pressure, and the caution stays. */
static void
stockings_have_the_names_of_the_preferences (Hand *hand, gconstpointer data)
{
  ShPreferences *preferences = sh_window_get_preferences (hand->window);
  GtkWidget *window = GTK_WIDGET (hand->window);

  g_object_set (preferences, "stocking-names", SH_STOCKING_NAMES_PRESSURE, NULL);
  hand_wait_s (0.1);
  g_assert_nonnull (find_label (window, "20–30"));
  g_assert_null (find_label (window, "23–32"));
  g_object_set (preferences, "stocking-names", SH_STOCKING_NAMES_CLASS, NULL);
  hand_wait_s (0.1);
  g_assert_null (find_label (window, "20–30"));
  g_assert_nonnull (find_label (window, "II\n23–32"));
  activate (hand, "session.stocking-class", g_variant_new_uint32 (2));
  hand_wait_s (0.1);
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 28.0);
  g_assert_nonnull (find_label (window, "28 mmHg at the ankle"));
  g_assert_nonnull (find_label (window, "Ask a doctor first"));
  activate (hand, "win.undo", NULL);
  g_assert_cmpfloat (sh_session_get_scenario (hand->session)->stocking_mmhg, ==, 0.0);
  g_object_set (preferences, "stocking-names", SH_STOCKING_NAMES_PRESSURE, NULL);
}

static void
reduced_motion_stops_the_picture (Hand *hand, gconstpointer data)
{
  activate (hand, "preferences.reduced-motion", NULL);
  g_assert_false (sh_session_get_running (hand->session));
  activate (hand, "preferences.reduced-motion", NULL);
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

      activate (hand, names[i], NULL);
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
  activate (hand, "win.mode", g_variant_new_string ("test"));
  hand_wait_s (0.1);
  g_assert_cmpstr (sh_window_get_mode (window), ==, "test");
  g_assert_true (gtk_widget_get_mapped (page));
  activate (hand, "win.mode", g_variant_new_string ("no such mode"));
  g_assert_cmpstr (sh_window_get_mode (window), ==, "test");
  activate (hand, "win.mode", g_variant_new_string (SH_MODE_EXPLORE));
  hand_wait_s (0.1);
  g_assert_false (gtk_widget_get_mapped (page));
  activate (hand, "win.mode", g_variant_new_string ("test"));
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
  tear_down (hand, data);
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
      activate (hand, "win.show-help-overlay", NULL);
      hand_wait_s (0.2);
      g_assert_true (
          gtk_widget_get_mapped (GTK_WIDGET (gtk_application_window_get_help_overlay (window))));
      gtk_window_close (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
      hand_wait_s (0.1);
    }
}

/* A window that stands before the main one; NULL when there is none. */
static GtkWindow *
other_window (Hand *hand)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (hand->window) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
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

/* What GTK has put off, such as a menu, looks into the dialog after it was closed. */
static void
a_file_dialog_is_used_again (Hand *hand, gconstpointer data)
{
  g_autoptr (GListModel) filters = NULL;
  GtkWindow *chooser, *question = GTK_WINDOW (gtk_window_new ());

  activate (hand, "win.open", NULL);
  hand_wait_s (0.5);
  chooser = other_window (hand);
  g_assert_true (GTK_IS_FILE_CHOOSER (chooser));
  gtk_window_set_transient_for (question, chooser);
  gtk_window_present (question);
  g_object_add_weak_pointer (G_OBJECT (question), (gpointer *) &question);
  g_signal_emit_by_name (find_menu_gesture (GTK_WIDGET (chooser)), "pressed", 1, 20.0, 20.0);
  gtk_window_close (chooser);
  hand_wait_s (0.5);
  g_assert_null (question);
  g_assert_null (other_window (hand));
  g_assert_true (GTK_IS_FILE_CHOOSER (chooser));
  activate (hand, "win.open", NULL);
  hand_wait_s (0.2);
  g_assert_true (other_window (hand) == chooser);
  filters = gtk_file_chooser_get_filters (GTK_FILE_CHOOSER (chooser));
  g_assert_cmpuint (g_list_model_get_n_items (filters), ==, 2);
  gtk_window_close (chooser);
  hand_wait_s (0.1);
}

static void
changes_are_not_lost_silently (Hand *hand, gconstpointer data)
{
  GtkWindow *question;

  activate (hand, "session.leaky", NULL);
  gtk_window_close (GTK_WINDOW (hand->window));
  hand_wait_s (0.3);
  question = other_window (hand);
  g_assert_true (GTK_IS_MESSAGE_DIALOG (question));
  gtk_dialog_response (GTK_DIALOG (question), GTK_RESPONSE_CANCEL);
  hand_wait_s (0.1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (hand->window)));
  g_assert_null (other_window (hand));
  activate (hand, "win.undo", NULL);
  g_assert_true (sh_files_may_close (sh_window_get_files (hand->window)));
}

static void
discarding_goes_on_with_what_was_wanted (Hand *hand, gconstpointer data)
{
  activate (hand, "session.leaky", NULL);
  activate (hand, "win.new", NULL);
  hand_wait_s (0.2);
  gtk_dialog_response (GTK_DIALOG (other_window (hand)), GTK_RESPONSE_REJECT);
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
  for (int i = 0; i < 100 && find_label (GTK_WIDGET (hand->window), "dancing") == NULL; i++)
    hand_wait_s (0.1);
  g_unlink (path);
  g_assert_null (other_window (hand));
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (hand->session), &before));
  g_assert_nonnull (find_label (GTK_WIDGET (hand->window), "dancing"));
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
  g_test_add ("/window/" name, Hand, NULL, hand_set_up, function, tear_down)
  ADD ("opens on a healthy person walking", opens_on_a_healthy_person_walking);
  ADD ("actions reach the session", actions_reach_the_session);
  ADD ("palettes and wording change while it runs", palettes_and_wording_change_while_it_runs);
  ADD ("letters do not grow slowly", letters_do_not_grow_slowly);
  ADD ("text size, contrast and units are followed", text_size_contrast_and_units_are_followed);
  ADD ("a reader of kPa meets no mmHg", a_reader_of_kpa_meets_no_mmhg);
  ADD ("what is switched on is seen", what_is_switched_on_is_seen);
  ADD ("lens lies beside the leg and goes with Escape",
       lens_lies_beside_the_leg_and_goes_with_escape);
  ADD ("results scroll with their page", results_scroll_with_their_page);
  ADD ("stockings have the names of the preferences", stockings_have_the_names_of_the_preferences);
  ADD ("reduced motion stops the picture", reduced_motion_stops_the_picture);
  ADD ("every stop can be shown", every_stop_can_be_shown);
  ADD ("windows of the menu open and close", windows_of_the_menu_open_and_close);
  ADD ("changes are not lost silently", changes_are_not_lost_silently);
  ADD ("discarding goes on with what was wanted", discarding_goes_on_with_what_was_wanted);
  ADD ("a file dialog is used again", a_file_dialog_is_used_again);
  ADD ("a wrong file is told in place", a_wrong_file_is_told_in_place);
  ADD ("modes share the panel", modes_share_the_panel);
  ADD ("menus with sections are the same in the next window",
       menus_with_sections_are_the_same_in_the_next_window);
  ADD ("shortcuts are shown", shortcuts_are_shown);
  return g_test_run ();
}
