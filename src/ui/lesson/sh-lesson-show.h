/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-compare-stage.h"
#include "sh-lesson-player.h"
#include "sh-readouts.h"
#include "sh-session.h"
#include "sh-stage.h"

G_BEGIN_DECLS

#define SH_TYPE_LESSON_SHOW (sh_lesson_show_get_type ())
G_DECLARE_FINAL_TYPE (ShLessonShow, sh_lesson_show, SH, LESSON_SHOW, GObject)

/**
 * Lets a lesson drive a session and its picture: it sets up the leg for each step, chooses the
 * view, and counts the time that the session shows. Panel, presenter and kiosk each have one.
 *
 * Signal `changed`: another step or phase, or no lesson any more.
 *
 * @stage: shows the leg
 * @compare: (nullable): shown instead of @stage when a step compares two legs; NULL where somebody
 *   else follows the session's `compare`, as the window does
 *
 * Returns: (transfer full)
 */
ShLessonShow *sh_lesson_show_new (ShSession *session, ShStage *stage, GtkWidget *compare);

/** The picture of two legs that steps point into where somebody else shows it; one that the show
 * was made with needs no more telling. */
void sh_lesson_show_set_compare (ShLessonShow *self, ShCompareStage *compare);

/**
 * The readouts that steps point at.
 *
 * @come: whether they are shown only while a step points at one of them, and not while two legs
 *   are compared, where the picture has its own numbers
 */
void sh_lesson_show_set_readouts (ShLessonShow *self, ShReadouts *readouts, gboolean come);

/** Starts a lesson; NULL ends it and brings the stage back. */
void sh_lesson_show_set_lesson (ShLessonShow *self, ShLesson *lesson);
/** The player, or NULL without a lesson. It is changed by the functions below alone. Returns:
 * (transfer none) (nullable) */
ShLessonPlayer *sh_lesson_show_get_player (ShLessonShow *self);

/** The session that the lesson drives. Returns: (transfer none) */
ShSession *sh_lesson_show_get_session (ShLessonShow *self);

/** Goes on, as sh_lesson_player_next() does. */
void sh_lesson_show_next (ShLessonShow *self);
/** Goes back, as sh_lesson_player_back() does. */
void sh_lesson_show_back (ShLessonShow *self);
/** Answers a question by the choice of that number, as sh_lesson_player_choose() does. */
void sh_lesson_show_choose (ShLessonShow *self, int choice);
/** Answers a question by a curve, as sh_lesson_player_draw() does. */
void sh_lesson_show_draw (ShLessonShow *self, const double *drawn, int n);

G_END_DECLS
