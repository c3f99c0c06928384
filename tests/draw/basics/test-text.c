/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words in a picture stand where the painter puts them, whatever the language. */

#include <cairo.h>
#include <glib.h>

#include "sh-config.h"
#include "sh-text.h"

#ifdef SH_HAVE_MALLINFO2
#include <malloc.h>
#endif

#define WIDTH 400
#define HEIGHT 60

/* Draws a text that starts, is centred or ends in the middle of a picture of its own; tells the
 * first and the last column that holds ink. */
static void
find_ink (const char *text, double align, double wrap_width, int *first, int *last)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  ShTextStyle style = { .size = 14, .align = align, .width = wrap_width };
  const unsigned char *pixels;
  int stride = cairo_image_surface_get_stride (surface);

  sh_text_draw (cr, text, WIDTH / 2.0, HEIGHT / 2.0, &style);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  *first = WIDTH;
  *last = -1;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (pixels[y * stride + x] > 64)
        {
          *first = MIN (*first, x);
          *last = MAX (*last, x);
        }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static const char *const directions[] = {
  "Vein",
  /* The same letters, written from right to left. */
  "\342\200\217\342\200\256Vein\342\200\254\342\200\217",
};

static void
test_text_starts_at_its_place (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    for (double width = 0; width <= 150; width += 150)
      {
        int first, last;

        find_ink (directions[i], 0, width, &first, &last);
        g_assert_cmpint (ABS (first - WIDTH / 2), <=, 3);
        g_assert_cmpint (last, >, first + 10);
      }
}

static void
test_text_ends_at_its_place (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    for (double width = 0; width <= 150; width += 150)
      {
        int first, last;

        find_ink (directions[i], 1, width, &first, &last);
        g_assert_cmpint (ABS (last - WIDTH / 2), <=, 3);
        g_assert_cmpint (first, <, last - 10);
      }
}

static void
test_size_is_that_of_the_ink (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  ShTextStyle style = { .size = 14 };
  double width, height;
  int first, last;

  sh_text_measure (cr, directions[0], &style, &width, &height);
  find_ink (directions[0], 0, 0, &first, &last);
  g_assert_cmpfloat_with_epsilon (width, last - first, 4);
  g_assert_cmpfloat (height, >=, style.size);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

#ifdef SH_HAVE_MALLINFO2
/* Draws a name at @n sizes between 8 and 28 pixels; tells what is allocated afterwards. */
static size_t
allocated_after_sizes (int n)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (int i = 0; i < n; i++)
    sh_text_draw (cr, "Great saphenous vein", 0, HEIGHT / 2.0,
                  &(ShTextStyle){ .size = 8 + 20.0 * i / n });
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return mallinfo2 ().uordblks;
}
#endif

/* A window that is dragged larger and smaller for a day asks for every size of letters there is. */
static void
test_sizes_are_not_kept_for_ever (void)
{
#ifdef SH_HAVE_MALLINFO2
  size_t before = allocated_after_sizes (199);
  size_t after = allocated_after_sizes (1009);

  /* Kept, these sizes were 20 MiB. */
  g_assert_cmpuint (after, <, before + 2 * 1024 * 1024);
#else
  g_test_skip ("This C library does not tell how much is allocated.");
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/text/starts-at-its-place", test_text_starts_at_its_place);
  g_test_add_func ("/draw/text/ends-at-its-place", test_text_ends_at_its_place);
  g_test_add_func ("/draw/text/size-is-that-of-the-ink", test_size_is_that_of_the_ink);
  g_test_add_func ("/draw/text/sizes-are-not-kept-for-ever", test_sizes_are_not_kept_for_ever);
  return g_test_run ();
}
