/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-caption.h"
#include "sh-lesson-run.h"

/**
 * Plays a lesson: which step is on, how long it still runs, what was asked and what came of it. No
 * widget, no clock: time comes in by sh_lesson_player_tick() alone. Window, presenter and kiosk
 * share it. Nothing is kept about who answers.
 *
 * A step with a question first waits for an answer (ASKING), then runs (RUNNING), then tells what
 * happened (TOLD). A step without one only runs, and is TOLD when its time is over.
 */
typedef struct _ShLessonPlayer ShLessonPlayer;

/** What a player waits for or does. */
typedef enum
{
  SH_LESSON_ASKING,  /* waits for the answer to a question */
  SH_LESSON_RUNNING, /* lets the step run */
  SH_LESSON_TOLD,    /* has told what came out, and waits for what is next */
  SH_LESSON_FINISHED /* beyond the last step */
} ShLessonPhase;

/** What came of a question. */
typedef struct
{
  gboolean answered; /* somebody chose or drew */
  gboolean right;    /* what was chosen came true, or the drawn curve lies near */
  int chosen;        /* the choice, or -1 */
  int came;          /* the choice that came true; -1 for a curve */
  double before;     /* the value that it was compared with; NaN without one */
  double value;      /* of this run */
  double distance;   /* of a drawn curve from the run's; NaN without one */
} ShLessonAnswer;

/** At the first step. Returns: (transfer full) */
ShLessonPlayer *sh_lesson_player_new (ShLesson *lesson);
void sh_lesson_player_free (ShLessonPlayer *player);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShLessonPlayer, sh_lesson_player_free)

/** The lesson. Returns: (transfer none) */
ShLesson *sh_lesson_player_get_lesson (ShLessonPlayer *player);
/** The present step; the last one when finished. Returns: (transfer none) */
const ShLessonStep *sh_lesson_player_get_step (ShLessonPlayer *player);
/** Its number, from 0. */
int sh_lesson_player_get_index (ShLessonPlayer *player);
/** What it waits for or does now. */
ShLessonPhase sh_lesson_player_get_phase (ShLessonPlayer *player);
/** How far the present step has run, 0…1. */
double sh_lesson_player_get_progress (ShLessonPlayer *player);

/** Whether it goes on to the next step by itself after what was told has been read, as in a kiosk.
 * A question always waits. */
void sh_lesson_player_set_automatic (ShLessonPlayer *player, gboolean automatic);

/** Goes on: from a question that nobody answered to its run, from a run to what came of it when
 * something was asked, and else to the next step. */
void sh_lesson_player_next (ShLessonPlayer *player);
/** Goes back to the step before, or to the beginning of the first. */
void sh_lesson_player_back (ShLessonPlayer *player);
/** Starts step @index. */
void sh_lesson_player_go (ShLessonPlayer *player, int index);

/** Answers the question with choice @choice, and lets the step run. */
void sh_lesson_player_choose (ShLessonPlayer *player, int choice);
/** Answers the question with a drawn curve, and lets the step run.
 * @drawn: (array length=n): evenly over the run, NaN where nothing was drawn */
void sh_lesson_player_draw (ShLessonPlayer *player, const double *drawn, int n);

/** @seconds of shown time have passed. Returns: whether phase or step changed. */
gboolean sh_lesson_player_tick (ShLessonPlayer *player, double seconds);

/** What came of the present step's question, from a run of the model; FALSE before it is told, and
 * without a question. */
gboolean sh_lesson_player_get_answer (ShLessonPlayer *player, ShLessonAnswer *answer);

/** The run of step @index, worked out when it is first asked for. Returns: (transfer none)
 * (nullable): NULL when the model cannot run it. */
const ShLessonRun *sh_lesson_player_get_run (ShLessonPlayer *player, int index);

/** The present caption: the question while it is asked, what came of it when it is told, else the
 * step's words. Returns: (transfer full): never empty */
char *sh_lesson_player_caption (ShLessonPlayer *player, ShWording wording);

/** Who has to ask first, while the leg wears a stocking; NULL when it wears none, or not yet
 * because the step still asks what it will do. It stands with the caption wherever a lesson is
 * shown. */
const char *sh_lesson_player_caution (ShLessonPlayer *player);
