/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The same run gives the same bits, whatever the compiler and the optimisation. Arguments: the
 * programs built from digest.c. */

#include <glib.h>

#include "sh-test-legs.h"

static char **programs;

static char *
digest_of (const char *program)
{
  g_autofree char *quoted = g_shell_quote (program);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_command_line_sync (quoted, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_strstrip (output);
}

static void
test_builds (void)
{
  g_autofree char *first = NULL;

  if (programs[0] == NULL || programs[1] == NULL)
    {
      g_test_skip ("fewer than two builds to compare");
      return;
    }
  first = digest_of (programs[0]);
  g_assert_cmpuint (strlen (first), ==, 16);
  g_assert_cmpstr (first, !=, "0000000000000000");
  for (int i = 1; programs[i] != NULL; i++)
    {
      g_autofree char *other = digest_of (programs[i]);

      g_test_message ("%s: %s", programs[i], other);
      g_assert_cmpstr (other, ==, first);
    }
}

static void
test_again (void)
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;
  ShFrame first, second;

  sh_test_scenario (&scenario, SH_ACTIVITY_STAIRS);
  sh_leg_reset (leg, &scenario);
  sh_leg_advance (leg, 4.0);
  sh_leg_read (leg, &first);
  sh_leg_reset (leg, &scenario);
  for (int i = 0; i < 400; i++)
    sh_leg_advance (leg, 0.01);
  sh_leg_read (leg, &second);
  g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
  sh_leg_free (leg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  programs = argv + 1;
  g_test_add_func ("/model/determinism/compilers and optimisations give the same bits",
                   test_builds);
  g_test_add_func ("/model/determinism/the same run twice gives the same bits", test_again);
  return g_test_run ();
}
