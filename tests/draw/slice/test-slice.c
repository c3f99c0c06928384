/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-rig.h"
#include "sh-slice-geometry.h"
#include "sh-slice-labels.h"
#include "sh-slice-painter.h"
#include "sh-slice-parts.h"

#define SIZE 260

typedef struct
{
  ShArt *art;
  ShSliceGeometry *geometry;
  ShSlicePainter *painter;
  ShFrame frame;
  ShSliceOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->art = sh_art_load (&error);
  g_assert_no_error (error);
  fixture->geometry = sh_slice_geometry_new (fixture->art);
  fixture->painter = sh_slice_painter_new (fixture->art);
  fixture->frame = (ShFrame){ .activity = SH_ACTIVITY_REST, .posture = SH_POSTURE_STANDING };
  for (int v = 0; v < SH_N_VEINS; v++)
    {
      fixture->frame.area_ratio[v] = 1;
      fixture->frame.transmural_mmhg[v] = 40;
    }
  fixture->options = (ShSliceOptions){ .rect = { 0, 0, SIZE, SIZE },
                                       .theme = SH_THEME_LIGHT,
                                       .labels = SH_LABELS_NONE,
                                       .level = 0.6,
                                       .text_scale = 1,
                                       .scale = 1 };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sh_slice_painter_free (fixture->painter);
  sh_slice_geometry_free (fixture->geometry);
  sh_art_unref (fixture->art);
}

static cairo_surface_t *
draw (Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  sh_slice_painter_configure (fixture->painter, &fixture->options);
  sh_slice_painter_draw_still (fixture->painter, cr);
  sh_slice_painter_draw_moving (fixture->painter, cr, &fixture->frame);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Share of pixels that differ by more than a few grey levels. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  int count = 0;

  for (int i = 0; i < SIZE * SIZE * 4; i += 4)
    count += ABS (p[i] - q[i]) + ABS (p[i + 1] - q[i + 1]) + ABS (p[i + 2] - q[i + 2]) > 24;
  return (double) count / (SIZE * SIZE);
}

static void
box_of (const ShSlicePart *part, double *width, double *depth)
{
  double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;

  for (int i = 0; i < part->n; i++)
    {
      x0 = MIN (x0, part->point[i].x);
      x1 = MAX (x1, part->point[i].x);
      y0 = MIN (y0, part->point[i].y);
      y1 = MAX (y1, part->point[i].y);
    }
  *width = x1 - x0;
  *depth = y1 - y0;
}

/* Landmark table, section 9: depth and width of the outline at its four levels. */
static void
test_outline_has_the_landmark_sizes (Fixture *fixture, gconstpointer data)
{
  static const double levels[][3] = {
    { 24, 16.4, 13.5 }, { 50, 21, 19 }, { 70.5, 26.6, 24.9 }, { 101, 27, 24.5 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree ShSliceSection *section = g_new (ShSliceSection, 1);
      double width, depth;

      sh_slice_geometry_at (
          fixture->geometry,
          (levels[i][0] - SH_SLICE_ANKLE_U) / (SH_SLICE_KNEE_U - SH_SLICE_ANKLE_U), section);
      box_of (sh_slice_section_part (section, "skin"), &width, &depth);
      g_assert_cmpfloat_with_epsilon (depth, levels[i][1], 0.05 * levels[i][1]);
      g_assert_cmpfloat_with_epsilon (width, levels[i][2], 0.05 * levels[i][2]);
    }
}

/* Landmark table, section 9a: places of the vessels and bones that are marked sure. */
static void
test_structures_lie_where_the_landmarks_say (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    double x, y;
  } sure[] = { { "fibula", -6.9, 1.7 },
               { "artery.posterior-tibial", 2.45, -1.75 },
               { "vein.posterior-tibial.1", 1.15, -2 },
               { "vein.posterior-tibial.2", 3.75, -1.75 },
               { "vein.peroneal.1", -3, -2.1 },
               { "vein.great-saphenous", 10.05, 3.2 },
               { "vein.small-saphenous", 0.1, -12.75 },
               { "vein.soleal.1", 4.6, -4.6 },
               { "vein.gastrocnemius.1", 6.4, -8.2 } };
  g_autofree ShSliceSection *section = g_new (ShSliceSection, 1);

  sh_slice_geometry_at (fixture->geometry, (70.5 - 24) / 77, section);
  for (gsize i = 0; i < G_N_ELEMENTS (sure); i++)
    {
      const ShSlicePart *part = sh_slice_section_part (section, sure[i].name);

      g_assert_nonnull (part);
      g_assert_cmpfloat (hypot (part->centre.x - sure[i].x, part->centre.y - sure[i].y), <, 0.6);
    }
}

