/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-lesson-run.h"

G_BEGIN_DECLS

#define SH_TYPE_CURVE_PAD (sh_curve_pad_get_type ())
G_DECLARE_FINAL_TYPE (ShCurvePad, sh_curve_pad, SH, CURVE_PAD, GtkWidget)

/**
 * Two axes on which a visitor draws how something will go on, with finger or mouse, or with the
 * keyboard: left and right walk along the time, up and down raise and lower the line from there on.
 *
 * Signal `drawn`: the line is another one.
 */
GtkWidget *sh_curve_pad_new (void);

/** Starts anew for @measure over @duration_s seconds of the model. */
void sh_curve_pad_begin (ShCurvePad *self, ShLessonMeasure measure, double duration_s);
/** The line was handed in and stays as it is. */
void sh_curve_pad_close (ShCurvePad *self);
/** Draws the run of the model beside the line; NULL takes it away. @run has to stay. */
void sh_curve_pad_set_run (ShCurvePad *self, const ShLessonRun *run);

/** How many values the line has. */
#define SH_CURVE_PAD_N 60
/** The line, in the measure's unit; NaN where nothing was drawn. Returns: (transfer none)
 * (array length=SH_CURVE_PAD_N) */
const double *sh_curve_pad_get_values (ShCurvePad *self);
/** Whether enough of the line was drawn for an answer. */
gboolean sh_curve_pad_is_drawn (ShCurvePad *self);
/** What an arrow key does. Returns: whether it does anything. */
gboolean sh_curve_pad_key (ShCurvePad *self, guint keyval);
/** Draws from one place of the pad to another, both from 0 to 1: time, and height. */
void sh_curve_pad_draw (ShCurvePad *self, double x0, double y0, double x1, double y1);

G_END_DECLS
