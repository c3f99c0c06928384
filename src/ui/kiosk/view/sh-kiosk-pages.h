/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-kiosk-config.h"
#include "sh-kiosk-scenes.h"

/* The pages of the kiosk's dock. Their buttons act through the actions of the groups "kiosk" and
 * "session", which the view inserts. Returns: (transfer floating) */

/** What can be touched while nobody is there. */
GtkWidget *sh_kiosk_page_attract (void);
/** The visitor's first page: the big choices. */
GtkWidget *sh_kiosk_page_home (gboolean with_lessons);
/** The page of one choice. */
GtkWidget *sh_kiosk_page_choice (const ShKioskChoice *choice);
/** The list of lessons. @titles: (array zero-terminated=1) */
GtkWidget *sh_kiosk_page_lessons (const char *const *titles);
/** One moment of a lesson: the answers one may choose from while a question is asked (or none), and
 * the way on. @choices: (array zero-terminated=1); @position: such as "3 of 7"; @caution:
 * (nullable): who has to ask first */
GtkWidget *sh_kiosk_page_lesson (const char *title,
                                 const char *words,
                                 const char *position,
                                 const char *const *choices,
                                 const char *caution);
/** The three needs beside the three causes of failure. */
GtkWidget *sh_kiosk_page_needs (void);
/** What helps first, and the ways to see it. */
GtkWidget *sh_kiosk_page_helps (void);
/** Free play with the main controls. @name: (out): the label that is to name what is done */
GtkWidget *sh_kiosk_page_free (GtkWidget **name);
/** The clinic's line at the top: logo, name, sentence, QR code. @height: px */
GtkWidget *sh_kiosk_page_header (const ShKioskConfig *config, int height);
/** The way back, pause, text size, contrast, read-aloud, and the languages. @languages: (out)
 * (nullable): the toggle button that shows the languages; NULL where there is one only */
GtkWidget *sh_kiosk_page_bar (const ShKioskConfig *config, gboolean speech, GtkWidget **languages);

/** A large button with an icon (nullable) and a text. */
GtkWidget *sh_kiosk_button (const char *icon, const char *text, const char *action);
/** A label that wraps. */
GtkWidget *sh_kiosk_label (const char *text, const char *css_class);
