/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-kiosk-counts.h"
#include "sh-kiosk-hours.h"

/* The pages that only staff reach. Their buttons act through the actions of the group "staff".
 * Returns: (transfer floating) */

/** The steps in which staff change the opening hours, in minutes. */
#define SH_KIOSK_HOURS_STEP_MIN 30

/** The pad for the PIN. @shown: (out): the label for the dots; @message: (out): the label for what
 * there is to say */
GtkWidget *sh_kiosk_page_pin (GtkWidget **shown, GtkWidget **message);

/** What the staff's page shows. */
typedef struct
{
  const ShKioskHours *hours;
  const ShKioskCounts *counts; /* (nullable): NULL when nothing is counted */
  const char *today;           /* the first hour of today, "2026-11-25 00" */
  const char *week;            /* the same six days ago */
  const char *config_path;     /* (nullable) */
  guint problems;              /* mistakes found in the configuration */
} ShKioskStaffFacts;

/** Counts, and the ways out. */
GtkWidget *sh_kiosk_page_staff (const ShKioskStaffFacts *facts);
/** The opening hours, which each day's buttons change. */
GtkWidget *sh_kiosk_page_hours (const ShKioskHours *hours);

/** Changes one day by a button's wish: @what 'f' moves its beginning, 't' its end by @steps, 'x'
 * opens or closes it. */
void sh_kiosk_staff_change_hours (ShKioskHours *hours, int day, char what, int steps);
