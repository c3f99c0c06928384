/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * The front door of the clinic floor: the vascular laboratory. Its tests are done on a leg of the
 * model as they are done on a patient, and its table compares what they give with what was
 * published.
 *
 * Like the model this floor is C17 and libm: no files, no clock, no locale, no globals that change.
 */

#include "sh-measure.h"
#include "sh-validation.h"
