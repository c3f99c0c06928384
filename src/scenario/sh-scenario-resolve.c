/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-scenario-resolve.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-nearest.h"
#include "sh-number-text.h"
#include "sh-scenario-keys.h"

/* Keeps the columns of an error's call readable. */
#define FAIL(error, code, ...)                                                                     \
  (g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_##code, __VA_ARGS__), FALSE)

/* Compares what stands before the dot, so that "leek.popliteal" is near to "leak.NAME". */
static const char *
nearest_key (const char *found, const char *const *names, gsize n)
{
  g_autofree char *head = g_strndup (found, strcspn (found, "."));
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = g_strndup (names[i], strcspn (names[i], "."));
      guint distance = sh_edit_distance (head, name);

      if (distance < least)
        {
          least = distance;
          nearest = names[i];
        }
    }
  return nearest;
}

static gboolean
fail_key (const ShKeyLine *line, GError **error)
{
  gsize n = 0;
  const ShScenarioKey *keys = sh_scenario_keys (&n);
  const char *names[SH_N_KEYS + 1] = { NULL };
  g_autofree char *allowed = NULL;
  g_autofree char *found = sh_one_line (line->key);

  for (gsize i = 0; i < n; i++)
    names[i] = keys[i].key;
  allowed = g_strjoinv (", ", (char **) names);
  return FAIL (error, KEY, C_ ("scenario", "%s: unknown key \"%s\"; allowed: %s; nearest: \"%s\""),
               line->where, found, allowed, nearest_key (line->key, names, n));
}

static gboolean
fail_target (const ShKeyLine *line, ShKey key, const char *name, GError **error)
{
  g_autoptr (GPtrArray) targets = sh_key_targets (key);
  const char *nearest = sh_nearest_name (name, (const char *const *) targets->pdata, targets->len);
  g_autofree char *found = sh_one_line (name);
  g_autofree char *allowed = NULL;

  if (key == SH_KEY_LEAK)
    return FAIL (error, NAME,
                 C_ ("scenario",
                     "%s: unknown valve, vein or group \"%s\"; allowed: all, deep, superficial, "
                     "perforator, or a name of second-heart list valves; nearest: \"%s\""),
                 line->where, found, nearest);
  g_ptr_array_add (targets, NULL);
  allowed = g_strjoinv (", ", (char **) targets->pdata);
  return FAIL (error, NAME,
               C_ ("scenario", "%s: unknown vein \"%s\"; allowed: %s; nearest: \"%s\""),
               line->where, found, allowed, nearest);
}

static gboolean
fail_value (const ShKeyLine *line, ShKey key, GError **error)
{
  gsize n = 0;
  const ShScenarioKey *keys = sh_scenario_keys (&n);
  g_autofree char *found = sh_one_line (line->value);

  return FAIL (error, VALUE, C_ ("scenario", "%s: wrong value \"%s\" for %s; allowed: %s"),
               line->value_where, found, line->key, keys[key].values);
}

/* What else people write for false and true, so that "yes" is answered with "true". */
static const char *
nearest_switch (const char *found)
{
  static const char *const words[] = { "false", "no", "off", "0", "true", "yes", "on", "1" };
  const char *nearest = sh_nearest_name (found, words, G_N_ELEMENTS (words));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] == nearest)
      return words[i / 4 * 4];
  return NULL;
}

static gboolean
fail_name (
    const ShKeyLine *line, ShKey key, const char *const *names, gsize n_names, GError **error)
{
  gsize n = 0;
  const ShScenarioKey *keys = sh_scenario_keys (&n);
  g_autofree char *found = sh_one_line (line->value);

  return FAIL (error, VALUE,
               C_ ("scenario", "%s: wrong value \"%s\" for %s; allowed: %s; nearest: \"%s\""),
               line->value_where, found, line->key, keys[key].values,
               sh_key_rule (key)->kind == SH_KEY_KIND_SWITCH
                   ? nearest_switch (line->value)
                   : sh_nearest_name (line->value, names, n_names));
}

