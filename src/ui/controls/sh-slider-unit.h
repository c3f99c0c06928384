/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "sh-model.h"

/** What the number of a slider counts. */
typedef enum
{
  SH_SLIDER_UNIT_PERCENT, /* the value is a fraction, 1 = 100 % */
  SH_SLIDER_UNIT_REPETITIONS,
  SH_SLIDER_UNIT_STEPS,
  SH_SLIDER_UNIT_CRANK_TURNS,
  SH_SLIDER_UNIT_KICKS,
  SH_SLIDER_UNIT_METRES,
  SH_SLIDER_UNIT_CELSIUS
} ShSliderUnit;

#define SH_TYPE_SLIDER_UNIT (sh_slider_unit_get_type ())
/** ShSliderUnit as a GObject enumeration. */
GType sh_slider_unit_get_type (void);

/** The unit of an activity's pace. */
ShSliderUnit sh_slider_unit_of_activity (ShActivity activity);
/** The value as a translated text with its unit, such as "100 steps/min". Returns: (transfer full)
 */
char *sh_slider_unit_text (ShSliderUnit unit, double value);
/** The same in words, for a screen reader. Returns: (transfer full) */
char *sh_slider_unit_spoken_text (ShSliderUnit unit, double value);
/** A usual range as a translated text. Returns: (transfer full) */
char *sh_slider_unit_usual_text (double low, double high);
/** A time span as hours and minutes, such as "1 h 05 min". Returns: (transfer full) */
char *sh_slider_unit_hours_text (double seconds);
