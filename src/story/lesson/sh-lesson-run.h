/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-lesson.h"
#include "sh-model.h"
#include "sh-numbers.h"

/** What a leg did during one step of a lesson: every measure that can be asked for, at even
 * distances. An empty run is all zero. */
typedef struct
{
  int n;
  double sample_s; /* seconds of the model from one value to the next */
  double *value[SH_N_LESSON_MEASURES];
} ShLessonRun;

/** Frees what the run owns and makes it empty. */
void sh_lesson_run_clear (ShLessonRun *run);

/**
 * Lives @step with @leg, from the state that the step before has left, and records it.
 *
 * @run: an empty run; filled
 *
 * Returns: whether the model can run the step's scenario.
 */
gboolean sh_lesson_run (ShLeg *leg, const ShLessonStep *step, ShLessonRun *run);

/** How long a step's run is, in seconds of the model. */
double sh_lesson_run_duration_s (const ShLessonStep *step);

/** The value that a question asks for. */
double sh_lesson_run_value (const ShLessonRun *run, ShLessonMeasure measure, ShLessonWhen when);

/** The mean distance of a drawn curve from the run's, each value of the run averaged over two
 * seconds, for nobody draws single steps.
 *
 * @drawn: (array length=n): evenly over the whole run; NaN where nothing was drawn
 *
 * Returns: in the measure's unit; NaN when less than half of it was drawn
 */
double sh_lesson_run_distance (const ShLessonRun *run,
                               ShLessonMeasure measure,
                               const double *drawn,
                               int n);

/** What a measure is called, with its unit, and the axis on which a visitor draws it. */
typedef struct
{
  const char *label; /* translated */
  ShUnit unit;
  int decimals;
  double low; /* of the axis */
  double high;
} ShLessonMeasureInfo;

/** Fills @info for @measure. */
void sh_lesson_measure_info (ShLessonMeasure measure, ShLessonMeasureInfo *info);
