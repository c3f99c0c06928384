/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-caption-line.h"

#include "sh-follow.h"
#include "sh-offer.h"
#include "sh-row.h"

/* How often it is looked whether another caption fits better. */
#define LOOK_EVERY_US (G_USEC_PER_SEC / 4)

struct _ShCaptionLine
{
  GtkWidget parent_instance;

  ShSession *session;
  ShWording wording;
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *button; /* what would show that which is switched on and not seen */
  ShOffer offer;
  gint64 shown_us;
  gint64 looked_us;
  gboolean stale; /* a control was moved: the text shown speaks of something else */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_WORDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShCaptionLine, sh_caption_line, GTK_TYPE_WIDGET)

static void
frame_cb (ShCaptionLine *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  sh_caption_line_update (self, g_get_monotonic_time ());
}

/* The offer follows the controls at once: it says what to press, not what happens. */
static void
show_offer (ShCaptionLine *self)
{
  ShOffer offer = sh_offer (sh_session_get_scenario (self->session));

  if (offer == self->offer)
    return;
  self->offer = offer;
  gtk_widget_set_visible (self->button, offer != SH_OFFER_NONE);
  if (offer != SH_OFFER_NONE)
    gtk_button_set_label (GTK_BUTTON (self->button), sh_offer_label (offer));
}

static void
changed_cb (ShCaptionLine *self)
{
  self->stale = TRUE;
  show_offer (self);
}

static void
clicked_cb (ShCaptionLine *self)
{
  ShScenario wanted;

  if (self->session == NULL)
    return;
  wanted = *sh_session_get_scenario (self->session);
  sh_offer_take (self->offer, &wanted);
  sh_session_set_scenario (self->session, &wanted);
}

static void
sh_caption_line_dispose (GObject *object)
{
  ShCaptionLine *self = SH_CAPTION_LINE (object);

  sh_caption_line_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sh_caption_line_parent_class)->dispose (object);
}

static void
sh_caption_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShCaptionLine *self = SH_CAPTION_LINE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_WORDING:
      g_value_set_uint (value, self->wording);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_caption_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShCaptionLine *self = SH_CAPTION_LINE (object);

  switch (id)
    {
    case PROP_SESSION:
      sh_caption_line_set_session (self, g_value_get_object (value));
      break;
    case PROP_WORDING:
      self->wording = (ShWording) g_value_get_uint (value);
      self->stale = TRUE;
      sh_caption_line_update (self, g_get_monotonic_time ());
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_caption_line_class_init (ShCaptionLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_caption_line_dispose;
  object_class->get_property = sh_caption_line_get_property;
  object_class->set_property = sh_caption_line_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  properties[PROP_WORDING] = sh_follow_wording_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "captionline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_caption_line_init (ShCaptionLine *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0f);
  gtk_label_set_lines (GTK_LABEL (self->label), 3);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 24);
  gtk_label_set_selectable (GTK_LABEL (self->label), FALSE);
  gtk_widget_set_focusable (self->label, TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = g_object_new (GTK_TYPE_BUTTON, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->button, "offer");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->box = sh_row_new (12);
  sh_row_append (SH_ROW (self->box), self->label);
  sh_row_append (SH_ROW (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sh_caption_line_new (void)
{
  return g_object_new (SH_TYPE_CAPTION_LINE, NULL);
}

void
sh_caption_line_set_session (ShCaptionLine *self, ShSession *session)
{
  g_return_if_fail (SH_IS_CAPTION_LINE (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      self->stale = TRUE;
      show_offer (self);
      sh_caption_line_update (self, g_get_monotonic_time ());
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
sh_caption_line_update (ShCaptionLine *self, gint64 now_us)
{
  const char *old;
  g_autofree char *text = NULL;

  g_return_if_fail (SH_IS_CAPTION_LINE (self));

  if (self->session == NULL || (!self->stale && now_us - self->looked_us < LOOK_EVERY_US))
    return;
  self->looked_us = now_us;
  old = gtk_label_get_text (GTK_LABEL (self->label));
  if (!self->stale && (double) (now_us - self->shown_us) < sh_caption_hold_s (old) * G_USEC_PER_SEC)
    return;
  text = sh_caption (sh_session_get_frame (self->session), sh_session_get_scenario (self->session),
                     sh_session_get_mean (self->session, SH_NUMBER_ANKLE_PRESSURE), self->wording);
  self->stale = FALSE;
  if (g_strcmp0 (old, text) == 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->label), text);
  self->shown_us = now_us;
}

const char *
sh_caption_line_get_text (ShCaptionLine *self)
{
  g_return_val_if_fail (SH_IS_CAPTION_LINE (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}
