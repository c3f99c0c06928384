/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_NUMBERS_PAGE (sh_numbers_page_get_type ())
G_DECLARE_FINAL_TYPE (ShNumbersPage, sh_numbers_page, SH, NUMBERS_PAGE, GtkWidget)

/**
 * All numbers of the leg, the other leg's beside them when there is one, and how the leg may feel.
 *
 * Property: `session`.
 */
GtkWidget *sh_numbers_page_new (void);

/** Shows and drives @session from now on; NULL lets go of it. */
void sh_numbers_page_set_session (ShNumbersPage *self, ShSession *session);

G_END_DECLS
