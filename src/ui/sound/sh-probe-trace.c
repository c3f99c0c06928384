/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-probe-trace.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-chart.h"
#include "sh-follow.h"
#include "sh-stage-canvas.h"

#define LEAST_HEIGHT 96
#define NATURAL_HEIGHT 120
/* The piece of time that is shown, and how often it is drawn. */
#define SHOWN_S 10.0
#define DRAW_EVERY_US (G_USEC_PER_SEC / 12)
/* The axis ends at a multiple of this on either side. */
#define LEAST_CM_S 20.0
#define NATURAL_WIDTH 280

struct _ShProbeTrace
{
  GtkWidget parent_instance;

  ShSession *session;
  GArray *time_s;
  GArray *speed_cm_s;
  gint64 drawn_us;
  ShThemeId theme;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_THEME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShProbeTrace, sh_probe_trace, GTK_TYPE_WIDGET)

static void
gather (ShProbeTrace *self, guint vein, double from_s)
{
  const ShHistory *history = sh_session_get_history (self->session);
  guint n = sh_history_length (history);

  g_array_set_size (self->time_s, 0);
  g_array_set_size (self->speed_cm_s, 0);
  for (guint i = n > 0 ? sh_history_find (history, from_s) : 0; i < n; i++)
    {
      const ShFrame *frame = sh_history_get (history, i);

      g_array_append_val (self->time_s, frame->time_s);
      g_array_append_val (self->speed_cm_s, frame->velocity_cm_s[vein]);
    }
}

static void
draw (ShProbeTrace *self, cairo_t *cr, int width, int height)
{
  double live_s = sh_session_get_live_s (self->session);
  double shown_s = SHOWN_S * sh_session_get_span (self->session) / 60.0;
  double most = LEAST_CM_S;
  guint vein;
  ShChartTrace trace = { .label = C_ ("chart", "Blood speed, cm/s") };
  ShChart chart = { .from_s = live_s - shown_s,
                    .to_s = live_s,
                    .traces = &trace,
                    .n_traces = 1,
                    .theme = self->theme,
                    .text_scale = sh_stage_text_scale (GTK_WIDGET (self)) };

  g_object_get (self->session, "probe", &vein, NULL);
  gather (self, vein, chart.from_s);
  for (guint i = 0; i < self->speed_cm_s->len; i++)
    most = MAX (most, fabs (g_array_index (self->speed_cm_s, double, i)));
  trace.time_s = (const double *) (const void *) self->time_s->data;
  trace.value = (const double *) (const void *) self->speed_cm_s->data;
  trace.n = self->time_s->len;
  trace.high = ceil (most / LEAST_CM_S) * LEAST_CM_S;
  trace.low = -trace.high;
  trace.color = sh_theme (self->theme)->vein_text;
  sh_chart_draw (&chart, cr, width, height);
}

static void
sh_probe_trace_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShProbeTrace *self = SH_PROBE_TRACE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->session == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  draw (self, cr, width, height);
  cairo_destroy (cr);
  self->drawn_us = g_get_monotonic_time ();
}

static void
frame_cb (ShProbeTrace *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  if (!sh_session_get_running (session) ||
      g_get_monotonic_time () - self->drawn_us >= DRAW_EVERY_US)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_session (ShProbeTrace *self, ShSession *session)
{
  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::probe", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
sh_probe_trace_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  double scale = sh_stage_text_scale (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? NATURAL_WIDTH / 2 : (int) (LEAST_HEIGHT * scale);
  *natural = across ? NATURAL_WIDTH : (int) (NATURAL_HEIGHT * scale);
}

static void
sh_probe_trace_dispose (GObject *object)
{
  set_session (SH_PROBE_TRACE (object), NULL);
  g_clear_pointer (&SH_PROBE_TRACE (object)->time_s, g_array_unref);
  g_clear_pointer (&SH_PROBE_TRACE (object)->speed_cm_s, g_array_unref);
  G_OBJECT_CLASS (sh_probe_trace_parent_class)->dispose (object);
}

static void
sh_probe_trace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_PROBE_TRACE (object)->session);
  else if (id == PROP_THEME)
    g_value_set_uint (value, SH_PROBE_TRACE (object)->theme);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_probe_trace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    {
      set_session (SH_PROBE_TRACE (object), g_value_get_object (value));
      return;
    }
  if (id != PROP_THEME)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  SH_PROBE_TRACE (object)->theme = (ShThemeId) g_value_get_uint (value);
  gtk_widget_queue_draw (GTK_WIDGET (object));
}

static void
sh_probe_trace_class_init (ShProbeTraceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_probe_trace_dispose;
  object_class->get_property = sh_probe_trace_get_property;
  object_class->set_property = sh_probe_trace_set_property;
  widget_class->measure = sh_probe_trace_measure;
  widget_class->snapshot = sh_probe_trace_snapshot;
  properties[PROP_THEME] = sh_follow_theme_property ();
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "probetrace");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sh_probe_trace_init (ShProbeTrace *self)
{
  self->time_s = g_array_new (FALSE, FALSE, sizeof (double));
  self->speed_cm_s = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("chart", "Speed of the blood under the probe"), -1);
}

GtkWidget *
sh_probe_trace_new (void)
{
  return g_object_new (SH_TYPE_PROBE_TRACE, NULL);
}
