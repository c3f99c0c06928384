/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "sh-tuning.h"

/* What calibration makes small: one cost of all calibrated numbers, with one lowest point. Shared
 * by the tool that looks for it and by the test that the program's set stands in it.
 *
 * Numbers. Each is looked at in half plausible ranges from their middle, by its logarithm where
 * both ends are positive: 0 is the middle, -1 and 1 are close to the ends, and no place leads out
 * of the range.
 *
 * Rows of sh-validation.h. A row whose source gives a value (or a range, whose middle it then is)
 * is off by its distance from that value, in parts of the way from there to the end of the accepted
 * range on that side; an open end lies twice as far as the other. A row whose source gives only a
 * limit or an order is not off in the inner 70 % of its accepted range, and off by 1 at its end; an
 * open side is never off. Off by d costs d^2 + d^6: a square as long as a row is well inside, and a
 * wall where its range ends, since a range that is accepted is a limit and not a standard
 * deviation. Beyond d = 1.5 it rises straight on, so that from far away no single row hides all
 * others. Public rows count twice.
 *
 * Priors. A number's distance from its prior, in the same half ranges, costs its square times
 * SH_PRIOR_WEIGHT: a row outweighs it, but what no row feels stays where it was expected. */

#define SH_N_TUNING ((int) (sizeof (ShTuning) / sizeof (double)))
#define SH_INNER_PART 0.7
#define SH_PUBLIC_WEIGHT 2.0
#define SH_PRIOR_WEIGHT 0.15
/* The most rows there can be, and what they and the priors are off by. */
#define SH_MAX_ROWS 160
#define SH_MAX_OFFS (SH_MAX_ROWS + 64)

/** A calibrated number. */
typedef struct
{
  const char *name;
  double value; /* that of the program */
  double prior;
  double low;
  double high;
} ShCalibrated;

/** Number @index, in the order of sh-tuning.h. */
const ShCalibrated *sh_calibrated (int index);

/** Where @value stands in the plausible range of number @index: see above. The ends themselves
 * are infinitely far; a value nearer to one than 1 % of the range is taken to stand there. */
double sh_calibration_place (int index, double value);
/** The other way. */
double sh_calibration_value (int index, double place);

/** The first of the numbers that only rows of swelling feel; they are the last. */
#define SH_FIRST_OF_WATER ((int) (offsetof (ShTuning, filtration) / sizeof (double)))

/**
 * Does the tests of the validation table on a set.
 *
 * @place: where its numbers stand
 * @swelling: whether those of swelling too, minutes and hours of a leg's life, which take most of
 * the time; without them, what they are off by is NAN, and the cost is that of the others
 * @off: (out) (array length=SH_MAX_OFFS): for each row and then each number, a root of what it
 * costs, so that the sum of squares is the cost
 * @n_off: (out): how many
 * @out_of_range: (out) (nullable): how many rows are not in range
 *
 * Returns: the cost.
 */
double sh_calibration_cost (const double place[SH_N_TUNING],
                            bool swelling,
                            double off[SH_MAX_OFFS],
                            int *n_off,
                            int *out_of_range);
