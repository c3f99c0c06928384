/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-session.h"

/* What every widget has that shows a leg: the properties by which a window tells it what to show,
 * and how it turns from one session to another. */

/** The property `session`. Returns: (transfer full) (floating) */
GParamSpec *sh_follow_session_property (void);
/** The property `theme`, a ShThemeId; light at first. Returns: (transfer full) (floating) */
GParamSpec *sh_follow_theme_property (void);
/** The property `labels`, a ShLabels; few at first. Returns: (transfer full) (floating) */
GParamSpec *sh_follow_labels_property (void);
/** The property `wording`, a ShWording; plain at first. Returns: (transfer full) (floating) */
GParamSpec *sh_follow_wording_property (void);

/**
 * Makes *@held, the session that @follower holds a reference to, @session instead; either may be
 * NULL. All that @follower connected to the old one is disconnected; what it wants of the new one
 * it connects itself.
 *
 * Returns: FALSE when it is the same session and nothing was done.
 */
gboolean sh_follow_session (gpointer follower, ShSession **held, ShSession *session);
