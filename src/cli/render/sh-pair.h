/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-draw.h"
#include "sh-model.h"
#include "sh-output.h"

/** Two legs that live on one clock, for the pictures that compare them. */
typedef struct
{
  ShLeg *leg[2];
  ShComparePainter *painter;
  ShFrame frame[2]; /* the present instant */
} ShPair;

/** Makes both legs of @options and their painter, at the start of the run. A failure is told.
 * Returns: 0, or the exit status. */
int sh_pair_begin (ShPair *pair, const ShCompareOptions *options);
/** Lets both live on to @at_s; blood cells and mean pressures go along through the last seconds. */
void sh_pair_run (ShPair *pair, double at_s, ShProgress *progress);
/** Draws both layers. */
void sh_pair_draw (ShPair *pair, cairo_t *cr);
/** How much of a run the charts show, in seconds. */
#define SH_PAIR_CHART_S 60.0
/** Lets both live on to @at_s, without a picture, and keeps the traces of the last seconds.
 * Returns: (transfer full) */
ShTraceSheet *sh_pair_record (ShPair *pair, double at_s, ShProgress *progress);

/** Frees what the pair holds; an unused pair is all zero. */
void sh_pair_end (ShPair *pair);
