/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scenario-keys.h"

#include <string.h>

/* Marks a text for translation; whoever shows it translates it in this context. */
#define NC_(context, text) text

#define SWITCH_VALUES "true, false"
#define GREAT_SAPHENOUS "great-saphenous"

static const ShScenarioKey keys[SH_N_KEYS] = {
  [SH_KEY_POSTURE] = { "posture", "lying-leg-up, lying, sitting, standing",
                       "the activity's own; standing at rest",
                       NC_ ("key", "How the person holds the body.") },
  [SH_KEY_ACTIVITY] = { "activity",
                        "rest, ankle-pumps, heel-raises, walking, hiking, stairs, cycling, "
                        "running, swimming",
                        "rest", NC_ ("key", "What the person does.") },
  [SH_KEY_INACTIVE] = { "inactive", SWITCH_VALUES, "false",
                        NC_ ("key", "The person stays still whatever the activity.") },
  [SH_KEY_PACE] = { "pace", "a number inside the activity's range (second-heart list activities)",
                    "the activity's usual pace",
                    NC_ ("key", "Repetitions, steps, crank turns or kicks per minute.") },
  [SH_KEY_REPETITIONS] = { "repetitions", "a whole number from 0 to 1000000", "0",
                           NC_ ("key", "How many repetitions end the activity; 0 means no end.") },
  [SH_KEY_EFFORT] = { "effort", "a number from 0 to 1.5", "1",
                      NC_ ("key", "Muscle pressure as a part of the activity's usual one.") },
  [SH_KEY_ANKLE_RANGE] = { "ankle-range", "a number from 0 to 1", "1",
                           NC_ ("key", "How much of the full ankle movement is used.") },
  [SH_KEY_TOE_POINTING] = { "toe-pointing", "a number from 0 to 1", "1",
                            NC_ ("key", "How far the toes point with each turn of the pedals.") },
  [SH_KEY_CALF_STRENGTH] = { "calf-strength", "a number from 0 to 1", "1",
                             NC_ ("key", "Strength of the calf as a part of a healthy one.") },
  [SH_KEY_STOCKING] = { "stocking", "a number from 0 to 60", "0",
                        NC_ ("key", "Pressure of the stocking at the ankle in mmHg.") },
  [SH_KEY_TOURNIQUET] = { "tourniquet", "none, ideal", "none",
                          NC_ ("key", "A band that closes every superficial vein at the knee.") },
  [SH_KEY_ROOM_TEMPERATURE] = { "room-temperature", "a number from 10 to 40", "22",
                                NC_ ("key", "Warmth of the room in degrees Celsius.") },
  [SH_KEY_BODY_HEIGHT] = { "body-height", "a number from 1.20 to 2.10", "1.75",
                           NC_ ("key", "Height of the person in meters.") },
  [SH_KEY_WATER_DEPTH] = { "water-depth", "a number from 0 to 1.5", "0",
                           NC_ ("key", "Depth of the water above the sole in meters.") },
  [SH_KEY_SIDE] = { "side", "left, right", "right", NC_ ("key", "Which leg is shown.") },
  [SH_KEY_LEAK] = { "leak.NAME", "a number from 0 to 1", "0",
                    NC_ ("key",
                         "How much a valve leaks: 0 closes, 1 is no valve. NAME is a valve, a "
                         "vein, or one of all, deep, superficial, perforator.") },
  [SH_KEY_NARROWING] = { "narrowing.VEIN", "a number from 0 to 0.99", "0",
                         NC_ ("key", "Part of the vein's open area that an old clot took.") },
  [SH_KEY_CLOSED] = { "closed.VEIN", SWITCH_VALUES, "false",
                      NC_ ("key", "Whether treatment closed the vein.") },
  [SH_KEY_SEED] = { "seed", "a whole number of 0 or more", "1",
                    NC_ ("key", "Where random draws start from.") },
};

#define NUMBER(minimum, maximum, field)                                                            \
  {                                                                                                \
    SH_KEY_KIND_NUMBER, NULL, minimum, maximum, G_STRUCT_OFFSET (ShScenario, field)                \
  }

/* The ranges are those of the contract that all parts of the program share. */
static const ShKeyRule rules[SH_N_KEYS] = {
  [SH_KEY_POSTURE] = { SH_KEY_KIND_NAME, NULL, 0, 0, 0 },
  [SH_KEY_ACTIVITY] = { SH_KEY_KIND_NAME, NULL, 0, 0, 0 },
  [SH_KEY_INACTIVE] = { SH_KEY_KIND_SWITCH, NULL, 0, 0, 0 },
  [SH_KEY_PACE] = { SH_KEY_KIND_NUMBER, NULL, 0, 1000, 0 },
  [SH_KEY_REPETITIONS] = { SH_KEY_KIND_WHOLE, NULL, 0, SH_REPETITIONS_MAX, 0 },
  [SH_KEY_EFFORT] = NUMBER (0, 1.5, effort),
  [SH_KEY_ANKLE_RANGE] = NUMBER (0, 1, ankle_range),
  [SH_KEY_TOE_POINTING] = NUMBER (0, 1, toe_pointing),
  [SH_KEY_CALF_STRENGTH] = NUMBER (0, 1, calf_strength),
  [SH_KEY_STOCKING] = NUMBER (0, 60, stocking_mmhg),
  [SH_KEY_TOURNIQUET] = { SH_KEY_KIND_NAME, NULL, 0, 0, 0 },
  [SH_KEY_ROOM_TEMPERATURE] = NUMBER (10, 40, room_temperature_c),
  [SH_KEY_BODY_HEIGHT] = NUMBER (1.20, 2.10, body_height_m),
  [SH_KEY_WATER_DEPTH] = NUMBER (0, 1.5, water_depth_m),
  [SH_KEY_SIDE] = { SH_KEY_KIND_NAME, NULL, 0, 0, 0 },
  [SH_KEY_LEAK] = { SH_KEY_KIND_NUMBER, "leak.", 0, 1, 0 },
  [SH_KEY_NARROWING] = { SH_KEY_KIND_NUMBER, "narrowing.", 0, 0.99, 0 },
  [SH_KEY_CLOSED] = { SH_KEY_KIND_SWITCH, "closed.", 0, 0, 0 },
  [SH_KEY_SEED] = { SH_KEY_KIND_WHOLE, NULL, 0, 0, 0 },
};

