/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sh-vein-section.h"

#define N SH_VEIN_SECTION_POINTS

static double
area_of (const ShPoint *p)
{
  double area = 0;

  for (int i = 0; i < N; i++)
    area += (p[i].x * p[(i + 1) % N].y - p[(i + 1) % N].x * p[i].y) / 2;
  return area;
}

static double
perimeter_of (const ShPoint *p)
{
  double sum = 0;

  for (int i = 0; i < N; i++)
    sum += hypot (p[(i + 1) % N].x - p[i].x, p[(i + 1) % N].y - p[i].y);
  return sum;
}

/* Half the largest height of an outline, and half its height in the middle. */
static void
heights_of (const ShPoint *p, double *largest, double *middle, double *half_length)
{
  double nearest = 1e9;

  *largest = *middle = *half_length = 0;
  for (int i = 0; i < N; i++)
    {
      *largest = MAX (*largest, fabs (p[i].y));
      *half_length = MAX (*half_length, fabs (p[i].x));
      if (fabs (p[i].x) < nearest)
        {
          nearest = fabs (p[i].x);
          *middle = fabs (p[i].y);
        }
    }
}

static void
test_wall_keeps_its_length_while_the_vein_empties (void)
{
  g_autoptr (ShVeinSections) sections = sh_vein_sections_new ();
  ShPoint outline[N];

  for (double ratio = 0.03; ratio <= 1.0; ratio += 0.01)
    {
      sh_vein_sections_outline (sections, ratio, outline);
      g_assert_cmpfloat_with_epsilon (perimeter_of (outline), 2 * G_PI, 0.02 * 2 * G_PI);
    }
}

static void
test_lumen_has_the_area_of_its_filling (void)
{
  g_autoptr (ShVeinSections) sections = sh_vein_sections_new ();
  ShPoint outline[N];

  for (double ratio = 0.05; ratio <= 1.6; ratio += 0.05)
    {
      sh_vein_sections_outline (sections, ratio, outline);
      g_assert_cmpfloat_with_epsilon (area_of (outline) / G_PI, ratio, 0.015);
    }
}

/* The physiology page's table of area ratio against the ellipse of the same perimeter. */
static void
test_half_full_vein_is_the_published_ellipse (void)
{
  static const double table[][2] = { { 0.95, 1.45 }, { 0.9, 1.7 }, { 0.8, 2.2 },
                                     { 0.7, 2.8 },   { 0.6, 3.5 }, { 0.5, 4.4 } };
  g_autoptr (ShVeinSections) sections = sh_vein_sections_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ShPoint outline[N];
      double largest, middle, half_length;

      sh_vein_sections_outline (sections, table[i][0], outline);
      heights_of (outline, &largest, &middle, &half_length);
      g_assert_cmpfloat_with_epsilon (half_length / largest, table[i][1], 0.06 * table[i][1]);
      g_assert_cmpfloat_with_epsilon (largest, middle, 0.02);
    }
}

static void
test_squeezed_vein_is_a_dumb_bell_with_open_ends (void)
{
  g_autoptr (ShVeinSections) sections = sh_vein_sections_new ();
  ShPoint outline[N];
  double largest, middle, half_length;

  sh_vein_sections_outline (sections, 0.15, outline);
  heights_of (outline, &largest, &middle, &half_length);
  g_assert_cmpfloat (middle, <, 0.35 * largest);
  g_assert_cmpfloat (middle, >, 0);
  g_assert_cmpfloat (half_length, >, 1.3);
  g_assert_cmpfloat (half_length, <, G_PI / 2);
}

static void
test_shape_changes_smoothly_with_filling (void)
{
  g_autoptr (ShVeinSections) sections = sh_vein_sections_new ();
  ShPoint before[N], after[N];

  sh_vein_sections_outline (sections, 0.04, before);
  for (double ratio = 0.045; ratio < 1.7; ratio += 0.005)
    {
      sh_vein_sections_outline (sections, ratio, after);
      for (int i = 0; i < N; i++)
        g_assert_cmpfloat (hypot (after[i].x - before[i].x, after[i].y - before[i].y), <, 0.06);
      memcpy (before, after, sizeof before);
    }
}

static ShBloodLook
look_of (double transmural_mmhg, double velocity_cm_s, double area_ratio)
{
  ShBloodState state = { transmural_mmhg, velocity_cm_s, area_ratio, FALSE, FALSE };
  ShBloodLook look;

  sh_blood_look (sh_theme (SH_THEME_LIGHT), &state, &look);
  return look;
}

static double
lightness (ShColor c)
{
  return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

static void
test_blood_darkens_with_pressure (void)
{
  double before = 1;

  for (double pressure = 0; pressure <= 90; pressure += 10)
    {
      double now = lightness (look_of (pressure, 0, 1).fill);

      g_assert_cmpfloat (now, <=, before);
      before = now;
    }
  g_assert_cmpfloat (lightness (look_of (85, 0, 1).fill), <,
                     0.5 * lightness (look_of (10, 0, 1).fill));
}

static void
test_every_state_of_blood_has_its_pattern (void)
{
  g_assert_cmpfloat (look_of (30, 8, 1).moving, >, 0.95);
  g_assert_cmpfloat (look_of (30, 8, 1).backflow, ==, 0);
  g_assert_cmpfloat (look_of (30, 0, 1).standing, >, 0.95);
  g_assert_cmpfloat (look_of (30, -8, 1).backflow, >, 0.95);
  g_assert_cmpfloat (look_of (30, 0, 0.1).emptiness, >, 0.95);
  g_assert_cmpfloat (look_of (30, 0, 1).emptiness, ==, 0);
}

static void
test_treated_vein_holds_no_blood (void)
{
  ShBloodState state = { 30, 5, 1, TRUE, TRUE };
  ShBloodLook look;

  sh_blood_look (sh_theme (SH_THEME_LIGHT), &state, &look);
  g_assert_cmpfloat (look.moving, ==, 0);
  g_assert_cmpfloat (look.standing, ==, 0);
  /* Grey: no more blue than red. */
  g_assert_cmpfloat (look.fill.b - look.fill.r, <, 0.15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vein-section/wall keeps its length while the vein empties",
                   test_wall_keeps_its_length_while_the_vein_empties);
  g_test_add_func ("/vein-section/lumen has the area of its filling",
                   test_lumen_has_the_area_of_its_filling);
  g_test_add_func ("/vein-section/half full vein is the published ellipse",
                   test_half_full_vein_is_the_published_ellipse);
  g_test_add_func ("/vein-section/squeezed vein is a dumb-bell with open ends",
                   test_squeezed_vein_is_a_dumb_bell_with_open_ends);
  g_test_add_func ("/vein-section/shape changes smoothly with filling",
                   test_shape_changes_smoothly_with_filling);
  g_test_add_func ("/blood-look/blood darkens with pressure", test_blood_darkens_with_pressure);
  g_test_add_func ("/blood-look/every state of blood has its pattern",
                   test_every_state_of_blood_has_its_pattern);
  g_test_add_func ("/blood-look/treated vein holds no blood", test_treated_vein_holds_no_blood);
  return g_test_run ();
}
