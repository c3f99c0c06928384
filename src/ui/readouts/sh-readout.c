/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-readout.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-follow.h"
#include "sh-rates.h"

/* Numbers that change faster than this cannot be read. */
#define UPDATE_EVERY_US (G_USEC_PER_SEC / 4)

struct _ShReadout
{
  GtkWidget parent_instance;

  ShSession *session;
  ShNumber number;
  ShNumberCard card;
  ShUnit unit; /* of pressures in what is shown */
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *sentence;
  GtkWidget *range;
  GtkWidget *source;
  gint64 updated_us;
  int place;         /* the width of the value, in pixels */
  double emptied_ml; /* what cannot be pumped out of this leg; NaN: not yet known */
};

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (ShNumber,
                    sh_number,
                    G_DEFINE_ENUM_VALUE (SH_NUMBER_ANKLE_PRESSURE, "ankle-pressure"),
                    G_DEFINE_ENUM_VALUE (SH_NUMBER_CALF_BLOOD, "calf-blood"),
                    G_DEFINE_ENUM_VALUE (SH_NUMBER_PUMP_FRACTION, "pump-fraction"),
                    G_DEFINE_ENUM_VALUE (SH_NUMBER_SENT_UP, "sent-up"),
                    G_DEFINE_ENUM_VALUE (SH_NUMBER_FELL_BACK, "fell-back"),
                    G_DEFINE_ENUM_VALUE (SH_NUMBER_NET, "net"),
                    G_DEFINE_ENUM_VALUE (SH_NUMBER_SWELLING, "swelling"))

G_DEFINE_FINAL_TYPE (ShReadout, sh_readout, GTK_TYPE_WIDGET)

/* The numbers that are counted over a time, and how long that is. */
#define COUNTED_S 10.0
#define CONTRACTION_S 3.0

static double
emptied_ml (ShReadout *self)
{
  if (isnan (self->emptied_ml))
    self->emptied_ml = sh_emptied_leg_ml (sh_session_get_scenario (self->session));
  return self->emptied_ml;
}

static double
present_value (ShReadout *self)
{
  const ShFrame *frame = sh_session_get_frame (self->session);
  const ShHistory *history = sh_session_get_history (self->session);
  double speed = sh_session_get_span (self->session) / 60.0;
  ShRates rates;

  switch (self->number)
    {
    case SH_NUMBER_SENT_UP:
    case SH_NUMBER_FELL_BACK:
    case SH_NUMBER_NET:
      sh_rates (history, frame->time_s, COUNTED_S * speed, &rates);
      if (self->number == SH_NUMBER_NET)
        return rates.net_ml_min;
      return self->number == SH_NUMBER_SENT_UP ? rates.up_ml_min : rates.down_ml_min;
    case SH_NUMBER_PUMP_FRACTION:
      return sh_pump_fraction (history, frame->time_s, CONTRACTION_S * speed, emptied_ml (self));
    case SH_NUMBER_ANKLE_PRESSURE:
    case SH_NUMBER_CALF_BLOOD:
    case SH_NUMBER_SWELLING:
    case SH_N_NUMBERS:
    default:
      return sh_session_get_mean (self->session, self->number);
    }
}

/* Two digits always have their place, and what was once wider keeps its own: what stands beside a
 * number would wrap and unwrap with it otherwise. */
#define USUAL 88.0

