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
  caption = sh_caption (&leg.frame, &leg.scenario, SH_WORDING_PLAIN);
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
        text = sh_describe (&leg.frame, &leg.scenario, (ShWording) wording);
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
  healthy = sh_describe (&leg.frame, &leg.scenario, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (healthy, "All valves close tightly."));
  STORY_LEG_RUN (&leg, 4, "activity=walking", "leak.deep=1");
  leaking = sh_describe (&leg.frame, &leg.scenario, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (leaking, "Valves of the deep veins leak."));
  STORY_LEG_RUN (&leg, 4, "activity=walking", "stocking=18");
  stocking = sh_describe (&leg.frame, &leg.scenario, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (stocking, "18 mmHg at the ankle"));
  STORY_LEG_RUN (&leg, 4, "activity=walking", "narrowing.femoral=0.7");
  narrow = sh_describe (&leg.frame, &leg.scenario, SH_WORDING_PLAIN);
  g_assert_nonnull (strstr (narrow, "Narrowed by an old clot: Femoral vein."));
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
  TEST ("a description has a few sentences and a number", test_description);
  TEST ("a description follows the state", test_description_follows_the_state);
#undef TEST
  return g_test_run ();
}
