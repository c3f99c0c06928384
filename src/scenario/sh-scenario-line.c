/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scenario-line.h"

#include "sh-scenario-file.h"

gboolean
sh_scenario_read_line (const char *line, ShScenario *scenario, GError **error)
{
  g_auto (GStrv) settings = g_strsplit (line, " ", -1);

  return sh_scenario_load (NULL, (const char *const *) settings, scenario, error);
}
