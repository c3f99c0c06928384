/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-short-table.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _ShShortTable
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GStrv titles;
  int n_lines; /* of the grid: a row and the line above it are two */
};

G_DEFINE_FINAL_TYPE (ShShortTable, sh_short_table, GTK_TYPE_WIDGET)

/* The words of a row take what its numbers leave. */
static GtkWidget *
add_label (ShShortTable *self, const char *text, int column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (text, -1), 8));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, self->n_lines, 1, 1);
  return label;
}

static void
clear (ShShortTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_clear_pointer (&self->titles, g_strfreev);
  self->n_lines = 0;
}

static void
sh_short_table_dispose (GObject *object)
{
  ShShortTable *self = SH_SHORT_TABLE (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->titles, g_strfreev);
  G_OBJECT_CLASS (sh_short_table_parent_class)->dispose (object);
}

static void
sh_short_table_class_init (ShShortTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_short_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "shorttable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_short_table_init (ShShortTable *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 6, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  /* The Tab key comes to it, which brings it into view. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sh_short_table_new (void)
{
  return g_object_new (SH_TYPE_SHORT_TABLE, NULL);
}

void
sh_short_table_set_title (ShShortTable *self, const char *title)
{
  g_return_if_fail (SH_IS_SHORT_TABLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
sh_short_table_set_columns (ShShortTable *self, const char *const *titles)
{
  g_return_if_fail (SH_IS_SHORT_TABLE (self));

  clear (self);
  self->titles = g_strdupv ((GStrv) titles);
  for (int i = 0; titles[i] != NULL; i++)
    gtk_widget_add_css_class (add_label (self, titles[i], i), "row-title");
  self->n_lines++;
}

/* A cell is heard with the name of its column; GTK 4.8 has no table cells for screen readers. */
void
sh_short_table_add_row (ShShortTable *self, const char *const *cells)
{
  int n_columns;

  g_return_if_fail (SH_IS_SHORT_TABLE (self));
  g_return_if_fail (self->titles != NULL);

  n_columns = (int) g_strv_length (self->titles);
  gtk_grid_attach (GTK_GRID (self->grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0,
                   self->n_lines++, n_columns, 1);
  for (int i = 0; i < n_columns && cells[i] != NULL; i++)
    {
      /* Translators: the name of a table's column and what stands in it. */
      g_autofree char *spoken = g_strdup_printf (C_ ("table", "%s: %s"), self->titles[i], cells[i]);

      gtk_accessible_update_property (GTK_ACCESSIBLE (add_label (self, cells[i], i)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
  self->n_lines++;
}
