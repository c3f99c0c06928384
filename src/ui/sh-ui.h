/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-model.h"

/** The front door of the ui floor: the window and what belongs to it. */

G_BEGIN_DECLS

/** What the program is started with. */
typedef struct
{
  const ShScenario *scenario; /* (nullable): NULL opens a healthy person walking */
  const char *path;           /* (nullable): the file that the scenario was read from */
  const char *problem;        /* (nullable): why a file could not be read, told in the window */
  /* (nullable): called with the window before it is shown, for measuring */
  void (*opened) (GtkWindow *window, gpointer user_data);
  gpointer opened_data;
} ShApplicationOptions;

/** Whether there is a display to open a window on. Never ends the program and prints nothing. */
gboolean sh_ui_display_available (void);

/** Registers the templates, style sheets and icons. Done by sh_application_run(); for tests. */
void sh_ui_register_resources (void);

/** Opens the window and returns when it is closed: the program's exit status. */
int sh_application_run (const ShApplicationOptions *options);

G_END_DECLS
