/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-mode-switch.h"

#include "sh-mnemonic.h"
#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _ShModeSwitch
{
  GtkWidget parent_instance;

  GtkWidget *row;
  GtkWidget *button;
  GMenu *menu;
  GHashTable *titles; /* by name */
};

G_DEFINE_FINAL_TYPE (ShModeSwitch, sh_mode_switch, GTK_TYPE_WIDGET)

/* At least the button with the menu, at best the whole row. */
static void
sh_mode_switch_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ShModeSwitch *self = SH_MODE_SWITCH (widget);
  int row_least, row, button_least, button;

  gtk_widget_measure (self->row, orientation, -1, &row_least, &row, NULL, NULL);
  gtk_widget_measure (self->button, orientation, -1, &button_least, &button, NULL, NULL);
  *minimum =
      orientation == GTK_ORIENTATION_HORIZONTAL ? button_least : MAX (row_least, button_least);
  *natural = MAX (row, button_least);
}

static void
sh_mode_switch_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShModeSwitch *self = SH_MODE_SWITCH (widget);
  int row_least;
  gboolean wide;

  gtk_widget_measure (self->row, GTK_ORIENTATION_HORIZONTAL, -1, &row_least, NULL, NULL, NULL);
  wide = width >= row_least;
  gtk_widget_set_child_visible (self->row, wide);
  gtk_widget_set_child_visible (self->button, !wide);
  gtk_widget_size_allocate (wide ? self->row : self->button,
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
sh_mode_switch_dispose (GObject *object)
{
  ShModeSwitch *self = SH_MODE_SWITCH (object);

  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  G_OBJECT_CLASS (sh_mode_switch_parent_class)->dispose (object);
}

static void
sh_mode_switch_class_init (ShModeSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_mode_switch_dispose;
  widget_class->measure = sh_mode_switch_measure;
  widget_class->size_allocate = sh_mode_switch_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "modeswitch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_mode_switch_init (ShModeSwitch *self)
{
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->menu = g_menu_new ();
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->row, "segments");
  gtk_widget_add_css_class (self->row, "modes");
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "menu-model", self->menu, "use-underline",
                               TRUE, "always-show-arrow", TRUE, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("window", "What the panel is for"), -1);
  /* A menu button is not named after its label. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("window", "What the panel is for"), -1);
}

void
sh_mode_switch_add (ShModeSwitch *self, const char *name, const char *title)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);
  GtkWidget *button;

  g_return_if_fail (SH_IS_MODE_SWITCH (self));

  button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", title, "use-underline", TRUE,
                         "focus-on-click", FALSE, "action-name", "win.mode", "action-target",
                         g_variant_new_string (name), NULL);
  sh_mnemonic_names (button);
  gtk_box_append (GTK_BOX (self->row), button);
  g_menu_item_set_action_and_target (item, "win.mode", "s", name);
  g_menu_append_item (self->menu, item);
  g_hash_table_insert (self->titles, g_strdup (name), g_strdup (title));
}

void
sh_mode_switch_set_mode (ShModeSwitch *self, const char *name)
{
  const char *title;

  g_return_if_fail (SH_IS_MODE_SWITCH (self));

  title = g_hash_table_lookup (self->titles, name);
  if (title != NULL)
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), title);
}
