/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hand.h"
#include "sh-activity-slider.h"
#include "sh-caption-line.h"
#include "sh-chart-table.h"
#include "sh-chart-view.h"
#include "sh-compare-stage.h"
#include "sh-controls.h"
#include "sh-data-table.h"
#include "sh-instrument.h"
#include "sh-more-controls.h"
#include "sh-numbers-page.h"
#include "sh-probe-trace.h"
#include "sh-probe.h"
#include "sh-readout.h"
#include "sh-readouts.h"
#include "sh-slider-row.h"
#include "sh-story.h"
#include "sh-tests-page.h"
#include "sh-time-bar.h"
#include "sh-ui.h"
#include "sh-valve-list.h"

/* The first descendant of a type, in the order in which widgets are drawn. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Takes the widget, drops it, and sees that it is gone. */
static void
check_goes_away (GtkWidget *widget)
{
  GtkWidget *weak = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &weak);
  g_object_ref_sink (widget);
  g_object_unref (widget);
  g_assert_null (weak);
}

static void
everything_can_be_made_shown_a_session_and_dropped (void)
{
  GtkWidget *(*const make[]) (
      void) = { sh_caption_line_new,  sh_chart_table_new,   sh_chart_view_new,   sh_controls_new,
                sh_instrument_new,    sh_more_controls_new, sh_numbers_page_new, sh_readouts_new,
                sh_tests_page_new,    sh_probe_new,         sh_probe_trace_new,  sh_time_bar_new,
                sh_compare_stage_new, sh_valve_list_new };

  for (gsize i = 0; i < G_N_ELEMENTS (make); i++)
    {
      g_autoptr (ShSession) session = sh_session_new (NULL);
      GtkWidget *widget = make[i]();

      g_object_set (widget, "session", session, NULL);
      sh_session_step (session, 1);
      g_object_set (session, "stop", 3, "leaky", TRUE, NULL);
      g_object_set (widget, "session", NULL, NULL);
      g_object_set (session, "stop", 9, NULL);
      g_object_set (widget, "session", session, NULL);
      check_goes_away (widget);
      g_assert_cmpuint (G_OBJECT (session)->ref_count, ==, 1);
    }
}

/* What stands beside a number does not move with it. */
static void
numbers_keep_their_place (void)
{
  static const ShPosture postures[] = { SH_POSTURE_STANDING, SH_POSTURE_LYING };
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *readout = g_object_ref_sink (sh_readout_new (SH_NUMBER_ANKLE_PRESSURE));
  GtkWidget *value = gtk_widget_get_next_sibling (find (readout, GTK_TYPE_LABEL));
  int width[2];

  g_object_set (value, "width-chars", -1, NULL);
  g_object_set (readout, "session", session, NULL);
  for (int i = 0; i < 2; i++)
    {
      ShScenario scenario = *sh_session_get_scenario (session);

      scenario.activity = SH_ACTIVITY_REST;
      scenario.posture = postures[i];
      sh_session_begin (session, &scenario);
      g_object_set (session, "playing", FALSE, NULL);
      sh_session_refresh (session);
      gtk_widget_measure (value, GTK_ORIENTATION_HORIZONTAL, -1, &width[i], NULL, NULL, NULL);
    }
  g_assert_cmpint (width[1], ==, width[0]);
  g_object_unref (readout);
}

static void
readouts_show_the_number_and_its_unit (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *readout = g_object_ref_sink (sh_readout_new (SH_NUMBER_ANKLE_PRESSURE));
  GtkWidget *name = find (readout, GTK_TYPE_LABEL);
  const char *text;

  g_object_set (readout, "session", session, NULL);
  text = gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (name)));
  g_assert_true (g_str_has_suffix (text, "mmHg"));
  g_assert_cmpint (g_ascii_strtoll (text, NULL, 10), >, 60);
  g_object_unref (readout);
}

