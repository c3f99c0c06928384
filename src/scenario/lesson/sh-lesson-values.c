/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-private.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-nearest.h"
#include "sh-number-text.h"

/* A caption is read from the last row of a classroom; what is longer is two steps. */
#define LONGEST_TEXT 400

void
sh_lesson_wrong_value (ShMistakes *mistakes,
                       const ShBlockLine *line,
                       const char *allowed,
                       const char *const *names,
                       gsize n)
{
  g_autofree char *found = sh_one_line (line->value);
  g_autofree char *key = sh_one_line (line->key);

  if (names == NULL)
    sh_mistakes_add (mistakes, line->line, line->value_column,
                     C_ ("lesson file", "wrong value \"%s\" for %s; allowed: %s"), found, key,
                     allowed);
  else
    sh_mistakes_add (mistakes, line->line, line->value_column,
                     C_ ("lesson file", "wrong value \"%s\" for %s; allowed: %s; nearest: \"%s\""),
                     found, key, allowed, sh_nearest_name (line->value, names, n));
}

gboolean
sh_lesson_read_name (
    ShMistakes *mistakes, const ShBlockLine *line, const char *const *names, gsize n, int *index)
{
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (strcmp (line->value, names[i]) == 0)
        {
          *index = (int) i;
          return TRUE;
        }
      g_string_append_printf (allowed, "%s%s", i > 0 ? ", " : "", names[i]);
    }
  sh_lesson_wrong_value (mistakes, line, allowed->str, names, n);
  return FALSE;
}

gboolean
sh_lesson_read_number (
    ShMistakes *mistakes, const ShBlockLine *line, double low, double high, double *number)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *allowed = NULL;

  if (sh_number_parse (line->value, number) && *number >= low && *number <= high)
    return TRUE;
  least = sh_number_to_text (low);
  most = sh_number_to_text (high);
  allowed = g_strdup_printf (C_ ("lesson file", "a number from %s to %s"), least, most);
  sh_lesson_wrong_value (mistakes, line, allowed, NULL, 0);
  return FALSE;
}

char *
sh_lesson_read_text (ShMistakes *mistakes, const ShBlockLine *line)
{
  glong length = g_utf8_strlen (line->value, -1);
  g_autofree char *key = sh_one_line (line->key);

  if (length > 0 && length <= LONGEST_TEXT)
    return g_strdup (line->value);
  if (length == 0)
    sh_mistakes_add (mistakes, line->line, line->value_column,
                     C_ ("lesson file", "%s is empty; allowed: a text"), key);
  else
    sh_mistakes_add (mistakes, line->line, line->value_column,
                     C_ ("lesson file", "%s has %ld letters; allowed: at most %d"), key, length,
                     LONGEST_TEXT);
  return NULL;
}

void
sh_lesson_missing (ShMistakes *mistakes, const ShBlock *block, const char *key)
{
  sh_mistakes_add (mistakes, block->line, 1, C_ ("lesson file", "[%s] lacks %s; allowed: %s=TEXT"),
                   block->group, key, key);
}

void
sh_lesson_unknown_key (ShMistakes *mistakes,
                       const ShBlockLine *line,
                       const char *allowed,
                       const char *const *names,
                       gsize n)
{
  g_autofree char *found = sh_one_line (line->key);

  sh_mistakes_add (mistakes, line->line, line->column,
                   C_ ("lesson file", "unknown key \"%s\"; allowed: %s; nearest: \"%s\""), found,
                   allowed, sh_nearest_name (line->key, names, n));
}

int
sh_lesson_find_step (const GPtrArray *steps, const char *name)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const ShLessonStep *step = g_ptr_array_index (steps, i);

      if (g_strcmp0 (step->name, name) == 0)
        return (int) i;
    }
  return -1;
}
