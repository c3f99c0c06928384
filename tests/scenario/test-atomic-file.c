/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _DEFAULT_SOURCE 1

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "sh-atomic-file.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("second-heart-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "leg.scenario", NULL);
}

static guint
count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (dir);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sh_atomic_write (fixture->path, "one", 3, &error));
  g_assert_true (sh_atomic_write (fixture->path, "two", 3, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "two");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_discard_keeps_the_old (Fixture *fixture, gconstpointer data)
{
  ShAtomicFile *file;

  g_assert_true (sh_atomic_write (fixture->path, "one", 3, NULL));
  file = sh_atomic_file_open (fixture->path, NULL);
  sh_atomic_file_write (file, "half", 4);
  assert_holds (fixture->path, "one");
  sh_atomic_file_discard (file);
  assert_holds (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_keeps_rights (Fixture *fixture, gconstpointer data)
{
  struct stat status;

  g_assert_true (sh_atomic_write (fixture->path, "one", 3, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (sh_atomic_write (fixture->path, "two", 3, NULL));
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
test_follows_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);

  g_assert_true (sh_atomic_write (other, "one", 3, NULL));
  g_assert_cmpint (symlink (other, fixture->path), ==, 0);
  g_assert_true (sh_atomic_write (fixture->path, "two", 3, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_holds (other, "two");
}

static void
test_missing_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sh_atomic_write ("/no-such-folder/leg.scenario", "one", 3, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/no-such-folder/leg.scenario"));
}

static void
test_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (100000, 'x');

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }
  g_assert_false (sh_atomic_write ("/dev/full", text, 100000, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/atomic-file/a new text replaces the old and leaves nothing else", Fixture, NULL,
              set_up, test_replaces, tear_down);
  g_test_add ("/atomic-file/what is discarded leaves the old file", Fixture, NULL, set_up,
              test_discard_keeps_the_old, tear_down);
  g_test_add ("/atomic-file/the rights of a file stay", Fixture, NULL, set_up, test_keeps_rights,
              tear_down);
  g_test_add ("/atomic-file/a link stays a link", Fixture, NULL, set_up, test_follows_links,
              tear_down);
  g_test_add_func ("/atomic-file/a missing folder is named", test_missing_folder);
  g_test_add_func ("/atomic-file/a full disk is told", test_full_disk);
  return g_test_run ();
}
