/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-tests-page.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-clinic-run.h"
#include "sh-curve-view.h"
#include "sh-data-table.h"
#include "sh-short-table.h"
#include "sh-follow.h"
#include "sh-numbers.h"
#include "sh-probe.h"
#include "sh-test-words.h"

/* A control that is being dragged starts no test before it rests for so long. */
#define REST_MS 150
/* Rows of the curve's table. */
#define POINTS 40
/* Stands where no usual range is known. */
#define NO_RANGE "–"

struct _ShTestsPage
{
  GtkWidget parent_instance;

  ShSession *session;
  GtkWidget *box;
  GtkWidget *chooser;
  GtkWidget *sentence;
  GtkWidget *complaint;
  GtkWidget *table_button;
  GtkWidget *stack;
  GtkWidget *probe;
  GtkWidget *probe_card;
  GtkWidget *curve;
  GtkWidget *points;
  GtkWidget *results;
  GtkWidget *source;
  ShThemeId theme;
  ShUnit unit; /* of pressures in what is shown */
  ShTest test;
  ShClinicResult *result;
  GCancellable *cancellable; /* of the test that is being done, or NULL */
  guint later_id;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_THEME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShTestsPage, sh_tests_page, GTK_TYPE_WIDGET)

/* The tests that the page offers. */
static const struct
{
  ShTest test;
  const char *title;
} offered[] = {
  { SH_TEST_TIPTOE, NC_ ("test", "Heel raises") },
  { SH_TEST_APG, NC_ ("test", "Volume") },
  { SH_TEST_REFLUX, NC_ ("test", "Duplex") },
  { SH_TEST_STEADY, NC_ ("test", "Steady") },
};

static void
stop (ShTestsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static char *
usual_text (const ShMeasure *measure, const char *name, const ShResultWords *words)
{
  g_autofree char *limit_name = NULL, *limit = NULL;

  if (!g_str_has_prefix (name, "reflux_s:"))
    return g_strdup (words->usual != NULL ? words->usual : NO_RANGE);
  limit_name = g_strdup_printf ("cutoff_s:%s", name + strlen ("reflux_s:"));
  limit = sh_number_for_people (sh_measure_get (measure, limit_name), 2);
  /* Translators: the longest usual time of backward flow, in seconds. */
  return g_strdup_printf (C_ ("test", "up to %s"), limit);
}

static void
show_results (ShTestsPage *self)
{
  const ShMeasure *mine = &self->result->mine;
  const char *titles[] = { C_ ("test", "Result"), C_ ("test", "This leg"), C_ ("test", "Healthy"),
                           C_ ("test", "Usual"), NULL };
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char *source = NULL;
  gboolean blank = FALSE;

  sh_short_table_set_columns (SH_SHORT_TABLE (self->results), titles);
  for (int i = 0; i < mine->n_results; i++)
    {
      const char *name = mine->results[i].name;
      g_autofree char *own = NULL, *other = NULL, *usual = NULL;
      ShResultWords words;

      if (!sh_result_words (name, &words))
        continue;
      own = sh_result_text (name, mine->results[i].value);
      other = sh_result_text (name, sh_measure_get (&self->result->healthy, name));
      usual = usual_text (mine, name, &words);
      blank = blank || g_str_equal (usual, NO_RANGE);
      sh_short_table_add_row (SH_SHORT_TABLE (self->results),
                              (const char *const[]){ words.label, own, other, usual, NULL });
      if (words.source != NULL &&
          !g_ptr_array_find_with_equal_func (sources, words.source, g_str_equal, NULL))
        g_ptr_array_add (sources, (gpointer) words.source);
    }
  if (blank)
    g_ptr_array_add (sources, (gpointer) C_ ("test", "A dash under “Usual”: no study that we know "
                                                     "measured just this."));
  g_ptr_array_add (sources, NULL);
  source = g_strjoinv ("\n", (char **) sources->pdata);
  gtk_label_set_text (GTK_LABEL (self->source), source);
}

/* Points evenly over time, and no more of them than somebody walks through. */
static void
show_points (ShTestsPage *self)
{
  const ShClinicRecord *record = &self->result->record;
  int n = record->n_curves;
  const char *titles[] = { C_ ("test", "Seconds"),
                           n > 0 ? sh_clinic_curve_label (record->test, 0) : NULL,
                           n > 1 ? sh_clinic_curve_label (record->test, 1) : NULL, NULL };
  double end_s = record->n > 0 ? record->time_s[record->n - 1] : 0.0;
  gsize next = 0;

  sh_data_table_set_columns (SH_DATA_TABLE (self->points), titles);
  for (gsize i = 0; i < record->n; i++)
    {
      g_autofree char *time = NULL, *first = NULL, *second = NULL;

      if (record->time_s[i] < end_s * (double) next / POINTS)
        continue;
      next++;
      time = sh_number_for_people (record->time_s[i], 1);
      first = sh_clinic_curve_number (record->test, record->value[0][i]);
      if (n > 1)
        second = sh_clinic_curve_number (record->test, record->value[1][i]);
      sh_data_table_add_row (SH_DATA_TABLE (self->points),
                             (const char *const[]){ time, first, second, NULL });
    }
}

/* Curve and results, as they are read in the present unit. */
static void
write_down (ShTestsPage *self)
{
  self->unit = sh_numbers_get_pressure_unit ();
  sh_curve_view_set_result (SH_CURVE_VIEW (self->curve), self->result);
  show_results (self);
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button)))
    show_points (self);
}

