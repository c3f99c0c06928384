/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "story-leg.h"

static void
assert_number (double number, int decimals, const char *expected)
{
  g_autofree char *text = sh_number_for_people (number, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (84.4, 0, "84");
  assert_number (84.44, 1, "84.4");
  assert_number (0, 0, "0");
  assert_number (-0.04, 1, "0.0");
  assert_number (-1.25, 1, "−1.2");
  assert_number (0.125, 3, "0.125");
  assert_number (NAN, 1, "–");
  assert_number (INFINITY, 1, "–");
  assert_number (-INFINITY, 0, "–");
}

static void
test_huge_numbers_do_no_harm (void)
{
  g_autofree char *text = sh_number_for_people (1e300, 3);

  g_assert_cmpuint (strlen (text), <, 64);
}

static void
assert_quantity (double number, ShUnit unit, const char *expected)
{
  g_autofree char *text = sh_quantity_for_people (number, unit, 1);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_quantities (void)
{
  assert_quantity (84, SH_UNIT_MMHG, "84.0 mmHg");
  assert_quantity (75.0062, SH_UNIT_KPA, "10.0 kPa");
  assert_quantity (120, SH_UNIT_ML, "120.0 mL");
  assert_quantity (300, SH_UNIT_ML_PER_MIN, "300.0 mL/min");
  assert_quantity (2.5, SH_UNIT_PERCENT, "2.5 %");
  assert_quantity (5.6, SH_UNIT_CM_PER_S, "5.6 cm/s");
  assert_quantity (18, SH_UNIT_SECONDS, "18.0 s");
}

static void
test_cards (void)
{
  for (int i = 0; i < SH_N_NUMBERS; i++)
    {
      ShNumberCard card;

      sh_number_card ((ShNumber) i, &card);
      g_assert_cmpstr (card.label, !=, "");
      g_assert_true (g_str_has_suffix (card.sentence, "."));
      /* A range never stands without its source, nor a source without its range. */
      g_assert_true ((card.range == NULL) == (card.source == NULL));
      if (card.range != NULL)
        g_assert_true (strpbrk (card.source, "0123456789") != NULL);
    }
}

static void
test_values_of_a_frame (void)
{
  StoryLeg leg;

  STORY_LEG_RUN (&leg, 1, "posture=standing");
  g_assert_cmpfloat (sh_number_of_frame (SH_NUMBER_ANKLE_PRESSURE, &leg.frame), ==,
                     leg.frame.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE]);
  g_assert_cmpfloat (sh_number_of_frame (SH_NUMBER_CALF_BLOOD, &leg.frame), ==,
                     leg.frame.calf_blood_ml);
  g_assert_true (isnan (sh_number_of_frame (SH_NUMBER_SENT_UP, &leg.frame)));
}

static void
test_marks (void)
{
  double before = 0;

  for (int i = 0; i < SH_N_PRESSURE_MARKS; i++)
    {
      ShPressureMark mark;

      sh_pressure_mark (i, &mark);
      g_assert_cmpfloat (mark.low_mmhg, >, before);
      g_assert_cmpfloat (mark.high_mmhg, >=, mark.low_mmhg);
      before = mark.high_mmhg;
      g_assert_cmpstr (mark.label, !=, "");
      g_assert_nonnull (strstr (mark.source, "199"));
    }
}

/* A reader of kPa meets no mmHg, neither in numbers nor in the range beside them. */
static void
test_the_readers_unit (void)
{
  ShNumberCard card;

  sh_numbers_set_pressure_unit (SH_UNIT_KPA);
  assert_quantity (84, SH_UNIT_MMHG, "11.20 kPa");
  assert_quantity (84, SH_UNIT_ML, "84.0 mL");
  g_assert_cmpfloat_with_epsilon (sh_pressure_for_people (75.0062), 10.0, 1e-9);
  sh_number_card (SH_NUMBER_ANKLE_PRESSURE, &card);
  g_assert_null (strstr (card.range, "mmHg"));
  g_assert_nonnull (strstr (card.range, "11.2 kPa"));
  sh_numbers_set_pressure_unit (SH_UNIT_MMHG);
  assert_quantity (84, SH_UNIT_MMHG, "84.0 mmHg");
  g_assert_cmpfloat (sh_pressure_for_people (84), ==, 84);
}

/* Whoever subtracts the numbers that she reads gets the change that she reads. */
static void
test_changes_agree_with_what_is_read (void)
{
  g_autofree char *change = sh_change_for_people (35.6, 72.4, SH_UNIT_MMHG, 0);
  g_autofree char *fall = sh_change_for_people (120.24, 119.16, SH_UNIT_ML, 1);

  g_assert_cmpstr (change, ==, "36 mmHg");
  g_assert_cmpstr (fall, ==, "1.0 mL");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/a number is rounded and signed for people", test_numbers);
  g_test_add_func ("/numbers/a huge number does no harm", test_huge_numbers_do_no_harm);
  g_test_add_func ("/numbers/a quantity has its unit", test_quantities);
  g_test_add_func ("/numbers/a reader of kPa meets no mmHg", test_the_readers_unit);
  g_test_add_func ("/numbers/a card's range has a source", test_cards);
  g_test_add_func ("/numbers/a frame holds what needs no time", test_values_of_a_frame);
  g_test_add_func ("/numbers/marks of pressure rise", test_marks);
  g_test_add_func ("/numbers/changes agree with what is read",
                   test_changes_agree_with_what_is_read);
  return g_test_run ();
}