static void
test_every_structure_of_the_table_is_in_the_file (Fixture *fixture, gconstpointer data)
{
  static const char *const sections[] = { "ankle", "mid-calf", "max-girth", "below-knee", "knee" };

  for (int i = 0; i < sh_slice_n_parts; i++)
    {
      gboolean found = FALSE;

      for (gsize s = 0; s < G_N_ELEMENTS (sections); s++)
        {
          g_autofree char *id =
              g_strdup_printf ("slice.%s.%s", sections[s], sh_slice_parts[i].name);

          found |= sh_art_curve (fixture->art, id) != NULL;
        }
      if (!found)
        g_test_fail_printf ("%s is in no section", sh_slice_parts[i].name);
    }
}

static void
test_veins_stay_inside_the_skin_at_every_level (Fixture *fixture, gconstpointer data)
{
  g_autofree ShSliceSection *section = g_new (ShSliceSection, 1);
  g_autofree ShSliceSection *skin = g_new (ShSliceSection, 1);

  for (double level = 0; level <= 1.0; level += 0.02)
    {
      sh_slice_geometry_at (fixture->geometry, level, section);
      skin->n = 1;
      skin->part[0] = *sh_slice_section_part (section, "skin");
      for (int i = 0; i < section->n; i++)
        {
          const ShSlicePart *part = &section->part[i];

          if (part->info->kind != SH_SLICE_VEIN || part->alpha < 0.5)
            continue;
          for (int k = 0; k < part->n; k++)
            if (sh_slice_section_find (skin, part->point[k].x, part->point[k].y) == NULL)
              g_test_fail_printf ("%s leaves the skin at level %.2f", part->info->name, level);
        }
    }
}

static void
test_picture_changes_little_between_close_levels (Fixture *fixture, gconstpointer data)
{
  g_autofree ShSliceSection *a = g_new (ShSliceSection, 1);
  g_autofree ShSliceSection *b = g_new (ShSliceSection, 1);

  for (double level = 0; level < 0.99; level += 0.01)
    {
      sh_slice_geometry_at (fixture->geometry, level, a);
      sh_slice_geometry_at (fixture->geometry, level + 0.01, b);
      for (int i = 0; i < a->n; i++)
        {
          const ShSlicePart *next = sh_slice_section_part (b, a->part[i].info->name);

          if (next == NULL)
            g_assert_cmpfloat (a->part[i].alpha, <, 0.2);
          else
            for (int k = 0; k < next->n; k++)
              g_assert_cmpfloat (hypot (next->point[k].x - a->part[i].point[k].x,
                                        next->point[k].y - a->part[i].point[k].y),
                                 <, 2.5);
        }
    }
}

static void
test_contracting_calf_thickens_behind_and_not_in_front (Fixture *fixture, gconstpointer data)
{
  g_autofree ShSliceSection *rest = g_new (ShSliceSection, 1);
  g_autofree ShSliceSection *tight = g_new (ShSliceSection, 1);
  const ShSlicePart *a, *b;
  double behind = 0, front = 0;

  sh_slice_geometry_at (fixture->geometry, 0.7, rest);
  *tight = *rest;
  sh_slice_section_pose (tight, 1, 0, 0);
  a = sh_slice_section_part (rest, "skin");
  b = sh_slice_section_part (tight, "skin");
  for (int i = 0; i < a->n; i++)
    {
      double moved = hypot (b->point[i].x - a->point[i].x, b->point[i].y - a->point[i].y);

      if (a->point[i].y < -10)
        behind = MAX (behind, moved);
      if (a->point[i].y > 4)
        front = MAX (front, moved);
    }
  g_assert_cmpfloat (behind, >, 0.5);
  g_assert_cmpfloat (front, <, 0.05);
}

