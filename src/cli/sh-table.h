/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-output.h"

/** A table of texts and numbers, printed for people or as JSON, an array of one object a row. */
typedef struct _ShTable ShTable;

/** @columns: (array length=n): names of the columns, which have to outlive the table.
 * Returns: (transfer full) */
ShTable *sh_table_new (const char *const *columns, guint n);
void sh_table_free (ShTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShTable, sh_table_free)

/** Adds the next cell. @text: (transfer none) */
void sh_table_add_text (ShTable *table, const char *text);
/** Adds the next cell as a number: JSON takes all its digits, the printed table @decimals places,
 * or as few as say the same when @decimals is negative. NaN is null, or a dash. */
void sh_table_add_number (ShTable *table, double number, int decimals);

/** Prints the table for people: texts to the left of their column, numbers to the right. */
void sh_table_print (const ShTable *table, ShOutput *output);
/** Prints an array of objects, one a row, with the columns as names. */
void sh_table_print_json (const ShTable *table, ShOutput *output);
/** @format: 0 for the table, 1 for JSON, in the order of sh_table_formats. Writes to standard
 * output. Returns: the exit status. */
int sh_table_finish (const ShTable *table, int format);

/** The names of the formats: "table", "json". */
extern const char *const sh_table_formats[2];
