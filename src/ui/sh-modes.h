/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-window.h"

G_BEGIN_DECLS

/**
 * Adds every mode to a new window, in the order in which the header's buttons stand.
 *
 * A room of its own that has something for the panel (src/ui/lesson, src/ui/exam) writes one
 * function that makes its page and calls sh_window_add_mode(), and names it in the list in
 * sh-modes.c. Nothing else of the window needs to change.
 */
void sh_modes_add (ShWindow *window);

G_END_DECLS
