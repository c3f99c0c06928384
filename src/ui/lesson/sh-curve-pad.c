/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-curve-pad.h"

#include <math.h>

#include "sh-answer-axes.h"
#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 200
/* In rows of text: the pad grows with the letters. */
#define HEIGHT_ROWS 10
/* The numbers at the axes are this part of a row's height. */
#define LETTER_PART 0.6
/* One press of an arrow key, in parts of the height. */
#define KEY_STEP 0.05
/* The same along the time, in values. */
#define KEY_WALK 6

struct _ShCurvePad
{
  GtkWidget parent_instance;

  ShLessonMeasureInfo info;
  ShLessonMeasure measure;
  double duration_s;
  double values[SH_CURVE_PAD_N];
  const ShLessonRun *run; /* unowned */
  double last_x;
  double last_y;
  int cursor;      /* of the keyboard */
  gboolean closed; /* the line was handed in */
  gboolean keyed;  /* the keyboard was used, so that its place is shown */
};

enum
{
  SIGNAL_DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShCurvePad, sh_curve_pad, GTK_TYPE_WIDGET)

/* How high a row of text is, in pixels. */
static int
row_height (ShCurvePad *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), " ");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static ShAnswerAxes
axes_of (ShCurvePad *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return (ShAnswerAxes){
    .measure = self->measure,
    .duration_s = self->duration_s,
    .rect = { 0.0, 0.0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) },
    .size = LETTER_PART * row_height (self),
    .ink = { (double) color.red, (double) color.green, (double) color.blue },
  };
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
  const ShAnswerAxes axes = axes_of (self);
  cairo_rectangle_t plot;

  sh_answer_axes_plot (&axes, &plot);
  *px = (x - plot.x) / plot.width;
  *py = 1.0 - (y - plot.y) / plot.height;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ShCurvePad *self)
{
  if (self->closed)
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

/* What the keyboard's place is, for those who hear it. */
static void
tell_place (ShCurvePad *self)
{
  double at_s = self->duration_s * self->cursor / (SH_CURVE_PAD_N - 1);
  g_autofree char *time = sh_quantity_for_people (at_s, SH_UNIT_SECONDS, 0);
  g_autofree char *value =
      sh_quantity_for_people (self->values[self->cursor], self->info.unit, self->info.decimals);
  /* Translators: a time, such as "12 s", and the value that was drawn there, such as "40 mmHg". */
  g_autofree char *text = g_strdup_printf (C_ ("curve", "At %1$s: %2$s"), time, value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

gboolean
sh_curve_pad_key (ShCurvePad *self, guint keyval)
{
  g_return_val_if_fail (SH_IS_CURVE_PAD (self), FALSE);

  if (self->closed)
    return FALSE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    self->cursor = CLAMP (self->cursor + (keyval == GDK_KEY_Right ? KEY_WALK : -KEY_WALK), 0,
                          SH_CURVE_PAD_N - 1);
  else if (keyval == GDK_KEY_Up)
    raise_rest (self, KEY_STEP);
  else if (keyval == GDK_KEY_Down)
    raise_rest (self, -KEY_STEP);
  else
    return FALSE;
  self->keyed = TRUE;
  tell_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ShCurvePad *self)
{
  return sh_curve_pad_key (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Where the keyboard stands: a thin line over the whole height, and a dot at the line's value. */
static void
draw_cursor (ShCurvePad *self, cairo_t *cr, const ShAnswerAxes *axes)
{
  double part = (double) self->cursor / (SH_CURVE_PAD_N - 1);
  double value = self->values[self->cursor];
  double x, top, bottom, y;

  sh_answer_axes_place (axes, part, self->info.high, &x, &top);
  sh_answer_axes_place (axes, part, self->info.low, &x, &bottom);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  if (isnan (value))
    value = (self->info.low + self->info.high) / 2.0;
  sh_answer_axes_place (axes, part, value, &x, &y);
  cairo_arc (cr, x, y, 5.0, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
}

static void
sh_curve_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShCurvePad *self = SH_CURVE_PAD (widget);
  const ShAnswerAxes axes = axes_of (self);
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) axes.rect.width,
                                                                (float) axes.rect.height));

  sh_answer_axes_draw (&axes, cr);
  if (self->run != NULL)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_set_source_rgba (cr, axes.ink.r, axes.ink.g, axes.ink.b, 0.9);
      sh_answer_axes_stroke (&axes, cr, self->run->value[self->measure], self->run->n);
    }
  cairo_set_line_width (cr, 3.0);
  cairo_set_source_rgb (cr, 0.82, 0.30, 0.10);
  sh_answer_axes_stroke (&axes, cr, self->values, SH_CURVE_PAD_N);
  if (self->keyed && !self->closed)
    draw_cursor (self, cr, &axes);
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
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? LEAST_WIDTH
                            : HEIGHT_ROWS * row_height (SH_CURVE_PAD (widget));
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
  sh_curve_pad_begin (self, SH_LESSON_ANKLE_PRESSURE, 60.0);
}

GtkWidget *
sh_curve_pad_new (void)
{
  return g_object_new (SH_TYPE_CURVE_PAD, NULL);
}

void
sh_curve_pad_begin (ShCurvePad *self, ShLessonMeasure measure, double duration_s)
{
  g_return_if_fail (SH_IS_CURVE_PAD (self));
  g_return_if_fail (duration_s > 0.0);

  self->measure = measure;
  self->duration_s = duration_s;
  self->run = NULL;
  self->cursor = 0;
  self->keyed = FALSE;
  self->closed = FALSE;
  sh_lesson_measure_info (measure, &self->info);
  for (int i = 0; i < SH_CURVE_PAD_N; i++)
    self->values[i] = (double) NAN;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sh_curve_pad_close (ShCurvePad *self)
{
  g_return_if_fail (SH_IS_CURVE_PAD (self));

  self->closed = TRUE;
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
