/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-caption.h"
#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_CAPTION_LINE (sh_caption_line_get_type ())
G_DECLARE_FINAL_TYPE (ShCaptionLine, sh_caption_line, SH, CAPTION_LINE, GtkWidget)

/**
 * The one line that says what happens now and why. A caption stays for as long as it takes to read
 * it, unless a control was moved. It can take the focus, so that a screen reader reads it.
 *
 * Properties: `session`; `wording` (ShWording).
 */
GtkWidget *sh_caption_line_new (void);

/** Speaks of @session from now on; NULL keeps the last text. */
void sh_caption_line_set_session (ShCaptionLine *self, ShSession *session);
/** Shows the caption for the present moment if the one shown has been there long enough at
 * @now_us, a monotonic clock's microseconds. */
void sh_caption_line_update (ShCaptionLine *self, gint64 now_us);
/** The text shown. Returns: (transfer none) */
const char *sh_caption_line_get_text (ShCaptionLine *self);

G_END_DECLS
