/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-key-lines.h"
#include "sh-scenario-file.h"

/**
 * Turns lines into a checked scenario: every key and value is checked, a later line replaces an
 * earlier one of the same key, then activity, posture, pace and the leaks are worked out.
 *
 * @lines: (element-type ShKeyLine): is emptied of replaced lines
 * @scenario: only written when all is right
 */
gboolean sh_scenario_resolve (GPtrArray *lines, ShScenario *scenario, GError **error);

/** Checks key, name and value of one line for themselves; what depends on other lines is left to
 * sh_scenario_resolve(). Returns: whether all is right. */
gboolean sh_scenario_check_line (const ShKeyLine *line, GError **error);
