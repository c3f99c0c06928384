/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE 1 /* memmem */

#include <string.h>

#include <gif_lib.h>
#include <glib/gstdio.h>

#include "sh-export.h"
#include "sh-scenario-floor.h"

typedef struct
{
  ShSession *session;
  char *folder;
  ShExportOptions options;
  GMainLoop *loop;
  GCancellable *cancellable;
  GError *error;
  gboolean done;
  double part;
} Fixture;

/* A leaky leg that has walked for a while. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = sh_session_new (NULL);
  g_object_set (fixture->session, "leak-deep", TRUE, NULL);
  for (int i = 1; i <= 30; i++)
    sh_session_tick (fixture->session, i * G_USEC_PER_SEC / 20);
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->cancellable = g_cancellable_new ();
  sh_scene_options_init (&fixture->options.scene);
  fixture->options.scene.width = 320;
  fixture->options.scene.height = 200;
  fixture->options.seconds = 0.4;
}

static void
remove_folder (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_unlink (inner);
    }
  g_dir_close (folder);
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_clear_error (&fixture->error);
  g_object_unref (fixture->cancellable);
  g_main_loop_unref (fixture->loop);
  g_assert_finalize_object (fixture->session);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->done = sh_export_finish (result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

static void
progress_cb (double part, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpfloat (part, >=, fixture->part);
  g_assert_cmpfloat (part, <=, 1.0);
  fixture->part = part;
}

static void
start (Fixture *fixture, ShExportKind kind, const char *path)
{
  fixture->options.kind = kind;
  fixture->part = 0.0;
  sh_export_async (&fixture->options, fixture->session, path, progress_cb, fixture,
                   fixture->cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
}

/* Writes to NAME in the folder. Returns: (transfer full): what was written */
static char *
written (Fixture *fixture, ShExportKind kind, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *bytes = NULL;

  start (fixture, kind, path);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->done);
  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static void
assert_holds (const char *bytes, gsize length, const char *text)
{
  g_assert_nonnull (memmem (bytes, length, text, strlen (text)));
}

static int
picture_height (Fixture *fixture)
{
  gsize length;
  g_autofree char *png = written (fixture, SH_EXPORT_PNG, "leg.png", &length);
  guint32 height;

  /* The second number of a PNG's first chunk. */
  memcpy (&height, png + 20, sizeof height);
  return (int) GUINT32_FROM_BE (height);
}

/* The caution stands below the picture, in rows of its own. */
static void
a_stocking_has_its_caution (Fixture *fixture, gconstpointer data)
{
  int without = picture_height (fixture);

  g_object_set (fixture->session, "stocking", 2u, NULL);
  g_assert_cmpint (picture_height (fixture), >, without + 20);
}

static void
pictures_say_what_they_are (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *png = written (fixture, SH_EXPORT_PNG, "leg.png", &length);

  assert_holds (png, length, "for education only");
  assert_holds (png, length, "[Scenario]");
  g_clear_pointer (&png, g_free);
  png = written (fixture, SH_EXPORT_SVG, "leg.svg", &length);
  assert_holds (png, length, "<metadata>[Scenario]");
  assert_holds (png, length, "for education only");
}

/* The scenario in a picture reads back to the leg that it shows. */
static void
the_scenario_can_be_run_again (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *png = written (fixture, SH_EXPORT_PNG, "leg.png", &length);
  const char *text = memmem (png, length, "[Scenario]", 10);
  const gsize keyword = 5 + strlen ("Scenario");
  guint32 length_of_chunk;
  gsize size;
  ShScenario read;

  g_assert_nonnull (text);
  /* A chunk of a PNG file starts at any byte. */
  memcpy (&length_of_chunk, text - keyword - 8, sizeof length_of_chunk);
  size = GUINT32_FROM_BE (length_of_chunk) - keyword;
  g_assert_true (sh_scenario_parse (text, (gssize) size, "picture", NULL, &read, NULL));
  g_assert_true (sh_scenario_equal (&read, sh_session_get_scenario (fixture->session)));
}

