/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-history.h"

/**
 * A second leg that lives beside the one under the hand, on the same clock: the healthy leg that
 * charts draw thinly, or the leg as it was before something was changed. It has a history of its
 * own whose frames have the same times as the first leg's.
 */
typedef struct _ShCompanion ShCompanion;

/** A companion that is not yet there, with room for @capacity frames. Returns: (transfer full) */
ShCompanion *sh_companion_new (guint capacity);
void sh_companion_free (ShCompanion *companion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShCompanion, sh_companion_free)

/** Starts at time 0, settled and still, as sh_leg_reset() does; forgets what was. */
void sh_companion_reset (ShCompanion *companion, const ShScenario *scenario);
/** Parts from @leg here and now and lives by @scenario from now on; both have the past of
 * @history in common. */
void sh_companion_branch (ShCompanion *companion,
                          const ShLeg *leg,
                          const ShHistory *history,
                          const ShScenario *scenario);
/** Ends it until it is reset or branched again. */
void sh_companion_stop (ShCompanion *companion);
/** Whether there is a second leg at present. */
gboolean sh_companion_is_there (const ShCompanion *companion);

/** Lives by another scenario from now on. Nothing happens while it is not there. */
void sh_companion_configure (ShCompanion *companion, const ShScenario *scenario);
/** Goes on by the same seconds as the first leg. Nothing happens while it is not there. */
void sh_companion_advance (ShCompanion *companion, double seconds);
/** Keeps the present frame in the history, together with the first leg's. */
void sh_companion_record (ShCompanion *companion);

/** What it lives by. Returns: (transfer none) */
const ShScenario *sh_companion_get_scenario (const ShCompanion *companion);
/** Its present instant. Returns: (transfer none) */
const ShFrame *sh_companion_get_live (const ShCompanion *companion);
/** Its frames, whose times are the first leg's. Returns: (transfer none) */
const ShHistory *sh_companion_get_history (const ShCompanion *companion);

/** The same person doing the same with a healthy leg: valves that close, a strong calf, no old
 * clot, nothing treated, and nothing put on. */
void sh_scenario_healthy_twin (const ShScenario *scenario, ShScenario *twin);
