/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage-layer.h"

struct _ShStageLayer
{
  GtkWidget parent_instance;

  ShStageLayerDraw draw;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (ShStageLayer, sh_stage_layer, GTK_TYPE_WIDGET)

static void
sh_stage_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShStageLayer *self = SH_STAGE_LAYER (widget);

  if (self->draw != NULL)
    self->draw (self, snapshot, self->user_data);
}

static void
sh_stage_layer_class_init (ShStageLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sh_stage_layer_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sh_stage_layer_init (ShStageLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sh_stage_layer_new (ShStageLayerDraw draw, gpointer user_data)
{
  ShStageLayer *self = g_object_new (SH_TYPE_STAGE_LAYER, NULL);

  self->draw = draw;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}
