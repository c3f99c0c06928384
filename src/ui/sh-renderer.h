/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Lets GTK draw by Cairo, unless GSK_RENDERER names another way. Everything that moves in this
 * program is drawn by Cairo; GTK 4.8 would copy each frame of it into a texture and, where there is
 * no graphics card, draw that in software once more. It also spares the libraries of OpenGL.
 *
 * To be called before GTK and before there are other threads: it sets an environment variable.
 */
void sh_renderer_choose (void);

/** Lets what the program starts, such as a reader of the help, choose for itself: takes what
 * sh_renderer_choose() has set out of its environment. */
void sh_renderer_leave_out (GAppLaunchContext *context);

G_END_DECLS
