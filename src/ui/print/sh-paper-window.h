/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-handout.h"
#include "sh-lesson.h"
#include "sh-preferences.h"

G_BEGIN_DECLS

#define SH_TYPE_PAPER (sh_paper_get_type ())
G_DECLARE_FINAL_TYPE (ShPaper, sh_paper, SH, PAPER, GtkWindow)

/**
 * Pages as they will be printed, in a window of their own, with the buttons print and save. A
 * hand-out is given away by the clinic of the preferences.
 *
 * Returns: (transfer none) (nullable): GTK owns windows; NULL when the pages cannot be made
 */
GtkWidget *
sh_paper_new_handout (GtkWindow *parent, const ShScenario *scenario, ShPreferences *preferences);
/** The same for the paper that goes with @lesson. */
GtkWidget *sh_paper_new_worksheet (GtkWindow *parent, ShLesson *lesson, ShPreferences *preferences);

/** Writes all pages as a PDF; the old file stands until the new one is whole. */
gboolean sh_paper_save (ShPaper *self, const char *path, GError **error);
/** How many pages there are. */
int sh_paper_get_n_pages (ShPaper *self);
/**
 * Opens GTK's print dialog. The leg of the window stands still until it is closed and the pages are
 * made; the dialog closes with the paper.
 *
 * @settings: (nullable): what the dialog begins with, or NULL for what GTK knows
 */
void sh_paper_print (ShPaper *self, GtkPrintSettings *settings);
/** Whether the dialog is open or pages are being made. */
gboolean sh_paper_is_printing (ShPaper *self);

G_END_DECLS
