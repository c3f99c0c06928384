/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-slice-body.h"
#include "sh-slice-geometry.h"

/** Draws what water has added to a section: a pale band under the skin's edge as it is in @swollen,
 * and as dashes the edge as it would be without. @rest is the same section at rest, @calf and @shin
 * as for sh_slice_section_pose(). @body says where it lies and in which palette. */
void sh_slice_water_draw (const ShSliceBody *body,
                          const ShSliceSection *rest,
                          const ShSliceSection *swollen,
                          double calf,
                          double shin,
                          cairo_t *cr);
