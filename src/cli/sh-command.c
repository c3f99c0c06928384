/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-command.h"

#include <stdio.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-nearest.h"
#include "sh-number-text.h"
#include "sh-scenario-floor.h"

int
sh_cli_fail (int status, const char *message)
{
  g_autofree char *line = sh_printable (message);

  fprintf (stderr, "second-heart: %s\n", line);
  return status;
}

int
sh_cli_fail_error (int status, const GError *error)
{
  return sh_cli_fail (status, error != NULL ? error->message : C_ ("command", "unknown error"));
}

int
sh_cli_fail_status (ShStatus status)
{
  return sh_cli_fail (SH_EXIT_FAILURE,
                      g_dpgettext2 (SH_GETTEXT_DOMAIN, "status", sh_status_text (status)));
}

static gboolean
fail_extra (const char *command, const char *argument)
{
  g_autofree char *message =
      g_strdup_printf (C_ ("command", "%s: unexpected argument \"%s\"; see second-heart %s --help"),
                       command, argument, command);

  sh_cli_fail (SH_EXIT_USAGE, message);
  return FALSE;
}

static const char *
translate_option (const char *text, gpointer data)
{
  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "option", text);
}

static GOptionContext *
make_context (const ShCommand *command, const char *usage, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (usage);
  GOptionGroup *group = g_option_group_new ("", "", "", NULL, NULL);
  g_autofree char *program = g_strdup_printf ("second-heart %s", command->name);

  g_set_prgname (program);
  g_option_group_add_entries (group, entries);
  g_option_group_set_translate_func (group, translate_option, NULL, NULL);
  g_option_context_set_main_group (context, group);
  g_option_context_set_summary (context,
                                g_dpgettext2 (SH_GETTEXT_DOMAIN, "command", command->summary));
  return context;
}

/* GLib tells of a letter that is none, but not where it stands. */
static char *
option_problem (const GError *error, char **argv)
{
  for (int i = 1; error->domain == G_CONVERT_ERROR && argv[i] != NULL; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      return g_strdup_printf ("%s: %s", argv[i],
                              C_ ("scenario", "a byte that is no text; allowed: text in UTF-8"));
  return g_strdup (error->message);
}

gboolean
sh_cli_parse (const ShCommand *command,
              const char *usage,
              const GOptionEntry *entries,
              int *argc,
              char ***argv,
              int most)
{
  g_autoptr (GOptionContext) context = make_context (command, usage, entries);
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_autofree char *problem = option_problem (error, *argv);
      g_autofree char *message =
          /* Translators: a command's name, what is wrong with its options, its name again. */
          g_strdup_printf (C_ ("command", "%s: %s; see second-heart %s --help"), command->name,
                           problem, command->name);

      sh_cli_fail (SH_EXIT_USAGE, message);
      return FALSE;
    }
  /* "--" ends the options; what follows are arguments. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      memmove (*argv + 1, *argv + 2, sizeof **argv * (gsize) (*argc - 1));
      (*argc)--;
    }
  return *argc - 1 <= most || fail_extra (command->name, (*argv)[most + 1]);
}

gboolean
sh_cli_number (const char *option, const char *text, double low, double high, double *value)
{
  g_autofree char *message = NULL;
  g_autofree char *low_text = sh_number_to_text (low);
  g_autofree char *high_text = sh_number_to_text (high);
  double number = 0;

  if (text == NULL)
    return TRUE;
  if (sh_number_parse (text, &number) && number >= low && number <= high)
    {
      *value = number;
      return TRUE;
    }
  message =
      g_strdup_printf (C_ ("command", "wrong value \"%s\" for %s; allowed: a number from %s to %s"),
                       text, option, low_text, high_text);
  sh_cli_fail (SH_EXIT_USAGE, message);
  return FALSE;
}

gboolean
sh_cli_choice (const char *option, const char *text, const char *const *names, int n, int *index)
{
  g_autofree char *message = NULL;
  g_autoptr (GString) allowed = g_string_new (NULL);

  if (text == NULL)
    return TRUE;
  for (int i = 0; i < n; i++)
    {
      if (strcmp (text, names[i]) == 0)
        {
          *index = i;
          return TRUE;
        }
      g_string_append_printf (allowed, "%s%s", i > 0 ? ", " : "", names[i]);
    }
  message =
      g_strdup_printf (C_ ("command", "wrong value \"%s\" for %s; allowed: %s; nearest: \"%s\""),
                       text, option, allowed->str, sh_nearest_name (text, names, (gsize) n));
  sh_cli_fail (SH_EXIT_USAGE, message);
  return FALSE;
}

int
sh_cli_scenario (const char *path, char **settings, ShScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  ShScenario defaults;
  const char *const *pairs = (const char *const *) settings;

  if (sh_scenario_load (path, pairs, scenario, &error))
    return 0;
  /* Where the file is fine by itself, the mistake is in the settings. */
  if (path != NULL && sh_scenario_load (path, NULL, &defaults, NULL))
    return sh_cli_fail_error (SH_EXIT_USAGE, error);
  return sh_cli_fail_error (path != NULL ? SH_EXIT_FAILURE : SH_EXIT_USAGE, error);
}
