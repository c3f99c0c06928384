/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-pattern.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-scenario-line.h"
#include "sh-situation.h"

/* A vein that has lost less of its open area than this is not spoken of. */
#define NARROW 0.2
/* A calf with less of its strength than this is called weak. */
#define WEAK 0.8

typedef struct
{
  ShPatternCard card;
  const char *settings; /* as in resources/scenarios */
} Row;

static const Row rows[SH_N_PATTERNS] = {
  [SH_PATTERN_HEALTHY] = { { NC_ ("pattern", "Healthy"),
                             NC_ ("pattern", "The valves close and the calf is strong."),
                             NC_ ("pattern", "CEAP: C0, no sign of venous disease (An, Pn)"),
                             "CEAP C0, An, Pn" },
                           "activity=walking" },
  [SH_PATTERN_GREAT_SAPHENOUS] = { { NC_ ("pattern", "Great saphenous"),
                                     NC_ ("pattern", "The long vein under the skin leaks."),
                                     NC_ ("pattern", "CEAP: superficial veins (As), reflux (Pr)"),
                                     "CEAP As, Pr" },
                                   "activity=walking leak.great-saphenous=1" },
  [SH_PATTERN_SMALL_SAPHENOUS] = { { NC_ ("pattern", "Small saphenous"),
                                     NC_ ("pattern", "The vein at the back of the calf leaks."),
                                     NC_ ("pattern", "CEAP: superficial veins (As), reflux (Pr)"),
                                     "CEAP As, Pr" },
                                   "activity=walking leak.small-saphenous=1" },
  [SH_PATTERN_DEEP] = { { NC_ ("pattern", "Deep veins"),
                          NC_ ("pattern", "The valves of the deep veins leak."),
                          NC_ ("pattern", "CEAP: deep veins (Ad), reflux (Pr)"), "CEAP Ad, Pr" },
                        "activity=walking leak.deep=1" },
  [SH_PATTERN_PERFORATORS] = { { NC_ ("pattern", "Perforators"),
                                 NC_ ("pattern", "Short veins between deep and skin leak."),
                                 NC_ ("pattern", "CEAP: perforators (Ap), reflux (Pr)"),
                                 "CEAP Ap, Pr" },
                               "activity=walking leak.perforator=1" },
  [SH_PATTERN_OLD_CLOT] = { { NC_ ("pattern", "Old clot"),
                              NC_ ("pattern",
                                   "An old clot left the deep veins narrow and leaking."),
                              NC_ ("pattern",
                                   "CEAP: after thrombosis (Esi), deep veins (Ad), reflux and "
                                   "obstruction (Pr,o)"),
                              "CEAP Esi, Ad, Pr,o" },
                            "activity=walking narrowing.popliteal=0.5 narrowing.femoral=0.8 "
                            "leak.popliteal=1 leak.femoral=1 leak.posterior-tibial=1" },
  [SH_PATTERN_WEAK_CALF] = { { NC_ ("pattern", "Weak calf"),
                               NC_ ("pattern", "The valves are fine, but the calf is weak."),
                               NC_ ("pattern", "CEAP: no reflux, no obstruction (Pn)"),
                               "CEAP An, Pn" },
                             "activity=walking calf-strength=0.35" },
  [SH_PATTERN_SITTING] = { { NC_ ("pattern", "Sits all day"),
                             NC_ ("pattern", "Nothing moves, so nothing pumps."),
                             NC_ ("pattern", "CEAP: no reflux, no obstruction (Pn)"),
                             "CEAP An, Pn" },
                           "posture=sitting inactive=true" },
};

void
sh_pattern_card (ShPattern pattern, ShPatternCard *card)
{
  const ShPatternCard *row = &rows[pattern].card;

  g_return_if_fail (pattern < SH_N_PATTERNS);
  card->label = g_dpgettext2 (SH_GETTEXT_DOMAIN, "pattern", row->label);
  card->sentence = g_dpgettext2 (SH_GETTEXT_DOMAIN, "pattern", row->sentence);
  card->code = row->code;
  card->ceap = g_dpgettext2 (SH_GETTEXT_DOMAIN, "pattern", row->ceap);
}

void
sh_pattern_scenario (ShPattern pattern, const ShScenario *base, ShScenario *scenario)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (pattern < SH_N_PATTERNS);
  if (!sh_scenario_read_line (rows[pattern].settings, scenario, &error))
    g_error ("%s", error->message);
  scenario->side = base->side;
  scenario->body_height_m = base->body_height_m;
  scenario->room_temperature_c = base->room_temperature_c;
  scenario->seed = base->seed;
}

static gboolean
is_narrow (const ShScenario *scenario)
{
  for (int i = 0; i < SH_N_VEINS; i++)
    if (scenario->narrowing[i] > NARROW)
      return TRUE;
  return FALSE;
}

static gboolean
leaks_closed (const ShScenario *scenario)
{
  ShScenario open = *scenario;

  for (int i = 0; i < SH_N_VEINS; i++)
    open.closed[i] = false;
  return sh_leaking_groups (&open) != sh_leaking_groups (scenario);
}

/* Which of the two veins under the skin leaks; both are mixed. */
static ShPattern
superficial_pattern (const ShScenario *scenario)
{
  gboolean great = FALSE;
  gboolean small = FALSE;

  for (int i = 0; i < SH_N_VALVES; i++)
    if (scenario->leak[i] > 0 && sh_valve_info ((ShValve) i)->group == SH_GROUP_SUPERFICIAL)
      {
        gboolean is_small = g_str_has_prefix (sh_valve_info ((ShValve) i)->name, "small");

        small = small || is_small;
        great = great || !is_small;
      }
  if (great && small)
    return SH_PATTERN_MIXED;
  return small ? SH_PATTERN_SMALL_SAPHENOUS : SH_PATTERN_GREAT_SAPHENOUS;
}

static ShPattern
leak_pattern (const ShScenario *scenario, unsigned groups)
{
  if (groups == 1u << SH_GROUP_SUPERFICIAL)
    return superficial_pattern (scenario);
  if (groups == 1u << SH_GROUP_DEEP)
    return SH_PATTERN_DEEP;
  return groups == 1u << SH_GROUP_PERFORATOR ? SH_PATTERN_PERFORATORS : SH_PATTERN_MIXED;
}

ShPattern
sh_pattern_of (const ShScenario *scenario)
{
  unsigned groups = sh_leaking_groups (scenario);

  /* An old clot brings leaking deep valves with it. */
  if (is_narrow (scenario))
    return (groups & ~(1u << SH_GROUP_DEEP)) == 0 ? SH_PATTERN_OLD_CLOT : SH_PATTERN_MIXED;
  if (scenario->calf_strength < WEAK)
    return groups == 0 ? SH_PATTERN_WEAK_CALF : SH_PATTERN_MIXED;
  if (groups != 0)
    return leak_pattern (scenario, groups);
  if (leaks_closed (scenario))
    return SH_PATTERN_TREATED;
  return scenario->inactive ? SH_PATTERN_SITTING : SH_PATTERN_HEALTHY;
}
