/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo-svg.h>
#include <string.h>

#include "sh-blur.h"
#include "sh-body-painter.h"

#define SCALE 0.4
#define WIDTH ((int) (1200 * SCALE))
#define HEIGHT ((int) (1600 * SCALE))

static ShBodyPainter *body;

static cairo_surface_t *
paint (const ShBodyPose *pose, ShThemeId theme, const cairo_rectangle_int_t *clip)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  ShRig rig;

  if (clip)
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
      cairo_clip (cr);
    }
  cairo_scale (cr, SCALE, SCALE);
  sh_body_paint (body, sh_theme (theme), sh_rig_init (&rig, pose), cr, SH_BODY_SHADOW);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (const void *) (data +
                                            (gsize) y * cairo_image_surface_get_stride (surface) +
                                            (gsize) x * 4);
}

/* The largest difference of two pixels in any channel, 0…255. */
static int
difference (cairo_surface_t *a, cairo_surface_t *b, int x, int y)
{
  guint32 p = pixel (a, x, y), q = pixel (b, x, y);
  int worst = 0;

  for (int shift = 0; shift < 32; shift += 8)
    worst = MAX (worst, ABS ((int) (p >> shift & 255) - (int) (q >> shift & 255)));
  return worst;
}

/* How many pixels of a rectangle differ by more than @tolerance of 255 in any channel. */
static int
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b,
                   const cairo_rectangle_int_t *area,
                   int tolerance)
{
  int n = 0;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      n += difference (a, b, x, y) > tolerance;
  return n;
}

static const cairo_rectangle_int_t everything = { 0, 0, WIDTH, HEIGHT };

