/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-view.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-chart.h"

/* A strip that moves by less than a pixel need not be drawn at the rate of the leg. */
#define DRAW_EVERY_US (G_USEC_PER_SEC / 12)
#define LEAST_HEIGHT 96
#define NATURAL_HEIGHT 150
#define NATURAL_WIDTH 280
/* The axes: every pressure between lying and standing with leaks, every volume of a calf, fits. */
#define PRESSURE_TOP_MMHG 120.0

enum
{
  TRACE_PRESSURE,
  TRACE_VOLUME,
  N_TRACES
};

struct _ShChartView
{
  GtkWidget parent_instance;

  ShSession *session;
  ShThemeId theme;
  GArray *time_s; /* double; the points that are drawn */
  GArray *value[N_TRACES];
  gint64 drawn_us;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_THEME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShChartView, sh_chart_view, GTK_TYPE_WIDGET)

static void
append (ShChartView *self, double time_s, double pressure_mmhg, double volume_ml)
{
  g_array_append_val (self->time_s, time_s);
  g_array_append_val (self->value[TRACE_PRESSURE], pressure_mmhg);
  g_array_append_val (self->value[TRACE_VOLUME], volume_ml);
}

/* Gathers what has to be drawn: for each pixel of time the lowest and the highest pressure, in the
 * order in which they came, so that no peak is lost and no point is drawn that nobody can see. */
static void
gather (ShChartView *self, double from_s, double to_s, int width)
{
  const ShHistory *history = sh_session_get_history (self->session);
  double column_s = (to_s - from_s) / MAX (width, 1);
  guint n = sh_history_length (history);
  guint i = n > 0 ? sh_history_find (history, from_s) : 0;

  g_array_set_size (self->time_s, 0);
  for (int trace = 0; trace < N_TRACES; trace++)
    g_array_set_size (self->value[trace], 0);
  while (i < n)
    {
      const ShFrame *low = sh_history_get (history, i), *high = low, *first, *second;
      double end_s = (floor (low->time_s / column_s) + 1.0) * column_s;

      for (i++; i < n && sh_history_get (history, i)->time_s < end_s; i++)
        {
          const ShFrame *frame = sh_history_get (history, i);
          double mmhg = frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];

          if (mmhg < low->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE])
            low = frame;
          if (mmhg > high->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE])
            high = frame;
        }
      first = low->time_s <= high->time_s ? low : high;
      second = first == low ? high : low;
      append (self, first->time_s, first->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE],
              first->calf_blood_ml);
      if (second != first)
        append (self, second->time_s, second->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE],
                second->calf_blood_ml);
    }
}

/* A range of whole hundreds that holds all volumes drawn. */
static void
volume_range (ShChartView *self, double *low, double *high)
{
  const GArray *values = self->value[TRACE_VOLUME];

  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < values->len; i++)
    {
      *low = MIN (*low, g_array_index (values, double, i));
      *high = MAX (*high, g_array_index (values, double, i));
    }
  *low = values->len > 0 ? floor (*low / 100.0) * 100.0 : 0.0;
  *high = values->len > 0 ? ceil ((*high + 1.0) / 100.0) * 100.0 : 100.0;
}

static double
text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024.0), 1.0, 2.0) : 1.0;
}

static void
draw_chart (ShChartView *self, cairo_t *cr, int width, int height)
{
  const ShTheme *theme = sh_theme (self->theme);
  double to_s = sh_session_get_live_s (self->session);
  ShChartTrace traces[N_TRACES] = {
    [TRACE_PRESSURE] = { .label = C_ ("chart", "Ankle pressure, mmHg"),
                         .low = 0.0,
                         .high = PRESSURE_TOP_MMHG,
                         .color = theme->vein_text },
    [TRACE_VOLUME] = { .label = C_ ("chart", "Blood in the lower leg, mL"),
                       .color = theme->vein_text },
  };
  ShChart chart = { .to_s = to_s,
                    .from_s = to_s - sh_session_get_span (self->session),
                    .traces = traces,
                    .n_traces = N_TRACES,
                    .theme = self->theme,
                    .text_scale = text_scale (GTK_WIDGET (self)) };

  gather (self, chart.from_s, chart.to_s, width);
  for (int i = 0; i < N_TRACES; i++)
    {
      traces[i].time_s = (const double *) (const void *) self->time_s->data;
      traces[i].value = (const double *) (const void *) self->value[i]->data;
      traces[i].n = self->time_s->len;
    }
  volume_range (self, &traces[TRACE_VOLUME].low, &traces[TRACE_VOLUME].high);
  sh_chart_draw (&chart, cr, width, height);
}

static void
sh_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShChartView *self = SH_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->session == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  draw_chart (self, cr, width, height);
  cairo_destroy (cr);
  self->drawn_us = g_get_monotonic_time ();
}

static void
frame_cb (ShChartView *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  if (!sh_session_get_running (session) ||
      g_get_monotonic_time () - self->drawn_us >= DRAW_EVERY_US)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sh_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  double scale = text_scale (widget);

  *minimum =
      orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH / 2 : (int) (LEAST_HEIGHT * scale);
  *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : (int) (NATURAL_HEIGHT * scale);
}

static void
sh_chart_view_dispose (GObject *object)
{
  sh_chart_view_set_session (SH_CHART_VIEW (object), NULL);
  G_OBJECT_CLASS (sh_chart_view_parent_class)->dispose (object);
}

static void
sh_chart_view_finalize (GObject *object)
{
  ShChartView *self = SH_CHART_VIEW (object);

  g_clear_pointer (&self->time_s, g_array_unref);
  for (int i = 0; i < N_TRACES; i++)
    g_clear_pointer (&self->value[i], g_array_unref);
  G_OBJECT_CLASS (sh_chart_view_parent_class)->finalize (object);
}

static void
sh_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShChartView *self = SH_CHART_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_THEME:
      g_value_set_uint (value, self->theme);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShChartView *self = SH_CHART_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      sh_chart_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_THEME:
      self->theme = (ShThemeId) g_value_get_uint (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_chart_view_class_init (ShChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sh_chart_view_dispose;
  object_class->finalize = sh_chart_view_finalize;
  object_class->get_property = sh_chart_view_get_property;
  object_class->set_property = sh_chart_view_set_property;
  widget_class->measure = sh_chart_view_measure;
  widget_class->snapshot = sh_chart_view_snapshot;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SH_TYPE_SESSION, flags);
  properties[PROP_THEME] =
      g_param_spec_uint ("theme", NULL, NULL, 0, SH_N_THEMES - 1, SH_THEME_LIGHT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sh_chart_view_init (ShChartView *self)
{
  self->time_s = g_array_new (FALSE, FALSE, sizeof (double));
  for (int i = 0; i < N_TRACES; i++)
    self->value[i] = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      C_ ("chart", "Ankle pressure and blood in the lower leg over the last minute"), -1);
}

GtkWidget *
sh_chart_view_new (void)
{
  return g_object_new (SH_TYPE_CHART_VIEW, NULL);
}

void
sh_chart_view_set_session (ShChartView *self, ShSession *session)
{
  g_return_if_fail (SH_IS_CHART_VIEW (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
