/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * The front door of the model floor: the leg as a network of collapsible veins with valves, what
 * it does (ShScenario), one step of time (ShLeg), and all numbers of one instant (ShFrame).
 *
 * This floor is C17 and libm. It knows no files, no clock, no locale and has no globals that
 * change. Units stand in the names: mmHg, mL, mL/s, s, m, cm/s, degrees.
 */

#include "sh-activity.h"
#include "sh-anatomy.h"
#include "sh-frame.h"
#include "sh-leg.h"
#include "sh-scenario.h"
#include "sh-status.h"