static void
activity_slider_snaps_and_names_its_stop (void)
{
  GtkWidget *slider = g_object_ref_sink (sh_activity_slider_new ());
  GtkWidget *scale = find (slider, GTK_TYPE_SCALE);
  GtkWidget *label = find (slider, GTK_TYPE_LABEL);
  int stop;

  gtk_range_set_value (GTK_RANGE (scale), 5.0);
  g_object_get (slider, "stop", &stop, NULL);
  g_assert_cmpint (stop, ==, 5);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, sh_stop_label (5));
  g_object_unref (slider);
}

static void
controls_move_the_session_and_follow_it (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *controls = g_object_ref_sink (sh_controls_new ());
  GtkWidget *activity, *pace;
  double shown;
  int stop;

  g_object_set (controls, "session", session, NULL);
  activity = find (controls, SH_TYPE_ACTIVITY_SLIDER);
  pace = find (controls, SH_TYPE_SLIDER_ROW);
  g_object_set (activity, "stop", 10, NULL);
  g_object_get (session, "stop", &stop, NULL);
  g_assert_cmpint (stop, ==, 10);
  shown = gtk_adjustment_get_value (sh_slider_row_get_adjustment (SH_SLIDER_ROW (pace)));
  g_assert_cmpfloat (shown, ==, sh_activity_info (SH_ACTIVITY_RUNNING)->pace_default);
  gtk_adjustment_set_value (sh_slider_row_get_adjustment (SH_SLIDER_ROW (pace)), 170.0);
  g_assert_cmpfloat (sh_session_get_scenario (session)->pace, ==, 170.0);
  g_object_set (session, "stop", 6, NULL);
  shown = gtk_adjustment_get_value (sh_slider_row_get_adjustment (SH_SLIDER_ROW (pace)));
  g_assert_cmpfloat (shown, ==, sh_activity_info (SH_ACTIVITY_WALKING)->pace_default);
  g_object_unref (controls);
}

/* A group of which only some valves leak has its switch off. */
static void
controls_tell_how_many_valves_of_a_group_leak (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *controls = g_object_ref_sink (sh_controls_new ());
  g_autofree char *text = NULL;
  int deep = 0;

  for (int i = 0; i < SH_N_VALVES; i++)
    deep += sh_valve_info ((ShValve) i)->group == SH_GROUP_DEEP;
  text = g_strdup_printf ("Leaky valves: 1 of %d", deep);
  g_object_set (controls, "session", session, NULL);
  g_assert_true (hand_says (controls, "Inside the muscles"));
  sh_session_set_valve_leak (session, SH_VALVE_POPLITEAL_1, 0.5);
  g_assert_false (hand_says (controls, "Inside the muscles"));
  g_assert_true (hand_says (controls, text));
  g_object_set (session, "leak-deep", TRUE, NULL);
  g_assert_true (hand_says (controls, "Inside the muscles"));
  g_object_unref (controls);
}

static gboolean
is_leaky (ShSession *session)
{
  gboolean leaky;

  g_object_get (session, "leaky", &leaky, NULL);
  return leaky;
}

