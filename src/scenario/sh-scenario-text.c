/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "sh-number-text.h"
#include "sh-scenario-keys.h"

/* Writing a scenario as text: only what differs from the defaults, groups before single valves. */

static gboolean
same (double a, double b)
{
  return !(a < b) && !(a > b);
}

static void
put_number (GString *text, const char *prefix, const char *name, double value)
{
  g_autofree char *number = sh_number_to_text (value);

  g_string_append_printf (text, "%s%s=%s\n", prefix, name, number);
}

static void
put_person (GString *text, const ShScenario *scenario)
{
  const ShActivityInfo *info = sh_activity_info (scenario->activity);

  if (scenario->activity != SH_ACTIVITY_REST)
    g_string_append_printf (text, "activity=%s\n", info->name);
  if (scenario->posture != info->posture_default)
    g_string_append_printf (text, "posture=%s\n", sh_posture_name (scenario->posture));
  if (scenario->inactive)
    g_string_append (text, "inactive=true\n");
  if (scenario->activity != SH_ACTIVITY_REST && !same (scenario->pace, info->pace_default))
    put_number (text, "", "pace", scenario->pace);
  if (scenario->repetitions != 0)
    g_string_append_printf (text, "repetitions=%d\n", scenario->repetitions);
}

/* The plain numbers, each at its place in the structure. */
static void
put_numbers (GString *text, const ShScenario *scenario)
{
  ShScenario initial;
  gsize n = 0;
  const ShScenarioKey *keys = sh_scenario_keys (&n);

  sh_scenario_init (&initial);
  for (gsize i = 0; i < n; i++)
    {
      gsize offset = sh_key_rule ((ShKey) i)->offset;
      double value;

      if (offset == 0)
        continue;
      value = G_STRUCT_MEMBER (double, scenario, offset);
      if (!same (value, G_STRUCT_MEMBER (double, &initial, offset)))
        put_number (text, "", keys[i].key, value);
    }
}

/* Whether all valves that @name speaks of leak alike; @leak gets how much. */
static gboolean
leak_is_even (const ShScenario *scenario, const char *name, double *leak)
{
  gboolean any = FALSE;

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      if (!sh_leak_matches ((ShValve) i, name))
        continue;
      if (any && !same (scenario->leak[i], *leak))
        return FALSE;
      *leak = scenario->leak[i];
      any = TRUE;
    }
  return any;
}

/* Writes one leak for all that @name speaks of, when they are alike. */
static gboolean
put_even_leak (GString *text, const ShScenario *scenario, const char *name)
{
  double leak = 0;

  if (!leak_is_even (scenario, name, &leak))
    return FALSE;
  if (leak > 0)
    put_number (text, "leak.", name, leak);
  return TRUE;
}

static void
put_group_leaks (GString *text, const ShScenario *scenario, ShGroup group)
{
  const char *vein = "";

  if (put_even_leak (text, scenario, sh_group_name (group)))
    return;
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      const ShValveInfo *info = sh_valve_info ((ShValve) i);

      if (info->group != group || strcmp (info->vein, vein) == 0)
        continue;
      vein = info->vein;
      if (put_even_leak (text, scenario, vein))
        continue;
      for (int j = 0; j < SH_N_VALVES; j++)
        if (sh_valve_in_vein ((ShValve) j, vein) && scenario->leak[j] > 0)
          put_number (text, "leak.", sh_valve_info ((ShValve) j)->name, scenario->leak[j]);
    }
}

static void
put_leaks (GString *text, const ShScenario *scenario)
{
  if (put_even_leak (text, scenario, "all"))
    return;
  for (int i = 0; i < SH_N_GROUPS; i++)
    put_group_leaks (text, scenario, (ShGroup) i);
}

char *
sh_scenario_to_text (const ShScenario *scenario)
{
  GString *text = g_string_new ("[Scenario]\n");

  put_person (text, scenario);
  put_numbers (text, scenario);
  if (scenario->tourniquet == SH_TOURNIQUET_IDEAL)
    g_string_append (text, "tourniquet=ideal\n");
  if (scenario->side == SH_SIDE_LEFT)
    g_string_append (text, "side=left\n");
  put_leaks (text, scenario);
  for (int i = 0; i < SH_N_VEINS; i++)
    if (scenario->narrowing[i] > 0)
      put_number (text, "narrowing.", sh_vein_info ((ShVein) i)->name, scenario->narrowing[i]);
  for (int i = 0; i < SH_N_VEINS; i++)
    if (scenario->closed[i])
      g_string_append_printf (text, "closed.%s=true\n", sh_vein_info ((ShVein) i)->name);
  if (scenario->seed != 1)
    g_string_append_printf (text, "seed=%" G_GUINT64_FORMAT "\n", (guint64) scenario->seed);
  return g_string_free (text, FALSE);
}
