/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-compare-strip.h"
#include "sh-draw.h"
#include "sh-picture.h"

#define WIDTH 640
#define HEIGHT 400

typedef struct
{
  ShArt *art;
  ShComparePainter *painter;
  ShCompareOptions options;
  ShFrame frames[2];
} Pair;

/* Two people who stand; the first has leaking valves under the skin. */
static void
pair_init (Pair *pair, double width, double height)
{
  g_autoptr (GError) error = NULL;
  ShLeg *leg = sh_leg_new ();

  pair->art = sh_art_load (&error);
  g_assert_no_error (error);
  pair->painter = sh_compare_painter_new (pair->art);
  sh_compare_options_init (&pair->options);
  pair->options.width = width;
  pair->options.height = height;
  for (ShValve i = 0; i < SH_N_VALVES; i++)
    if (sh_valve_info (i)->group == SH_GROUP_SUPERFICIAL)
      pair->options.scenario[0].leak[i] = 1;
  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpint (sh_leg_reset (leg, &pair->options.scenario[i]), ==, SH_STATUS_OK);
      sh_leg_read (leg, &pair->frames[i]);
    }
  sh_leg_free (leg);
  sh_compare_painter_configure (pair->painter, &pair->options);
}

static void
pair_clear (Pair *pair)
{
  sh_compare_painter_free (pair->painter);
  sh_art_unref (pair->art);
}

static cairo_surface_t *
draw (Pair *pair, gboolean still)
{
  cairo_surface_t *picture = sh_picture_new ((int) pair->options.width, (int) pair->options.height);
  cairo_t *cr = cairo_create (picture);

  if (still)
    sh_compare_painter_draw_still (pair->painter, cr);
  sh_compare_painter_draw_moving (pair->painter, cr, pair->frames);
  cairo_destroy (cr);
  return picture;
}

static double
differ (Pair *pair, const ShFrame *before, const ShFrame *after)
{
  cairo_surface_t *a, *b;
  double mean;

  pair->frames[0] = *before;
  a = draw (pair, TRUE);
  pair->frames[0] = *after;
  b = draw (pair, TRUE);
  mean = sh_picture_compare (a, b, 0).mean;
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return mean;
}

/* With the areas wiped off, nothing of the moving layer is left. */
static void
check_areas (Pair *pair)
{
  cairo_surface_t *moving = draw (pair, FALSE);
  cairo_surface_t *empty = sh_picture_new ((int) pair->options.width, (int) pair->options.height);
  cairo_t *cr = cairo_create (moving);
  cairo_rectangle_t areas[SH_COMPARE_AREAS];
  int n = sh_compare_painter_moving_areas (pair->painter, areas);

  g_assert_cmpint (sh_picture_compare (moving, empty, 0).largest, >, 0);
  for (int i = 0; i < n; i++)
    cairo_rectangle (cr, areas[i].x, areas[i].y, areas[i].width, areas[i].height);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_assert_cmpint (sh_picture_compare (moving, empty, 0).largest, ==, 0);
  cairo_surface_destroy (moving);
  cairo_surface_destroy (empty);
}

static void
test_areas_hold_everything (void)
{
  static const double sizes[][2] = { { 640, 400 }, { 360, 640 }, { 400, 300 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int lying = 0; lying < 2; lying++)
      {
        Pair pair;

        pair_init (&pair, sizes[i][0], sizes[i][1]);
        for (int k = 0; lying && k < 2; k++)
          {
            pair.options.scenario[k].posture = SH_POSTURE_LYING;
            pair.frames[k].posture = SH_POSTURE_LYING;
          }
        sh_compare_painter_configure (pair.painter, &pair.options);
        check_areas (&pair);
        pair_clear (&pair);
      }
}

static void
test_each_difference_is_seen (void)
{
  Pair pair;
  ShFrame before, after;

  pair_init (&pair, WIDTH, HEIGHT);
  before = after = pair.frames[0];
  g_assert_cmpfloat (differ (&pair, &before, &after), ==, 0);
  after.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] -= 40;
  g_assert_cmpfloat (differ (&pair, &before, &after), >, 0);
  after = before;
  after.calf_blood_ml += 60;
  g_assert_cmpfloat (differ (&pair, &before, &after), >, 0);
  after = before;
  after.swelling_percent += 2;
  g_assert_cmpfloat (differ (&pair, &before, &after), >, 0);
  after = before;
  after.leak[SH_VALVE_POPLITEAL_1] = 0.2;
  g_assert_cmpfloat (differ (&pair, &before, &after), >, 0);
  pair_clear (&pair);
}

