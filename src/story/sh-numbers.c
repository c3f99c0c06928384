/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-numbers.h"

#include <math.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define MMHG_PER_KPA 7.50062 /* 1 mmHg = 133.322 Pa */

char *
sh_number_for_people (double number, int decimals)
{
  char text[64];
  char format[8];
  g_autoptr (GString) result = NULL;

  if (!isfinite (number))
    return g_strdup ("–");
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 3));
  g_ascii_formatd (text, sizeof text, format, fmin (fmax (number, -1e12), 1e12));
  result = g_string_new (text);
  /* What rounds to nothing has no sign. */
  if (text[0] == '-' && text[strspn (text, "-0.")] == '\0')
    g_string_erase (result, 0, 1);
  /* Translators: the mark between whole and decimal places: a point, or a comma. */
  g_string_replace (result, ".", C_ ("decimal mark", "."), 1);
  g_string_replace (result, "-", "−", 1);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* Set by the user interface's thread, also read by workers that draw. */
static int pressure_unit = SH_UNIT_MMHG;

void
sh_numbers_set_pressure_unit (ShUnit unit)
{
  g_return_if_fail (unit == SH_UNIT_MMHG || unit == SH_UNIT_KPA);

  g_atomic_int_set (&pressure_unit, (int) unit);
}

ShUnit
sh_numbers_get_pressure_unit (void)
{
  return (ShUnit) g_atomic_int_get (&pressure_unit);
}

double
sh_pressure_for_people (double mmhg)
{
  return sh_numbers_get_pressure_unit () == SH_UNIT_KPA ? mmhg / MMHG_PER_KPA : mmhg;
}

char *
sh_pressure_number_for_people (double mmhg, int decimals)
{
  gboolean kpa = sh_numbers_get_pressure_unit () == SH_UNIT_KPA;

  return sh_number_for_people (sh_pressure_for_people (mmhg), kpa ? decimals + 1 : decimals);
}

const char *
sh_pressure_words (const char *context, const char *in_mmhg, const char *in_kpa)
{
  gboolean kpa = sh_numbers_get_pressure_unit () == SH_UNIT_KPA;

  return g_dpgettext2 (SH_GETTEXT_DOMAIN, context, kpa ? in_kpa : in_mmhg);
}

/* In the reader's unit, and to as many decimals. */
static double
for_reader (double number, ShUnit *unit, int *decimals)
{
  if (*unit == SH_UNIT_MMHG && sh_numbers_get_pressure_unit () == SH_UNIT_KPA)
    {
      *unit = SH_UNIT_KPA;
      (*decimals)++;
    }
  return *unit == SH_UNIT_KPA ? number / MMHG_PER_KPA : number;
}

static char *
with_unit (double number, ShUnit unit, int decimals)
{
  g_autofree char *text = sh_number_for_people (number, decimals);

  switch (unit)
    {
    case SH_UNIT_MMHG:
      return g_strdup_printf (C_ ("unit", "%s mmHg"), text);
    case SH_UNIT_KPA:
      return g_strdup_printf (C_ ("unit", "%s kPa"), text);
    case SH_UNIT_ML:
      return g_strdup_printf (C_ ("unit", "%s mL"), text);
    case SH_UNIT_ML_PER_MIN:
      return g_strdup_printf (C_ ("unit", "%s mL/min"), text);
    case SH_UNIT_PERCENT:
      return g_strdup_printf (C_ ("unit", "%s %%"), text);
    case SH_UNIT_CM_PER_S:
      return g_strdup_printf (C_ ("unit", "%s cm/s"), text);
    case SH_UNIT_SECONDS:
    default:
      return g_strdup_printf (C_ ("unit", "%s s"), text);
    }
}

char *
sh_quantity_for_people (double number, ShUnit unit, int decimals)
{
  double shown = for_reader (number, &unit, &decimals);

  return with_unit (shown, unit, decimals);
}

char *
sh_change_for_people (double before, double after, ShUnit unit, int decimals)
{
  ShUnit first_unit = unit;
  int first_decimals = decimals;
  double first = for_reader (before, &first_unit, &first_decimals);
  double last = for_reader (after, &unit, &decimals);
  double places = pow (10.0, decimals);

  return with_unit (fabs (round (last * places) - round (first * places)) / places, unit, decimals);
}

char *
sh_stocking_pressure_for_people (double mmhg)
{
  g_autofree char *text = sh_number_for_people (mmhg, 0);

  return g_strdup_printf (C_ ("unit", "%s mmHg"), text);
}

/* Sources of what people are shown: papers that were read, named as such. */
#define STICK_1992 "Stick and others 1992, J Appl Physiol 72:2063"
#define STICK_1993 "Stick and others 1993, Eur J Appl Physiol 66:434"
#define SPACIL_2019 "Spáčil 2019, ccrjournal 10.11648/j.ccr.20190301.14"
#define STICK_1989 "Stick and others 1989, Eur J Appl Physiol 59:39"

