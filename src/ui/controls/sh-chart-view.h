/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_CHART_VIEW (sh_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (ShChartView, sh_chart_view, SH, CHART_VIEW, GtkWidget)

/**
 * The strip chart of ankle pressure and calf volume over the session's last minute, or its last
 * hour while the clock runs fast.
 *
 * Properties: `session`; `theme` (ShThemeId).
 */
GtkWidget *sh_chart_view_new (void);

/** Draws the history of @session from now on; NULL draws nothing. */
void sh_chart_view_set_session (ShChartView *self, ShSession *session);

G_END_DECLS
