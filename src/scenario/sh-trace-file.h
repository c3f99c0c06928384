/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/** Every number of every instant of a run, as a table of CSV or JSON. */

/** Takes the next bytes of the table. Returns: whether it is worth going on. */
typedef gboolean (*ShTraceSink) (const char *text, gsize length, gpointer user_data);
/** Hears how far the work has come, 0…1. Returns: whether to go on. */
typedef gboolean (*ShTraceProgress) (double part, gpointer user_data);

/** Which rows a table has. */
typedef struct
{
  double warmup_s;   /* runs before the first row, whose time is 0 */
  double duration_s; /* from the first row to the last */
  double rate_hz;    /* rows a second */
  gboolean json;     /* an array of objects instead of comma-separated values */
} ShTraceRows;

/**
 * Lets @leg run on and writes the table. The first row is the state before the first step; the
 * exchange flows of a row are means since the row before, so that every millilitre can be checked
 * from the file.
 *
 * @leg: stands at the start of its run
 * @progress: (nullable)
 *
 * Returns: whether the table is whole.
 */
gboolean sh_trace_write (ShLeg *leg,
                         const ShTraceRows *rows,
                         ShTraceSink sink,
                         ShTraceProgress progress,
                         gpointer user_data);
