/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/**
 * The frames of the last minute, oldest first, for charts, means, scrubbing and stepping back.
 * A ring: when it is full the oldest frame makes room for the newest.
 */
typedef struct _ShHistory ShHistory;

/** A history that holds up to @capacity frames. Returns: (transfer full) */
ShHistory *sh_history_new (guint capacity);
void sh_history_free (ShHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShHistory, sh_history_free)

/** Forgets all frames. */
void sh_history_clear (ShHistory *history);
/** Adds a copy of @frame as the newest. Its time must not lie before the newest one's. */
void sh_history_add (ShHistory *history, const ShFrame *frame);

/** Makes @history hold what @other holds; both have to have the same capacity. */
void sh_history_copy (ShHistory *history, const ShHistory *other);

/** How many frames there are. */
guint sh_history_length (const ShHistory *history);
/** The frame at @index, 0 the oldest. Returns: (transfer none) */
const ShFrame *sh_history_get (const ShHistory *history, guint index);
/** The newest frame, or NULL when there is none. Returns: (transfer none) */
const ShFrame *sh_history_newest (const ShHistory *history);

/** The index of the last frame at or before @time_s; 0 when all are later. */
guint sh_history_find (const ShHistory *history, double time_s);
/** The frame at @time_s, mixed from its two neighbours. FALSE when the history is empty. */
gboolean sh_history_at (const ShHistory *history, double time_s, ShFrame *frame);

/** Picks one number out of a frame. */
typedef double (*ShFrameNumber) (const ShFrame *frame, gpointer user_data);

/** Mean of a number over @span_s seconds that end at @end_s; of the nearest frame alone when none
 * lies inside; @otherwise when the history is empty. */
double sh_history_mean (const ShHistory *history,
                        ShFrameNumber number,
                        gpointer user_data,
                        double end_s,
                        double span_s,
                        double otherwise);
