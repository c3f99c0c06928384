/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-slice-body.h"
#include "sh-slice-geometry.h"
#include "sh-scene-options.h"

/** Names and directions of the slice view. */

/** Takes the space that the words need from @room. */
void sh_slice_labels_shrink (cairo_rectangle_t *room, ShLabels labels, double text_scale);

/** A line from a name in a corner to its structure. */
typedef struct
{
  ShPoint start, bend, tip;
  gboolean dot;
} ShSliceLeader;

#define SH_SLICE_LABEL_SIZE 13.5
#define SH_SLICE_CORNERS 4

/** Where the texts beside the section stand; a box of no width: not shown. */
typedef struct
{
  int n;
  double line; /* the leaders' width grows with the picture by this */
  ShSliceLeader leader[SH_SLICE_CORNERS];
  cairo_rectangle_t corner[SH_SLICE_CORNERS];
  double size[SH_SLICE_CORNERS]; /* of their letters */
  cairo_rectangle_t title, cross;
  ShPoint cross_at;
} ShSliceLeaders;

/** Finds places for the texts and lays the lines from the names to their structures: no text meets
 * another or the section, and no line runs over a vessel that it does not name. */
void sh_slice_labels_lay_leaders (const ShSliceBody *view,
                                  const ShSliceSection *section,
                                  const cairo_rectangle_t *whole,
                                  ShLabels labels,
                                  double text_scale,
                                  ShSliceLeaders *plan);
/** Whether the texts of two plans stand at the same places. */
gboolean sh_slice_labels_same_texts (const ShSliceLeaders *a, const ShSliceLeaders *b);
/** The boxes of all texts, at most SH_SLICE_CORNERS + 2; returns how many there are. */
int sh_slice_labels_boxes (const ShSliceLeaders *plan, cairo_rectangle_t *boxes);

/** What stands beside the section: title, cross of directions, names in the corners. */
void sh_slice_labels_draw_still (const ShSliceBody *view,
                                 const ShSliceSection *section,
                                 const ShSliceLeaders *plan,
                                 double text_scale,
                                 cairo_t *cr);

/** The name of a part in the reader's language. */
const char *sh_slice_label_of (const ShSlicePart *part, double height_u);

/** Draws the lines, over the body and under the veins. */
void
sh_slice_labels_draw_leaders (const ShTheme *theme, const ShSliceLeaders *leaders, cairo_t *cr);

/** Names on the structures themselves, part of the body's picture. */
void sh_slice_labels_draw_names (const ShSliceBody *view,
                                 const ShSliceSection *section,
                                 ShLabels labels,
                                 double text_scale,
                                 cairo_t *cr);
