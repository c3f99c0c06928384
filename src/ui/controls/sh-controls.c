/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-controls.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-activity-slider.h"
#include "sh-cautions.h"
#include "sh-folding.h"
#include "sh-follow.h"
#include "sh-more-controls.h"
#include "sh-numbers.h"
#include "sh-row.h"
#include "sh-slider-row.h"
#include "sh-switch-binding.h"
#include "sh-valve-list.h"

struct _ShControls
{
  GtkWidget parent_instance;

  ShSession *session;
  GBindingGroup *bindings;
  GSignalGroup *signals;
  GtkWidget *box;
  GtkWidget *activity;
  GtkWidget *pace;
  GtkWidget *effort;
  GtkWidget *range;
  GtkWidget *toes;
  GtkWidget *toes_revealer;
  GtkWidget *movement_revealer;
  GtkWidget *leaky;
  GtkWidget *leaky_revealer;
  GtkWidget *place[SH_N_GROUPS]; /* below the groups' names */
  GtkWidget *deep;
  GtkWidget *deep_severity;
  GtkWidget *superficial;
  GtkWidget *superficial_severity;
  GtkWidget *perforator;
  GtkWidget *perforator_severity;
  GtkWidget *valves;
  GtkWidget *inactive;
  GtkWidget *strength;
  GtkWidget *stocking_unit;
  GtkWidget *by_pressure;
  GtkWidget *by_class;
  GtkWidget *caution;
  GtkWidget *more;
  GtkWidget *more_controls; /* NULL until first unfolded */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_STOCKING_BY_CLASS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShControls, sh_controls, GTK_TYPE_WIDGET)

/* The pace slider takes the range and the unit of the activity; its value is set at the same time,
 * so that the old one is never squeezed into the new range. */
static void
follow_activity (ShControls *self)
{
  const ShScenario *scenario = sh_session_get_scenario (self->session);
  const ShActivityInfo *info = sh_activity_info (scenario->activity);
  gboolean moves = scenario->activity != SH_ACTIVITY_REST;

  if (moves)
    gtk_adjustment_configure (sh_slider_row_get_adjustment (SH_SLIDER_ROW (self->pace)),
                              scenario->pace, info->pace_min, info->pace_max, 1.0, 10.0, 0.0);
  g_object_set (self->pace, "unit", sh_slider_unit_of_activity (scenario->activity), "usual-low",
                info->pace_usual_low, "usual-high", info->pace_usual_high, NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->movement_revealer), moves);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->toes_revealer),
                                 scenario->activity == SH_ACTIVITY_CYCLING);
}

/* What stands beside the title: the pressure itself, of which a name says only the range. */
static void
follow_stocking (ShControls *self)
{
  double mmhg = sh_session_get_scenario (self->session)->stocking_mmhg;
  g_autofree char *pressure = sh_stocking_pressure_for_people (mmhg);
  g_autofree char *text = NULL;

  if (mmhg > 0.0)
    /* Translators: the pressure of a stocking, such as "25 mmHg". */
    text = g_strdup_printf (C_ ("control", "%s at the ankle"), pressure);
  else if (gtk_widget_get_visible (self->by_class))
    text = g_strdup (C_ ("control", "class, mmHg at the ankle"));
  else
    text = g_strdup (C_ ("control", "mmHg at the ankle"));
  gtk_label_set_text (GTK_LABEL (self->stocking_unit), text);
}

/* Below a group's name stands where its veins lie, or how many of its valves leak when not all do:
 * its switch is off then, or tells of the others only. */
