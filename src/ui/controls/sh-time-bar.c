/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-time-bar.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-follow.h"
#include "sh-menus.h"
#include "sh-numbers.h"

struct _ShTimeBar
{
  GtkWidget parent_instance;

  ShSession *session;
  GBindingGroup *bindings;
  GtkWidget *box;
  GtkWidget *play;
  GtkWidget *scrub;
  GtkAdjustment *past;
  GtkWidget *ago;
  GtkWidget *speed;
  GtkWidget *compare;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShTimeBar, sh_time_bar, GTK_TYPE_WIDGET)

static gboolean
playing_to_icon (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_static_string (to,
                             g_value_get_boolean (from) ? "sh-pause-symbolic" : "sh-play-symbolic");
  return TRUE;
}

static gboolean
playing_to_tooltip (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  gboolean playing = g_value_get_boolean (from);
  g_autoptr (GObject) button = g_binding_dup_target (binding);

  /* A screen reader would otherwise call the button by its picture. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  playing ? C_ ("time", "Pause") : C_ ("time", "Play"), -1);
  g_value_set_static_string (to,
                             playing ? C_ ("time", "Pause (Space)") : C_ ("time", "Play (Space)"));
  return TRUE;
}

static gboolean
speed_to_label (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  double speed = g_value_get_double (from);

  if (speed < 0.2)
    g_value_set_static_string (to, C_ ("speed", "0.1×"));
  else if (speed < 0.5)
    g_value_set_static_string (to, C_ ("speed", "0.25×"));
  else if (speed < 2.0)
    g_value_set_static_string (to, C_ ("speed", "1×"));
  else
    g_value_set_static_string (to, C_ ("speed", "4×"));
  return TRUE;
}

/* How long ago the instant shown is, in words; nothing when it is now. */
static gboolean
scrub_to_label (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  double ago_s = -g_value_get_double (from);

  if (ago_s < 0.05)
    g_value_set_static_string (to, C_ ("time", "now"));
  else if (ago_s < 120.0)
    g_value_take_string (to,
                         sh_quantity_for_people (-ago_s, SH_UNIT_SECONDS, ago_s < 10.0 ? 1 : 0));
  else
    g_value_take_string (to, g_strdup_printf (C_ ("time", "−%d min"), (int) lround (ago_s / 60.0)));
  return TRUE;
}

static gboolean
is_live (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, !g_value_get_boolean (from));
  return TRUE;
}

static gboolean
span_to_lower (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_double (to, -g_value_get_double (from));
  return TRUE;
}

static void
bind (ShTimeBar *self, const char *from, gpointer target, const char *to, GBindingTransformFunc how)
{
  g_binding_group_bind_full (self->bindings, from, target, to, G_BINDING_SYNC_CREATE, how, NULL,
                             NULL, NULL);
}

static void
sh_time_bar_dispose (GObject *object)
{
  ShTimeBar *self = SH_TIME_BAR (object);

  sh_time_bar_set_session (self, NULL);
  g_clear_object (&self->bindings);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_TIME_BAR);
  G_OBJECT_CLASS (sh_time_bar_parent_class)->dispose (object);
}

static void
sh_time_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_TIME_BAR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_time_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    sh_time_bar_set_session (SH_TIME_BAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_time_bar_class_init (ShTimeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_time_bar_dispose;
  object_class->get_property = sh_time_bar_get_property;
  object_class->set_property = sh_time_bar_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SH_RESOURCE_PREFIX "/ui/time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShTimeBar, box);
  gtk_widget_class_bind_template_child (widget_class, ShTimeBar, play);
  gtk_widget_class_bind_template_child (widget_class, ShTimeBar, scrub);
  gtk_widget_class_bind_template_child (widget_class, ShTimeBar, past);
  gtk_widget_class_bind_template_child (widget_class, ShTimeBar, ago);
  gtk_widget_class_bind_template_child (widget_class, ShTimeBar, speed);
  gtk_widget_class_bind_template_child (widget_class, ShTimeBar, compare);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
set_menu (GtkWidget *button, const char *menu)
{
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (sh_menus_get (menu)));
}

static void
sh_time_bar_init (ShTimeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_menu (self->speed, "speeds");
  set_menu (self->compare, "comparisons");
  /* Time runs from left to right in all charts, whatever way people write. */
  gtk_widget_set_direction (self->box, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->scrub, GTK_TEXT_DIR_LTR);
  self->bindings = g_binding_group_new ();
  bind (self, "playing", self->play, "icon-name", playing_to_icon);
  bind (self, "playing", self->play, "tooltip-text", playing_to_tooltip);
  bind (self, "reduced-motion", self->play, "sensitive", is_live);
  bind (self, "speed", self->speed, "label", speed_to_label);
  bind (self, "scrub", self->ago, "label", scrub_to_label);
  bind (self, "span", self->past, "lower", span_to_lower);
  g_binding_group_bind (self->bindings, "scrub", self->past, "value",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

GtkWidget *
sh_time_bar_new (void)
{
  return g_object_new (SH_TYPE_TIME_BAR, NULL);
}

void
sh_time_bar_set_session (ShTimeBar *self, ShSession *session)
{
  g_return_if_fail (SH_IS_TIME_BAR (self));

  if (!g_set_object (&self->session, session))
    return;
  g_binding_group_set_source (self->bindings, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
