/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-curve-pad.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define HEIGHT 150
#define LEAST_WIDTH 200
#define PADDING 10.0f
/* One press of an arrow key, in parts of the height. */
#define KEY_STEP 0.05

struct _ShCurvePad
{
  GtkWidget parent_instance;

  ShLessonMeasureInfo info;
  ShLessonMeasure measure;
  double values[SH_CURVE_PAD_N];
  const ShLessonRun *run; /* unowned */
  double last_x;
  double last_y;
  int cursor; /* of the keyboard */
};

enum
{
  SIGNAL_DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShCurvePad, sh_curve_pad, GTK_TYPE_WIDGET)

/* How high a line of the labels is. */
static float
label_height (ShCurvePad *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), " ");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return (float) height;
}

/* Where the axes lie: between the two labels. */
static graphene_rect_t
plot_of (ShCurvePad *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float label = label_height (self);

  return GRAPHENE_RECT_INIT (PADDING, PADDING + label,
                             (float) gtk_widget_get_width (widget) - 2.0f * PADDING,
                             (float) gtk_widget_get_height (widget) - 2.0f * (PADDING + label));
}

static double
value_at (ShCurvePad *self, double y)
{
  return self->info.low + CLAMP (y, 0.0, 1.0) * (self->info.high - self->info.low);
}

