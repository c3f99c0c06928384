/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-curve.h"
#include "sh-svg-path.h"

static ShCurve *
circle (double radius, int n)
{
  g_autofree ShPoint *points = g_new (ShPoint, n);

  for (int i = 0; i < n; i++)
    points[i] = (ShPoint){ radius * cos (2 * G_PI * i / n), radius * sin (2 * G_PI * i / n) };
  return sh_curve_through (points, NULL, n, TRUE, 1);
}

static void
test_curve_passes_through_its_knots (void)
{
  const ShPoint knots[] = { { 0, 0 }, { 30, 10 }, { 40, 60 }, { 90, 70 } };
  const double widths[] = { 2, 4, 8, 6 };
  g_autoptr (ShCurve) curve = sh_curve_through (knots, widths, 4, FALSE, 2);

  for (int i = 0; i < 4; i++)
    {
      double distance;
      double s = sh_curve_nearest (curve, knots[i].x, knots[i].y, &distance);

      g_assert_cmpfloat_with_epsilon (distance, 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (sh_curve_width_at (curve, s), widths[i], 1e-9);
    }
}

static void
test_circle_through_eight_knots_is_round (void)
{
  g_autoptr (ShCurve) curve = circle (50, 8);

  for (int i = 0; i < curve->n; i++)
    g_assert_cmpfloat_with_epsilon (hypot (curve->point[i].x, curve->point[i].y), 50, 0.6);
  g_assert_cmpfloat_with_epsilon (sh_curve_total (curve), 2 * G_PI * 50, 2);
}

static void
test_normal_points_to_the_right_of_the_travel (void)
{
  /* To the right on the screen, where y points down: the right-hand side is below. */
  const ShPoint points[] = { { 0, 0 }, { 10, 0 }, { 20, 0 } };
  g_autoptr (ShCurve) curve = sh_curve_from_points (points, NULL, 3, FALSE);
  ShPoint beside = sh_curve_at (curve, 5, 3);

  g_assert_cmpfloat_with_epsilon (beside.x, 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (beside.y, 3, 1e-9);
}

static void
test_resampling_spaces_points_evenly (void)
{
  const ShPoint points[] = { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 90, 0 } };
  g_autoptr (ShCurve) curve = sh_curve_from_points (points, NULL, 4, FALSE);
  g_autoptr (ShCurve) even = sh_curve_resample (curve, 31);

  for (int i = 0; i < 31; i++)
    g_assert_cmpfloat_with_epsilon (even->point[i].x, 3 * i, 1e-9);
}

static void
test_offset_of_a_circle_is_a_circle (void)
{
  g_autoptr (ShCurve) curve = circle (50, 64);
  g_autoptr (ShCurve) inner = sh_curve_offset (curve, 5);

  /* Increasing angles travel clockwise on the screen: the right-hand side is inside. */
  for (int i = 0; i < inner->n; i++)
    g_assert_cmpfloat_with_epsilon (hypot (inner->point[i].x, inner->point[i].y), 45, 0.1);
}

static void
test_strip_covers_the_width_on_both_sides (void)
{
  const ShPoint points[] = { { 10, 20 }, { 60, 20 } };
  const double widths[] = { 8, 8 };
  g_autoptr (ShCurve) curve = sh_curve_from_points (points, widths, 2, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 80, 40);
  cairo_t *cr = cairo_create (surface);
  double x1, y1, x2, y2;

  sh_curve_strip_path (curve, -1, 0.5, cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  g_assert_cmpfloat_with_epsilon (y1, 16, 0.01);
  g_assert_cmpfloat_with_epsilon (y2, 22, 0.01);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
assert_last_point (const char *d, double x, double y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShSvgPath) path = sh_svg_path_parse (d, &error);
  ShPoint last;

  g_assert_no_error (error);
  last = g_array_index (path->knots, ShPoint, path->knots->len - 1);
  g_assert_cmpfloat_with_epsilon (last.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (last.y, y, 1e-9);
}

static void
test_path_data_is_read_as_editors_write_it (void)
{
  assert_last_point ("M 1,2 L 3,4", 3, 4);
  assert_last_point ("M1 2 3 4", 3, 4);
  assert_last_point ("m1,2 3-4", 4, -2);
  assert_last_point ("m 1,2 1.5.5e1 h-1 v 1", 1.5, 8);
  assert_last_point ("M 0,0 c 1,1 2,2 3,3 s 2,2 3,3", 6, 6);
  assert_last_point ("M 0,0 C 1,1 2,2 3,3 4,4 5,5 6,7", 6, 7);
  assert_last_point ("M 0,0 q 1,1 2,0 t 2,0", 4, 0);
}

static void
test_closing_upon_the_first_point_adds_no_node (void)
{
  g_autoptr (ShSvgPath) open = sh_svg_path_parse ("M 0,0 L 9,0 L 9,9 Z", NULL);
  g_autoptr (ShSvgPath) full = sh_svg_path_parse ("M 0,0 L 9,0 L 9,9 L 0,0 z", NULL);

  g_assert_cmpuint (open->knots->len, ==, 3);
  g_assert_cmpuint (full->knots->len, ==, 3);
  g_assert_cmpuint (open->handles->len, ==, 6);
  g_assert_cmpuint (full->handles->len, ==, 6);
}

static void
test_wrong_path_data_is_an_error (void)
{
  const char *wrong[] = { "",
                          "M 0,0",
                          "L 0,0 1,1",
                          "M 0,0 A 1 1 0 0 0 2 2",
                          "M 0,0 L 1",
                          "M 0,0 C 1,1",
                          "M 0,0 1,1 Z M 2,2 3,3",
                          "M 0,0 L nan,1",
                          "M 0,0 L 1,1 x",
                          "Z" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShSvgPath) path = sh_svg_path_parse (wrong[i], &error);

      g_assert_null (path);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_transforms_follow_each_other_from_the_right (void)
{
  cairo_matrix_t matrix;
  double x = 1, y = 1;

  g_assert_true (sh_svg_transform_parse ("translate(10,20) scale(2)", &matrix, NULL));
  cairo_matrix_transform_point (&matrix, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 22, 1e-9);
  g_assert_false (sh_svg_transform_parse ("skewX(3)", &matrix, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve/passes-through-its-knots", test_curve_passes_through_its_knots);
  g_test_add_func ("/curve/circle-through-eight-knots-is-round",
                   test_circle_through_eight_knots_is_round);
  g_test_add_func ("/curve/normal-points-to-the-right-of-the-travel",
                   test_normal_points_to_the_right_of_the_travel);
  g_test_add_func ("/curve/resampling-spaces-points-evenly", test_resampling_spaces_points_evenly);
  g_test_add_func ("/curve/offset-of-a-circle-is-a-circle", test_offset_of_a_circle_is_a_circle);
  g_test_add_func ("/curve/strip-covers-the-width-on-both-sides",
                   test_strip_covers_the_width_on_both_sides);
  g_test_add_func ("/svg/path-data-is-read-as-editors-write-it",
                   test_path_data_is_read_as_editors_write_it);
  g_test_add_func ("/svg/closing-upon-the-first-point-adds-no-node",
                   test_closing_upon_the_first_point_adds_no_node);
  g_test_add_func ("/svg/wrong-path-data-is-an-error", test_wrong_path_data_is_an_error);
  g_test_add_func ("/svg/transforms-follow-each-other-from-the-right",
                   test_transforms_follow_each_other_from_the_right);
  return g_test_run ();
}
