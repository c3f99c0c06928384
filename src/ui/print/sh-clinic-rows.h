/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-preferences.h"

G_BEGIN_DECLS

/** Binds the rows about the clinic in the preferences' @builder to @preferences. A logo is looked
 * at when it is chosen; one that cannot be shown is told there and not taken. */
void sh_clinic_rows_bind (GtkBuilder *builder, GtkWindow *window, ShPreferences *preferences);

G_END_DECLS
