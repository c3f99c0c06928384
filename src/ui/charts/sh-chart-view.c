/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-chart-view.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-chart-data.h"
#include "sh-chart-zoom.h"
#include "sh-chart.h"
#include "sh-first-frame.h"
#include "sh-follow.h"
#include "sh-numbers.h"
#include "sh-stage-canvas.h"

/* A strip that moves by less than a pixel need not be drawn at the rate of the leg. */
#define DRAW_EVERY_US (G_USEC_PER_SEC / 12)
/* Heights at the usual text size: a strip is readable from the first; one strip of the second is
 * wished for, and more where there is room. */
#define STRIP_LEAST 84
#define STRIP_GOOD 104
#define NATURAL_WIDTH 280
/* One notch of the wheel, one press of plus or minus. */
#define ZOOM_STEP 1.25

struct _ShChartView
{
  GtkWidget parent_instance;

  ShSession *session;
  ShThemeId theme;
  guint strips; /* at most so many */
  ShChartData data;
  ShChartZoom zoom;
  double zoomed_from_s; /* what was shown when two fingers came down */
  gint64 drawn_us;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_THEME,
  PROP_STRIPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShChartView, sh_chart_view, GTK_TYPE_WIDGET)

/* As many strips as can be read at this height. */
static gsize
n_strips (ShChartView *self, int height)
{
  double room = height / (STRIP_LEAST * sh_stage_text_scale (GTK_WIDGET (self)));

  return (gsize) CLAMP (floor (room), 1.0, (double) self->strips);
}

/** What drawing and finding a place again both need. */
typedef struct
{
  ShChart chart;
  ShChartTrace traces[SH_N_STRIPS];
  ShChartMark marks[SH_N_PRESSURE_MARKS];
} Picture;

static void
prepare (ShChartView *self, Picture *picture)
{
  double live_s = sh_session_get_live_s (self->session);

  sh_chart_zoom_set_span (&self->zoom, sh_session_get_span (self->session));
  picture->chart =
      (ShChart){ .to_s = live_s - self->zoom.since_end_s,
                 .traces = picture->traces,
                 .n_traces = n_strips (self, gtk_widget_get_height (GTK_WIDGET (self))),
                 .theme = self->theme,
                 .text_scale = sh_stage_text_scale (GTK_WIDGET (self)),
                 .quiet = TRUE,
                 .since_end_s = self->zoom.since_end_s,
                 .cursor = self->zoom.cursor,
                 .cursor_s = live_s - self->zoom.cursor_ago_s,
                 .twin_label = sh_chart_other_label (self->session) };
  picture->chart.from_s = picture->chart.to_s - self->zoom.shown_s;
}

static void
fill_marks (Picture *picture)
{
  for (int i = 0; i < SH_N_PRESSURE_MARKS; i++)
    {
      ShPressureMark mark;

      sh_pressure_mark (i, &mark);
      picture->marks[i] = (ShChartMark){ sh_pressure_for_people (mark.low_mmhg),
                                         sh_pressure_for_people (mark.high_mmhg), mark.label };
    }
  picture->traces[SH_STRIP_PRESSURE].marks = picture->marks;
  picture->traces[SH_STRIP_PRESSURE].n_marks = SH_N_PRESSURE_MARKS;
}

static const double *
numbers (const GArray *array)
{
  return array->len > 0 ? (const double *) (const void *) array->data : NULL;
}

static void
fill_traces (ShChartView *self, Picture *picture)
{
  const ShTheme *theme = sh_theme (self->theme);

  sh_chart_data_gather (&self->data, self->session, picture->chart.from_s, picture->chart.to_s);
  for (int i = 0; i < SH_N_STRIPS; i++)
    {
      ShChartTrace *trace = &picture->traces[i];

      *trace = (ShChartTrace){ .label = sh_strip_label ((ShStrip) i),
                               .time_s = numbers (self->data.time_s),
                               .value = numbers (self->data.value[i]),
                               .twin = numbers (self->data.other[i]),
                               .n = self->data.time_s->len,
                               .fine = i == SH_STRIP_PRESSURE &&
                                       sh_numbers_get_pressure_unit () == SH_UNIT_KPA,
                               .color = theme->vein_text };
      sh_chart_data_range (&self->data, (ShStrip) i, &trace->low, &trace->high);
    }
  fill_marks (picture);
}

static void
draw_chart (ShChartView *self, cairo_t *cr, int width, int height)
{
  Picture picture;

  prepare (self, &picture);
  fill_traces (self, &picture);
  sh_chart_draw (&picture.chart, cr, width, height);
}

