/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "sh-scenario-floor.h"

static const char *folder;

static GPtrArray *
shipped (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".scenario"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_dir_close (dir);
  g_ptr_array_sort (paths, (GCompareFunc) g_strcmp0);
  return paths;
}

static void
test_all_load (void)
{
  g_autoptr (GPtrArray) paths = shipped ();

  g_assert_cmpuint (paths->len, >=, 8);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      ShScenario scenario;

      sh_scenario_load (g_ptr_array_index (paths, i), NULL, &scenario, &error);
      g_assert_no_error (error);
    }
}

static void
test_all_differ (void)
{
  g_autoptr (GPtrArray) paths = shipped ();

  for (guint i = 0; i < paths->len; i++)
    for (guint j = 0; j < i; j++)
      {
        ShScenario a;
        ShScenario b;

        g_assert_true (sh_scenario_load (g_ptr_array_index (paths, i), NULL, &a, NULL));
        g_assert_true (sh_scenario_load (g_ptr_array_index (paths, j), NULL, &b, NULL));
        g_assert_false (sh_scenario_equal (&a, &b));
      }
}

static void
test_all_cut_off (void)
{
  g_autoptr (GPtrArray) paths = shipped ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (g_ptr_array_index (paths, i), &text, &length, NULL));
      for (gsize n = 0; n < length; n++)
        {
          g_autofree char *part = g_strndup (text, n);
          g_autoptr (GError) error = NULL;
          ShScenario scenario;

          if (!sh_scenario_parse (part, (gssize) n, "f", NULL, &scenario, &error))
            g_assert_true (g_str_has_prefix (error->message, "f:"));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  g_test_add_func ("/shipped/every scenario is without a mistake", test_all_load);
  g_test_add_func ("/shipped/no two scenarios are the same", test_all_differ);
  g_test_add_func ("/shipped/a scenario cut off anywhere does no harm", test_all_cut_off);
  return g_test_run ();
}
