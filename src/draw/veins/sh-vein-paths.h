/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-vein-painter.h"

/** The vein network as vector paths, for SVG and PDF: the same passes as the pixels have, with
 * nested fills for what the pixels shade smoothly. */
void sh_vein_paths_begin (cairo_t *cr,
                          const ShVeinNet *net,
                          const ShTheme *theme,
                          const ShVeinPlace *place);
/** Fades the thigh's end of all that was drawn since. */
void sh_vein_paths_end (cairo_t *cr,
                        const ShVeinNet *net,
                        const ShTheme *theme,
                        const ShVeinPlace *place);
/** The paper as it is behind the thigh's end, which its veins fade into. */
ShColor sh_vein_paper (const ShTheme *theme);
