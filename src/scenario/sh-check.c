/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-check.h"

#include <string.h>

#include "sh-key-lines.h"
#include "sh-kiosk-config.h"
#include "sh-lesson.h"
#include "sh-scenario-resolve.h"
#include "sh-text-file.h"

static gboolean
begins_with (const char *text, gsize length, const char *group)
{
  return length >= strlen (group) && memcmp (text, group, strlen (group)) == 0;
}

static ShFileKind
kind_of_group (const char *text, gsize length)
{
  if (begins_with (text, length, "[Lesson]"))
    return SH_FILE_LESSON;
  return begins_with (text, length, "[Kiosk]") ? SH_FILE_KIOSK : SH_FILE_SCENARIO;
}

ShFileKind
sh_file_kind (const char *text, gsize length)
{
  gboolean at_start = TRUE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '[' && at_start)
        return kind_of_group (text + i, length - i);
      /* Blanks and the mark of UTF-8 may stand before the group. */
      at_start =
          text[i] == '\n' || (at_start && (g_ascii_isspace (text[i]) || (text[i] & 0x80) != 0));
    }
  return SH_FILE_SCENARIO;
}

static void
check_scenario (const char *text, gsize length, ShMistakes *mistakes)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sh_key_line_free);
  g_autoptr (GError) last = NULL;
  ShScenario scenario;

  sh_key_lines_read_all (text, length, "Scenario", lines, mistakes);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!sh_scenario_check_line (g_ptr_array_index (lines, i), &error))
        sh_mistakes_add_message (mistakes, error->message);
    }
  /* What lines say together can only be told when each is right by itself. */
  if (sh_mistakes_none (mistakes) && !sh_scenario_resolve (lines, &scenario, &last))
    sh_mistakes_add_message (mistakes, last->message);
}

static void
check_kiosk (const char *text, gsize length, const char *name, ShMistakes *mistakes)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  sh_kiosk_config_free (sh_kiosk_config_parse (text, length, name, problems));
  for (guint i = 0; i < problems->len; i++)
    sh_mistakes_add_message (mistakes, g_ptr_array_index (problems, i));
}

ShMistakes *
sh_check_text (const char *text, gsize length, const char *name)
{
  ShMistakes *mistakes = sh_mistakes_new (name);

  if (sh_file_kind (text, length) == SH_FILE_LESSON)
    {
      ShLesson *lesson = sh_lesson_parse (text, length, name, mistakes);

      g_clear_pointer (&lesson, sh_lesson_unref);
    }
  else if (sh_file_kind (text, length) == SH_FILE_KIOSK)
    check_kiosk (text, length, name, mistakes);
  else
    check_scenario (text, length, mistakes);
  return mistakes;
}

ShMistakes *
sh_check_file (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  ShMistakes *mistakes;
  gsize length = 0;

  if (sh_text_file_read (path, &text, &length, &error))
    return sh_check_text (text, length, name);
  mistakes = sh_mistakes_new (name);
  sh_mistakes_add_message (mistakes, error->message);
  return mistakes;
}
