/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-model.h"

/** What can be wrong with a scenario text. */
typedef enum
{
  SH_SCENARIO_ERROR_SYNTAX,  /* not a key file, or no [Scenario] group */
  SH_SCENARIO_ERROR_KEY,     /* unknown key */
  SH_SCENARIO_ERROR_VALUE,   /* value not allowed */
  SH_SCENARIO_ERROR_NAME,    /* unknown vein, valve or group after a dot */
  SH_SCENARIO_ERROR_POSTURE, /* the activity cannot be done in the posture */
} ShScenarioError;

#define SH_SCENARIO_ERROR (sh_scenario_error_quark ())
GQuark sh_scenario_error_quark (void);

/**
 * Reads a scenario file and applies KEY=VALUE settings over it, then resolves leaks (most specific
 * wins), posture and pace, and checks the whole.
 *
 * @path: (nullable): the file; NULL for the defaults alone
 * @settings: (nullable) (array zero-terminated=1): "KEY=VALUE" strings, later ones win
 * @scenario: (out caller-allocates): only written when all is right
 * @error: one line: file, line, what was found, what is allowed, the nearest right name
 *
 * Returns: whether @scenario was written.
 */
gboolean sh_scenario_load (const char *path,
                           const char *const *settings,
                           ShScenario *scenario,
                           GError **error);

/** As sh_scenario_load(), from text; @name stands for the file in messages. */
gboolean sh_scenario_parse (const char *text,
                            gssize length,
                            const char *name,
                            const char *const *settings,
                            ShScenario *scenario,
                            GError **error);

/** The scenario as the text of a file that reads back to an equal scenario; only what differs from
 * the defaults is written. Returns: (transfer full) */
char *sh_scenario_to_text (const ShScenario *scenario);

/** Saves atomically: the old file stands until the new one is whole. */
gboolean sh_scenario_save (const ShScenario *scenario, const char *path, GError **error);

/** One key of the scenario file, for `list keys`, the help and completion. */
typedef struct
{
  const char *key;     /* "pace", "leak.NAME" … */
  const char *values;  /* what is allowed, in English */
  const char *initial; /* the default as text */
  const char *meaning; /* one sentence, marked for translation in context "key" */
} ShScenarioKey;

/** All keys, in the order of the contract. Returns: (transfer none) (array length=n_keys) */
const ShScenarioKey *sh_scenario_keys (gsize *n_keys);
