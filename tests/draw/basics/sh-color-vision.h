/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-theme.h"

/* How colours look to people, for the tests of the palettes. */

typedef enum
{
  SH_VISION_USUAL,
  SH_VISION_PROTANOPIA,
  SH_VISION_DEUTERANOPIA,
  SH_VISION_TRITANOPIA,
  SH_VISION_GREY, /* a black-and-white print: luminance alone */
  SH_N_VISIONS
} ShVision;

extern const char *const sh_vision_names[SH_N_VISIONS];

typedef struct
{
  double l, a, b; /* CIE 1976 L*a*b*, D65 */
} ShLab;

/** What someone with that vision sees in place of @color: the matrices of Machado, Oliveira and
 * Fernandes, IEEE Trans Vis Comput Graph 15:1291 (2009), severity 1, in linear light. */
ShColor sh_vision_see (ShVision vision, ShColor color);
/** A colour of sRGB in L*a*b*. */
ShLab sh_lab (ShColor color);
/** The difference CIEDE2000 (Sharma, Wu and Dalal, Color Res Appl 30:21, 2005). */
double sh_delta_e_2000 (ShLab one, ShLab other);
