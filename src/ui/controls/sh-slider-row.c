/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slider-row.h"

#include "sh-row.h"

#include "sh-config.h"

/* The mark of the usual range: a thin bar under the trough, in pixels. */
#define MARK_THICKNESS 3.0f
#define MARK_DISTANCE 9.0f

struct _ShSliderRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *value;
  GtkWidget *usual;
  GtkWidget *scale;
  GtkAdjustment *adjustment;
  char *spoken_title; /* NULL: the title */
  ShSliderUnit unit;
  double usual_low;
  double usual_high;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SPOKEN_TITLE,
  PROP_ADJUSTMENT,
  PROP_UNIT,
  PROP_USUAL_LOW,
  PROP_USUAL_HIGH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShSliderRow, sh_slider_row, GTK_TYPE_WIDGET)

static gboolean
has_usual (ShSliderRow *self)
{
  return self->usual_low < self->usual_high;
}

static void
update_value (ShSliderRow *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  g_autofree char *text = sh_slider_unit_text (self->unit, value);
  g_autofree char *spoken = sh_slider_unit_spoken_text (self->unit, value);

  gtk_label_set_text (GTK_LABEL (self->value), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  spoken, -1);
}

static void
update_usual (ShSliderRow *self)
{
  g_autofree char *text = sh_slider_unit_usual_text (self->usual_low, self->usual_high);

  gtk_widget_set_visible (self->usual, has_usual (self));
  gtk_label_set_text (GTK_LABEL (self->usual), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
name_scale (ShSliderRow *self)
{
  const char *title = gtk_label_get_label (GTK_LABEL (self->title));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->spoken_title != NULL ? self->spoken_title : title, -1);
}

static void
set_adjustment (ShSliderRow *self, GtkAdjustment *adjustment)
{
  if (adjustment == NULL || adjustment == self->adjustment)
    return;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  gtk_range_set_adjustment (GTK_RANGE (self->scale), adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (update_value), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  update_value (self);
}

/* Where a value lies along the trough, in the row's own pixels. */
static float
value_x (ShSliderRow *self, const graphene_rect_t *trough, double value)
{
  double lower = gtk_adjustment_get_lower (self->adjustment);
  double upper = gtk_adjustment_get_upper (self->adjustment);
  double part = CLAMP ((value - lower) / MAX (upper - lower, 1e-9), 0.0, 1.0);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1.0 - part;
  return trough->origin.x + (float) part * trough->size.width;
}

static void
sh_slider_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShSliderRow *self = SH_SLIDER_ROW (widget);
  GdkRectangle range;
  graphene_rect_t bounds, trough, mark;
  GdkRGBA color;
  float a, b;

  if (has_usual (self) && gtk_widget_compute_bounds (self->scale, widget, &bounds))
    {
      gtk_range_get_range_rect (GTK_RANGE (self->scale), &range);
      graphene_rect_init (&trough, bounds.origin.x + (float) range.x,
                          bounds.origin.y + (float) range.y, (float) range.width,
                          (float) range.height);
      a = value_x (self, &trough, self->usual_low);
      b = value_x (self, &trough, self->usual_high);
      graphene_rect_init (&mark, MIN (a, b),
                          trough.origin.y + trough.size.height / 2.0f + MARK_DISTANCE, ABS (b - a),
                          MARK_THICKNESS);
      gtk_style_context_get_color (gtk_widget_get_style_context (self->usual), &color);
      gtk_snapshot_append_color (snapshot, &color, &mark);
    }
  GTK_WIDGET_CLASS (sh_slider_row_parent_class)->snapshot (widget, snapshot);
}

static void
sh_slider_row_dispose (GObject *object)
{
  ShSliderRow *self = SH_SLIDER_ROW (object);

  g_clear_object (&self->adjustment);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_SLIDER_ROW);
  G_OBJECT_CLASS (sh_slider_row_parent_class)->dispose (object);
}

static void
sh_slider_row_finalize (GObject *object)
{
  g_clear_pointer (&SH_SLIDER_ROW (object)->spoken_title, g_free);
  G_OBJECT_CLASS (sh_slider_row_parent_class)->finalize (object);
}

static void
sh_slider_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShSliderRow *self = SH_SLIDER_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_SPOKEN_TITLE:
      g_value_set_string (value, self->spoken_title);
      break;
    case PROP_ADJUSTMENT:
      g_value_set_object (value, self->adjustment);
      break;
    case PROP_UNIT:
      g_value_set_enum (value, (int) self->unit);
      break;
    case PROP_USUAL_LOW:
      g_value_set_double (value, self->usual_low);
      break;
    case PROP_USUAL_HIGH:
      g_value_set_double (value, self->usual_high);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_slider_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShSliderRow *self = SH_SLIDER_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->title), g_value_get_string (value));
      name_scale (self);
      break;
    case PROP_SPOKEN_TITLE:
      g_free (self->spoken_title);
      self->spoken_title = g_value_dup_string (value);
      name_scale (self);
      break;
    case PROP_ADJUSTMENT:
      set_adjustment (self, g_value_get_object (value));
      break;
    case PROP_UNIT:
      self->unit = (ShSliderUnit) g_value_get_enum (value);
      update_value (self);
      break;
    case PROP_USUAL_LOW:
      self->usual_low = g_value_get_double (value);
      update_usual (self);
      break;
    case PROP_USUAL_HIGH:
      self->usual_high = g_value_get_double (value);
      update_usual (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_slider_row_class_init (ShSliderRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sh_slider_row_dispose;
  object_class->finalize = sh_slider_row_finalize;
  object_class->get_property = sh_slider_row_get_property;
  object_class->set_property = sh_slider_row_set_property;
  widget_class->snapshot = sh_slider_row_snapshot;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SPOKEN_TITLE] = g_param_spec_string ("spoken-title", NULL, NULL, NULL, flags);
  properties[PROP_ADJUSTMENT] =
      g_param_spec_object ("adjustment", NULL, NULL, GTK_TYPE_ADJUSTMENT, flags);
  properties[PROP_UNIT] = g_param_spec_enum ("unit", NULL, NULL, SH_TYPE_SLIDER_UNIT,
                                             (int) SH_SLIDER_UNIT_PERCENT, flags);
  properties[PROP_USUAL_LOW] =
      g_param_spec_double ("usual-low", NULL, NULL, 0.0, 1000.0, 0.0, flags);
  properties[PROP_USUAL_HIGH] =
      g_param_spec_double ("usual-high", NULL, NULL, 0.0, 1000.0, 0.0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SH_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SH_RESOURCE_PREFIX "/ui/slider-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShSliderRow, box);
  gtk_widget_class_bind_template_child (widget_class, ShSliderRow, title);
  gtk_widget_class_bind_template_child (widget_class, ShSliderRow, value);
  gtk_widget_class_bind_template_child (widget_class, ShSliderRow, usual);
  gtk_widget_class_bind_template_child (widget_class, ShSliderRow, scale);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sliderrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_slider_row_init (ShSliderRow *self)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  sh_scale_leave_wheel (self->scale);
  adjustment = g_object_ref_sink (gtk_adjustment_new (0.0, 0.0, 1.0, 0.05, 0.1, 0.0));
  set_adjustment (self, adjustment);
  update_usual (self);
}

void
sh_scale_leave_wheel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

GtkWidget *
sh_slider_row_new (void)
{
  return g_object_new (SH_TYPE_SLIDER_ROW, NULL);
}

GtkAdjustment *
sh_slider_row_get_adjustment (ShSliderRow *self)
{
  g_return_val_if_fail (SH_IS_SLIDER_ROW (self), NULL);

  return self->adjustment;
}
