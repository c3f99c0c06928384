/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-instrument.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-controls.h"
#include "sh-follow.h"
#include "sh-numbers-page.h"
#include "sh-pages.h"
#include "sh-tests-page.h"
#include "sh-theme.h"

#define N_PAGES 3

/* One page of an instrument, for what makes it. */
typedef struct
{
  ShInstrument *instrument;
  gsize index;
} Page;

struct _ShInstrument
{
  GtkWidget parent_instance;

  ShSession *session;
  ShThemeId theme;
  gboolean stocking_by_class;
  GtkWidget *box;
  GtkWidget *tabs;
  GtkWidget *stack;
  Page pages[N_PAGES];
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_THEME,
  PROP_STOCKING_BY_CLASS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShInstrument, sh_instrument, GTK_TYPE_WIDGET)

/* The pages: their names, what their buttons say, and what makes them. Each has the property
 * `session`, and some draw in a `theme`. */
static const struct
{
  const char *name;
  const char *title;
  GtkWidget *(*make) (void);
} pages[N_PAGES] = {
  { "leg", NC_ ("panel", "Leg"), sh_controls_new },
  { "numbers", NC_ ("panel", "Numbers"), sh_numbers_page_new },
  { "tests", NC_ ("panel", "Tests"), sh_tests_page_new },
};

static GtkWidget *
make_page (gpointer user_data)
{
  const Page *page = user_data;
  GtkWidget *widget = pages[page->index].make ();

  g_object_set (widget, "session", page->instrument->session, NULL);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "theme") != NULL)
    g_object_bind_property (page->instrument, "theme", widget, "theme", G_BINDING_SYNC_CREATE);
  return widget;
}

static void
toggled_cb (ShInstrument *self, GtkToggleButton *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), "page");

  if (gtk_toggle_button_get_active (button))
    sh_pages_show (GTK_STACK (self->stack), name);
}

static void
add_page (ShInstrument *self, gsize index, GtkToggleButton **group)
{
  const char *title = g_dpgettext2 (SH_GETTEXT_DOMAIN, "panel", pages[index].title);
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  self->pages[index] = (Page){ self, index };
  sh_pages_add (GTK_STACK (self->stack), pages[index].name, make_page, &self->pages[index]);
  g_object_set_data (G_OBJECT (button), "page", (gpointer) pages[index].name);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), *group);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->tabs), button);
  if (*group == NULL)
    *group = GTK_TOGGLE_BUTTON (button);
}

static void
sh_instrument_dispose (GObject *object)
{
  ShInstrument *self = SH_INSTRUMENT (object);

  sh_instrument_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sh_instrument_parent_class)->dispose (object);
}

static void
sh_instrument_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShInstrument *self = SH_INSTRUMENT (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_THEME:
      g_value_set_uint (value, self->theme);
      break;
    case PROP_STOCKING_BY_CLASS:
      g_value_set_boolean (value, self->stocking_by_class);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_instrument_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShInstrument *self = SH_INSTRUMENT (object);

  switch (id)
    {
    case PROP_SESSION:
      sh_instrument_set_session (self, g_value_get_object (value));
      break;
    case PROP_THEME:
      self->theme = (ShThemeId) g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_STOCKING_BY_CLASS:
      self->stocking_by_class = g_value_get_boolean (value);
      g_object_set (gtk_stack_get_child_by_name (GTK_STACK (self->stack), "leg"),
                    "stocking-by-class", self->stocking_by_class, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_instrument_class_init (ShInstrumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sh_instrument_dispose;
  object_class->get_property = sh_instrument_get_property;
  object_class->set_property = sh_instrument_set_property;
  properties[PROP_SESSION] = sh_follow_session_property ();
  properties[PROP_THEME] = sh_follow_theme_property ();
  properties[PROP_STOCKING_BY_CLASS] =
      g_param_spec_boolean ("stocking-by-class", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "instrument");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_instrument_init (ShInstrument *self)
{
  GtkToggleButton *group = NULL;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, "hhomogeneous", FALSE, NULL);
  gtk_box_set_homogeneous (GTK_BOX (self->tabs), TRUE);
  gtk_widget_add_css_class (self->tabs, "segments");
  gtk_widget_add_css_class (self->tabs, "tabs");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tabs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("panel", "Pages of the panel"), -1);
  gtk_box_append (GTK_BOX (self->box), self->tabs);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (gsize i = 0; i < N_PAGES; i++)
    add_page (self, i, &group);
  gtk_toggle_button_set_active (group, TRUE);
}

GtkWidget *
sh_instrument_new (void)
{
  return g_object_new (SH_TYPE_INSTRUMENT, NULL);
}

void
sh_instrument_set_session (ShInstrument *self, ShSession *session)
{
  g_return_if_fail (SH_IS_INSTRUMENT (self));

  if (!g_set_object (&self->session, session))
    return;
  for (gsize i = 0; i < N_PAGES && self->box != NULL; i++)
    {
      GtkWidget *page = sh_pages_get_made (GTK_STACK (self->stack), pages[i].name);

      if (page != NULL)
        g_object_set (page, "session", session, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
