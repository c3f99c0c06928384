/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-session.h"

G_BEGIN_DECLS

/** The strips of the chart, from top to bottom; a low chart shows the first ones only. */
typedef enum
{
  SH_STRIP_PRESSURE, /* at the ankle, mmHg */
  SH_STRIP_VOLUME,   /* blood below the knee, mL */
  SH_STRIP_FLOW,     /* through the section below the knee, upward less downward, mL/s */
  SH_N_STRIPS
} ShStrip;

/** The numbers behind the strips, gathered from a session's history: this leg's and the other
 * one's at the same times. */
typedef struct
{
  GArray *time_s;             /* double */
  GArray *value[SH_N_STRIPS]; /* pressures in the reader's unit */
  GArray *other[SH_N_STRIPS]; /* as long as the values, or empty without another leg */
} ShChartData;

/** Empty data to be filled. */
void sh_chart_data_init (ShChartData *data);
/** Frees what @data holds. */
void sh_chart_data_clear (ShChartData *data);

/** Gathers what the history holds from @from_s to @to_s, and one frame more on either side. */
void sh_chart_data_gather (ShChartData *data, ShSession *session, double from_s, double to_s);

/** The number of a strip in one frame; a pressure in mmHg. */
double sh_strip_value (ShStrip strip, const ShFrame *frame);
/** The strip's name with its unit, translated. Returns: (transfer none) */
const char *sh_strip_label (ShStrip strip);
/** A value as a bare number in the unit that the strip's name has. Returns: (transfer full) */
char *sh_strip_number (ShStrip strip, double value);
/** A value with its unit, in words. Returns: (transfer full) */
char *sh_strip_text (ShStrip strip, double value);
/** A round range that holds all values of the strip, this leg's and the other's. */
void sh_chart_data_range (const ShChartData *data, ShStrip strip, double *low, double *high);
/** What the other leg of a session is called beside this one, translated; NULL without one.
 * Returns: (transfer none) */
const char *sh_chart_other_label (ShSession *session);

G_END_DECLS
