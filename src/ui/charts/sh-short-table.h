/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A table of a few rows of text that is as high as they are: it lies in a page that scrolls, where
 * a table with a scroll bar of its own would catch the wheel and hide rows. */
#define SH_TYPE_SHORT_TABLE (sh_short_table_get_type ())
G_DECLARE_FINAL_TYPE (ShShortTable, sh_short_table, SH, SHORT_TABLE, GtkWidget)

/** Returns: (transfer full) */
GtkWidget *sh_short_table_new (void);
/** What the table is called by a screen reader. */
void sh_short_table_set_title (ShShortTable *self, const char *title);
/** Throws all rows away and names the columns; @titles ends with NULL. */
void sh_short_table_set_columns (ShShortTable *self, const char *const *titles);
/** Adds a row below the others; @cells ends with NULL and has one text for each column. */
void sh_short_table_add_row (ShShortTable *self, const char *const *cells);

G_END_DECLS
