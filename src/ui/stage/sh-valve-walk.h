/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gtk/gtk.h>

#include "sh-session.h"
#include "sh-theme.h"

G_BEGIN_DECLS

/* The valves of a picture are one stop of the Tab key: the arrows walk them from below to above,
 * and Return makes the one reached leak or mends it. Pictures of one leg and of two share this. */

/** Whether a picture shows @valve, and where. */
typedef gboolean (*ShValveShown) (gpointer picture, ShValve valve, cairo_rectangle_t *bounds);

/** What a key does on the way: 1 goes on upward, -1 downward, 0 nothing. */
int sh_valve_walk_direction (guint keyval);
/** The next valve after @from (SH_VALVE_NONE: from the end) that the picture shows, in a direction
 * as above. Returns: @from when it shows none. */
ShValve sh_valve_walk (ShValve from, int direction, ShValveShown shown, gpointer picture);
/** What a screen reader hears of the valve reached: its name and whether it leaks.
 * Returns: (transfer full) */
char *sh_valve_walk_name (ShSession *session, ShValve valve);

/** How far the ring around what a lesson points at lies from it, in pixels. */
#define SH_POINTER_DISTANCE 12.0

/** Where a ring @distance around @bounds goes: outside of it, but inside a picture of the size.
 * FALSE where there is no room for one. */
gboolean sh_ring_around (const cairo_rectangle_t *bounds,
                         double distance,
                         double width,
                         double height,
                         graphene_rect_t *ring);
/** Draws a ring @distance around @bounds, in the theme's accent, inside of a picture of the size.
 */
void sh_valve_walk_append_ring (GtkSnapshot *snapshot,
                                ShThemeId theme,
                                const cairo_rectangle_t *bounds,
                                double distance,
                                double width,
                                double height);

G_END_DECLS
