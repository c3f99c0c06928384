/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-renderer.h"

#define VARIABLE "GSK_RENDERER"

static gboolean chosen;

void
sh_renderer_choose (void)
{
  const char *wish = g_getenv (VARIABLE);

  if (wish != NULL && wish[0] != '\0')
    return;
  chosen = TRUE;
  g_setenv (VARIABLE, "cairo", TRUE);
}

void
sh_renderer_leave_out (GAppLaunchContext *context)
{
  if (chosen)
    g_app_launch_context_unsetenv (context, VARIABLE);
}
