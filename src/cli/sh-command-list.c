/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include <stdio.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-json.h"
#include "sh-number-text.h"
#include "sh-output.h"
#include "sh-scenario-floor.h"

/* A list is a table of texts: the first row holds the names of the columns; JSON takes numbers as
 * numbers. */
typedef struct
{
  const char *const *columns;
  guint n_columns;
  guint numbers;    /* bit set: which columns are numbers */
  GPtrArray *cells; /* (element-type utf8), row by row */
} ShListing;

static char *
translated (const char *context, const char *text)
{
  return g_strdup (text[0] == '\0' ? "" : g_dpgettext2 (SH_GETTEXT_DOMAIN, context, text));
}

static void
add (ShListing *listing, char *cell)
{
  g_ptr_array_add (listing->cells, cell);
}

static void
list_veins (ShListing *listing)
{
  static const char *const columns[] = { "name", "label", "group", "height_m" };

  listing->columns = columns;
  listing->n_columns = G_N_ELEMENTS (columns);
  listing->numbers = 1u << 3;
  for (int i = 0; i < SH_N_VEINS; i++)
    {
      const ShVeinInfo *info = sh_vein_info ((ShVein) i);

      add (listing, g_strdup (info->name));
      add (listing, translated ("vein", info->label));
      add (listing, g_strdup (sh_group_name (info->group)));
      add (listing, sh_number_to_text (info->height_m));
    }
}

static void
list_valves (ShListing *listing)
{
  static const char *const columns[] = { "name", "label", "group", "vein", "height_m" };

  listing->columns = columns;
  listing->n_columns = G_N_ELEMENTS (columns);
  listing->numbers = 1u << 4;
  for (int i = 0; i < SH_N_VALVES; i++)
    {
      const ShValveInfo *info = sh_valve_info ((ShValve) i);

      add (listing, g_strdup (info->name));
      add (listing, translated ("valve", info->label));
      add (listing, g_strdup (sh_group_name (info->group)));
      add (listing, g_strdup (info->vein));
      add (listing, sh_number_to_text (info->height_m));
    }
}

static char *
postures_of (ShActivity activity)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < SH_N_POSTURES; i++)
    if (sh_activity_allows (activity, (ShPosture) i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              sh_posture_name ((ShPosture) i));
  return g_string_free (text, FALSE);
}

/* The group of an activity is how the body is held when nothing else is said. */
static void
list_activities (ShListing *listing)
{
  static const char *const columns[] = { "name", "label",    "group",    "pace_unit",
                                         "pace", "pace_min", "pace_max", "postures" };

  listing->columns = columns;
  listing->n_columns = G_N_ELEMENTS (columns);
  listing->numbers = 1u << 4 | 1u << 5 | 1u << 6;
  for (int i = 0; i < SH_N_ACTIVITIES; i++)
    {
      const ShActivityInfo *info = sh_activity_info ((ShActivity) i);

      add (listing, g_strdup (info->name));
      add (listing, translated ("activity", info->label));
      add (listing, g_strdup (sh_posture_name (info->posture_default)));
      add (listing, g_strdup (info->pace_unit));
      add (listing, sh_number_to_text (info->pace_default));
      add (listing, sh_number_to_text (info->pace_min));
      add (listing, sh_number_to_text (info->pace_max));
      add (listing, postures_of ((ShActivity) i));
    }
}

static void
list_keys (ShListing *listing)
{
  static const char *const columns[] = { "name", "label", "group", "values", "default" };
  gsize n = 0;
  const ShScenarioKey *keys = sh_scenario_keys (&n);

  listing->columns = columns;
  listing->n_columns = G_N_ELEMENTS (columns);
  for (gsize i = 0; i < n; i++)
    {
      add (listing, g_strdup (keys[i].key));
      add (listing, translated ("key", keys[i].meaning));
      add (listing, g_strdup ("Scenario"));
      add (listing, g_strdup (keys[i].values));
      add (listing, g_strdup (keys[i].initial));
    }
}

static void
write_json (const ShListing *listing, ShOutput *output)
{
  guint n_rows = listing->cells->len / listing->n_columns;

  sh_output_text (output, "[\n");
  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (GString) line = g_string_new ("  {");

      for (guint i = 0; i < listing->n_columns; i++)
        {
          const char *cell = g_ptr_array_index (listing->cells, row * listing->n_columns + i);

          g_string_append (line, i > 0 ? ", " : "");
          sh_json_append_string (line, listing->columns[i]);
          g_string_append (line, ": ");
          if ((listing->numbers & 1u << i) != 0)
            g_string_append (line, cell);
          else
            sh_json_append_string (line, cell);
        }
      g_string_append (line, row + 1 < n_rows ? "},\n" : "}\n");
      sh_output_text (output, line->str);
    }
  sh_output_text (output, "]\n");
}

static void
write_row (const ShListing *listing, const int *widths, const char *const *cells, ShOutput *output)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < listing->n_columns; i++)
    {
      glong letters = g_utf8_strlen (cells[i], -1);

      g_string_append (line, cells[i]);
      for (glong j = letters; i + 1 < listing->n_columns && j < widths[i] + 2; j++)
        g_string_append_c (line, ' ');
    }
  g_string_append_c (line, '\n');
  sh_output_text (output, line->str);
}

static void
write_table (const ShListing *listing, ShOutput *output)
{
  int widths[8] = { 0 };
  guint n = listing->n_columns;
  const char *const *cells = (const char *const *) listing->cells->pdata;

  for (guint i = 0; i < n; i++)
    widths[i] = (int) g_utf8_strlen (listing->columns[i], -1);
  for (guint i = 0; i < listing->cells->len; i++)
    widths[i % n] = MAX (widths[i % n], (int) g_utf8_strlen (cells[i], -1));
  write_row (listing, widths, listing->columns, output);
  for (guint row = 0; row < listing->cells->len / n; row++)
    write_row (listing, widths, cells + row * n, output);
}

static int
run_list (int argc, char **argv)
{
  static const char *const kinds[] = { "veins", "valves", "activities", "keys" };
  static const char *const formats[] = { "table", "json" };
  static void (*const fill[]) (ShListing *) = { list_veins, list_valves, list_activities,
                                                list_keys };
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
                                     NC_ ("option", "table or json"), "FORMAT" },
                                   { NULL } };
  ShListing listing = { 0 };
  ShOutput *output;
  int format = 0;
  int kind = -1;

  if (!sh_cli_parse (&sh_command_list_info, "veins|valves|activities|keys", entries, &argc, &argv,
                     1) ||
      !sh_cli_choice ("--format", format_text, formats, G_N_ELEMENTS (formats), &format) ||
      !sh_cli_choice ("list", argc > 1 ? argv[1] : "", kinds, G_N_ELEMENTS (kinds), &kind))
    return SH_EXIT_USAGE;
  listing.cells = g_ptr_array_new_with_free_func (g_free);
  fill[kind](&listing);
  output = sh_output_open (NULL);
  if (format == 1)
    write_json (&listing, output);
  else
    write_table (&listing, output);
  g_ptr_array_unref (listing.cells);
  return sh_output_close (output);
}

const ShCommand sh_command_list_info = {
  "list", NC_ ("command", "Lists veins, valves, activities or keys."), run_list
};
