/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-blood-look.h"
#include "sh-color-vision.h"

/* Every two states that must be told apart differ by this much to each of the visions, and in
 * lightness alone. */
#define LEAST_DELTA_E 10.0
#define LEAST_LIGHTNESS 8.0

/* The states of blood that the picture tells apart, with numbers from the middle of each, as a
 * healthy and an ill leg have them (the legend's are the same). */
static const struct
{
  const char *name;
  ShBloodState state;
} states[] = {
  { "rising", { .transmural_mmhg = 20, .velocity_cm_s = 12, .area_ratio = 1 } },
  { "standing under pressure", { .transmural_mmhg = 85, .velocity_cm_s = 0, .area_ratio = 1.1 } },
  { "falling back", { .transmural_mmhg = 45, .velocity_cm_s = -12, .area_ratio = 1 } },
  { "nearly empty", { .transmural_mmhg = 0, .velocity_cm_s = 0, .area_ratio = 0.16 } },
};

static int
check (const char *theme, const char *one, const char *other, ShColor a, ShColor b)
{
  double lightness = fabs (sh_lab (a).l - sh_lab (b).l);
  int bad = 0;

  if (lightness < LEAST_LIGHTNESS)
    {
      g_test_message ("%s: %s and %s: lightness %.1f", theme, one, other, lightness);
      bad++;
    }
  for (ShVision v = 0; v < SH_N_VISIONS; v++)
    {
      double difference =
          sh_delta_e_2000 (sh_lab (sh_vision_see (v, a)), sh_lab (sh_vision_see (v, b)));
      double least = v == SH_VISION_GREY ? LEAST_LIGHTNESS : LEAST_DELTA_E;

      if (difference >= least)
        continue;
      g_test_message ("%s: %s and %s in %s: %.1f", theme, one, other, sh_vision_names[v],
                      difference);
      bad++;
    }
  return bad;
}

static ShColor
fill_of (const ShTheme *theme, gsize index, gboolean superficial)
{
  ShBloodState state = states[index].state;
  ShBloodLook look;

  state.superficial = superficial;
  sh_blood_look (theme, &state, &look);
  return look.fill;
}

static void
test_blood (void)
{
  int bad = 0;

  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    for (int superficial = 0; superficial < 2; superficial++)
      for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
        for (gsize k = 0; k < i; k++)
          bad += check (sh_theme (id)->name, states[i].name, states[k].name,
                        fill_of (sh_theme (id), i, superficial),
                        fill_of (sh_theme (id), k, superficial));
  g_assert_cmpint (bad, ==, 0);
}

static ShColor
edge_of (const ShTheme *theme, gsize index, gboolean superficial)
{
  ShBloodState state = states[index].state;
  ShBloodLook look;

  state.superficial = superficial;
  sh_blood_look (theme, &state, &look);
  return look.edge;
}

/* A vein under the skin is told from a deep one in the same state: by its blood, where it moves and
 * where it stands, and by its blood along the wall, where it falls back. What is nearly empty looks
 * alike in both. */
static void
test_depth (void)
{
  int bad = 0;

  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    for (gsize i = 0; i < 3; i++)
      {
        const ShTheme *t = sh_theme (id);

        if (i < 2)
          bad +=
              check (t->name, "deep", states[i].name, fill_of (t, i, FALSE), fill_of (t, i, TRUE));
        bad += check (t->name, "edge", states[i].name, edge_of (t, i, FALSE), edge_of (t, i, TRUE));
      }
  g_assert_cmpint (bad, ==, 0);
}

/* Marks carry the state too: they must be seen on the blood that they are drawn on. */
static void
test_marks (void)
{
  int bad = 0;

  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    for (int superficial = 0; superficial < 2; superficial++)
      {
        const ShTheme *theme = sh_theme (id);

        for (gsize i = 0; i < 2; i++)
          bad += check (theme->name, "cells", states[i].name, theme->cell,
                        fill_of (theme, i, superficial));
        bad += check (theme->name, "chevrons", states[2].name, theme->contour,
                      fill_of (theme, 2, superficial));
      }
  g_assert_cmpint (bad, ==, 0);
}

static void
test_valves_and_muscle (void)
{
  int bad = 0;

  for (ShThemeId id = 0; id < SH_N_THEMES; id++)
    {
      const ShTheme *t = sh_theme (id);

      bad += check (t->name, "leaflet", "leaking leaflet", t->leaflet, t->leaflet_leaking);
      bad += check (t->name, "muscle at rest", "contracted", t->muscle, t->muscle_contracted);
      bad += check (t->name, "wall", "contour", t->wall, t->contour);
      bad += check (t->name, "artery", "vein", t->artery, t->blood);
      for (gsize i = 0; i < 3; i++)
        {
          bad += check (t->name, "leaflet", states[i].name, t->leaflet, fill_of (t, i, FALSE));
          bad += check (t->name, "leaking leaflet", states[i].name, t->leaflet_leaking,
                        fill_of (t, i, TRUE));
        }
    }
  g_assert_cmpint (bad, ==, 0);
}

/* Pairs of the table that Sharma, Wu and Dalal publish with their formula. */
static void
test_the_formula_is_that_of_the_paper (void)
{
  static const struct
  {
    ShLab one, other;
    double difference;
  } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0011 }, 7.2195 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpfloat_with_epsilon (sh_delta_e_2000 (pairs[i].one, pairs[i].other),
                                      pairs[i].difference, 1e-4);
      g_assert_cmpfloat_with_epsilon (sh_delta_e_2000 (pairs[i].other, pairs[i].one),
                                      pairs[i].difference, 1e-4);
    }
}

/* A red and a green that a person without red cones confuses are far apart to others. */
static void
test_the_visions_differ (void)
{
  const ShColor red = { 0.72, 0.25, 0.2 }, green = { 0.33, 0.42, 0.15 };

  g_assert_cmpfloat (sh_delta_e_2000 (sh_lab (red), sh_lab (green)), >, 40);
  g_assert_cmpfloat (sh_delta_e_2000 (sh_lab (sh_vision_see (SH_VISION_DEUTERANOPIA, red)),
                                      sh_lab (sh_vision_see (SH_VISION_DEUTERANOPIA, green))),
                     <, 20);
  g_assert_cmpfloat_with_epsilon (sh_lab ((ShColor){ 1, 1, 1 }).l, 100, 1e-3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/color vision/the formula is that of the paper",
                   test_the_formula_is_that_of_the_paper);
  g_test_add_func ("/color vision/the visions differ", test_the_visions_differ);
  g_test_add_func ("/color vision/blood shows its state to everyone", test_blood);
  g_test_add_func ("/color vision/veins show their depth to everyone", test_depth);
  g_test_add_func ("/color vision/marks are seen on their blood", test_marks);
  g_test_add_func ("/color vision/valves and muscle show their state", test_valves_and_muscle);
  return g_test_run ();
}