/* How far the skin of the lengthwise view at (@x_u, @y_u) goes to the right when the leg swells. */
static double
leg_swells (double swelling, double x_u, double y_u)
{
  const ShBodyPose dry = { 0 }, wet = { .swelling = swelling };
  const ShPoint at = { 655 + 10 * x_u, 1535 - 10 * y_u };
  ShRig before, after;

  return 0.1 * (sh_rig_map (sh_rig_init (&after, &wet), at, SH_RIG_SKIN).x -
                sh_rig_map (sh_rig_init (&before, &dry), at, SH_RIG_SKIN).x);
}

/* Both views show one leg: at every height the slice's skin stands off as far as the other's, in
 * front, at the back, and where a sock ended. */
static void
test_swelling_is_that_of_the_leg (Fixture *fixture, gconstpointer data)
{
  g_autofree ShSliceSection *rest = g_new (ShSliceSection, 1);
  g_autofree ShSliceSection *wet = g_new (ShSliceSection, 1);

  for (double level = 0; level <= 1; level += 0.05)
    for (double swelling = 0.1; swelling <= 1; swelling += 0.3)
      {
        double y_u = sh_slice_height_u (level), front = 0, back = 0;
        double front_rest = 0, back_rest = 0;
        const ShSlicePart *a, *b;

        sh_slice_geometry_at (fixture->geometry, level, rest);
        *wet = *rest;
        sh_slice_section_pose (wet, 0, 0, swelling);
        a = sh_slice_section_part (rest, "skin");
        b = sh_slice_section_part (wet, "skin");
        for (int i = 0; i < a->n; i++)
          {
            front_rest = MAX (front_rest, a->point[i].y);
            back_rest = MIN (back_rest, a->point[i].y);
            front = MAX (front, b->point[i].y);
            back = MIN (back, b->point[i].y);
          }
        g_assert_cmpfloat_with_epsilon (back_rest - back, leg_swells (swelling, 15, y_u), 0.05);
        g_assert_cmpfloat_with_epsilon (front - front_rest, -leg_swells (swelling, -12, y_u), 0.05);
      }
}

static void
test_same_frame_gives_the_same_pixels (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *a = draw (fixture), *b = draw (fixture);

  g_assert_cmpfloat (difference (a, b), ==, 0);
  g_assert_cmpint (
      memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), SIZE * SIZE * 4),
      ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
test_filling_contraction_and_level_change_the_picture (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *rest = draw (fixture), *empty, *tight, *low;

  fixture->frame.area_ratio[SH_VEIN_SOLEAL] = 0.2;
  empty = draw (fixture);
  g_assert_cmpfloat (difference (rest, empty), >, 0.0005);
  fixture->frame.pose.leg[0].calf = 1;
  fixture->frame.muscle_mmhg = 120;
  tight = draw (fixture);
  g_assert_cmpfloat (difference (empty, tight), >, 0.05);
  fixture->options.level = 0.1;
  low = draw (fixture);
  g_assert_cmpfloat (difference (tight, low), >, 0.2);
  cairo_surface_destroy (rest);
  cairo_surface_destroy (empty);
  cairo_surface_destroy (tight);
  cairo_surface_destroy (low);
}

