/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sh-story.h"
#include "sh-lesson-shelf.h"

/* Plays every shipped lesson to its end, as a visitor would, with a clock of its own. */

#define TICK_S 0.5

static GPtrArray *lessons;

static ShLessonPlayer *
play (const char *id)
{
  g_autoptr (ShLesson) lesson = sh_lesson_shipped (id);

  g_assert_nonnull (lesson);
  return sh_lesson_player_new (lesson);
}

static int
find_step (const ShLesson *lesson, const char *name)
{
  for (int i = 0; i < sh_lesson_n_steps (lesson); i++)
    if (g_strcmp0 (sh_lesson_step (lesson, i)->name, name) == 0)
      return i;
  g_error ("%s has no step %s", lesson->id, name);
}

static double
value_of (ShLessonPlayer *player, const char *step, ShLessonMeasure measure, ShLessonWhen when)
{
  int index = find_step (sh_lesson_player_get_lesson (player), step);

  return sh_lesson_run_value (sh_lesson_player_get_run (player, index), measure, when);
}

/* Lets the present step run out; returns the seconds it took. */
static double
run_out (ShLessonPlayer *player)
{
  double seconds = 0.0;

  while (sh_lesson_player_get_phase (player) == SH_LESSON_RUNNING)
    {
      sh_lesson_player_tick (player, TICK_S);
      seconds += TICK_S;
      g_assert_cmpfloat (seconds, <=, 601.0);
    }
  return seconds;
}

/* Answers with a curve: the run's own, or one far from it. */
static void
draw (ShLessonPlayer *player, gboolean right)
{
  const ShLessonQuestion *question = sh_lesson_player_get_step (player)->question;
  const ShLessonRun *run = sh_lesson_player_get_run (player, sh_lesson_player_get_index (player));
  double drawn[64];

  for (int i = 0; i < 64; i++)
    drawn[i] = run->value[question->measure][i * (run->n - 1) / 63] +
               (right ? 0.0 : 3.0 * question->within);
  sh_lesson_player_draw (player, drawn, 64);
}

/* What a teacher reads: whole sentences with numbers, that agree with the answer. */
static void
assert_explained (ShLessonPlayer *player, const ShLessonAnswer *answer)
{
  const ShLessonQuestion *question = sh_lesson_player_get_step (player)->question;
  const ShLessonRun *run = sh_lesson_player_get_run (player, sh_lesson_player_get_index (player));
  g_autoptr (GPtrArray) texts = sh_lesson_explained (question, answer, run);
  const char *last = g_ptr_array_index (texts, texts->len - 1);

  for (guint i = 0; i < texts->len; i++)
    g_assert_true (g_str_has_suffix (g_ptr_array_index (texts, i), "."));
  g_assert_nonnull (strpbrk (g_ptr_array_index (texts, 0), "0123456789"));
  if (question->curve || isnan (answer->before))
    return;
  g_assert_cmpuint (texts->len, ==, 2);
  if (question->choices[answer->came].outcome == SH_OUTCOME_FALLS)
    g_assert_true (g_str_has_suffix (last, " less."));
  else if (question->choices[answer->came].outcome == SH_OUTCOME_RISES)
    g_assert_true (g_str_has_suffix (last, " more."));
  else
    g_assert_cmpstr (last, ==, "That counts as the same.");
}

static void
assert_told (ShLessonPlayer *player, int chosen)
{
  const ShLessonQuestion *question = sh_lesson_player_get_step (player)->question;
  ShLessonAnswer answer;
  g_autofree char *feedback = NULL;
  g_autofree char *measured = NULL;

  g_assert_true (sh_lesson_player_get_answer (player, &answer));
  g_assert_true (isfinite (answer.value));
  feedback = sh_lesson_feedback (question, &answer);
  measured = sh_lesson_measured (question, &answer);
  g_test_message ("%s %s %s", question->ask, measured, feedback);
  g_assert_nonnull (strstr (feedback, question->curve ? question->because
                                                      : question->choices[answer.came].because));
  if (!question->curve)
    g_assert_cmpint (answer.right, ==, chosen == answer.came);
  assert_explained (player, &answer);
}

