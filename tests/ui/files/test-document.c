/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "sh-document.h"
#include "sh-scenario-floor.h"

typedef struct
{
  ShSession *session;
  ShDocument *document;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = sh_session_new (NULL);
  fixture->document = sh_document_new (fixture->session, NULL);
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->path = g_build_filename (fixture->folder, "leg.scenario", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->session);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
what_was_saved_comes_back (Fixture *fixture, gconstpointer data)
{
  ShScenario saved;
  GError *error = NULL;

  g_assert_false (sh_document_get_modified (fixture->document));
  g_object_set (fixture->session, "calf-strength", 0.35, "leak-deep", TRUE, NULL);
  g_assert_true (sh_document_get_modified (fixture->document));
  saved = *sh_session_get_scenario (fixture->session);
  g_assert_true (sh_document_save (fixture->document, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_false (sh_document_get_modified (fixture->document));
  g_assert_cmpstr (sh_document_get_path (fixture->document), ==, fixture->path);

  sh_document_open_new (fixture->document);
  g_assert_null (sh_document_get_path (fixture->document));
  g_assert_cmpfloat (sh_session_get_scenario (fixture->session)->calf_strength, ==, 1.0);
  g_assert_true (sh_document_open (fixture->document, fixture->path, &error));
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (fixture->session), &saved));
  g_assert_false (sh_document_get_modified (fixture->document));
}

static void
a_change_that_is_taken_back_is_none (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->session, "effort", 0.5, NULL);
  g_assert_true (sh_document_get_modified (fixture->document));
  g_object_set (fixture->session, "effort", 1.0, NULL);
  g_assert_false (sh_document_get_modified (fixture->document));
}

static void
a_wrong_file_changes_nothing (Fixture *fixture, gconstpointer data)
{
  ShScenario before;
  g_autoptr (GError) error = NULL;

  g_object_set (fixture->session, "effort", 0.5, NULL);
  before = *sh_session_get_scenario (fixture->session);
  g_assert_true (g_file_set_contents (fixture->path, "[Scenario]\npace=fast\n", -1, NULL));
  g_assert_false (sh_document_open (fixture->document, fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "leg.scenario"));
  g_assert_nonnull (strstr (error->message, "2"));
  g_assert_true (sh_scenario_equal (sh_session_get_scenario (fixture->session), &before));
  g_assert_null (sh_document_get_path (fixture->document));
  g_assert_true (sh_document_get_modified (fixture->document));
}

static void
a_failed_save_keeps_the_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "leg.scenario", NULL);
  g_autoptr (GError) error = NULL;

  g_object_set (fixture->session, "effort", 0.5, NULL);
  g_assert_false (sh_document_save (fixture->document, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_true (sh_document_get_modified (fixture->document));
  g_assert_null (sh_document_get_path (fixture->document));
}

static void
starting_again_goes_back_to_the_file (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
      g_file_set_contents (fixture->path, "[Scenario]\nactivity=cycling\npace=70\n", -1, NULL));
  g_assert_true (sh_document_open (fixture->document, fixture->path, NULL));
  g_object_set (fixture->session, "stop", 0, NULL);
  sh_session_reset (fixture->session);
  g_assert_cmpint (sh_session_get_scenario (fixture->session)->activity, ==, SH_ACTIVITY_CYCLING);
  g_assert_false (sh_document_get_modified (fixture->document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("what was saved comes back", what_was_saved_comes_back);
  ADD ("a change that is taken back is none", a_change_that_is_taken_back_is_none);
  ADD ("a wrong file changes nothing", a_wrong_file_changes_nothing);
  ADD ("a failed save keeps the changes", a_failed_save_keeps_the_changes);
  ADD ("starting again goes back to the file", starting_again_goes_back_to_the_file);
  return g_test_run ();
}
