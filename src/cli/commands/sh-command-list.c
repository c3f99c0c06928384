/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-scenario-floor.h"
#include "sh-table.h"

/* The texts of a list are in the reader's language where people read them; names never are. */
static const char *
translated (const char *context, const char *text)
{
  return text[0] == '\0' ? "" : g_dpgettext2 (SH_GETTEXT_DOMAIN, context, text);
}

static ShTable *
list_veins (void)
{
  static const char *const columns[] = { "name", "label", "group", "height_m" };
  ShTable *table = sh_table_new (columns, G_N_ELEMENTS (columns));

  for (int i = 0; i < SH_N_VEINS; i++)
    {
      const ShVeinInfo *info = sh_vein_info ((ShVein) i);

      sh_table_add_text (table, info->name);
      sh_table_add_text (table, translated ("vein", info->label));
      sh_table_add_text (table, sh_group_name (info->group));
      sh_table_add_number (table, info->height_m, 3);
    }
  return table;
}

static ShTable *
list_valves (void)
{
  static const char *const columns[] = { "name", "label", "group", "vein", "height_m" };
  ShTable *table = sh_table_new (columns, G_N_ELEMENTS (columns));

  for (int i = 0; i < SH_N_VALVES; i++)
    {
      const ShValveInfo *info = sh_valve_info ((ShValve) i);

      sh_table_add_text (table, info->name);
      sh_table_add_text (table, translated ("valve", info->label));
      sh_table_add_text (table, sh_group_name (info->group));
      sh_table_add_text (table, info->vein);
      sh_table_add_number (table, info->height_m, 3);
    }
  return table;
}

static void
add_postures (ShTable *table, ShActivity activity)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < SH_N_POSTURES; i++)
    if (sh_activity_allows (activity, (ShPosture) i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              sh_posture_name ((ShPosture) i));
  sh_table_add_text (table, text->str);
}

/* The group of an activity is how the body is held when nothing else is said. */
static ShTable *
list_activities (void)
{
  static const char *const columns[] = { "name", "label",    "group",    "pace_unit",
                                         "pace", "pace_min", "pace_max", "postures" };
  ShTable *table = sh_table_new (columns, G_N_ELEMENTS (columns));

  for (int i = 0; i < SH_N_ACTIVITIES; i++)
    {
      const ShActivityInfo *info = sh_activity_info ((ShActivity) i);

      sh_table_add_text (table, info->name);
      sh_table_add_text (table, translated ("activity", info->label));
      sh_table_add_text (table, sh_posture_name (info->posture_default));
      sh_table_add_text (table, info->pace_unit);
      sh_table_add_number (table, info->pace_default, -1);
      sh_table_add_number (table, info->pace_min, -1);
      sh_table_add_number (table, info->pace_max, -1);
      add_postures (table, (ShActivity) i);
    }
  return table;
}

/* The group of a key is its group in the scenario file. */
static ShTable *
list_keys (void)
{
  static const char *const columns[] = { "name", "label", "group", "values", "default" };
  ShTable *table = sh_table_new (columns, G_N_ELEMENTS (columns));
  gsize n = 0;
  const ShScenarioKey *keys = sh_scenario_keys (&n);

  for (gsize i = 0; i < n; i++)
    {
      sh_table_add_text (table, keys[i].key);
      sh_table_add_text (table, translated ("key", keys[i].meaning));
      sh_table_add_text (table, "Scenario");
      sh_table_add_text (table, keys[i].values);
      sh_table_add_text (table, keys[i].initial);
    }
  return table;
}

static int
run_list (int argc, char **argv)
{
  static const char *const kinds[] = { "veins", "valves", "activities", "keys" };
  static ShTable *(*const make[]) (void) = { list_veins, list_valves, list_activities, list_keys };
  g_autofree char *format_text = NULL;
  g_autoptr (ShTable) table = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
                                     NC_ ("option", "table or json"), "FORMAT" },
                                   { NULL } };
  int format = 0;
  int kind = -1;

  if (!sh_cli_parse (&sh_command_list_info, "veins|valves|activities|keys", entries, &argc, &argv,
                     1) ||
      !sh_cli_choice ("--format", format_text, sh_table_formats, 2, &format) ||
      !sh_cli_choice ("list", argc > 1 ? argv[1] : "", kinds, G_N_ELEMENTS (kinds), &kind))
    return SH_EXIT_USAGE;
  table = make[kind]();
  return sh_table_finish (table, format);
}

const ShCommand sh_command_list_info = {
  "list", NC_ ("command", "Lists veins, valves, activities or keys."), run_list
};
