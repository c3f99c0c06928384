/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

G_BEGIN_DECLS

/** The windows that are measured: ours, and the two that it is compared with in the same run. */
typedef enum
{
  SH_METER_EMPTY,  /* an application window of GTK without anything in it */
  SH_METER_MOVING, /* the same, with a small square that moves with every frame */
  SH_METER_OURS,
  SH_N_METERS
} ShMeterKind;

/** The names of the kinds. */
extern const char *const sh_meter_names[SH_N_METERS];

typedef struct
{
  ShMeterKind kind;
  int width; /* of the window */
  int height;
  double seconds;    /* how long frames are counted; 0: only the start and the memory */
  gint64 started_us; /* when the process was asked for, a monotonic clock's microseconds */
  const ShScenario *scenario;
} ShMeterOptions;

/**
 * Opens one window, measures it, prints a line "NAME VALUE" for each figure, and closes it:
 * `first_frame_ms` since @started_us; `resident_mib`, three seconds after that; and, when frames
 * are counted, `frames_per_s`, `cores` (of one), `gaps`, `gaps_short` (under 34 ms: a frame of a
 * display with 60 of them a second is late by one at most), `gap_worst_ms`, and for our window
 * `paused_frames`.
 *
 * Returns: the program's exit status.
 */
int sh_window_meter_run (const ShMeterOptions *options);

G_END_DECLS
