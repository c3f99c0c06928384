/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-bench-figures.h"

#include <glib.h>
#include <stdlib.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

double
sh_bench_quantile (double *values, int n, double part)
{
  qsort (values, (gsize) n, sizeof *values, compare);
  return values[MIN (n - 1, (int) (part * n))];
}

void
sh_bench_add (ShTable *table, const char *name, const char *size, double value, const char *unit)
{
  sh_table_add_text (table, name);
  sh_table_add_text (table, size);
  sh_table_add_number (table, value, 3);
  sh_table_add_text (table, unit);
}