static void
drawn (ShCurvePad *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

void
sh_curve_pad_draw (ShCurvePad *self, double x0, double y0, double x1, double y1)
{
  int from = (int) lround (CLAMP (x0, 0.0, 1.0) * (SH_CURVE_PAD_N - 1));
  int to = (int) lround (CLAMP (x1, 0.0, 1.0) * (SH_CURVE_PAD_N - 1));
  int step = to >= from ? 1 : -1;

  g_return_if_fail (SH_IS_CURVE_PAD (self));

  for (int i = from;; i += step)
    {
      double part = to == from ? 1.0 : (double) (i - from) / (to - from);

      self->values[i] = value_at (self, y0 + part * (y1 - y0));
      if (i == to)
        break;
    }
  drawn (self);
}

static void
place_of (ShCurvePad *self, double x, double y, double *px, double *py)
{
  graphene_rect_t plot = plot_of (self);

  *px = (x - (double) plot.origin.x) / MAX ((double) plot.size.width, 1.0);
  *py = 1.0 - (y - (double) plot.origin.y) / MAX ((double) plot.size.height, 1.0);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ShCurvePad *self)
{
  if (self->run != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  place_of (self, x, y, &self->last_x, &self->last_y);
  sh_curve_pad_draw (self, self->last_x, self->last_y, self->last_x, self->last_y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ShCurvePad *self)
{
  double x, y, px, py;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  place_of (self, x + dx, y + dy, &px, &py);
  sh_curve_pad_draw (self, self->last_x, self->last_y, px, py);
  self->last_x = px;
  self->last_y = py;
}

/* Up and down move the rest of the line, so that a whole one is drawn with few keys. */
static void
raise_rest (ShCurvePad *self, double by)
{
  double range = self->info.high - self->info.low;
  double value = self->values[self->cursor];

  value = isnan (value) ? self->info.low + range / 2.0 : value + by * range;
  value = CLAMP (value, self->info.low, self->info.high);
  for (int i = self->cursor; i < SH_CURVE_PAD_N; i++)
    self->values[i] = value;
  drawn (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ShCurvePad *self)
{
  if (self->run != NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    self->cursor = CLAMP (self->cursor + (keyval == GDK_KEY_Right ? 6 : -6), 0, SH_CURVE_PAD_N - 1);
  else if (keyval == GDK_KEY_Up)
    raise_rest (self, KEY_STEP);
  else if (keyval == GDK_KEY_Down)
    raise_rest (self, -KEY_STEP);
  else
    return GDK_EVENT_PROPAGATE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static double
y_of (ShCurvePad *self, const graphene_rect_t *plot, double value)
{
  double part = (value - self->info.low) / (self->info.high - self->info.low);

  return (double) plot->origin.y + (double) plot->size.height * (1.0 - CLAMP (part, 0.0, 1.0));
}

static void
stroke_values (
    ShCurvePad *self, cairo_t *cr, const graphene_rect_t *plot, const double *values, int n)
{
  gboolean down = FALSE;

  for (int i = 0; i < n; i++)
    {
      double x = (double) plot->origin.x + (double) plot->size.width * i / MAX (n - 1, 1);

      if (isnan (values[i]))
        down = FALSE;
      else if (down)
        cairo_line_to (cr, x, y_of (self, plot, values[i]));
      else
        {
          cairo_move_to (cr, x, y_of (self, plot, values[i]));
          down = TRUE;
        }
    }
  cairo_stroke (cr);
}

static void
set_ink (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue,
                         alpha);
}

static void
draw_axes (cairo_t *cr, const graphene_rect_t *plot, const GdkRGBA *color)
{
  set_ink (cr, color, 0.18);
  cairo_set_line_width (cr, 1.0);
  for (int i = 0; i <= 4; i++)
    {
      cairo_move_to (cr, (double) plot->origin.x,
                     (double) plot->origin.y + (double) plot->size.height * i / 4.0);
      cairo_rel_line_to (cr, (double) plot->size.width, 0.0);
    }
  cairo_stroke (cr);
  set_ink (cr, color, 0.8);
  cairo_move_to (cr, (double) plot->origin.x, (double) plot->origin.y);
  cairo_rel_line_to (cr, 0.0, (double) plot->size.height);
  cairo_rel_line_to (cr, (double) plot->size.width, 0.0);
  cairo_stroke (cr);
}

static void
write_label (
    ShCurvePad *self, GtkSnapshot *snapshot, const char *text, double y, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
sh_curve_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShCurvePad *self = SH_CURVE_PAD (widget);
  graphene_rect_t plot = plot_of (self);
  GdkRGBA color;
  cairo_t *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  write_label (self, snapshot, self->info.label, 2.0, &color);
  write_label (self, snapshot, C_ ("curve", "Time"),
               (double) ((float) gtk_widget_get_height (widget) - label_height (self) - 3.0f),
               &color);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));
  draw_axes (cr, &plot, &color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.5);
  set_ink (cr, &color, 0.9);
  if (self->run != NULL)
    stroke_values (self, cr, &plot, self->run->value[self->measure], self->run->n);
  cairo_set_line_width (cr, 3.0);
  cairo_set_source_rgb (cr, 0.82, 0.30, 0.10);
  stroke_values (self, cr, &plot, self->values, SH_CURVE_PAD_N);
  cairo_destroy (cr);
}

static void
sh_curve_pad_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT;
}

static void
sh_curve_pad_class_init (ShCurvePadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sh_curve_pad_snapshot;
  widget_class->measure = sh_curve_pad_measure;
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "curvepad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_curve_pad_init (ShCurvePad *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      C_ ("curve", "Your line: left and right walk along it, up and down raise and lower it"), -1);
  sh_curve_pad_set_measure (self, SH_LESSON_ANKLE_PRESSURE);
}

GtkWidget *
sh_curve_pad_new (void)
{
  return g_object_new (SH_TYPE_CURVE_PAD, NULL);
}

void
sh_curve_pad_set_measure (ShCurvePad *self, ShLessonMeasure measure)
{
  g_return_if_fail (SH_IS_CURVE_PAD (self));

  self->measure = measure;
  self->run = NULL;
  self->cursor = 0;
  sh_lesson_measure_info (measure, &self->info);
  for (int i = 0; i < SH_CURVE_PAD_N; i++)
    self->values[i] = (double) NAN;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sh_curve_pad_set_run (ShCurvePad *self, const ShLessonRun *run)
{
  g_return_if_fail (SH_IS_CURVE_PAD (self));

  self->run = run;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const double *
sh_curve_pad_get_values (ShCurvePad *self)
{
  g_return_val_if_fail (SH_IS_CURVE_PAD (self), NULL);

  return self->values;
}

gboolean
sh_curve_pad_is_drawn (ShCurvePad *self)
{
  int n = 0;

  g_return_val_if_fail (SH_IS_CURVE_PAD (self), FALSE);

  for (int i = 0; i < SH_CURVE_PAD_N; i++)
    n += !isnan (self->values[i]);
  return n * 2 >= SH_CURVE_PAD_N;
}
