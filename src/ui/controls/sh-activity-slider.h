/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SH_TYPE_ACTIVITY_SLIDER (sh_activity_slider_get_type ())
G_DECLARE_FINAL_TYPE (ShActivitySlider, sh_activity_slider, SH, ACTIVITY_SLIDER, GtkWidget)

/**
 * The activity slider: twelve stops from lying with the leg up to swimming, each with its
 * pictogram; it snaps. Property: `stop`, 0…11.
 */
GtkWidget *sh_activity_slider_new (void);

G_END_DECLS
