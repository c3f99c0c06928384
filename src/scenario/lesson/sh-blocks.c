/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-blocks.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"

#define BLANKS " \t\r\f\v"

static void
line_free (gpointer data)
{
  ShBlockLine *line = data;

  g_free (line->key);
  g_free (line->value);
  g_free (line);
}

static void
block_free (gpointer data)
{
  ShBlock *block = data;

  g_free (block->group);
  g_ptr_array_unref (block->lines);
  g_free (block);
}

const ShBlockLine *
sh_block_find (const ShBlock *block, const char *key)
{
  for (guint i = 0; i < block->lines->len; i++)
    {
      const ShBlockLine *line = g_ptr_array_index (block->lines, i);

      if (strcmp (line->key, key) == 0)
        return line;
    }
  return NULL;
}

/* What is being read: the row at hand, and where its words belong. */
typedef struct
{
  ShMistakes *mistakes;
  GPtrArray *blocks;
  ShBlock *block;    /* (nullable) */
  ShBlockLine *last; /* (nullable): that an indented row goes on with */
  guint number;
} Reader;

static void
read_group (Reader *reader, const char *text, guint column)
{
  const char *end = strchr (text, ']');
  g_autofree char *found = NULL;

  reader->last = NULL;
  if (end == NULL || end[1] != '\0')
    {
      found = sh_one_line (text);
      sh_mistakes_add (reader->mistakes, reader->number, column,
                       C_ ("lesson file", "\"%s\" is no group; allowed: [NAME]"), found);
      return;
    }
  reader->block = g_new0 (ShBlock, 1);
  reader->block->group = g_strndup (text + 1, (gsize) (end - text - 1));
  reader->block->line = reader->number;
  reader->block->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (reader->blocks, reader->block);
}

static void
read_setting (Reader *reader, const char *text, const char *equals, guint column)
{
  const char *value = equals + 1 + strspn (equals + 1, BLANKS);
  ShBlockLine *line = g_new0 (ShBlockLine, 1);
  const ShBlockLine *earlier;

  line->key = g_strchomp (g_strndup (text, (gsize) (equals - text)));
  line->value = g_strdup (value);
  line->line = reader->number;
  line->column = column;
  line->value_column = column + (guint) g_utf8_pointer_to_offset (text, value);
  earlier = sh_block_find (reader->block, line->key);
  if (earlier != NULL)
    {
      g_autofree char *found = sh_one_line (line->key);

      sh_mistakes_add (reader->mistakes, line->line, column,
                       C_ ("lesson file", "a second \"%s\"; allowed: one, as in line %u"), found,
                       earlier->line);
    }
  g_ptr_array_add (reader->block->lines, line);
  reader->last = line;
}

static void
read_row (Reader *reader, const char *text, guint column)
{
  const char *equals = strchr (text, '=');
  g_autofree char *found = NULL;

  if (column > 1 && reader->last != NULL)
    {
      char *whole = g_strdup_printf ("%s%s%s", reader->last->value,
                                     reader->last->value[0] != '\0' ? " " : "", text);

      g_free (reader->last->value);
      reader->last->value = whole;
    }
  else if (text[0] == '[')
    read_group (reader, text, column);
  else if (equals != NULL && equals != text && reader->block != NULL)
    read_setting (reader, text, equals, column);
  else
    {
      found = sh_one_line (text);
      sh_mistakes_add (
          reader->mistakes, reader->number, column,
          reader->block == NULL
              ? C_ ("lesson file", "\"%s\" stands before the first group; allowed first: [Lesson]")
              : C_ ("lesson file", "\"%s\" is no setting; allowed: KEY=VALUE, a line that starts "
                                   "with a space and goes on, or # and a comment"),
          found);
    }
}

GPtrArray *
sh_blocks_read (const char *text, gsize length, ShMistakes *mistakes)
{
  Reader reader = { mistakes, g_ptr_array_new_with_free_func (block_free), NULL, NULL, 0 };
  g_auto (GStrv) rows = sh_mistakes_split (mistakes, text, length);

  for (guint i = 0; rows != NULL && rows[i] != NULL; i++)
    {
      guint column = (guint) strspn (rows[i], BLANKS) + 1;

      reader.number = i + 1;
      g_strstrip (rows[i]);
      if (rows[i][0] == '\0')
        reader.last = NULL;
      else if (rows[i][0] != '#')
        read_row (&reader, rows[i], column);
    }
  return reader.blocks;
}
