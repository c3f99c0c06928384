/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>
#include <string.h>

#include "sh-clinic.h"
#include "sh-scenario-floor.h"

static bool
read_settings (const char *settings, ShScenario *scenario, void *data)
{
  return sh_scenario_read_line (settings, scenario, data);
}

static void
test_rows_are_whole (void)
{
  for (int i = 0; i < sh_validation_n_rows (); i++)
    {
      const ShValidationRow *row = sh_validation_row (i);

      g_assert_nonnull (row->id);
      g_assert_cmpint (strlen (row->what), >, 5);
      g_assert_cmpint (strlen (row->published), >, 3);
      g_assert_cmpint (strlen (row->source), >, 3);
      g_assert_cmpfloat (row->low, <, row->high);
      g_assert_true (isfinite (row->low) || isfinite (row->high));
      if (row->look != SH_LOOK_VALUE)
        g_assert_true (row->other_settings != NULL || row->other_quantity != NULL);
    }
}

static void
test_ids_are_unique (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < sh_validation_n_rows (); i++)
    if (!g_hash_table_add (ids, (gpointer) sh_validation_row (i)->id))
      g_error ("two rows are called %s", sh_validation_row (i)->id);
}

static void
test_all_public_rows_are_there (void)
{
  for (int number = 1; number <= 15; number++)
    {
      g_autofree char *id = g_strdup_printf ("A%d", number);
      gsize length = strlen (id);
      gboolean found = FALSE;

      for (int i = 0; i < sh_validation_n_rows (); i++)
        {
          const char *row = sh_validation_row (i)->id;

          found = found || (g_str_has_prefix (row, id) && !g_ascii_isdigit (row[length]));
        }
      g_assert_true (found);
    }
}

static void
test_settings_can_be_read (void)
{
  for (int i = 0; i < sh_validation_n_rows (); i++)
    {
      const ShValidationRow *row = sh_validation_row (i);
      g_autoptr (GError) error = NULL;
      ShScenario scenario;

      sh_scenario_read_line (row->settings, &scenario, &error);
      g_assert_no_error (error);
      if (row->other_settings != NULL)
        sh_scenario_read_line (row->other_settings, &scenario, &error);
      g_assert_no_error (error);
    }
}

static bool
refuse (const char *settings, ShScenario *scenario, void *data)
{
  return false;
}

static void
test_a_reader_that_refuses (void)
{
  ShValidationOutcome outcome;

  g_assert_cmpint (sh_validation_run (0, 1, refuse, NULL, &outcome), ==, SH_STATUS_BAD_VALUE);
}

/* A row done by hand, as its line in the table says. */
static void
test_a_row_is_what_its_test_gives (void)
{
  for (int i = 0; i < sh_validation_n_rows (); i++)
    {
      const ShValidationRow *row = sh_validation_row (i);
      ShScenario scenario;
      ShMeasure measure;
      ShValidationOutcome outcome;

      if (strcmp (row->id, "A3") != 0)
        continue;
      g_assert_true (sh_scenario_read_line (row->settings, &scenario, NULL));
      sh_measure (row->test, &scenario, NULL, &measure);
      sh_validation_run (i, 1, read_settings, NULL, &outcome);
      g_assert_cmpfloat (outcome.value, ==, sh_measure_get (&measure, row->quantity));
      g_assert_true (outcome.passed == (outcome.value >= row->low && outcome.value <= row->high));
      return;
    }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/every row is whole", test_rows_are_whole);
  g_test_add_func ("/validation/no two rows share a name", test_ids_are_unique);
  g_test_add_func ("/validation/all fifteen public rows are there", test_all_public_rows_are_there);
  g_test_add_func ("/validation/every scenario can be read", test_settings_can_be_read);
  g_test_add_func ("/validation/a reader that refuses ends it", test_a_reader_that_refuses);
  g_test_add_func ("/validation/a row is what its test gives", test_a_row_is_what_its_test_gives);
  return g_test_run ();
}
