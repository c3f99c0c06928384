/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-undo.h"
#include "sh-window.h"

/* What the files of the window share: sh-window.c has its parts, sh-window-actions.c what menus,
 * buttons and shortcuts do, sh-window-keys.c the keys whose meaning depends on where one is. */

/** Adds the actions that concern the window, its session and the preferences. */
void sh_window_add_actions (ShWindow *self);
/** Makes it hear the space key and Escape. */
void sh_window_add_keys (ShWindow *self);
/** The steps that can be undone. (transfer none) */
ShUndo *sh_window_get_undo (ShWindow *self);
/** The line that says what happens. (transfer none) */
GtkWidget *sh_window_get_caption (ShWindow *self);
