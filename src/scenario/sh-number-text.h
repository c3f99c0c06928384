/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Numbers in files and on the command line: always with a decimal point, whatever the locale. */

/** Reads a plain decimal number. Hexadecimal, "nan", "inf", a decimal comma, a unit or anything
 * else behind the number is refused. Returns: whether @number was written. */
gboolean sh_number_parse (const char *text, double *number);

/** Reads a whole number of 0 or more. Returns: whether @number was written. */
gboolean sh_whole_parse (const char *text, guint64 *number);

/** The shortest text that reads back to exactly @number. Returns: (transfer full) */
char *sh_number_to_text (double number);
