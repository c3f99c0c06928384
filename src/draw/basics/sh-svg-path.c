/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-svg-path.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *start;
  const char *at;
  ShSvgPath *path;
  ShPoint pen;
  ShPoint handle; /* the last handle, which S and T mirror */
  char last;      /* the last command, in upper case */
} Reader;

void
sh_svg_path_free (ShSvgPath *path)
{
  if (path == NULL)
    return;
  g_array_unref (path->knots);
  g_array_unref (path->handles);
  g_free (path);
}

static void
skip_separators (const char **at)
{
  while (g_ascii_isspace (**at) || **at == ',')
    (*at)++;
}

static gboolean
at_number (const char *at)
{
  return g_ascii_isdigit (*at) || (*at != '\0' && strchr ("+-.", *at) != NULL);
}

/* Reads @n numbers; an editor may write them without any space between them ("1-2.5.5"). */
static gboolean
read_numbers (const char **at, double *numbers, int n)
{
  for (int i = 0; i < n; i++)
    {
      char *end;

      skip_separators (at);
      if (!at_number (*at))
        return FALSE;
      numbers[i] = g_ascii_strtod (*at, &end);
      if (end == *at || !isfinite (numbers[i]))
        return FALSE;
      *at = end;
    }
  return TRUE;
}

static void
add_segment (Reader *reader, ShPoint first, ShPoint second, ShPoint end)
{
  g_array_append_val (reader->path->handles, first);
  g_array_append_val (reader->path->handles, second);
  g_array_append_val (reader->path->knots, end);
  reader->pen = end;
  reader->handle = second;
}

static void
add_line (Reader *reader, ShPoint end)
{
  ShPoint a = reader->pen;

  add_segment (reader, (ShPoint){ a.x + (end.x - a.x) / 3, a.y + (end.y - a.y) / 3 },
               (ShPoint){ end.x + (a.x - end.x) / 3, end.y + (a.y - end.y) / 3 }, end);
}

static void
add_quadratic (Reader *reader, ShPoint middle, ShPoint end)
{
  ShPoint a = reader->pen;

  add_segment (reader, (ShPoint){ a.x + (middle.x - a.x) * 2 / 3, a.y + (middle.y - a.y) * 2 / 3 },
               (ShPoint){ end.x + (middle.x - end.x) * 2 / 3, end.y + (middle.y - end.y) * 2 / 3 },
               end);
  reader->handle = middle;
}

/* The mirror picture of the last handle, or the pen when the last command had none. */
static ShPoint
mirrored (const Reader *reader, const char *commands)
{
  if (strchr (commands, reader->last) == NULL)
    return reader->pen;
  return (ShPoint){ 2 * reader->pen.x - reader->handle.x, 2 * reader->pen.y - reader->handle.y };
}

static int
count_numbers (char command)
{
  switch (command)
    {
    case 'M':
    case 'L':
    case 'T':
      return 2;
    case 'H':
    case 'V':
      return 1;
    case 'S':
    case 'Q':
      return 4;
    case 'C':
      return 6;
    default:
      return -1;
    }
}

static void
make_absolute (char command, double *v, int n, ShPoint pen)
{
  for (int i = 0; i < n; i++)
    {
      gboolean vertical = command == 'V' || (command != 'H' && i % 2 == 1);

      v[i] += vertical ? pen.y : pen.x;
    }
}

static void
obey (Reader *reader, char command, const double *v)
{
  ShPoint a = { v[0], v[1] }, b = { v[2], v[3] }, c = { v[4], v[5] };

  switch (command)
    {
    case 'M':
      g_array_append_val (reader->path->knots, a);
      reader->pen = a;
      break;
    case 'L':
      add_line (reader, a);
      break;
    case 'H':
      add_line (reader, (ShPoint){ v[0], reader->pen.y });
      break;
    case 'V':
      add_line (reader, (ShPoint){ reader->pen.x, v[0] });
      break;
    case 'C':
      add_segment (reader, a, b, c);
      break;
    case 'S':
      add_segment (reader, mirrored (reader, "CS"), a, b);
      break;
    case 'Q':
      add_quadratic (reader, a, b);
      break;
    default:
      add_quadratic (reader, mirrored (reader, "QT"), a);
      break;
    }
  reader->last = command;
}

/* All sets of numbers that follow one command letter; after M they mean L. */
static gboolean
read_command (Reader *reader, char letter, GError **error)
{
  char command = g_ascii_toupper (letter);
  int n = count_numbers (command);

  if (n < 0 || (command == 'M') != (reader->path->knots->len == 0))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "“%c” at character %d of the path data is not understood: one line of M, L, "
                   "H, V, C, S, Q, T and Z is",
                   letter, (int) (reader->at - reader->start));
      return FALSE;
    }
  do
    {
      double v[6] = { 0 };

      if (!read_numbers (&reader->at, v, n))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "a number is missing at character %d of the path data",
                       (int) (reader->at - reader->start));
          return FALSE;
        }
      if (g_ascii_islower (letter))
        make_absolute (command, v, n, reader->pen);
      obey (reader, command, v);
      if (command == 'M')
        {
          command = 'L';
          letter = g_ascii_islower (letter) ? 'l' : 'L';
        }
      skip_separators (&reader->at);
    }
  while (at_number (reader->at));
  return TRUE;
}

