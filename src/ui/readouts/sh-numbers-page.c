/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-numbers-page.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-chart-data.h"
#include "sh-follow.h"
#include "sh-rates.h"
#include "sh-readout.h"
#include "sh-story.h"

/* Numbers that change faster than this cannot be read. */
#define UPDATE_EVERY_US (G_USEC_PER_SEC / 2)
/* The means of the comparison, in seconds of shown time. */
#define MEAN_S 10.0

/* What this leg and the other one are compared by. */
enum
{
  COMPARED_PRESSURE,
  COMPARED_BLOOD,
  COMPARED_FELL_BACK,
  COMPARED_SWELLING,
  N_COMPARED
};

struct _ShNumbersPage
{
  GtkWidget parent_instance;

  ShSession *session;
  GtkWidget *box;
  GtkWidget *pressure; /* here, too: a small window has no room for the readouts above */
  GtkWidget *sent_up;
  GtkWidget *fell_back;
  GtkWidget *net;
  GtkWidget *fraction;
  GtkWidget *volume;
  GtkWidget *swelling;
  GtkWidget *feelings;
  GtkWidget *rule;
  GtkWidget *other_card;
  GtkWidget *other_title;
  GtkWidget *others;
  GtkWidget *likelihood[SH_N_FEELINGS];
  GtkWidget *mine[N_COMPARED];
  GtkWidget *theirs[N_COMPARED];
  GtkWidget *theirs_title;
  gint64 updated_us;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShNumbersPage, sh_numbers_page, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget *grid, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, column == 0);
  if (column > 0)
    gtk_widget_add_css_class (label, "value");
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
  return label;
}

static void
fill_feelings (ShNumbersPage *self)
{
  for (int i = 0; i < SH_N_FEELINGS; i++)
    {
      add_label (self->feelings, sh_feeling_label ((ShFeeling) i), 0, i);
      self->likelihood[i] = add_label (self->feelings, "", 1, i);
    }
}

static const ShNumber compared[N_COMPARED] = {
  [COMPARED_PRESSURE] = SH_NUMBER_ANKLE_PRESSURE,
  [COMPARED_BLOOD] = SH_NUMBER_CALF_BLOOD,
  [COMPARED_FELL_BACK] = SH_NUMBER_FELL_BACK,
  [COMPARED_SWELLING] = SH_NUMBER_SWELLING,
};

static void
fill_others (ShNumbersPage *self)
{
  add_label (self->others, C_ ("other leg", "this leg"), 1, 0);
  self->theirs_title = add_label (self->others, "", 2, 0);
  for (int i = 0; i < N_COMPARED; i++)
    {
      ShNumberCard card;

      sh_number_card (compared[i], &card);
      add_label (self->others, card.label, 0, i + 1);
      self->mine[i] = add_label (self->others, "", 1, i + 1);
      self->theirs[i] = add_label (self->others, "", 2, i + 1);
    }
}

static double
frame_number (const ShFrame *frame, gpointer user_data)
{
  return sh_number_of_frame ((ShNumber) GPOINTER_TO_INT (user_data), frame);
}

/* Setting a text lays the label out again, so an equal one is left alone. */
static void
set_text (GtkWidget *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text);
}

static void
show_number (ShNumbersPage *self, GtkWidget *label, const ShHistory *history, ShNumber number)
{
  double end_s = sh_session_get_frame (self->session)->time_s;
  double span_s = MEAN_S * sh_session_get_span (self->session) / 60.0;
  g_autofree char *text = NULL;
  ShNumberCard card;
  ShRates rates;

  sh_number_card (number, &card);
  sh_rates (history, end_s, span_s, &rates);
  text = sh_quantity_for_people (number == SH_NUMBER_FELL_BACK
                                     ? rates.down_ml_min
                                     : sh_history_mean (history, frame_number,
                                                        GINT_TO_POINTER ((int) number), end_s,
                                                        span_s, 0.0),
                                 card.unit, card.decimals);
  set_text (label, text);
}

static void
update_others (ShNumbersPage *self)
{
  const ShHistory *other = sh_session_get_other_history (self->session);

  gtk_widget_set_visible (self->other_card, other != NULL);
  if (other == NULL)
    return;
  set_text (self->theirs_title, sh_chart_other_label (self->session));
  for (int i = 0; i < N_COMPARED; i++)
    {
      show_number (self, self->mine[i], sh_session_get_history (self->session), compared[i]);
      show_number (self, self->theirs[i], other, compared[i]);
    }
}

static void
update (ShNumbersPage *self)
{
  double sustained_mmhg = sh_session_get_sustained_mmhg (self->session);
  double water_percent = sh_feeling_water_percent (sh_session_get_frame (self->session));

  self->updated_us = g_get_monotonic_time ();
  for (int i = 0; i < SH_N_FEELINGS; i++)
    set_text (self->likelihood[i],
              sh_likelihood_label (sh_feeling ((ShFeeling) i, sustained_mmhg, water_percent)));
  set_text (self->rule, sh_feeling_rule ());
  update_others (self);
}

static void
frame_cb (ShNumbersPage *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (!sh_session_get_running (session) ||
       g_get_monotonic_time () - self->updated_us >= UPDATE_EVERY_US))
    update (self);
}

/* A page that is turned to is up to date. */
static void
sh_numbers_page_map (GtkWidget *widget)
{
  ShNumbersPage *self = SH_NUMBERS_PAGE (widget);

  if (self->session != NULL)
    update (self);
  GTK_WIDGET_CLASS (sh_numbers_page_parent_class)->map (widget);
}

static void
share_session (ShNumbersPage *self)
{
  GtkWidget *const readouts[] = { self->pressure, self->sent_up, self->fell_back, self->net,
                                  self->fraction, self->volume,  self->swelling };

  for (gsize i = 0; i < G_N_ELEMENTS (readouts) && readouts[i] != NULL; i++)
    g_object_set (readouts[i], "session", self->session, NULL);
}

static void
sh_numbers_page_dispose (GObject *object)
{
  ShNumbersPage *self = SH_NUMBERS_PAGE (object);

  sh_numbers_page_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_NUMBERS_PAGE);
  G_OBJECT_CLASS (sh_numbers_page_parent_class)->dispose (object);
}

static void
sh_numbers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SH_NUMBERS_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_numbers_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    sh_numbers_page_set_session (SH_NUMBERS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_numbers_page_class_init (ShNumbersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = sh_numbers_page_map;
  object_class->dispose = sh_numbers_page_dispose;
  object_class->get_property = sh_numbers_page_get_property;
  object_class->set_property = sh_numbers_page_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SH_TYPE_READOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SH_RESOURCE_PREFIX "/ui/numbers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, box);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, pressure);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, sent_up);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, fell_back);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, net);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, fraction);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, volume);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, swelling);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, feelings);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, rule);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, other_card);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, other_title);
  gtk_widget_class_bind_template_child (widget_class, ShNumbersPage, others);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "numberspage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_numbers_page_init (ShNumbersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_feelings (self);
  fill_others (self);
}

GtkWidget *
sh_numbers_page_new (void)
{
  return g_object_new (SH_TYPE_NUMBERS_PAGE, NULL);
}

void
sh_numbers_page_set_session (ShNumbersPage *self, ShSession *session)
{
  g_return_if_fail (SH_IS_NUMBERS_PAGE (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  share_session (self);
  if (session != NULL)
    {
      g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
