/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_MORE_CONTROLS (sh_more_controls_get_type ())
G_DECLARE_FINAL_TYPE (ShMoreControls, sh_more_controls, SH, MORE_CONTROLS, GtkWidget)

/**
 * What is folded away: body height, room warmth, water, which leg, treated veins, an old clot by
 * vein, and the tourniquet of the laboratory.
 *
 * Property: `session`.
 */
GtkWidget *sh_more_controls_new (void);

/** Shows and drives @session from now on; NULL lets go of it. */
void sh_more_controls_set_session (ShMoreControls *self, ShSession *session);

G_END_DECLS
