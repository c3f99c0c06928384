/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SH_TYPE_MODE_SWITCH (sh_mode_switch_get_type ())
G_DECLARE_FINAL_TYPE (ShModeSwitch, sh_mode_switch, SH, MODE_SWITCH, GtkWidget)

/**
 * Chooses one of a few modes: a row of buttons, or where there is no room for it, one button with a
 * menu. Both are children of this widget, and activate `win.mode`.
 */

/** Adds a mode. @title has an underscore before its key. */
void sh_mode_switch_add (ShModeSwitch *self, const char *name, const char *title);
/** Says which mode is shown, for the menu's button. */
void sh_mode_switch_set_mode (ShModeSwitch *self, const char *name);

G_END_DECLS
