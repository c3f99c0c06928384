/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "sh-atomic-file.h"
#include "sh-scenario-floor.h"

#define HEAD "[Lesson]\ntitle=T\n"
#define STEP HEAD "[Step]\ncaption=C\n"
#define TWO STEP "name=a\n[Step]\ncaption=D\n"
#define WHOLE                                                                                      \
  "choice.falls=a\nbecause.falls=b\nchoice.stays=a\nbecause.stays=b\nchoice.rises=a\n"             \
  "because.rises=b\n"

/* What is wrong in a file and what has to be said about it, word for word. */
typedef struct
{
  const char *text;
  const char *message;
} Mistake;

static const Mistake mistakes[] = {
  { HEAD, "f:1:1: there is no step; allowed: [Lesson], then at least one [Step]" },
  { HEAD "[Stepp]\n",
    "f:3:2: wrong value \"Stepp\" for group; allowed: Lesson, Step, Question; nearest: \"Step\"" },
  { "[Lesson]\n[Step]\ncaption=C\n", "f:1:1: [Lesson] lacks title; allowed: title=TEXT" },
  { HEAD "titel=x\n[Step]\ncaption=C\n",
    "f:3:1: unknown key \"titel\"; allowed: title, summary; nearest: \"title\"" },
  { HEAD "[Lesson]\ntitle=U\n[Step]\ncaption=C\n", "f:3:1: a second [Lesson]; allowed: one" },
  { HEAD "title=U\n[Step]\ncaption=C\n", "f:3:1: a second \"title\"; allowed: one, as in line 2" },
  { HEAD "[Step\ncaption=C\n", "f:3:1: \"[Step\" is no group; allowed: [NAME]" },
  { HEAD "[Step]\nview=leg\n", "f:3:1: [Step] lacks caption; allowed: caption=TEXT" },
  { HEAD "[Step]\ncaption=\n", "f:4:9: caption is empty; allowed: a text" },
  { STEP "walking\n", "f:5:1: \"walking\" is no setting; allowed: KEY=VALUE, a line that starts "
                      "with a space and goes on, or # and a comment" },
  { STEP "view = lense\n", "f:5:8: wrong value \"lense\" for view; allowed: stage, leg, slice, "
                           "lens, figure, compare, charts; nearest: \"lens\"" },
  { STEP "duration=0\n",
    "f:5:10: wrong value \"0\" for duration; allowed: a number from 1 to 600" },
  { STEP "speed=fast\n", "f:5:7: wrong value \"fast\" for speed; allowed: a number from 0.1 to 1" },
  { STEP "start=new\n",
    "f:5:7: wrong value \"new\" for start; allowed: go-on, fresh; nearest: \"fresh\"" },
  { STEP "against=sick\n", "f:5:9: wrong value \"sick\" for against; allowed: healthy, or the name "
                           "of an earlier step" },
  { STEP "point=muscel\n",
    "f:5:7: wrong value \"muscel\" for point; allowed: nothing, muscle, figure, heart, slice, "
    "pressure, volume, swelling, chart, or the name of a valve or a vein; nearest: \"muscle\"" },
  { STEP "effort=2\n", "f:5:8: wrong value \"2\" for effort; allowed: a number from 0 to 1.5" },
  { STEP "captoin=x\n",
    "f:5:1: unknown key \"captoin\"; allowed: name, start, caption, clinical, fact, view, valve, "
    "level, against, point, duration, speed, or a key of the scenario (second-heart list keys); "
    "nearest: \"caption\"" },
  { STEP "activity=cycling\nposture=standing\n",
    "f:6:9: cycling cannot be done in the posture \"standing\"; allowed: sitting" },
  { TWO "name=a\n", "f:8:6: wrong value \"a\" for name; allowed: a name that no other step has" },
  { HEAD "[Question]\nask=Q\n", "f:3:1: a [Question] without a step of its own; allowed: at most "
                                "one after each [Step]" },
  { TWO "[Question]\n" WHOLE, "f:8:1: [Question] lacks ask; allowed: ask=TEXT" },
  { TWO "[Question]\nask=Q\nmeasure=pulse\n" WHOLE,
    "f:10:9: wrong value \"pulse\" for measure; allowed: ankle-pressure, foot-pressure, "
    "calf-blood, swelling, sent-up, fell-back, net; nearest: \"net\"" },
  { TWO "[Question]\nask=Q\nagainst=b\n" WHOLE,
    "f:10:9: wrong value \"b\" for against; allowed: the name of an earlier step" },
  { TWO "[Question]\nask=Q\nchoice.falls=a\nbecause.falls=b\n",
    "f:8:1: the choices leave out what may happen; allowed: choice.falls, choice.stays and "
    "choice.rises together, or bands alone" },
  { TWO "[Question]\nask=Q\nchoice.drops=a\nbecause.drops=b\nchoice.above-3=a\nbecause.above-3=b\n",
    "f:10:1: unknown outcome \"drops\"; allowed: falls, stays, rises, or below-N, N-to-M, above-N "
    "with numbers" },
  { TWO "[Question]\nask=Q\nchoice.falls=a\n",
    "f:10:1: choice.falls has no reason; allowed: because.falls=TEXT" },
  { TWO "[Question]\nask=Q\nchoice.below-30=a\nbecause.below-30=b\nchoice.above-40=a\n"
        "because.above-40=b\n",
    "f:8:1: the choices leave out what may happen; allowed: bands that follow each other, such as "
    "below-30, 30-to-60 and above-60" },
  { TWO "[Question]\nask=Q\nkind=curve\n",
    "f:8:1: [Question] lacks because; allowed: because=TEXT" },
  { STEP "[Question]\nask=Q\n" WHOLE,
    "f:5:1: the choices leave out what may happen; allowed: bands "
    "in the first step, where nothing was before" },
  { STEP "clinical=\xFF\n", "f:5:10: a byte that is no text; allowed: text in UTF-8" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autoptr (ShMistakes) found = sh_mistakes_new ("f");
  ShLesson *lesson = sh_lesson_parse (mistake->text, strlen (mistake->text), "f", found);

  g_assert_null (lesson);
  g_assert_cmpstr (g_ptr_array_index (found->messages, 0), ==, mistake->message);
}

static void
test_every_mistake_is_told (void)
{
  const char *text = "[Lesson]\ntitle=T\nx=1\n[Step]\nview=lenz\neffort=9\n[Step]\ncaption=C\n"
                     "posture=flying\n[Question]\n";
  g_autoptr (ShMistakes) found = sh_check_text (text, strlen (text), "f");
  static const char *const starts[] = { "f:3:1: ", "f:4:1: ", "f:5:6: ", "f:6:8: ", "f:9:9: " };

  g_assert_cmpuint (found->n, ==, G_N_ELEMENTS (starts));
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (found->messages, i), starts[i]));
}