/* Answers the present question in every way there is, each time with its own run. */
static void
answer_every_way (ShLessonPlayer *player)
{
  const ShLessonQuestion *question = sh_lesson_player_get_step (player)->question;
  int index = sh_lesson_player_get_index (player);
  int n_right = 0;

  for (int i = 0; i < (question->curve ? 2 : question->n_choices); i++)
    {
      ShLessonAnswer answer;

      sh_lesson_player_go (player, index);
      g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_ASKING);
      if (question->curve)
        draw (player, i == 0);
      else
        sh_lesson_player_choose (player, i);
      run_out (player);
      assert_told (player, i);
      g_assert_true (sh_lesson_player_get_answer (player, &answer));
      n_right += answer.right;
    }
  g_assert_cmpint (n_right, ==, 1);
}

static void
test_lesson (gconstpointer data)
{
  ShLesson *lesson = (ShLesson *) data;
  g_autoptr (ShLessonPlayer) player = sh_lesson_player_new (lesson);
  int steps = 0;

  while (sh_lesson_player_get_phase (player) != SH_LESSON_FINISHED)
    {
      const ShLessonStep *step = sh_lesson_player_get_step (player);

      g_assert_cmpint (sh_lesson_player_get_index (player), ==, steps++);
      if (step->question != NULL)
        answer_every_way (player);
      else
        g_assert_cmpfloat (fabs (run_out (player) - step->duration_s), <=, TICK_S);
      g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_TOLD);
      sh_lesson_player_next (player);
    }
  g_assert_cmpint (steps, ==, sh_lesson_n_steps (lesson));
}

/* What each lesson teaches has to come true in the model. */
typedef struct
{
  const char *lesson;
  const char *higher; /* the step after which the measure is higher */
  const char *lower;
  ShLessonMeasure measure;
  ShLessonWhen when;
  double least; /* by how much, in the measure's unit */
} Claim;

static const Claim claims[] = {
  { "three-needs", "muscle", "works", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "three-needs", "valves", "works", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "three-needs", "movement", "works", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_END, 20 },
  { "the-calf-pump", "still", "squeeze", SH_LESSON_CALF_BLOOD, SH_WHEN_END, 40 },
  { "the-calf-pump", "rest", "squeeze", SH_LESSON_CALF_BLOOD, SH_WHEN_END, 10 },
  { "the-calf-pump", "still", "walk", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_END, 40 },
  { "what-valves-do", "no-valves", "push", SH_LESSON_FELL_BACK, SH_WHEN_MEAN, 300 },
  { "five-ways", "still", "running", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 30 },
  { "five-ways", "still", "hiking", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 30 },
  { "five-ways", "still", "stairs", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 30 },
  { "five-ways", "still", "cycling", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 20 },
  { "five-ways", "still", "swimming", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 50 },
  { "cycling", "flat", "pointed", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "cycling", "flat", "again", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "sitting-all-day", "hours", "morning", SH_LESSON_SWELLING, SH_WHEN_END, 1 },
  { "sitting-all-day", "hours", "move", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 15 },
  { "sitting-all-day", "hours", "walk", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 15 },
  { "leaking-vein", "leak", "healthy", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "leaking-vein", "leak", "healthy", SH_LESSON_FELL_BACK, SH_WHEN_MEAN, 100 },
  { "weak-calf", "weak", "strong", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "weak-calf", "weak", "train", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "stocking", "without", "with", SH_LESSON_CALF_BLOOD, SH_WHEN_END, 8 },
  { "stocking", "with", "walk", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 15 },
  { "closing-a-vein", "leaking", "closed", SH_LESSON_FELL_BACK, SH_WHEN_MEAN, 100 },
  { "closing-a-vein", "leaking", "closed", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 10 },
  { "closing-a-vein", "deep", "closed", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 15 },
  { "gravity", "standing", "sitting", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_END, 15 },
  { "gravity", "sitting", "lying", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_END, 15 },
  { "gravity", "lying", "leg-up", SH_LESSON_CALF_BLOOD, SH_WHEN_END, 10 },
  { "when-to-see-a-doctor", "signs", "first", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_MEAN, 15 },
};

static void
test_claims (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      const Claim *claim = &claims[i];
      g_autoptr (ShLessonPlayer) player = play (claim->lesson);
      double higher = value_of (player, claim->higher, claim->measure, claim->when);
      double lower = value_of (player, claim->lower, claim->measure, claim->when);

      g_test_message ("%s: %s %.1f, %s %.1f", claim->lesson, claim->higher, higher, claim->lower,
                      lower);
      g_assert_cmpfloat (higher - lower, >=, claim->least);
    }
}

