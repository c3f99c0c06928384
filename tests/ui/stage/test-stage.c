/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage.h"

#include "sh-compare-stage.h"
#include "sh-draw.h"
#include "sh-ui.h"

/* Runs the main loop for a while. */
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

static GtkWidget *
show_stage (ShSession *session, GtkWidget **stage)
{
  GtkWidget *window = gtk_window_new ();

  *stage = sh_stage_new ();
  g_object_set (*stage, "session", session, NULL);
  gtk_window_set_child (GTK_WINDOW (window), *stage);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 100 && sh_stage_get_frames_drawn (SH_STAGE (*stage)) == 0; i++)
    wait_s (0.05);
  return window;
}

static void
draws_while_playing_and_rests_while_paused (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *stage, *window = show_stage (session, &stage);
  guint64 before = sh_stage_get_frames_drawn (SH_STAGE (stage));

  wait_s (0.5);
  g_assert_cmpuint (sh_stage_get_frames_drawn (SH_STAGE (stage)), >, before);
  g_assert_cmpfloat (sh_session_get_live_s (session), >, 0.0);
  g_object_set (session, "playing", FALSE, NULL);
  wait_s (0.3);
  before = sh_stage_get_frames_drawn (SH_STAGE (stage));
  wait_s (0.5);
  g_assert_cmpuint (sh_stage_get_frames_drawn (SH_STAGE (stage)), ==, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
control_moved_while_paused_is_drawn_once (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *stage, *window = show_stage (session, &stage);
  guint64 before;

  g_object_set (session, "playing", FALSE, NULL);
  wait_s (0.3);
  before = sh_stage_get_frames_drawn (SH_STAGE (stage));
  g_object_set (session, "leaky", TRUE, NULL);
  wait_s (0.3);
  g_assert_cmpuint (sh_stage_get_frames_drawn (SH_STAGE (stage)), ==, before + 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
palettes_labels_and_postures_change_without_warning (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *stage, *window = show_stage (session, &stage);

  for (guint theme = 0; theme < 3; theme++)
    {
      g_object_set (stage, "theme", theme, "labels", 2 - theme, NULL);
      g_object_set (session, "stop", (int) theme, NULL);
      wait_s (0.15);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
is_a_described_picture_for_screen_readers (void)
{
  GtkWidget *stage = g_object_ref_sink (sh_stage_new ());

  gtk_test_accessible_assert_role (stage, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (stage), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_object_unref (stage);
}

static void
lets_its_session_go (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *stage, *window = show_stage (session, &stage);

  gtk_window_destroy (GTK_WINDOW (window));
  wait_s (0.1);
  g_assert_cmpuint (G_OBJECT (session)->ref_count, ==, 1);
}

static void
lens_is_moved_and_put_away (void)
{
  GtkWidget *stage = g_object_ref_sink (sh_stage_new ());
  GtkWidget *lens = g_object_ref_sink (g_object_new (SH_TYPE_STAGE, "view", SH_VIEW_LENS, NULL));
  int valve, least;

  g_object_bind_property (stage, "valve", lens, "valve", G_BINDING_SYNC_CREATE);
  g_object_get (stage, "valve", &valve, NULL);
  g_assert_cmpint (valve, ==, SH_VALVE_NONE);
  g_object_set (stage, "valve", SH_VALVE_POPLITEAL_1, NULL);
  g_object_get (lens, "valve", &valve, NULL);
  g_assert_cmpint (valve, ==, SH_VALVE_POPLITEAL_1);
  g_assert_false (gtk_widget_get_focusable (lens));
  gtk_widget_measure (lens, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 300);
  g_object_set (stage, "valve", SH_VALVE_NONE, NULL);
  g_object_get (lens, "valve", &valve, NULL);
  g_assert_cmpint (valve, ==, SH_VALVE_NONE);
  g_object_unref (lens);
  g_object_unref (stage);
}

/* Two legs that stand still. */
static GtkWidget *
show_two_legs (ShSession *session, GtkWidget **stage)
{
  GtkWidget *window = gtk_window_new ();

  g_object_set (session, "playing", FALSE, "compare", SH_COMPARE_HEALTHY, NULL);
  *stage = sh_compare_stage_new ();
  g_object_set (*stage, "session", session, NULL);
  gtk_window_set_child (GTK_WINDOW (window), *stage);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 640);
  gtk_window_present (GTK_WINDOW (window));
  wait_s (0.3);
  return window;
}

/* What a screen reader is told of @property; GTK tells it only of a value that is not the one
 * asked for. */
static char *
told (GtkWidget *widget, GtkAccessibleProperty property)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "?");
}

static void
assert_told (GtkWidget *widget, GtkAccessibleProperty property, const char *part)
{
  g_autofree char *text = told (widget, property);

  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}

static void
press_key (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one))
        g_signal_emit_by_name (one, "key-pressed", keyval, 0, 0, &taken);
    }
  g_assert_true (taken);
}

static void
two_legs_are_described_one_after_the_other (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *stage, *window = show_two_legs (session, &stage);

  gtk_test_accessible_assert_role (stage, GTK_ACCESSIBLE_ROLE_IMG);
  assert_told (stage, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "This leg: ");
  assert_told (stage, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nHealthy leg: ");
  g_object_set (session, "compare", SH_COMPARE_BEFORE, NULL);
  assert_told (stage, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Before: ");
  assert_told (stage, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\nNow: ");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
valves_of_two_legs_are_walked_with_the_arrows (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *stage, *window = show_two_legs (session, &stage);
  g_autofree char *first = NULL, *second = NULL, *again = NULL;

  g_assert_true (gtk_widget_get_focusable (stage));
  press_key (stage, GDK_KEY_Up);
  first = told (stage, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_assert_nonnull (strstr (first, ": closes"));
  press_key (stage, GDK_KEY_Up);
  second = told (stage, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_assert_cmpstr (second, !=, first);
  press_key (stage, GDK_KEY_Down);
  again = told (stage, GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_assert_cmpstr (again, ==, first);
  press_key (stage, GDK_KEY_Return);
  assert_told (stage, GTK_ACCESSIBLE_PROPERTY_LABEL, ": leaks");
  assert_told (stage, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "leak");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  sh_ui_register_resources ();
  g_test_add_func ("/stage/draws while playing and rests while paused",
                   draws_while_playing_and_rests_while_paused);
  g_test_add_func ("/stage/control moved while paused is drawn once",
                   control_moved_while_paused_is_drawn_once);
  g_test_add_func ("/stage/palettes, labels and postures change without warning",
                   palettes_labels_and_postures_change_without_warning);
  g_test_add_func ("/stage/is a described picture for screen readers",
                   is_a_described_picture_for_screen_readers);
  g_test_add_func ("/stage/lets its session go", lets_its_session_go);
  g_test_add_func ("/stage/lens is moved and put away", lens_is_moved_and_put_away);
  g_test_add_func ("/stage/two legs are described one after the other",
                   two_legs_are_described_one_after_the_other);
  g_test_add_func ("/stage/valves of two legs are walked with the arrows",
                   valves_of_two_legs_are_walked_with_the_arrows);
  return g_test_run ();
}
