/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For readlink and terminals beside plain C17. */
#define _DEFAULT_SOURCE 1

#include "sh-command.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-kiosk-config.h"
#include "sh-kiosk-counts.h"
#include "sh-kiosk-gesture.h"
#include "sh-kiosk-pin.h"
#include "sh-kiosk.h"
#include "sh-output.h"
#include "sh-ui.h"

/* ---- second-heart --kiosk ---- */

/* The same program with the same words begins anew in the same place, so that what watches it and
 * the screen's session stay. Comes back only when that is not possible. */
static void
start_afresh (char **argv)
{
  execv ("/proc/self/exe", argv);
}

static int
run_kiosk (int argc, char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = { { "kiosk-config", 0, 0, G_OPTION_ARG_FILENAME, &path,
                                     NC_ ("option", "the kiosk's configuration"), "FILE" },
                                   { NULL } };
  ShKioskOptions options = { 0 };
  char **again = argv - 1;
  int status;

  g_autofree char **copy = g_new0 (char *, argc + 2);

  for (int i = 0; i <= argc; i++)
    copy[i] = again[i];
  sh_kiosk_prepare_environment ();
  if (!sh_cli_parse (&sh_command_kiosk_info, "", entries, &argc, &argv, 0))
    return SH_EXIT_USAGE;
  options.config_path = path;
  if (!sh_ui_display_available ())
    return sh_cli_fail (SH_EXIT_FAILURE, C_ ("command", "there is no display for the kiosk"));
  status = sh_kiosk_run (&options);
  if (status == SH_KIOSK_EXIT_RESTART)
    start_afresh (copy);
  return status;
}

const ShCommand sh_command_kiosk_info = { "--kiosk",
                                          NC_ ("command", "Runs the waiting-room kiosk."),
                                          run_kiosk };

/* ---- second-heart kiosk-pin ---- */

/* Reads one line; on a terminal without showing it. Returns: (transfer full) (nullable) */
static char *
read_secret (const char *prompt)
{
  struct termios before, quiet;
  gboolean terminal = isatty (STDIN_FILENO) && tcgetattr (STDIN_FILENO, &before) == 0;
  char line[256];
  char *read;

  if (terminal)
    {
      fprintf (stderr, "%s ", prompt);
      quiet = before;
      quiet.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &quiet);
    }
  read = fgets (line, sizeof line, stdin);
  if (terminal)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
      fputc ('\n', stderr);
    }
  return read != NULL ? g_strdup (g_strchomp (line)) : NULL;
}

static int
run_pin (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autofree char *pin = NULL;
  g_autofree char *again = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *text = NULL;
  ShOutput *output;

  if (!sh_cli_parse (&sh_command_kiosk_pin_info, "", entries, &argc, &argv, 0))
    return SH_EXIT_USAGE;
  pin = read_secret (C_ ("command", "New PIN:"));
  if (pin == NULL || !sh_kiosk_pin_is (pin))
    return sh_cli_fail (SH_EXIT_FAILURE, C_ ("command", "that is no PIN; allowed: 4…12 digits"));
  if (isatty (STDIN_FILENO))
    again = read_secret (C_ ("command", "The same again:"));
  if (again != NULL && strcmp (pin, again) != 0)
    return sh_cli_fail (SH_EXIT_FAILURE, C_ ("command", "the two PINs are not the same"));
  hash = sh_kiosk_pin_hash (pin);
  if (hash == NULL)
    return sh_cli_fail (SH_EXIT_FAILURE, C_ ("command", "this system cannot make a hash"));
  output = sh_output_open (NULL);
  text = g_strdup_printf ("staff-pin=%s\n", hash);
  sh_output_text (output, text);
  return sh_output_close (output);
}

const ShCommand sh_command_kiosk_pin_info = {
  "kiosk-pin", NC_ ("command", "Makes the hash of a staff PIN for the kiosk."), run_pin
};

/* ---- second-heart kiosk-card ---- */

static int
run_card (int argc, char **argv)
{
  g_autofree char *given = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = { { "kiosk-config", 0, 0, G_OPTION_ARG_FILENAME, &given,
                                     NC_ ("option", "the kiosk's configuration"), "FILE" },
                                   { NULL } };
  ShOutput *output;

  if (!sh_cli_parse (&sh_command_kiosk_card_info, "", entries, &argc, &argv, 0))
    return SH_EXIT_USAGE;
  path = given != NULL ? g_strdup (given) : sh_kiosk_config_find ();
  output = sh_output_open (NULL);
  text = g_strdup_printf (
      C_ ("kiosk card",
          "SECOND HEART · KIOSK · FOR STAFF\n"
          "================================\n"
          "\n"
          "To leave the kiosk\n"
          "  1. Tap the two upper corners of the screen in turn, upper left first:\n"
          "     left, right, left, right, left, right (%d taps within %d seconds).\n"
          "  2. Give the staff PIN. After a wrong one, wait until the pad says so.\n"
          "  3. \"End the program\", \"Read the configuration again\", opening hours, counts.\n"
          "\n"
          "To start it again\n"
          "  Switch the machine off and on; or, as the kiosk's user:\n"
          "  systemctl --user restart second-heart-kiosk\n"
          "\n"
          "If the picture stands still for more than 15 seconds, switch the machine off and on.\n"
          "A new PIN: second-heart kiosk-pin. Test of the configuration: second-heart check FILE.\n"
          "\n"
          "Version: %s\n"
          "Configuration: %s\n"),
      SH_KIOSK_GESTURE_TAPS, (int) SH_KIOSK_GESTURE_S, SH_VERSION,
      path != NULL ? path : C_ ("kiosk card", "none, the defaults hold"));
  sh_output_text (output, text);
  return sh_output_close (output);
}

const ShCommand sh_command_kiosk_card_info = {
  "kiosk-card", NC_ ("command", "Prints the card that tells staff how to leave the kiosk."),
  run_card
};

/* ---- second-heart kiosk-counts ---- */

static int
fail_without_counts (const char *path)
{
  g_autofree char *name = sh_file_label (path);
  g_autofree char *message = g_strdup_printf (
      C_ ("command", "%s: there is no such file; a kiosk writes it while it runs"), name);

  return sh_cli_fail (SH_EXIT_FAILURE, message);
}

static int
run_counts (int argc, char **argv)
{
  g_autofree char *given = NULL;
  g_autofree char *path = NULL;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShKioskConfig) config = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "kiosk-config", 0, 0, G_OPTION_ARG_FILENAME, &given,
                                     NC_ ("option", "the kiosk's configuration"), "FILE" },
                                   { NULL } };
  ShOutput *output;

  if (!sh_cli_parse (&sh_command_kiosk_counts_info, "", entries, &argc, &argv, 0))
    return SH_EXIT_USAGE;
  path = given != NULL ? g_strdup (given) : sh_kiosk_config_find ();
  config = sh_kiosk_config_load (path, problems);
  file = config->counts_file[0] != '\0'
             ? g_strdup (config->counts_file)
             : g_build_filename (g_get_user_state_dir (), "second-heart", "kiosk-counts.txt", NULL);
  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return fail_without_counts (file);
  if (!g_file_get_contents (file, &text, NULL, &error))
    return sh_cli_fail_error (SH_EXIT_FAILURE, error);
  output = sh_output_open (NULL);
  sh_output_text (output, text);
  return sh_output_close (output);
}

const ShCommand sh_command_kiosk_counts_info = {
  "kiosk-counts", NC_ ("command", "Prints how the kiosk was used, by the hour."), run_counts
};
