/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "sh-handout.h"
#include "sh-logo.h"
#include "sh-qr.h"
#include "sh-scenario-floor.h"

static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'>"
                          "<rect width='30' height='10' fill='#123456'/></svg>";

static void
assert_refused (const void *bytes, gsize length, ShLogoError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sh_logo_new (bytes, length, "a logo", &error));
  g_assert_error (error, SH_LOGO_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "a logo: "));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_bad_logos (void)
{
  g_autofree char *large = g_malloc0 (SH_LOGO_LARGEST_FILE + 1);
  static const guchar wide[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x20\0\0\0\0\1\x08\x02\0\0\0";

  assert_refused ("", 0, SH_LOGO_ERROR_KIND);
  assert_refused ("GIF89a", 6, SH_LOGO_ERROR_KIND);
  assert_refused ("\x89PNG\r\n\x1a\n", 8, SH_LOGO_ERROR_KIND);
  assert_refused ("<svg", 4, SH_LOGO_ERROR_KIND);
  assert_refused (wide, sizeof wide, SH_LOGO_ERROR_LARGE);
  assert_refused (large, SH_LOGO_LARGEST_FILE + 1, SH_LOGO_ERROR_LARGE);
}

static void
test_every_beginning_of_a_png (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 20, 10);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "sh-logo-test.png", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_autoptr (ShLogo) logo = NULL;

  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  logo = sh_logo_load (path, NULL);
  g_assert_nonnull (logo);
  g_assert_cmpfloat (sh_logo_aspect (logo), ==, 2.0);
  for (gsize i = 0; i + 20 < length; i++)
    {
      g_autoptr (ShLogo) part = sh_logo_new ((const guchar *) bytes, i, "p", NULL);

      g_assert_null (part);
    }
  g_unlink (path);
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static void
test_logo_keeps_its_shape (void)
{
  g_autoptr (ShLogo) logo = sh_logo_new ((const guchar *) svg, sizeof svg - 1, "l", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 60);
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpfloat (sh_logo_aspect (logo), ==, 3.0);
  sh_logo_draw (logo, cr, 0, 0, 60, 60, FALSE);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, 30, 30), ==, 0x123456);
  g_assert_cmphex (pixel (surface, 30, 10), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_code_has_its_three_eyes (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 330, 330);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *long_text = g_strnfill (5000, 'x');

  g_assert_false (sh_qr_draw (cr, "", 0, 0, 330));
  g_assert_false (sh_qr_draw (cr, long_text, 0, 0, 330));
  /* 25 modules and a border of four on each side: ten pixels a module. */
  g_assert_true (sh_qr_draw (cr, "https://a.example", 0, 0, 330));
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, 20, 20), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 45, 45), ==, 0);
  g_assert_cmphex (pixel (surface, 55, 55), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, 75, 75), ==, 0);
  g_assert_cmphex (pixel (surface, 285, 45), ==, 0);
  g_assert_cmphex (pixel (surface, 45, 285), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static ShHandout *
make (ShPattern pattern)
{
  g_autoptr (GError) error = NULL;
  ShArt *art = sh_art_load (&error);
  ShScenario base;
  ShScenario scenario;
  ShHandout *handout;

  g_assert_no_error (error);
  sh_scenario_init (&base);
  sh_pattern_scenario (pattern, &base, &scenario);
  handout = sh_handout_new (art, &scenario);
  sh_art_unref (art);
  return handout;
}

/* The lowest row of a page that is not white. */
static int
lowest_ink (cairo_surface_t *surface)
{
  for (int y = cairo_image_surface_get_height (surface) - 1; y >= 0; y--)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (pixel (surface, x, y) != 0xffffff)
        return y;
  return -1;
}

static void
test_page_fits (gconstpointer data)
{
  ShSheet sheet = (ShSheet) GPOINTER_TO_INT (data);
  g_autoptr (ShHandout) handout = make (SH_PATTERN_GREAT_SAPHENOUS);
  g_autoptr (ShLogo) logo = sh_logo_new ((const guchar *) svg, sizeof svg - 1, "l", NULL);
  ShBranding branding = { "A Clinic", "We look after legs.", "A Street 1\nA Town",
                          "https://a.example", logo };
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  int lowest;

  sh_sheet_size (sheet, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  sh_handout_draw (handout, &branding, sheet, 1, FALSE, cr);
  cairo_surface_flush (surface);
  lowest = lowest_ink (surface);
  g_assert_cmpint (lowest, <, (int) height - 20);
  g_assert_cmpint (lowest, >, (int) (height * 0.8));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(sentence, function) g_test_add_func ("/hand-out/" sentence, function)
  TEST ("a bad logo is refused with a reason", test_bad_logos);
  TEST ("a PNG cut off anywhere does no harm", test_every_beginning_of_a_png);
  TEST ("a logo keeps its shape", test_logo_keeps_its_shape);
  TEST ("a code has its three eyes", test_code_has_its_three_eyes);
#undef TEST
  g_test_add_data_func ("/hand-out/the page fits A4", GINT_TO_POINTER (SH_SHEET_A4),
                        test_page_fits);
  g_test_add_data_func ("/hand-out/the page fits Letter", GINT_TO_POINTER (SH_SHEET_LETTER),
                        test_page_fits);
  return g_test_run ();
}