/* A difference nobody would call one is not shouted. */
static void
test_small_differences_stay_small (void)
{
  g_assert_false (sh_compare_differs (SH_GAUGE_PRESSURE, (double[]){ 80, 83 }));
  g_assert_true (sh_compare_differs (SH_GAUGE_PRESSURE, (double[]){ 80, 60 }));
  g_assert_false (sh_compare_differs (SH_GAUGE_SWELLING, (double[]){ -0.2, -0.9 }));
  g_assert_true (sh_compare_differs (SH_GAUGE_SWELLING, (double[]){ 0.2, 1.1 }));
}

/* The still layer is drawn again for what it shows and for nothing else. */
static void
test_configure_says_when_to_draw_again (void)
{
  Pair pair;

  pair_init (&pair, WIDTH, HEIGHT);
  g_assert_false (sh_compare_painter_configure (pair.painter, &pair.options));
  pair.options.title[1] = "Before";
  g_assert_true (sh_compare_painter_configure (pair.painter, &pair.options));
  g_assert_false (sh_compare_painter_configure (pair.painter, &pair.options));
  pair.options.theme = SH_THEME_DARK;
  g_assert_true (sh_compare_painter_configure (pair.painter, &pair.options));
  pair.options.scenario[1].stocking_mmhg = 25;
  g_assert_true (sh_compare_painter_configure (pair.painter, &pair.options));
  pair_clear (&pair);
}

/* The pressure shown is a mean: a beat does not make the number jump, and a lasting change does. */
static void
test_the_mean_follows_slowly (void)
{
  Pair pair;
  cairo_surface_t *before, *beat, *lasting;

  pair_init (&pair, WIDTH, HEIGHT);
  sh_compare_painter_advance (pair.painter, pair.frames, 0.1);
  before = draw (&pair, TRUE);
  for (int i = 0; i < 2; i++)
    pair.frames[i].pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] -= 50;
  beat = draw (&pair, TRUE);
  for (int i = 0; i < 100; i++)
    sh_compare_painter_advance (pair.painter, pair.frames, 0.1);
  lasting = draw (&pair, TRUE);
  g_assert_cmpfloat (sh_picture_compare (before, beat, 0).mean, >, 0);
  g_assert_cmpfloat (sh_picture_compare (before, lasting, 0).mean, >,
                     2 * sh_picture_compare (before, beat, 0).mean);
  cairo_surface_destroy (before);
  cairo_surface_destroy (beat);
  cairo_surface_destroy (lasting);
  pair_clear (&pair);
}

static void
test_pick_knows_the_leg (void)
{
  Pair pair;
  cairo_rectangle_t areas[SH_COMPARE_AREAS];

  pair_init (&pair, 1280, 800);
  cairo_surface_destroy (draw (&pair, FALSE));
  sh_compare_painter_moving_areas (pair.painter, areas);
  for (int i = 0; i < 2; i++)
    {
      int leg = -1, found = 0;

      for (double y = areas[i].y; y < areas[i].y + areas[i].height; y += 8)
        for (double x = areas[i].x; x < areas[i].x + areas[i].width; x += 8)
          {
            found += sh_compare_painter_pick (pair.painter, x, y, &leg).kind == SH_HIT_VALVE;
            g_assert_cmpint (leg, ==, i);
          }
      g_assert_cmpint (found, >, 20);
    }
  pair_clear (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/the moving areas hold all that moves", test_areas_hold_everything);
  g_test_add_func ("/compare/each difference is seen", test_each_difference_is_seen);
  g_test_add_func ("/compare/small differences stay small", test_small_differences_stay_small);
  g_test_add_func ("/compare/the still layer is drawn again when it changes",
                   test_configure_says_when_to_draw_again);
  g_test_add_func ("/compare/the mean pressure follows slowly", test_the_mean_follows_slowly);
  g_test_add_func ("/compare/a touch knows which leg it meets", test_pick_knows_the_leg);
  return g_test_run ();
}