static void
test_every_mistake_of_a_scenario_is_told (void)
{
  const char *text = "[Scenario]\n  activity = wlaking\nnonsense\nleak.deap=1\n";
  g_autoptr (ShMistakes) found = sh_check_text (text, strlen (text), "f");
  static const char *const starts[] = { "f:3:1: ", "f:2:14: ", "f:4:1: " };

  g_assert_cmpuint (found->n, ==, G_N_ELEMENTS (starts));
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (found->messages, i), starts[i]));
}

static void
test_a_flood_of_mistakes_ends (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (ShMistakes) found = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "[Step]\nzz%d=1\n", i);
  found = sh_check_text (text->str, text->len, "f");
  g_assert_cmpuint (found->messages->len, ==, 100);
  g_assert_cmpuint (found->n, >=, 5000);
}

static ShLesson *
good (const char *text)
{
  g_autoptr (ShMistakes) found = sh_mistakes_new ("f");
  ShLesson *lesson = sh_lesson_parse (text, strlen (text), "f", found);

  if (lesson == NULL)
    g_error ("%s", (const char *) g_ptr_array_index (found->messages, 0));
  return lesson;
}

static void
test_steps_go_on_from_each_other (void)
{
  g_autoptr (ShLesson) lesson =
      good (HEAD "[Step]\ncaption=One\n  two.\nactivity=cycling\npace=90\nleak.deep=0.5\n"
                 "[Step]\ncaption=C\nactivity=walking\n[Step]\ncaption=C\nleak.deep=0\n"
                 "[Step]\ncaption=C\nstart=fresh\n");
  ShScenario healthy;

  sh_scenario_init (&healthy);
  g_assert_cmpstr (sh_lesson_step (lesson, 0)->caption, ==, "One two.");
  g_assert_cmpfloat (sh_lesson_step (lesson, 0)->scenario.pace, ==, 90.0);
  g_assert_cmpint (sh_lesson_step (lesson, 1)->scenario.posture, ==, SH_POSTURE_STANDING);
  g_assert_cmpfloat (sh_lesson_step (lesson, 1)->scenario.leak[SH_VALVE_POPLITEAL_1], ==, 0.5);
  g_assert_cmpfloat (sh_lesson_step (lesson, 2)->scenario.leak[SH_VALVE_POPLITEAL_1], ==, 0.0);
  g_assert_cmpint (sh_lesson_step (lesson, 2)->scenario.activity, ==, SH_ACTIVITY_WALKING);
  g_assert_true (sh_scenario_equal (&sh_lesson_step (lesson, 3)->scenario, &healthy));
  g_assert_null (sh_lesson_step (lesson, 4));
}

