/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-slider-unit.h"

G_BEGIN_DECLS

#define SH_TYPE_SLIDER_ROW (sh_slider_row_get_type ())
G_DECLARE_FINAL_TYPE (ShSliderRow, sh_slider_row, SH, SLIDER_ROW, GtkWidget)

/**
 * A slider with its name, its value in words, and the usual range marked under it.
 *
 * Properties: `title`; `spoken-title` where the title alone would not tell a listener which slider
 * it is; `adjustment` (GtkAdjustment); `unit` (ShSliderUnit); `usual-low` and `usual-high` (no mark
 * unless low < high).
 */
GtkWidget *sh_slider_row_new (void);

/** The slider's range and value: bind or configure it. Returns: (transfer none) */
GtkAdjustment *sh_slider_row_get_adjustment (ShSliderRow *self);

/** Leaves the mouse's wheel to the panel that a scale stands in: who scrolls past it must not
 * change it. */
void sh_scale_leave_wheel (GtkWidget *scale);

G_END_DECLS
