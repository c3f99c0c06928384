/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "story-leg.h"

static void
test_every_situation_has_both_wordings (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < SH_N_SITUATIONS; i++)
    for (int wording = SH_WORDING_PLAIN; wording <= SH_WORDING_CLINICAL; wording++)
      {
        char *caption = sh_caption_of ((ShSituation) i, (ShWording) wording);

        g_assert_cmpuint (strlen (caption), >, 20);
        g_assert_true (g_str_has_suffix (caption, "."));
        /* No two situations are told with the same words. */
        g_assert_true (g_hash_table_add (seen, caption));
      }
}

static void
test_caption_is_one_line (void)
{
  for (int i = 0; i < SH_N_SITUATIONS; i++)
    {
      g_autofree char *plain = sh_caption_of ((ShSituation) i, SH_WORDING_PLAIN);
      g_autofree char *clinical = sh_caption_of ((ShSituation) i, SH_WORDING_CLINICAL);

      g_assert_null (strchr (plain, '\n'));
      g_assert_cmpint (g_utf8_strlen (plain, -1), <=, 103);
      g_assert_cmpint (g_utf8_strlen (clinical, -1), <=, 110);
    }
}

static void
test_hold (void)
{
  g_assert_cmpfloat (sh_caption_hold_s (""), >=, 3);
  g_assert_cmpfloat (sh_caption_hold_s ("Blood."), >=, 3);
  g_assert_cmpfloat_with_epsilon (
      sh_caption_hold_s ("Standing still: the calf does not squeeze, and so the blood fills the "
                         "veins up to here."),
      6, 1);
}

static void
test_standing_with_leaks_explains_and_offers (void)
{
  g_autofree char *caption = NULL;
  StoryLeg leg;

  STORY_LEG_RUN (&leg, 1, "leak.all=1");
  caption = sh_caption (&leg.frame, &leg.scenario, leg.ankle_mmhg, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (caption, "in anyone"));
  g_assert_nonnull (strstr (caption, "Raise your heels"));
}

static guint
count_sentences (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (strchr (".?!", *p) != NULL && (p[1] == ' ' || p[1] == '\0'))
      n++;
  return n;
}

