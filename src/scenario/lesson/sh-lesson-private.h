/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-blocks.h"
#include "sh-lesson.h"

/* What the readers of the parts of a lesson share; private to this room. */

/** Reads the lines of a [Question]. @steps: those read so far, the last one is asked about.
 * Returns: (transfer full) (nullable): NULL when something is wrong. */
ShLessonQuestion *
sh_lesson_question_read (const ShBlock *block, const GPtrArray *steps, ShMistakes *mistakes);
void sh_lesson_question_free (ShLessonQuestion *question);

/**
 * Reads the lines of a [Step].
 *
 * @lines: (element-type ShKeyLine): the settings of the steps before, that this step goes on from;
 * afterwards with its own
 *
 * Returns: (transfer full) (nullable): NULL when something is wrong.
 */
ShLessonStep *sh_lesson_step_read (const ShBlock *block,
                                   const GPtrArray *steps,
                                   GPtrArray *lines,
                                   ShMistakes *mistakes);
void sh_lesson_step_free (ShLessonStep *step);

/** Tells that a key has a wrong value. @allowed: in English, as in the documentation.
 * @names: (nullable): among which the nearest is told. */
void sh_lesson_wrong_value (ShMistakes *mistakes,
                            const ShBlockLine *line,
                            const char *allowed,
                            const char *const *names,
                            gsize n);

/** Reads one of @names; a mistake is told. Returns: whether @index was written. */
gboolean sh_lesson_read_name (
    ShMistakes *mistakes, const ShBlockLine *line, const char *const *names, gsize n, int *index);
/** Reads a number from @low to @high; a mistake is told. Returns: whether @number was written. */
gboolean sh_lesson_read_number (
    ShMistakes *mistakes, const ShBlockLine *line, double low, double high, double *number);
/** Reads a text for people: not empty and not too long; a mistake is told.
 * Returns: (transfer full) (nullable) */
char *sh_lesson_read_text (ShMistakes *mistakes, const ShBlockLine *line);
/** Tells that @key is missing in @block. */
void sh_lesson_missing (ShMistakes *mistakes, const ShBlock *block, const char *key);
/** The step called @name, or -1. */
int sh_lesson_find_step (const GPtrArray *steps, const char *name);
/** Tells an unknown key with the nearest of @names. */
void sh_lesson_unknown_key (ShMistakes *mistakes,
                            const ShBlockLine *line,
                            const char *allowed,
                            const char *const *names,
                            gsize n);
