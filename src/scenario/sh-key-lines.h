/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-mistakes.h"

/** One "key=value" with the place where it was written, for messages. */
typedef struct
{
  char *key;
  char *value;
  char *where;       /* of the key: "leg.scenario:4:1" or "setting “pace=90”" */
  char *value_where; /* of the value: "leg.scenario:4:6", or the same setting */
} ShKeyLine;

/** A line with copies of all four. Returns: (transfer full) */
ShKeyLine *
sh_key_line_new (const char *key, const char *value, const char *where, const char *value_where);

void sh_key_line_free (ShKeyLine *line);

/**
 * Reads a key file of the one group @group: comments (#), blank lines, the group's line, and
 * key=value lines. GLib's own reader cannot tell the line of a mistake; this one can.
 *
 * @text: (array length=length): may hold any bytes
 * @name: stands for the file in messages
 * @lines: (element-type ShKeyLine): the lines are appended
 *
 * Returns: whether the text is such a file; an error names line, column, what was found and what
 * is allowed.
 */
gboolean sh_key_lines_read (const char *text,
                            gsize length,
                            const char *name,
                            const char *group,
                            GPtrArray *lines,
                            GError **error);

/** As sh_key_lines_read(), but goes on after a mistake and tells all of them in @mistakes, whose
 * file stands in the messages. */
void sh_key_lines_read_all (
    const char *text, gsize length, const char *group, GPtrArray *lines, ShMistakes *mistakes);

/** Splits one "KEY=VALUE" setting and appends it to @lines. */
gboolean sh_key_lines_add_setting (const char *setting, GPtrArray *lines, GError **error);

/** @text made fit for a message of one line: no line ends, nothing that would steer a terminal, no
 * broken letters. Returns: (transfer full) */
char *sh_printable (const char *text);

/** The same for what is only quoted: what is very long is cut. Returns: (transfer full) */
char *sh_one_line (const char *text);

/** How a message names the file at @path: in one line, never cut, in quotes when there is no name.
 * Returns: (transfer full) */
char *sh_file_label (const char *path);