static void
test_compare_is_with_a_healthy_leg_that_does_the_same (void)
{
  g_autoptr (ShLesson) lesson = good (STEP "activity=walking\nleak.deep=1\nview=compare\n");
  const ShLessonStep *step = sh_lesson_step (lesson, 0);

  g_assert_true (step->has_against);
  g_assert_cmpint (step->against.activity, ==, SH_ACTIVITY_WALKING);
  g_assert_cmpfloat (step->against.leak[SH_VALVE_POPLITEAL_1], ==, 0.0);
}

static void
test_own_lessons_are_found_in_a_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lessons-XXXXXX", NULL);
  g_autofree char *right = g_build_filename (folder, "right.lesson", NULL);
  g_autofree char *wrong = g_build_filename (folder, "wrong.lesson", NULL);
  g_autofree char *other = g_build_filename (folder, "other.txt", NULL);
  g_autoptr (ShMistakes) found = sh_mistakes_new (folder);
  g_autoptr (GPtrArray) lessons = NULL;

  g_assert_true (sh_atomic_write (right, STEP, strlen (STEP), NULL));
  g_assert_true (sh_atomic_write (wrong, HEAD, strlen (HEAD), NULL));
  g_assert_true (sh_atomic_write (other, HEAD, strlen (HEAD), NULL));
  lessons = sh_lessons_own (folder, found);
  g_assert_cmpuint (lessons->len, ==, 1);
  g_assert_cmpstr (((ShLesson *) g_ptr_array_index (lessons, 0))->id, ==, "right");
  g_assert_cmpuint (found->n, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (found->messages, 0), "wrong.lesson:1:1: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/lesson/mistake %02" G_GSIZE_FORMAT " is told word for word", i + 1);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
#define TEST(sentence, function) g_test_add_func ("/lesson/" sentence, function)
  TEST ("every mistake of a lesson is told", test_every_mistake_is_told);
  TEST ("every mistake of a scenario is told", test_every_mistake_of_a_scenario_is_told);
  TEST ("a flood of mistakes ends", test_a_flood_of_mistakes_ends);
  TEST ("steps go on from each other", test_steps_go_on_from_each_other);
  TEST ("compare is with a healthy leg that does the same",
        test_compare_is_with_a_healthy_leg_that_does_the_same);
  TEST ("own lessons are found in a folder", test_own_lessons_are_found_in_a_folder);
#undef TEST
  return g_test_run ();
}
