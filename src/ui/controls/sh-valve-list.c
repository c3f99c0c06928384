/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-valve-list.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-folding.h"
#include "sh-follow.h"
#include "sh-names.h"
#include "sh-slider-row.h"

struct _ShValveList
{
  GtkWidget parent_instance;

  ShSession *session;
  GtkWidget *expander;
  GtkWidget *rows;                  /* NULL until first unfolded */
  GtkAdjustment *leak[SH_N_VALVES]; /* (transfer none): of the rows */
  gboolean following;               /* the session moves the sliders, not the user */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShValveList, sh_valve_list, GTK_TYPE_WIDGET)

static void
follow (ShValveList *self)
{
  if (self->rows == NULL || self->session == NULL)
    return;
  self->following = TRUE;
  for (int i = 0; i < SH_N_VALVES; i++)
    gtk_adjustment_set_value (self->leak[i],
                              sh_session_get_valve_leak (self->session, (ShValve) i));
  self->following = FALSE;
}

static void
leak_moved_cb (ShValveList *self, GtkAdjustment *adjustment)
{
  if (self->following || self->session == NULL)
    return;
  for (int i = 0; i < SH_N_VALVES; i++)
    if (self->leak[i] == adjustment)
      sh_session_set_valve_leak (self->session, (ShValve) i, gtk_adjustment_get_value (adjustment));
}

static void
add_row (ShValveList *self, ShValve valve)
{
  GtkWidget *row = sh_slider_row_new ();

  g_object_set (row, "title", sh_valve_label (valve), NULL);
  self->leak[valve] = sh_slider_row_get_adjustment (SH_SLIDER_ROW (row));
  g_signal_connect_object (self->leak[valve], "value-changed", G_CALLBACK (leak_moved_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static GtkWidget *
make_rows (gpointer user_data)
{
  ShValveList *self = SH_VALVE_LIST (user_data);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (int i = 0; i < SH_N_VALVES; i++)
    add_row (self, (ShValve) i);
  follow (self);
  return self->rows;
}

static void
sh_valve_list_dispose (GObject *object)
{
  ShValveList *self = SH_VALVE_LIST (object);

  sh_valve_list_set_session (self, NULL);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  self->rows = NULL;
  G_OBJECT_CLASS (sh_valve_list_parent_class)->dispose (object);
}

static void
sh_valve_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_VALVE_LIST (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_valve_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    sh_valve_list_set_session (SH_VALVE_LIST (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_valve_list_class_init (ShValveListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_valve_list_dispose;
  object_class->get_property = sh_valve_list_get_property;
  object_class->set_property = sh_valve_list_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "valvelist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_valve_list_init (ShValveList *self)
{
  self->expander = gtk_expander_new (C_ ("control", "Each valve"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("control", "Each valve"), -1);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  sh_folding_make_later (GTK_EXPANDER (self->expander), make_rows, self);
}

GtkWidget *
sh_valve_list_new (void)
{
  return g_object_new (SH_TYPE_VALVE_LIST, NULL);
}

void
sh_valve_list_set_session (ShValveList *self, ShSession *session)
{
  g_return_if_fail (SH_IS_VALVE_LIST (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
