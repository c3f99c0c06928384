/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SH_TYPE_STAGE_LAYER (sh_stage_layer_get_type ())
G_DECLARE_FINAL_TYPE (ShStageLayer, sh_stage_layer, SH, STAGE_LAYER, GtkWidget)

/** Draws the layer, whose size is that of @layer, into @snapshot. */
typedef void (*ShStageLayerDraw) (ShStageLayer *layer, GtkSnapshot *snapshot, gpointer user_data);

/**
 * One layer of the stage: a widget without any behaviour that keeps a drawing of its own, so that
 * redrawing one layer leaves the other alone.
 *
 * @user_data: has to outlive the layer. Returns: (transfer floating)
 */
GtkWidget *sh_stage_layer_new (ShStageLayerDraw draw, gpointer user_data);

G_END_DECLS