static void
test_description (void)
{
  static const char *const cases[][4] = {
    { "activity=walking", NULL },
    { "activity=cycling", "leak.all=1", "stocking=25", NULL },
    { "posture=lying", "side=left", NULL },
    { "posture=sitting", "inactive=true", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int wording = SH_WORDING_PLAIN; wording <= SH_WORDING_CLINICAL; wording++)
      {
        g_autofree char *text = NULL;
        StoryLeg leg;

        story_leg_run (&leg, 4, cases[i]);
        text = sh_describe (&leg.frame, &leg.scenario, leg.ankle_mmhg, (ShWording) wording);
        g_assert_cmpuint (count_sentences (text), >=, 3);
        g_assert_cmpuint (count_sentences (text), <=, 7);
        g_assert_nonnull (strstr (text, "mmHg"));
        g_assert_nonnull (
            strstr (text, leg.scenario.side == SH_SIDE_LEFT ? "left leg" : "right leg"));
      }
}

static void
test_description_follows_the_state (void)
{
  g_autofree char *healthy = NULL;
  g_autofree char *leaking = NULL;
  g_autofree char *stocking = NULL;
  g_autofree char *narrow = NULL;
  StoryLeg leg;

  STORY_LEG_RUN (&leg, 4, "activity=walking");
  healthy = sh_describe (&leg.frame, &leg.scenario, leg.ankle_mmhg, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (healthy, "All valves close tightly."));
  STORY_LEG_RUN (&leg, 4, "activity=walking", "leak.deep=1");
  leaking = sh_describe (&leg.frame, &leg.scenario, leg.ankle_mmhg, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (leaking, "Valves of the deep veins leak."));
  STORY_LEG_RUN (&leg, 4, "activity=walking", "stocking=18");
  stocking = sh_describe (&leg.frame, &leg.scenario, leg.ankle_mmhg, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (stocking, "18 mmHg at the ankle"));
  STORY_LEG_RUN (&leg, 4, "activity=walking", "narrowing.femoral=0.7");
  narrow = sh_describe (&leg.frame, &leg.scenario, leg.ankle_mmhg, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (narrow, "Narrowed by an old clot: Femoral vein."));
}

/* What the words say about the pressure, read from the words themselves. */
static ShClaim
claim_of_words (const char *caption)
{
  if (g_regex_match_simple ("(?<!muscle )pressure[^.:,;]*\\b(low|near normal|near to normal)\\b",
                            caption, 0, 0))
    return SH_CLAIM_LOW;
  if (g_regex_match_simple (
          "(ankle|ambulatory|the) pressure[^.:,;]*\\b(high|higher|raised|falls little)\\b|"
          "presses hard at the ankle|keeps pressure high",
          caption, 0, 0))
    return SH_CLAIM_HIGH;
  return SH_CLAIM_NONE;
}

/* A caption with a claim in its words is marked as one that makes it. */
static void
test_claims_are_marked (void)
{
  for (int i = 0; i < SH_N_SITUATIONS; i++)
    for (int wording = SH_WORDING_PLAIN; wording <= SH_WORDING_CLINICAL; wording++)
      {
        g_autofree char *caption = sh_caption_of ((ShSituation) i, (ShWording) wording);
        ShClaim claim = claim_of_words (caption);

        if (claim != SH_CLAIM_NONE)
          {
            g_test_message ("%s", caption);
            g_assert_cmpint (sh_situation_claim ((ShSituation) i), ==, claim);
          }
      }
}

/* Someone with a leg of some kind does something in some way. */
static void
change_at_random (GRand *rand, ShScenario *scenario)
{
  static const ShVein leaking[] = { SH_VEIN_POPLITEAL, SH_VEIN_GREAT_SAPHENOUS_THIGH,
                                    SH_VEIN_SMALL_SAPHENOUS };
  ShStop stop = *sh_stop (g_rand_int_range (rand, 0, SH_N_STOPS));
  const ShActivityInfo *info = sh_activity_info (stop.activity);

  sh_scenario_init (scenario);
  scenario->activity = stop.activity;
  scenario->posture = stop.posture;
  scenario->pace = stop.activity == SH_ACTIVITY_REST
                       ? scenario->pace
                       : g_rand_double_range (rand, info->pace_usual_low, info->pace_usual_high);
  scenario->effort = g_rand_double_range (rand, 0.3, 1.5);
  scenario->body_height_m = g_rand_double_range (rand, 1.4, 2.0);
  scenario->room_temperature_c = g_rand_double_range (rand, 15.0, 40.0);
  if (g_rand_boolean (rand))
    scenario->calf_strength = g_rand_double (rand);
  if (g_rand_boolean (rand))
    for (ShValve valve = 0; valve < SH_N_VALVES; valve++)
      if (sh_valve_info (valve)->below == leaking[g_rand_int_range (rand, 0, 3)])
        scenario->leak[valve] = g_rand_double (rand);
  if (g_rand_int_range (rand, 0, 4) == 0)
    scenario->narrowing[SH_VEIN_FEMORAL] = g_rand_double_range (rand, 0.0, 0.95);
}

/* Limits of their own, apart from those of the program: half way between walkers and standers, who
 * differ with their height. */
static void
assert_true_words (const char *caption, double ankle_mmhg)
{
  ShClaim claim = claim_of_words (caption);

  if ((claim == SH_CLAIM_LOW && ankle_mmhg > 58.0) || (claim == SH_CLAIM_HIGH && ankle_mmhg < 22.0))
    g_error ("“%s” at %.1f mmHg", caption, ankle_mmhg);
}

/* The leg lives on from one thing to the next, as in the window; it is looked at each two seconds.
 */
static void
test_claims_hold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  int claims[3] = { 0 };
  ShLeg *model = sh_leg_new ();
  ShScenario scenario;

  sh_scenario_init (&scenario);
  g_assert_cmpint (sh_leg_reset (model, &scenario), ==, SH_STATUS_OK);
  for (int i = 0; i < 60; i++)
    {
      change_at_random (rand, &scenario);
      if (sh_leg_configure (model, &scenario) != SH_STATUS_OK)
        continue;
      for (int look = 0; look < 8; look++)
        {
          double ankle_mmhg = story_leg_mean (model, look < 4 ? 0.5 : 3.0);
          ShFrame frame;

          sh_leg_read (model, &frame);
          for (int wording = SH_WORDING_PLAIN; wording <= SH_WORDING_CLINICAL; wording++)
            {
              g_autofree char *caption =
                  sh_caption (&frame, &scenario, ankle_mmhg, (ShWording) wording);

              assert_true_words (caption, ankle_mmhg);
              claims[claim_of_words (caption)]++;
            }
        }
    }
  sh_leg_free (model);
  g_assert_cmpint (claims[SH_CLAIM_LOW], >, 50);
  g_assert_cmpint (claims[SH_CLAIM_HIGH], >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(sentence, function) g_test_add_func ("/caption/" sentence, function)
  TEST ("every situation has words of its own in both wordings",
        test_every_situation_has_both_wordings);
  TEST ("a caption fits one line", test_caption_is_one_line);
  TEST ("a caption stays until it can be read", test_hold);
  TEST ("leaks in standing are explained and movement is offered",
        test_standing_with_leaks_explains_and_offers);
  TEST ("what words claim is marked", test_claims_are_marked);
  TEST ("what words claim fits the pressure beside them", test_claims_hold);
  TEST ("a description has a few sentences and a number", test_description);
  TEST ("a description follows the state", test_description_follows_the_state);
#undef TEST
  return g_test_run ();
}
