/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-pattern.h"

/**
 * What is on in the exam room: the leg of one pattern, what is tried on it, and how long nobody has
 * touched anything. Pure code with no clock and no widget. Nothing of it is ever written anywhere.
 */
typedef struct _ShExam ShExam;

/** What is tried on the leg, before and after. */
typedef enum
{
  SH_AID_NONE,
  SH_AID_STOCKING,
  SH_AID_WALKING,
  SH_AID_LEG_UP,
  SH_AID_CLOSED, /* the leaking vein under the skin is closed */
  SH_N_AIDS
} ShAid;

/** After this time without a touch everything is forgotten, in seconds. */
#define SH_EXAM_IDLE_S 300.0

/** With a healthy right leg. Returns: (transfer full) */
ShExam *sh_exam_new (void);
void sh_exam_free (ShExam *exam);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShExam, sh_exam_free)

/** Forgets everything: a healthy right leg again. */
void sh_exam_forget (ShExam *exam);
/** Sets a pattern; the side stays. */
void sh_exam_set_pattern (ShExam *exam, ShPattern pattern);
/** Sets the side. */
void sh_exam_set_side (ShExam *exam, ShSide side);
/** The leg was changed by hand, by tapping valves; counts only while nothing is tried on it. */
void sh_exam_adopt (ShExam *exam, const ShScenario *scenario);
/** Tries something on the leg; the same again, or SH_AID_NONE, takes it away. */
void sh_exam_set_aid (ShExam *exam, ShAid aid);
/** What is tried. */
ShAid sh_exam_get_aid (const ShExam *exam);
/** Whether there is a leaking vein under the skin that could be closed. */
gboolean sh_exam_can_close (const ShExam *exam);

/** The leg without what is tried on it. */
void sh_exam_before (const ShExam *exam, ShScenario *scenario);
/** The leg with it; the same as before while nothing is tried. */
void sh_exam_after (const ShExam *exam, ShScenario *scenario);
/** The leg for the hand-out: as it is, with a vein that was closed, without what it wears and does.
 */
void sh_exam_for_handout (const ShExam *exam, ShScenario *scenario);

/** Somebody touched something. */
void sh_exam_touch (ShExam *exam);
/** @seconds have passed. Returns: whether it is time to leave. */
gboolean sh_exam_tick (ShExam *exam, double seconds);
