/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-readouts.h"

#include "sh-config.h"

#include "sh-chart-table.h"
#include "sh-chart-view.h"
#include "sh-follow.h"
#include "sh-numbers.h"
#include "sh-readout.h"

struct _ShReadouts
{
  GtkWidget parent_instance;

  ShSession *session;
  ShUnit unit; /* of pressures in the table */
  GtkWidget *box;
  GtkWidget *pressure;
  GtkWidget *volume;
  GtkWidget *swelling;
  GtkWidget *table_button;
  GtkWidget *stack;
  GtkWidget *chart;
  GtkWidget *table;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShReadouts, sh_readouts, GTK_TYPE_WIDGET)

/* The table holds what the charts held when it was opened: numbers that run away cannot be read. */
static void
table_toggled_cb (ShReadouts *self, GtkToggleButton *button)
{
  gboolean on = gtk_toggle_button_get_active (button);

  if (on)
    sh_chart_table_renew (SH_CHART_TABLE (self->table));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), on ? self->table : self->chart);
}

/* Another unit was chosen in the preferences: the open table is in it, too. */
static void
frame_cb (ShReadouts *self)
{
  ShUnit unit = sh_numbers_get_pressure_unit ();

  if (self->unit == unit)
    return;
  self->unit = unit;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button)))
    sh_chart_table_renew (SH_CHART_TABLE (self->table));
}

static void
sh_readouts_dispose (GObject *object)
{
  ShReadouts *self = SH_READOUTS (object);

  sh_readouts_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_READOUTS);
  G_OBJECT_CLASS (sh_readouts_parent_class)->dispose (object);
}

static void
sh_readouts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_READOUTS (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_readouts_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    sh_readouts_set_session (SH_READOUTS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_readouts_class_init (ShReadoutsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_readouts_dispose;
  object_class->get_property = sh_readouts_get_property;
  object_class->set_property = sh_readouts_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SH_TYPE_CHART_TABLE);
  g_type_ensure (SH_TYPE_CHART_VIEW);
  g_type_ensure (SH_TYPE_READOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SH_RESOURCE_PREFIX "/ui/readouts.ui");
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, box);
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, pressure);
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, volume);
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, swelling);
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, table_button);
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, stack);
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, chart);
  gtk_widget_class_bind_template_child (widget_class, ShReadouts, table);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readouts");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_readouts_init (ShReadouts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (table_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sh_readouts_new (void)
{
  return g_object_new (SH_TYPE_READOUTS, NULL);
}

void
sh_readouts_set_session (ShReadouts *self, ShSession *session)
{
  g_return_if_fail (SH_IS_READOUTS (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  if (self->pressure != NULL)
    {
      g_object_set (self->pressure, "session", session, NULL);
      g_object_set (self->volume, "session", session, NULL);
      g_object_set (self->swelling, "session", session, NULL);
      g_object_set (self->chart, "session", session, NULL);
      g_object_set (self->table, "session", session, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

GtkWidget *
sh_readouts_get_chart (ShReadouts *self)
{
  g_return_val_if_fail (SH_IS_READOUTS (self), NULL);

  return self->chart;
}

void
sh_readouts_mark (ShReadouts *self, ShReadoutMark mark)
{
  GtkWidget *widgets[] = { NULL, self->pressure, self->volume, self->swelling, self->stack };

  g_return_if_fail (SH_IS_READOUTS (self));

  for (gsize i = SH_MARK_PRESSURE; i < G_N_ELEMENTS (widgets); i++)
    if (i == mark)
      gtk_widget_add_css_class (widgets[i], "pointed");
    else
      gtk_widget_remove_css_class (widgets[i], "pointed");
}
