/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "sh-numbers.h"
#include "sh-offer.h"
#include "sh-test-words.h"

static ShScenario
standing (void)
{
  ShScenario scenario;

  return *sh_scenario_init (&scenario);
}

static void
healthy_leg_is_offered_nothing (void)
{
  ShScenario scenario = standing ();

  g_assert_cmpint (sh_offer (&scenario), ==, SH_OFFER_NONE);
  g_assert_null (sh_offer_label (SH_OFFER_NONE));
}

static void
leaks_that_do_not_show_are_offered_heel_raises (void)
{
  ShScenario scenario = standing ();

  for (int i = 0; i < SH_N_VALVES; i++)
    scenario.leak[i] = 0.8;
  scenario.posture = SH_POSTURE_SITTING;
  scenario.inactive = true;
  g_assert_cmpint (sh_offer (&scenario), ==, SH_OFFER_RAISE_HEELS);
  g_assert_nonnull (sh_offer_label (SH_OFFER_RAISE_HEELS));
  sh_offer_take (SH_OFFER_RAISE_HEELS, &scenario);
  g_assert_cmpint (scenario.activity, ==, SH_ACTIVITY_HEEL_RAISES);
  g_assert_true (sh_activity_allows (scenario.activity, scenario.posture));
  g_assert_false (scenario.inactive);
  g_assert_cmpint (sh_offer (&scenario), ==, SH_OFFER_NONE);
}

static void
weak_calf_at_rest_is_offered_a_walk (void)
{
  ShScenario scenario = standing ();

  scenario.calf_strength = 0.3;
  g_assert_cmpint (sh_offer (&scenario), ==, SH_OFFER_WALK);
  sh_offer_take (SH_OFFER_WALK, &scenario);
  g_assert_cmpint (scenario.activity, ==, SH_ACTIVITY_WALKING);
}

/* Whatever a test of the laboratory gives and people are shown has words, and no usual value
 * without its paper. */
static void
results_have_words_and_usual_values_have_papers (void)
{
  ShScenario scenario = standing ();
  const ShTest tests[] = { SH_TEST_TIPTOE, SH_TEST_APG, SH_TEST_REFLUX, SH_TEST_STEADY };

  for (gsize t = 0; t < G_N_ELEMENTS (tests); t++)
    {
      ShMeasure measure;
      int shown = 0;

      g_assert_cmpint (sh_measure (tests[t], &scenario, NULL, &measure), ==, SH_STATUS_OK);
      for (int i = 0; i < measure.n_results; i++)
        {
          ShResultWords words;

          if (!sh_result_words (measure.results[i].name, &words))
            continue;
          shown++;
          g_assert_cmpstr (words.label, !=, "");
          g_assert_true (words.usual == NULL || words.source != NULL);
        }
      g_assert_cmpint (shown, >=, 4);
      g_assert_cmpstr (sh_test_sentence (tests[t]), !=, "");
    }
}

static void
results_are_written_with_their_unit (void)
{
  g_autofree char *fall = sh_result_text ("fall_percent", 75.4);
  g_autofree char *index = sh_result_text ("vfi_ml_s", 1.73);
  g_autofree char *none = sh_result_text ("rt90_s", SH_NO_RESULT);

  g_assert_cmpstr (fall, ==, "75 %");
  g_assert_cmpstr (index, ==, "1.7 mL/s");
  g_assert_cmpstr (none, ==, "–");
}

static void
pressures_are_written_in_the_readers_unit (void)
{
  g_autofree char *mmhg = sh_result_text ("rest_mmhg", 95.0), *kpa = NULL;
  ShResultWords words;

  sh_numbers_set_pressure_unit (SH_UNIT_KPA);
  kpa = sh_result_text ("rest_mmhg", 95.0);
  g_assert_true (sh_result_words ("fall_mmhg", &words));
  sh_numbers_set_pressure_unit (SH_UNIT_MMHG);
  g_assert_cmpstr (mmhg, ==, "95 mmHg");
  g_assert_cmpstr (kpa, ==, "12.7 kPa");
  g_assert_nonnull (strstr (words.usual, "8.5"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/offer/" name, function)
  ADD ("healthy leg is offered nothing", healthy_leg_is_offered_nothing);
  ADD ("leaks that do not show are offered heel raises",
       leaks_that_do_not_show_are_offered_heel_raises);
  ADD ("weak calf at rest is offered a walk", weak_calf_at_rest_is_offered_a_walk);
  ADD ("results have words and usual values have papers",
       results_have_words_and_usual_values_have_papers);
  ADD ("results are written with their unit", results_are_written_with_their_unit);
  ADD ("pressures are written in the reader's unit", pressures_are_written_in_the_readers_unit);
  return g_test_run ();
}
