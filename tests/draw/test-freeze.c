/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-draw.h"
#include "sh-figure-pose.h"
#include "sh-leg-contour.h"
#include "sh-picture.h"
#include "sh-rig.h"
#include "sh-vein-net.h"

/* Nothing moves for decoration: for each number that drives something on the screen, a sequence of
 * someone who walks on leaking valves is shown once as it is and once with that number frozen. What
 * the number drives stands still then, and everything else moves on. */

#define N_FRAMES 45
#define STEP_S (1.0 / 30.0)

typedef struct
{
  ShVeinNet *net;
  const ShTheme *theme;
} Stage;

/* One row of the table "What moves" of the product: how its number is frozen at what @first says,
 * and one figure for all that is drawn from it. */
typedef struct
{
  const char *name;
  void (*freeze) (ShFrame *frame, const ShFrame *first);
  double (*drawn) (Stage *stage, const ShFrame *frame);
} Row;

#define FREEZE(field) memcpy (&frame->field, &first->field, sizeof frame->field)

static void
freeze_area (ShFrame *frame, const ShFrame *first)
{
  FREEZE (area_ratio);
}

static double
draw_widths (Stage *stage, const ShFrame *frame)
{
  double sum = 0;

  sh_vein_net_fill (stage->net, stage->theme, frame);
  for (int l = 0; l < stage->net->n_lines; l++)
    for (int i = 0; i < stage->net->lines[l].n; i++)
      sum += (l + 1) * stage->net->lines[l].lumen[i];
  return sum;
}

static void
freeze_transmural (ShFrame *frame, const ShFrame *first)
{
  FREEZE (transmural_mmhg);
}

static double
draw_loads (Stage *stage, const ShFrame *frame)
{
  double sum = 0;

  sh_vein_net_fill (stage->net, stage->theme, frame);
  for (int l = 0; l < stage->net->n_lines; l++)
    for (int i = 0; i < stage->net->lines[l].n_segments; i++)
      sum += (l + 1) * stage->net->lines[l].segments[i].look.load;
  return sum;
}

static void
freeze_flow (ShFrame *frame, const ShFrame *first)
{
  FREEZE (velocity_cm_s);
  FREEZE (flow_ml_s);
}

/* How fast the marks travel in every stretch, in and out through the perforators too. */
static double
draw_speeds (Stage *stage, const ShFrame *frame)
{
  double sum = 0;

  sh_vein_net_fill (stage->net, stage->theme, frame);
  for (int l = 0; l < stage->net->n_lines; l++)
    for (int i = 0; i < stage->net->lines[l].n_segments; i++)
      sum += (l + 1) * stage->net->lines[l].segments[i].velocity_cm_s;
  return sum;
}

static void
freeze_valves (ShFrame *frame, const ShFrame *first)
{
  FREEZE (opening);
  FREEZE (leak);
}

static double
draw_leaflets (Stage *stage, const ShFrame *frame)
{
  double sum = 0;

  sh_vein_net_fill (stage->net, stage->theme, frame);
  for (int i = 0; i < stage->net->n_valves; i++)
    sum += (i + 1) * (stage->net->valves[i].open + 3 * stage->net->valves[i].leak);
  return sum;
}

static ShPoint
mapped (const ShFrame *frame, double x_u, double y_u, ShRigPart part)
{
  ShBodyPose pose;
  ShRig rig;

  sh_body_pose_from_frame (frame, &pose);
  sh_rig_init (&rig, &pose);
  return sh_rig_map (&rig, (ShPoint){ 655 + 10 * x_u, 1535 - 10 * y_u }, part);
}

static void
freeze_calf (ShFrame *frame, const ShFrame *first)
{
  FREEZE (pose.leg[0].calf);
}

/* A sinus inside soleus rides with the belly. */
static double
draw_calf (Stage *stage, const ShFrame *frame)
{
  ShPoint p = mapped (frame, 8.9, 68, SH_RIG_VEIN);

  return p.x + 3 * p.y;
}

static void
freeze_foot (ShFrame *frame, const ShFrame *first)
{
  FREEZE (pose.leg[0].ankle_deg);
  FREEZE (pose.leg[0].heel_lift_deg);
  FREEZE (pose.leg[0].lift_m);
}

