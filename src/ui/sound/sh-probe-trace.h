/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_PROBE_TRACE (sh_probe_trace_get_type ())
G_DECLARE_FINAL_TYPE (ShProbeTrace, sh_probe_trace, SH, PROBE_TRACE, GtkWidget)

/**
 * The speed of the blood under the session's probe over the last ten seconds.
 *
 * Properties: `session`; `theme` (ShThemeId).
 */
GtkWidget *sh_probe_trace_new (void);

G_END_DECLS
