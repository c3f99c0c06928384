/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-pen.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define LINE_WIDTH 4.0
#define RIM_WIDTH 7.0
/* More than this nobody draws in one sitting; the oldest line goes then. */
#define MOST_STROKES 500
#define MOST_POINTS 5000

struct _ShPen
{
  GtkWidget parent_instance;

  GPtrArray *strokes; /* (element-type GArray<graphene_point_t>) */
  GtkGesture *drag;
  gboolean active;
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  PROP_N_STROKES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShPen, sh_pen, GTK_TYPE_WIDGET)

static void
changed (ShPen *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_STROKES]);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ShPen *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  sh_pen_begin (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ShPen *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    sh_pen_draw_to (self, x + dx, y + dy);
}

static void
trace (cairo_t *cr, const GArray *stroke)
{
  const graphene_point_t *points = (const graphene_point_t *) (const void *) stroke->data;

  for (guint i = 0; i < stroke->len; i++)
    cairo_line_to (cr, (double) points[i].x, (double) points[i].y);
  /* A tap leaves a dot. */
  if (stroke->len == 1)
    cairo_line_to (cr, (double) points[0].x + 0.1, (double) points[0].y);
}

/* A white rim keeps the line seen on every ground. */
static void
sh_pen_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShPen *self = SH_PEN (widget);
  cairo_t *cr;

  if (self->strokes->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->strokes->len; i++)
    {
      trace (cr, g_ptr_array_index (self->strokes, i));
      cairo_set_source_rgba (cr, 1.0, 1.0, 1.0, 0.85);
      cairo_set_line_width (cr, RIM_WIDTH);
      cairo_stroke_preserve (cr);
      cairo_set_source_rgb (cr, 0.82, 0.16, 0.10);
      cairo_set_line_width (cr, LINE_WIDTH);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
sh_pen_finalize (GObject *object)
{
  g_ptr_array_unref (SH_PEN (object)->strokes);
  G_OBJECT_CLASS (sh_pen_parent_class)->finalize (object);
}

static void
sh_pen_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_boolean (value, SH_PEN (object)->active);
  else if (id == PROP_N_STROKES)
    g_value_set_uint (value, SH_PEN (object)->strokes->len);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_pen_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    sh_pen_set_active (SH_PEN (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_pen_class_init (ShPenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sh_pen_finalize;
  object_class->get_property = sh_pen_get_property;
  object_class->set_property = sh_pen_set_property;
  GTK_WIDGET_CLASS (klass)->snapshot = sh_pen_snapshot;
  properties[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_N_STROKES] = g_param_spec_uint ("n-strokes", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pen");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
free_stroke (gpointer data)
{
  g_array_unref (data);
}

static void
sh_pen_init (ShPen *self)
{
  self->strokes = g_ptr_array_new_with_free_func (free_stroke);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("pen", "Drawn lines"), -1);
}

GtkWidget *
sh_pen_new (void)
{
  return g_object_new (SH_TYPE_PEN, NULL);
}

void
sh_pen_begin (ShPen *self, double x, double y)
{
  g_return_if_fail (SH_IS_PEN (self));

  if (self->strokes->len == MOST_STROKES)
    g_ptr_array_remove_index (self->strokes, 0);
  g_ptr_array_add (self->strokes, g_array_new (FALSE, FALSE, sizeof (graphene_point_t)));
  sh_pen_draw_to (self, x, y);
}

void
sh_pen_draw_to (ShPen *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  GArray *stroke;

  g_return_if_fail (SH_IS_PEN (self));

  if (self->strokes->len == 0)
    return;
  stroke = g_ptr_array_index (self->strokes, self->strokes->len - 1);
  if (stroke->len < MOST_POINTS)
    g_array_append_val (stroke, point);
  changed (self);
}

void
sh_pen_undo (ShPen *self)
{
  g_return_if_fail (SH_IS_PEN (self));

  if (self->strokes->len == 0)
    return;
  g_ptr_array_set_size (self->strokes, (int) self->strokes->len - 1);
  changed (self);
}

void
sh_pen_clear (ShPen *self)
{
  g_return_if_fail (SH_IS_PEN (self));

  if (self->strokes->len == 0)
    return;
  g_ptr_array_set_size (self->strokes, 0);
  changed (self);
}

guint
sh_pen_get_n_strokes (ShPen *self)
{
  g_return_val_if_fail (SH_IS_PEN (self), 0);

  return self->strokes->len;
}

gboolean
sh_pen_get_active (ShPen *self)
{
  g_return_val_if_fail (SH_IS_PEN (self), FALSE);

  return self->active;
}

void
sh_pen_set_active (ShPen *self, gboolean active)
{
  g_return_if_fail (SH_IS_PEN (self));

  if (self->active == active)
    return;
  self->active = active;
  gtk_widget_set_can_target (GTK_WIDGET (self), active);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), active ? "crosshair" : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
