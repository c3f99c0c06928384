/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SH_TYPE_DATA_TABLE (sh_data_table_get_type ())
G_DECLARE_FINAL_TYPE (ShDataTable, sh_data_table, SH, DATA_TABLE, GtkWidget)

/**
 * A table of texts, for everything that is also drawn as a chart: rows that the keyboard walks, and
 * cells that a screen reader hears together with the name of their column.
 */
GtkWidget *sh_data_table_new (void);

/** Sets what the table as a whole is called. */
void sh_data_table_set_title (ShDataTable *self, const char *title);
/** Names the columns, and forgets all rows. @titles: (array zero-terminated=1) */
void sh_data_table_set_columns (ShDataTable *self, const char *const *titles);
/** Adds a row at the end. @cells: (array zero-terminated=1): one for each column */
void sh_data_table_add_row (ShDataTable *self, const char *const *cells);
/** Forgets all rows. */
void sh_data_table_clear (ShDataTable *self);

/** How many rows there are. */
guint sh_data_table_get_n_rows (ShDataTable *self);
/** The text of a cell, or NULL when there is no such one. Returns: (transfer none) */
const char *sh_data_table_get_cell (ShDataTable *self, guint row, guint column);

G_END_DECLS
