/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-picture.h"
#include "sh-scene.h"

#define WIDTH 720
#define HEIGHT 480

static cairo_surface_t *
moving_layer (ShScene *scene, const cairo_rectangle_t *clip)
{
  cairo_surface_t *picture = sh_picture_new (WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (picture);

  if (clip != NULL)
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
      cairo_clip (cr);
    }
  sh_stage_painter_draw_moving (scene->painter, cr, &scene->frame);
  cairo_destroy (cr);
  return picture;
}

static void
walking_scene (ShScene *scene, ShView view)
{
  sh_scene_init (scene, view, WIDTH, HEIGHT);
  sh_scenario_set_activity (&scene->scenario, SH_ACTIVITY_WALKING);
  sh_scene_run (scene, 2.4);
}

static void
test_layers (void)
{
  ShScene scene;
  cairo_surface_t *together, *apart, *moving;
  cairo_t *cr;

  walking_scene (&scene, SH_VIEW_STAGE);
  together = sh_scene_draw (&scene);
  apart = sh_picture_new (WIDTH, HEIGHT);
  moving = moving_layer (&scene, NULL);
  cr = cairo_create (apart);
  sh_stage_painter_draw_still (scene.painter, cr);
  cairo_set_source_surface (cr, moving, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  /* Translucent edges are rounded once more on the way. */
  g_assert_cmpint (sh_picture_compare (together, apart, 0).largest, <=, 6);
  cairo_surface_destroy (together);
  cairo_surface_destroy (apart);
  cairo_surface_destroy (moving);
  sh_scene_clear (&scene);
}

static void
test_bounds (void)
{
  for (ShView view = SH_VIEW_STAGE; view < SH_N_VIEWS; view++)
    {
      ShScene scene;
      cairo_rectangle_t bounds;
      cairo_surface_t *all, *clipped;

      walking_scene (&scene, view);
      sh_stage_painter_moving_bounds (scene.painter, &bounds);
      all = moving_layer (&scene, NULL);
      clipped = moving_layer (&scene, &bounds);
      g_assert_cmpint (sh_picture_compare (all, clipped, 0).largest, ==, 0);
      g_assert_cmpfloat (bounds.width * bounds.height, >, 100);
      cairo_surface_destroy (all);
      cairo_surface_destroy (clipped);
      sh_scene_clear (&scene);
    }
}

static void
test_areas (void)
{
  ShScene scene;
  cairo_rectangle_t areas[SH_STAGE_AREAS];
  cairo_surface_t *all, *parts;
  cairo_t *cr;
  int n;

  walking_scene (&scene, SH_VIEW_STAGE);
  n = sh_stage_painter_moving_areas (scene.painter, areas);
  g_assert_cmpint (n, ==, 3);
  all = moving_layer (&scene, NULL);
  parts = sh_picture_new (WIDTH, HEIGHT);
  cr = cairo_create (parts);
  for (int i = 0; i < n; i++)
    cairo_rectangle (cr, areas[i].x, areas[i].y, areas[i].width, areas[i].height);
  cairo_clip (cr);
  sh_stage_painter_draw_moving (scene.painter, cr, &scene.frame);
  cairo_destroy (cr);
  g_assert_cmpint (sh_picture_compare (all, parts, 0).largest, ==, 0);
  cairo_surface_destroy (all);
  cairo_surface_destroy (parts);
  sh_scene_clear (&scene);
}

static void
test_same_input (void)
{
  ShScene first, second;
  cairo_surface_t *a, *b;

  walking_scene (&first, SH_VIEW_STAGE);
  walking_scene (&second, SH_VIEW_STAGE);
  a = sh_scene_draw (&first);
  /* What was drawn before leaves no trace. */
  cairo_surface_destroy (sh_scene_draw (&second));
  second.frame.pose.leg[0].calf = 1;
  cairo_surface_destroy (sh_scene_draw (&second));
  second.frame = first.frame;
  b = sh_scene_draw (&second);
  g_assert_cmpint (sh_picture_compare (a, b, 0).largest, ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  sh_scene_clear (&first);
  sh_scene_clear (&second);
}

static void
test_pick_valves (void)
{
  ShScene scene;
  int shown = 0;

  sh_scene_init (&scene, SH_VIEW_LEG, 900, 1600);
  cairo_surface_destroy (sh_scene_draw (&scene));
  for (ShValve valve = 0; valve < SH_N_VALVES; valve++)
    {
      cairo_rectangle_t bounds;
      ShHit hit;

      if (!sh_stage_painter_valve_bounds (scene.painter, valve, &bounds))
        continue;
      hit = sh_stage_painter_pick (scene.painter, bounds.x + 0.5 * bounds.width,
                                   bounds.y + 0.5 * bounds.height);
      g_assert_cmpint (hit.kind, ==, SH_HIT_VALVE);
      g_assert_cmpint (hit.id, ==, valve);
      shown++;
    }
  /* All of the contract but those of the front of the shin, the upper thigh and the groin. */
  g_assert_cmpint (shown, ==, SH_N_VALVES - 4);
  sh_scene_clear (&scene);
}

static void
test_pick_elsewhere (void)
{
  ShScene scene;
  ShHit hit;

  sh_scene_init (&scene, SH_VIEW_STAGE, 1280, 800);
  cairo_surface_destroy (sh_scene_draw (&scene));
  hit = sh_stage_painter_pick (scene.painter, 3, 797);
  g_assert_cmpint (hit.kind, ==, SH_HIT_NOTHING);
  sh_scene_clear (&scene);
}

/* The level read at the height where a level is drawn is that level. */
static void
test_level (void)
{
  ShScene scene;
  double at_top, at_bottom;

  sh_scene_init (&scene, SH_VIEW_STAGE, 1280, 800);
  cairo_surface_destroy (sh_scene_draw (&scene));
  at_top = sh_stage_painter_level_at (scene.painter, 400, 0);
  at_bottom = sh_stage_painter_level_at (scene.painter, 400, 800);
  g_assert_cmpfloat_with_epsilon (at_top, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (at_bottom, 0, 1e-9);
  for (double y = 10; y < 800; y += 10)
    g_assert_cmpfloat (sh_stage_painter_level_at (scene.painter, 400, y), <=,
                       sh_stage_painter_level_at (scene.painter, 400, y - 10));
  sh_scene_clear (&scene);
}

/* Pictures of the same scene with and without one change. */
static double
change (ShScene *scene, void (*apply) (ShFrame *frame))
{
  ShFrame kept = scene->frame;
  cairo_surface_t *before = sh_scene_draw (scene);
  cairo_surface_t *after;
  double mean;

  apply (&scene->frame);
  after = sh_scene_draw (scene);
  mean = sh_picture_compare (before, after, 0).mean;
  scene->frame = kept;
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  return mean;
}

static void
fill_more (ShFrame *frame)
{
  frame->area_ratio[SH_VEIN_GREAT_SAPHENOUS_CALF] *= 0.6;
}

static void
press_more (ShFrame *frame)
{
  frame->transmural_mmhg[SH_VEIN_GREAT_SAPHENOUS_CALF] = 5;
}

static void
open_less (ShFrame *frame)
{
  frame->opening[SH_VALVE_POPLITEAL_1] = 1 - frame->opening[SH_VALVE_POPLITEAL_1];
}

static void
leak_more (ShFrame *frame)
{
  frame->leak[SH_VALVE_POPLITEAL_1] = 1;
}

static void
contract (ShFrame *frame)
{
  frame->pose.leg[0].calf = 1;
}

static void
turn_foot (ShFrame *frame)
{
  frame->pose.leg[0].ankle_deg += 7;
}

static void
swell (ShFrame *frame)
{
  frame->interstitial_ml += 100;
}

static void
narrow (ShFrame *frame)
{
  frame->narrowing[SH_VEIN_POPLITEAL] = 0.8;
}

static void
treat (ShFrame *frame)
{
  frame->closed[SH_VEIN_GREAT_SAPHENOUS_CALF] = true;
}

static void
fall_back (ShFrame *frame)
{
  frame->velocity_cm_s[SH_VEIN_GREAT_SAPHENOUS_CALF] = -10;
}

static void
do_nothing (ShFrame *frame)
{
}

static void
change_what_is_not_drawn (ShFrame *frame)
{
  frame->pressure_mmhg[SH_VEIN_ILIAC] += 5;
  frame->time_s += 100;
  frame->inflow_ml_s *= 2;
}

static void
test_every_number_shows (void)
{
  static void (*const changes[]) (ShFrame * frame) = { fill_more, press_more, open_less, leak_more,
                                                       contract,  turn_foot,  swell,     narrow,
                                                       treat,     fall_back };
  ShScene scene;

  sh_scene_init (&scene, SH_VIEW_LEG, WIDTH, HEIGHT);
  g_assert_cmpfloat (change (&scene, do_nothing), ==, 0);
  g_assert_cmpfloat (change (&scene, change_what_is_not_drawn), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpfloat (change (&scene, changes[i]), >, 0);
  sh_scene_clear (&scene);
}

/* Cells move with the blood and stand with it. */
static void
test_cells_move_with_blood (void)
{
  ShScene scene;
  cairo_surface_t *before, *still, *moved;

  sh_scene_init (&scene, SH_VIEW_LEG, WIDTH, HEIGHT);
  before = sh_scene_draw (&scene);
  for (int i = 0; i < SH_N_VEINS; i++)
    scene.frame.velocity_cm_s[i] = 0;
  for (int i = 0; i < SH_N_VALVES; i++)
    scene.frame.flow_ml_s[i] = 0;
  cairo_surface_destroy (before);
  before = sh_scene_draw (&scene);
  sh_stage_painter_advance (scene.painter, &scene.frame, 0.5);
  still = sh_scene_draw (&scene);
  g_assert_cmpint (sh_picture_compare (before, still, 0).largest, ==, 0);
  scene.frame.velocity_cm_s[SH_VEIN_POPLITEAL] = 10;
  sh_stage_painter_advance (scene.painter, &scene.frame, 0.1);
  scene.frame.velocity_cm_s[SH_VEIN_POPLITEAL] = 0;
  moved = sh_scene_draw (&scene);
  g_assert_cmpint (sh_picture_compare (before, moved, 0).largest, >, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (still);
  cairo_surface_destroy (moved);
  sh_scene_clear (&scene);
}

static void
test_mirror (void)
{
  ShScene right, left;
  cairo_surface_t *a, *b, *mirrored;
  cairo_t *cr;

  sh_scene_init (&right, SH_VIEW_LEG, 600, HEIGHT);
  sh_scene_init (&left, SH_VIEW_LEG, 600, HEIGHT);
  left.options.side = SH_SIDE_LEFT;
  sh_stage_painter_configure (left.painter, &left.options);
  a = sh_scene_draw (&right);
  b = sh_scene_draw (&left);
  mirrored = sh_picture_new (600, HEIGHT);
  cr = cairo_create (mirrored);
  cairo_translate (cr, 600, 0);
  cairo_scale (cr, -1, 1);
  cairo_set_source_surface (cr, b, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  /* The outlines agree; light and paper are not mirrored. */
  g_assert_cmpfloat (sh_picture_compare (a, mirrored, 90).beyond, <, 0.04);
  g_assert_cmpfloat (sh_picture_compare (a, b, 90).beyond, >, 0.06);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  cairo_surface_destroy (mirrored);
  sh_scene_clear (&right);
  sh_scene_clear (&left);
}

/* No view, size or posture is too odd to be drawn. */
static void
test_odd_sizes (void)
{
  static const double sizes[][2] = { { 480, 360 }, { 100, 700 }, { 700, 90 }, { 1, 1 } };
  ShScene scene;

  sh_scene_init (&scene, SH_VIEW_STAGE, WIDTH, HEIGHT);
  for (ShView view = SH_VIEW_STAGE; view < SH_N_VIEWS; view++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      for (ShPosture posture = 0; posture < SH_N_POSTURES; posture++)
        {
          scene.options.view = view;
          scene.options.width = sizes[i][0];
          scene.options.height = sizes[i][1];
          scene.options.posture = posture;
          scene.options.labels = SH_LABELS_ALL;
          sh_stage_painter_configure (scene.painter, &scene.options);
          cairo_surface_destroy (sh_scene_draw (&scene));
        }
  sh_scene_clear (&scene);
}

/* The part of the leg view that a stocking of @mmhg makes different from the bare leg. */
static double
changed_by_stocking (ShScene *scene, cairo_surface_t *bare, double mmhg)
{
  cairo_surface_t *picture;
  double changed;

  scene->frame.stocking_mmhg = mmhg;
  picture = sh_scene_draw (scene);
  changed = sh_picture_compare (bare, picture, 8).beyond;
  cairo_surface_destroy (picture);
  return changed;
}

static void
test_stocking (void)
{
  for (ShThemeId theme = SH_THEME_LIGHT; theme < SH_N_THEMES; theme++)
    {
      ShScene scene;
      cairo_surface_t *bare;
      double light, firm;

      sh_scene_init (&scene, SH_VIEW_LEG, HEIGHT, WIDTH);
      scene.options.theme = theme;
      sh_scene_run (&scene, 0.2);
      bare = sh_scene_draw (&scene);
      light = changed_by_stocking (&scene, bare, 20);
      firm = changed_by_stocking (&scene, bare, 50);
      /* A thin band round the leg: there, but no wider than a few hundredths of the picture. */
      g_assert_cmpfloat (light, >, 0.005);
      g_assert_cmpfloat (firm, >, 1.2 * light);
      g_assert_cmpfloat (firm, <, 0.05);
      g_assert_cmpfloat (changed_by_stocking (&scene, bare, 0), ==, 0);
      cairo_surface_destroy (bare);
      sh_scene_clear (&scene);
    }
}

/* The still layer is drawn again only when configuring says so: it must not when nothing that is
 * seen in it has changed, and must when something has. */
static void
test_what_stays_is_not_drawn_again (void)
{
  ShScene scene;
  ShSceneOptions *options = &scene.options;

  sh_scene_init (&scene, SH_VIEW_STAGE, WIDTH, HEIGHT);
  g_assert_false (sh_stage_painter_configure (scene.painter, options));
  options->theme = SH_THEME_DARK;
  g_assert_true (sh_stage_painter_configure (scene.painter, options));
  options->labels = SH_LABELS_ALL;
  g_assert_true (sh_stage_painter_configure (scene.painter, options));
  g_assert_false (sh_stage_painter_configure (scene.painter, options));
  options->reduced_motion = TRUE;
  g_assert_false (sh_stage_painter_configure (scene.painter, options));
  sh_scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/the layers one by one are the whole picture", test_layers);
  g_test_add_func ("/stage/clipped to its bounds nothing is missing", test_bounds);
  g_test_add_func ("/stage/outside its areas nothing moves", test_areas);
  g_test_add_func ("/stage/the same input gives the same pixels", test_same_input);
  g_test_add_func ("/stage/each valve is found where it is drawn", test_pick_valves);
  g_test_add_func ("/stage/nothing is found on the paper", test_pick_elsewhere);
  g_test_add_func ("/stage/the level falls from knee to ankle", test_level);
  g_test_add_func ("/stage/every number is seen and no other", test_every_number_shows);
  g_test_add_func ("/stage/cells stand with the blood and move with it",
                   test_cells_move_with_blood);
  g_test_add_func ("/stage/a stocking is seen on the leg only when it is worn", test_stocking);
  g_test_add_func ("/stage/a left leg is the mirror picture", test_mirror);
  g_test_add_func ("/stage/any size and posture can be drawn", test_odd_sizes);
  g_test_add_func ("/stage/what stays is not drawn again", test_what_stays_is_not_drawn_again);
  return g_test_run ();
}
