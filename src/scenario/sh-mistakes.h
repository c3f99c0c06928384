/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** Everything that is wrong with one file, each as one line "FILE:LINE:COLUMN: what, what is
 * allowed". A checker goes on after the first mistake, so that an author mends them in one go. */
typedef struct
{
  char *file;
  GPtrArray *messages; /* (element-type utf8): the first hundred */
  guint n;             /* all of them */
} ShMistakes;

/** @name: stands for the file in the messages. Returns: (transfer full) */
ShMistakes *sh_mistakes_new (const char *name);
void sh_mistakes_free (ShMistakes *mistakes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShMistakes, sh_mistakes_free)

/** Adds a mistake at a line and a column, both from 1. After the hundredth they are
 * only counted: such a file is of another kind. */
void sh_mistakes_add (ShMistakes *mistakes, guint line, guint column, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/** Adds a message that names its place by itself. */
void sh_mistakes_add_message (ShMistakes *mistakes, const char *message);

/** Whether nothing is wrong so far. */
gboolean sh_mistakes_none (const ShMistakes *mistakes);

/**
 * Splits a file's text into its lines; a byte order mark before the first is no part of it.
 *
 * @length: of the text, in bytes
 *
 * Returns: (transfer full): NULL when it is no text in UTF-8; the first byte that is not is told.
 */
char **sh_mistakes_split (ShMistakes *mistakes, const char *text, gsize length);

/** Makes the first mistake an error of SH_SCENARIO_ERROR_SYNTAX. There has to be one. Returns:
 * FALSE, so that calls chain. */
gboolean sh_mistakes_fail (const ShMistakes *mistakes, GError **error);
