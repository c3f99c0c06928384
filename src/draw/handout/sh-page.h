/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "sh-theme.h"

/**
 * A page being written from top to bottom: hand-outs and worksheets. Columns are given from the
 * side where reading begins; in a language that is written from right to left they stand mirrored
 * by themselves.
 */
typedef struct
{
  cairo_t *cr;
  double width; /* of the paper, in points */
  double height;
  double left; /* of the present column, from the side where reading begins */
  double right;
  double y;       /* where the next thing goes */
  double scale;   /* of all letters, so that a long language fits */
  gboolean rtl;   /* written from right to left */
  gboolean draws; /* FALSE: only moves on, to measure */
} ShPage;

typedef enum
{
  SH_INK_TEXT,
  SH_INK_BOLD,
  SH_INK_HEADING,
  SH_INK_QUIET
} ShInk;

/** Starts a page with @margin all around. @sample tells the direction of writing. */
void sh_page_init (
    ShPage *page, cairo_t *cr, double width, double height, double margin, const char *sample);

/** Writes @text in letters of @size points, broken into rows, and goes below it. */
void sh_page_text (ShPage *page, const char *text, double size, ShInk ink);
/** How high sh_page_text() would be. */
double sh_page_text_height (ShPage *page, const char *text, double size, ShInk ink);
/** Writes each of @texts (element-type utf8) behind a dot. */
void sh_page_list (ShPage *page, const GPtrArray *texts, double size);
/** Goes down by @points. */
void sh_page_space (ShPage *page, double points);
/** Draws a thin line over the column and goes on at it. */
void sh_page_rule (ShPage *page);
/** Frames the column from @top to the present place. */
void sh_page_frame (ShPage *page, double top, double line_width);
/** Where something @width wide at @left of the reading side lies, from the paper's left. */
double sh_page_x (const ShPage *page, double left, double width);
