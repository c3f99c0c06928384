/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-renderer.h"

/* What a program gets to see that is started from here. */
static const char *
passed_on (void)
{
  g_autoptr (GAppLaunchContext) context = g_app_launch_context_new ();
  g_auto (GStrv) all = NULL;

  sh_renderer_leave_out (context);
  all = g_app_launch_context_get_environment (context);
  return g_intern_string (g_environ_getenv (all, "GSK_RENDERER"));
}

static void
a_wish_is_left_alone (void)
{
  g_setenv ("GSK_RENDERER", "gl", TRUE);
  sh_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
  g_assert_cmpstr (passed_on (), ==, "gl");
}

static void
without_a_wish_cairo_draws_but_for_this_program_only (void)
{
  g_unsetenv ("GSK_RENDERER");
  sh_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
  g_assert_null (passed_on ());
  g_setenv ("GSK_RENDERER", "", TRUE);
  sh_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/a wish is left alone", a_wish_is_left_alone);
  g_test_add_func ("/renderer/without a wish Cairo draws, but for this program only",
                   without_a_wish_cairo_draws_but_for_this_program_only);
  return g_test_run ();
}