static double
draw_foot (Stage *stage, const ShFrame *frame)
{
  ShPoint p = mapped (frame, 7.3, 6.2, SH_RIG_FOOT);

  return p.x + 3 * p.y;
}

static void
freeze_water (ShFrame *frame, const ShFrame *first)
{
  FREEZE (interstitial_ml);
  FREEZE (muscle_water_ml);
}

/* The skin before the shin, where no belly thickens. */
static double
draw_outline (Stage *stage, const ShFrame *frame)
{
  ShPoint p = mapped (frame, -7.9, 48, SH_RIG_SKIN);

  return p.x + 3 * p.y;
}

static void
freeze_minutes (ShFrame *frame, const ShFrame *first)
{
  FREEZE (ankle_minutes_mmhg);
}

static double
draw_relief (Stage *stage, const ShFrame *frame)
{
  return sh_leg_contour_relief (frame);
}

static void
freeze_person (ShFrame *frame, const ShFrame *first)
{
  for (int i = 0; i < 2; i++)
    {
      FREEZE (pose.leg[i].hip_deg);
      FREEZE (pose.leg[i].knee_deg);
    }
  FREEZE (pose.trunk_deg);
  FREEZE (pose.bob_m);
  FREEZE (phase);
}

static double
draw_figure (Stage *stage, const ShFrame *frame)
{
  /* Lengths of a grown person in metres; what turns does not depend on them. */
  static const ShFigureBody body = { .thigh = 0.43,
                                     .shank = 0.43,
                                     .upper_arm = 0.3,
                                     .forearm = 0.26,
                                     .ankle_to_ball = { 0.13, -0.06 },
                                     .ankle_height = 0.08,
                                     .trunk = 0.5,
                                     .shoulder = { 0, 0.5 },
                                     .neck = { 0, 0.55 },
                                     .heart = { 0.05, 0.35 } };
  ShFigurePose pose;

  sh_figure_pose (&body, frame, &pose);
  return pose.leg[0].thigh + 3 * pose.leg[0].shank + 7 * pose.leg[1].thigh +
         11 * pose.leg[1].shank + 13 * pose.arm[0].upper + 17 * pose.trunk;
}

static const Row rows[] = {
  { "width of the veins from the filling", freeze_area, draw_widths },
  { "darkness of the blood from its pressure", freeze_transmural, draw_loads },
  { "travel of the cells from the flow", freeze_flow, draw_speeds },
  { "leaflets from opening and leak", freeze_valves, draw_leaflets },
  { "calf belly from the muscle", freeze_calf, draw_calf },
  { "foot from the joint's angles", freeze_foot, draw_foot },
  { "outline from the water in the tissue", freeze_water, draw_outline },
  { "ridges of veins from the minutes' pressure", freeze_minutes, draw_relief },
  { "small figure from the person's pose", freeze_person, draw_figure },
};

/* Someone who walks on leaking valves. Water and the minutes' pressure gather slowly: they are
 * given here, so that a second shows them. */
static void
record (ShFrame frames[N_FRAMES])
{
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;

  sh_scenario_init (&scenario);
  sh_scenario_set_activity (&scenario, SH_ACTIVITY_WALKING);
  for (ShValve i = 0; i < SH_N_VALVES; i++)
    if (sh_valve_info (i)->group == SH_GROUP_SUPERFICIAL)
      scenario.leak[i] = 0.8;
  g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
  sh_leg_advance (leg, 8);
  for (int i = 0; i < N_FRAMES; i++)
    {
      sh_leg_advance (leg, STEP_S);
      sh_leg_read (leg, &frames[i]);
      frames[i].interstitial_ml = 10 + 2 * i;
      frames[i].ankle_minutes_mmhg = 40 + i;
    }
  sh_leg_free (leg);
}

/* How much what @row draws changes through the frames, with @frozen (nullable) frozen. */
static double
movement (Stage *stage, const ShFrame *frames, const Row *row, const Row *frozen)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  for (int i = 0; i < N_FRAMES; i++)
    {
      ShFrame frame = frames[i];
      double drawn;

      if (frozen != NULL)
        frozen->freeze (&frame, &frames[0]);
      drawn = row->drawn (stage, &frame);
      low = MIN (low, drawn);
      high = MAX (high, drawn);
    }
  return high - low;
}

