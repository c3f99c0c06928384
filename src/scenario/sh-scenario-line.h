/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-model.h"

/**
 * Reads a scenario from one line of settings, as the tables of the clinic floor write it:
 * "KEY=VALUE KEY=VALUE". An empty line is the defaults.
 *
 * @scenario: (out caller-allocates): only written when all is right
 * @error: as sh_scenario_load()
 *
 * Returns: whether @scenario was written.
 */
gboolean sh_scenario_read_line (const char *line, ShScenario *scenario, GError **error);
