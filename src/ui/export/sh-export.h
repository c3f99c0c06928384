/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sh-session.h"
#include "sh-stage-painter.h"

G_BEGIN_DECLS

typedef enum
{
  SH_EXPORT_PNG,
  SH_EXPORT_SVG,
  SH_EXPORT_PDF,
  SH_EXPORT_CSV,    /* every number of a run of the scenario from its start */
  SH_EXPORT_GIF,    /* an animation that goes on from now */
  SH_EXPORT_FRAMES, /* the same as numbered pictures in a folder */
  SH_N_EXPORTS
} ShExportKind;

/** What is to be written. */
typedef struct
{
  ShExportKind kind;
  ShSceneOptions scene; /* how it looks; its size is the picture's without the strip below it */
  double seconds;       /* of the run, the animation */
} ShExportOptions;

/** Frames of an animation in one second: a GIF counts in hundredths. */
#define SH_EXPORT_RATE_HZ 25.0

/** The usual ending of a file of this kind, with its dot; "" for a folder. */
const char *sh_export_ending (ShExportKind kind);

/** Hears how far the work has come, 0…1; called in the main thread. */
typedef void (*ShExportProgress) (double part, gpointer user_data);

/**
 * Writes a file, or a folder of pictures, in a thread of its own.
 *
 * Every file says that it is a simplified model for education only and carries the scenario:
 * pictures inside (see sh-picture-file.h) and in a strip below, an animation in a comment, CSV and
 * a folder in a scenario file beside the numbers, named as they are and ".scenario" behind it. A
 * file appears under its name when it is whole; when the work is cancelled or fails, nothing of it
 * is left.
 *
 * @session: is not touched by the work; time may go on
 * @path: the file, or the folder, which is made
 * @progress: (nullable)
 */
void sh_export_async (const ShExportOptions *options,
                      ShSession *session,
                      const char *path,
                      ShExportProgress progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
/** Returns: whether all is written; otherwise @error says why in one line. */
gboolean sh_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
