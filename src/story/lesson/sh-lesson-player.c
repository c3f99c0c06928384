/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-player.h"

#include <math.h>

#include "sh-cautions.h"
#include "sh-lesson-feedback.h"

struct _ShLessonPlayer
{
  ShLesson *lesson;
  int index;
  ShLessonPhase phase;
  gboolean automatic;
  double run_s;  /* shown seconds of the present run */
  double told_s; /* how long what was told has been standing there */
  gboolean answered;
  int chosen;
  GArray *drawn; /* (element-type double) */

  /* Runs of the model so far, each from where the one before has ended. */
  ShLeg *leg;
  GArray *runs; /* (element-type ShLessonRun) */
};

static void
clear_run (gpointer data)
{
  sh_lesson_run_clear (data);
}

static void
start_step (ShLessonPlayer *player)
{
  const ShLessonStep *step = sh_lesson_step (player->lesson, player->index);

  player->phase = step->question != NULL ? SH_LESSON_ASKING : SH_LESSON_RUNNING;
  player->run_s = 0.0;
  player->told_s = 0.0;
  player->answered = FALSE;
  player->chosen = -1;
  g_array_set_size (player->drawn, 0);
}

ShLessonPlayer *
sh_lesson_player_new (ShLesson *lesson)
{
  ShLessonPlayer *player = g_new0 (ShLessonPlayer, 1);

  player->lesson = sh_lesson_ref (lesson);
  player->drawn = g_array_new (FALSE, FALSE, sizeof (double));
  player->runs = g_array_new (FALSE, TRUE, sizeof (ShLessonRun));
  g_array_set_clear_func (player->runs, clear_run);
  start_step (player);
  return player;
}

void
sh_lesson_player_free (ShLessonPlayer *player)
{
  g_array_unref (player->drawn);
  g_array_unref (player->runs);
  g_clear_pointer (&player->leg, sh_leg_free);
  sh_lesson_unref (player->lesson);
  g_free (player);
}

ShLesson *
sh_lesson_player_get_lesson (ShLessonPlayer *player)
{
  return player->lesson;
}

const ShLessonStep *
sh_lesson_player_get_step (ShLessonPlayer *player)
{
  return sh_lesson_step (player->lesson, player->index);
}

int
sh_lesson_player_get_index (ShLessonPlayer *player)
{
  return player->index;
}

ShLessonPhase
sh_lesson_player_get_phase (ShLessonPlayer *player)
{
  return player->phase;
}

double
sh_lesson_player_get_progress (ShLessonPlayer *player)
{
  return CLAMP (player->run_s / sh_lesson_player_get_step (player)->duration_s, 0.0, 1.0);
}

void
sh_lesson_player_set_automatic (ShLessonPlayer *player, gboolean automatic)
{
  player->automatic = automatic;
}

void
sh_lesson_player_go (ShLessonPlayer *player, int index)
{
  player->index = CLAMP (index, 0, sh_lesson_n_steps (player->lesson) - 1);
  start_step (player);
}

static void
run (ShLessonPlayer *player)
{
  player->phase = SH_LESSON_RUNNING;
  player->run_s = 0.0;
}

static void
tell (ShLessonPlayer *player)
{
  player->phase = SH_LESSON_TOLD;
  player->run_s = sh_lesson_player_get_step (player)->duration_s;
  player->told_s = 0.0;
}

void
sh_lesson_player_next (ShLessonPlayer *player)
{
  gboolean asked = sh_lesson_player_get_step (player)->question != NULL;

  if (player->phase == SH_LESSON_ASKING)
    run (player);
  else if (player->phase == SH_LESSON_RUNNING && asked)
    tell (player);
  else if (player->index + 1 < sh_lesson_n_steps (player->lesson))
    sh_lesson_player_go (player, player->index + 1);
  else
    player->phase = SH_LESSON_FINISHED;
}

void
sh_lesson_player_back (ShLessonPlayer *player)
{
  /* From the end one comes back to the last step. */
  sh_lesson_player_go (player,
                       player->phase == SH_LESSON_FINISHED ? player->index : player->index - 1);
}

void
sh_lesson_player_choose (ShLessonPlayer *player, int choice)
{
  const ShLessonQuestion *question = sh_lesson_player_get_step (player)->question;

  if (player->phase != SH_LESSON_ASKING || choice < 0 || choice >= question->n_choices)
    return;
  player->answered = TRUE;
  player->chosen = choice;
  run (player);
}

void
sh_lesson_player_draw (ShLessonPlayer *player, const double *drawn, int n)
{
  if (player->phase != SH_LESSON_ASKING || !sh_lesson_player_get_step (player)->question->curve)
    return;
  player->answered = TRUE;
  g_array_set_size (player->drawn, 0);
  g_array_append_vals (player->drawn, drawn, (guint) n);
  run (player);
}

