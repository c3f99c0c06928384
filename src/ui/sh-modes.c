/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-modes.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-exam-mode.h"
#include "sh-instrument.h"
#include "sh-lesson-mode.h"

static gboolean
names_to_by_class (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_enum (from) == SH_STOCKING_NAMES_CLASS);
  return TRUE;
}

static GtkWidget *
make_explore (ShWindow *window)
{
  GtkWidget *instrument = sh_instrument_new ();

  g_object_set (instrument, "session", sh_window_get_session (window), NULL);
  g_object_bind_property (sh_window_get_stage (window), "theme", instrument, "theme",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (sh_window_get_preferences (window), "stocking-names", instrument,
                               "stocking-by-class", G_BINDING_SYNC_CREATE, names_to_by_class, NULL,
                               NULL, NULL);
  return instrument;
}

static void
add_explore (ShWindow *window)
{
  sh_window_add_mode (window, SH_MODE_EXPLORE, C_ ("mode", "E_xplore"), make_explore);
}

/* What each room adds. */
static void (*const rooms[]) (ShWindow *window) = {
  add_explore,
  sh_lesson_mode_add,
  sh_exam_mode_add,
};

void
sh_modes_add (ShWindow *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    rooms[i](window);
}
