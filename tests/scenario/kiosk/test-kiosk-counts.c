/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "sh-kiosk-counts.h"

typedef struct
{
  char *folder;
  char *path;
  char *broken;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->path = g_build_filename (fixture->folder, "counts.txt", NULL);
  fixture->broken = g_strconcat (fixture->path, ".broken", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_remove (fixture->broken);
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->broken);
  g_free (fixture->folder);
}

static void
counts_survive_a_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ShKioskCounts) before = sh_kiosk_counts_new (100);
  g_autoptr (ShKioskCounts) after = sh_kiosk_counts_new (100);
  g_autofree char *text = NULL;

  sh_kiosk_counts_add (before, "2026-11-25 17", SH_KIOSK_COUNT_TOUCHES);
  sh_kiosk_counts_add (before, "2026-11-25 17", SH_KIOSK_COUNT_TOUCHES);
  sh_kiosk_counts_add (before, "2026-11-25 18", SH_KIOSK_COUNT_VISITS);
  sh_kiosk_counts_add_language (before, "2026-11-25 18", "es");
  g_assert_true (sh_kiosk_counts_write (before, fixture->path, NULL));
  g_assert_true (sh_kiosk_counts_read (after, fixture->path, NULL));
  text = sh_kiosk_counts_to_text (after);
  g_assert_cmpstr (text, ==,
                   "hour\ttouches\tvisits\tlessons\tlanguages\n"
                   "2026-11-25 17\t2\t0\t0\t\n"
                   "2026-11-25 18\t0\t1\t0\tes:1\n");
  g_assert_cmpuint (sh_kiosk_counts_since (after, "2026-11-25 18", SH_KIOSK_COUNT_TOUCHES), ==, 0);
  g_assert_cmpuint (sh_kiosk_counts_since (after, "", SH_KIOSK_COUNT_TOUCHES), ==, 2);
}

static void
the_file_is_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ShKioskCounts) counts = sh_kiosk_counts_new (24);

  for (int day = 1; day < 30; day++)
    for (int hour = 0; hour < 24; hour++)
      {
        g_autofree char *name = g_strdup_printf ("2026-11-%02d %02d", day, hour);

        for (int i = 0; i < 40; i++)
          {
            g_autofree char *code = g_strdup_printf ("l%d", i);

            sh_kiosk_counts_add_language (counts, name, code);
          }
        sh_kiosk_counts_add (counts, name, SH_KIOSK_COUNT_TOUCHES);
      }
  /* An hour older than all that are kept goes at once. */
  sh_kiosk_counts_add (counts, "2025-01-01 00", SH_KIOSK_COUNT_TOUCHES);
  g_assert_cmpuint (sh_kiosk_counts_n_hours (counts), ==, 24);
  g_assert_cmpuint (sh_kiosk_counts_since (counts, "", SH_KIOSK_COUNT_TOUCHES), ==, 24);
  {
    g_autofree char *text = sh_kiosk_counts_to_text (counts);

    g_assert_cmpuint (strlen (text), <, 24 * 200);
  }
}

static void
a_broken_file_is_put_aside (Fixture *fixture, gconstpointer data)
{
  static const char *const broken[] = { "garbage", "hour\ttouches\tvisits\tlessons\tlanguages\nx",
                                        "hour\ttouches\tvisits\tlessons\tlanguages\n"
                                        "2026-11-25 17\t-2\t0\t0\t\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (ShKioskCounts) counts = sh_kiosk_counts_new (24);
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      g_assert_true (g_file_set_contents (fixture->path, broken[i], -1, NULL));
      g_assert_false (sh_kiosk_counts_read (counts, fixture->path, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (sh_kiosk_counts_n_hours (counts), ==, 0);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_get_contents (fixture->broken, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, broken[i]);
      sh_kiosk_counts_add (counts, "2026-11-25 17", SH_KIOSK_COUNT_VISITS);
      g_assert_true (sh_kiosk_counts_write (counts, fixture->path, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add ("/kiosk-counts/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (counts_survive_a_restart);
  ADD (the_file_is_bounded);
  ADD (a_broken_file_is_put_aside);
  return g_test_run ();
}
