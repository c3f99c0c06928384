/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-activity-slider.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-names.h"
#include "sh-row.h"
#include "sh-slider-row.h"

struct _ShActivitySlider
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *large_icon;
  GtkWidget *name;
  GtkWidget *scale;
  GtkWidget *icon[SH_N_STOPS];
  GtkAdjustment *adjustment;
  int stop;
};

enum
{
  PROP_0,
  PROP_STOP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShActivitySlider, sh_activity_slider, GTK_TYPE_WIDGET)

static void
show_stop (ShActivitySlider *self)
{
  const char *name = sh_stop_label (self->stop);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->large_icon), sh_stop (self->stop)->icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  name, -1);
  for (int i = 0; i < SH_N_STOPS; i++)
    if (i == self->stop)
      gtk_widget_add_css_class (self->icon[i], "chosen");
    else
      gtk_widget_remove_css_class (self->icon[i], "chosen");
}

static void
set_stop (ShActivitySlider *self, int stop)
{
  if (stop == self->stop)
    return;
  self->stop = stop;
  gtk_adjustment_set_value (self->adjustment, stop);
  show_stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STOP]);
}

static void
value_changed_cb (ShActivitySlider *self, GtkAdjustment *adjustment)
{
  set_stop (self, (int) lround (gtk_adjustment_get_value (adjustment)));
}

/* Dragging moves from stop to stop instead of sliding between them. */
static gboolean
change_value_cb (ShActivitySlider *self, GtkScrollType scroll, double value, GtkRange *range)
{
  gtk_adjustment_set_value (self->adjustment, CLAMP (round (value), 0.0, SH_N_STOPS - 1.0));
  return TRUE;
}

static void
icon_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ShActivitySlider *self)
{
  GtkWidget *icon = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  for (int i = 0; i < SH_N_STOPS; i++)
    if (self->icon[i] == icon)
      set_stop (self, i);
}

static int
height_of (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
width_of (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
sh_activity_slider_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  ShActivitySlider *self = SH_ACTIVITY_SLIDER (widget);
  int icons = width_of (self->icon[0]);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (width_of (self->header), SH_N_STOPS * icons);
  else
    *minimum = *natural = height_of (self->header, for_size) + height_of (self->scale, for_size) +
                          height_of (self->icon[0], icons);
}

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, width, height }, -1);
}

/* The slider is as wide as its knob's way from the middle of the first pictogram to the middle of
 * the last, so that the knob stands above the pictogram it means. */
static void
sh_activity_slider_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShActivitySlider *self = SH_ACTIVITY_SLIDER (widget);
  int header = height_of (self->header, width);
  int scale = height_of (self->scale, width);
  int icon = height_of (self->icon[0], -1);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  place (self->header, 0, 0, width, header);
  place (self->scale, 0, header, width, scale);
  for (int i = 0; i < SH_N_STOPS; i++)
    {
      int n = from_right ? SH_N_STOPS - 1 - i : i;
      int left = n * width / SH_N_STOPS;

      place (self->icon[i], left, header + scale, (n + 1) * width / SH_N_STOPS - left, icon);
    }
}

static void
sh_activity_slider_dispose (GObject *object)
{
  ShActivitySlider *self = SH_ACTIVITY_SLIDER (object);

  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  for (int i = 0; i < SH_N_STOPS; i++)
    g_clear_pointer (&self->icon[i], gtk_widget_unparent);
  G_OBJECT_CLASS (sh_activity_slider_parent_class)->dispose (object);
}

static void
sh_activity_slider_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STOP)
    g_value_set_int (value, SH_ACTIVITY_SLIDER (object)->stop);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_activity_slider_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STOP)
    set_stop (SH_ACTIVITY_SLIDER (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_activity_slider_class_init (ShActivitySliderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_activity_slider_dispose;
  object_class->get_property = sh_activity_slider_get_property;
  object_class->set_property = sh_activity_slider_set_property;
  widget_class->measure = sh_activity_slider_measure;
  widget_class->size_allocate = sh_activity_slider_size_allocate;

  properties[PROP_STOP] =
      g_param_spec_int ("stop", NULL, NULL, 0, SH_N_STOPS - 1, 0,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "activityslider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_header (ShActivitySlider *self)
{
  self->header = sh_row_new (12);
  self->large_icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->large_icon, "accent");
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "title");
  sh_row_append (SH_ROW (self->header), self->large_icon);
  sh_row_append (SH_ROW (self->header), self->name);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
}

static void
make_scale (ShActivitySlider *self)
{
  self->adjustment =
      g_object_ref_sink (gtk_adjustment_new (0.0, 0.0, SH_N_STOPS - 1.0, 1.0, 3.0, 0.0));
  self->scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);
  sh_scale_leave_wheel (self->scale);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_scale_set_has_origin (GTK_SCALE (self->scale), FALSE);
  gtk_widget_add_css_class (self->scale, "stops");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("control", "Activity"), -1);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale, "change-value", G_CALLBACK (change_value_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
make_icon (ShActivitySlider *self, int i)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->icon[i] = gtk_image_new_from_icon_name (sh_stop (i)->icon);
  gtk_widget_add_css_class (self->icon[i], "stop");
  gtk_widget_set_tooltip_text (self->icon[i], sh_stop_label (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sh_stop_label (i), -1);
  g_signal_connect (click, "pressed", G_CALLBACK (icon_pressed_cb), self);
  gtk_widget_add_controller (self->icon[i], GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->icon[i], GTK_WIDGET (self));
}

static void
sh_activity_slider_init (ShActivitySlider *self)
{
  make_header (self);
  make_scale (self);
  for (int i = 0; i < SH_N_STOPS; i++)
    make_icon (self, i);
  show_stop (self);
}

GtkWidget *
sh_activity_slider_new (void)
{
  return g_object_new (SH_TYPE_ACTIVITY_SLIDER, NULL);
}
