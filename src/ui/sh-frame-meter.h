/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-window.h"

/**
 * Measures how often the window's picture is drawn: @seconds while playing, then @seconds while
 * paused. Prints both to standard output and closes the window. The first second, in which caches
 * are filled, does not count.
 */
void sh_frame_meter_start (ShWindow *window, double seconds);
