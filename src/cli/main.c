/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For readlink beside plain C17. */
#define _DEFAULT_SOURCE 1

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-command.h"
#include "sh-nearest.h"
#include "sh-output.h"
#include "sh-renderer.h"
#include "sh-scenario-floor.h"
#include "sh-ui.h"

static const ShCommand *const commands[] = {
  &sh_command_list_info,         &sh_command_simulate_info,  &sh_command_render_info,
  &sh_command_bench_info,        &sh_command_measure_info,   &sh_command_validate_info,
  &sh_command_check_info,        &sh_command_kiosk_pin_info, &sh_command_kiosk_card_info,
  &sh_command_kiosk_counts_info,
};

/* In a build folder the translations stand beside the program's folder, otherwise where they were
 * installed. */
static void
bind_translations (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *built =
      folder != NULL ? g_build_filename (folder, "..", "..", "po", NULL) : NULL;
  gboolean in_build = folder != NULL && g_str_has_suffix (folder, "/src/cli") &&
                      g_file_test (built, G_FILE_TEST_IS_DIR);

  setlocale (LC_ALL, "");
  /* Files and columns always have a decimal point; texts for people set their own mark. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (SH_GETTEXT_DOMAIN, in_build ? built : SH_LOCALE_DIR);
  bind_textdomain_codeset (SH_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SH_GETTEXT_DOMAIN);
}

static int
show_version (void)
{
  ShOutput *output = sh_output_open (NULL);

  sh_output_text (output, "second-heart " SH_VERSION "\n");
  return sh_output_close (output);
}

static int
show_help (void)
{
  ShOutput *output = sh_output_open (NULL);

  sh_output_text (output,
                  C_ ("help",
                      "Second Heart shows how the calf muscle pump returns blood from the leg, and "
                      "why it fails.\n"
                      "\n"
                      "Usage:\n"
                      "  second-heart [FILE]            open the window, with a scenario\n"
                      "  second-heart COMMAND [OPTION]  work without a window\n"
                      "  second-heart --kiosk           run the waiting-room kiosk\n"
                      "  second-heart --version         print the version\n"
                      "  second-heart --help            print this help\n"
                      "\n"
                      "Commands:\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line =
          g_strdup_printf ("  %-12s %s\n", commands[i]->name,
                           g_dpgettext2 (SH_GETTEXT_DOMAIN, "command", commands[i]->summary));

      sh_output_text (output, line);
    }
  sh_output_text (
      output,
      C_ ("help", "\n"
                  "\"second-heart COMMAND --help\" tells the options of a command, \"second-heart "
                  "list keys\" what a\nscenario may hold. Simplified model, for education only; "
                  "not a diagnosis.\n"));
  return sh_output_close (output);
}

static const char *
nearest_command (const char *found)
{
  const char *names[G_N_ELEMENTS (commands)];

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;
  return sh_nearest_name (found, names, G_N_ELEMENTS (names));
}

/* Tells what is wrong with a command line that is neither a command nor a file. */
static int
fail_unknown (const char *found)
{
  g_autofree char *shown = g_utf8_make_valid (found, -1);
  g_autofree char *message = NULL;

  if (found[0] == '-')
    message = g_strdup_printf (
        C_ ("command",
            "unknown option \"%s\"; allowed: [FILE], COMMAND, --kiosk, --help, --version"),
        shown);
  else
    message = g_strdup_printf (
        C_ ("command", "\"%s\" is neither a command nor a file; nearest command: %s"), shown,
        nearest_command (found));
  return sh_cli_fail (SH_EXIT_USAGE, message);
}

static int
fail_extra (const char *found)
{
  g_autofree char *shown = g_utf8_make_valid (found, -1);
  g_autofree char *message = g_strdup_printf (
      C_ ("command", "unexpected argument \"%s\"; allowed: at most one FILE"), shown);

  return sh_cli_fail (SH_EXIT_USAGE, message);
}

static int
run_window (const ShScenario *scenario, const char *path, const char *problem)
{
  ShApplicationOptions options = { .scenario = scenario, .path = path, .problem = problem };

  if (!sh_ui_display_available ())
    return sh_cli_fail (SH_EXIT_FAILURE,
                        C_ ("command", "there is no display to open a window on; \"second-heart "
                                       "render --help\" tells how to draw a picture without one"));
  return sh_application_run (&options);
}

/* A wrong file is told before anything opens; only who started the program from the desktop, and so
 * does not see that, gets a window that says so. */
static int
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  ShScenario scenario;

  if (sh_scenario_load (path, NULL, &scenario, &error))
    return run_window (&scenario, path, NULL);
  sh_cli_fail_error (SH_EXIT_FAILURE, error);
  return g_getenv ("GIO_LAUNCHED_DESKTOP_FILE") != NULL ? run_window (NULL, NULL, error->message)
                                                        : SH_EXIT_FAILURE;
}

/* The window, with an optional scenario. */
static int
open_window (int argc, char **argv)
{
  const char *path = argc > 1 ? argv[1] : NULL;

  if (path != NULL &&
      (path[0] == '-' || (strpbrk (path, "./") == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))))
    return fail_unknown (path);
  if (argc > 2)
    return fail_extra (argv[2]);
  return path != NULL ? open_file (path) : run_window (NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  /* A reader that has gone shows as an error of writing, which ends the work tidily. */
  signal (SIGPIPE, SIG_IGN);
  sh_renderer_choose ();
  bind_translations ();
  if (argc > 1 && (strcmp (argv[1], "--version") == 0 || strcmp (argv[1], "-V") == 0))
    return show_version ();
  if (argc > 1 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0))
    return show_help ();
  if (argc > 1 && strcmp (argv[1], sh_command_kiosk_info.name) == 0)
    return sh_command_kiosk_info.run (argc - 1, argv + 1);
  for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i]->name) == 0)
      return commands[i]->run (argc - 1, argv + 1);
  return open_window (argc, argv);
}