static void
test_same_pose_gives_the_same_pixels (void)
{
  const ShBodyPose pose = { 15, 10, 0.7, 0.3, 0.4 };
  cairo_surface_t *first = paint (&pose, SH_THEME_LIGHT, NULL);
  cairo_surface_t *second = paint (&pose, SH_THEME_LIGHT, NULL);

  g_assert_cmpint (count_differences (first, second, &everything, 0), ==, 0);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
test_clipped_part_has_the_pixels_of_the_whole (void)
{
  static const cairo_rectangle_int_t clips[] = { { 285, 200, 70, 240 },
                                                 { 100, 500, 280, 120 },
                                                 { 200, 330, 60, 90 } };
  const ShBodyPose pose = { 15, 10, 0.7, 0.3, 0.4 };
  cairo_surface_t *whole = paint (&pose, SH_THEME_LIGHT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (clips); i++)
    {
      cairo_surface_t *part = paint (&pose, SH_THEME_LIGHT, &clips[i]);

      /* A border of the clip shifts the origin of the picture, and a coverage on the verge of two
       * levels may then fall on the other side. */
      g_assert_cmpint (count_differences (whole, part, &clips[i], 1), ==, 0);
      g_assert_cmpint (count_differences (whole, part, &clips[i], 0), <, 20);
      cairo_surface_destroy (part);
    }
  cairo_surface_destroy (whole);
}

static gboolean
in_regions (int x, int y)
{
  for (ShBodyRegion region = 0; region < SH_N_BODY_REGIONS; region++)
    {
      cairo_rectangle_t box;

      sh_body_region_bounds (region, &box);
      if (x >= box.x * SCALE && x < (box.x + box.width) * SCALE && y >= box.y * SCALE &&
          y < (box.y + box.height) * SCALE)
        return TRUE;
    }
  return FALSE;
}

static void
test_pose_changes_nothing_outside_its_regions (void)
{
  const ShBodyPose resting = { 0 };
  const ShBodyPose poses[] = { { 30, 30, 1, 0, 0 }, { -20, 0, 0, 1, 0 }, { 45, 0, 0.5, 0, 0 } };
  cairo_surface_t *still = paint (&resting, SH_THEME_LIGHT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (poses); i++)
    {
      cairo_surface_t *moved = paint (&poses[i], SH_THEME_LIGHT, NULL);
      int inside = 0, outside = 0;

      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          if (difference (still, moved, x, y) > 2)
            {
              if (in_regions (x, y))
                inside++;
              else
                outside++;
            }
      g_assert_cmpint (inside, >, 1000);
      g_assert_cmpint (outside, ==, 0);
      cairo_surface_destroy (moved);
    }
  cairo_surface_destroy (still);
}

static void
test_themes_differ_and_paper_shows_around_the_leg (void)
{
  const ShBodyPose resting = { 0 };
  cairo_surface_t *light = paint (&resting, SH_THEME_LIGHT, NULL);
  cairo_surface_t *dark = paint (&resting, SH_THEME_DARK, NULL);

  g_assert_cmpint (count_differences (light, dark, &everything, 0), >, 50000);
  g_assert_cmpuint (pixel (light, 10, 10), ==, 0);
  g_assert_cmpuint (pixel (light, WIDTH - 5, HEIGHT / 2), ==, 0);
  /* The calf is opaque; the thigh fades out upward. */
  g_assert_cmpuint (pixel (light, 290, 330) >> 24, ==, 255);
  g_assert_cmpuint (pixel (light, 240, 8) >> 24, <, 40);
  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
}

static cairo_status_t
count_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  *(gsize *) data += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_vector_picture_is_of_reasonable_size (void)
{
  const ShBodyPose resting = { 0 };
  gsize size = 0;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (count_bytes, &size, 600, 800);
  cairo_t *cr = cairo_create (surface);
  ShRig rig;

  cairo_scale (cr, 0.5, 0.5);
  sh_body_paint (body, sh_theme (SH_THEME_LIGHT), sh_rig_init (&rig, &resting), cr, SH_BODY_VECTOR);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  /* Its tissues are one picture. */
  g_assert_cmpuint (size, >, 100 * 1000);
  g_assert_cmpuint (size, <, 2 * 1000 * 1000);
}

static void
test_blur_keeps_the_sum_and_its_reach (void)
{
  enum
  {
    N = 61
  };
  guint8 pixels[N * N] = { 0 };
  int sum = 0, reach = sh_blur_reach (4);

  /* A block in the middle, far from the edges. */
  for (int y = 25; y < 36; y++)
    memset (pixels + y * N + 25, 200, 11);
  sh_blur (pixels, N, N, N, 4);
  for (int i = 0; i < N * N; i++)
    sum += pixels[i];
  g_assert_cmpint (ABS (sum - 121 * 200), <, 121 * 200 / 20);
  g_assert_cmpint (pixels[30 * N + 30], <, 160);
  g_assert_cmpint (pixels[30 * N + 24 - reach], ==, 0);
  g_assert_cmpint (pixels[30 * N + 20], >, 20);
  g_assert_cmpint (pixels[30 * N + 20], ==, pixels[30 * N + 40]);
  g_assert_cmpint (ABS (pixels[20 * N + 30] - pixels[30 * N + 20]), <=, 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  art = sh_art_load (&error);
  g_assert_no_error (error);
  body = sh_body_painter_new (art);
  g_test_add_func ("/body/same-pose-gives-the-same-pixels", test_same_pose_gives_the_same_pixels);
  g_test_add_func ("/body/clipped-part-has-the-pixels-of-the-whole",
                   test_clipped_part_has_the_pixels_of_the_whole);
  g_test_add_func ("/body/pose-changes-nothing-outside-its-regions",
                   test_pose_changes_nothing_outside_its_regions);
  g_test_add_func ("/body/themes-differ-and-paper-shows-around-the-leg",
                   test_themes_differ_and_paper_shows_around_the_leg);
  g_test_add_func ("/body/vector-picture-is-of-reasonable-size",
                   test_vector_picture_is_of_reasonable_size);
  g_test_add_func ("/blur/keeps-the-sum-and-its-reach", test_blur_keeps_the_sum_and_its_reach);
  status = g_test_run ();
  sh_body_painter_free (body);
  return status;
}
