/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "sh-nearest.h"

static void
test_distance (void)
{
  g_assert_cmpuint (sh_edit_distance ("", ""), ==, 0);
  g_assert_cmpuint (sh_edit_distance ("", "pace"), ==, 4);
  g_assert_cmpuint (sh_edit_distance ("pace", "pace"), ==, 0);
  g_assert_cmpuint (sh_edit_distance ("pace", "pce"), ==, 1);
  g_assert_cmpuint (sh_edit_distance ("pace", "paces"), ==, 1);
  g_assert_cmpuint (sh_edit_distance ("pace", "pact"), ==, 1);
  g_assert_cmpuint (sh_edit_distance ("pace", "apce"), ==, 1);
  g_assert_cmpuint (sh_edit_distance ("kitten", "sitting"), ==, 3);
}

static void
test_distance_is_the_same_both_ways (void)
{
  static const char *const words[] = { "walking", "wlaking", "", "hiking", "standing", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
      g_assert_cmpuint (sh_edit_distance (words[i], words[j]), ==,
                        sh_edit_distance (words[j], words[i]));
}

static void
test_very_long_words (void)
{
  g_autofree char *a = g_strnfill (5000, 'a');
  g_autofree char *b = g_strnfill (5000, 'b');

  g_assert_cmpuint (sh_edit_distance (a, b), >, 10);
}

static void
test_nearest (void)
{
  static const char *const names[] = { "rest", "walking", "hiking", "cycling" };

  g_assert_cmpstr (sh_nearest_name ("wlaking", names, 4), ==, "walking");
  g_assert_cmpstr (sh_nearest_name ("hike", names, 4), ==, "hiking");
  g_assert_cmpstr (sh_nearest_name ("bicycling", names, 4), ==, "cycling");
  g_assert_null (sh_nearest_name ("walking", names, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nearest/one changed letter is one step", test_distance);
  g_test_add_func ("/nearest/the way back is as long", test_distance_is_the_same_both_ways);
  g_test_add_func ("/nearest/very long words do no harm", test_very_long_words);
  g_test_add_func ("/nearest/the least different name is found", test_nearest);
  return g_test_run ();
}
