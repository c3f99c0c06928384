/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "readability.h"
#include "sh-lesson-shelf.h"
#include "sh-story.h"

typedef void (*WithText) (const char *text, gpointer data);

/* Every plain text of a lesson that a visitor reads. */
static void
each_text (const ShLesson *lesson, WithText with, gpointer data)
{
  with (lesson->title, data);
  if (lesson->summary != NULL)
    with (lesson->summary, data);
  for (int i = 0; i < sh_lesson_n_steps (lesson); i++)
    {
      const ShLessonStep *step = sh_lesson_step (lesson, i);
      const ShLessonQuestion *question = step->question;

      with (step->caption, data);
      if (question == NULL)
        continue;
      with (question->ask, data);
      if (question->because != NULL)
        with (question->because, data);
      for (int j = 0; j < question->n_choices; j++)
        {
          with (question->choices[j].text, data);
          with (question->choices[j].because, data);
        }
    }
}

static void
each_lesson (WithText with, gpointer data)
{
  g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();

  g_assert_cmpuint (lessons->len, >=, 10);
  for (guint i = 0; i < lessons->len; i++)
    each_text (g_ptr_array_index (lessons, i), with, data);
}

static void
count_and_check (const char *text, gpointer data)
{
  ReadCount one = { 0 };
  gboolean whole = strchr (".?!", text[strlen (text) - 1]) != NULL;

  read_count (text, data);
  read_count (text, &one);
  /* A title has no full stop. */
  if (whole && one.words > 12 && read_grade (&one) >= 8.5)
    g_error ("grade %.1f: %s", read_grade (&one), text);
}

static void
test_each_lesson_reads_at_grade_six (void)
{
  g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();

  for (guint i = 0; i < lessons->len; i++)
    {
      const ShLesson *lesson = g_ptr_array_index (lessons, i);
      ReadCount count = { 0 };

      each_text (lesson, count_and_check, &count);
      g_test_message ("%.1f %s", read_grade (&count), lesson->id);
      g_assert_cmpfloat (read_grade (&count), <=, 6.9);
    }
}

static void
refuse_words (const char *text, gpointer data)
{
  const char *const *words = data;
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      g_error ("\"%s\" in: %s", words[i], text);
}

static void
test_no_word_of_the_trade (void)
{
  static const char *const words[] = { "reflux",      "transmural", "ambulatory", "superficial",
                                       "hydrostatic", "competent",  "ejection",   "interstitial",
                                       "oedema",      "popliteal",  "venous",     "supine",
                                       "perforator",  NULL };

  each_lesson (refuse_words, (gpointer) words);
}

static void
test_nothing_frightens_or_promises (void)
{
  static const char *const words[] = { "danger",    " die",    "death",
                                       "cure",      "heal ",   "always",
                                       "amput",     "severe ", "you have a disease",
                                       "guarantee", NULL };

  each_lesson (refuse_words, (gpointer) words);
}

static void
test_facts_say_who_says_so (void)
{
  for (int i = 0; i < SH_N_FACTS; i++)
    {
      ShFactCard card;

      g_assert_true (sh_fact_card ((ShFact) i, &card));
      g_assert_true (g_str_has_prefix (card.source, "According to"));
      g_assert_cmpuint (strlen (card.text), <, 140);
      if (strstr (card.text, "30 million") != NULL)
        g_assert_nonnull (strstr (card.source, "Society for Vascular Medicine"));
    }
}

static void
test_every_fact_is_shown_and_none_is_a_wall (void)
{
  g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();
  guint shown[SH_N_FACTS] = { 0 };

  for (guint i = 0; i < lessons->len; i++)
    for (int j = 0; j < sh_lesson_n_steps (g_ptr_array_index (lessons, i)); j++)
      {
        ShFact fact = sh_lesson_step (g_ptr_array_index (lessons, i), j)->fact;

        if (fact != SH_FACT_NONE)
          shown[fact]++;
      }
  for (int i = 0; i < SH_N_FACTS; i++)
    {
      g_assert_cmpuint (shown[i], >=, 1);
      g_assert_cmpuint (shown[i], <=, 3);
    }
}

static void
test_a_stocking_comes_with_its_caution (void)
{
  g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();

  for (guint i = 0; i < lessons->len; i++)
    {
      const ShLesson *lesson = g_ptr_array_index (lessons, i);
      gboolean worn = FALSE;
      gboolean warned = FALSE;

      for (int j = 0; j < sh_lesson_n_steps (lesson); j++)
        {
          const ShLessonStep *step = sh_lesson_step (lesson, j);

          worn = worn || step->scenario.stocking_mmhg > 0;
          warned = warned || strstr (step->caption, "Ask a doctor first") != NULL;
        }
      g_assert_true (!worn || warned);
    }
}

static void
refuse_units_of_pressure (const char *text, gpointer data)
{
  g_assert_null (strstr (text, "mmHg"));
  g_assert_null (strstr (text, "kPa"));
}

/* A lesson's words are the same for readers of either unit; what is measured is put in by itself.
 */
static void
test_no_text_holds_a_unit_of_pressure (void)
{
  g_autoptr (GPtrArray) lessons = sh_lessons_shipped ();

  each_lesson (refuse_units_of_pressure, NULL);
  for (guint i = 0; i < lessons->len; i++)
    for (int k = 0; k < sh_lesson_n_steps (g_ptr_array_index (lessons, i)); k++)
      {
        const char *clinical = sh_lesson_step (g_ptr_array_index (lessons, i), k)->clinical;

        if (clinical != NULL)
          refuse_units_of_pressure (clinical, NULL);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(sentence, function) g_test_add_func ("/lesson wording/" sentence, function)
  TEST ("each lesson reads at about grade 6", test_each_lesson_reads_at_grade_six);
  TEST ("plain texts hold no word of the trade", test_no_word_of_the_trade);
  TEST ("plain texts neither frighten nor promise", test_nothing_frightens_or_promises);
  TEST ("quick facts say who says so", test_facts_say_who_says_so);
  TEST ("every quick fact is shown and none is a wall",
        test_every_fact_is_shown_and_none_is_a_wall);
  TEST ("a stocking comes with its caution", test_a_stocking_comes_with_its_caution);
  TEST ("no text holds a unit of pressure", test_no_text_holds_a_unit_of_pressure);
#undef TEST
  return g_test_run ();
}
