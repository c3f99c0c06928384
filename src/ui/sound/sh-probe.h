/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_PROBE (sh_probe_get_type ())
G_DECLARE_FINAL_TYPE (ShProbe, sh_probe, SH, PROBE, GtkWidget)

/**
 * The ultrasound probe: the vein that it lies on, the speed of the blood there as a running curve,
 * and its sound when one wants to listen. The sound is off at first and whenever the probe is not
 * shown.
 *
 * Properties: `session`. The curve's palette is set on sh_probe_get_trace().
 */
GtkWidget *sh_probe_new (void);

/** Shows and drives @session from now on; NULL lets go of it. */
void sh_probe_set_session (ShProbe *self, ShSession *session);
/** The curve, for its palette. Returns: (transfer none) */
GtkWidget *sh_probe_get_trace (ShProbe *self);

G_END_DECLS
