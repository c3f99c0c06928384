/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** What is counted. */
typedef enum
{
  SH_KIOSK_COUNT_TOUCHES,
  SH_KIOSK_COUNT_VISITS,  /* begun */
  SH_KIOSK_COUNT_LESSONS, /* finished */
  SH_KIOSK_N_COUNTS
} ShKioskCount;

/**
 * How the kiosk is used, by the hour, about nobody. An hour is named by its local date and time,
 * such as "2026-11-25 17"; the hour that comes twice when summer time ends is one row.
 *
 * In a file it is a plain text with a tab between the columns; any spreadsheet reads it.
 */
typedef struct _ShKioskCounts ShKioskCounts;

/** No counts yet; at most @most_hours hours are ever kept, the oldest go. Returns: (transfer full)
 */
ShKioskCounts *sh_kiosk_counts_new (gsize most_hours);
void sh_kiosk_counts_free (ShKioskCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShKioskCounts, sh_kiosk_counts_free)

/** Adds the counts of a file. A missing file is an empty one. A broken one is kept beside it under
 * a name that ends in ".broken", told in @error, and what it holds is not counted. */
gboolean sh_kiosk_counts_read (ShKioskCounts *counts, const char *path, GError **error);
/** Writes them atomically if they changed since; makes the folder. */
gboolean sh_kiosk_counts_write (ShKioskCounts *counts, const char *path, GError **error);

/** Counts one more in @hour. */
void sh_kiosk_counts_add (ShKioskCounts *counts, const char *hour, ShKioskCount what);
/** Counts a chosen language in @hour; @code such as "es". */
void sh_kiosk_counts_add_language (ShKioskCounts *counts, const char *hour, const char *code);

/** The sum of all hours from @hour on; "" for all. */
guint64 sh_kiosk_counts_since (const ShKioskCounts *counts, const char *hour, ShKioskCount what);
/** How many hours are kept. */
gsize sh_kiosk_counts_n_hours (const ShKioskCounts *counts);
/** The whole as the text of the file. Returns: (transfer full) */
char *sh_kiosk_counts_to_text (const ShKioskCounts *counts);
