/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-theme.h"

/** The ground of every whole picture: paper of @width × @height, a little lighter where the light
 * falls, a little darker at the lower right. */
void sh_paper_draw (cairo_t *cr, const ShTheme *theme, double width, double height);