/* A caption is never taken away before it can be read. */
static double
hold_s (ShLessonPlayer *player)
{
  g_autofree char *caption = sh_lesson_player_caption (player, SH_WORDING_PLAIN);

  return sh_caption_hold_s (caption);
}

gboolean
sh_lesson_player_tick (ShLessonPlayer *player, double seconds)
{
  const ShLessonStep *step = sh_lesson_player_get_step (player);

  if (player->phase == SH_LESSON_RUNNING)
    {
      player->run_s += seconds;
      if (player->run_s < step->duration_s)
        return FALSE;
      tell (player);
      return TRUE;
    }
  if (player->phase != SH_LESSON_TOLD)
    return FALSE;
  player->told_s += seconds;
  if (!player->automatic || player->told_s < (step->question != NULL ? hold_s (player) : 1.0))
    return FALSE;
  sh_lesson_player_next (player);
  return TRUE;
}

const ShLessonRun *
sh_lesson_player_get_run (ShLessonPlayer *player, int index)
{
  g_return_val_if_fail (index < sh_lesson_n_steps (player->lesson), NULL);
  if (player->leg == NULL)
    player->leg = sh_leg_new ();
  while (index >= (int) player->runs->len)
    {
      ShLessonRun next = { 0 };

      if (player->leg == NULL ||
          !sh_lesson_run (player->leg, sh_lesson_step (player->lesson, (int) player->runs->len),
                          &next))
        return NULL;
      g_array_append_val (player->runs, next);
    }
  return index >= 0 ? &g_array_index (player->runs, ShLessonRun, index) : NULL;
}

static ShOutcome
outcome_of (const ShLessonQuestion *question, const ShLessonAnswer *answer)
{
  if (answer->value < answer->before - question->within)
    return SH_OUTCOME_FALLS;
  return answer->value > answer->before + question->within ? SH_OUTCOME_RISES : SH_OUTCOME_STAYS;
}

/* Bands follow each other without a gap, so that one of them always holds the value. */
static int
find_choice (const ShLessonQuestion *question, const ShLessonAnswer *answer)
{
  for (int i = 0; i < question->n_choices; i++)
    {
      const ShLessonChoice *choice = &question->choices[i];

      if (choice->outcome == SH_OUTCOME_BAND
              ? answer->value >= choice->low && answer->value < choice->high
              : choice->outcome == outcome_of (question, answer))
        return i;
    }
  return question->n_choices - 1;
}

static void
judge_curve (ShLessonPlayer *player,
             const ShLessonQuestion *question,
             const ShLessonRun *of_step,
             ShLessonAnswer *answer)
{
  answer->came = -1;
  if (player->drawn->len > 0)
    answer->distance = sh_lesson_run_distance (
        of_step, question->measure, (const double *) player->drawn->data, (int) player->drawn->len);
  answer->right = player->answered && answer->distance <= question->within;
}

gboolean
sh_lesson_player_get_answer (ShLessonPlayer *player, ShLessonAnswer *answer)
{
  const ShLessonQuestion *question = sh_lesson_player_get_step (player)->question;
  const ShLessonRun *of_step;
  const ShLessonRun *before;

  if (question == NULL || player->phase != SH_LESSON_TOLD)
    return FALSE;
  of_step = sh_lesson_player_get_run (player, player->index);
  before = sh_lesson_player_get_run (player, question->against);
  if (of_step == NULL)
    return FALSE;
  /* The array may have moved while it grew. */
  of_step = sh_lesson_player_get_run (player, player->index);
  *answer = (ShLessonAnswer){ .answered = player->answered,
                              .chosen = player->chosen,
                              .before = (double) NAN,
                              .distance = (double) NAN };
  answer->value = sh_lesson_run_value (of_step, question->measure, question->when);
  if (before != NULL && !question->curve && question->choices[0].outcome != SH_OUTCOME_BAND)
    answer->before = sh_lesson_run_value (before, question->measure, question->when);
  if (question->curve)
    judge_curve (player, question, of_step, answer);
  else
    {
      answer->came = find_choice (question, answer);
      answer->right = answer->answered && answer->chosen == answer->came;
    }
  return TRUE;
}

char *
sh_lesson_player_caption (ShLessonPlayer *player, ShWording wording)
{
  const ShLessonStep *step = sh_lesson_player_get_step (player);
  ShLessonAnswer answer;

  if (player->phase == SH_LESSON_ASKING)
    return g_strdup (sh_lesson_words (step->question->ask));
  if (sh_lesson_player_get_answer (player, &answer))
    return sh_lesson_feedback (step->question, &answer);
  return g_strdup (sh_lesson_words (
      wording == SH_WORDING_CLINICAL && step->clinical != NULL ? step->clinical : step->caption));
}

const char *
sh_lesson_player_caution (ShLessonPlayer *player)
{
  const ShLessonStep *step = sh_lesson_player_get_step (player);

  if (player->phase == SH_LESSON_ASKING || step->scenario.stocking_mmhg <= 0.0)
    return NULL;
  return sh_caution_stocking ();
}