/* The answers that come of the questions of each lesson, one letter for each: falls, stays, rises,
 * the number of a band, or ~ for a curve that falls by half. */
static const struct
{
  const char *lesson;
  const char *came;
} taught[] = {
  { "three-needs", "r" },     { "the-calf-pump", "f~" }, { "what-valves-do", "r" },
  { "five-ways", "0f" },      { "cycling", "r" },        { "sitting-all-day", "rf" },
  { "leaking-vein", "r" },    { "weak-calf", "rf" },     { "stocking", "fs" },
  { "closing-a-vein", "fr" }, { "gravity", "ff" },       { "when-to-see-a-doctor", "f" },
};

static char
what_came (ShLessonPlayer *player, int index)
{
  const ShLessonQuestion *question =
      sh_lesson_step (sh_lesson_player_get_lesson (player), index)->question;
  const ShLessonRun *run;
  ShLessonAnswer answer;

  sh_lesson_player_go (player, index);
  sh_lesson_player_next (player);
  run_out (player);
  g_assert_true (sh_lesson_player_get_answer (player, &answer));
  if (!question->curve)
    return question->choices[answer.came].outcome == SH_OUTCOME_BAND
               ? (char) ('0' + answer.came)
               : "fsr"[question->choices[answer.came].outcome];
  run = sh_lesson_player_get_run (player, index);
  g_assert_cmpfloat (sh_lesson_run_value (run, question->measure, SH_WHEN_MEAN), <,
                     0.5 * run->value[question->measure][0]);
  return '~';
}

static void
test_answers_are_those_that_are_taught (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (taught), ==, lessons->len);
  for (gsize i = 0; i < G_N_ELEMENTS (taught); i++)
    {
      g_autoptr (ShLessonPlayer) player = play (taught[i].lesson);
      const ShLesson *lesson = sh_lesson_player_get_lesson (player);
      g_autoptr (GString) came = g_string_new (NULL);

      for (int step = 0; step < sh_lesson_n_steps (lesson); step++)
        if (sh_lesson_step (lesson, step)->question != NULL)
          g_string_append_c (came, what_came (player, step));
      g_test_message ("%s: %s", taught[i].lesson, came->str);
      g_assert_cmpstr (came->str, ==, taught[i].came);
    }
}

static void
test_stocking_leaves_the_standing_pressure (void)
{
  g_autoptr (ShLessonPlayer) player = play ("stocking");
  double without = value_of (player, "without", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_END);
  double with = value_of (player, "pressure", SH_LESSON_ANKLE_PRESSURE, SH_WHEN_END);

  g_assert_cmpfloat (fabs (without - with), <, 4.0);
}

/* The same question on another scenario has another right answer. */
static int
right_answer_with (const char *toe_pointing)
{
  g_autofree char *text = g_strdup_printf (
      "[Lesson]\ntitle=T\n[Step]\ncaption=C\nactivity=cycling\ntoe-pointing=0.5\nduration=40\n"
      "[Step]\ncaption=C\ntoe-pointing=%s\nduration=40\n[Question]\nask=Q\nchoice.falls=a\n"
      "because.falls=b\nchoice.stays=a\nbecause.stays=b\nchoice.rises=a\nbecause.rises=b\n",
      toe_pointing);
  g_autoptr (ShMistakes) mistakes = sh_mistakes_new ("f");
  g_autoptr (ShLesson) lesson = sh_lesson_parse (text, strlen (text), "f", mistakes);
  g_autoptr (ShLessonPlayer) player = sh_lesson_player_new (lesson);
  ShLessonAnswer answer;

  sh_lesson_player_go (player, 1);
  sh_lesson_player_next (player);
  run_out (player);
  g_assert_true (sh_lesson_player_get_answer (player, &answer));
  g_assert_false (answer.answered);
  return answer.came;
}

static void
test_answer_follows_the_scenario (void)
{
  g_assert_cmpint (right_answer_with ("1"), ==, 0);
  g_assert_cmpint (right_answer_with ("0.5"), ==, 1);
  g_assert_cmpint (right_answer_with ("0"), ==, 2);
}

