/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-picture.h"
#include "sh-scene.h"

/* Stored pictures without text, so that they do not depend on fonts, of made-up instants, so that
 * they do not depend on the model's numbers. */

/* What is told about one group of veins. */
typedef struct
{
  double filled; /* area against that of a healthy leg that stands */
  double transmural_mmhg;
  double velocity_cm_s;
  double opening;
  double leak;
} Blood;

static void
set_blood (ShFrame *frame, ShGroup group, const Blood *blood)
{
  for (ShVein vein = 0; vein < SH_N_VEINS; vein++)
    if (sh_vein_info (vein)->group == group)
      {
        frame->area_ratio[vein] *= blood->filled;
        frame->transmural_mmhg[vein] = blood->transmural_mmhg;
        frame->velocity_cm_s[vein] = blood->velocity_cm_s;
      }
  for (ShValve valve = 0; valve < SH_N_VALVES; valve++)
    if (sh_valve_info (valve)->group == group)
      {
        frame->flow_ml_s[valve] = 0.02 * blood->velocity_cm_s;
        frame->opening[valve] = blood->opening;
        frame->leak[valve] = blood->leak;
      }
}

static void
set_pose (ShFrame *frame, double ankle_deg, double heel_deg, double calf, double shin)
{
  ShLegPose *leg = &frame->pose.leg[0];

  leg->ankle_deg = ankle_deg;
  leg->heel_lift_deg = heel_deg;
  leg->calf = calf;
  leg->shin = shin;
  frame->interstitial_ml = 0;
}

static cairo_surface_t *
draw_scene (ShScene *scene)
{
  sh_stage_painter_configure (scene->painter, &scene->options);
  for (int i = 0; i < 40; i++)
    sh_stage_painter_advance (scene->painter, &scene->frame, 1.0 / 30.0);
  return sh_scene_draw (scene);
}

static void
assert_scene (ShScene *scene, const char *name)
{
  cairo_surface_t *picture = draw_scene (scene);

  sh_picture_assert_golden (picture, name);
  cairo_surface_destroy (picture);
  sh_scene_clear (scene);
}

static void
test_step (void)
{
  const Blood deep = { 0.35, 12, 30, 1, 0 }, surface = { 0.7, 18, 4, 0.5, 0 };
  ShScene scene;

  sh_scene_init (&scene, SH_VIEW_STAGE, 480, 320);
  set_blood (&scene.frame, SH_GROUP_DEEP, &deep);
  set_blood (&scene.frame, SH_GROUP_SUPERFICIAL, &surface);
  set_pose (&scene.frame, -9, 0, 0.7, 0);
  assert_scene (&scene, "stage-step");
}

static void
set_heel_raise (ShScene *scene)
{
  const Blood deep = { 0.2, 4, 60, 1, 0 }, surface = { 0.8, 25, 6, 1, 0 };

  sh_scene_init (scene, SH_VIEW_LEG, 280, 480);
  set_blood (&scene->frame, SH_GROUP_DEEP, &deep);
  set_blood (&scene->frame, SH_GROUP_SUPERFICIAL, &surface);
  set_pose (&scene->frame, 24, 24, 1, 0);
}

static void
test_heel_raise (void)
{
  ShScene scene;

  set_heel_raise (&scene);
  assert_scene (&scene, "leg-heel-raise");
}

/* The vein @id of the geometry stands @pixels farther back than it was drawn. */
static void
move_vein (ShScene *scene, const char *id, double pixels)
{
  /* The view shows 1586 units of the plate from top to bottom. */
  const double plate_units = pixels * 1586.0 / scene->options.height;
  const ShCurve *curve = sh_art_curve (scene->art, id);

  g_assert_nonnull (curve);
  for (int i = 0; i < curve->n; i++)
    curve->point[i].x += plate_units;
  sh_stage_painter_free (scene->painter);
  scene->painter = sh_stage_painter_new (scene->art);
}

/* What the tolerance lets pass is less than what an eye would see: one thin vein that stands two
 * pixels beside its place. */
static void
test_a_moved_vein_is_noticed (void)
{
  const struct
  {
    double pixels;
    gboolean noticed;
  } moves[] = { { 0, FALSE }, { 2, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      ShScene scene;
      cairo_surface_t *picture;

      set_heel_raise (&scene);
      move_vein (&scene, "vein.small-saphenous", moves[i].pixels);
      picture = draw_scene (&scene);
      g_assert_cmpint (sh_picture_differs_from_golden (picture, "leg-heel-raise"), ==,
                       moves[i].noticed);
      cairo_surface_destroy (picture);
      sh_scene_clear (&scene);
    }
}

static void
test_reflux_dark (void)
{
  const Blood deep = { 0.6, 40, 3, 0, 0 }, surface = { 1.3, 60, -14, 0.3, 0.8 };
  ShScene scene;

  sh_scene_init (&scene, SH_VIEW_LEG, 280, 480);
  set_blood (&scene.frame, SH_GROUP_DEEP, &deep);
  set_blood (&scene.frame, SH_GROUP_SUPERFICIAL, &surface);
  set_pose (&scene.frame, 0, 0, 0, 0);
  scene.frame.narrowing[SH_VEIN_FEMORAL] = 0.8;
  scene.frame.interstitial_ml = 120;
  scene.options.theme = SH_THEME_DARK;
  assert_scene (&scene, "leg-reflux-dark");
}

static void
test_raised_left (void)
{
  const Blood blood = { 0.12, -2, 0.5, 1, 0 };
  ShScene scene;

  sh_scene_init (&scene, SH_VIEW_LEG, 480, 240);
  set_blood (&scene.frame, SH_GROUP_DEEP, &blood);
  set_blood (&scene.frame, SH_GROUP_SUPERFICIAL, &blood);
  set_pose (&scene.frame, 5, 0, 0, 0);
  scene.frame.posture = SH_POSTURE_LYING_LEG_UP;
  scene.frame.closed[SH_VEIN_SMALL_SAPHENOUS] = true;
  scene.options.posture = SH_POSTURE_LYING_LEG_UP;
  scene.options.side = SH_SIDE_LEFT;
  scene.options.theme = SH_THEME_PROJECTOR;
  assert_scene (&scene, "leg-up-left-projector");
}

static void
test_lens (void)
{
  const Blood deep = { 0.9, 50, -8, 0.2, 0.6 };
  ShScene scene;

  sh_scene_init (&scene, SH_VIEW_LENS, 320, 320);
  set_blood (&scene.frame, SH_GROUP_DEEP, &deep);
  scene.options.valve = SH_VALVE_POPLITEAL_1;
  assert_scene (&scene, "lens-leaking");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/the stage in mid-step", test_step);
  g_test_add_func ("/golden/the leg on its toes", test_heel_raise);
  g_test_add_func ("/golden/a vein that stands two pixels aside is noticed",
                   test_a_moved_vein_is_noticed);
  g_test_add_func ("/golden/blood falls back in the dark palette", test_reflux_dark);
  g_test_add_func ("/golden/a left leg raised for the projector", test_raised_left);
  g_test_add_func ("/golden/a leaking valve under the lens", test_lens);
  return g_test_run ();
}
