/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-chart.h"
#include "sh-clinic.h"

/** The curves that a test of the laboratory writes, as on its own paper. */

#define SH_CLINIC_CURVES 2

/** One test's recording of one leg. Times start at 0. */
typedef struct
{
  ShTest test;
  double *time_s; /* n */
  ShStep *step;   /* n: what went on */
  double *value[SH_CLINIC_CURVES];
  gsize n;
  int n_curves;
} ShClinicRecord;

/** How many curves a test writes, 0 for a test that writes none. */
int sh_clinic_curves_of (ShTest test);
/** What a curve shows, with its unit, translated. Returns: (transfer none) */
const char *sh_clinic_curve_label (ShTest test, int curve);
/** The value of a curve in a frame; pressures in mmHg. */
double sh_clinic_curve_value (ShTest test, int curve, const ShFrame *frame);

/** A value of a test's curves as a bare number for a table, in the unit that its label names.
 * Returns: (transfer full) */
char *sh_clinic_curve_number (ShTest test, double value);

/** Frees what the record owns. */
void sh_clinic_record_clear (ShClinicRecord *record);

/**
 * Draws a recording into width × height at the origin: the curves, the exercise or squeeze as a
 * shaded time, and for the ten heel raises the levels and times that its results are read from.
 *
 * @measure: the results
 * @other: (nullable): the same test of another leg, drawn thinly
 */
void sh_clinic_curve_draw (const ShClinicRecord *record,
                           const ShMeasure *measure,
                           const ShClinicRecord *other,
                           ShThemeId theme,
                           double text_scale,
                           cairo_t *cr,
                           double width,
                           double height);
