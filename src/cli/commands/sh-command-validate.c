/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include <math.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-clinic.h"
#include "sh-json.h"
#include "sh-output.h"
#include "sh-scenario-floor.h"

/* Writes one row in a format's way. */
typedef void (*ShWriteRow) (GString *text,
                            const ShValidationRow *row,
                            const ShValidationOutcome *outcome);

static const char *
verdict_of (const ShValidationOutcome *outcome)
{
  return outcome->passed ? C_ ("validation", "in range") : C_ ("validation", "out of range");
}

/* Appends a number with as many decimals as tell something: three leading digits or one decimal. */
static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (number))
    g_ascii_formatd (digits, sizeof digits, fabs (number) < 9.995 ? "%.2f" : "%.1f", number);
  g_string_append (text, isfinite (number) ? digits : "–");
}

/* Appends a limit as it stands in the table. */
static void
append_limit (GString *text, double limit)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%g", limit));
}

static void
append_range (GString *text, const ShValidationRow *row)
{
  if (isinf (row->low))
    g_string_append (text, "≤ ");
  else
    append_limit (text, row->low);
  if (isfinite (row->low) && isfinite (row->high))
    g_string_append (text, " … ");
  if (isinf (row->high))
    g_string_append (text, " ≤");
  else
    append_limit (text, row->high);
}

/* The row's command line behind "second-heart", so that anyone can do it again. */
static void
append_command (GString *text, const ShValidationRow *row, const char *settings)
{
  g_auto (GStrv) each = g_strsplit (settings, " ", -1);

  g_string_append_printf (text, "measure %s", sh_test_name (row->test));
  for (char **setting = each; *setting != NULL; setting++)
    g_string_append_printf (text, " --set %s", *setting);
  if (row->duration_s > 0)
    g_string_append_printf (text, " --duration %d", (int) row->duration_s);
}

/* What is looked at: "avp_mmhg", or how two of them are compared. */
static void
append_quantity (GString *text, const ShValidationRow *row)
{
  const char *sign = row->look == SH_LOOK_RATIO ? " / " : " − ";

  g_string_append (text, row->quantity);
  if (row->look == SH_LOOK_VALUE)
    return;
  g_string_append (text, sign);
  g_string_append (text, row->other_quantity != NULL ? row->other_quantity : row->quantity);
}

static const char *
words_of (const ShValidationRow *row)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "validation", row->what);
}

static void
write_table (GString *text, const ShValidationRow *row, const ShValidationOutcome *outcome)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) range = g_string_new (NULL);

  append_number (value, outcome->value);
  append_range (range, row);
  g_string_append_printf (text, "%-4s %s\n", row->id, words_of (row));
  g_string_append_printf (text, "       %-12s  %s  [%s]  (%s; %s)\n", value->str,
                          verdict_of (outcome), range->str, row->published, row->source);
}

static void
write_markdown (GString *text, const ShValidationRow *row, const ShValidationOutcome *outcome)
{
  g_string_append_printf (text, "| %s | %s | `", row->id, words_of (row));
  append_command (text, row, row->settings);
  g_string_append (text, "`");
  if (row->other_settings != NULL)
    {
      g_autoptr (GString) other = g_string_new (NULL);

      append_command (other, row, row->other_settings);
      g_string_append (text, "; ");
      g_string_append_printf (text, C_ ("validation", "compared with `%s`"), other->str);
    }
  g_string_append (text, " | `");
  append_quantity (text, row);
  g_string_append_printf (text, "` | %s | ", row->published);
  append_range (text, row);
  g_string_append (text, " | ");
  append_number (text, outcome->value);
  g_string_append_printf (text, " | %s | %s |\n", verdict_of (outcome), row->source);
}

static void
append_member (GString *text, const char *name, const char *value)
{
  g_string_append (text, ", ");
  sh_json_append_string (text, name);
  g_string_append (text, ": ");
  sh_json_append_string (text, value);
}

