/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>

#include <libintl.h>

#include "sh-config.h"
#include "sh-draw.h"
#include "sh-labels.h"
#include "sh-slice-painter.h"
#include "sh-stage-layout.h"
#include "sh-vein-net.h"

/* Walks sizes, sizes of the letters, postures and poses. The build runs it in plain English, in the
 * long pseudo-language and in the one from right to left. */

#define MOST 40

static const double sizes[][2] = { { 800, 600 },   { 1280, 800 },  { 1920, 1080 },
                                   { 3840, 2160 }, { 1080, 1920 }, { 420, 360 } };

/* None of these is one of the poses that the sheet itself looks at. */
static const ShBodyPose poses[] = {
  { 0 },
  { .ankle_deg = 6, .heel_lift_deg = 6, .calf = 0.3 },
  { .ankle_deg = 15, .heel_lift_deg = 15, .calf = 0.8 },
  { .ankle_deg = 24, .heel_lift_deg = 24, .calf = 1 },
  { .ankle_deg = -9, .shin = 0.6 },
  { .ankle_deg = 18, .calf = 0.7, .swelling = 0.5 },
};

typedef struct
{
  ShArt *art;
  ShVeinNet *net;
  ShLabelSheet *sheet;
  ShLabelPlace place;
} Walk;

static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width - 0.5 && b->x < a->x + a->width - 0.5 &&
         a->y < b->y + b->height - 0.5 && b->y < a->y + a->height - 0.5;
}

/* No text touches another or leaves the view. */
static void
check_boxes (const cairo_rectangle_t *rect, const cairo_rectangle_t *boxes, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpfloat (boxes[i].x, >=, rect->x - 0.5);
      g_assert_cmpfloat (boxes[i].y, >=, rect->y - 0.5);
      g_assert_cmpfloat (boxes[i].x + boxes[i].width, <=, rect->x + rect->width + 0.5);
      g_assert_cmpfloat (boxes[i].y + boxes[i].height, <=, rect->y + rect->height + 0.5);
      for (int k = 0; k < i; k++)
        g_assert_false (overlap (&boxes[i], &boxes[k]));
    }
}

static ShPoint
along (const ShLabelLeader *leader, double t)
{
  int piece = t < 1 ? 0 : 1;
  ShPoint a = leader->points[piece], b = leader->points[piece + 1];

  return (ShPoint){ a.x + (t - piece) * (b.x - a.x), a.y + (t - piece) * (b.y - a.y) };
}

/* Walks along a leader from its text to a little before its end. */
static gboolean
meets_point (const ShLabelLeader *leader, ShPoint v, double reach)
{
  for (double t = 0; t <= 2; t += 0.02)
    {
      ShPoint p = along (leader, t);

      if (hypot (p.x - v.x, p.y - v.y) < reach)
        return TRUE;
    }
  return FALSE;
}

