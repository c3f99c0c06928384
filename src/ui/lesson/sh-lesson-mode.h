/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-window.h"

G_BEGIN_DECLS

/** Adds the lessons to a window: a list of them, and the card of the one that is on. */
void sh_lesson_mode_add (ShWindow *window);

G_END_DECLS