static void
test_clicker (void)
{
  g_autoptr (ShLessonPlayer) player = play ("cycling");

  sh_lesson_player_back (player);
  g_assert_cmpint (sh_lesson_player_get_index (player), ==, 0);
  for (int i = 0; i < 2; i++)
    sh_lesson_player_next (player);
  g_assert_cmpint (sh_lesson_player_get_index (player), ==, 2);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_ASKING);
  sh_lesson_player_next (player);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_RUNNING);
  sh_lesson_player_next (player);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_TOLD);
  sh_lesson_player_next (player);
  g_assert_cmpint (sh_lesson_player_get_index (player), ==, 3);
  sh_lesson_player_next (player);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_FINISHED);
  sh_lesson_player_next (player);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_FINISHED);
  sh_lesson_player_back (player);
  g_assert_cmpint (sh_lesson_player_get_index (player), ==, 3);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_RUNNING);
}

static void
test_automatic (void)
{
  g_autoptr (ShLessonPlayer) player = play ("cycling");
  double seconds = 0.0;

  sh_lesson_player_set_automatic (player, TRUE);
  while (sh_lesson_player_get_phase (player) != SH_LESSON_FINISHED && seconds < 600.0)
    {
      sh_lesson_player_tick (player, TICK_S);
      seconds += TICK_S;
      /* A question waits for ever. */
      if (sh_lesson_player_get_phase (player) == SH_LESSON_ASKING)
        {
          g_assert_false (sh_lesson_player_tick (player, 3600.0));
          sh_lesson_player_choose (player, 0);
        }
    }
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_FINISHED);
  g_assert_cmpfloat (seconds, >, 98.0);
}

static void
test_wrong_answers_do_nothing (void)
{
  g_autoptr (ShLessonPlayer) player = play ("cycling");

  sh_lesson_player_choose (player, 0);
  sh_lesson_player_draw (player, NULL, 0);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_RUNNING);
  sh_lesson_player_go (player, 2);
  sh_lesson_player_choose (player, 3);
  sh_lesson_player_choose (player, -1);
  sh_lesson_player_draw (player, NULL, 0);
  g_assert_cmpint (sh_lesson_player_get_phase (player), ==, SH_LESSON_ASKING);
}

static void
test_a_stocking_never_without_its_caution (void)
{
  g_autoptr (ShLessonPlayer) player = play ("stocking");
  int worn = 0;

  for (int i = 0; i < sh_lesson_n_steps (sh_lesson_player_get_lesson (player)); i++)
    {
      gboolean wears;

      sh_lesson_player_go (player, i);
      wears = sh_lesson_player_get_step (player)->scenario.stocking_mmhg > 0;
      if (sh_lesson_player_get_phase (player) == SH_LESSON_ASKING)
        {
          g_assert_null (sh_lesson_player_caution (player));
          sh_lesson_player_next (player);
        }
      worn += wears;
      g_assert_cmpstr (sh_lesson_player_caution (player), ==,
                       wears ? sh_caution_stocking () : NULL);
    }
  g_assert_cmpint (worn, >=, 3);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lessons = sh_lessons_shipped ();
  for (guint i = 0; i < lessons->len; i++)
    {
      ShLesson *lesson = g_ptr_array_index (lessons, i);
      g_autofree char *path = g_strdup_printf (
          "/lessons/%s is played to its end and answered in every way", lesson->id);

      g_test_add_data_func (path, lesson, test_lesson);
    }
#define TEST(sentence, function) g_test_add_func ("/lessons/" sentence, function)
  TEST ("what each lesson teaches comes true in the model", test_claims);
  TEST ("questions have the answers that are taught", test_answers_are_those_that_are_taught);
  TEST ("a stocking leaves the pressure of standing as it is",
        test_stocking_leaves_the_standing_pressure);
  TEST ("the right answer follows the scenario", test_answer_follows_the_scenario);
  TEST ("a clicker leads through questions and back", test_clicker);
  TEST ("a lesson plays by itself and waits for answers", test_automatic);
  TEST ("answers out of turn do nothing", test_wrong_answers_do_nothing);
  TEST ("a stocking is worn in no step without its caution",
        test_a_stocking_never_without_its_caution);
#undef TEST
  status = g_test_run ();
  g_ptr_array_unref (lessons);
  return status;
}
