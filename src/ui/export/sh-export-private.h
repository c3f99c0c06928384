/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-atomic-file.h"
#include "sh-export.h"

/* What the files of an export share: sh-export.c starts the work and tells of it, sh-export-film.c
 * paints pictures and animations. All of this lives in the worker's thread alone. */

typedef struct
{
  ShExportOptions options;
  ShScenario scenario;
  char *scenario_text;
  char *path;
  ShLeg *leg;    /* lives on from the live instant */
  ShFrame shown; /* the instant that is looked at */
  GArray *past;  /* ShFrame: what came before it, so that the blood is where it is */
  ShStagePainter *painter;
  GCancellable *cancellable;
  ShExportProgress progress;
  gpointer progress_data;
  gint64 told_us;
} ShExportJob;

/** The height of the strip below a picture, user units: what it is, and what has to be asked before
 * wearing a stocking, if it shows one. */
double sh_export_strip_height (const ShExportJob *job);

/** Tells how far the work is. Returns: FALSE with @error when it is to stop. */
gboolean sh_export_go_on (ShExportJob *job, double part, GError **error);

/** Write what their names say. */
gboolean sh_export_picture (ShExportJob *job, GError **error);
gboolean sh_export_gif (ShExportJob *job, GError **error);
gboolean sh_export_frames (ShExportJob *job, GError **error);
