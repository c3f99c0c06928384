/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-table.h"

#include <math.h>

#include "sh-json.h"
#include "sh-number-text.h"

const char *const sh_table_formats[2] = { "table", "json" };

typedef struct
{
  char *shown; /* as it is printed for people */
  char *json;  /* as a JSON value */
  gboolean is_number;
} ShCell;

struct _ShTable
{
  const char *const *columns;
  guint n;
  GArray *cells; /* of ShCell, row by row */
};

static void
cell_clear (gpointer data)
{
  ShCell *cell = data;

  g_free (cell->shown);
  g_free (cell->json);
}

ShTable *
sh_table_new (const char *const *columns, guint n)
{
  ShTable *table = g_new0 (ShTable, 1);

  table->columns = columns;
  table->n = n;
  table->cells = g_array_new (FALSE, TRUE, sizeof (ShCell));
  g_array_set_clear_func (table->cells, cell_clear);
  return table;
}

void
sh_table_free (ShTable *table)
{
  g_array_unref (table->cells);
  g_free (table);
}

void
sh_table_add_text (ShTable *table, const char *text)
{
  g_autoptr (GString) json = g_string_new (NULL);
  ShCell cell = { .shown = g_strdup (text) };

  sh_json_append_string (json, text);
  cell.json = g_strdup (json->str);
  g_array_append_val (table->cells, cell);
}

void
sh_table_add_number (ShTable *table, double number, int decimals)
{
  g_autoptr (GString) json = g_string_new (NULL);
  ShCell cell = { .is_number = TRUE };
  char format[8];
  char text[64];

  sh_json_append_number (json, number);
  cell.json = g_strdup (json->str);
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 6));
  if (!isfinite (number))
    cell.shown = g_strdup ("–");
  else if (decimals < 0)
    cell.shown = sh_number_to_text (number);
  else
    cell.shown = g_strdup (g_ascii_formatd (text, sizeof text, format, number));
  g_array_append_val (table->cells, cell);
}

static const ShCell *
cell_at (const ShTable *table, guint row, guint column)
{
  return &g_array_index (table->cells, ShCell, row * table->n + column);
}

static guint
n_rows (const ShTable *table)
{
  return table->cells->len / table->n;
}

/* Texts stand at the left of their column, numbers at the right. */
static void
append_padded (GString *line, const char *text, gsize width, gboolean right, gboolean last)
{
  gsize letters = (gsize) g_utf8_strlen (text, -1);
  gsize blanks = width > letters ? width - letters : 0;

  if (right)
    g_string_append_printf (line, "%*s", (int) blanks, "");
  g_string_append (line, text);
  if (!last)
    g_string_append_printf (line, "%*s", (int) (right ? 2 : blanks + 2), "");
}

static gboolean
column_is_number (const ShTable *table, guint column)
{
  return n_rows (table) > 0 && cell_at (table, 0, column)->is_number;
}

static gsize
column_width (const ShTable *table, guint column)
{
  glong width = g_utf8_strlen (table->columns[column], -1);

  for (guint row = 0; row < n_rows (table); row++)
    width = MAX (width, g_utf8_strlen (cell_at (table, row, column)->shown, -1));
  return (gsize) width;
}

void
sh_table_print (const ShTable *table, ShOutput *output)
{
  g_autofree gsize *widths = g_new (gsize, table->n);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < table->n; i++)
    {
      widths[i] = column_width (table, i);
      append_padded (line, table->columns[i], widths[i], column_is_number (table, i),
                     i + 1 == table->n);
    }
  g_string_append_c (line, '\n');
  for (guint row = 0; row < n_rows (table); row++)
    {
      for (guint i = 0; i < table->n; i++)
        append_padded (line, cell_at (table, row, i)->shown, widths[i], column_is_number (table, i),
                       i + 1 == table->n);
      g_string_append_c (line, '\n');
    }
  sh_output_write (output, line->str, line->len);
}

void
sh_table_print_json (const ShTable *table, ShOutput *output)
{
  g_autoptr (GString) text = g_string_new ("[\n");

  for (guint row = 0; row < n_rows (table); row++)
    {
      g_string_append (text, "  {");
      for (guint i = 0; i < table->n; i++)
        {
          g_string_append (text, i > 0 ? ", " : "");
          sh_json_append_string (text, table->columns[i]);
          g_string_append_printf (text, ": %s", cell_at (table, row, i)->json);
        }
      g_string_append (text, row + 1 < n_rows (table) ? "},\n" : "}\n");
    }
  g_string_append (text, "]\n");
  sh_output_write (output, text->str, text->len);
}

int
sh_table_finish (const ShTable *table, int format)
{
  ShOutput *output = sh_output_open (NULL);

  if (format == 1)
    sh_table_print_json (table, output);
  else
    sh_table_print (table, output);
  return sh_output_close (output);
}