/* Reads a value of @key: the index of a name, 0 or 1, or the number. */
static gboolean
read_value (const ShKeyLine *line, ShKey key, double *value, GError **error)
{
  static const char *const switches[] = { "false", "true" };
  const ShKeyRule *rule = sh_key_rule (key);
  gsize n = G_N_ELEMENTS (switches);
  const char *const *names = switches;
  guint64 whole = 0;

  if (rule->kind == SH_KEY_KIND_NUMBER)
    {
      if (sh_number_parse (line->value, value) && *value >= rule->low && *value <= rule->high)
        return TRUE;
      return fail_value (line, key, error);
    }
  if (rule->kind == SH_KEY_KIND_WHOLE)
    {
      if (sh_whole_parse (line->value, &whole) &&
          (key == SH_KEY_SEED || whole <= SH_REPETITIONS_MAX))
        {
          *value = (double) whole;
          return TRUE;
        }
      return fail_value (line, key, error);
    }
  if (rule->kind == SH_KEY_KIND_NAME)
    names = sh_key_names (key, &n);
  for (gsize i = 0; i < n; i++)
    if (strcmp (names[i], line->value) == 0)
      {
        *value = (double) i;
        return TRUE;
      }
  return fail_name (line, key, names, n, error);
}

gboolean
sh_scenario_check_line (const ShKeyLine *line, GError **error)
{
  const char *name = NULL;
  ShKey key = sh_key_find (line->key, &name);
  double value = 0;

  if (key == SH_N_KEYS)
    return fail_key (line, error);
  if (name != NULL && (key == SH_KEY_LEAK ? sh_leak_level (name) : sh_vein_level (name)) < 0)
    return fail_target (line, key, name, error);
  return read_value (line, key, &value, error);
}

/* A later line of the same key replaces the earlier one. */
static void
drop_replaced (GPtrArray *lines)
{
  for (guint i = lines->len; i > 0; i--)
    {
      const ShKeyLine *later = g_ptr_array_index (lines, i - 1);

      for (guint j = i - 1; j > 0; j--)
        {
          const ShKeyLine *earlier = g_ptr_array_index (lines, j - 1);

          if (strcmp (earlier->key, later->key) == 0)
            {
              g_ptr_array_remove_index (lines, j - 1);
              i--;
            }
        }
    }
}

static const ShKeyLine *
find_line (GPtrArray *lines, ShKey key, double *value)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const ShKeyLine *line = g_ptr_array_index (lines, i);
      const char *name = NULL;

      if (sh_key_find (line->key, &name) == key && read_value (line, key, value, NULL))
        return line;
    }
  return NULL;
}

static gboolean
resolve_pace (GPtrArray *lines, ShScenario *scenario, GError **error)
{
  const ShActivityInfo *info = sh_activity_info (scenario->activity);
  g_autofree char *low = sh_number_to_text (info->pace_min);
  g_autofree char *high = sh_number_to_text (info->pace_max);
  g_autofree char *found = NULL;
  double pace = 0;
  const ShKeyLine *line = find_line (lines, SH_KEY_PACE, &pace);

  /* At rest there is no pace; one that is named has nothing to act on. */
  if (line == NULL || scenario->activity == SH_ACTIVITY_REST)
    return TRUE;
  scenario->pace = pace;
  if (pace >= info->pace_min && pace <= info->pace_max)
    return TRUE;
  found = sh_one_line (line->value);
  return FAIL (
      error, VALUE,
      C_ ("scenario", "%s: wrong value \"%s\" for pace; allowed for %s: a number from %s to %s"),
      line->value_where, found, info->name, low, high);
}

static char *
allowed_postures (ShActivity activity)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < SH_N_POSTURES; i++)
    if (sh_activity_allows (activity, (ShPosture) i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              sh_posture_name ((ShPosture) i));
  return g_string_free (text, FALSE);
}

