/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-anatomy.h"
#include "sh-art.h"
#include "sh-landmarks.h"

static ShArt *art;
static char *leg; /* the text of leg.svg */

/* A place of the landmark table in plate coordinates. */
static ShPoint
at (double x, double y)
{
  return (ShPoint){ 655 + 10 * x, 1535 - 10 * y };
}

static double
distance_to (const char *id, double x, double y)
{
  ShPoint p = at (x, y);
  double distance;

  sh_curve_nearest (sh_art_curve (art, id), p.x, p.y, &distance);
  return distance / 10;
}

/* The horizontal extent of a path at a height, in units. */
static double
depth_at (const char *id, double y)
{
  const ShCurve *curve = sh_art_curve (art, id);
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (int i = 0; i < curve->n; i++)
    if (fabs (curve->point[i].y - at (0, y).y) < 4)
      {
        left = MIN (left, curve->point[i].x);
        right = MAX (right, curve->point[i].x);
      }
  return (right - left) / 10;
}

static void
assert_within_5_percent (double found, double wanted)
{
  g_assert_cmpfloat (found, >=, 0.95 * wanted);
  g_assert_cmpfloat (found, <=, 1.05 * wanted);
}

/* Landmark table, section 2, "Checks". */
static void
test_outline_has_the_proportions_of_the_table (void)
{
  const ShCurve *skin = sh_art_curve (art, "silhouette");
  double heel = -G_MAXDOUBLE, toe = G_MAXDOUBLE;

  assert_within_5_percent (depth_at ("silhouette", 70.5), 29.5);
  assert_within_5_percent (depth_at ("silhouette", 26), 16.4);
  assert_within_5_percent (depth_at ("silhouette", 101), 27);
  assert_within_5_percent (depth_at ("silhouette", 142), 39);
  for (int i = 0; i < skin->n; i++)
    if (skin->point[i].y > at (0, 9).y)
      {
        heel = MAX (heel, skin->point[i].x);
        toe = MIN (toe, skin->point[i].x);
      }
  assert_within_5_percent ((heel - toe) / 10, 57);
}

/* Every point of the landmark table. A curve may miss it by 5 per cent of the leg's depth there,
 * which is 0.8 units at the ankle and more elsewhere; they miss by less than 0.5.
 */
static void
test_paths_pass_through_the_landmarks (void)
{
  int bad = 0;

  for (gsize i = 0; i < sh_n_landmarks; i++)
    {
      const ShLandmark *mark = &sh_landmarks[i];
      double distance;

      g_assert_nonnull (sh_art_curve (art, mark->id));
      distance = distance_to (mark->id, mark->x, mark->y);
      if (distance >= 0.5)
        g_test_message ("%s misses (%g, %g) by %.2f", mark->id, mark->x, mark->y, distance);
      bad += distance >= 0.5;
    }
  g_assert_cmpint (bad, ==, 0);
  g_assert_cmpint (sh_n_landmarks, >, 400);
}

