/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

/** Pictures as files that say what they are and carry the scenario they show. */

typedef enum
{
  SH_PICTURE_PNG,
  SH_PICTURE_SVG,
  SH_PICTURE_PDF,
  SH_N_PICTURES
} ShPictureFormat;

/** Takes the next bytes of a file. Returns: whether they were taken. */
typedef gboolean (*ShPictureSink) (const void *bytes, gsize length, gpointer user_data);
/** Paints the whole picture at the origin. */
typedef void (*ShPicturePaint) (cairo_t *cr, gpointer user_data);

/** The format of a file by its ending; FALSE when it is none of them. */
gboolean sh_picture_format_of (const char *path, ShPictureFormat *format);

/**
 * Writes a picture of width × height user units. PNG has what it is in the texts "Description" and
 * "Scenario", SVG in <desc> and <metadata>, PDF in its subject and keywords. There is no date: the
 * same wish gives the same bytes.
 *
 * @scenario: the text of its scenario file
 * @error: only for what cairo itself cannot do; that the sink failed, the sink knows
 *
 * Returns: whether everything was written.
 */
gboolean sh_picture_write (ShPictureFormat format,
                           double width,
                           double height,
                           const char *scenario,
                           ShPicturePaint paint,
                           gpointer paint_data,
                           ShPictureSink sink,
                           gpointer sink_data,
                           GError **error);
