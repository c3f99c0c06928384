/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-follow.h"

#include "sh-scene-options.h"
#include "sh-story.h"
#include "sh-theme.h"

static const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

GParamSpec *
sh_follow_session_property (void)
{
  return g_param_spec_object ("session", NULL, NULL, SH_TYPE_SESSION, flags);
}

GParamSpec *
sh_follow_theme_property (void)
{
  return g_param_spec_uint ("theme", NULL, NULL, 0, SH_N_THEMES - 1, SH_THEME_LIGHT, flags);
}

GParamSpec *
sh_follow_labels_property (void)
{
  return g_param_spec_uint ("labels", NULL, NULL, 0, SH_LABELS_ALL, SH_LABELS_FEW, flags);
}

GParamSpec *
sh_follow_wording_property (void)
{
  return g_param_spec_uint ("wording", NULL, NULL, 0, SH_WORDING_CLINICAL, SH_WORDING_PLAIN, flags);
}

gboolean
sh_follow_session (gpointer follower, ShSession **held, ShSession *session)
{
  if (*held == session)
    return FALSE;
  if (*held != NULL)
    g_signal_handlers_disconnect_by_data (*held, follower);
  return g_set_object (held, session);
}