static void
write_json (GString *text, const ShValidationRow *row, const ShValidationOutcome *outcome)
{
  static const char *const looks[] = { "value", "ratio", "difference" };

  g_string_append (text, "{\"id\": ");
  sh_json_append_string (text, row->id);
  append_member (text, "what", row->what);
  append_member (text, "settings", row->settings);
  append_member (text, "test", sh_test_name (row->test));
  append_member (text, "quantity", row->quantity);
  append_member (text, "look", looks[row->look]);
  if (row->other_settings != NULL)
    append_member (text, "other_settings", row->other_settings);
  if (row->other_quantity != NULL)
    append_member (text, "other_quantity", row->other_quantity);
  append_member (text, "published", row->published);
  g_string_append (text, ", \"low\": ");
  sh_json_append_number (text, row->low);
  g_string_append (text, ", \"high\": ");
  sh_json_append_number (text, row->high);
  g_string_append (text, ", \"value\": ");
  sh_json_append_number (text, outcome->value);
  g_string_append_printf (text, ", \"in_range\": %s", outcome->passed ? "true" : "false");
  append_member (text, "source", row->source);
  g_string_append (text, "}");
}

static bool
read_settings (const char *settings, ShScenario *scenario, void *data)
{
  return sh_scenario_read_line (settings, scenario, data);
}

static void
append_head (GString *text, int format)
{
  if (format == 1)
    g_string_append (text, "[\n");
  if (format == 2)
    g_string_append (text, C_ ("validation",
                               "| Row | What | Done with `second-heart` | Result | Published | "
                               "Accepted | Model | Verdict | Source |\n"));
  if (format == 2)
    g_string_append (text, "|---|---|---|---|---|---|---|---|---|\n");
}

/* Writes all rows. Returns: how many are out of range. */
static int
append_rows (GString *text, int format, const ShValidationOutcome *outcomes, int n)
{
  static const ShWriteRow write[] = { write_table, write_json, write_markdown };
  int n_out = 0;

  append_head (text, format);
  for (int i = 0; i < n; i++)
    {
      write[format](text, sh_validation_row (i), &outcomes[i]);
      if (format == 1)
        g_string_append (text, i + 1 < n ? ",\n" : "\n]\n");
      n_out += outcomes[i].passed ? 0 : 1;
    }
  if (format == 0)
    g_string_append_printf (text, C_ ("validation", "%d rows, %d out of range\n"), n, n_out);
  return n_out;
}

static int
validate (int format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  int n = sh_validation_n_rows ();
  g_autofree ShValidationOutcome *outcomes = g_new0 (ShValidationOutcome, n);
  ShStatus status = sh_validation_run (0, n, read_settings, &error, outcomes);
  ShOutput *output;
  int n_out;
  int exit_status;

  if (error != NULL)
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  if (status != SH_STATUS_OK)
    return sh_cli_fail (SH_EXIT_FAILURE,
                        g_dpgettext2 (SH_GETTEXT_DOMAIN, "status", sh_status_text (status)));
  n_out = append_rows (text, format, outcomes, n);
  output = sh_output_open (NULL);
  sh_output_text (output, text->str);
  exit_status = sh_output_close (output);
  return exit_status == 0 && n_out > 0 ? SH_EXIT_FAILURE : exit_status;
}

static int
run_validate (int argc, char **argv)
{
  static const char *const formats[] = { "table", "json", "markdown" };
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
                                     NC_ ("option", "table, json or markdown"), "FORMAT" },
                                   { NULL } };
  int format = 0;

  if (!sh_cli_parse (&sh_command_validate_info, "", entries, &argc, &argv, 0) ||
      !sh_cli_choice ("--format", format_text, formats, G_N_ELEMENTS (formats), &format))
    return SH_EXIT_USAGE;
  return validate (format);
}

const ShCommand sh_command_validate_info = {
  "validate", NC_ ("command", "Holds the model against published measurements."), run_validate
};
