/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For getrusage beside plain C17. */
#define _DEFAULT_SOURCE 1

#include <glib.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>

/* The table that the documentation shows is what the program prints. */

/* Behind row, what, command, result, published and accepted. */
#define COLUMN_MODEL 6

static const char *program;
static const char *page;
static char **fresh;
static double fresh_cpu_s;

static double
children_cpu_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) usage.ru_utime.tv_sec + 1e-6 * (double) usage.ru_utime.tv_usec;
}

/* The lines of @text that belong to the table. */
static char **
table_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *rows = g_ptr_array_new ();

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "|"))
      g_ptr_array_add (rows, g_strdup (*line));
  g_ptr_array_add (rows, NULL);
  return (char **) g_ptr_array_free (rows, FALSE);
}

static void
run_program (void)
{
  const char *argv[] = { program, "validate", "--format", "markdown", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  fresh = table_lines (text);
  fresh_cpu_s = children_cpu_s ();
}

static char **
stored_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (page, &text, NULL, &error);
  g_assert_no_error (error);
  return table_lines (text);
}

/* Numbers may differ by what they are rounded to and by another processor's arithmetic. */
static gboolean
same_number (const char *a, const char *b)
{
  char *end_a, *end_b;
  double x = g_ascii_strtod (a, &end_a);
  double y = g_ascii_strtod (b, &end_b);

  if (end_a == a || end_b == b)
    return strcmp (a, b) == 0;
  return fabs (x - y) <= 0.02 + 0.02 * fmax (fabs (x), fabs (y));
}

static void
compare_rows (const char *stored, const char *now)
{
  g_auto (GStrv) a = g_strsplit (stored, " | ", -1);
  g_auto (GStrv) b = g_strsplit (now, " | ", -1);

  g_assert_cmpint (g_strv_length (a), ==, g_strv_length (b));
  for (int i = 0; a[i] != NULL; i++)
    if (i == COLUMN_MODEL ? !same_number (a[i], b[i]) : strcmp (a[i], b[i]) != 0)
      g_error ("%s\nthe documentation says “%s”, the model “%s”; "
               "tests/clinic/renew-table.sh writes the table anew",
               b[0], a[i], b[i]);
}

static void
test_the_page_shows_the_table (void)
{
  g_auto (GStrv) stored = stored_lines ();

  g_assert_cmpint (g_strv_length (stored), ==, g_strv_length (fresh));
  for (int i = 0; stored[i] != NULL; i++)
    compare_rows (stored[i], fresh[i]);
}

static void
test_every_row_is_in_range (void)
{
  for (char **line = fresh; *line != NULL; line++)
    if (strstr (*line, "| out of range |") != NULL)
      g_error ("%s", *line);
}

static void
test_the_table_takes_less_than_five_seconds (void)
{
  g_test_message ("%.2f s of one core", fresh_cpu_s);
  g_assert_cmpfloat (fresh_cpu_s, <, 5.0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  program = argv[1];
  page = argv[2];
  run_program ();
  g_test_add_func ("/validation table/the documentation shows it", test_the_page_shows_the_table);
  g_test_add_func ("/validation table/every row is in range", test_every_row_is_in_range);
  g_test_add_func ("/validation table/it takes less than five seconds",
                   test_the_table_takes_less_than_five_seconds);
  status = g_test_run ();
  g_strfreev (fresh);
  return status;
}
