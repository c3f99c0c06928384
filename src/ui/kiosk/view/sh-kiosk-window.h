/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SH_TYPE_KIOSK_WINDOW (sh_kiosk_window_get_type ())
G_DECLARE_FINAL_TYPE (ShKioskWindow, sh_kiosk_window, SH, KIOSK_WINDOW, GtkWindow)

/** What someone did at the window. */
typedef enum
{
  SH_KIOSK_DEED_TOUCH, /* pressed a finger or the first button */
  SH_KIOSK_DEED_OTHER  /* moved the pointer, pressed a key, turned a wheel … */
} ShKioskDeed;

/** Told of each deed, at @x, @y of the window, before anything in the window sees it. Returns:
 * whether nothing in the window may see it. */
typedef gboolean (*ShKioskDeedFunc) (ShKioskDeed deed, double x, double y, gpointer user_data);

/**
 * The kiosk's window: over the whole screen whatever happens to it, without a pointer, and without
 * a way out. It cannot be closed, knows no shortcuts and no inspector, lets through only the keys
 * that one walks and presses buttons with, and only the first button and fingers. Any other screen
 * is covered.
 */
GtkWidget *sh_kiosk_window_new (GtkApplication *application);

/** Sets who is told what people do. */
void sh_kiosk_window_set_deed_func (ShKioskWindow *self, ShKioskDeedFunc func, gpointer user_data);
/** Tells of a deed as if someone had done it; for tests. Returns: as ShKioskDeedFunc */
gboolean sh_kiosk_window_deed (ShKioskWindow *self, ShKioskDeed deed, double x, double y);
/** Names the screen by its connector; "all": the first one. */
void sh_kiosk_window_set_monitor (ShKioskWindow *self, const char *connector);
/** The size and the height in mm of the screen that it covers; 0 mm when the screen does not say.
 */
void sh_kiosk_window_get_screen (ShKioskWindow *self, int *width, int *height, double *height_mm);
/** Whether there is a screen at all. */
gboolean sh_kiosk_window_has_screen (ShKioskWindow *self);
/** Covers the screen again; done by itself whenever a screen changes. */
void sh_kiosk_window_cover (ShKioskWindow *self);
/** Finds the place of its screen in the window, which is now so large: a compositor may have given
 * the window all screens together. For what lies in the window, when it is given its place. */
void sh_kiosk_window_find_place (ShKioskWindow *self, int width, int height, GdkRectangle *place);
/** The place that was found last; the rest of the window stays black. */
void sh_kiosk_window_get_place (ShKioskWindow *self, GdkRectangle *place);
/** Takes the covers of the other screens away and lets the window be destroyed. */
void sh_kiosk_window_release (ShKioskWindow *self);

G_END_DECLS