static void
follow_leaks (ShControls *self)
{
  static const char *const places[SH_N_GROUPS] = {
    [SH_GROUP_DEEP] = NC_ ("control", "Inside the muscles"),
    [SH_GROUP_SUPERFICIAL] = NC_ ("control", "Under the skin"),
    [SH_GROUP_PERFORATOR] = NC_ ("control", "Between deep and surface")
  };
  int valves[SH_N_GROUPS] = { 0 }, leaky[SH_N_GROUPS] = { 0 };

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      ShGroup group = sh_valve_info ((ShValve) i)->group;

      valves[group]++;
      leaky[group] += sh_session_get_valve_leak (self->session, (ShValve) i) > 0.0;
    }
  for (int i = 0; i < SH_N_GROUPS; i++)
    {
      g_autofree char *text = NULL;

      if (leaky[i] > 0 && leaky[i] < valves[i])
        text = g_strdup_printf (C_ ("control", "Leaky valves: %d of %d"), leaky[i], valves[i]);
      gtk_label_set_text (GTK_LABEL (self->place[i]),
                          text != NULL ? text
                                       : g_dpgettext2 (SH_GETTEXT_DOMAIN, "control", places[i]));
    }
}

static void
set_by_class (ShControls *self, gboolean by_class)
{
  gtk_widget_set_visible (self->by_class, by_class);
  gtk_widget_set_visible (self->by_pressure, !by_class);
  if (self->session != NULL)
    follow_stocking (self);
}

/* Only sent on by sliders that show this activity's pace: at rest there is none. */
static void
pace_moved_cb (ShControls *self, GtkAdjustment *adjustment)
{
  if (self->session != NULL &&
      sh_session_get_scenario (self->session)->activity != SH_ACTIVITY_REST)
    g_object_set (self->session, "pace", gtk_adjustment_get_value (adjustment), NULL);
}

