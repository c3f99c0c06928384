/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-lesson-run.h"
#include "sh-theme.h"

/**
 * The axes on which a visitor draws what a measure of a lesson will do, on the screen and on a
 * worksheet: its name and unit, numbers at both axes, and time to the right in every language, as
 * on the program's charts.
 */
typedef struct
{
  ShLessonMeasure measure;
  double duration_s;      /* of the step, in seconds of the model */
  cairo_rectangle_t rect; /* of everything */
  double size;            /* of the letters (em), in user units */
  ShColor ink;            /* of letters and lines */
} ShAnswerAxes;

/** Between which lines the curve lies. */
void sh_answer_axes_plot (const ShAnswerAxes *axes, cairo_rectangle_t *plot);

/** Draws names, numbers and lines. */
void sh_answer_axes_draw (const ShAnswerAxes *axes, cairo_t *cr);

/**
 * Draws a curve with the line width and colour that are set.
 *
 * @values: (array length=n): evenly over the duration, in the measure's unit (pressures in mmHg);
 *   NaN leaves a gap
 */
void sh_answer_axes_stroke (const ShAnswerAxes *axes, cairo_t *cr, const double *values, int n);

/** Where a value at a part (0…1) of the duration lies. */
void
sh_answer_axes_place (const ShAnswerAxes *axes, double part, double value, double *x, double *y);
