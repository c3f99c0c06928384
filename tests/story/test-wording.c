/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "readability.h"
#include "story-leg.h"

static void
test_measure (void)
{
  ReadCount easy = { 0 };
  ReadCount hard = { 0 };

  g_assert_cmpuint (read_syllables ("squeezes", 8), ==, 2);
  g_assert_cmpuint (read_syllables ("valve", 5), ==, 1);
  g_assert_cmpuint (read_syllables ("ankle", 5), ==, 2);
  read_count ("The calf rests. The blood stays up.", &easy);
  g_assert_cmpfloat (read_grade (&easy), <, 1);
  read_count ("Ambulatory hypertension characterises superficial incompetence.", &hard);
  g_assert_cmpfloat (read_grade (&hard), >, 15);
}

static void
test_captions_together (void)
{
  ReadCount all = { 0 };

  for (int i = 0; i < SH_N_SITUATIONS; i++)
    {
      g_autofree char *caption = sh_caption_of ((ShSituation) i, SH_WORDING_PLAIN);
      ReadCount one = { 0 };

      read_count (caption, &all);
      read_count (caption, &one);
      g_test_message ("%.1f %s", read_grade (&one), caption);
      g_assert_cmpfloat (read_grade (&one), <, 8.5);
    }
  g_assert_cmpfloat (read_grade (&all), <, 6);
}

static void
test_no_word_of_the_trade (void)
{
  static const char *const words[] = { "reflux",       "transmural", "ambulatory", "superficial",
                                       "hydrostatic",  "competent",  "ejection",   "perforator",
                                       "interstitial", "oedema",     "popliteal",  "saphenous",
                                       "venous",       "mmHg",       "supine" };

  for (int i = 0; i < SH_N_SITUATIONS; i++)
    {
      g_autofree char *caption = sh_caption_of ((ShSituation) i, SH_WORDING_PLAIN);
      g_autofree char *lower = g_utf8_strdown (caption, -1);

      for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
        if (strstr (lower, words[j]) != NULL)
          g_error ("\"%s\" in: %s", words[j], caption);
    }
}

static void
test_nothing_frightens_or_promises (void)
{
  static const char *const words[] = { "danger", "die",   "death",   "cure",   "heal ",
                                       "always", "never", "amputat", "severe", "risk" };

  for (int i = 0; i < SH_N_SITUATIONS; i++)
    {
      g_autofree char *caption = sh_caption_of ((ShSituation) i, SH_WORDING_PLAIN);

      for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
        if (strstr (caption, words[j]) != NULL)
          g_error ("\"%s\" in: %s", words[j], caption);
    }
}

static void
test_cautions (void)
{
  g_assert_nonnull (strstr (sh_caution_stocking (), "arteries"));
  g_assert_nonnull (strstr (sh_caution_stocking (), "doctor"));
  g_assert_nonnull (strstr (sh_caution_education (), "Not a diagnosis"));
  g_assert_nonnull (strstr (sh_caution_same_day (), "same day"));
  g_assert_nonnull (strstr (sh_caution_emergency (), "breath"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(sentence, function) g_test_add_func ("/wording/" sentence, function)
  TEST ("the measure of reading tells easy from hard", test_measure);
  TEST ("plain captions read at about grade 6", test_captions_together);
  TEST ("plain captions hold no word of the trade", test_no_word_of_the_trade);
  TEST ("plain captions neither frighten nor promise", test_nothing_frightens_or_promises);
  TEST ("cautions name who has to ask", test_cautions);
#undef TEST
  return g_test_run ();
}
