/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_INSTRUMENT (sh_instrument_get_type ())
G_DECLARE_FINAL_TYPE (ShInstrument, sh_instrument, SH, INSTRUMENT, GtkWidget)

/**
 * The panel of somebody who explores: pages for the leg's controls, for its numbers and for the
 * laboratory's tests, and the buttons that turn to them.
 *
 * Properties: `session`; `theme` (ShThemeId) of what is drawn on the pages.
 */
GtkWidget *sh_instrument_new (void);

/** Shows and drives @session from now on; NULL lets go of it. */
void sh_instrument_set_session (ShInstrument *self, ShSession *session);

G_END_DECLS