static void
pressed_switch_is_not_forgotten_when_another_control_moves (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *controls = sh_controls_new ();
  GtkWidget *leaky;

  gtk_window_set_child (GTK_WINDOW (window), controls);
  g_object_set (controls, "session", session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  leaky = find (controls, GTK_TYPE_SWITCH);
  while (!gtk_widget_get_mapped (leaky) || gtk_widget_get_width (leaky) == 0)
    g_main_context_iteration (NULL, TRUE);
  /* The switch changes when its knob has arrived; until then the other control is moved. */
  gtk_widget_activate (leaky);
  for (int step = 0; step < 10; step++)
    {
      g_object_set (session, "effort", 1.0 - 0.01 * step, NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  for (gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
       !is_leaky (session) && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_leaky (session));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
valve_list_sets_one_valve_and_follows_the_others (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *list = g_object_ref_sink (sh_valve_list_new ());
  GtkAdjustment *first;

  g_object_set (list, "session", session, NULL);
  g_assert_null (find (list, SH_TYPE_SLIDER_ROW));
  gtk_expander_set_expanded (GTK_EXPANDER (find (list, GTK_TYPE_EXPANDER)), TRUE);
  first = sh_slider_row_get_adjustment (SH_SLIDER_ROW (find (list, SH_TYPE_SLIDER_ROW)));
  gtk_adjustment_set_value (first, 0.35);
  g_assert_cmpfloat (sh_session_get_valve_leak (session, SH_VALVE_PLANTAR_1), ==, 0.35);
  g_assert_cmpfloat (sh_session_get_valve_leak (session, SH_VALVE_POPLITEAL_1), ==, 0.0);
  g_object_set (session, "leaky", FALSE, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (first), ==, 0.0);
  g_object_set (session, "leaky", TRUE, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_value (first), ==, SH_LEAKS_SEVERITY);
  g_object_unref (list);
}

static void
slider_row_says_value_in_words (void)
{
  GtkWidget *row = g_object_ref_sink (sh_slider_row_new ());
  GtkWidget *scale = find (row, GTK_TYPE_SCALE);

  g_object_set (row, "title", "Effort", NULL);
  gtk_adjustment_set_value (sh_slider_row_get_adjustment (SH_SLIDER_ROW (row)), 0.5);
  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "Effort");
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "50 percent");
  g_object_unref (row);
}

static void
caption_stays_until_it_can_have_been_read (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *line = g_object_ref_sink (sh_caption_line_new ());
  g_autofree char *first = NULL;

  g_object_set (line, "session", session, NULL);
  first = g_strdup (sh_caption_line_get_text (SH_CAPTION_LINE (line)));
  g_assert_cmpstr (first, !=, "");
  sh_caption_line_update (SH_CAPTION_LINE (line), g_get_monotonic_time () + G_USEC_PER_SEC / 2);
  g_assert_cmpstr (sh_caption_line_get_text (SH_CAPTION_LINE (line)), ==, first);
  /* A moved control does not wait. */
  g_object_set (session, "stop", 2, NULL);
  g_assert_cmpstr (sh_caption_line_get_text (SH_CAPTION_LINE (line)), !=, first);
  g_object_unref (line);
}

static void
charts_turn_into_a_table_and_back (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *readouts = g_object_ref_sink (sh_readouts_new ());
  GtkWidget *stack = find (readouts, GTK_TYPE_STACK);
  GtkWidget *button = find (readouts, GTK_TYPE_TOGGLE_BUTTON);
  ShDataTable *table;
  guint n;

  g_object_set (readouts, "session", session, NULL);
  g_object_set (session, "leaky", TRUE, NULL);
  for (int i = 0; i < 30; i++)
    sh_session_step (session, 1);
  g_assert_true (SH_IS_CHART_VIEW (gtk_stack_get_visible_child (GTK_STACK (stack))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  table =
      SH_DATA_TABLE (find (gtk_stack_get_visible_child (GTK_STACK (stack)), SH_TYPE_DATA_TABLE));
  n = sh_data_table_get_n_rows (table);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (sh_data_table_get_cell (table, 0, 0), ==, "now");
  g_assert_cmpstr (sh_data_table_get_cell (table, 3, 0), ==, "3 s ago");
  /* When the leak began, both legs had the same pressure; later the leaking one has the higher. */
  g_assert_cmpstr (sh_data_table_get_cell (table, 3, 1), ==, sh_data_table_get_cell (table, 3, 4));
  g_assert_null (sh_data_table_get_cell (table, n, 0));
  /* What is read stands still. */
  sh_session_step (session, 1);
  g_assert_cmpuint (sh_data_table_get_n_rows (table), ==, n);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  g_assert_true (SH_IS_CHART_VIEW (gtk_stack_get_visible_child (GTK_STACK (stack))));
  g_object_unref (readouts);
}

static void
old_clot_is_set_in_the_vein_that_is_chosen (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *more = g_object_ref_sink (sh_more_controls_new ());
  GtkWidget *veins = find (more, GTK_TYPE_DROP_DOWN);
  GtkWidget *rows = gtk_widget_get_parent (gtk_widget_get_parent (veins));
  GtkAdjustment *clot =
      sh_slider_row_get_adjustment (SH_SLIDER_ROW (find (rows, SH_TYPE_SLIDER_ROW)));

  g_object_set (more, "session", session, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (veins), 2);
  gtk_adjustment_set_value (clot, 0.6);
  g_assert_cmpfloat (sh_session_get_narrowing (session, SH_VEIN_POPLITEAL), ==, 0.6);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (veins), 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (clot), ==, 0.0);
  g_assert_cmpfloat (sh_session_get_narrowing (session, SH_VEIN_POPLITEAL), ==, 0.6);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (veins), 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (clot), ==, 0.6);
  g_object_unref (more);
}

static void
caption_offers_what_would_show_it (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *line = g_object_ref_sink (sh_caption_line_new ());
  GtkWidget *button = find (line, GTK_TYPE_BUTTON);
  int stop;

  g_object_set (line, "session", session, NULL);
  g_assert_false (gtk_widget_get_visible (button));
  g_object_set (session, "leaky", TRUE, NULL);
  g_assert_false (gtk_widget_get_visible (button));
  g_object_set (session, "stop", 3, NULL);
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  g_object_get (session, "stop", &stop, NULL);
  g_assert_cmpint (stop, ==, 5);
  g_assert_false (gtk_widget_get_visible (button));
  g_object_unref (line);
}

static void
readout_is_heard_with_its_value (void)
{
  g_autoptr (ShSession) session = sh_session_new (NULL);
  GtkWidget *readout = g_object_ref_sink (sh_readout_new (SH_NUMBER_CALF_BLOOD));
  GtkWidget *button = find (readout, GTK_TYPE_BUTTON);
  GtkWidget *name = find (readout, GTK_TYPE_LABEL);
  g_autofree char *spoken = NULL;

  g_object_set (readout, "session", session, NULL);
  spoken = g_strdup_printf ("%s: %s", gtk_label_get_text (GTK_LABEL (name)),
                            gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (name))));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
  g_object_unref (readout);
}