static int
width_of (ShReadout *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->value, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
keep_place (ShReadout *self, const char *text)
{
  g_autofree char *usual = sh_quantity_for_people (USUAL, self->card.unit, self->card.decimals);
  int width = MAX (width_of (self, text), width_of (self, usual));

  if (width <= self->place)
    return;
  self->place = width;
  gtk_widget_set_size_request (self->value, width, -1);
}

/* Other letters or another unit: the place is measured anew. */
static void
forget_place (ShReadout *self)
{
  self->place = 0;
  if (self->session != NULL)
    keep_place (self, gtk_label_get_text (GTK_LABEL (self->value)));
}

/* Setting a text lays the label out again, so an equal one is left alone. */
static void
update (ShReadout *self)
{
  g_autofree char *text =
      sh_quantity_for_people (present_value (self), self->card.unit, self->card.decimals);
  g_autofree char *spoken = NULL;

  self->updated_us = g_get_monotonic_time ();
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->value)), text) == 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->value), text);
  keep_place (self, text);
  /* Translators: the name of a number and its value with the unit. */
  spoken = g_strdup_printf (C_ ("readout", "%s: %s"), self->card.label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
changed_cb (ShReadout *self)
{
  self->emptied_ml = NAN;
}

static void
set_optional (GtkWidget *label, const char *text)
{
  gtk_widget_set_visible (label, text != NULL);
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
}

/* The card speaks in the unit that the preferences have now. */
static void
fill_card (ShReadout *self)
{
  self->unit = sh_numbers_get_pressure_unit ();
  self->place = 0;
  sh_number_card (self->number, &self->card);
  gtk_label_set_text (GTK_LABEL (self->name), self->card.label);
  gtk_label_set_text (GTK_LABEL (self->sentence), self->card.sentence);
  set_optional (self->range, self->card.range);
  set_optional (self->source, self->card.source);
}

static void
frame_cb (ShReadout *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  if (self->unit != sh_numbers_get_pressure_unit ())
    fill_card (self);
  if (!sh_session_get_running (session) ||
      g_get_monotonic_time () - self->updated_us >= UPDATE_EVERY_US)
    update (self);
}

static void
set_number (ShReadout *self, ShNumber number)
{
  self->number = number;
  fill_card (self);
  gtk_widget_set_tooltip_text (self->button, self->card.sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->card.label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->card.sentence, -1);
}

static void
sh_readout_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sh_readout_parent_class)->css_changed (widget, change);
  forget_place (SH_READOUT (widget));
}

static void
sh_readout_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sh_readout_parent_class)->system_setting_changed (widget, setting);
  forget_place (SH_READOUT (widget));
}

static void
sh_readout_dispose (GObject *object)
{
  sh_readout_set_session (SH_READOUT (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_READOUT);
  G_OBJECT_CLASS (sh_readout_parent_class)->dispose (object);
}

static void
sh_readout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShReadout *self = SH_READOUT (object);

  switch (id)
    {
    case PROP_NUMBER:
      g_value_set_enum (value, (int) self->number);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_readout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShReadout *self = SH_READOUT (object);

  switch (id)
    {
    case PROP_NUMBER:
      set_number (self, (ShNumber) g_value_get_enum (value));
      break;
    case PROP_SESSION:
      sh_readout_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_readout_class_init (ShReadoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sh_readout_dispose;
  object_class->get_property = sh_readout_get_property;
  object_class->set_property = sh_readout_set_property;
  widget_class->css_changed = sh_readout_css_changed;
  widget_class->system_setting_changed = sh_readout_system_setting_changed;
  properties[PROP_NUMBER] =
      g_param_spec_enum ("number", NULL, NULL, SH_TYPE_NUMBER, (int) SH_NUMBER_ANKLE_PRESSURE,
                         flags | G_PARAM_CONSTRUCT);
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SH_RESOURCE_PREFIX "/ui/readout.ui");
  gtk_widget_class_bind_template_child (widget_class, ShReadout, button);
  gtk_widget_class_bind_template_child (widget_class, ShReadout, popover);
  gtk_widget_class_bind_template_child (widget_class, ShReadout, name);
  gtk_widget_class_bind_template_child (widget_class, ShReadout, value);
  gtk_widget_class_bind_template_child (widget_class, ShReadout, sentence);
  gtk_widget_class_bind_template_child (widget_class, ShReadout, range);
  gtk_widget_class_bind_template_child (widget_class, ShReadout, source);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readout");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_readout_init (ShReadout *self)
{
  self->emptied_ml = NAN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sh_readout_new (ShNumber number)
{
  return g_object_new (SH_TYPE_READOUT, "number", number, NULL);
}

void
sh_readout_set_session (ShReadout *self, ShSession *session)
{
  g_return_if_fail (SH_IS_READOUT (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
