/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-model.h"
#include "sh-theme.h"

typedef enum
{
  SH_VIEW_STAGE, /* leg, slice and the small figure together */
  SH_VIEW_LEG,
  SH_VIEW_SLICE,
  SH_VIEW_LENS,
  SH_VIEW_FIGURE,
  SH_N_VIEWS
} ShView;

typedef enum
{
  SH_LABELS_NONE,
  SH_LABELS_FEW,
  SH_LABELS_ALL
} ShLabels;

/** How a picture is to be drawn, apart from what happens in it. */
typedef struct
{
  ShView view;
  ShThemeId theme;
  ShLabels labels;
  double width; /* of the whole picture, in user units of the cairo_t (pixels, points) */
  double height;
  double scale;            /* device pixels per user unit, for the resolution of cached layers */
  double text_scale;       /* 1…2 */
  double level;            /* the slice's level: 0 ankle … 1 knee */
  ShValve valve;           /* under the lens */
  ShPosture posture;       /* lying turns the leg, so that gravity is seen */
  ShSide side;             /* a left leg is the mirror picture */
  gboolean reduced_motion; /* key frames: the phase of the movement is marked beside the figure */
  gboolean vector; /* onto a vector surface: cached pixel layers only where vectors make no sense */
  /* Costly pictures are painted in a thread, and the nearest ones stand in until they are ready:
   * for a window. Without it every picture is a pure function of frame and options. */
  gboolean prepare_in_worker;
} ShSceneOptions;

/** Fills @options with the defaults of the command line: the stage, light, few names, 1280×800. */
void sh_scene_options_init (ShSceneOptions *options);
