/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-slider-unit.h"
#include "sh-stocking.h"

static void
texts_carry_value_and_unit (void)
{
  g_autofree char *percent = sh_slider_unit_text (SH_SLIDER_UNIT_PERCENT, 0.75);
  g_autofree char *steps = sh_slider_unit_text (SH_SLIDER_UNIT_STEPS, 99.6);
  g_autofree char *spoken = sh_slider_unit_spoken_text (SH_SLIDER_UNIT_CRANK_TURNS, 60.0);

  g_assert_cmpstr (percent, ==, "75 %");
  g_assert_cmpstr (steps, ==, "100 steps/min");
  g_assert_cmpstr (spoken, ==, "60 crank turns per minute");
}

static void
every_activity_has_its_own_unit (void)
{
  g_assert_cmpint (sh_slider_unit_of_activity (SH_ACTIVITY_CYCLING), ==,
                   SH_SLIDER_UNIT_CRANK_TURNS);
  g_assert_cmpint (sh_slider_unit_of_activity (SH_ACTIVITY_SWIMMING), ==, SH_SLIDER_UNIT_KICKS);
  g_assert_cmpint (sh_slider_unit_of_activity (SH_ACTIVITY_RUNNING), ==, SH_SLIDER_UNIT_STEPS);
  g_assert_cmpint (sh_slider_unit_of_activity (SH_ACTIVITY_HEEL_RAISES), ==,
                   SH_SLIDER_UNIT_REPETITIONS);
}

static void
hours_are_written_out (void)
{
  g_autofree char *minutes = sh_slider_unit_hours_text (59.0 * 60.0 + 59.0);
  g_autofree char *hours = sh_slider_unit_hours_text (3600.0 + 5.0 * 60.0);

  g_assert_cmpstr (minutes, ==, "59 min");
  g_assert_cmpstr (hours, ==, "1 h 05 min");
}

static void
stockings_stand_for_the_middle_of_their_range (void)
{
  static const double middle_mmhg[SH_N_STOCKINGS] = { 0.0, 12.0, 18.0, 25.0, 35.0 };

  for (int i = 0; i < SH_N_STOCKINGS; i++)
    {
      g_assert_cmpfloat (sh_stocking_mmhg ((ShStocking) i), ==, middle_mmhg[i]);
      g_assert_cmpint (sh_stocking_nearest (middle_mmhg[i] + 1.0), ==, i);
      g_assert_nonnull (sh_stocking_label ((ShStocking) i));
    }
}

static void
classes_are_those_of_the_standard (void)
{
  static const double limits_mmhg[][2] = { { 18, 21 }, { 23, 32 }, { 34, 46 }, { 49, 60 } };

  g_assert_cmpuint (sh_stocking_class_of (0.0), ==, 0);
  for (guint i = 1; i < SH_N_STOCKING_CLASSES; i++)
    {
      const double *limits = limits_mmhg[i - 1];

      g_assert_cmpuint (sh_stocking_class_of (limits[0]), ==, i);
      g_assert_cmpuint (sh_stocking_class_of (limits[1]), ==, i);
      g_assert_cmpuint (sh_stocking_class_of (sh_stocking_class_mmhg (i)), ==, i);
    }
}

static gboolean
goes_by_class (const char *first, const char *second)
{
  return sh_stocking_goes_by_class ((const char *const[]){ first, second, "C", NULL });
}

static void
the_country_decides_about_names (void)
{
  g_assert_true (goes_by_class ("de_DE.UTF-8", "de"));
  g_assert_true (goes_by_class ("de", "en_US"));
  g_assert_true (goes_by_class ("en_NL", "en"));
  g_assert_false (goes_by_class ("en_US.UTF-8", "en"));
  g_assert_false (goes_by_class ("fr_FR", "fr"));
  g_assert_false (goes_by_class ("de_US", "de"));
  g_assert_false (goes_by_class ("C", NULL));
  g_assert_false (sh_stocking_goes_by_class ((const char *const[]){ NULL }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slider-unit/texts carry value and unit", texts_carry_value_and_unit);
  g_test_add_func ("/slider-unit/every activity has its own unit", every_activity_has_its_own_unit);
  g_test_add_func ("/slider-unit/hours are written out", hours_are_written_out);
  g_test_add_func ("/stocking/stands for the middle of its range",
                   stockings_stand_for_the_middle_of_their_range);
  g_test_add_func ("/stocking/classes are those of the standard",
                   classes_are_those_of_the_standard);
  g_test_add_func ("/stocking/the country decides about names", the_country_decides_about_names);
  return g_test_run ();
}
