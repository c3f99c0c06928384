/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_CONTROLS (sh_controls_get_type ())
G_DECLARE_FINAL_TYPE (ShControls, sh_controls, SH, CONTROLS, GtkWidget)

/**
 * All controls of what the person does and what the leg is like, as cards one below the other.
 * They are bound to the properties of a session; the stocking's buttons act through the actions of
 * the group "session", which the window inserts.
 *
 * Property: `session`.
 */
GtkWidget *sh_controls_new (void);

/** Binds all controls to @session, or to nothing when it is NULL. */
void sh_controls_set_session (ShControls *self, ShSession *session);

G_END_DECLS
