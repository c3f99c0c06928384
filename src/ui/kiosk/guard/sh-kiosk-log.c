/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-log.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  char *before; /* the file that was full */
  gsize most;
  FILE *stream;
  gsize written;
  gboolean failed; /* which was told */
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

/* Returns: whether the line stands in the file; else errno says why not. */
static gboolean
write_line (ShKioskLog *log, const char *line)
{
  gsize length = strlen (line) + 1;

  if (log->stream != NULL && log->written + length > log->most)
    begin_anew (log);
  if (log->stream == NULL)
    open_log (log);
  if (log->stream == NULL)
    return FALSE;
  if (fprintf (log->stream, "%s\n", line) < 0 || fflush (log->stream) != 0)
    {
      int failure = errno;

      g_clear_pointer (&log->stream, fclose);
      errno = failure;
      return FALSE;
    }
  log->written += length;
  return TRUE;
}

/* A log that cannot be written is no reason to lose what was to stand in it. */
static void
tell_failure (ShKioskLog *log, int failure)
{
  g_autofree char *message =
      g_strdup_printf (C_ ("file", "%s: cannot be written: %s"), log->path, g_strerror (failure));
  const GLogField field = { "MESSAGE", message, -1 };

  if (!log->failed)
    g_log_writer_default (G_LOG_LEVEL_MESSAGE, &field, 1, NULL);
  log->failed = TRUE;
}

static gboolean
keep_line (const char *line)
{
  gboolean kept;

  G_LOCK (log_file);
  kept = write_line (&the_log, line);
  if (kept)
    the_log.failed = FALSE;
  else
    tell_failure (&the_log, errno);
  G_UNLOCK (log_file);
  return kept;
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
  /* What ends the program is said where a developer looks, too. */
  if (!keep_line (line) || (level & (G_LOG_FLAG_FATAL | G_LOG_LEVEL_ERROR)) != 0)
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
  the_log.failed = FALSE;
  the_log.most = (gsize) (most_kib * 1024.0);
  G_UNLOCK (log_file);
  if (!installed)
    g_log_set_writer_func (writer, NULL, NULL);
  installed = TRUE;
}
