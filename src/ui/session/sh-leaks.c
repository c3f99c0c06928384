/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-leaks.h"

#include <math.h>
#include <string.h>

void
sh_leaks_init (ShLeaks *leaks)
{
  memset (leaks, 0, sizeof *leaks);
  for (int i = 0; i < SH_N_GROUPS; i++)
    {
      leaks->group[i] = TRUE;
      leaks->severity[i] = SH_LEAKS_SEVERITY;
    }
}

double
sh_leaks_of (const ShLeaks *leaks, ShValve valve)
{
  ShGroup group = sh_valve_info (valve)->group;

  if (!leaks->on)
    return 0.0;
  if (leaks->apart[valve])
    return leaks->own_leak[valve];
  return leaks->group[group] ? leaks->severity[group] : 0.0;
}

void
sh_leaks_apply (const ShLeaks *leaks, ShScenario *scenario)
{
  for (int i = 0; i < SH_N_VALVES; i++)
    scenario->leak[i] = sh_leaks_of (leaks, (ShValve) i);
}

/* Whether all valves of the group leak alike; @leak gets how much. */
static gboolean
group_is_even (const ShScenario *scenario, ShGroup group, double *leak)
{
  gboolean first = TRUE;

  *leak = 0.0;
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      if (sh_valve_info ((ShValve) i)->group != group)
        continue;
      if (!first && fabs (scenario->leak[i] - *leak) > 1e-9)
        return FALSE;
      *leak = scenario->leak[i];
      first = FALSE;
    }
  return TRUE;
}

static void
read_group (ShLeaks *leaks, const ShScenario *scenario, ShGroup group)
{
  double leak;

  if (group_is_even (scenario, group, &leak))
    {
      leaks->group[group] = leak > 0.0;
      if (leak > 0.0)
        leaks->severity[group] = leak;
      return;
    }
  leaks->group[group] = FALSE;
  for (int i = 0; i < SH_N_VALVES; i++)
    if (sh_valve_info ((ShValve) i)->group == group && scenario->leak[i] > 0.0)
      {
        leaks->apart[i] = TRUE;
        leaks->own_leak[i] = scenario->leak[i];
      }
}

void
sh_leaks_read (ShLeaks *leaks, const ShScenario *scenario)
{
  gboolean any = FALSE;

  for (int i = 0; i < SH_N_VALVES; i++)
    any |= scenario->leak[i] > 0.0;
  sh_leaks_init (leaks);
  leaks->on = any;
  if (any)
    for (int i = 0; i < SH_N_GROUPS; i++)
      read_group (leaks, scenario, (ShGroup) i);
}

static gboolean
anything_would_leak (const ShLeaks *leaks)
{
  for (int i = 0; i < SH_N_GROUPS; i++)
    if (leaks->group[i])
      return TRUE;
  for (int i = 0; i < SH_N_VALVES; i++)
    if (leaks->apart[i] && leaks->own_leak[i] > 0.0)
      return TRUE;
  return FALSE;
}

void
sh_leaks_set_on (ShLeaks *leaks, gboolean on)
{
  leaks->on = on;
  if (!on)
    memset (leaks->apart, 0, sizeof leaks->apart);
  else if (!anything_would_leak (leaks))
    for (int i = 0; i < SH_N_GROUPS; i++)
      leaks->group[i] = TRUE;
}

void
sh_leaks_set_group (ShLeaks *leaks, ShGroup group, gboolean on)
{
  if (!leaks->on && on)
    memset (leaks->group, 0, sizeof leaks->group);
  leaks->group[group] = on;
  for (int i = 0; i < SH_N_VALVES; i++)
    if (sh_valve_info ((ShValve) i)->group == group)
      leaks->apart[i] = FALSE;
  leaks->on = anything_would_leak (leaks);
}

void
sh_leaks_set_severity (ShLeaks *leaks, ShGroup group, double severity)
{
  leaks->severity[group] = CLAMP (severity, 0.0, 1.0);
}

void
sh_leaks_set_valve (ShLeaks *leaks, ShValve valve, double leak)
{
  if (!leaks->on && leak > 0.0)
    memset (leaks->group, 0, sizeof leaks->group);
  leaks->apart[valve] = TRUE;
  leaks->own_leak[valve] = CLAMP (leak, 0.0, 1.0);
  leaks->on = anything_would_leak (leaks);
}
