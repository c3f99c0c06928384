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

/** What stands beside the section: a title and the cross of directions. */
void sh_slice_labels_draw_still (const ShSliceBody *view,
                                 const cairo_rectangle_t *rect,
                                 ShLabels labels,
                                 double text_scale,
                                 cairo_t *cr);

/** Names on the structures and leaders to them, before the veins are drawn. */
void sh_slice_labels_draw_over (const ShSliceBody *view,
                                const ShSliceSection *section,
                                const cairo_rectangle_t *rect,
                                ShLabels labels,
                                double text_scale,
                                cairo_t *cr);