static void
bind_both (ShControls *self, const char *from, gpointer target, const char *to)
{
  g_binding_group_bind (self->bindings, from, target, to,
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
bind_slider (ShControls *self, const char *from, GtkWidget *row)
{
  bind_both (self, from, sh_slider_row_get_adjustment (SH_SLIDER_ROW (row)), "value");
}

static void
bind_all (ShControls *self)
{
  bind_both (self, "stop", self->activity, "stop");
  bind_slider (self, "effort", self->effort);
  bind_slider (self, "ankle-range", self->range);
  bind_slider (self, "toe-pointing", self->toes);
  bind_slider (self, "calf-strength", self->strength);
  sh_switch_bind (self->bindings, "leaky", self->leaky);
  sh_switch_bind (self->bindings, "leak-deep", self->deep);
  sh_switch_bind (self->bindings, "leak-superficial", self->superficial);
  sh_switch_bind (self->bindings, "leak-perforator", self->perforator);
  bind_slider (self, "severity-deep", self->deep_severity);
  bind_slider (self, "severity-superficial", self->superficial_severity);
  bind_slider (self, "severity-perforator", self->perforator_severity);
  sh_switch_bind (self->bindings, "inactive", self->inactive);
}

static void
sh_controls_dispose (GObject *object)
{
  ShControls *self = SH_CONTROLS (object);

  sh_controls_set_session (self, NULL);
  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_CONTROLS);
  self->more_controls = NULL;
  G_OBJECT_CLASS (sh_controls_parent_class)->dispose (object);
}

static void
sh_controls_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_CONTROLS (object)->session);
  else if (id == PROP_STOCKING_BY_CLASS)
    g_value_set_boolean (value, gtk_widget_get_visible (SH_CONTROLS (object)->by_class));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_controls_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    sh_controls_set_session (SH_CONTROLS (object), g_value_get_object (value));
  else if (id == PROP_STOCKING_BY_CLASS)
    set_by_class (SH_CONTROLS (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ShControls, box);
  gtk_widget_class_bind_template_child (widget_class, ShControls, activity);
  gtk_widget_class_bind_template_child (widget_class, ShControls, pace);
  gtk_widget_class_bind_template_child (widget_class, ShControls, effort);
  gtk_widget_class_bind_template_child (widget_class, ShControls, range);
  gtk_widget_class_bind_template_child (widget_class, ShControls, toes);
  gtk_widget_class_bind_template_child (widget_class, ShControls, toes_revealer);
  gtk_widget_class_bind_template_child (widget_class, ShControls, movement_revealer);
  gtk_widget_class_bind_template_child (widget_class, ShControls, leaky);
  gtk_widget_class_bind_template_child (widget_class, ShControls, leaky_revealer);
  gtk_widget_class_bind_template_child (widget_class, ShControls, deep);
  gtk_widget_class_bind_template_child_full (widget_class, "deep_more", FALSE,
                                             G_STRUCT_OFFSET (ShControls, place[SH_GROUP_DEEP]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "superficial_more", FALSE,
      G_STRUCT_OFFSET (ShControls, place[SH_GROUP_SUPERFICIAL]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "perforator_more", FALSE,
      G_STRUCT_OFFSET (ShControls, place[SH_GROUP_PERFORATOR]));
  gtk_widget_class_bind_template_child (widget_class, ShControls, deep_severity);
  gtk_widget_class_bind_template_child (widget_class, ShControls, superficial);
  gtk_widget_class_bind_template_child (widget_class, ShControls, superficial_severity);
  gtk_widget_class_bind_template_child (widget_class, ShControls, perforator);
  gtk_widget_class_bind_template_child (widget_class, ShControls, perforator_severity);
  gtk_widget_class_bind_template_child (widget_class, ShControls, valves);
  gtk_widget_class_bind_template_child (widget_class, ShControls, inactive);
  gtk_widget_class_bind_template_child (widget_class, ShControls, strength);
  gtk_widget_class_bind_template_child (widget_class, ShControls, stocking_unit);
  gtk_widget_class_bind_template_child (widget_class, ShControls, by_pressure);
  gtk_widget_class_bind_template_child (widget_class, ShControls, by_class);
  gtk_widget_class_bind_template_child (widget_class, ShControls, caution);
  gtk_widget_class_bind_template_child (widget_class, ShControls, more);
}

static void
sh_controls_class_init (ShControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_controls_dispose;
  object_class->get_property = sh_controls_get_property;
  object_class->set_property = sh_controls_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  properties[PROP_STOCKING_BY_CLASS] = g_param_spec_boolean (
      "stocking-by-class", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SH_TYPE_ACTIVITY_SLIDER);
  g_type_ensure (SH_TYPE_SLIDER_ROW);
  g_type_ensure (SH_TYPE_VALVE_LIST);
  g_type_ensure (SH_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, SH_RESOURCE_PREFIX "/ui/controls.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "controls");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_more (gpointer user_data)
{
  ShControls *self = SH_CONTROLS (user_data);

  self->more_controls = sh_more_controls_new ();
  sh_more_controls_set_session (SH_MORE_CONTROLS (self->more_controls), self->session);
  return self->more_controls;
}

static void
sh_controls_init (ShControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sh_folding_hide_below (self->box);
  sh_folding_make_later (GTK_EXPANDER (self->more), make_more, self);
  gtk_label_set_text (GTK_LABEL (self->caution), sh_caution_stocking ());
  self->bindings = g_binding_group_new ();
  self->signals = g_signal_group_new (SH_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::stop", G_CALLBACK (follow_activity),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::pace", G_CALLBACK (follow_activity),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::stocking", G_CALLBACK (follow_stocking),
                                  self);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (follow_leaks), self);
  g_signal_connect_object (sh_slider_row_get_adjustment (SH_SLIDER_ROW (self->pace)),
                           "value-changed", G_CALLBACK (pace_moved_cb), self, G_CONNECT_SWAPPED);
  bind_all (self);
}

GtkWidget *
sh_controls_new (void)
{
  return g_object_new (SH_TYPE_CONTROLS, NULL);
}

void
sh_controls_set_session (ShControls *self, ShSession *session)
{
  g_return_if_fail (SH_IS_CONTROLS (self));

  if (!g_set_object (&self->session, session))
    return;
  g_binding_group_set_source (self->bindings, session);
  g_signal_group_set_target (self->signals, session);
  if (self->valves != NULL)
    sh_valve_list_set_session (SH_VALVE_LIST (self->valves), session);
  if (self->more_controls != NULL)
    sh_more_controls_set_session (SH_MORE_CONTROLS (self->more_controls), session);
  if (session != NULL)
    {
      follow_activity (self);
      follow_stocking (self);
      follow_leaks (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