const ShScenarioKey *
sh_scenario_keys (gsize *n_keys)
{
  *n_keys = SH_N_KEYS;
  return keys;
}

const ShKeyRule *
sh_key_rule (ShKey key)
{
  return &rules[key];
}

ShKey
sh_key_find (const char *text, const char **name)
{
  *name = NULL;
  for (int i = 0; i < SH_N_KEYS; i++)
    {
      if (rules[i].prefix == NULL && strcmp (text, keys[i].key) == 0)
        return (ShKey) i;
      if (rules[i].prefix != NULL && g_str_has_prefix (text, rules[i].prefix))
        {
          *name = text + strlen (rules[i].prefix);
          return (ShKey) i;
        }
    }
  return SH_N_KEYS;
}

const char *const *
sh_key_names (ShKey key, gsize *n)
{
  static const char *const postures[] = { "lying-leg-up", "lying", "sitting", "standing" };
  static const char *const activities[] = { "rest",    "ankle-pumps", "heel-raises",
                                            "walking", "hiking",      "stairs",
                                            "cycling", "running",     "swimming" };
  static const char *const tourniquets[] = { "none", "ideal" };
  static const char *const sides[] = { "right", "left" };

  G_STATIC_ASSERT (G_N_ELEMENTS (postures) == SH_N_POSTURES);
  G_STATIC_ASSERT (G_N_ELEMENTS (activities) == SH_N_ACTIVITIES);
  switch ((int) key)
    {
    case SH_KEY_POSTURE:
      *n = G_N_ELEMENTS (postures);
      return postures;
    case SH_KEY_ACTIVITY:
      *n = G_N_ELEMENTS (activities);
      return activities;
    case SH_KEY_TOURNIQUET:
      *n = G_N_ELEMENTS (tourniquets);
      return tourniquets;
    case SH_KEY_SIDE:
      *n = G_N_ELEMENTS (sides);
      return sides;
    default:
      *n = 0;
      return NULL;
    }
}

/* The part of the great saphenous vein that @valve stands in, by its height; valves of other veins
 * are in no part. */
static ShVein
part_of_valve (ShValve valve)
{
  const ShValveInfo *info = sh_valve_info (valve);

  if (strcmp (info->vein, GREAT_SAPHENOUS) != 0)
    return SH_VEIN_NONE;
  for (int i = 0; i < SH_N_VEINS; i++)
    {
      const ShVeinInfo *vein = sh_vein_info ((ShVein) i);

      if (sh_vein_matches ((ShVein) i, GREAT_SAPHENOUS) && info->height_m >= vein->bottom_m &&
          info->height_m <= vein->top_m)
        return (ShVein) i;
    }
  return SH_VEIN_NONE;
}

static gboolean
is_group_name (const char *name)
{
  for (int i = 0; i < SH_N_GROUPS; i++)
    if (strcmp (sh_group_name ((ShGroup) i), name) == 0)
      return TRUE;
  return FALSE;
}

int
sh_leak_level (const char *name)
{
  if (strcmp (name, "all") == 0)
    return 0;
  if (is_group_name (name))
    return 1;
  if (strcmp (name, GREAT_SAPHENOUS) == 0)
    return 2;
  if (sh_valve_from_name (name) != SH_VALVE_NONE)
    return 4;
  return sh_vein_from_name (name) != SH_VEIN_NONE ? 3 : -1;
}

gboolean
sh_leak_matches (ShValve valve, const char *name)
{
  const ShValveInfo *info = sh_valve_info (valve);
  ShVein part = part_of_valve (valve);

  return strcmp (name, "all") == 0 || strcmp (name, info->name) == 0 ||
         strcmp (name, sh_group_name (info->group)) == 0 || sh_valve_in_vein (valve, name) ||
         (part != SH_VEIN_NONE && strcmp (name, sh_vein_info (part)->name) == 0);
}

int
sh_vein_level (const char *name)
{
  if (strcmp (name, GREAT_SAPHENOUS) == 0)
    return 0;
  return sh_vein_from_name (name) != SH_VEIN_NONE ? 1 : -1;
}

GPtrArray *
sh_key_targets (ShKey key)
{
  GPtrArray *targets = g_ptr_array_new ();

  if (key == SH_KEY_LEAK)
    {
      g_ptr_array_add (targets, (gpointer) "all");
      for (int i = 0; i < SH_N_GROUPS; i++)
        g_ptr_array_add (targets, (gpointer) sh_group_name ((ShGroup) i));
    }
  for (int i = 0; i < SH_N_VEINS; i++)
    g_ptr_array_add (targets, (gpointer) sh_vein_info ((ShVein) i)->name);
  g_ptr_array_add (targets, (gpointer) GREAT_SAPHENOUS);
  if (key == SH_KEY_LEAK)
    for (int i = 0; i < SH_N_VALVES; i++)
      g_ptr_array_add (targets, (gpointer) sh_valve_info ((ShValve) i)->name);
  return targets;
}
