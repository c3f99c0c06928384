/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_TIME_BAR (sh_time_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShTimeBar, sh_time_bar, SH, TIME_BAR, GtkWidget)

/**
 * Play and pause, one step back and on, the last minute to scrub through, speed, reset. The buttons
 * act through the actions of the group "session", which the window inserts.
 *
 * Property: `session`.
 */
GtkWidget *sh_time_bar_new (void);

/** Binds the bar to @session, or to nothing when it is NULL. */
void sh_time_bar_set_session (ShTimeBar *self, ShSession *session);

G_END_DECLS
