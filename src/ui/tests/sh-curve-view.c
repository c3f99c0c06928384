/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-curve-view.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-follow.h"
#include "sh-stage-canvas.h"

#define LEAST_HEIGHT 130
#define NATURAL_HEIGHT 190
#define NATURAL_WIDTH 280

struct _ShCurveView
{
  GtkWidget parent_instance;

  ShClinicResult *result;
  ShThemeId theme;
};

enum
{
  PROP_0,
  PROP_THEME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShCurveView, sh_curve_view, GTK_TYPE_WIDGET)

static void
sh_curve_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShCurveView *self = SH_CURVE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->result == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  sh_clinic_curve_draw (&self->result->record, &self->result->mine, &self->result->healthy_record,
                        self->theme, sh_stage_text_scale (widget), cr, width, height);
  cairo_destroy (cr);
}

static void
sh_curve_view_measure (GtkWidget *widget,
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
sh_curve_view_dispose (GObject *object)
{
  g_clear_pointer (&SH_CURVE_VIEW (object)->result, sh_clinic_result_unref);
  G_OBJECT_CLASS (sh_curve_view_parent_class)->dispose (object);
}

static void
sh_curve_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_THEME)
    g_value_set_uint (value, SH_CURVE_VIEW (object)->theme);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_curve_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_THEME)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  SH_CURVE_VIEW (object)->theme = (ShThemeId) g_value_get_uint (value);
  gtk_widget_queue_draw (GTK_WIDGET (object));
}

static void
sh_curve_view_class_init (ShCurveViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_curve_view_dispose;
  object_class->get_property = sh_curve_view_get_property;
  object_class->set_property = sh_curve_view_set_property;
  widget_class->measure = sh_curve_view_measure;
  widget_class->snapshot = sh_curve_view_snapshot;
  properties[PROP_THEME] = sh_follow_theme_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "curveview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sh_curve_view_init (ShCurveView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("chart", "Curve of the test; its values are in the table"),
                                  -1);
}

GtkWidget *
sh_curve_view_new (void)
{
  return g_object_new (SH_TYPE_CURVE_VIEW, NULL);
}

void
sh_curve_view_set_result (ShCurveView *self, ShClinicResult *result)
{
  g_return_if_fail (SH_IS_CURVE_VIEW (self));

  if (result != NULL)
    sh_clinic_result_ref (result);
  g_clear_pointer (&self->result, sh_clinic_result_unref);
  self->result = result;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
