/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-layout.h"

#define READOUTS 260

static const ShLayoutNeeds needs = { .panel = 330,
                                     .picture_width = 448,
                                     .picture_height = 420,
                                     .readouts_least = READOUTS,
                                     .readouts_wanted = 900 };

static ShLayoutPlan
plan_of (int width, int height)
{
  ShLayoutPlan plan;

  sh_layout_plan (width, height, &needs, &plan);
  return plan;
}

static void
check_inside (const GdkRectangle *place, int width, int height)
{
  g_assert_cmpint (place->x, >=, 0);
  g_assert_cmpint (place->y, >=, 0);
  g_assert_cmpint (place->x + place->width, <=, width);
  g_assert_cmpint (place->y + place->height, <=, height);
}

static void
parts_lie_inside_and_apart_at_every_size (void)
{
  for (int width = 400; width <= 3840; width += 40)
    for (int height = 480; height <= 2160; height += 40)
      {
        ShLayoutPlan plan = plan_of (width, height);

        check_inside (&plan.picture, width, height);
        check_inside (&plan.readouts, width, height);
        check_inside (&plan.controls, width, height);
        g_assert_false (gdk_rectangle_intersect (&plan.picture, &plan.readouts, NULL));
        g_assert_false (gdk_rectangle_intersect (&plan.picture, &plan.controls, NULL));
        g_assert_false (gdk_rectangle_intersect (&plan.readouts, &plan.controls, NULL));
      }
}

static void
controls_stand_beside_the_picture_in_landscape (void)
{
  ShLayoutPlan plan = plan_of (1280, 800);

  g_assert_false (plan.portrait);
  g_assert_cmpint (plan.controls.x, ==, plan.picture.width);
  g_assert_cmpint (plan.picture.height, ==, 800);
}

static void
controls_stand_below_the_picture_in_portrait (void)
{
  ShLayoutPlan plan = plan_of (1080, 1920);

  g_assert_true (plan.portrait);
  g_assert_cmpint (plan.controls.y, ==, plan.picture.height);
  g_assert_cmpint (plan.picture.width, ==, 1080);
}

static void
narrow_window_is_upright_whatever_its_height (void)
{
  g_assert_true (plan_of (600, 500).portrait);
  g_assert_false (plan_of (800, 600).portrait);
}

/* Where both do not fit, the controls are there and the readouts are not. */
static void
controls_always_have_room_for_a_hand (void)
{
  for (int width = 400; width <= 3840; width += 40)
    for (int height = 640; height <= 2160; height += 40)
      {
        ShLayoutPlan plan = plan_of (width, height);

        g_assert_cmpint (plan.controls.height, >=, 200);
        g_assert_true (plan.readouts.height == 0 || plan.readouts.height >= READOUTS);
      }
  g_assert_cmpint (plan_of (600, 640).readouts.height, ==, 0);
  g_assert_cmpint (plan_of (1280, 800).readouts.height, >=, READOUTS);
  /* Readouts that would like more than there is are shown all the same. */
  g_assert_cmpint (plan_of (1080, 1920).readouts.height, >=, READOUTS);
  g_assert_cmpint (plan_of (640, 1400).readouts.height, >=, READOUTS);
}

static void
panel_is_never_narrower_than_its_content (void)
{
  for (int width = 800; width <= 3840; width += 10)
    g_assert_cmpint (sh_layout_panel_width (width, needs.panel), >=, needs.panel);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/parts lie inside and apart at every size",
                   parts_lie_inside_and_apart_at_every_size);
  g_test_add_func ("/layout/controls stand beside the picture in landscape",
                   controls_stand_beside_the_picture_in_landscape);
  g_test_add_func ("/layout/controls stand below the picture in portrait",
                   controls_stand_below_the_picture_in_portrait);
  g_test_add_func ("/layout/narrow window is upright whatever its height",
                   narrow_window_is_upright_whatever_its_height);
  g_test_add_func ("/layout/controls always have room for a hand",
                   controls_always_have_room_for_a_hand);
  g_test_add_func ("/layout/panel is never narrower than its content",
                   panel_is_never_narrower_than_its_content);
  return g_test_run ();
}
