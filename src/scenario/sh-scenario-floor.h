/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/** The front door of the scenario floor: text in, checked structures out, with line and reason. */

#include "sh-check.h"
#include "sh-lesson-shelf.h"
#include "sh-lesson.h"
#include "sh-scenario-file.h"
#include "sh-scenario-line.h"
