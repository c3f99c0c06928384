/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-log.h"

#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

typedef struct
{
  char *path;
  char *before; /* the file that was full */
  gsize most;
  FILE *stream;
  gsize written;
} ShKioskLog;

G_LOCK_DEFINE_STATIC (log_file);
static ShKioskLog the_log;

static void
open_log (ShKioskLog *log)
{
  long end;

  log->stream = g_fopen (log->path, "ae");
  if (log->stream == NULL)
    return;
  end = fseek (log->stream, 0, SEEK_END) == 0 ? ftell (log->stream) : 0;
  log->written = end > 0 ? (gsize) end : 0;
}

static void
begin_anew (ShKioskLog *log)
{
  fclose (log->stream);
  log->stream = NULL;
  g_rename (log->path, log->before);
  open_log (log);
}

static void
write_line (ShKioskLog *log, const char *line)
{
  gsize length = strlen (line) + 1;

  if (log->stream != NULL && log->written + length > log->most)
    begin_anew (log);
  if (log->stream == NULL)
    open_log (log);
  if (log->stream == NULL)
    return;
  fprintf (log->stream, "%s\n", line);
  fflush (log->stream);
  log->written += length;
}

static GLogWriterOutput
writer (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autofree char *when = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (g_log_writer_default_would_drop (level, NULL))
    return G_LOG_WRITER_HANDLED;
  text = g_log_writer_format_fields (level, fields, n_fields, FALSE);
  now = g_date_time_new_now_local ();
  when = g_date_time_format_iso8601 (now);
  line = g_strdup_printf ("%s %s", when, text);
  G_LOCK (log_file);
  write_line (&the_log, line);
  G_UNLOCK (log_file);
  /* What ends the program is said where a developer looks, too. */
  if ((level & (G_LOG_FLAG_FATAL | G_LOG_LEVEL_ERROR)) != 0)
    return g_log_writer_default (level, fields, n_fields, user_data);
  return G_LOG_WRITER_HANDLED;
}

void
sh_kiosk_log_to (const char *path, double most_kib)
{
  static gboolean installed;

  if (path[0] == '\0')
    return;
  G_LOCK (log_file);
  g_free (the_log.path);
  g_free (the_log.before);
  g_clear_pointer (&the_log.stream, fclose);
  the_log.path = g_strdup (path);
  the_log.before = g_strconcat (path, ".1", NULL);
  the_log.most = (gsize) (most_kib * 1024.0);
  G_UNLOCK (log_file);
  if (!installed)
    g_log_set_writer_func (writer, NULL, NULL);
  installed = TRUE;
}
