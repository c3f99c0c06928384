/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-handout.h"
#include "sh-lesson.h"

/**
 * The paper for a lesson: a picture, its questions and room to write; the answers, worked out by
 * the model, begin on a page of their own. Most lessons take two pages.
 */
typedef struct _ShWorksheet ShWorksheet;

/** @sheet: the paper. Returns: (transfer full) */
ShWorksheet *sh_worksheet_new (ShArt *art, ShLesson *lesson, ShSheet sheet);
void sh_worksheet_free (ShWorksheet *worksheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShWorksheet, sh_worksheet_free)

/** How many pages there are. */
int sh_worksheet_n_pages (ShWorksheet *worksheet);
/** The title for the file and the print queue. Returns: (transfer none) */
const char *sh_worksheet_title (ShWorksheet *worksheet);

/** Draws page @page, from 0; @scale and @vector as in sh_handout_draw(). */
void
sh_worksheet_draw (ShWorksheet *worksheet, int page, double scale, gboolean vector, cairo_t *cr);

/** Writes all pages as a PDF, see sh_handout_write_pdf(). */
cairo_status_t
sh_worksheet_write_pdf (ShWorksheet *worksheet, cairo_write_func_t write, gpointer closure);
