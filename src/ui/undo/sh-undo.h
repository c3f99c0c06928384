/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-session.h"

G_BEGIN_DECLS

#define SH_TYPE_UNDO (sh_undo_get_type ())
G_DECLARE_FINAL_TYPE (ShUndo, sh_undo, SH, UNDO, GObject)

/** What one step changed, for its name. */
typedef enum
{
  SH_CHANGE_NONE,
  SH_CHANGE_ACTIVITY,
  SH_CHANGE_PACE,
  SH_CHANGE_EFFORT,
  SH_CHANGE_ANKLE_RANGE,
  SH_CHANGE_TOES,
  SH_CHANGE_STRENGTH,
  SH_CHANGE_STOCKING,
  SH_CHANGE_INACTIVE,
  SH_CHANGE_VALVES,   /* other valves leak */
  SH_CHANGE_SEVERITY, /* the same valves leak more, or less */
  SH_CHANGE_NARROWING,
  SH_CHANGE_CLOSED,
  SH_CHANGE_PERSON, /* height, warmth, water, side */
  SH_CHANGE_SEVERAL,
  SH_N_CHANGES
} ShChange;

/** What tells two scenarios apart; SH_CHANGE_NONE when they are equal. */
ShChange sh_change_between (const ShScenario *from, const ShScenario *to);

/**
 * Remembers how the scenario of a session changed, whoever changed it, and goes back and forth.
 *
 * What belongs together is one step: all of a slider's movement while a button or a finger is held
 * (sh_undo_set_held()), and presses of a slider's keys that follow each other closely. A switch is
 * a step each time.
 *
 * Properties to read: `undo-text` and `redo-text`, what the next step back or forth does,
 * translated; NULL when there is none.
 *
 * Returns: (transfer full)
 */
ShUndo *sh_undo_new (ShSession *session);

/** A pointer's button or a finger goes down, or is lifted. */
void sh_undo_set_held (ShUndo *self, gboolean held);
/** Goes one step back; FALSE when there is none. */
gboolean sh_undo_undo (ShUndo *self);
/** Goes one step forth again; FALSE when there is none. */
gboolean sh_undo_redo (ShUndo *self);
/** Forgets all steps: what the session lives by now is the beginning. */
void sh_undo_clear (ShUndo *self);

/** What the next step back does, translated; NULL when there is none. Returns: (transfer none) */
const char *sh_undo_get_undo_text (ShUndo *self);
/** The same of the next step forth. Returns: (transfer none) */
const char *sh_undo_get_redo_text (ShUndo *self);

G_END_DECLS