static gboolean
resolve_posture (GPtrArray *lines, ShScenario *scenario, GError **error)
{
  g_autofree char *allowed = NULL;
  double posture = 0;
  const ShKeyLine *line = find_line (lines, SH_KEY_POSTURE, &posture);

  if (line == NULL)
    return TRUE;
  scenario->posture = (ShPosture) posture;
  if (sh_activity_allows (scenario->activity, scenario->posture))
    return TRUE;
  allowed = allowed_postures (scenario->activity);
  return FAIL (error, POSTURE,
               C_ ("scenario", "%s: %s cannot be done in the posture \"%s\"; allowed: %s"),
               line->value_where, sh_activity_info (scenario->activity)->name,
               sh_posture_name (scenario->posture), allowed);
}

static void
resolve_activity (GPtrArray *lines, ShScenario *scenario)
{
  const ShActivityInfo *info;
  double activity = SH_ACTIVITY_REST;

  find_line (lines, SH_KEY_ACTIVITY, &activity);
  info = sh_activity_info ((ShActivity) activity);
  scenario->activity = (ShActivity) activity;
  scenario->posture = info->posture_default;
  scenario->pace = info->pace_default;
}

static void
resolve_plain (const ShKeyLine *line, ShKey key, double value, ShScenario *scenario)
{
  gsize offset = sh_key_rule (key)->offset;
  guint64 seed = 0;

  if (offset != 0)
    G_STRUCT_MEMBER (double, scenario, offset) = value;
  else if (key == SH_KEY_INACTIVE)
    scenario->inactive = value > 0;
  else if (key == SH_KEY_REPETITIONS)
    scenario->repetitions = (int) value;
  else if (key == SH_KEY_TOURNIQUET)
    scenario->tourniquet = (ShTourniquet) value;
  else if (key == SH_KEY_SIDE)
    scenario->side = (ShSide) value;
  else if (key == SH_KEY_SEED && sh_whole_parse (line->value, &seed))
    scenario->seed = seed;
}

/* Sets what one line with a name behind the dot speaks of. */
static void
resolve_named (ShKey key, const char *name, double value, ShScenario *scenario)
{
  if (key == SH_KEY_LEAK)
    for (int i = 0; i < SH_N_VALVES; i++)
      if (sh_leak_matches ((ShValve) i, name))
        scenario->leak[i] = value;
  if (key == SH_KEY_NARROWING)
    for (int i = 0; i < SH_N_VEINS; i++)
      if (sh_vein_matches ((ShVein) i, name))
        scenario->narrowing[i] = value;
  if (key == SH_KEY_CLOSED)
    for (int i = 0; i < SH_N_VEINS; i++)
      if (sh_vein_matches ((ShVein) i, name))
        scenario->closed[i] = value > 0;
}

/* Goes through the lines of one level of exactness; plain keys belong to the first. */
static void
resolve_level (GPtrArray *lines, int level, ShScenario *scenario)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const ShKeyLine *line = g_ptr_array_index (lines, i);
      const char *name = NULL;
      ShKey key = sh_key_find (line->key, &name);
      double value = 0;

      if (!read_value (line, key, &value, NULL))
        continue;
      if (name == NULL && level == 0)
        resolve_plain (line, key, value, scenario);
      else if (name != NULL &&
               level == (key == SH_KEY_LEAK ? sh_leak_level (name) : sh_vein_level (name)))
        resolve_named (key, name, value, scenario);
    }
}

gboolean
sh_scenario_resolve (GPtrArray *lines, ShScenario *scenario, GError **error)
{
  ShScenario result;

  for (guint i = 0; i < lines->len; i++)
    if (!sh_scenario_check_line (g_ptr_array_index (lines, i), error))
      return FALSE;
  drop_replaced (lines);
  sh_scenario_init (&result);
  resolve_activity (lines, &result);
  if (!resolve_posture (lines, &result, error) || !resolve_pace (lines, &result, error))
    return FALSE;
  for (int level = 0; level <= 4; level++)
    resolve_level (lines, level, &result);
  *scenario = result;
  return TRUE;
}