/* Closes the line: a last point upon the first one is the same node; else a straight segment
 * leads back. */
static void
close_line (ShSvgPath *path)
{
  guint n = path->knots->len;
  ShPoint first = g_array_index (path->knots, ShPoint, 0);
  ShPoint last = g_array_index (path->knots, ShPoint, n - 1);

  path->closed = TRUE;
  if (n > 2 && hypot (first.x - last.x, first.y - last.y) < 0.05)
    g_array_set_size (path->knots, n - 1);
  else
    {
      ShPoint a = { last.x + (first.x - last.x) / 3, last.y + (first.y - last.y) / 3 };
      ShPoint b = { first.x + (last.x - first.x) / 3, first.y + (last.y - first.y) / 3 };

      g_array_append_val (path->handles, a);
      g_array_append_val (path->handles, b);
    }
}

static gboolean
read_all (Reader *reader, GError **error)
{
  skip_separators (&reader->at);
  while (*reader->at != '\0')
    {
      char letter = *reader->at;

      if (reader->path->closed || !g_ascii_isalpha (letter))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "“%.8s” at character %d of the path data is not understood", reader->at,
                       (int) (reader->at - reader->start));
          return FALSE;
        }
      reader->at++;
      if ((letter == 'Z' || letter == 'z') && reader->path->knots->len > 1)
        close_line (reader->path);
      else if (!read_command (reader, letter, error))
        return FALSE;
      skip_separators (&reader->at);
    }
  return TRUE;
}

ShSvgPath *
sh_svg_path_parse (const char *d, GError **error)
{
  g_autoptr (ShSvgPath) path = g_new0 (ShSvgPath, 1);
  Reader reader = { .start = d, .at = d, .path = path };

  path->knots = g_array_new (FALSE, FALSE, sizeof (ShPoint));
  path->handles = g_array_new (FALSE, FALSE, sizeof (ShPoint));
  if (!read_all (&reader, error))
    return NULL;
  if (path->knots->len < 2)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "the path has fewer than two points");
      return NULL;
    }
  return g_steal_pointer (&path);
}

void
sh_svg_path_transform (ShSvgPath *path, const cairo_matrix_t *matrix)
{
  GArray *arrays[] = { path->knots, path->handles };

  for (guint k = 0; k < G_N_ELEMENTS (arrays); k++)
    for (guint i = 0; i < arrays[k]->len; i++)
      {
        ShPoint *p = &g_array_index (arrays[k], ShPoint, i);

        cairo_matrix_transform_point (matrix, &p->x, &p->y);
      }
}

/* The numbers of one transform function as a matrix; FALSE when their count does not fit. */
static gboolean
one_transform (const char *name, const double *v, int n, cairo_matrix_t *matrix)
{
  if (g_str_equal (name, "matrix") && n == 6)
    cairo_matrix_init (matrix, v[0], v[1], v[2], v[3], v[4], v[5]);
  else if (g_str_equal (name, "translate") && (n == 1 || n == 2))
    cairo_matrix_init_translate (matrix, v[0], n == 2 ? v[1] : 0);
  else if (g_str_equal (name, "scale") && (n == 1 || n == 2))
    cairo_matrix_init_scale (matrix, v[0], n == 2 ? v[1] : v[0]);
  else if (g_str_equal (name, "rotate") && (n == 1 || n == 3))
    {
      cairo_matrix_init_translate (matrix, n == 3 ? v[1] : 0, n == 3 ? v[2] : 0);
      cairo_matrix_rotate (matrix, v[0] * G_PI / 180);
      cairo_matrix_translate (matrix, n == 3 ? -v[1] : 0, n == 3 ? -v[2] : 0);
    }
  else
    return FALSE;
  return TRUE;
}

gboolean
sh_svg_transform_parse (const char *text, cairo_matrix_t *matrix, GError **error)
{
  const char *at = text;

  cairo_matrix_init_identity (matrix);
  skip_separators (&at);
  while (*at != '\0')
    {
      const char *bracket = strchr (at, '(');
      g_autofree char *name = bracket ? g_strstrip (g_strndup (at, (gsize) (bracket - at))) : NULL;
      double v[6];
      int n = 0;
      cairo_matrix_t one;

      at = bracket ? bracket + 1 : at;
      while (bracket && n < 6 && read_numbers (&at, &v[n], 1))
        n++;
      skip_separators (&at);
      if (name == NULL || *at != ')' || !one_transform (name, v, n, &one))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "the transform “%s” is not understood: matrix, translate, scale and rotate "
                       "are",
                       text);
          return FALSE;
        }
      at++;
      cairo_matrix_multiply (matrix, &one, matrix);
      skip_separators (&at);
    }
  return TRUE;
}
