/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * Texts and small controls side by side, each as high as it has to be and in the middle of the
 * row's height. A child with `hexpand` gets the width that is left.
 *
 * A GtkBox gives the same picture, but asks each text that may wrap how narrow it can be in so and
 * so many heights, which GTK 4.8 answers by setting it in a dozen widths; a row in a row in a row
 * multiplies that. Here widths never depend on heights.
 */
#define SH_TYPE_ROW (sh_row_get_type ())
G_DECLARE_FINAL_TYPE (ShRow, sh_row, SH, ROW, GtkWidget)

/** An empty row. The properties `spacing` (pixels between two children) and `homogeneous` (all get
 * the same width) may be set while it is made. */
GtkWidget *sh_row_new (int spacing);

/** Adds a child at the row's end. */
void sh_row_append (ShRow *self, GtkWidget *child);
