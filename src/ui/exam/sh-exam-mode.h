/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-exam-room.h"
#include "sh-pen.h"
#include "sh-window.h"

G_BEGIN_DECLS

/** Adds the exam room to a window: pattern cards, side, before and after, pen and hand-out. Leaving
 * the mode, or its idle time, forgets everything and brings back the leg that was there before. */
void sh_exam_mode_add (ShWindow *window);

/** What is on in the exam room of @window, once it was entered; for tests. Returns: (transfer none)
 */
ShExam *sh_exam_mode_get_exam (ShWindow *window);
/** The pen of the exam room of @window, for tests. Returns: (transfer none) */
ShPen *sh_exam_mode_get_pen (ShWindow *window);
/** Lets time pass without a touch, for tests. */
void sh_exam_mode_pass (ShWindow *window, double seconds);

G_END_DECLS
