/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-data-table.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* One row: an object, as lists of GTK want them. */
#define SH_TYPE_DATA_ROW (sh_data_row_get_type ())
G_DECLARE_FINAL_TYPE (ShDataRow, sh_data_row, SH, DATA_ROW, GObject)

struct _ShDataRow
{
  GObject parent_instance;

  GStrv cells;
};

G_DEFINE_FINAL_TYPE (ShDataRow, sh_data_row, G_TYPE_OBJECT)

static void
sh_data_row_finalize (GObject *object)
{
  g_strfreev (SH_DATA_ROW (object)->cells);
  G_OBJECT_CLASS (sh_data_row_parent_class)->finalize (object);
}

static void
sh_data_row_class_init (ShDataRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sh_data_row_finalize;
}

static void
sh_data_row_init (ShDataRow *self)
{
}

/* A few rows are always in view, in pixels. */
#define LEAST_HEIGHT 168

struct _ShDataTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (ShDataTable, sh_data_table, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  /* The first column tells times, which take one line, or a screen holds half as many rows. */
  gtk_label_set_wrap (GTK_LABEL (label),
                      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "index")) > 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* The keyboard walks from row to row, and GTK 4.8 would call each by the name of its class: it is
 * heard with all that stands in it. */
static void
name_row (GtkWidget *row, ShDataRow *item, GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns) && item->cells[i] != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (i > 0)
        g_string_append (name, "; ");
      /* Translators: the name of a table's column and what stands in it. */
      g_string_append_printf (name, C_ ("table", "%s: %s"),
                              gtk_column_view_column_get_title (column), item->cells[i]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

/* A cell is heard with the name of its column; GTK 4.8 has no table cells for screen readers. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  ShDataRow *row = SH_DATA_ROW (gtk_list_item_get_item (item));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "index"));
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *cell = index < g_strv_length (row->cells) ? row->cells[index] : "";
  /* Translators: the name of a table's column and what stands in it. */
  g_autofree char *spoken =
      g_strdup_printf (C_ ("table", "%s: %s"), gtk_column_view_column_get_title (column), cell);

  if (index == 0)
    name_row (gtk_widget_get_parent (gtk_widget_get_parent (label)), row,
              gtk_column_view_column_get_column_view (column));
  gtk_label_set_text (GTK_LABEL (label), cell);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
add_column (ShDataTable *self, const char *title, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (column), "index", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

static void
sh_data_table_dispose (GObject *object)
{
  ShDataTable *self = SH_DATA_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (sh_data_table_parent_class)->dispose (object);
}

static void
sh_data_table_class_init (ShDataTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_data_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "datatable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_data_table_init (ShDataTable *self)
{
  GtkNoSelection *selection;

  self->rows = g_list_store_new (SH_TYPE_DATA_ROW);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  self->scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->view, "vexpand", TRUE,
                    "propagate-natural-height", TRUE, "min-content-height", LEAST_HEIGHT, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
sh_data_table_new (void)
{
  return g_object_new (SH_TYPE_DATA_TABLE, NULL);
}

void
sh_data_table_set_title (ShDataTable *self, const char *title)
{
  g_return_if_fail (SH_IS_DATA_TABLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  /* Its head and its list are no more than parts of it, and have no names of their own. */
  for (GtkWidget *part = gtk_widget_get_first_child (self->view); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
}

void
sh_data_table_set_columns (ShDataTable *self, const char *const *titles)
{
  GListModel *columns;

  g_return_if_fail (SH_IS_DATA_TABLE (self));

  sh_data_table_clear (self);
  columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
    }
  for (guint i = 0; titles[i] != NULL; i++)
    add_column (self, titles[i], i);
}

void
sh_data_table_add_row (ShDataTable *self, const char *const *cells)
{
  g_autoptr (ShDataRow) row = NULL;

  g_return_if_fail (SH_IS_DATA_TABLE (self));

  row = g_object_new (SH_TYPE_DATA_ROW, NULL);
  row->cells = g_strdupv ((GStrv) cells);
  g_list_store_append (self->rows, row);
}

void
sh_data_table_clear (ShDataTable *self)
{
  g_return_if_fail (SH_IS_DATA_TABLE (self));

  g_list_store_remove_all (self->rows);
}

guint
sh_data_table_get_n_rows (ShDataTable *self)
{
  g_return_val_if_fail (SH_IS_DATA_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

const char *
sh_data_table_get_cell (ShDataTable *self, guint row, guint column)
{
  g_autoptr (ShDataRow) item = NULL;

  g_return_val_if_fail (SH_IS_DATA_TABLE (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);
  return item != NULL && column < g_strv_length (item->cells) ? item->cells[column] : NULL;
}
