/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For isatty and fileno beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-atomic-file.h"
#include "sh-command.h"

struct _ShOutput
{
  ShAtomicFile *file; /* NULL for standard output */
  int failure;        /* errno of the first failure on standard output */
};

ShOutput *
sh_output_open (const char *path)
{
  ShOutput *output = g_new0 (ShOutput, 1);
  g_autoptr (GError) error = NULL;

  if (path == NULL || strcmp (path, "-") == 0)
    return output;
  output->file = sh_atomic_file_open (path, &error);
  if (output->file != NULL)
    return output;
  sh_cli_fail_error (SH_EXIT_FAILURE, error);
  g_free (output);
  return NULL;
}

gboolean
sh_output_write (ShOutput *output, const char *text, gsize length)
{
  if (output->file != NULL)
    return sh_atomic_file_write (output->file, text, length);
  if (output->failure == 0 && fwrite (text, 1, length, stdout) != length)
    output->failure = errno != 0 ? errno : EIO;
  return output->failure == 0;
}

gboolean
sh_output_text (ShOutput *output, const char *text)
{
  return sh_output_write (output, text, strlen (text));
}

gboolean
sh_output_is_terminal (const ShOutput *output)
{
  return output->file == NULL && isatty (STDOUT_FILENO);
}

static int
close_standard_output (ShOutput *output)
{
  g_autofree char *message = NULL;

  if (fflush (stdout) != 0 && output->failure == 0)
    output->failure = errno;
  if (output->failure == 0)
    return 0;
  if (output->failure == EPIPE)
    return SH_EXIT_FAILURE;
  message = g_strdup_printf (C_ ("command", "standard output cannot be written: %s"),
                             g_strerror (output->failure));
  return sh_cli_fail (SH_EXIT_FAILURE, message);
}

int
sh_output_close (ShOutput *output)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (output->file == NULL)
    status = close_standard_output (output);
  else if (!sh_atomic_file_commit (output->file, &error))
    status = sh_cli_fail_error (SH_EXIT_FAILURE, error);
  g_free (output);
  return status;
}

void
sh_output_discard (ShOutput *output)
{
  sh_atomic_file_discard (output->file);
  g_free (output);
}

void
sh_progress_begin (ShProgress *progress, const ShOutput *output)
{
  progress->begin_us = g_get_monotonic_time ();
  progress->shown_us = 0;
  progress->wanted = isatty (STDERR_FILENO) && (output == NULL || !sh_output_is_terminal (output));
}

void
sh_progress_show (ShProgress *progress, double part)
{
  gint64 now;

  if (!progress->wanted)
    return;
  now = g_get_monotonic_time ();
  if (now - progress->begin_us < G_USEC_PER_SEC / 2 ||
      now - progress->shown_us < G_USEC_PER_SEC / 10)
    return;
  progress->shown_us = now;
  fprintf (stderr, "\r%3d %%", (int) (100 * CLAMP (part, 0.0, 1.0)));
  fflush (stderr);
}

void
sh_progress_end (ShProgress *progress)
{
  if (progress->shown_us != 0)
    fputs ("\r      \r", stderr);
}
