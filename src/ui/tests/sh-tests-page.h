/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_TESTS_PAGE (sh_tests_page_get_type ())
G_DECLARE_FINAL_TYPE (ShTestsPage, sh_tests_page, SH, TESTS_PAGE, GtkWidget)

/**
 * The laboratory: its tests on this leg and on a healthy one, done anew whenever the leg changes
 * while the page is shown; the curve, and the results with what is usual.
 *
 * Properties: `session`; `theme` (ShThemeId) of the curve.
 */
GtkWidget *sh_tests_page_new (void);

/** Shows and drives @session from now on; NULL lets go of it. */
void sh_tests_page_set_session (ShTestsPage *self, ShSession *session);

G_END_DECLS
