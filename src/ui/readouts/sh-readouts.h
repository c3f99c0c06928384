/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_READOUTS (sh_readouts_get_type ())
G_DECLARE_FINAL_TYPE (ShReadouts, sh_readouts, SH, READOUTS, GtkWidget)

/** What a lesson can point at. */
typedef enum
{
  SH_MARK_NOTHING,
  SH_MARK_PRESSURE,
  SH_MARK_VOLUME,
  SH_MARK_SWELLING,
  SH_MARK_CHART
} ShReadoutMark;

/**
 * What is always in view: the ankle's pressure in large letters, blood and swelling, and the strip
 * charts, or the table of their values in the same place.
 *
 * Property: `session`. The charts' palette is set on sh_readouts_get_chart().
 */
GtkWidget *sh_readouts_new (void);

/** Shows and drives @session from now on; NULL lets go of it. */
void sh_readouts_set_session (ShReadouts *self, ShSession *session);
/** Frames one readout, or takes the frame away. @mark: what a lesson points at */
void sh_readouts_mark (ShReadouts *self, ShReadoutMark mark);
/** The strip charts, for their palette. Returns: (transfer none) */
GtkWidget *sh_readouts_get_chart (ShReadouts *self);

G_END_DECLS
