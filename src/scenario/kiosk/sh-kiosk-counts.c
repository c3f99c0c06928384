/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-counts.h"

#include <string.h>

#include <glib/gstdio.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-atomic-file.h"
#include "sh-number-text.h"

#define HEAD "hour\ttouches\tvisits\tlessons\tlanguages"
#define N_COLUMNS (SH_KIOSK_N_COUNTS + 2)
#define HOUR_LENGTH 13 /* of "2026-11-25 17" */
/* No kiosk has more; a row stays short whatever is asked for. */
#define MOST_LANGUAGES 16
#define LONGEST_CODE 11

typedef struct
{
  char code[LONGEST_CODE + 1];
  guint64 n;
} ShLanguageCount;

typedef struct
{
  char hour[HOUR_LENGTH + 1];
  guint64 n[SH_KIOSK_N_COUNTS];
  ShLanguageCount language[MOST_LANGUAGES];
  int n_languages;
} ShRow;

struct _ShKioskCounts
{
  GArray *rows; /* of ShRow, by the hour */
  gsize most;
  gboolean changed;
  ShRow too_old; /* where an hour counts that is older than all that are kept */
};

ShKioskCounts *
sh_kiosk_counts_new (gsize most_hours)
{
  ShKioskCounts *counts = g_new0 (ShKioskCounts, 1);

  counts->rows = g_array_new (FALSE, TRUE, sizeof (ShRow));
  counts->most = MAX (most_hours, 1);
  return counts;
}

void
sh_kiosk_counts_free (ShKioskCounts *counts)
{
  if (counts == NULL)
    return;
  g_array_unref (counts->rows);
  g_free (counts);
}

/* The row of an hour, made where it belongs when it is missing. The newest is nearly always the one
 * that is wanted. */
static ShRow *
row_of (ShKioskCounts *counts, const char *hour)
{
  guint place = counts->rows->len;
  ShRow fresh = { 0 };

  while (place > 0)
    {
      ShRow *row = &g_array_index (counts->rows, ShRow, place - 1);
      int order = strcmp (row->hour, hour);

      if (order == 0)
        return row;
      if (order < 0)
        break;
      place--;
    }
  if (place == 0 && counts->rows->len >= counts->most)
    return &counts->too_old;
  g_strlcpy (fresh.hour, hour, sizeof fresh.hour);
  g_array_insert_val (counts->rows, place, fresh);
  if (counts->rows->len > counts->most)
    {
      g_array_remove_index (counts->rows, 0);
      place--;
    }
  return &g_array_index (counts->rows, ShRow, place);
}

static void
add_language (ShRow *row, const char *code, guint64 n)
{
  int i = 0;

  while (i < row->n_languages && strncmp (row->language[i].code, code, LONGEST_CODE) != 0)
    i++;
  if (i == MOST_LANGUAGES)
    return;
  if (i == row->n_languages)
    {
      g_strlcpy (row->language[i].code, code, sizeof row->language[i].code);
      row->n_languages++;
    }
  row->language[i].n += n;
}

void
sh_kiosk_counts_add (ShKioskCounts *counts, const char *hour, ShKioskCount what)
{
  row_of (counts, hour)->n[what]++;
  counts->changed = TRUE;
}

void
sh_kiosk_counts_add_language (ShKioskCounts *counts, const char *hour, const char *code)
{
  add_language (row_of (counts, hour), code, 1);
  counts->changed = TRUE;
}

guint64
sh_kiosk_counts_since (const ShKioskCounts *counts, const char *hour, ShKioskCount what)
{
  guint64 sum = 0;

  for (guint i = 0; i < counts->rows->len; i++)
    {
      const ShRow *row = &g_array_index (counts->rows, ShRow, i);

      if (strcmp (row->hour, hour) >= 0)
        sum += row->n[what];
    }
  return sum;
}

gsize
sh_kiosk_counts_n_hours (const ShKioskCounts *counts)
{
  return counts->rows->len;
}

