/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-numbers.h"
#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_NUMBER (sh_number_get_type ())
/** ShNumber as a GObject enumeration. */
GType sh_number_get_type (void);

#define SH_TYPE_READOUT (sh_readout_get_type ())
G_DECLARE_FINAL_TYPE (ShReadout, sh_readout, SH, READOUT, GtkWidget)

/**
 * One number of the model with its name and unit. It is a mean over the last two seconds, so that
 * it can be read while the strip chart shows every beat. A tap opens its card: what it means, the
 * usual range, the source.
 *
 * Properties: `number` (ShNumber); `session`. The style class "large" makes the number large.
 */
GtkWidget *sh_readout_new (ShNumber number);

/** Shows the number of @session from now on; NULL keeps the last one. */
void sh_readout_set_session (ShReadout *self, ShSession *session);

G_END_DECLS
