/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-model.h"
#include "sh-table.h"
#include "sh-window-meter.h"

/**
 * Measures the window beside empty ones in the same run and adds the project's limits: the first
 * frame, the memory, frames and the use of the processor while playing, the evenness of frames,
 * frames while paused.
 *
 * @seconds: how long frames are counted
 *
 * Returns: 0, or the exit status; a failure was told.
 */
int sh_bench_window (ShTable *table, const ShScenario *scenario, double seconds);