/* Label, sentence and range are marked for translation in context "number". Ranges stand only
 * where a paper measured the very thing that is shown. */
static const ShNumberCard cards[SH_N_NUMBERS] = {
  [SH_NUMBER_ANKLE_PRESSURE] = { NC_ ("number", "Vein pressure at the ankle"),
                                 NC_ ("number",
                                      "How hard the blood presses in the vein under the skin at "
                                      "the ankle; walking should "
                                      "bring it down."),
                                 NC_ ("number",
                                      "About 84 mmHg standing still and 24 mmHg in a slow walk, in "
                                      "healthy people."),
                                 STICK_1992, SH_UNIT_MMHG, 0 },
  [SH_NUMBER_CALF_BLOOD] = { NC_ ("number", "Blood in the lower leg"),
                             NC_ ("number",
                                  "How much blood the veins hold below the knee; the pump empties "
                                  "them, rest fills them "
                                  "again."),
                             NULL, NULL, SH_UNIT_ML, 0 },
  [SH_NUMBER_PUMP_FRACTION] = { NC_ ("number", "Pump fraction"),
                                NC_ ("number",
                                     "Of the blood that can be pumped out of the lower leg, the "
                                     "part that one squeeze of the calf sends up."),
                                NULL, NULL, SH_UNIT_PERCENT, 0 },
  [SH_NUMBER_SENT_UP] = { NC_ ("number", "Sent up"),
                          NC_ ("number",
                               "How much blood passes the knee on its way up each minute."),
                          NULL, NULL, SH_UNIT_ML_PER_MIN, 0 },
  [SH_NUMBER_FELL_BACK] = { NC_ ("number", "Fell back"),
                            NC_ ("number",
                                 "How much blood passes the knee on its way down again each "
                                 "minute; with tight valves it "
                                 "is close to nothing."),
                            NULL, NULL, SH_UNIT_ML_PER_MIN, 0 },
  [SH_NUMBER_NET] = { NC_ ("number", "Net"),
                      NC_ ("number",
                           "What was sent up less what fell back; over time it is just what the "
                           "arteries bring, "
                           "with leaks or without."),
                      NULL, NULL, SH_UNIT_ML_PER_MIN, 0 },
  [SH_NUMBER_SWELLING] = { NC_ ("number", "Swelling"),
                           NC_ ("number",
                                "How much larger the lower leg is than in the morning, by blood in "
                                "its veins and water "
                                "in its tissue."),
                           NC_ ("number",
                                /* xgettext:no-c-format */
                                "At first about 0.17 % a minute in standing still and 0.12 % a "
                                "minute in sitting "
                                "still."),
                           STICK_1989, SH_UNIT_PERCENT, 1 },
};

/* The same range for a reader of kPa: 84 mmHg are 11.2 kPa, 24 are 3.2. */
static const char ankle_range_kpa[] =
    NC_ ("number", "About 11.2 kPa standing still and 3.2 kPa in a slow walk, in healthy people.");

void
sh_number_card (ShNumber number, ShNumberCard *card)
{
  g_return_if_fail (number >= 0 && number < SH_N_NUMBERS);
  *card = cards[number];
  card->label = g_dpgettext2 (SH_GETTEXT_DOMAIN, "number", card->label);
  card->sentence = g_dpgettext2 (SH_GETTEXT_DOMAIN, "number", card->sentence);
  if (number == SH_NUMBER_ANKLE_PRESSURE)
    card->range = sh_pressure_words ("number", card->range, ankle_range_kpa);
  else if (card->range != NULL)
    card->range = g_dpgettext2 (SH_GETTEXT_DOMAIN, "number", card->range);
}

double
sh_number_of_frame (ShNumber number, const ShFrame *frame)
{
  switch ((int) number)
    {
    case SH_NUMBER_ANKLE_PRESSURE:
      return frame->pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE];
    case SH_NUMBER_CALF_BLOOD:
      return frame->calf_blood_ml;
    case SH_NUMBER_SWELLING:
      return frame->swelling_percent;
    default:
      return NAN;
    }
}

void
sh_pressure_mark (int index, ShPressureMark *mark)
{
  /* Means and medians of healthy people: lying 7; walking slowly 23.5, and 26 in a review; standing
   * still 76 and 84. */
  static const ShPressureMark marks[SH_N_PRESSURE_MARKS] = {
    { 7, 7, NC_ ("pressure mark", "lying"), STICK_1993 },
    { 23.5, 26, NC_ ("pressure mark", "walking"), STICK_1992 "; " SPACIL_2019 },
    { 76, 84, NC_ ("pressure mark", "standing still"), STICK_1993 "; " STICK_1992 },
  };

  g_return_if_fail (index >= 0 && index < SH_N_PRESSURE_MARKS);
  *mark = marks[index];
  mark->label = g_dpgettext2 (SH_GETTEXT_DOMAIN, "pressure mark", mark->label);
}
