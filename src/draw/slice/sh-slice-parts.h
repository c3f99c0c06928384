/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-slice-geometry.h"

/** Every structure of the slice, in painting order, back to front. */
extern const ShSliceInfo sh_slice_parts[];
extern const int sh_slice_n_parts;
