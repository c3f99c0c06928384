/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Remembers that a scenario file was opened or saved, in the desktop's own list. */
void sh_recent_add (const char *path);
/** Fills @menu with the files used last, newest first, as targets of `win.open-recent`; one entry
 * that cannot be chosen when there is none. */
void sh_recent_fill_menu (GMenu *menu);