/* What the cursor says, in one sentence. */
static void
describe_cursor (ShChartView *self)
{
  ShFrame frame;
  g_autofree char *ago = NULL, *pressure = NULL, *volume = NULL, *flow = NULL, *text = NULL;
  double live_s = sh_session_get_live_s (self->session);

  if (!self->zoom.cursor || !sh_history_at (sh_session_get_history (self->session),
                                            live_s - self->zoom.cursor_ago_s, &frame))
    return;
  ago = sh_quantity_for_people (self->zoom.cursor_ago_s, SH_UNIT_SECONDS, 1);
  pressure = sh_strip_text (SH_STRIP_PRESSURE, sh_strip_value (SH_STRIP_PRESSURE, &frame));
  volume = sh_strip_text (SH_STRIP_VOLUME, sh_strip_value (SH_STRIP_VOLUME, &frame));
  flow = sh_strip_text (SH_STRIP_FLOW, sh_strip_value (SH_STRIP_FLOW, &frame));
  /* Translators: a time, a pressure, a volume and a flow, each with its unit. */
  text = g_strdup_printf (C_ ("chart",
                              "%s ago: ankle pressure %s, blood in the lower leg %s, flow past the "
                              "knee %s."),
                          ago, pressure, volume, flow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
zoom_changed (ShChartView *self)
{
  if (self->session != NULL)
    describe_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How long ago the instant at a place of the widget is. */
static double
ago_at (ShChartView *self, double x)
{
  GtkWidget *widget = GTK_WIDGET (self);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  Picture picture;
  double time_s;

  prepare (self, &picture);
  fill_traces (self, &picture);
  time_s = sh_chart_time_at (&picture.chart, cr, gtk_widget_get_width (widget),
                             gtk_widget_get_height (widget), x);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return sh_session_get_live_s (self->session) - time_s;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, ShChartView *self)
{
  if (self->session == NULL)
    return;
  sh_chart_zoom_set_cursor (&self->zoom, ago_at (self, x));
  zoom_changed (self);
}

/* The pointer takes its cursor away with it; the one set by keys stays while there is focus. */
static void
leave_cb (ShChartView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  self->zoom.cursor = FALSE;
  zoom_changed (self);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, ShChartView *self)
{
  double x, y;

  if (self->session == NULL || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  sh_chart_zoom_set_cursor (&self->zoom, ago_at (self, x + dx));
  zoom_changed (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, ShChartView *self)
{
  double part = 1.0;

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;
  if (self->zoom.cursor)
    part = 1.0 - (self->zoom.cursor_ago_s - self->zoom.since_end_s) / self->zoom.shown_s;
  if (fabs (dx) > fabs (dy))
    sh_chart_zoom_pan (&self->zoom, dx * self->zoom.shown_s / 10.0);
  else
    sh_chart_zoom_by (&self->zoom, pow (ZOOM_STEP, dy), part);
  zoom_changed (self);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, ShChartView *self)
{
  self->zoomed_from_s = self->zoom.shown_s;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, ShChartView *self)
{
  if (scale > 0.0)
    sh_chart_zoom_by (&self->zoom, self->zoomed_from_s / scale / self->zoom.shown_s, 0.5);
  zoom_changed (self);
}

/* Arrows move the cursor, with Shift the piece of time; plus and minus zoom, 0 shows all. */
static gboolean
press_key (ShChartView *self, guint keyval, gboolean shift)
{
  ShChartZoom *zoom = &self->zoom;
  double forward = keyval == GDK_KEY_Right ? 1.0 : -1.0;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (shift)
        sh_chart_zoom_pan (zoom, forward * zoom->shown_s / 10.0);
      else
        sh_chart_zoom_move_cursor (zoom, forward);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      sh_chart_zoom_set_cursor (zoom, keyval == GDK_KEY_Home ? zoom->span_s : 0.0);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      sh_chart_zoom_by (zoom, 1.0 / ZOOM_STEP, 1.0);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      sh_chart_zoom_by (zoom, ZOOM_STEP, 1.0);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      sh_chart_zoom_init (zoom, zoom->span_s);
      return TRUE;
    case GDK_KEY_Escape:
      if (!zoom->cursor)
        return FALSE;
      zoom->cursor = FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ShChartView *self)
{
  if (self->session == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      !press_key (self, keyval, (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  zoom_changed (self);
  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureDrag *drag, double x, double y, ShChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  drag_update_cb (drag, 0.0, 0.0, self);
}

static void
add_controllers (ShChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (pressed_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
sh_chart_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sh_chart_view_parent_class)->map (widget);
  if (!sh_first_frame_is_past (widget))
    sh_first_frame_then (widget, gtk_widget_queue_draw);
}

static void
sh_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShChartView *self = SH_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->session == NULL || width <= 0 || height <= 0 || !sh_first_frame_is_past (widget))
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
  double scale = sh_stage_text_scale (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NATURAL_WIDTH / 2;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = (int) (STRIP_LEAST * scale);
  *natural = (int) (STRIP_GOOD * scale);
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

  sh_chart_data_clear (&self->data);
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
    case PROP_STRIPS:
      g_value_set_uint (value, self->strips);
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
    case PROP_STRIPS:
      self->strips = g_value_get_uint (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
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
  widget_class->map = sh_chart_view_map;
  widget_class->snapshot = sh_chart_view_snapshot;
  properties[PROP_SESSION] = sh_follow_session_property ();
  properties[PROP_THEME] = sh_follow_theme_property ();
  properties[PROP_STRIPS] =
      g_param_spec_uint ("strips", NULL, NULL, 1, SH_N_STRIPS, SH_N_STRIPS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sh_chart_view_init (ShChartView *self)
{
  self->strips = SH_N_STRIPS;
  sh_chart_data_init (&self->data);
  sh_chart_zoom_init (&self->zoom, 60.0);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      C_ ("chart", "Strip chart of ankle pressure, blood in the lower leg and flow. Arrows move "
                   "the cursor, plus and minus zoom."),
      -1);
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

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
