/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_CHART_TABLE (sh_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (ShChartTable, sh_chart_table, SH, CHART_TABLE, GtkWidget)

/**
 * The strip charts as a table: one row for each second of the last minute, each minute of the last
 * hour while the clock runs fast; the newest first. It stands still until it is renewed.
 *
 * Property: `session`.
 */
GtkWidget *sh_chart_table_new (void);

/** Fills the table with what the session's history holds now. */
void sh_chart_table_renew (ShChartTable *self);

G_END_DECLS
