/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-art.h"
#include "sh-figure-pose.h"

/** The pieces that the small figure is put together from: outlines of figure.svg, and clothes that
 * are cut from them. */
typedef enum
{
  SH_FIGURE_THIGH,
  SH_FIGURE_SHANK,
  SH_FIGURE_FOOT,
  SH_FIGURE_TOES,
  SH_FIGURE_TRUNK,
  SH_FIGURE_HEAD,
  SH_FIGURE_UPPER_ARM,
  SH_FIGURE_FOREARM,
  SH_FIGURE_HAND,
  SH_FIGURE_HEART,
  SH_FIGURE_HAIR,
  SH_FIGURE_N_DRAWN, /* in the file; the others are cut from these */
  SH_FIGURE_SHIRT = SH_FIGURE_N_DRAWN,
  SH_FIGURE_SHORTS,     /* on the trunk */
  SH_FIGURE_SHORTS_LEG, /* on the thigh */
  SH_FIGURE_SLEEVE,
  SH_FIGURE_STOCKING, /* on the shank */
  SH_FIGURE_N_PARTS
} ShFigurePart;

#define SH_FIGURE_POINTS 56

/** An outline in metres about its joint, as the body stands: x forward, y up. */
typedef struct
{
  int n;
  ShPoint point[SH_FIGURE_POINTS];
  ShPoint normal[SH_FIGURE_POINTS]; /* outward */
  double half_width;                /* for the shading across */
} ShFigureOutline;

/** Reads all outlines, in metres, and the lengths between the joints, from @art. */
void sh_figure_read (const ShArt *art, ShFigureOutline part[SH_FIGURE_N_PARTS], ShFigureBody *body);