static void
numbers_have_their_columns_and_the_scenario_beside (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *csv = written (fixture, SH_EXPORT_CSV, "leg.csv", &length);
  g_autofree char *beside = g_build_filename (fixture->folder, "leg.csv.scenario", NULL);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  ShScenario read;

  g_assert_true (g_str_has_prefix (csv, "time_s,pressure_mmhg:plantar,"));
  g_assert_true (g_str_has_suffix (lines[0], ",swelling_percent"));
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 21 + 1);
  g_assert_true (sh_scenario_load (beside, NULL, &read, NULL));
  g_assert_true (sh_scenario_equal (&read, sh_session_get_scenario (fixture->session)));
}

static void
an_animation_can_be_read (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = written (fixture, SH_EXPORT_GIF, "leg.gif", &length);
  g_autofree char *path = g_build_filename (fixture->folder, "leg.gif", NULL);
  GifFileType *gif = DGifOpenFileName (path, NULL);

  g_assert_nonnull (gif);
  g_assert_cmpint (DGifSlurp (gif), ==, GIF_OK);
  g_assert_cmpint (gif->ImageCount, ==, 10);
  g_assert_cmpint (gif->SWidth, ==, 320);
  g_assert_cmpint (gif->SHeight, >, 200);
  /* What does not move is not stored again. */
  g_assert_cmpint (gif->SavedImages[5].ImageDesc.Height, <, gif->SHeight);
  DGifCloseFile (gif, NULL);
  /* Long comments come in pieces of 255 bytes. */
  assert_holds (bytes, length, "# Simplified model");
  assert_holds (bytes, length, "[Scenario]");
}

static void
frames_fill_a_new_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "frames", NULL);
  g_autofree char *last = g_build_filename (path, "leg-00010.png", NULL);
  g_autofree char *beside = g_build_filename (path, "leg.scenario", NULL);

  start (fixture, SH_EXPORT_FRAMES, path);
  g_assert_no_error (fixture->error);
  g_assert_true (g_file_test (last, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (beside, G_FILE_TEST_IS_REGULAR));
  /* A folder that is there is not written into. */
  start (fixture, SH_EXPORT_FRAMES, path);
  g_assert_false (fixture->done);
  g_assert_nonnull (strstr (fixture->error->message, "frames"));
  g_assert_true (g_file_test (last, G_FILE_TEST_IS_REGULAR));
}

static void
stop_cb (double part, gpointer user_data)
{
  g_cancellable_cancel (((Fixture *) user_data)->cancellable);
}

static void
cancelled_work_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  static const ShExportKind kinds[] = { SH_EXPORT_CSV, SH_EXPORT_GIF, SH_EXPORT_FRAMES };

  fixture->options.seconds = 500.0;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "leg", NULL);
      g_autoptr (GDir) folder = NULL;

      g_cancellable_reset (fixture->cancellable);
      g_clear_error (&fixture->error);
      fixture->options.kind = kinds[i];
      sh_export_async (&fixture->options, fixture->session, path, stop_cb, fixture,
                       fixture->cancellable, done_cb, fixture);
      g_main_loop_run (fixture->loop);
      g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      folder = g_dir_open (fixture->folder, 0, NULL);
      g_assert_null (g_dir_read_name (folder));
    }
}

static void
a_place_that_cannot_be_written_is_named (Fixture *fixture, gconstpointer data)
{
  for (int kind = 0; kind < SH_N_EXPORTS; kind++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "none", "leg", NULL);

      g_clear_error (&fixture->error);
      start (fixture, (ShExportKind) kind, path);
      g_assert_false (fixture->done);
      g_assert_nonnull (fixture->error);
      g_assert_nonnull (strstr (fixture->error->message, "none"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/export/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a stocking has its caution", a_stocking_has_its_caution);
  ADD ("pictures say what they are", pictures_say_what_they_are);
  ADD ("the scenario can be run again", the_scenario_can_be_run_again);
  ADD ("numbers have their columns and the scenario beside",
       numbers_have_their_columns_and_the_scenario_beside);
  ADD ("an animation can be read", an_animation_can_be_read);
  ADD ("frames fill a new folder", frames_fill_a_new_folder);
  ADD ("cancelled work leaves nothing", cancelled_work_leaves_nothing);
  ADD ("a place that cannot be written is named", a_place_that_cannot_be_written_is_named);
  return g_test_run ();
}
