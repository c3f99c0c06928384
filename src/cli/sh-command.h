/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-model.h"

/* What all subcommands share: how they are called, how they fail, how they read their options. */

/** Exit statuses: success is 0. */
#define SH_EXIT_FAILURE 1 /* the wish was understood and could not be fulfilled */
#define SH_EXIT_USAGE 2   /* wrong use: an unknown option or a value that is not allowed */

/** One subcommand. @run gets the command's own name as argv[0] and returns the exit status. */
typedef struct
{
  const char *name;
  const char *summary; /* one line, marked for translation in context "command" */
  int (*run) (int argc, char **argv);
} ShCommand;

extern const ShCommand sh_command_kiosk_info;
extern const ShCommand sh_command_kiosk_card_info;
extern const ShCommand sh_command_kiosk_counts_info;
extern const ShCommand sh_command_kiosk_pin_info;
extern const ShCommand sh_command_list_info;
extern const ShCommand sh_command_simulate_info;
extern const ShCommand sh_command_render_info;
extern const ShCommand sh_command_bench_info;
extern const ShCommand sh_command_measure_info;
extern const ShCommand sh_command_validate_info;
extern const ShCommand sh_command_check_info;

/** Prints "second-heart: MESSAGE" as one line to standard error. Returns @status. */
int sh_cli_fail (int status, const char *message);

/** The same with the message of @error. */
int sh_cli_fail_error (int status, const GError *error);

/** The same with the reason why the model cannot do it; always a failure. */
int sh_cli_fail_status (ShStatus status);

/**
 * Reads the options of a subcommand.
 *
 * @usage: what may follow the command's name, such as "[FILE]"
 * @entries: (array zero-terminated=1): the options
 * @argc: (inout), @argv: (inout): what is left afterwards; argv[0] stays
 * @most: how many arguments may be left
 *
 * Returns: whether all is well; otherwise the mistake was told.
 */
gboolean sh_cli_parse (const ShCommand *command,
                       const char *usage,
                       const GOptionEntry *entries,
                       int *argc,
                       char ***argv,
                       int most);

/** Reads the number of an option inside a range; NULL keeps @value. A mistake is told. */
gboolean
sh_cli_number (const char *option, const char *text, double low, double high, double *value);

/** Reads one of a few names; NULL keeps @index. A mistake is told with the nearest name. */
gboolean
sh_cli_choice (const char *option, const char *text, const char *const *names, int n, int *index);

/**
 * Reads FILE (nullable) and the --set values (nullable) into @scenario. A mistake is told.
 *
 * Returns: 0, or the exit status: wrong use for a mistake in a setting, failure for one in a file.
 */
int sh_cli_scenario (const char *path, char **settings, ShScenario *scenario);