/* Where the veins join, landmark table 6: the end of the one lies in the middle of the other. */
static void
test_veins_join_where_they_do_in_life (void)
{
  static const struct
  {
    const char *vein, *trunk;
    double x, y;
  } joins[] = {
    { "vein.perforator-low", "vein.posterior-tibial", 5, 31.4 },
    { "vein.perforator-middle", "vein.posterior-tibial", 4, 46.2 },
    { "vein.perforator-high", "vein.posterior-tibial", 3.7, 76.2 },
    { "vein.soleal.lower", "vein.posterior-tibial", 4, 61 },
    /* Into the peroneal vein, as in life; the table has no peroneal vein. */
    { "vein.soleal.upper", "vein.peroneal", 5.75, 81 },
    { "vein.gastrocnemius", "vein.popliteal", 6.9, 100.8 },
    { "vein.small-saphenous", "vein.popliteal", 7.9, 104.4 },
    { "vein.plantar", "vein.posterior-tibial", 2.8, 10.8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      const ShCurve *vein = sh_art_curve (art, joins[i].vein);
      ShPoint end = vein->point[vein->n - 1], wanted = at (joins[i].x, joins[i].y);

      g_assert_cmpfloat (hypot (end.x - wanted.x, end.y - wanted.y), <, 8);
      /* Half the width of the trunk, 2 to 4 units. */
      g_assert_cmpfloat (distance_to (joins[i].trunk, joins[i].x, joins[i].y), <, 1.3);
    }
}

/* What a look at an atlas checks first: what runs in front of the inner ankle, what behind it, and
 * which vein lies under the skin of the calf's back. */
static void
test_courses_are_right (void)
{
  const double ankle_x = at (0.5, 0).x; /* tip of the inner ankle at a height of 14.5 */
  const ShCurve *deep = sh_art_curve (art, "vein.posterior-tibial");
  const ShCurve *great = sh_art_curve (art, "vein.great-saphenous-ankle");

  for (int i = 0; i < deep->n; i++)
    if (fabs (deep->point[i].y - at (0, 14.5).y) < 20)
      g_assert_cmpfloat (deep->point[i].x, >, ankle_x);
  for (int i = 0; i < great->n; i++)
    g_assert_cmpfloat (great->point[i].x, <, ankle_x);
  g_assert_cmpfloat (distance_to ("fascia", 16.55, 70), <, 1.6);
}

static void
test_veins_have_the_widths_of_the_table (void)
{
  static const struct
  {
    const char *id;
    double x, y, width;
  } rows[] = { { "vein.posterior-tibial", 3.65, 66, 2.25 },
               { "vein.popliteal", 7.6, 110.5, 4 },
               { "vein.great-saphenous-calf", -2.6, 54, 1.95 },
               { "vein.great-saphenous-ankle", -4.3, 23, 1.75 },
               { "vein.small-saphenous", 16.55, 70, 1.45 },
               { "vein.soleal.lower", 8.6, 47, 2.05 },
               { "vein.perforator-high", 2, 75, 1.15 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ShCurve *curve = sh_art_curve (art, rows[i].id);
      ShPoint p = at (rows[i].x, rows[i].y);
      double s = sh_curve_nearest (curve, p.x, p.y, NULL);

      assert_within_5_percent (sh_curve_width_at (curve, s) / 10, rows[i].width);
    }
}

static void
assert_joined (const char *lower, const char *upper)
{
  const ShCurve *a = sh_art_curve (art, lower), *b = sh_art_curve (art, upper);
  ShPoint end = a->point[a->n - 1], start = b->point[0];

  g_assert_cmpfloat (hypot (end.x - start.x, end.y - start.y), <, 0.11);
  g_assert_cmpfloat (fabs (a->width[a->n - 1] - b->width[0]), <, 0.11);
  /* The course goes on without a kink. */
  g_assert_cmpfloat (
      a->normal[a->n - 1].x * b->normal[0].x + a->normal[a->n - 1].y * b->normal[0].y, >, 0.995);
}

static void
test_parts_of_one_trunk_join (void)
{
  assert_joined ("vein.plantar", "vein.posterior-tibial");
  assert_joined ("vein.posterior-tibial", "vein.popliteal");
  assert_joined ("vein.popliteal", "vein.femoral");
  assert_joined ("vein.dorsal-foot", "vein.great-saphenous-ankle");
  assert_joined ("vein.great-saphenous-ankle", "vein.great-saphenous-calf");
  assert_joined ("vein.great-saphenous-calf", "vein.great-saphenous-thigh");
}

/* The least distance from the end of one vein to the other, relative to the other's half width. */
static double
mouth_of (const char *vein, const char *trunk)
{
  const ShCurve *a = sh_art_curve (art, vein), *b = sh_art_curve (art, trunk);
  ShPoint end = a->point[a->n - 1];
  double distance, s = sh_curve_nearest (b, end.x, end.y, &distance);

  return distance / (sh_curve_width_at (b, s) / 2);
}

static void
test_tributaries_end_inside_their_trunk (void)
{
  g_assert_cmpfloat (mouth_of ("vein.perforator-low", "vein.posterior-tibial"), <, 0.6);
  g_assert_cmpfloat (mouth_of ("vein.perforator-middle", "vein.posterior-tibial"), <, 0.6);
  g_assert_cmpfloat (mouth_of ("vein.perforator-high", "vein.posterior-tibial"), <, 0.6);
  g_assert_cmpfloat (mouth_of ("vein.soleal.lower", "vein.posterior-tibial"), <, 0.6);
  g_assert_cmpfloat (mouth_of ("vein.soleal.upper", "vein.peroneal"), <, 0.6);
  g_assert_cmpfloat (mouth_of ("vein.peroneal", "vein.posterior-tibial"), <, 0.6);
  g_assert_cmpfloat (mouth_of ("vein.gastrocnemius", "vein.popliteal"), <, 0.6);
  g_assert_cmpfloat (mouth_of ("vein.small-saphenous", "vein.popliteal"), <, 0.6);
}

/* Every valve that the plate shows is one of the model, stands in its vein and, within 5 per cent
 * of the leg's length to the knee, at its height. */
static void
test_valves_stand_where_the_model_has_them (void)
{
  int shown = 0;

  for (ShValve valve = 0; valve < SH_N_VALVES; valve++)
    {
      const ShValveInfo *info = sh_valve_info (valve);
      g_autofree char *id = g_strconcat ("valve.", info->name, NULL);
      gsize n;
      const char *const *ids = sh_art_curve_ids (art, &n);
      double nearest = G_MAXDOUBLE, distance;
      ShPoint place;

      if (!sh_art_place (art, id, &place))
        continue;
      shown++;
      g_assert_cmpfloat (fabs ((1535 - place.y) / 10 - info->height_m / 0.0047), <, 5);
      for (gsize i = 0; i < n; i++)
        if (g_str_has_prefix (ids[i], "vein.") && g_str_has_prefix (ids[i] + 5, info->vein))
          {
            sh_curve_nearest (sh_art_curve (art, ids[i]), place.x, place.y, &distance);
            nearest = MIN (nearest, distance);
          }
      g_assert_cmpfloat (nearest, <, 1);
    }
  g_assert_cmpint (shown, ==, 20);
}

static char *
replaced (const char *find, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (leg, find, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (with, parts);
}

static void
assert_refused (const char *find, const char *with, const char *pattern)
{
  g_autofree char *text = replaced (find, with);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) changed = sh_art_load_text ("leg.svg", text, -1, &error);

  g_assert_null (changed);
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("“%s” does not say “%s”", error->message, pattern);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_missing_name_is_named (void)
{
  assert_refused ("id=\"vein.popliteal\"", "id=\"something\"",
                  "leg.svg: the path “vein.popliteal” is missing");
  assert_refused ("id=\"valve.popliteal-1\"", "id=\"something\"",
                  "leg.svg: the circle “valve.popliteal-1” is missing");
}

static void
test_misspelt_name_gets_the_nearest_right_one (void)
{
  assert_refused ("id=\"vein.popliteal\"", "id=\"vein.poplitael\"",
                  "*leg.svg: the name “vein.poplitael” is not known; the nearest one is "
                  "“vein.popliteal”");
}

static void
test_other_mistakes_name_the_path (void)
{
  assert_refused ("id=\"vein.popliteal\"", "id=\"vein.femoral\"", "*“vein.femoral”*twice*");
  assert_refused ("data-width=\"", "data-width=\"3 ", "*data-width*widths*nodes*");
  assert_refused ("data-width=\"", "data-width=\"-", "*data-width*positive*");
  assert_refused ("d=\"M ", "d=\"M x", "*“silhouette”*number is missing*");
  assert_refused ("d=\"M 831.0", "d=\"M 831e9", "*“silhouette”*far outside*");
  assert_refused ("cx=\"", "cx=\"?", "*circle*numbers*");
  assert_refused ("id=\"layer.veins\"", "id=\"layer.veins\" transform=\"skewX(3)\"",
                  "*“layer.veins”*skewX*");
  assert_refused ("</svg>", "", "*leg.svg*");
}

static void
test_moved_layer_moves_its_paths (void)
{
  g_autofree char *text =
      replaced ("id=\"layer.veins\"", "id=\"layer.veins\" transform=\"translate(3,-5)\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) moved = sh_art_load_text ("leg.svg", text, -1, &error);
  const ShCurve *before = sh_art_curve (art, "vein.popliteal"), *after;

  g_assert_no_error (error);
  after = sh_art_curve (moved, "vein.popliteal");
  g_assert_cmpfloat_with_epsilon (after->point[9].x, before->point[9].x + 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (after->point[9].y, before->point[9].y - 5, 1e-9);
  g_assert_cmpfloat (sh_art_curve (moved, "silhouette")->point[9].x, ==,
                     sh_art_curve (art, "silhouette")->point[9].x);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_file_get_contents (argv[1], &leg, NULL, &error);
  g_assert_no_error (error);
  art = sh_art_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/art/outline-has-the-proportions-of-the-table",
                   test_outline_has_the_proportions_of_the_table);
  g_test_add_func ("/art/paths-pass-through-the-landmarks", test_paths_pass_through_the_landmarks);
  g_test_add_func ("/art/veins-join-where-they-do-in-life", test_veins_join_where_they_do_in_life);
  g_test_add_func ("/art/courses-are-right", test_courses_are_right);
  g_test_add_func ("/art/veins-have-the-widths-of-the-table",
                   test_veins_have_the_widths_of_the_table);
  g_test_add_func ("/art/parts-of-one-trunk-join", test_parts_of_one_trunk_join);
  g_test_add_func ("/art/tributaries-end-inside-their-trunk",
                   test_tributaries_end_inside_their_trunk);
  g_test_add_func ("/art/valves-stand-where-the-model-has-them",
                   test_valves_stand_where_the_model_has_them);
  g_test_add_func ("/art/missing-name-is-named", test_missing_name_is_named);
  g_test_add_func ("/art/misspelt-name-gets-the-nearest-right-one",
                   test_misspelt_name_gets_the_nearest_right_one);
  g_test_add_func ("/art/other-mistakes-name-the-path", test_other_mistakes_name_the_path);
  g_test_add_func ("/art/moved-layer-moves-its-paths", test_moved_layer_moves_its_paths);
  status = g_test_run ();
  sh_art_unref (art);
  g_free (leg);
  return status;
}
