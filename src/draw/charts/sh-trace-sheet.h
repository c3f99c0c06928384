/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-model.h"
#include "sh-scene-options.h"
#include "sh-theme.h"

/** The strip charts of a run as one picture: ankle pressure with the published values for standing
 * and walking, blood in the lower leg, and flow through the section below the knee, each with
 * another leg (a healthy one) as a thin line. */
typedef struct _ShTraceSheet ShTraceSheet;

typedef struct
{
  ShThemeId theme;
  ShLabels labels; /* none: no title */
  double width;
  double height;
  double text_scale; /* 1…2 */
  const char *other; /* (nullable): translated; what the thin line is */
} ShTraceSheetOptions;

/** Returns: (transfer full) */
ShTraceSheet *sh_trace_sheet_new (void);
void sh_trace_sheet_free (ShTraceSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShTraceSheet, sh_trace_sheet_free)

/** Adds an instant, later than all before. @other: (nullable): the other leg at the same time; for
 * all instants or for none */
void sh_trace_sheet_add (ShTraceSheet *sheet, const ShFrame *frame, const ShFrame *other);

/** Draws the whole picture, paper included. */
void sh_trace_sheet_draw (ShTraceSheet *sheet, cairo_t *cr, const ShTraceSheetOptions *options);