static void
show (ShTestsPage *self, ShClinicResult *result)
{
  g_clear_pointer (&self->result, sh_clinic_result_unref);
  self->result = result;
  gtk_widget_set_visible (self->complaint, FALSE);
  write_down (self);
}

static void
done_cb (GObject *source, GAsyncResult *task, gpointer user_data)
{
  g_autoptr (ShTestsPage) self = SH_TESTS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  ShClinicResult *result = sh_clinic_run_finish (task, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->results == NULL)
    {
      g_clear_pointer (&result, sh_clinic_result_unref);
      return;
    }
  g_clear_object (&self->cancellable);
  if (result != NULL)
    {
      show (self, result);
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->complaint), error->message);
  gtk_widget_set_visible (self->complaint, TRUE);
}

static void
start (ShTestsPage *self)
{
  stop (self);
  if (self->session == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  sh_clinic_run_async (self->test, sh_session_get_scenario (self->session), self->cancellable,
                       done_cb, g_object_ref (self));
}

static void
rested_cb (gpointer data)
{
  ShTestsPage *self = SH_TESTS_PAGE (data);

  self->later_id = 0;
  start (self);
}

static void
changed_cb (ShTestsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_handle_id (&self->later_id, g_source_remove);
  self->later_id = g_timeout_add_once (REST_MS, rested_cb, self);
}

/* Another unit was chosen in the preferences: the same results in it. */
static void
frame_cb (ShTestsPage *self)
{
  if (self->result != NULL && self->unit != sh_numbers_get_pressure_unit ())
    write_down (self);
}

static void
choose (ShTestsPage *self, ShTest test)
{
  self->test = test;
  gtk_label_set_text (GTK_LABEL (self->sentence), sh_test_sentence (test));
  gtk_widget_set_visible (self->probe_card, test == SH_TEST_REFLUX);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
}

static void
chosen_cb (ShTestsPage *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    choose (self, (ShTest) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "test")));
}

static void
fill_chooser (ShTestsPage *self)
{
  GtkToggleButton *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      const char *title = g_dpgettext2 (SH_GETTEXT_DOMAIN, "test", offered[i].title);
      GtkWidget *button = gtk_toggle_button_new_with_label (title);
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
      g_object_set_data (G_OBJECT (button), "test", GINT_TO_POINTER ((int) offered[i].test));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      gtk_box_append (GTK_BOX (self->chooser), button);
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
table_toggled_cb (ShTestsPage *self, GtkToggleButton *button)
{
  gboolean on = gtk_toggle_button_get_active (button);

  if (on && self->result != NULL)
    show_points (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), on ? self->points : self->curve);
}

/* A page that is turned to shows the leg as it is now. */
static void
sh_tests_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sh_tests_page_parent_class)->map (widget);
  start (SH_TESTS_PAGE (widget));
}

static void
sh_tests_page_dispose (GObject *object)
{
  ShTestsPage *self = SH_TESTS_PAGE (object);

  sh_tests_page_set_session (self, NULL);
  stop (self);
  g_clear_handle_id (&self->later_id, g_source_remove);
  g_clear_pointer (&self->result, sh_clinic_result_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_TESTS_PAGE);
  G_OBJECT_CLASS (sh_tests_page_parent_class)->dispose (object);
}

static void
sh_tests_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_THEME)
    g_value_set_uint (value, SH_TESTS_PAGE (object)->theme);
  else if (id == PROP_SESSION)
    g_value_set_object (value, SH_TESTS_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_tests_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_THEME)
    {
      SH_TESTS_PAGE (object)->theme = (ShThemeId) g_value_get_uint (value);
      g_object_set (SH_TESTS_PAGE (object)->curve, "theme", g_value_get_uint (value), NULL);
      g_object_set (sh_probe_get_trace (SH_PROBE (SH_TESTS_PAGE (object)->probe)), "theme",
                    g_value_get_uint (value), NULL);
    }
  else if (id == PROP_SESSION)
    sh_tests_page_set_session (SH_TESTS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_tests_page_class_init (ShTestsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = sh_tests_page_map;
  object_class->dispose = sh_tests_page_dispose;
  object_class->get_property = sh_tests_page_get_property;
  object_class->set_property = sh_tests_page_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  properties[PROP_THEME] = sh_follow_theme_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SH_TYPE_CURVE_VIEW);
  g_type_ensure (SH_TYPE_DATA_TABLE);
  g_type_ensure (SH_TYPE_SHORT_TABLE);
  g_type_ensure (SH_TYPE_PROBE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SH_RESOURCE_PREFIX "/ui/tests-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, box);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, complaint);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, probe);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, probe_card);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, curve);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, points);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, results);
  gtk_widget_class_bind_template_child (widget_class, ShTestsPage, source);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "testspage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_tests_page_init (ShTestsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sh_short_table_set_title (SH_SHORT_TABLE (self->results), C_ ("test", "Results of the test"));
  sh_data_table_set_title (SH_DATA_TABLE (self->points), C_ ("test", "Points of the curve"));
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (table_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  fill_chooser (self);
  choose (self, SH_TEST_TIPTOE);
}

GtkWidget *
sh_tests_page_new (void)
{
  return g_object_new (SH_TYPE_TESTS_PAGE, NULL);
}

void
sh_tests_page_set_session (ShTestsPage *self, ShSession *session)
{
  g_return_if_fail (SH_IS_TESTS_PAGE (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
  if (self->probe != NULL)
    g_object_set (self->probe, "session", session, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
