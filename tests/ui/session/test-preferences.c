/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-preferences.h"

static void
start_as_the_schema_says (void)
{
  g_autoptr (ShPreferences) preferences = sh_preferences_new ();
  int palette, wording, labels;
  gboolean reduced;

  g_object_get (preferences, "palette", &palette, "wording", &wording, "labels", &labels,
                "reduced-motion", &reduced, NULL);
  g_assert_cmpint (palette, ==, SH_PALETTE_SYSTEM);
  g_assert_cmpint (wording, ==, 0);
  g_assert_cmpint (labels, ==, 1);
  g_assert_false (reduced);
}

static void
schema_of_the_build_folder_is_found (void)
{
  g_autoptr (ShPreferences) preferences = sh_preferences_new ();

  g_assert_true (sh_preferences_get_stored (preferences));
}

static void
changes_reach_the_next_reader (void)
{
  g_autoptr (ShPreferences) writer = sh_preferences_new ();
  g_autoptr (ShPreferences) reader = sh_preferences_new ();
  int palette;

  g_object_set (writer, "palette", SH_PALETTE_PROJECTOR, NULL);
  g_settings_sync ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_get (reader, "palette", &palette, NULL);
  g_assert_cmpint (palette, ==, SH_PALETTE_PROJECTOR);
  g_object_set (writer, "palette", SH_PALETTE_SYSTEM, NULL);
}

static void
every_property_has_its_key (void)
{
  g_autoptr (ShPreferences) writer = sh_preferences_new ();
  g_autoptr (ShPreferences) reader = sh_preferences_new ();
  int units, names;
  double size;
  gboolean contrast;

  g_object_set (writer, "units", SH_UNITS_KPA, "stocking-names", SH_STOCKING_NAMES_CLASS,
                "text-size", 1.5, "more-contrast", TRUE, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_get (reader, "units", &units, "stocking-names", &names, "text-size", &size,
                "more-contrast", &contrast, NULL);
  g_assert_cmpint (units, ==, SH_UNITS_KPA);
  g_assert_cmpint (names, ==, SH_STOCKING_NAMES_CLASS);
  g_assert_cmpfloat (size, ==, 1.5);
  g_assert_true (contrast);
}

/* An entry of the preferences window ends the program when it is to show no text at all. */
static void
texts_are_never_missing (void)
{
  g_autoptr (ShPreferences) preferences = sh_preferences_new ();
  g_autofree char *name = NULL;

  g_object_set (preferences, "clinic-name", NULL, NULL);
  g_object_get (preferences, "clinic-name", &name, NULL);
  g_assert_cmpstr (name, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preferences/start as the schema says", start_as_the_schema_says);
  g_test_add_func ("/preferences/schema of the build folder is found",
                   schema_of_the_build_folder_is_found);
  g_test_add_func ("/preferences/changes reach the next reader", changes_reach_the_next_reader);
  g_test_add_func ("/preferences/every property has its key", every_property_has_its_key);
  g_test_add_func ("/preferences/texts are never missing", texts_are_never_missing);
  return g_test_run ();
}
