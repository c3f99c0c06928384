/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SH_TYPE_PEN (sh_pen_get_type ())
G_DECLARE_FINAL_TYPE (ShPen, sh_pen, SH, PEN, GtkWidget)

/**
 * A clear sheet over a picture to draw on with finger, pen or mouse. What is drawn lives in the
 * widget alone and is gone with sh_pen_clear().
 *
 * Properties: `active` (whether touches draw, or go through to the picture), `n-strokes`.
 */
GtkWidget *sh_pen_new (void);

/** Begins a line at a place of the sheet. */
void sh_pen_begin (ShPen *self, double x, double y);
/** Draws on with the line that was begun last. */
void sh_pen_draw_to (ShPen *self, double x, double y);
/** Takes the last line away. */
void sh_pen_undo (ShPen *self);
/** Takes all lines away. */
void sh_pen_clear (ShPen *self);
/** How many lines there are. */
guint sh_pen_get_n_strokes (ShPen *self);
/** Whether touches draw. */
gboolean sh_pen_get_active (ShPen *self);
/** Makes touches draw, or go through to the picture below. */
void sh_pen_set_active (ShPen *self, gboolean active);

G_END_DECLS
