/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_VALVE_LIST (sh_valve_list_get_type ())
G_DECLARE_FINAL_TYPE (ShValveList, sh_valve_list, SH, VALVE_LIST, GtkWidget)

/**
 * A slider for the leak of every single valve, by group and from below. It follows the switches of
 * the groups and valves tapped in the picture. The sliders are made when the list is first
 * unfolded.
 *
 * Property: `session`.
 */
GtkWidget *sh_valve_list_new (void);

/** Follows and sets the valves of @session from now on; NULL: of none. */
void sh_valve_list_set_session (ShValveList *self, ShSession *session);

G_END_DECLS