static void
stage_init (Stage *stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = sh_art_load (&error);

  g_assert_no_error (error);
  stage->net = sh_vein_net_new (art, &error);
  g_assert_no_error (error);
  stage->theme = sh_theme (SH_THEME_LIGHT);
}

static void
test_what_is_frozen_stands (void)
{
  static ShFrame frames[N_FRAMES];
  Stage stage;

  stage_init (&stage);
  record (frames);
  for (gsize f = 0; f < G_N_ELEMENTS (rows); f++)
    {
      g_test_message ("%s", rows[f].name);
      g_assert_cmpfloat (movement (&stage, frames, &rows[f], NULL), >, 1e-3);
      g_assert_cmpfloat (movement (&stage, frames, &rows[f], &rows[f]), <, 1e-9);
      for (gsize r = 0; r < G_N_ELEMENTS (rows); r++)
        if (r != f)
          g_assert_cmpfloat (movement (&stage, frames, &rows[r], &rows[f]), >, 1e-3);
    }
  sh_vein_net_free (stage.net);
}

static cairo_surface_t *
picture_of (ShStagePainter *painter, const ShFrame *frame, int width, int height)
{
  cairo_surface_t *picture = sh_picture_new (width, height);
  cairo_t *cr = cairo_create (picture);

  sh_stage_painter_draw_still (painter, cr);
  sh_stage_painter_draw_moving (painter, cr, frame);
  cairo_destroy (cr);
  return picture;
}

/* The frame in which what @row draws is furthest from where it began. */
static const ShFrame *
furthest (Stage *stage, const ShFrame *frames, const Row *row)
{
  double begin = row->drawn (stage, &frames[0]), most = -1;
  int best = 0;

  for (int i = 0; i < N_FRAMES; i++)
    if (fabs (row->drawn (stage, &frames[i]) - begin) > most)
      {
        most = fabs (row->drawn (stage, &frames[i]) - begin);
        best = i;
      }
  return &frames[best];
}

/* With every number of the table frozen the whole stage is the same picture, frame for frame, but
 * for the heights that make no part of the table; with any one of them let go it is another. */
static void
test_all_frozen_is_one_picture (void)
{
  static ShFrame frames[N_FRAMES];
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = sh_art_load (&error);
  g_autoptr (ShStagePainter) painter = sh_stage_painter_new (art);
  ShSceneOptions options;
  cairo_surface_t *first, *later;
  Stage stage;

  stage_init (&stage);
  record (frames);
  sh_scene_options_init (&options);
  options.labels = SH_LABELS_NONE;
  options.width = 640;
  options.height = 400;
  sh_stage_painter_configure (painter, &options);
  first = picture_of (painter, &frames[0], 640, 400);
  for (gsize free = 0; free <= G_N_ELEMENTS (rows); free++)
    {
      ShFrame frame =
          free < G_N_ELEMENTS (rows) ? *furthest (&stage, frames, &rows[free]) : frames[12];

      frame.heart_height_m = frames[0].heart_height_m;
      frame.ankle_height_m = frames[0].ankle_height_m;
      frame.pose.leg[0].shin = frames[0].pose.leg[0].shin;
      frame.pose.leg[1] = frames[0].pose.leg[1];
      frame.pose.leg[0].on_ground = frames[0].pose.leg[0].on_ground;
      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        if (i != free)
          rows[i].freeze (&frame, &frames[0]);
      g_test_message ("free: %s", free < G_N_ELEMENTS (rows) ? rows[free].name : "none");
      later = picture_of (painter, &frame, 640, 400);
      if (free == G_N_ELEMENTS (rows))
        g_assert_cmpint (sh_picture_compare (first, later, 0).largest, ==, 0);
      else
        g_assert_cmpint (sh_picture_compare (first, later, 0).largest, >, 0);
      cairo_surface_destroy (later);
    }
  cairo_surface_destroy (first);
  sh_vein_net_free (stage.net);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/freeze/what is frozen stands still and the rest moves on",
                   test_what_is_frozen_stands);
  g_test_add_func ("/freeze/with all frozen the stage is one picture",
                   test_all_frozen_is_one_picture);
  return g_test_run ();
}
