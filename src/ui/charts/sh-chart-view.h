/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_CHART_VIEW (sh_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (ShChartView, sh_chart_view, SH, CHART_VIEW, GtkWidget)

/**
 * The strip charts of ankle pressure, blood in the lower leg and flow past the knee over the
 * session's last minute, or its last hour while the clock runs fast; as many of the three as the
 * height has room for. The other leg, where there is one, is a thin line.
 *
 * Wheel, pinch and the keys plus, minus and 0 zoom; the pointer, a finger or the arrow keys move a
 * cursor whose values stand in the heads of the strips and in the accessible description.
 *
 * Properties: `session`; `theme` (ShThemeId); `strips`: at most so many.
 */
GtkWidget *sh_chart_view_new (void);

/** Draws the history of @session from now on; NULL draws nothing. */
void sh_chart_view_set_session (ShChartView *self, ShSession *session);

G_END_DECLS
