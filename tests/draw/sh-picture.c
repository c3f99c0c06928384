/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

cairo_surface_t *
sh_picture_new (int width, int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

static const guint32 *
row_of (cairo_surface_t *surface, int y)
{
  return (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                           (gsize) y *
                                               (gsize) cairo_image_surface_get_stride (surface));
}

/* The largest difference of the four channels. */
static int
pixel_difference (guint32 a, guint32 b)
{
  int largest = 0;

  for (int shift = 0; shift < 32; shift += 8)
    largest = MAX (largest, abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return largest;
}

ShDifference
sh_picture_compare (cairo_surface_t *a, cairo_surface_t *b, int levels)
{
  ShDifference result = { 0 };
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int difference = pixel_difference (row_of (a, y)[x], row_of (b, y)[x]);

        result.largest = MAX (result.largest, difference);
        result.mean += difference;
        result.beyond += difference > levels;
      }
  result.mean /= (double) width * height;
  result.beyond /= (double) width * height;
  return result;
}

/* A picture of where two pictures differ: black where they agree. */
static cairo_surface_t *
difference_picture (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  cairo_surface_t *result = sh_picture_new (width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 d = (guint32) MIN (255, 4 * pixel_difference (row_of (a, y)[x], row_of (b, y)[x]));
        guint32 *row =
            (guint32 *) (void *) (cairo_image_surface_get_data (result) +
                                  (gsize) y * (gsize) cairo_image_surface_get_stride (result));

        row[x] = 0xff000000u | d << 16 | d << 8 | d;
      }
  cairo_surface_mark_dirty (result);
  return result;
}

static void
store (cairo_surface_t *picture, const char *folder, const char *name, const char *what)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, what);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("%s: %s", what, path);
}

static double
tolerance (const char *name, const char *key)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tolerance.ini", NULL);

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return g_key_file_get_double (file, g_key_file_has_group (file, name) ? name : "default", key,
                                NULL);
}

static cairo_surface_t *
load_golden (const char *path)
{
  cairo_surface_t *stored = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (stored), ==, CAIRO_STATUS_SUCCESS);
  return stored;
}

static char *
golden_path (const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.png", name);

  return g_test_build_filename (G_TEST_DIST, file, NULL);
}

static gboolean
differs (cairo_surface_t *picture, cairo_surface_t *expected, const char *name)
{
  ShDifference difference =
      sh_picture_compare (picture, expected, (int) tolerance (name, "levels"));

  g_test_message ("%s: %.3f %% of the pixels differ, mean %.3f levels", name,
                  100 * difference.beyond, difference.mean);
  return difference.beyond > tolerance (name, "pixels") ||
         difference.mean > tolerance (name, "mean");
}

gboolean
sh_picture_differs_from_golden (cairo_surface_t *picture, const char *name)
{
  g_autofree char *path = golden_path (name);
  cairo_surface_t *expected = load_golden (path);
  gboolean different = differs (picture, expected, name);

  cairo_surface_destroy (expected);
  return different;
}

void
sh_picture_assert_golden (cairo_surface_t *picture, const char *name)
{
  g_autofree char *path = golden_path (name);
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_BUILT), ".", NULL);
  cairo_surface_t *expected;

  if (g_strcmp0 (g_getenv ("SH_RENEW_GOLDEN"), "1") == 0)
    {
      g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
      g_test_message ("renewed: %s", path);
      return;
    }
  expected = load_golden (path);
  if (differs (picture, expected, name))
    {
      cairo_surface_t *where = difference_picture (picture, expected);

      store (picture, folder, name, "drawn");
      store (expected, folder, name, "expected");
      store (where, folder, name, "difference");
      cairo_surface_destroy (where);
      g_test_fail ();
    }
  cairo_surface_destroy (expected);
}
