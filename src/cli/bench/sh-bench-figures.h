/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-table.h"

/** The value that @part (0…1) of the @n values lie below, in their own unit; sorts them. */
double sh_bench_quantile (double *values, int n, double part);

/** Adds a row to the table of `bench`: what was measured, at which size, and the figure to three
 * digits with its unit. */
void
sh_bench_add (ShTable *table, const char *name, const char *size, double value, const char *unit);
