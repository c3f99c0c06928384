/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-slice-body.h"
#include "sh-slice-geometry.h"
#include "sh-stage-painter.h"

/** Names and directions of the slice view. */

/** Takes the space that the words need from @room. */
void sh_slice_labels_shrink (cairo_rectangle_t *room, ShLabels labels, double text_scale);

/** A line from a name in a corner to its structure. */
typedef struct
{
  ShPoint start, bend, tip;
  gboolean dot;
} ShSliceLeader;

typedef struct
{
  int n;
  ShSliceLeader leader[8];
  unsigned names; /* which corners have a name, one bit each */
} ShSliceLeaders;

/** What stands beside the section: title, cross of directions, and the names in the corners that
 * @leaders lead to. */
void sh_slice_labels_draw_still (const ShSliceBody *view,
                                 const ShSliceSection *section,
                                 const ShSliceLeaders *leaders,
                                 const cairo_rectangle_t *rect,
                                 ShLabels labels,
                                 double text_scale,
                                 cairo_t *cr);

/** Lays the lines from the names in the corners to their structures. */
void sh_slice_labels_lay_leaders (const ShSliceBody *view,
                                  const ShSliceSection *section,
                                  const cairo_rectangle_t *rect,
                                  ShLabels labels,
                                  double text_scale,
                                  ShSliceLeaders *leaders);
/** Draws the lines, over the body and under the veins. */
void
sh_slice_labels_draw_leaders (const ShTheme *theme, const ShSliceLeaders *leaders, cairo_t *cr);

/** Names on the structures themselves, part of the body's picture. */
void sh_slice_labels_draw_names (const ShSliceBody *view,
                                 const ShSliceSection *section,
                                 ShLabels labels,
                                 double text_scale,
                                 cairo_t *cr);