static gboolean
runs_over_vein (const Walk *walk, const ShLabelLeader *leader, ShPoint travel)
{
  const double k = hypot (walk->place.to_user.xx, walk->place.to_user.yx);
  ShPoint end = leader->points[2];

  for (int l = 0; l < walk->net->n_lines; l++)
    for (int i = 0; i < walk->net->lines[l].n; i++)
      {
        const ShVeinLine *line = &walk->net->lines[l];
        ShPoint v = line->at[i];

        cairo_matrix_transform_point (&walk->place.to_user, &v.x, &v.y);
        v = (ShPoint){ v.x + travel.x, v.y + travel.y };
        if (!line->twig && g_strcmp0 (line->name, leader->line) != 0 &&
            hypot (v.x - end.x, v.y - end.y) >= k * (8 + 0.5 * line->width[i]) &&
            meets_point (leader, v, 0.33 * k * line->width[i]))
          {
            g_test_message ("%s over %s", leader->anchor, line->name);
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
side (ShPoint a, ShPoint b, ShPoint p)
{
  return (b.x - a.x) * (p.y - a.y) > (b.y - a.y) * (p.x - a.x);
}

static gboolean
cross (const ShLabelLeader *a, const ShLabelLeader *b)
{
  const ShPoint *p = a->points, *q = b->points;

  for (int i = 0; i < 2; i++)
    for (int k = 0; k < 2; k++)
      if (side (p[i], p[i + 1], q[k]) != side (p[i], p[i + 1], q[k + 1]) &&
          side (q[k], q[k + 1], p[i]) != side (q[k], q[k + 1], p[i + 1]))
        return TRUE;
  return FALSE;
}

static int
leaders_in_pose (Walk *walk, const ShBodyPose *pose, ShLabelLeader *leaders, ShPoint *travel)
{
  ShRig rig;

  sh_rig_init (&rig, pose);
  *travel = sh_rig_travel (&rig);
  cairo_matrix_transform_distance (&walk->place.to_user, &travel->x, &travel->y);
  sh_vein_net_pose (walk->net, &rig);
  return sh_label_sheet_leaders (walk->sheet, &rig, travel->x, travel->y, leaders, MOST);
}

static void
check_leaders (Walk *walk, const ShBodyPose *pose)
{
  ShLabelLeader leaders[MOST];
  ShPoint travel;
  int n = leaders_in_pose (walk, pose, leaders, &travel);

  for (int i = 0; i < n; i++)
    {
      g_assert_false (runs_over_vein (walk, &leaders[i], travel));
      for (int k = 0; k < i; k++)
        g_assert_false (cross (&leaders[i], &leaders[k]));
    }
}

static gboolean
holds (const cairo_rectangle_t *box, double x, double y)
{
  return x > box->x + 1 && x < box->x + box->width - 1 && y > box->y + 1 &&
         y < box->y + box->height - 1;
}

/* How many points of the skin lie under a text, wherever the leg moves. */
static int
texts_on_leg (const Walk *walk, const ShBodyPose *pose, const cairo_rectangle_t *boxes, int n)
{
  const ShCurve *skin = sh_art_curve (walk->art, "silhouette");
  ShPoint travel;
  ShRig rig;
  int bad = 0;

  sh_rig_init (&rig, pose);
  travel = sh_rig_travel (&rig);
  cairo_matrix_transform_distance (&walk->place.to_user, &travel.x, &travel.y);
  for (int i = 0; i < skin->n; i++)
    for (int k = 0; k < n; k++)
      {
        ShPoint p = sh_rig_map (&rig, skin->point[i], SH_RIG_SKIN);

        cairo_matrix_transform_point (&walk->place.to_user, &p.x, &p.y);
        if (!holds (&boxes[k], p.x + travel.x, p.y + travel.y))
          continue;
        bad++;
        g_test_message ("text %d of %d, %gx%g at %g, %g", k, n, boxes[k].width, boxes[k].height,
                        boxes[k].x, boxes[k].y);
      }
  return bad;
}

/* As the lengthwise view places its leg (sh-leg-view.c), without the room it makes for names. */
static void
place_leg (ShLabelPlace *place, const cairo_rectangle_t *rect, double turn_deg, gboolean mirrored)
{
  double turn = turn_deg * G_PI / 180;
  double width = fabs (685 * cos (turn)) + fabs (1586 * sin (turn));
  double height = fabs (685 * sin (turn)) + fabs (1586 * cos (turn));
  double k = MIN (rect->width / width, rect->height / height);

  place->rect = *rect;
  place->turned = turn_deg > 0;
  place->scale = 1;
  place->side = mirrored ? SH_SIDE_LEFT : SH_SIDE_RIGHT;
  cairo_matrix_init_translate (&place->to_user, rect->x + 0.5 * rect->width,
                               rect->y + 0.5 * rect->height);
  cairo_matrix_scale (&place->to_user, mirrored ? -k : k, k);
  cairo_matrix_rotate (&place->to_user, turn);
  cairo_matrix_translate (&place->to_user, -547.5, -807);
}

static int
check_place (Walk *walk)
{
  cairo_rectangle_t boxes[MOST];
  int n;

  sh_label_sheet_lay_out (walk->sheet, &walk->place, walk->net);
  n = sh_label_sheet_boxes (walk->sheet, boxes, MOST);
  check_boxes (&walk->place.rect, boxes, n);
  for (gsize i = 0; i < G_N_ELEMENTS (poses); i++)
    {
      ShBodyPose pose = poses[i];

      pose.lies = walk->place.turned;
      if (pose.lies && pose.heel_lift_deg > 0)
        continue;
      check_leaders (walk, &pose);
      g_assert_cmpint (texts_on_leg (walk, &pose, boxes, n), ==, 0);
    }
  return n;
}

static void
walk_init (Walk *walk, ShLabels labels)
{
  g_autoptr (GError) error = NULL;

  *walk = (Walk){ .place = { .labels = labels, .text_scale = 1 } };
  walk->art = sh_art_load (&error);
  g_assert_no_error (error);
  walk->net = sh_vein_net_new (walk->art, &error);
  g_assert_no_error (error);
  walk->sheet = sh_label_sheet_new (walk->art);
}

static void
walk_clear (Walk *walk)
{
  sh_label_sheet_free (walk->sheet);
  sh_vein_net_free (walk->net);
  sh_art_unref (walk->art);
}

static void
lay_out_stage (const double size[2], ShPosture posture, ShStageLayout *layout)
{
  ShSceneOptions options;

  sh_scene_options_init (&options);
  options.width = size[0];
  options.height = size[1];
  options.posture = posture;
  sh_stage_layout (&options, layout);
}

static int
for_all (ShLabels labels)
{
  static const double turns[] = { 0, 90, 108 };
  static const ShPosture postures[] = { SH_POSTURE_STANDING, SH_POSTURE_LYING,
                                        SH_POSTURE_LYING_LEG_UP };
  Walk walk;
  int shown = 0;

  walk_init (&walk, labels);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double text = 1; text <= 2; text += 0.5)
      for (int turn = 0; turn < 3; turn++)
        for (int mirrored = 0; mirrored < 2; mirrored++)
          {
            ShStageLayout layout;

            lay_out_stage (sizes[i], postures[turn], &layout);
            walk.place.text_scale = text;
            place_leg (&walk.place, &layout.leg, turns[turn], mirrored);
            g_test_message ("%gx%g, text %g, turn %d, side %d", sizes[i][0], sizes[i][1], text,
                            turn, mirrored);
            shown += check_place (&walk);
          }
  walk_clear (&walk);
  return shown;
}

static void
test_no_labels (void)
{
  g_assert_cmpint (for_all (SH_LABELS_NONE), ==, 0);
}

static void
test_labels (void)
{
  int few = for_all (SH_LABELS_FEW), all = for_all (SH_LABELS_ALL);

  g_assert_cmpint (few, >, 100);
  g_assert_cmpint (all, >, few);
}

/* What is left out for lack of room is never a vein's name where the stage has its usual size. */
static void
test_veins_keep_their_names (void)
{
  Walk walk;

  walk_init (&walk, SH_LABELS_FEW);
  for (gsize i = 1; i < 5; i++)
    {
      ShLabelLeader leaders[MOST];
      ShStageLayout layout;
      ShPoint travel;

      lay_out_stage (sizes[i], SH_POSTURE_STANDING, &layout);
      place_leg (&walk.place, &layout.leg, 0, FALSE);
      sh_label_sheet_lay_out (walk.sheet, &walk.place, walk.net);
      g_assert_cmpint (leaders_in_pose (&walk, &poses[0], leaders, &travel), ==, 5);
    }
  walk_clear (&walk);
}

/* In a heel raise the leg moves behind leaders that stay level. */
static void
test_leaders_of_veins_stay_level (void)
{
  ShLabelLeader leaders[MOST];
  ShStageLayout layout;
  ShPoint travel;
  Walk walk;
  int n, level = 0;

  walk_init (&walk, SH_LABELS_FEW);
  lay_out_stage (sizes[1], SH_POSTURE_STANDING, &layout);
  place_leg (&walk.place, &layout.leg, 0, FALSE);
  sh_label_sheet_lay_out (walk.sheet, &walk.place, walk.net);
  n = leaders_in_pose (&walk, &poses[3], leaders, &travel);
  for (int i = 0; i < n; i++)
    level += fabs (leaders[i].points[2].y - leaders[i].points[0].y) < 3;
  g_assert_cmpint (level, >=, 3);
  walk_clear (&walk);
}

static int
check_slice (ShSlicePainter *painter, ShSliceOptions *options)
{
  int shown = 0;

  for (double level = 0; level <= 1; level += 0.1)
    for (double text = 1; text <= 2; text += 0.5)
      {
        cairo_rectangle_t boxes[SH_SLICE_TEXTS];
        int n;

        options->level = level;
        options->text_scale = text;
        sh_slice_painter_configure (painter, options);
        n = sh_slice_painter_text_boxes (painter, boxes);
        check_boxes (&options->rect, boxes, n);
        shown += n;
      }
  return shown;
}

static void
test_slice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = sh_art_load (&error);
  ShSlicePainter *painter = sh_slice_painter_new (art);
  int shown = 0;

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int lying = 0; lying < 2; lying++)
      for (int left = 0; left < 2; left++)
        {
          ShStageLayout layout;
          ShSliceOptions options = { .labels = SH_LABELS_ALL,
                                     .side = left ? SH_SIDE_LEFT : SH_SIDE_RIGHT,
                                     .scale = 1 };

          lay_out_stage (sizes[i], lying ? SH_POSTURE_LYING : SH_POSTURE_STANDING, &layout);
          options.rect = layout.slice;
          shown += check_slice (painter, &options);
        }
  g_assert_cmpint (shown, >, 1000);
  sh_slice_painter_free (painter);
}

/* The language of this run: LANGUAGE, with the texts of the build. */
static void
begin_language (void)
{
  const char *folder = g_getenv ("SH_TEST_LOCALES");

  if (folder == NULL)
    return;
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (SH_GETTEXT_DOMAIN, folder);
  bind_textdomain_codeset (SH_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SH_GETTEXT_DOMAIN);
  /* A run that says it is in another language and is not would prove nothing. */
  g_assert_cmpstr (g_dpgettext2 (SH_GETTEXT_DOMAIN, "label", "Femoral vein"), !=, "Femoral vein");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin_language ();
  g_test_add_func ("/labels/none are none", test_no_labels);
  g_test_add_func ("/labels/texts touch neither each other nor the leg, leaders cross no vein",
                   test_labels);
  g_test_add_func ("/labels/veins keep their names at usual sizes", test_veins_keep_their_names);
  g_test_add_func ("/labels/leaders of veins stay level in a heel raise",
                   test_leaders_of_veins_stay_level);
  g_test_add_func ("/labels/texts beside the slice never touch", test_slice);
  return g_test_run ();
}
