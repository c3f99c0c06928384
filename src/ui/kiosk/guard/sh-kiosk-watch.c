/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For sysconf beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-kiosk-watch.h"

#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

gboolean
sh_kiosk_watch_look (ShKioskWatch *watch, const ShKioskSight *sight)
{
  gboolean expected = watch->seen && watch->last.moving && sight->moving;
  gboolean drawn = sight->frames != watch->last.frames;
  /* A new scene begins at 0 again: any other time means that it goes on. */
  gboolean advanced = sight->model_s < watch->last.model_s || sight->model_s > watch->last.model_s;

  watch->last = *sight;
  watch->seen = TRUE;
  return !expected || (drawn && advanced);
}

guint64
sh_kiosk_watch_memory_kib (void)
{
  g_autofree char *text = NULL;
  const char *resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  resident = strchr (text, ' ');
  if (resident == NULL)
    return 0;
  return g_ascii_strtoull (resident + 1, NULL, 10) * (guint64) sysconf (_SC_PAGESIZE) / 1024;
}

guint64
sh_kiosk_watch_heap_kib (void)
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  const struct mallinfo2 heap = mallinfo2 ();

  return (heap.uordblks + heap.hblkhd) / 1024;
#else
  return 0;
#endif
}

void
sh_kiosk_watch_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
