/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-lesson.h"

/** The lessons that come with the program, in the order in which they are taught.
 * Returns: (transfer full) (element-type ShLesson) */
GPtrArray *sh_lessons_shipped (void);

/** The shipped lesson called @id. Returns: (transfer full) (nullable) */
ShLesson *sh_lesson_shipped (const char *id);

/**
 * The lessons in the user's own folder, by name of file.
 *
 * @folder: (nullable): NULL: sh_lessons_folder()
 * @mistakes: (nullable): gets the first mistake of every file that is no lesson
 *
 * Returns: (transfer full) (element-type ShLesson)
 */
GPtrArray *sh_lessons_own (const char *folder, ShMistakes *mistakes);

/** The user's folder for lessons, which need not be there. Returns: (transfer full) */
char *sh_lessons_folder (void);
