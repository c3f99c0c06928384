/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "hand.h"

/* What is seen in the window of a running application. */

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

/* Its picture stands out from its ground, and the ground from that of before. */
static void
what_is_switched_on_is_seen (Hand *hand, gconstpointer data)
{
  GtkWidget *button = hand_find_tip (GTK_WIDGET (hand->window), "Show the charts as a table");
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
  close = hand_find_tip (window, "Put the lens away");
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

static void
times_of_the_table_take_one_line (Hand *hand, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (hand->window), *time = NULL;

  for (int i = 0; i < 100 && sh_session_get_live_s (hand->session) < 2.5; i++)
    hand_wait_s (0.1);
  hand_toggle (window, "Show the charts as a table");
  for (int i = 0; i < 100 && time == NULL; i++)
    {
      hand_wait_s (0.1);
      time = hand_find_label (window, "1 s ago");
    }
  g_assert_nonnull (time);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (time))), ==, 1);
}

/* The picture of the program needs no installation. */
static void
about_shows_the_program (Hand *hand, gconstpointer data)
{
  GtkWindow *about;
  GdkPaintable *logo;

  hand_activate (hand, "app.about", NULL);
  hand_wait_s (0.3);
  about = hand_other_window (hand);
  g_assert_true (GTK_IS_ABOUT_DIALOG (about));
  logo = gtk_about_dialog_get_logo (GTK_ABOUT_DIALOG (about));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (logo), ==, 128);
  g_assert_true (g_resources_get_info ("/io/github/secondheart/SecondHeart/logo.svg",
                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
  gtk_window_close (about);
}

/* A wheel over the results moves the page, and no row is hidden in a page of its own. */
static void
results_scroll_with_their_page (Hand *hand, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (hand->window), *row = NULL;
  int n_scrollers = 0;

  hand_toggle (window, "Tests");
  for (int i = 0; i < 200 && row == NULL; i++)
    {
      hand_wait_s (0.05);
      row = hand_find_label (window, "Lowest foot pressure");
    }
  g_assert_nonnull (row);
  for (; row != NULL; row = gtk_widget_get_parent (row))
    n_scrollers += GTK_IS_SCROLLED_WINDOW (row);
  g_assert_cmpint (n_scrollers, ==, 1);
}

static void
palettes_and_wording_change_while_it_runs (Hand *hand, gconstpointer data)
{
  static const char *const palettes[] = { "dark", "projector", "light", "system" };

  for (gsize i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      hand_activate (hand, "preferences.palette", g_variant_new_string (palettes[i]));
      hand_wait_s (0.15);
    }
  hand_activate (hand, "preferences.wording", g_variant_new_string ("clinical"));
  hand_activate (hand, "preferences.wording", g_variant_new_string ("plain"));
  hand_activate (hand, "preferences.labels", g_variant_new_string ("all"));
  hand_activate (hand, "preferences.labels", g_variant_new_string ("few"));
  hand_wait_s (0.1);
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
  hand_activate (hand, "session.playing", NULL);
  g_object_set (preferences, "units", SH_UNITS_KPA, NULL);
  hand_wait_s (0.3);
  g_assert_nonnull (hand_find_label (GTK_WIDGET (hand->window), " kPa"));
  g_object_set (preferences, "text-size", 1.0, "more-contrast", FALSE, "units", SH_UNITS_MMHG,
                NULL);
  hand_wait_s (0.1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/window look/" name, Hand, NULL, hand_set_up, function, hand_leave_nothing)
  ADD ("palettes and wording change while it runs", palettes_and_wording_change_while_it_runs);
  ADD ("text size, contrast and units are followed", text_size_contrast_and_units_are_followed);
  ADD ("what is switched on is seen", what_is_switched_on_is_seen);
  ADD ("lens lies beside the leg and goes with Escape",
       lens_lies_beside_the_leg_and_goes_with_escape);
  ADD ("times of the table take one line", times_of_the_table_take_one_line);
  ADD ("about shows the program", about_shows_the_program);
  ADD ("results scroll with their page", results_scroll_with_their_page);
  return g_test_run ();
}
