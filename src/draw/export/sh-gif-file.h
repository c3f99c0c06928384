/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "sh-picture-file.h"

/**
 * An animation as a GIF file, which every program for slides plays by itself; WebM and animated
 * WebP are smaller, but PowerPoint and LibreOffice show the second as a still picture and need a
 * player for the first. The colours are chosen once for all frames, from samples of them, by
 * libimagequant; giflib writes. Of each frame only what changed is stored.
 */
typedef struct _ShGifFile ShGifFile;

/** Chooses the colours of an animation. */
typedef struct _ShGifPalette ShGifPalette;

/** Returns: (transfer full) */
ShGifPalette *sh_gif_palette_new (void);
/** Looks at one of the frames: an image surface of CAIRO_FORMAT_ARGB32 or RGB24. */
void sh_gif_palette_add (ShGifPalette *palette, cairo_surface_t *frame);
void sh_gif_palette_free (ShGifPalette *palette);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShGifPalette, sh_gif_palette_free)

/**
 * Begins a file.
 *
 * @palette: frames were added to it
 * @comment: a text that the file carries
 * @frame_cs: how long each frame is shown, in hundredths of a second, 2 at least
 *
 * Returns: (transfer full) (nullable): NULL when the sink failed.
 */
ShGifFile *sh_gif_file_new (const ShGifPalette *palette,
                            int width,
                            int height,
                            int frame_cs,
                            const char *comment,
                            ShPictureSink sink,
                            gpointer sink_data);
/** Adds a frame of the file's size. Returns: whether it was written. */
gboolean sh_gif_file_add (ShGifFile *file, cairo_surface_t *frame);
/** Ends the file and frees it. Returns: whether everything was written. */
gboolean sh_gif_file_close (ShGifFile *file);
