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
  g_free (line);
}

char *
sh_one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *result = g_string_new (NULL);
  int letters = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (++letters > LONGEST_QUOTE)
        {
          g_string_append (result, "…");
          break;
        }
      g_string_append_unichar (result, g_unichar_isprint (letter) ? letter : 0xFFFD);
    }
  return g_string_free (result, FALSE);
}

static void
add_line (GPtrArray *lines, const char *key, const char *value, char *where)
{
  ShKeyLine *line = g_new0 (ShKeyLine, 1);

  line->key = g_strstrip (g_strdup (key));
  line->value = g_strstrip (g_strdup (value));
  line->where = where;
  g_ptr_array_add (lines, line);
}

static gboolean
read_group_line (const char *text, const char *where, const char *group, GError **error)
{
  g_autofree char *right = g_strdup_printf ("[%s]", group);
  g_autofree char *found = NULL;

  if (strcmp (text, right) == 0)
    return TRUE;
  found = sh_one_line (text);
  g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
               C_ ("scenario", "%s: unknown group \"%s\"; allowed: %s"), where, found, right);
  return FALSE;
}

/* Reads one line that is neither blank nor a comment. @in_group tells whether the group began. */
static gboolean
read_line (char *text,
           const char *where,
           const char *group,
           gboolean *in_group,
           GPtrArray *lines,
           GError **error)
{
  g_autofree char *found = NULL;
  char *equals = strchr (text, '=');

  if (text[0] == '[')
    {
      *in_group = read_group_line (text, where, group, error);
      return *in_group;
    }
  if (equals != NULL && equals != text && *in_group)
    {
      *equals = '\0';
      add_line (lines, text, equals + 1, g_strdup (where));
      return TRUE;
    }
  found = sh_one_line (text);
  if (equals != NULL && equals != text)
    g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
                 C_ ("scenario", "%s: \"%s\" stands before the group; allowed first: [%s]"), where,
                 found, group);
  else
    g_set_error (
        error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
        C_ ("scenario", "%s: \"%s\" is no setting; allowed: KEY=VALUE, [%s], or # and a comment"),
        where, found, group);
  return FALSE;
}

static gboolean
check_bytes (const char *text, gsize length, const char *name, GError **error)
{
  const char *end = NULL;
  int line = 1;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  for (const char *p = text; p < end; p++)
    if (*p == '\n')
      line++;
  g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
               C_ ("scenario", "%s:%d: a byte that is no text; allowed: text in UTF-8"), name,
               line);
  return FALSE;
}

gboolean
sh_key_lines_read (const char *text,
                   gsize length,
                   const char *name,
                   const char *group,
                   GPtrArray *lines,
                   GError **error)
{
  g_autofree char *file = sh_one_line (name);
  g_autofree char *copy = NULL;
  g_auto (GStrv) rows = NULL;
  gboolean in_group = FALSE;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!check_bytes (text, length, file, error))
    return FALSE;
  copy = g_strndup (text, length);
  rows = g_strsplit (copy, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s:%u", file, i + 1);

      g_strstrip (rows[i]);
      if (rows[i][0] == '\0' || rows[i][0] == '#')
        continue;
      if (!read_line (rows[i], where, group, &in_group, lines, error))
        return FALSE;
    }
  if (!in_group)
    g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
                 C_ ("scenario", "%s:1: the group is missing; allowed first: [%s]"), file, group);
  return in_group;
}

gboolean
sh_key_lines_add_setting (const char *setting, GPtrArray *lines, GError **error)
{
  g_autofree char *shown = sh_one_line (setting);
  const char *equals = strchr (setting, '=');
  g_autofree char *key = NULL;

  if (equals == NULL || equals == setting || !g_utf8_validate (setting, -1, NULL))
    {
      g_set_error (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
                   C_ ("scenario", "setting \"%s\" is not understood; allowed: KEY=VALUE"), shown);
      return FALSE;
    }
  key = g_strndup (setting, (gsize) (equals - setting));
  add_line (lines, key, equals + 1, g_strdup_printf (C_ ("scenario", "setting \"%s\""), shown));
  return TRUE;
}
