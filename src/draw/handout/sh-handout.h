/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "sh-art.h"
#include "sh-handout-text.h"
#include "sh-logo.h"

/** More letters than this no name, sentence, contact or address needs; the page would have no room
 * for anything else. */
#define SH_BRANDING_LETTERS 200

/** Who gives a page away. Every text may be NULL or empty. */
typedef struct
{
  const char *clinic;
  const char *sentence;
  const char *contact; /* address and telephone; may have several lines */
  const char *address; /* of the web: becomes a QR code */
  ShLogo *logo;        /* (nullable) */
} ShBranding;

/** A size of paper. */
typedef enum
{
  SH_SHEET_A4,
  SH_SHEET_LETTER,
  SH_N_SHEETS
} ShSheet;

/** The size of a paper in points of 1/72 inch. */
void sh_sheet_size (ShSheet sheet, double *width_pt, double *height_pt);

/** The sheet's name on the command line and in the settings: "a4" or "letter". */
const char *sh_sheet_name (ShSheet sheet);

/**
 * One page that a patient takes home: this leg beside a healthy one, three sentences, what helps,
 * who has to ask first, and when to get help. It is drawn in the order in which it is read, on
 * white, in ink that stays readable without colour.
 */
typedef struct _ShHandout ShHandout;

/** For the leg of @scenario, whose runs are worked out here. @branding is only used while drawing.
 * Returns: (transfer full) (nullable): NULL when the model cannot run the scenario */
ShHandout *sh_handout_new (ShArt *art, const ShScenario *scenario);
void sh_handout_free (ShHandout *handout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShHandout, sh_handout_free)

/** What the page says. Returns: (transfer none) */
const ShHandoutText *sh_handout_get_text (ShHandout *handout);

/** Draws the page, one unit of @cr a point.
 *
 * @scale: device pixels for a point, for what is drawn as pixels; 4 for a printer
 * @vector: whether @cr is a vector surface
 */
void sh_handout_draw (ShHandout *handout,
                      const ShBranding *branding,
                      ShSheet sheet,
                      double scale,
                      gboolean vector,
                      cairo_t *cr);

/** Writes the page as a PDF with its title, language aside; the same wish gives the same bytes.
 *
 * @write, @closure: get the bytes
 *
 * Returns: what cairo says
 */
cairo_status_t sh_handout_write_pdf (ShHandout *handout,
                                     const ShBranding *branding,
                                     ShSheet sheet,
                                     cairo_write_func_t write,
                                     gpointer closure);
