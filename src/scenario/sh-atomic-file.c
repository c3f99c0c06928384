/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For realpath, fdopen and fchmod beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"

struct _ShAtomicFile
{
  char *path;      /* as the caller wrote it, for messages */
  char *target;    /* with links followed */
  char *temporary; /* NULL when the target is written directly */
  FILE *stream;
  int failure; /* errno of the first failure */
};

static void
set_error (GError **error, const char *path, int failure)
{
  g_autofree char *name = sh_file_label (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (failure),
               C_ ("file", "%s: cannot be written: %s"), name, g_strerror (failure));
}

static void
atomic_file_free (ShAtomicFile *file)
{
  if (file->stream != NULL)
    fclose (file->stream);
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_free (file->path);
  g_free (file->target);
  g_free (file->temporary);
  g_free (file);
}

/* A name that does not exist yet has no real path; then the given one is meant. */
static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *target = g_strdup (real != NULL ? real : path);

  free (real);
  return target;
}

/* Makes the file beside the target with the rights that a new file, or the old one, has. */
static int
open_temporary (ShAtomicFile *file, const struct stat *old)
{
  mode_t mask = umask (0);
  mode_t mode = old != NULL ? old->st_mode & 0777 : 0666 & ~mask;
  int descriptor;

  umask (mask);
  file->temporary = g_strconcat (file->target, ".XXXXXX", NULL);
  descriptor = g_mkstemp_full (file->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      int failure = errno;

      g_clear_pointer (&file->temporary, g_free);
      errno = failure;
      return -1;
    }
  /* When the rights cannot be given the file stays readable by its owner alone. */
  if (fchmod (descriptor, mode) != 0)
    errno = 0;
  return descriptor;
}

ShAtomicFile *
sh_atomic_file_open (const char *path, GError **error)
{
  ShAtomicFile *file = g_new0 (ShAtomicFile, 1);
  struct stat status;
  gboolean exists;
  int descriptor;

  file->path = g_strdup (path);
  file->target = follow_links (path);
  exists = stat (file->target, &status) == 0;
  if (exists && !S_ISREG (status.st_mode))
    descriptor = g_open (file->target, O_WRONLY | O_CLOEXEC, 0);
  else if (exists && access (file->target, W_OK) != 0)
    descriptor = -1;
  else
    descriptor = open_temporary (file, exists ? &status : NULL);
  if (descriptor >= 0)
    file->stream = fdopen (descriptor, "wb");
  if (file->stream == NULL)
    {
      set_error (error, path, errno);
      if (descriptor >= 0)
        close (descriptor);
      atomic_file_free (file);
      return NULL;
    }
  return file;
}

gboolean
sh_atomic_file_write (ShAtomicFile *file, const void *bytes, gsize length)
{
  if (file->failure != 0)
    return FALSE;
  if (length > 0 && fwrite (bytes, 1, length, file->stream) != length)
    file->failure = errno != 0 ? errno : EIO;
  return file->failure == 0;
}

gboolean
sh_atomic_file_commit (ShAtomicFile *file, GError **error)
{
  int failure = file->failure;

  if (failure == 0 && fflush (file->stream) != 0)
    failure = errno;
  if (failure == 0 && file->temporary != NULL && fsync (fileno (file->stream)) != 0)
    failure = errno;
  if (fclose (file->stream) != 0 && failure == 0)
    failure = errno;
  file->stream = NULL;
  if (failure == 0 && file->temporary != NULL)
    {
      if (g_rename (file->temporary, file->target) != 0)
        failure = errno;
      else
        g_clear_pointer (&file->temporary, g_free);
    }
  if (failure != 0)
    set_error (error, file->path, failure);
  atomic_file_free (file);
  return failure == 0;
}

void
sh_atomic_file_discard (ShAtomicFile *file)
{
  if (file != NULL)
    atomic_file_free (file);
}

gboolean
sh_atomic_write (const char *path, const char *contents, gsize length, GError **error)
{
  ShAtomicFile *file = sh_atomic_file_open (path, error);

  if (file == NULL)
    return FALSE;
  sh_atomic_file_write (file, contents, length);
  return sh_atomic_file_commit (file, error);
}
