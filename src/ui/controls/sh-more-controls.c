/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-more-controls.h"

#include "sh-config.h"

#include "sh-follow.h"
#include "sh-names.h"
#include "sh-slider-row.h"
#include "sh-switch-binding.h"

struct _ShMoreControls
{
  GtkWidget parent_instance;

  ShSession *session;
  GtkWidget *box;
  GtkWidget *height;
  GtkWidget *warmth;
  GtkWidget *water;
  GtkWidget *left;
  GtkWidget *great;
  GtkWidget *small;
  GtkWidget *clot_vein;
  GtkWidget *clot;
  GtkWidget *tourniquet;
  GBindingGroup *bindings;
  gboolean following; /* the session moves the controls, not the user */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShMoreControls, sh_more_controls, GTK_TYPE_WIDGET)

/* The veins that an old clot is usually found in, from the calf to the pelvis. */
static const ShVein clot_veins[] = { SH_VEIN_POSTERIOR_TIBIAL, SH_VEIN_PERONEAL,
                                     SH_VEIN_POPLITEAL,        SH_VEIN_FEMORAL,
                                     SH_VEIN_COMMON_FEMORAL,   SH_VEIN_ILIAC };

static ShVein
chosen_vein (ShMoreControls *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->clot_vein));

  return clot_veins[MIN (index, G_N_ELEMENTS (clot_veins) - 1)];
}

static GtkAdjustment *
clot_adjustment (ShMoreControls *self)
{
  return sh_slider_row_get_adjustment (SH_SLIDER_ROW (self->clot));
}

static void
follow_clot (ShMoreControls *self)
{
  if (self->session == NULL || self->clot == NULL)
    return;
  self->following = TRUE;
  gtk_adjustment_set_value (clot_adjustment (self),
                            sh_session_get_narrowing (self->session, chosen_vein (self)));
  self->following = FALSE;
}

static void
clot_moved_cb (ShMoreControls *self, GtkAdjustment *adjustment)
{
  if (self->session != NULL && !self->following)
    sh_session_set_narrowing (self->session, chosen_vein (self),
                              gtk_adjustment_get_value (adjustment));
}

static void
fill_veins (ShMoreControls *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (clot_veins); i++)
    gtk_string_list_append (names, sh_vein_label (clot_veins[i]));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->clot_vein), G_LIST_MODEL (names));
  g_signal_connect_object (self->clot_vein, "notify::selected", G_CALLBACK (follow_clot), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clot_adjustment (self), "value-changed", G_CALLBACK (clot_moved_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
bind_both (ShMoreControls *self, const char *from, gpointer target, const char *to)
{
  g_binding_group_bind (self->bindings, from, target, to,
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
bind_slider (ShMoreControls *self, const char *from, GtkWidget *row)
{
  bind_both (self, from, sh_slider_row_get_adjustment (SH_SLIDER_ROW (row)), "value");
}

static void
bind_all (ShMoreControls *self)
{
  bind_slider (self, "body-height", self->height);
  bind_slider (self, "room-temperature", self->warmth);
  bind_slider (self, "water-depth", self->water);
  sh_switch_bind (self->bindings, "left-leg", self->left);
  sh_switch_bind (self->bindings, "closed-great-saphenous", self->great);
  sh_switch_bind (self->bindings, "closed-small-saphenous", self->small);
  sh_switch_bind (self->bindings, "tourniquet", self->tourniquet);
}

static void
sh_more_controls_dispose (GObject *object)
{
  ShMoreControls *self = SH_MORE_CONTROLS (object);

  sh_more_controls_set_session (self, NULL);
  g_clear_object (&self->bindings);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_MORE_CONTROLS);
  G_OBJECT_CLASS (sh_more_controls_parent_class)->dispose (object);
}

static void
sh_more_controls_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_MORE_CONTROLS (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_more_controls_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    sh_more_controls_set_session (SH_MORE_CONTROLS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_more_controls_class_init (ShMoreControlsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_more_controls_dispose;
  object_class->get_property = sh_more_controls_get_property;
  object_class->set_property = sh_more_controls_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SH_TYPE_SLIDER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SH_RESOURCE_PREFIX "/ui/more-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, box);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, height);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, warmth);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, water);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, left);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, great);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, small);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, clot_vein);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, clot);
  gtk_widget_class_bind_template_child (widget_class, ShMoreControls, tourniquet);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "morecontrols");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_more_controls_init (ShMoreControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  bind_all (self);
  fill_veins (self);
}

GtkWidget *
sh_more_controls_new (void)
{
  return g_object_new (SH_TYPE_MORE_CONTROLS, NULL);
}

void
sh_more_controls_set_session (ShMoreControls *self, ShSession *session)
{
  g_return_if_fail (SH_IS_MORE_CONTROLS (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  g_binding_group_set_source (self->bindings, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (follow_clot), self, G_CONNECT_SWAPPED);
  follow_clot (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