static void
test_left_leg_is_the_mirror_picture (Fixture *fixture, gconstpointer data)
{
  cairo_rectangle_t at;
  ShHit right, left;
  double x, y;

  sh_slice_painter_configure (fixture->painter, &fixture->options);
  g_assert_true (
      sh_slice_painter_vein_bounds (fixture->painter, SH_VEIN_GREAT_SAPHENOUS_CALF, &at));
  x = at.x + 0.5 * at.width;
  y = at.y + 0.5 * at.height;
  g_assert_cmpfloat (x, >, 0.7 * SIZE);
  right = sh_slice_painter_pick (fixture->painter, x, y);
  fixture->options.side = SH_SIDE_LEFT;
  sh_slice_painter_configure (fixture->painter, &fixture->options);
  left = sh_slice_painter_pick (fixture->painter, SIZE - x, y);
  g_assert_cmpint (right.kind, ==, SH_HIT_VEIN);
  g_assert_cmpint (right.id, ==, SH_VEIN_GREAT_SAPHENOUS_CALF);
  g_assert_cmpint (left.kind, ==, right.kind);
  g_assert_cmpint (left.id, ==, right.id);
}

static void
test_picking_tells_muscle_from_nothing (Fixture *fixture, gconstpointer data)
{
  sh_slice_painter_configure (fixture->painter, &fixture->options);
  g_assert_cmpint (sh_slice_painter_pick (fixture->painter, SIZE * 0.5, SIZE * 0.74).kind, ==,
                   SH_HIT_MUSCLE);
  g_assert_cmpint (sh_slice_painter_pick (fixture->painter, 2, 2).kind, ==, SH_HIT_NOTHING);
}

/* Both superficial veins are named at every level, in letters of every size, in a portrait view of
 * 1080 x 1920; and no line to a name turns back on its way. */
static void
test_names_of_veins_stay (Fixture *fixture, gconstpointer data)
{
  g_autofree ShSliceSection *section = g_new (ShSliceSection, 1);

  for (double level = 0; level <= 1; level += 0.1)
    for (double text_scale = 1; text_scale <= 3; text_scale += 0.5)
      {
        cairo_rectangle_t rect = { 13, 1280, 548, 627 }, room = rect;
        ShSliceBody view = { .theme = sh_theme (SH_THEME_LIGHT), .mirror = 1 };
        ShSliceLeaders plan;

        sh_slice_labels_shrink (&room, SH_LABELS_FEW, text_scale);
        view.unit = MIN (room.width / 28.6, room.height / 31.8);
        view.origin = (ShPoint){ room.x + room.width / 2, room.y + room.height / 2 };
        sh_slice_geometry_at (fixture->geometry, level, section);
        sh_slice_labels_lay_leaders (&view, section, &rect, SH_LABELS_FEW, text_scale, &plan);
        g_assert_cmpint (plan.n, ==, 2);
        for (int i = 0; i < plan.n; i++)
          g_assert_cmpfloat ((plan.leader[i].bend.x - plan.leader[i].start.x) *
                                 (plan.leader[i].tip.x - plan.leader[i].bend.x),
                             >=, 0);
      }
}

#define ADD(name, function) g_test_add ("/slice/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("outline has the landmark sizes", test_outline_has_the_landmark_sizes);
  ADD ("structures lie where the landmarks say", test_structures_lie_where_the_landmarks_say);
  ADD ("every structure of the table is in the file",
       test_every_structure_of_the_table_is_in_the_file);
  ADD ("veins stay inside the skin at every level", test_veins_stay_inside_the_skin_at_every_level);
  ADD ("picture changes little between close levels",
       test_picture_changes_little_between_close_levels);
  ADD ("contracting calf thickens behind and not in front",
       test_contracting_calf_thickens_behind_and_not_in_front);
  ADD ("swelling is that of the leg", test_swelling_is_that_of_the_leg);
  ADD ("names of veins stay, their lines do not turn back", test_names_of_veins_stay);
  ADD ("same frame gives the same pixels", test_same_frame_gives_the_same_pixels);
  ADD ("filling, contraction and level change the picture",
       test_filling_contraction_and_level_change_the_picture);
  ADD ("left leg is the mirror picture", test_left_leg_is_the_mirror_picture);
  ADD ("picking tells muscle from nothing", test_picking_tells_muscle_from_nothing);
  return g_test_run ();
}
