/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * A menu of the program, as it is laid out under @id in `menus.ui`.
 *
 * All windows show the same one: GTK 4.8 keeps a reference to each section that it ever made the
 * items of (`gtk_menu_tracker_add_items`), so that menus of a window's own would stay allocated
 * when it closes, some 20 KiB each time.
 *
 * Returns: (transfer none): kept until the program ends. An @id that is not there is a mistake in
 * the program.
 */
GMenu *sh_menus_get (const char *id);
