/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-clinic-run.h"

G_BEGIN_DECLS

#define SH_TYPE_CURVE_VIEW (sh_curve_view_get_type ())
G_DECLARE_FINAL_TYPE (ShCurveView, sh_curve_view, SH, CURVE_VIEW, GtkWidget)

/**
 * The curve that a test of the laboratory wrote, with the healthy leg's as a thin line.
 *
 * Property: `theme` (ShThemeId).
 */
GtkWidget *sh_curve_view_new (void);

/** Shows a result; NULL shows nothing. */
void sh_curve_view_set_result (ShCurveView *self, ShClinicResult *result);

G_END_DECLS
