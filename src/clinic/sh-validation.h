/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

#include "sh-measure.h"

/** What a row looks at. */
typedef enum
{
  SH_LOOK_VALUE,     /* the quantity itself */
  SH_LOOK_RATIO,     /* the quantity / the other quantity */
  SH_LOOK_DIFFERENCE /* the quantity - the other quantity */
} ShLook;

/**
 * One published fact and how the model is held against it. A row says all that is needed to do it
 * again by hand: `second-heart measure TEST --set …` with each of its settings.
 */
typedef struct
{
  const char *id;             /* "A6": public row; "B3": own row; a letter behind for its parts */
  const char *what;           /* in words, English, marked for translation in "validation" */
  const char *settings;       /* scenario: KEY=VALUE, separated by single spaces; "" = defaults */
  ShTest test;                /* what is done */
  double duration_s;          /* for tests that need one; 0 = usual */
  const char *quantity;       /* its result; one that ends in "*" is the highest of all such */
  ShLook look;                /* what becomes of it */
  const char *other_settings; /* the other leg (ratio, difference); NULL = the same */
  const char *other_quantity; /* NULL = the same */
  const char *published;      /* as published, English */
  double low;                 /* accepted range; -INFINITY and INFINITY are open ends */
  double high;
  bool has_aim; /* whether a value was published, or the middle of a range, not only a limit */
  double aim;   /* that value: what calibration aims at */
  const char *source; /* the paper; "from memory" for figures quoted from memory of it */
} ShValidationRow;

/** How many rows the table has. */
int sh_validation_n_rows (void);
/** Row @index of the table, the public ones first. Returns: belongs to the table. */
const ShValidationRow *sh_validation_row (int index);

/** What the model gave for one row. */
typedef struct
{
  double value; /* SH_NO_RESULT when it does not exist */
  bool passed;  /* a value that does not exist never passes */
} ShValidationOutcome;

/**
 * Reads a row's settings. The clinic floor knows no text of scenarios, so the caller lends its
 * reader.
 *
 * Returns: whether @scenario was written.
 */
typedef bool (*ShReadSettings) (const char *settings, ShScenario *scenario, void *data);

/**
 * Does the tests of some rows of the table, each test on each leg once.
 *
 * @first: the first row
 * @n: how many rows
 * @read: reads settings; @data is handed to it
 * @outcomes: (out caller-allocates) (array length=n)
 *
 * Returns: SH_STATUS_OK; SH_STATUS_BAD_VALUE when @read refused settings; else what a test said.
 */
ShStatus sh_validation_run (
    int first, int n, ShReadSettings read, void *data, ShValidationOutcome *outcomes);
