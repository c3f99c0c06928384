/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"
#include "sh-stocking.h"

/** What a leg lives by in a scene or under a button of the kiosk. */
typedef struct
{
  ShActivity activity;
  ShPosture posture;
  double leak; /* of the superficial valves, 0…1 */
  ShStocking stocking;
  gboolean inactive; /* stays still, and the clock runs fast */
} ShKioskSetting;

/** One scene of the attract loop. The texts are marked in context "kiosk". */
typedef struct
{
  const char *title;
  const char *line;
  ShKioskSetting setting;
} ShKioskScene;

/** One button of a choice. */
typedef struct
{
  const char *label;
  const char *icon;
  ShKioskSetting setting;
} ShKioskOption;

#define SH_KIOSK_MOST_OPTIONS 6

/** One of the big choices on the visitor's first page. It begins with its first button. */
typedef struct
{
  const char *name;  /* for actions and the log */
  const char *title; /* on the tile */
  const char *lead;  /* what one can see, on its page */
  const char *icon;
  gboolean caution; /* whether the caution about stockings stands on its page */
  int n_options;
  ShKioskOption option[SH_KIOSK_MOST_OPTIONS];
} ShKioskChoice;

/** One of the three things the pump needs, beside what is wrong without it. */
typedef struct
{
  const char *need;
  const char *cause;
  const char *how_common;
} ShKioskNeed;

#define SH_KIOSK_N_NEEDS 3

/** The scenes of the attract loop. Returns: (transfer none) (array length=n) */
const ShKioskScene *sh_kiosk_scenes (int *n);
/** The big choices. Returns: (transfer none) (array length=n) */
const ShKioskChoice *sh_kiosk_choices (int *n);
/** One need and its cause of failure. Returns: (transfer none) */
const ShKioskNeed *sh_kiosk_need (int index);
/** A text of these tables in the visitor's language. Returns: (transfer none) */
const char *sh_kiosk_text (const char *text);

/** Makes the scenario of a setting. */
void sh_kiosk_setting_scenario (const ShKioskSetting *setting, ShScenario *scenario);
