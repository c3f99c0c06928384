/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

/** A recorded curve: values with their times, rising. It grows as needed. */
typedef struct
{
  double *time_s; /* owned */
  double *value;  /* owned */
  int n;
  int capacity;
} ShTrace;

/** Frees what the trace owns and makes it empty. An empty trace is all zero. */
void sh_trace_clear (ShTrace *trace);

/** Adds a point. Returns: false when memory is out; the trace is then as it was. */
bool sh_trace_add (ShTrace *trace, double time_s, double value);

/** Lowest value from @from_s to @to_s, both included; NaN when there is no point. */
double sh_trace_min (const ShTrace *trace, double from_s, double to_s);
/** Highest value from @from_s to @to_s, both included; NaN when there is no point. */
double sh_trace_max (const ShTrace *trace, double from_s, double to_s);

/** Mean over time from @from_s to @to_s, each point counting from halfway to its neighbours; NaN
 * when there is no point. */
double sh_trace_mean (const ShTrace *trace, double from_s, double to_s);

/**
 * When the curve first reaches @level at or after @from_s and stays there for @hold_s, between
 * points by straight lines.
 *
 * Returns: that time, or NaN when it does not, or the trace ends before the hold is over.
 */
double sh_trace_reaches (const ShTrace *trace, double from_s, double level, double hold_s);
