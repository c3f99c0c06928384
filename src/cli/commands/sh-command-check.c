/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-output.h"
#include "sh-scenario-floor.h"

/* Each mistake is a line of its own that editors understand: FILE:LINE:COLUMN: what. */
static gboolean
check_file (const char *path, ShOutput *output)
{
  g_autoptr (ShMistakes) mistakes = sh_check_file (path);
  g_autofree char *line = NULL;

  for (guint i = 0; i < mistakes->messages->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (mistakes->messages, i));
  if (mistakes->n > mistakes->messages->len)
    /* Translators: %s is a file's name, %u a number. */
    g_printerr (C_ ("command", "%s: %u mistakes in all\n"), mistakes->file, mistakes->n);
  if (!sh_mistakes_none (mistakes))
    return FALSE;
  /* Translators: %s is a file's name. */
  line = g_strdup_printf (C_ ("command", "%s: no mistakes\n"), mistakes->file);
  sh_output_text (output, line);
  return TRUE;
}

static int
run_check (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  ShOutput *output;
  gboolean good = TRUE;
  int status;

  if (!sh_cli_parse (&sh_command_check_info, "FILE…", entries, &argc, &argv, G_MAXINT))
    return SH_EXIT_USAGE;
  if (argc < 2)
    return sh_cli_fail (SH_EXIT_USAGE, C_ ("command", "there is no file to check; allowed: FILE…"));
  output = sh_output_open (NULL);
  for (int i = 1; i < argc; i++)
    good = check_file (argv[i], output) && good;
  status = sh_output_close (output);
  return good ? status : SH_EXIT_FAILURE;
}

const ShCommand sh_command_check_info = {
  "check", NC_ ("command", "Checks scenarios, lessons and kiosk settings and tells every mistake."),
  run_check
};