char *
sh_kiosk_counts_to_text (const ShKioskCounts *counts)
{
  GString *text = g_string_new (HEAD "\n");

  for (guint i = 0; i < counts->rows->len; i++)
    {
      const ShRow *row = &g_array_index (counts->rows, ShRow, i);

      g_string_append (text, row->hour);
      for (int k = 0; k < SH_KIOSK_N_COUNTS; k++)
        g_string_append_printf (text, "\t%" G_GUINT64_FORMAT, row->n[k]);
      g_string_append_c (text, '\t');
      for (int k = 0; k < row->n_languages; k++)
        g_string_append_printf (text, "%s%s:%" G_GUINT64_FORMAT, k > 0 ? " " : "",
                                row->language[k].code, row->language[k].n);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* Reads "en:3 es:1". */
static gboolean
read_languages (const char *text, ShRow *row)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (int i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');
      guint64 n;

      if (parts[i][0] == '\0')
        continue;
      if (colon == NULL || !sh_whole_parse (colon + 1, &n))
        return FALSE;
      *colon = '\0';
      add_language (row, parts[i], n);
    }
  return TRUE;
}

static gboolean
looks_like_an_hour (const char *text)
{
  static const char form[] = "dddd-dd-dd dd";

  for (int i = 0; i < HOUR_LENGTH; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  return text[HOUR_LENGTH] == '\0';
}

static gboolean
read_row (const char *line, ShKioskCounts *counts)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  ShRow read = { 0 };
  ShRow *row;

  if (g_strv_length (columns) != N_COLUMNS || !looks_like_an_hour (columns[0]))
    return FALSE;
  for (int k = 0; k < SH_KIOSK_N_COUNTS; k++)
    if (!sh_whole_parse (columns[k + 1], &read.n[k]))
      return FALSE;
  if (!read_languages (columns[N_COLUMNS - 1], &read))
    return FALSE;
  row = row_of (counts, columns[0]);
  for (int k = 0; k < SH_KIOSK_N_COUNTS; k++)
    row->n[k] += read.n[k];
  for (int k = 0; k < read.n_languages; k++)
    add_language (row, read.language[k].code, read.language[k].n);
  return TRUE;
}

/* Returns: 0 when all is well, else the line of the first mistake. */
static int
read_text (const char *text, ShKioskCounts *counts)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (lines[0] == NULL || strcmp (lines[0], HEAD) != 0)
    return 1;
  for (int i = 1; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && !read_row (lines[i], counts))
      return i + 1;
  return 0;
}

static gboolean
put_aside (const char *path, const char *why, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ".broken", NULL);

  g_rename (path, aside);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               C_ ("kiosk", "%s: no counts can be read from it (%s); kept as %s"), path, why,
               aside);
  return FALSE;
}

gboolean
sh_kiosk_counts_read (ShKioskCounts *counts, const char *path, GError **error)
{
  g_autoptr (ShKioskCounts) read = sh_kiosk_counts_new (counts->most);
  g_autoptr (GError) reason = NULL;
  g_autofree char *text = NULL;
  g_autofree char *where = NULL;
  gsize length;
  int line;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_get_contents (path, &text, &length, &reason))
    return put_aside (path, reason->message, error);
  line = strlen (text) == length ? read_text (text, read) : 1;
  where = g_strdup_printf (C_ ("kiosk", "line %d"), line);
  if (line != 0)
    return put_aside (path, where, error);
  g_array_unref (counts->rows);
  counts->rows = g_array_ref (read->rows);
  return TRUE;
}

gboolean
sh_kiosk_counts_write (ShKioskCounts *counts, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;

  if (!counts->changed)
    return TRUE;
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  text = sh_kiosk_counts_to_text (counts);
  if (!sh_atomic_write (path, text, strlen (text), error))
    return FALSE;
  counts->changed = FALSE;
  return TRUE;
}
