/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/** The front door of the draw floor: frame + theme + view onto a cairo_t. No GTK, no clock. */

#include "sh-art.h"
#include "sh-chart.h"
#include "sh-clinic-curve.h"
#include "sh-compare-painter.h"
#include "sh-curve.h"
#include "sh-handout.h"
#include "sh-logo.h"
#include "sh-qr.h"
#include "sh-scene-options.h"
#include "sh-stage-painter.h"
#include "sh-theme.h"
#include "sh-trace-sheet.h"
#include "sh-worksheet.h"
