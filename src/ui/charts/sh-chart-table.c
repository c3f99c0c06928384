/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-table.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-chart-data.h"
#include "sh-data-table.h"
#include "sh-follow.h"
#include "sh-numbers.h"

/* Rows of a full table. */
#define ROWS 60
/* A span as long as this is counted in minutes. */
#define MINUTES_FROM_S 300.0

struct _ShChartTable
{
  GtkWidget parent_instance;

  ShSession *session;
  GtkWidget *table;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShChartTable, sh_chart_table, GTK_TYPE_WIDGET)

static const char *
other_title (void)
{
  return sh_pressure_words ("chart", NC_ ("chart", "Ankle pressure of the other leg, mmHg"),
                            NC_ ("chart", "Ankle pressure of the other leg, kPa"));
}

static void
set_columns (ShChartTable *self, gboolean other)
{
  const char *titles[] = { C_ ("chart", "When"),
                           sh_strip_label (SH_STRIP_PRESSURE),
                           sh_strip_label (SH_STRIP_VOLUME),
                           sh_strip_label (SH_STRIP_FLOW),
                           other ? other_title () : NULL,
                           NULL };

  sh_data_table_set_columns (SH_DATA_TABLE (self->table), titles);
}

static char *
ago_text (double ago_s, double span_s)
{
  if (ago_s < 1e-6)
    return g_strdup (C_ ("chart", "now"));
  if (span_s >= MINUTES_FROM_S)
    return g_strdup_printf (C_ ("chart", "%d min ago"), (int) (ago_s / 60.0 + 0.5));
  return g_strdup_printf (C_ ("chart", "%d s ago"), (int) (ago_s + 0.5));
}

static void
add_row (ShChartTable *self, double ago_s, const ShFrame *frame, const ShFrame *other)
{
  g_autofree char *ago = ago_text (ago_s, sh_session_get_span (self->session));
  g_autofree char *other_text = NULL;
  char *cells[] = { ago, NULL, NULL, NULL, NULL, NULL };

  for (int i = 0; i < SH_N_STRIPS; i++)
    cells[i + 1] = sh_strip_number ((ShStrip) i, sh_strip_value ((ShStrip) i, frame));
  if (other != NULL)
    cells[SH_N_STRIPS + 1] = other_text =
        sh_strip_number (SH_STRIP_PRESSURE, sh_strip_value (SH_STRIP_PRESSURE, other));
  sh_data_table_add_row (SH_DATA_TABLE (self->table), (const char *const *) cells);
  for (int i = 0; i < SH_N_STRIPS; i++)
    g_free (cells[i + 1]);
}

void
sh_chart_table_renew (ShChartTable *self)
{
  const ShHistory *history, *others;
  double live_s, span_s;

  g_return_if_fail (SH_IS_CHART_TABLE (self));

  if (self->session == NULL)
    return;
  history = sh_session_get_history (self->session);
  others = sh_session_get_other_history (self->session);
  live_s = sh_session_get_live_s (self->session);
  span_s = sh_session_get_span (self->session);
  set_columns (self, others != NULL);
  for (int i = 0; i <= ROWS; i++)
    {
      double ago_s = i * span_s / ROWS;
      ShFrame frame, other;

      if (live_s - ago_s < sh_history_get (history, 0)->time_s ||
          !sh_history_at (history, live_s - ago_s, &frame))
        break;
      add_row (self, ago_s, &frame,
               others != NULL && sh_history_at (others, live_s - ago_s, &other) ? &other : NULL);
    }
}

static void
sh_chart_table_dispose (GObject *object)
{
  ShChartTable *self = SH_CHART_TABLE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->table, gtk_widget_unparent);
  G_OBJECT_CLASS (sh_chart_table_parent_class)->dispose (object);
}

static void
sh_chart_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_CHART_TABLE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_chart_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_set_object (&SH_CHART_TABLE (object)->session, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_chart_table_class_init (ShChartTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_chart_table_dispose;
  object_class->get_property = sh_chart_table_get_property;
  object_class->set_property = sh_chart_table_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "charttable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_chart_table_init (ShChartTable *self)
{
  self->table = sh_data_table_new ();
  sh_data_table_set_title (SH_DATA_TABLE (self->table),
                           C_ ("chart", "Values of the strip charts, newest first"));
  gtk_widget_set_parent (self->table, GTK_WIDGET (self));
}

GtkWidget *
sh_chart_table_new (void)
{
  return g_object_new (SH_TYPE_CHART_TABLE, NULL);
}
