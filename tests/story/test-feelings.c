/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-feelings.h"
#include "story-leg.h"

static void
healthy_walk_feels_like_nothing (void)
{
  for (int i = 0; i < SH_N_FEELINGS; i++)
    g_assert_cmpint (sh_feeling ((ShFeeling) i, 28.0, 0.0), ==, SH_LIKELIHOOD_UNLIKELY);
}

static void
long_standing_and_swelling_feel_like_all_of_it (void)
{
  for (int i = 0; i < SH_N_FEELINGS; i++)
    g_assert_cmpint (sh_feeling ((ShFeeling) i, 88.0, 4.0), ==, SH_LIKELIHOOD_LIKELY);
}

/* Someone does this for @seconds after a healthy walk; a feeling is at least, and at most, so
 * likely. */
static void
assert_felt (ShLikelihood least, ShLikelihood most, double seconds, const char *const *settings)
{
  StoryLeg leg;

  story_leg_run (&leg, seconds, settings);
  for (int i = 0; i < SH_N_FEELINGS; i++)
    {
      ShLikelihood felt = sh_feeling ((ShFeeling) i, leg.frame.ankle_minutes_mmhg,
                                      sh_feeling_water_percent (&leg.frame));

      g_test_message ("%s: %s", sh_feeling_label ((ShFeeling) i), sh_likelihood_label (felt));
      g_assert_cmpint (felt, >=, least);
      g_assert_cmpint (felt, <=, most);
    }
}

#define ASSERT_FELT(least, most, seconds, ...)                                                     \
  assert_felt (SH_LIKELIHOOD_##least, SH_LIKELIHOOD_##most, seconds,                               \
               (const char *const[]){ __VA_ARGS__, NULL })

/* Getting up fills veins at once, and a run fills the muscle with water: nobody feels ill by that.
 */
static void
a_run_and_a_short_rest_feel_like_nothing (void)
{
  ASSERT_FELT (UNLIKELY, UNLIKELY, 600, "activity=running");
  ASSERT_FELT (UNLIKELY, UNLIKELY, 600, "activity=walking");
  ASSERT_FELT (UNLIKELY, UNLIKELY, 300, "posture=sitting");
  ASSERT_FELT (UNLIKELY, POSSIBLE, 600, "posture=sitting");
  ASSERT_FELT (POSSIBLE, LIKELY, 7200, "posture=sitting");
}

static void
more_load_never_makes_a_feeling_less_likely (void)
{
  for (int i = 0; i < SH_N_FEELINGS; i++)
    for (double mmhg = 0.0; mmhg < 120.0; mmhg += 5.0)
      for (double percent = -1.0; percent < 6.0; percent += 0.5)
        {
          ShLikelihood here = sh_feeling ((ShFeeling) i, mmhg, percent);

          g_assert_cmpint (sh_feeling ((ShFeeling) i, mmhg + 5.0, percent), >=, here);
          g_assert_cmpint (sh_feeling ((ShFeeling) i, mmhg, percent + 0.5), >=, here);
        }
}

static void
words_are_there_and_the_rule_says_what_it_is (void)
{
  for (int i = 0; i < SH_N_FEELINGS; i++)
    g_assert_cmpstr (sh_feeling_label ((ShFeeling) i), !=, "");
  g_assert_cmpstr (sh_likelihood_label (SH_LIKELIHOOD_LIKELY), !=,
                   sh_likelihood_label (SH_LIKELIHOOD_POSSIBLE));
  g_assert_nonnull (g_strstr_len (sh_feeling_rule (), -1, "illustration"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/feelings/" name, function)
  ADD ("healthy walk feels like nothing", healthy_walk_feels_like_nothing);
  ADD ("long standing and swelling feel like all of it",
       long_standing_and_swelling_feel_like_all_of_it);
  ADD ("a run and a short rest feel like nothing", a_run_and_a_short_rest_feel_like_nothing);
  ADD ("more load never makes a feeling less likely", more_load_never_makes_a_feeling_less_likely);
  ADD ("words are there and the rule says what it is",
       words_are_there_and_the_rule_says_what_it_is);
  return g_test_run ();
}
