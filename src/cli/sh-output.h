/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Where a subcommand's result goes: standard output, or a file that appears when it is whole. */
typedef struct _ShOutput ShOutput;

/** @path: (nullable): NULL or "-" for standard output. NULL when it cannot be opened, which was
 * told. Returns: (transfer full) (nullable) */
ShOutput *sh_output_open (const char *path);

/** Writes @length bytes of @text. Returns: whether it is still worth going on; why not is told by
 * sh_output_close(). */
gboolean sh_output_write (ShOutput *output, const char *text, gsize length);
/** The same for a whole @text. */
gboolean sh_output_text (ShOutput *output, const char *text);

/** Whether the result runs over the terminal, where a progress line would be in its way. */
gboolean sh_output_is_terminal (const ShOutput *output);

/** Brings everything out and frees @output. A failure is told, except a reader that has gone: who
 * pipes into `head` knows why. Returns: the exit status. */
int sh_output_close (ShOutput *output);

/** Forgets the result and frees @output; a file under its name stays as it was. */
void sh_output_discard (ShOutput *output);

/** Shows on a terminal how far long work has come; nothing during the first half second. */
typedef struct
{
  gint64 begin_us;
  gint64 shown_us;
  gboolean wanted;
} ShProgress;

/** Starts to show progress, when standard error is a terminal that @output does not write to.
 * @output: (nullable): NULL when nothing is written before the work is done */
void sh_progress_begin (ShProgress *progress, const ShOutput *output);
/** @part: 0…1 */
void sh_progress_show (ShProgress *progress, double part);
/** Takes the progress away again. */
void sh_progress_end (ShProgress *progress);
