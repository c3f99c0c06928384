/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-trace.h"

#include <math.h>
#include <stdlib.h>

void
sh_trace_clear (ShTrace *trace)
{
  free (trace->time_s);
  free (trace->value);
  *trace = (ShTrace){ 0 };
}

static bool
make_room (ShTrace *trace)
{
  int capacity = trace->capacity > 0 ? 2 * trace->capacity : 1024;
  double *time_s = realloc (trace->time_s, (size_t) capacity * sizeof *time_s);
  double *value;

  if (time_s == NULL)
    return false;
  trace->time_s = time_s;
  value = realloc (trace->value, (size_t) capacity * sizeof *value);
  if (value == NULL)
    return false;
  trace->value = value;
  trace->capacity = capacity;
  return true;
}

bool
sh_trace_add (ShTrace *trace, double time_s, double value)
{
  if (trace->n == trace->capacity && !make_room (trace))
    return false;
  trace->time_s[trace->n] = time_s;
  trace->value[trace->n] = value;
  trace->n++;
  return true;
}

/* Times are sums of samples: one that should be @limit may lie a rounding beside it. */
static bool
not_before (double time_s, double limit_s)
{
  return time_s > limit_s - 1e-6;
}

static bool
inside (const ShTrace *trace, int i, double from_s, double to_s)
{
  return not_before (trace->time_s[i], from_s) && not_before (to_s, trace->time_s[i]);
}

double
sh_trace_min (const ShTrace *trace, double from_s, double to_s)
{
  double lowest = NAN;

  for (int i = 0; i < trace->n; i++)
    if (inside (trace, i, from_s, to_s))
      lowest = fmin (lowest, trace->value[i]);
  return lowest;
}

double
sh_trace_max (const ShTrace *trace, double from_s, double to_s)
{
  double highest = NAN;

  for (int i = 0; i < trace->n; i++)
    if (inside (trace, i, from_s, to_s))
      highest = fmax (highest, trace->value[i]);
  return highest;
}

/* Half the way to both neighbours inside the window. */
static double
weight_s (const ShTrace *trace, int i, double from_s, double to_s)
{
  double weight = 0;

  if (i > 0 && inside (trace, i - 1, from_s, to_s))
    weight += 0.5 * (trace->time_s[i] - trace->time_s[i - 1]);
  if (i + 1 < trace->n && inside (trace, i + 1, from_s, to_s))
    weight += 0.5 * (trace->time_s[i + 1] - trace->time_s[i]);
  return weight;
}

double
sh_trace_mean (const ShTrace *trace, double from_s, double to_s)
{
  double sum = 0;
  double total_s = 0;
  double last = NAN;

  for (int i = 0; i < trace->n; i++)
    if (inside (trace, i, from_s, to_s))
      {
        double weight = weight_s (trace, i, from_s, to_s);

        sum += weight * trace->value[i];
        total_s += weight;
        last = trace->value[i];
      }
  return total_s > 0 ? sum / total_s : last;
}

/* Whether the curve stays at or above @level for @hold_s from point @first on. */
static bool
holds (const ShTrace *trace, int first, double level, double hold_s)
{
  double end_s = trace->time_s[first] + hold_s;

  for (int i = first; i < trace->n; i++)
    {
      if (trace->value[i] < level)
        return false;
      if (not_before (trace->time_s[i], end_s))
        return true;
    }
  return false;
}

static double
crossing_s (const ShTrace *trace, int i, double from_s, double level)
{
  double rise;
  double part;

  if (i == 0 || trace->value[i - 1] >= level)
    return trace->time_s[i];
  rise = trace->value[i] - trace->value[i - 1];
  part = (level - trace->value[i - 1]) / rise;
  return fmax (from_s, trace->time_s[i - 1] + part * (trace->time_s[i] - trace->time_s[i - 1]));
}

double
sh_trace_reaches (const ShTrace *trace, double from_s, double level, double hold_s)
{
  for (int i = 0; i < trace->n; i++)
    if (not_before (trace->time_s[i], from_s) && trace->value[i] >= level &&
        holds (trace, i, level, hold_s))
      return crossing_s (trace, i, from_s, level);
  return NAN;
}
