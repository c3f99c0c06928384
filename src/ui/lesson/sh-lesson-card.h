/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-caption.h"
#include "sh-lesson-show.h"

G_BEGIN_DECLS

#define SH_TYPE_LESSON_CARD (sh_lesson_card_get_type ())
G_DECLARE_FINAL_TYPE (ShLessonCard, sh_lesson_card, SH, LESSON_CARD, GtkBox)

/**
 * What a lesson says at present: the caption, a quick fact with its source, the question with its
 * choices or the pad to draw on, what came of it, and the buttons back and next.
 *
 * @show: drives the lesson
 */
GtkWidget *sh_lesson_card_new (ShLessonShow *show);

/** Says the card's words plain or clinical. */
void sh_lesson_card_set_wording (ShLessonCard *self, ShWording wording);

G_END_DECLS
