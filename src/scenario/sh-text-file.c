/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-text-file.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gstdio.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-scenario-file.h"

static gboolean
fail_reading (const char *name, const char *reason, GError **error)
{
  g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
               C_ ("scenario", "%s: cannot be read: %s"), name, reason);
  return FALSE;
}

gboolean
sh_text_file_read (const char *path, char **text, gsize *length, GError **error)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autofree char *name = sh_one_line (display);
  g_autofree char *buffer = g_malloc (SH_TEXT_FILE_LARGEST + 2);
  FILE *stream = g_fopen (path, "rb");
  gsize n = 0;
  int failure = 0;

  if (stream == NULL)
    return fail_reading (name, g_strerror (errno), error);
  n = fread (buffer, 1, SH_TEXT_FILE_LARGEST + 1, stream);
  if (ferror (stream))
    failure = errno;
  fclose (stream);
  if (failure != 0)
    return fail_reading (name, g_strerror (failure), error);
  if (n > SH_TEXT_FILE_LARGEST)
    return fail_reading (
        name, C_ ("scenario", "larger than any scenario or lesson (256 KiB); allowed: a key file"),
        error);
  buffer[n] = '\0';
  *text = g_steal_pointer (&buffer);
  *length = n;
  return TRUE;
}
