/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-curve-pad.h"
#include "sh-lesson.h"
#include "sh-pen.h"

G_BEGIN_DECLS

#define SH_TYPE_PRESENTER (sh_presenter_get_type ())
G_DECLARE_FINAL_TYPE (ShPresenter, sh_presenter, SH, PRESENTER, GtkWindow)

/**
 * A lesson for a room: full screen, in the projector's colours, with a caption that is read from
 * the last row. Page Down or a clicker goes on, Page Up back, B makes the screen black and brings
 * it back, P takes a pen, the arrow keys draw a line that is asked for, Ctrl+Z takes its last line
 * away, Escape ends. It has a leg of its own, so that the window's stays as it was.
 *
 * Returns: (transfer none): GTK owns windows.
 */
GtkWidget *sh_presenter_new (GtkWindow *parent, ShLesson *lesson);

/** What a key does in the presenter. Returns: whether it does anything. */
gboolean sh_presenter_key (ShPresenter *self, guint keyval, GdkModifierType state);
/** What a class draws its guess on. Returns: (transfer none) */
ShCurvePad *sh_presenter_get_pad (ShPresenter *self);
/** The pen over the picture. Returns: (transfer none) */
ShPen *sh_presenter_get_pen (ShPresenter *self);
/** Whether the screen is black. */
gboolean sh_presenter_get_black (ShPresenter *self);
/** The step that is shown, from 0. */
int sh_presenter_get_step (ShPresenter *self);

G_END_DECLS