static void
time_runs_as_in_the_charts_whatever_way_people_write (void)
{
  GtkWidget *bar, *scale;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  bar = g_object_ref_sink (sh_time_bar_new ());
  scale = find (bar, GTK_TYPE_SCALE);
  g_assert_cmpint (gtk_widget_get_direction (bar), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (scale), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_parent (scale)), ==, GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_unref (bar);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  sh_ui_register_resources ();
  g_test_add_func ("/widgets/everything can be made, shown a session and dropped",
                   everything_can_be_made_shown_a_session_and_dropped);
  g_test_add_func ("/widgets/numbers keep their place", numbers_keep_their_place);
  g_test_add_func ("/widgets/readouts show the number and its unit",
                   readouts_show_the_number_and_its_unit);
  g_test_add_func ("/widgets/activity slider snaps and names its stop",
                   activity_slider_snaps_and_names_its_stop);
  g_test_add_func ("/widgets/controls move the session and follow it",
                   controls_move_the_session_and_follow_it);
  g_test_add_func ("/widgets/controls tell how many valves of a group leak",
                   controls_tell_how_many_valves_of_a_group_leak);
  g_test_add_func ("/widgets/pressed switch is not forgotten when another control moves",
                   pressed_switch_is_not_forgotten_when_another_control_moves);
  g_test_add_func ("/widgets/valve list sets one valve and follows the others",
                   valve_list_sets_one_valve_and_follows_the_others);
  g_test_add_func ("/widgets/slider row says its value in words", slider_row_says_value_in_words);
  g_test_add_func ("/widgets/caption stays until it can have been read",
                   caption_stays_until_it_can_have_been_read);
  g_test_add_func ("/widgets/charts turn into a table and back", charts_turn_into_a_table_and_back);
  g_test_add_func ("/widgets/old clot is set in the vein that is chosen",
                   old_clot_is_set_in_the_vein_that_is_chosen);
  g_test_add_func ("/widgets/caption offers what would show it", caption_offers_what_would_show_it);
  g_test_add_func ("/widgets/readout is heard with its value", readout_is_heard_with_its_value);
  g_test_add_func ("/widgets/time runs as in the charts, whatever way people write",
                   time_runs_as_in_the_charts_whatever_way_people_write);
  return g_test_run ();
}
