/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/** The name of a vein in the reader's language. Returns: (transfer none) */
const char *sh_vein_label (ShVein vein);
/** The name of a valve in the reader's language. Returns: (transfer none) */
const char *sh_valve_label (ShValve valve);
/** The name of an activity in the reader's language. Returns: (transfer none) */
const char *sh_activity_label (ShActivity activity);
/** The name of a posture in the reader's language. Returns: (transfer none) */
const char *sh_posture_label_translated (ShPosture posture);

/** What the pace of @activity counts, such as "steps a minute"; "" at rest. */
const char *sh_pace_unit_label (ShActivity activity);

/** The name of one of the twelve stops of the activity slider. */
typedef struct
{
  ShActivity activity;
  ShPosture posture;
  const char *icon; /* pictogram's name, such as "sh-activity-walking-symbolic" */
} ShStop;

#define SH_N_STOPS 12

/** The stops of the activity slider from stillness to effort: lying with the leg up, lying,
 * sitting, standing, ankle pumps, heel raises, walking, hiking, stairs, cycling, running, swimming.
 */
const ShStop *sh_stop (int index);
/** The stop that @scenario stands at. */
int sh_stop_of (const ShScenario *scenario);
/** The stop's name. Returns: (transfer none) */
const char *sh_stop_label (int index);
