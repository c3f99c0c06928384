/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * From here on a tooltip that waits or is shown ends with the window or popover that it belongs to.
 * GTK 4.8 forgets to end it where a popover loses its surface but lives on a little, and then looks
 * for the pointer on a surface that is no more. To be called once GTK has started; a second call
 * does nothing.
 */
void sh_tooltips_watch (void);

G_END_DECLS
