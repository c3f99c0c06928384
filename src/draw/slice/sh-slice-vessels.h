/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-slice-body.h"

/** The quiet vessels and nerves of the slice; veins live in sh-vein-section. */

/** Draws an artery: a thick wall around a red lumen. */
void sh_slice_draw_artery (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr);
/** Draws a nerve with its bundles. */
void sh_slice_draw_nerve (const ShSliceBody *body, const ShSlicePart *part, cairo_t *cr);
/** Draws the bed of soft tissue, @pale, that a vessel lies in. */
void
sh_slice_draw_bed (const ShSliceBody *body, const ShSlicePart *part, ShColor pale, cairo_t *cr);
