/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <ctype.h>
#include <string.h>

#include "story-leg.h"

/* How hard a text is to read, after Flesch and Kincaid: 0.39 × words a sentence + 11.8 × syllables
 * a word − 15.59 (Kincaid and others 1975), the grade of a school in the United States. */

static guint
syllables_of (const char *word, gsize length)
{
  guint n = 0;
  gboolean before = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gboolean vowel = strchr ("aeiouy", tolower ((guchar) word[i])) != NULL;

      n += vowel && !before;
      before = vowel;
    }
  /* A silent e, or ed, at the end. */
  if (n > 1 && length > 2 && word[length - 1] == 'e' && word[length - 2] != 'l')
    n--;
  if (n > 1 && length > 3 && strncmp (word + length - 2, "ed", 2) == 0 &&
      strchr ("td", word[length - 3]) == NULL)
    n--;
  return MAX (n, 1);
}

typedef struct
{
  guint words;
  guint syllables;
  guint sentences;
} Count;

static void
count (const char *text, Count *result)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize length = 0;

      while (isalpha ((guchar) p[length]) || p[length] == '\'')
        length++;
      if (length > 0)
        {
          result->words++;
          result->syllables += syllables_of (p, length);
          p += length;
          continue;
        }
      /* A colon divides what is read in one go as a full stop does. */
      result->sentences += strchr (".:;", *p) != NULL;
      p++;
    }
}

static double
grade_of (const Count *c)
{
  return 0.39 * c->words / MAX (c->sentences, 1) + 11.8 * c->syllables / MAX (c->words, 1) - 15.59;
}

static void
test_measure (void)
{
  Count easy = { 0 };
  Count hard = { 0 };

  g_assert_cmpuint (syllables_of ("squeezes", 8), ==, 2);
  g_assert_cmpuint (syllables_of ("valve", 5), ==, 1);
  g_assert_cmpuint (syllables_of ("ankle", 5), ==, 2);
  count ("The calf rests. The blood stays up.", &easy);
  g_assert_cmpfloat (grade_of (&easy), <, 1);
  count ("Ambulatory hypertension characterises superficial incompetence.", &hard);
  g_assert_cmpfloat (grade_of (&hard), >, 15);
}

static void
test_captions_together (void)
{
  Count all = { 0 };

  for (int i = 0; i < SH_N_SITUATIONS; i++)
    {
      g_autofree char *caption = sh_caption_of ((ShSituation) i, SH_WORDING_PLAIN);
      Count one = { 0 };

      count (caption, &all);
      count (caption, &one);
      g_test_message ("%.1f %s", grade_of (&one), caption);
      g_assert_cmpfloat (grade_of (&one), <, 8.5);
    }
  g_assert_cmpfloat (grade_of (&all), <, 6);
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
