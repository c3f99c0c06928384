/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-mistakes.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-key-lines.h"
#include "sh-scenario-file.h"

#define MOST 100

ShMistakes *
sh_mistakes_new (const char *name)
{
  ShMistakes *mistakes = g_new0 (ShMistakes, 1);

  mistakes->file = sh_file_label (name);
  mistakes->messages = g_ptr_array_new_with_free_func (g_free);
  return mistakes;
}

void
sh_mistakes_free (ShMistakes *mistakes)
{
  g_free (mistakes->file);
  g_ptr_array_unref (mistakes->messages);
  g_free (mistakes);
}

void
sh_mistakes_add (ShMistakes *mistakes, guint line, guint column, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  if (++mistakes->n > MOST)
    return;
  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  g_ptr_array_add (mistakes->messages,
                   g_strdup_printf ("%s:%u:%u: %s", mistakes->file, line, column, text));
}

void
sh_mistakes_add_message (ShMistakes *mistakes, const char *message)
{
  if (++mistakes->n <= MOST)
    g_ptr_array_add (mistakes->messages, g_strdup (message));
}

gboolean
sh_mistakes_none (const ShMistakes *mistakes)
{
  return mistakes->n == 0;
}

gboolean
sh_mistakes_fail (const ShMistakes *mistakes, GError **error)
{
  g_set_error_literal (error, SH_SCENARIO_ERROR, SH_SCENARIO_ERROR_SYNTAX,
                       g_ptr_array_index (mistakes->messages, 0));
  return FALSE;
}

static gboolean
is_text (ShMistakes *mistakes, const char *text, gsize length)
{
  const char *end = NULL;
  const char *start = text;
  guint line = 1;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  for (const char *p = text; p < end; p++)
    if (*p == '\n')
      {
        line++;
        start = p + 1;
      }
  sh_mistakes_add (mistakes, line, (guint) g_utf8_strlen (start, end - start) + 1,
                   C_ ("scenario", "a byte that is no text; allowed: text in UTF-8"));
  return FALSE;
}

char **
sh_mistakes_split (ShMistakes *mistakes, const char *text, gsize length)
{
  g_autofree char *copy = NULL;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!is_text (mistakes, text, length))
    return NULL;
  copy = g_strndup (text, length);
  return g_strsplit (copy, "\n", -1);
}
