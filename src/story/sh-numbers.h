/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/* Numbers for people: with the language's own decimal mark, their unit, what they mean, and the
 * usual range with its source. The program's locale never takes part: a language can be chosen
 * that the machine has no locale for. */

/** Formats a number with @decimals places (0…3) and the language's decimal mark and minus sign.
 * Returns: (transfer full): a dash for a number that does not exist (NaN, infinite). */
char *sh_number_for_people (double number, int decimals);

typedef enum
{
  SH_UNIT_MMHG,
  SH_UNIT_KPA,
  SH_UNIT_ML,
  SH_UNIT_ML_PER_MIN,
  SH_UNIT_PERCENT,
  SH_UNIT_CM_PER_S,
  SH_UNIT_SECONDS
} ShUnit;

/** In which unit this reader reads pressures, SH_UNIT_MMHG (what the program begins with) or
 * SH_UNIT_KPA. As the language is, it is one for the whole program. */
void sh_numbers_set_pressure_unit (ShUnit unit);
/** The unit that was set so. */
ShUnit sh_numbers_get_pressure_unit (void);
/** A pressure in the reader's unit, for scales. */
double sh_pressure_for_people (double mmhg);
/** The same as a bare number, with @decimals places in mmHg and one more in kPa: for tables, whose
 * heads name the unit. Returns: (transfer full) */
char *sh_pressure_number_for_people (double mmhg, int decimals);
/** Of two texts that say the same in mmHg and in kPa, the one in the reader's unit, translated.
 * Both are marked for translation in @context by whoever calls. Returns: (transfer none) */
const char *sh_pressure_words (const char *context, const char *in_mmhg, const char *in_kpa);

/** A number with its unit, such as "84 mmHg". A pressure is given in mmHg; it is turned into kPa,
 * with a place more, when @unit or the reader says so. Returns: (transfer full) */
char *sh_quantity_for_people (double number, ShUnit unit, int decimals);

/** How far two quantities lie apart as they are written, so that whoever subtracts what she reads
 * gets the same. Without a sign.
 *
 * @before, @after: in @unit
 * @decimals: of both
 *
 * Returns: (transfer full): a new string */
char *sh_change_for_people (double before, double after, ShUnit unit, int decimals);

/** The pressure of a stocking with its unit: mmHg for every reader, as stockings are sold by it and
 * their classes are defined in it. Returns: (transfer full) */
char *sh_stocking_pressure_for_people (double mmhg);

/** The numbers that the readouts show. */
typedef enum
{
  SH_NUMBER_ANKLE_PRESSURE,
  SH_NUMBER_CALF_BLOOD,
  SH_NUMBER_PUMP_FRACTION,
  SH_NUMBER_SENT_UP,
  SH_NUMBER_FELL_BACK,
  SH_NUMBER_NET,
  SH_NUMBER_SWELLING,
  SH_N_NUMBERS
} ShNumber;

/** What a number means. All texts are translated and not to be freed. */
typedef struct
{
  const char *label;    /* "Vein pressure at the ankle" */
  const char *sentence; /* what it means, in one plain sentence */
  const char *range;    /* usual values; NULL when no published one fits what is shown */
  const char *source;   /* the paper of the range; NULL without one */
  ShUnit unit;
  int decimals;
} ShNumberCard;

/** Fills @card with what @number means. */
void sh_number_card (ShNumber number, ShNumberCard *card);

/** The value of a number that one frame holds: ankle pressure, calf blood, swelling; NaN for those
 * that need a time to be counted over. */
double sh_number_of_frame (ShNumber number, const ShFrame *frame);

/** A published value of ankle pressure, or the range between two, to be marked on its scale. */
typedef struct
{
  double low_mmhg;
  double high_mmhg;
  const char *label;  /* translated: "standing still" */
  const char *source; /* the paper or papers */
} ShPressureMark;

#define SH_N_PRESSURE_MARKS 3

/** The marks from low to high: lying, walking, standing still. */
void sh_pressure_mark (int index, ShPressureMark *mark);
