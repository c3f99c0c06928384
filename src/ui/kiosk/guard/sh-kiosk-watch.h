/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** What can be seen of the program at one moment. */
typedef struct
{
  gboolean moving; /* the picture should move: not paused, dimmed, closed or without a screen */
  guint64 frames;  /* drawn so far */
  double model_s;  /* the model's time */
} ShKioskSight;

/** What was seen last. All zero is the beginning. */
typedef struct
{
  ShKioskSight last;
  gboolean seen;
} ShKioskWatch;

/** Looks again. Returns: whether all is well: nothing should have moved since the last look, or
 * a frame was drawn and the model's time has changed. That the main loop answers is shown by being
 * called at all. */
gboolean sh_kiosk_watch_look (ShKioskWatch *watch, const ShKioskSight *sight);

/** The resident memory of this program, in KiB; 0 when the system does not tell. */
guint64 sh_kiosk_watch_memory_kib (void);

/** What is allocated now, in KiB; 0 when the C library does not tell. It shows a leak better than
 * the resident memory does, in which what was freed counts as long as the C library keeps it. */
guint64 sh_kiosk_watch_heap_kib (void);

/** Gives back to the system what was freed. Pictures as large as the screen leave holes in which
 * small things settle, so that the C library would keep about half as much again as is in use. */
void sh_kiosk_watch_give_back (void);
