/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-key-lines.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-scenario-file.h"

/* The longest piece of foreign text that a message repeats, in letters. */
#define LONGEST_QUOTE 80

void
sh_key_line_free (ShKeyLine *line)
{
  g_free (line->key);
  g_free (line->value);
  g_free (line->where);
  g_free (line->value_where);
  g_free (line);
}

/* At most so many letters; what cannot be printed is shown as a letter that is not known. */
static char *
printable (const char *text, int most)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *result = g_string_new (NULL);
  int letters = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (++letters > most)
        {
          g_string_append (result, "…");
          break;
        }
      g_string_append_unichar (result, g_unichar_isprint (letter) ? letter : 0xFFFD);
    }
  return g_string_free (result, FALSE);
}

char *
sh_printable (const char *text)
{
  return printable (text, G_MAXINT);
}

char *
sh_one_line (const char *text)
{
  return printable (text, LONGEST_QUOTE);
}

char *
sh_file_label (const char *path)
{
  g_autofree char *display = g_filename_display_name (path);

  return display[0] != '\0' ? sh_printable (display) : g_strdup ("\"\"");
}

ShKeyLine *
sh_key_line_new (const char *key, const char *value, const char *where, const char *value_where)
{
  ShKeyLine *line = g_new0 (ShKeyLine, 1);

  line->key = g_strstrip (g_strdup (key));
  line->value = g_strstrip (g_strdup (value));
  line->where = g_strdup (where);
  line->value_where = g_strdup (value_where);
  return line;
}

/* One row of the file, without what stands around it. */
typedef struct
{
  guint number;
  guint column; /* of its first letter, from 1 */
  char *text;
} Row;

/* What is being read. */
typedef struct
{
  const char *group;
  GPtrArray *lines;
  ShMistakes *mistakes;
  gboolean any_group; /* whether a group's line was there, be it a wrong one */
  gboolean in_group;
} Reader;

static void
read_group_line (Reader *reader, const Row *row)
{
  g_autofree char *right = g_strdup_printf ("[%s]", reader->group);
  g_autofree char *found = NULL;

  reader->any_group = TRUE;
  reader->in_group = strcmp (row->text, right) == 0;
  if (reader->in_group)
    return;
  found = sh_one_line (row->text);
  sh_mistakes_add (reader->mistakes, row->number, row->column,
                   C_ ("scenario", "unknown group \"%s\"; allowed: %s"), found, right);
}

static char *
place (const Reader *reader, const Row *row, glong offset)
{
  return g_strdup_printf ("%s:%u:%ld", reader->mistakes->file, row->number,
                          (glong) row->column + offset);
}

static void
add_row (Reader *reader, const Row *row, const char *equals)
{
  const char *value = equals + 1 + strspn (equals + 1, " \t");
  g_autofree char *key = g_strndup (row->text, (gsize) (equals - row->text));
  g_autofree char *where = place (reader, row, 0);
  g_autofree char *value_where = place (reader, row, g_utf8_pointer_to_offset (row->text, value));

  g_ptr_array_add (reader->lines, sh_key_line_new (key, value, where, value_where));
}

/* Reads one row that is neither blank nor a comment. What stands in a wrong group is left out. */
static void
read_row (Reader *reader, const Row *row)
{
  g_autofree char *found = NULL;
  const char *equals = strchr (row->text, '=');

  if (row->text[0] == '[')
    {
      read_group_line (reader, row);
      return;
    }
  if (equals != NULL && equals != row->text && reader->in_group)
    {
      add_row (reader, row, equals);
      return;
    }
  if (reader->any_group && !reader->in_group)
    return;
  found = sh_one_line (row->text);
  if (equals != NULL && equals != row->text)
    sh_mistakes_add (reader->mistakes, row->number, row->column,
                     C_ ("scenario", "\"%s\" stands before the group; allowed first: [%s]"), found,
                     reader->group);
  else
    sh_mistakes_add (
        reader->mistakes, row->number, row->column,
        C_ ("scenario", "\"%s\" is no setting; allowed: KEY=VALUE, [%s], or # and a comment"),
        found, reader->group);
}

void
sh_key_lines_read_all (
    const char *text, gsize length, const char *group, GPtrArray *lines, ShMistakes *mistakes)
{
  Reader reader = { group, lines, mistakes, FALSE, FALSE };
  g_auto (GStrv) rows = sh_mistakes_split (mistakes, text, length);

  if (rows == NULL)
    return;
  for (guint i = 0; rows[i] != NULL; i++)
    {
      Row row = { i + 1, (guint) strspn (rows[i], " \t\r\f\v") + 1, NULL };

      row.text = g_strstrip (rows[i]);
      if (row.text[0] != '\0' && row.text[0] != '#')
        read_row (&reader, &row);
    }
  if (!reader.any_group && sh_mistakes_none (mistakes))
    sh_mistakes_add (mistakes, 1, 1, C_ ("scenario", "the group is missing; allowed first: [%s]"),
                     group);
}

gboolean
sh_key_lines_read (const char *text,
                   gsize length,
                   const char *name,
                   const char *group,
                   GPtrArray *lines,
                   GError **error)
{
  g_autoptr (ShMistakes) mistakes = sh_mistakes_new (name);

  sh_key_lines_read_all (text, length, group, lines, mistakes);
  return sh_mistakes_none (mistakes) || sh_mistakes_fail (mistakes, error);
}

gboolean
sh_key_lines_add_setting (const char *setting, GPtrArray *lines, GError **error)
{
  g_autofree char *shown = sh_one_line (setting);
  const char *equals = strchr (setting, '=');
  g_autofree char *key = NULL;
  g_autofree char *where = NULL;

  if (equals == NULL || equals == setting || !g_utf8_validate (setting, -1, NULL))
    {
      g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
                   C_ ("scenario", "setting \"%s\" is not understood; allowed: KEY=VALUE"), shown);
      return FALSE;
    }
  key = g_strndup (setting, (gsize) (equals - setting));
  where = g_strdup_printf (C_ ("scenario", "setting \"%s\""), shown);
  g_ptr_array_add (lines, sh_key_line_new (key, equals + 1, where, where));
  return TRUE;
}
