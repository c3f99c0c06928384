/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** What lies over the whole kiosk at times: the countdown, and the dark after hours. */
typedef struct
{
  GtkWidget *countdown;
  GtkWidget *countdown_label;
  GtkWidget *closed;
  GtkWidget *closed_label;
} ShKioskSheets;

/** Makes them, hidden, over what @overlay shows, which owns them. */
void sh_kiosk_sheets_make (ShKioskSheets *sheets, GtkOverlay *overlay);
/** Shows the countdown with so many seconds; 0 takes it away. */
void sh_kiosk_sheets_set_countdown (ShKioskSheets *sheets, int seconds);
/** Darkens all and shows @text (nullable: brightens it again) with @brightness, 0…1. */
void sh_kiosk_sheets_set_closed (ShKioskSheets *sheets, const char *text, double brightness);
/** Moves the words on the dark by a multiple of so many pixels: a few of them on black for a whole
 * night would mark the screen sooner than a picture does. */
void sh_kiosk_sheets_set_shift (ShKioskSheets *sheets, int x, int y);
