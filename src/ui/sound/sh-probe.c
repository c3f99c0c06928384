/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-probe.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-follow.h"
#include "sh-names.h"
#include "sh-probe-trace.h"
#include "sh-speaker.h"

struct _ShProbe
{
  GtkWidget parent_instance;

  ShSession *session;
  GtkWidget *box;
  GtkWidget *vein;
  GtkWidget *trace;
  GtkWidget *listen;
  GtkWidget *complaint;
  ShSpeaker *speaker; /* NULL while nobody listens */
  gboolean following; /* the session moves the list, not the user */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShProbe, sh_probe, GTK_TYPE_WIDGET)

static void
follow (ShProbe *self)
{
  guint vein;

  if (self->session == NULL || self->vein == NULL)
    return;
  g_object_get (self->session, "probe", &vein, NULL);
  self->following = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->vein), vein);
  self->following = FALSE;
}

static void
selected_cb (ShProbe *self)
{
  if (self->session != NULL && !self->following)
    g_object_set (self->session, "probe",
                  MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->vein)), SH_N_VEINS - 1u),
                  NULL);
}

/* What stands still is silent: a paused picture is no flow. */
static void
hear (ShProbe *self)
{
  guint vein;

  if (self->speaker == NULL || self->session == NULL)
    return;
  g_object_get (self->session, "probe", &vein, NULL);
  sh_speaker_set_velocity (self->speaker,
                           sh_session_get_running (self->session)
                               ? sh_session_get_frame (self->session)->velocity_cm_s[vein]
                               : 0.0);
}

static void
fall_silent (ShProbe *self)
{
  g_clear_pointer (&self->speaker, sh_speaker_free);
}

static void
failed_cb (const char *reason, gpointer user_data)
{
  ShProbe *self = SH_PROBE (user_data);
  /* Translators: %s is what the sound server said. */
  g_autofree char *text = g_strdup_printf (C_ ("sound", "Nothing can be heard: %s"), reason);

  gtk_label_set_text (GTK_LABEL (self->complaint), text);
  gtk_widget_set_visible (self->complaint, TRUE);
  gtk_switch_set_active (GTK_SWITCH (self->listen), FALSE);
}

static void
listen_cb (ShProbe *self)
{
  fall_silent (self);
  if (!gtk_switch_get_active (GTK_SWITCH (self->listen)))
    return;
  gtk_widget_set_visible (self->complaint, FALSE);
  self->speaker = sh_speaker_new (failed_cb, self);
  hear (self);
}

static void
fill_veins (ShProbe *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < SH_N_VEINS; i++)
    gtk_string_list_append (names, sh_vein_label ((ShVein) i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->vein), G_LIST_MODEL (names));
  g_signal_connect_object (self->vein, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/* A probe that nobody sees is not heard either. */
static void
sh_probe_unmap (GtkWidget *widget)
{
  gtk_switch_set_active (GTK_SWITCH (SH_PROBE (widget)->listen), FALSE);
  GTK_WIDGET_CLASS (sh_probe_parent_class)->unmap (widget);
}

static void
sh_probe_dispose (GObject *object)
{
  ShProbe *self = SH_PROBE (object);

  sh_probe_set_session (self, NULL);
  fall_silent (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_PROBE);
  G_OBJECT_CLASS (sh_probe_parent_class)->dispose (object);
}

static void
sh_probe_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_PROBE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_probe_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    sh_probe_set_session (SH_PROBE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_probe_class_init (ShProbeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unmap = sh_probe_unmap;
  object_class->dispose = sh_probe_dispose;
  object_class->get_property = sh_probe_get_property;
  object_class->set_property = sh_probe_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SH_TYPE_PROBE_TRACE);
  gtk_widget_class_set_template_from_resource (widget_class, SH_RESOURCE_PREFIX "/ui/probe.ui");
  gtk_widget_class_bind_template_child (widget_class, ShProbe, box);
  gtk_widget_class_bind_template_child (widget_class, ShProbe, vein);
  gtk_widget_class_bind_template_child (widget_class, ShProbe, trace);
  gtk_widget_class_bind_template_child (widget_class, ShProbe, listen);
  gtk_widget_class_bind_template_child (widget_class, ShProbe, complaint);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "probe");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_probe_init (ShProbe *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_veins (self);
  gtk_widget_set_visible (gtk_widget_get_parent (self->listen), sh_speaker_is_built ());
  g_signal_connect_object (self->listen, "notify::active", G_CALLBACK (listen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sh_probe_new (void)
{
  return g_object_new (SH_TYPE_PROBE, NULL);
}

void
sh_probe_set_session (ShProbe *self, ShSession *session)
{
  g_return_if_fail (SH_IS_PROBE (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (self->trace != NULL)
    g_object_set (self->trace, "session", session, NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "frame", G_CALLBACK (hear), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::running", G_CALLBACK (hear), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::probe", G_CALLBACK (follow), self,
                               G_CONNECT_SWAPPED);
      follow (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

GtkWidget *
sh_probe_get_trace (ShProbe *self)
{
  g_return_val_if_fail (SH_IS_PROBE (self), NULL);

  return self->trace;
}
