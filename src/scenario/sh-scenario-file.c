/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scenario-file.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-atomic-file.h"
#include "sh-key-lines.h"
#include "sh-scenario-resolve.h"
#include "sh-text-file.h"

G_DEFINE_QUARK (sh - scenario - error - quark, sh_scenario_error)

static gboolean
parse (const char *text,
       gsize length,
       const char *name,
       const char *const *settings,
       ShScenario *scenario,
       GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sh_key_line_free);

  if (text != NULL && !sh_key_lines_read (text, length, name, "Scenario", lines, error))
    return FALSE;
  for (gsize i = 0; settings != NULL && settings[i] != NULL; i++)
    if (!sh_key_lines_add_setting (settings[i], lines, error))
      return FALSE;
  return sh_scenario_resolve (lines, scenario, error);
}

gboolean
sh_scenario_load (const char *path,
                  const char *const *settings,
                  ShScenario *scenario,
                  GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *display = NULL;
  gsize length = 0;

  g_return_val_if_fail (scenario != NULL, FALSE);
  if (path == NULL)
    return parse (NULL, 0, NULL, settings, scenario, error);
  if (!sh_text_file_read (path, &text, &length, error))
    return FALSE;
  display = g_filename_display_name (path);
  return parse (text, length, display, settings, scenario, error);
}

gboolean
sh_scenario_parse (const char *text,
                   gssize length,
                   const char *name,
                   const char *const *settings,
                   ShScenario *scenario,
                   GError **error)
{
  g_return_val_if_fail (text != NULL && scenario != NULL, FALSE);
  return parse (text, length < 0 ? strlen (text) : (gsize) length,
                name != NULL ? name : C_ ("scenario", "text"), settings, scenario, error);
}

gboolean
sh_scenario_save (const ShScenario *scenario, const char *path, GError **error)
{
  g_autofree char *text = sh_scenario_to_text (scenario);

  return sh_atomic_write (path, text, strlen (text), error);
}
