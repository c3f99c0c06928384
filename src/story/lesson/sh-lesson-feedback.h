/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-lesson-player.h"

/** What is said when a question has been run: kind, and always with the reason.
 *
 * @answer: what came of it
 *
 * Returns: (transfer full)
 */
char *sh_lesson_feedback (const ShLessonQuestion *question, const ShLessonAnswer *answer);

/** What was measured: "Before: 24 mmHg. Now: 76 mmHg." Returns: (transfer full) */
char *sh_lesson_measured (const ShLessonQuestion *question, const ShLessonAnswer *answer);

/**
 * What a teacher tells a class about the answer: what was measured in the run, in whole sentences,
 * how far it changed, and what came of it.
 *
 * @run: of the question's step
 *
 * Returns: (transfer full) (element-type utf8): one sentence or two in each
 */
GPtrArray *sh_lesson_explained (const ShLessonQuestion *question,
                                const ShLessonAnswer *answer,
                                const ShLessonRun *run);
