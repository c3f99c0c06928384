/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For O_CLOEXEC beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-text-file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-scenario-file.h"

/* How long a pipe or a device may stay silent. A window waits as well, and a kiosk at its start. */
#define PATIENCE_MS 5000

static gboolean
fail_reading (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = sh_file_label (path);

  g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
               C_ ("scenario", "%s: cannot be read: %s"), name, reason);
  return FALSE;
}

/* Whether something can be read, be it the end. A file on a disk is always ready. */
static gboolean
wait_for_bytes (int file)
{
  struct pollfd wanted = { .fd = file, .events = POLLIN };
  struct stat about;
  int ready;

  if (fstat (file, &about) == 0 && S_ISREG (about.st_mode))
    return TRUE;
  do
    ready = poll (&wanted, 1, PATIENCE_MS);
  while (ready < 0 && errno == EINTR);
  if (ready == 0)
    errno = ETIMEDOUT;
  return ready > 0;
}

/* Returns: how many bytes were read, at most @most; -1 with errno when it failed. */
static gssize
read_all (int file, char *buffer, gsize most)
{
  gsize n = 0;

  while (n < most)
    {
      gssize more = wait_for_bytes (file) ? read (file, buffer + n, most - n) : -1;

      if (more == 0)
        break;
      if (more > 0)
        n += (gsize) more;
      else if (errno != EINTR && errno != EAGAIN)
        return -1;
    }
  return (gssize) n;
}

gboolean
sh_text_file_read (const char *path, char **text, gsize *length, GError **error)
{
  g_autofree char *buffer = g_malloc (SH_TEXT_FILE_LARGEST + 2);
  /* Opening must not wait for somebody who writes to a pipe. */
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize n;
  int failure;

  if (file < 0)
    return fail_reading (path, g_strerror (errno), error);
  n = read_all (file, buffer, SH_TEXT_FILE_LARGEST + 1);
  failure = errno;
  close (file);
  if (n < 0 && failure == ETIMEDOUT)
    return fail_reading (path, C_ ("scenario", "nothing comes out of it; allowed: a file"), error);
  if (n < 0)
    return fail_reading (path, g_strerror (failure), error);
  if (n > SH_TEXT_FILE_LARGEST)
    return fail_reading (path, C_ ("scenario", "larger than 256 KiB; allowed: a key file"), error);
  buffer[n] = '\0';
  *text = g_steal_pointer (&buffer);
  *length = (gsize) n;
  return TRUE;
}
