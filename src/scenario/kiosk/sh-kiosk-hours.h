/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** The most spans of opening hours that one week may have. */
#define SH_KIOSK_SPANS 28
/** Minutes of a day; 24:00 ends a span that lasts till midnight. */
#define SH_KIOSK_DAY_MIN 1440

/** One span of a day in which the kiosk is open, by the clock on the wall. */
typedef struct
{
  int day;      /* 0 = Monday … 6 = Sunday */
  int from_min; /* minutes after midnight, 0…1439 */
  int to_min;   /* later than from_min, up to 1440; not open any more at this minute */
} ShKioskSpan;

/** The opening hours of a week. Plain values. */
typedef struct
{
  gboolean always; /* the spans do not count */
  int n_spans;
  ShKioskSpan span[SH_KIOSK_SPANS];
} ShKioskHours;

/** What is allowed, for messages. */
#define SH_KIOSK_HOURS_ALLOWED "always, or spans such as Mon-Fri 08:00-18:00, Sat 09:00-13:00"

/**
 * Reads opening hours: "always", or spans such as "Mon-Fri 08:00-18:00, Sat 09:00-13:00". A span
 * that ends before it begins goes on after midnight. An empty text is "never open".
 *
 * Returns: whether @hours was written.
 */
gboolean sh_kiosk_hours_parse (const char *text, ShKioskHours *hours);
/** The hours as a text that reads back to the same. Returns: (transfer full) */
char *sh_kiosk_hours_to_text (const ShKioskHours *hours);

/** Whether it is open at @local, a moment in the kiosk's time zone. The clock on the wall counts,
 * so that nothing has to be done when summer time begins or ends. */
gboolean sh_kiosk_hours_open (const ShKioskHours *hours, GDateTime *local);
/** The next moment after @local at which it opens; NULL when it never does. Returns: (transfer
 * full) (nullable) */
GDateTime *sh_kiosk_hours_next (const ShKioskHours *hours, GDateTime *local);

/** The first span of a day. Returns: whether it opens on that day. */
gboolean sh_kiosk_hours_day (const ShKioskHours *hours, int day, int *from_min, int *to_min);
/** Gives a day one span in place of those it had; @from_min < 0 closes it. */
void sh_kiosk_hours_set_day (ShKioskHours *hours, int day, int from_min, int to_min);

/** Reads a time of day such as "03:30". Returns: the minutes after midnight, or -1. */
int sh_kiosk_clock_parse (const char *text);
