/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-shelf.h"

#include <stdlib.h>
#include <string.h>

#include "sh-config.h"
#include "sh-lesson-resources.h"

#define FOLDER SH_RESOURCE_PREFIX "/lessons"
#define ENDING ".lesson"
/* Nobody teaches more than this many lessons, and reading a folder must end. */
#define MOST_OWN 200

static ShLesson *
read_shipped (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER "/", file, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (sh_lesson_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (ShMistakes) mistakes = sh_mistakes_new (file);
  g_autofree char *id = g_strndup (file, strlen (file) - strlen (ENDING));
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : "";
  /* The number in front of the name only puts the files in order. */
  ShLesson *lesson = sh_lesson_parse (text, length, id + strspn (id, "0123456789-"), mistakes);

  if (lesson == NULL)
    g_critical ("%s", (const char *) g_ptr_array_index (mistakes->messages, 0));
  return lesson;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sh_lesson_unref);
}

GPtrArray *
sh_lessons_shipped (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (sh_lesson_get_resource (), FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *lessons = new_list ();

  g_return_val_if_fail (files != NULL, lessons);
  qsort (files, g_strv_length (files), sizeof *files, compare_names);
  for (gsize i = 0; files[i] != NULL; i++)
    {
      ShLesson *lesson = read_shipped (files[i]);

      if (lesson != NULL)
        g_ptr_array_add (lessons, lesson);
    }
  return lessons;
}

ShLesson *
sh_lesson_shipped (const char *id)
{
  g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();

  for (guint i = 0; i < lessons->len; i++)
    {
      ShLesson *lesson = g_ptr_array_index (lessons, i);

      if (g_strcmp0 (lesson->id, id) == 0)
        return sh_lesson_ref (lesson);
    }
  return NULL;
}

char *
sh_lessons_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "second-heart", "lessons", NULL);
}

static GPtrArray *
find_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && files->len < MOST_OWN && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

GPtrArray *
sh_lessons_own (const char *folder, ShMistakes *mistakes)
{
  g_autofree char *usual = sh_lessons_folder ();
  g_autoptr (GPtrArray) files = find_files (folder != NULL ? folder : usual);
  GPtrArray *lessons = new_list ();

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      ShLesson *lesson = sh_lesson_load (g_ptr_array_index (files, i), &error);

      if (lesson != NULL)
        g_ptr_array_add (lessons, lesson);
      else if (mistakes != NULL)
        sh_mistakes_add_message (mistakes, error->message);
    }
  return lessons;
}
