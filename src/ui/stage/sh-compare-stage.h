/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"
#include "sh-stage-painter.h"

G_BEGIN_DECLS

#define SH_TYPE_COMPARE_STAGE (sh_compare_stage_get_type ())
G_DECLARE_FINAL_TYPE (ShCompareStage, sh_compare_stage, SH, COMPARE_STAGE, GtkWidget)

/**
 * Two legs side by side on one clock: this leg and the session's other one. A tap on a valve of
 * this leg makes it leak or mends it. It asks for ticks only while the session runs and it is
 * mapped; the painter is made when it is first shown.
 *
 * Properties: `session`; `theme` (ShThemeId); `labels` (ShLabels).
 */
GtkWidget *sh_compare_stage_new (void);

/** Shows @session from now on; NULL shows nothing. */
void sh_compare_stage_set_session (ShCompareStage *self, ShSession *session);

/** What gets a ring, in both legs, or in the strip of numbers. */
void sh_compare_stage_point (ShCompareStage *self, ShTarget pointed);
/** Where the ring of the first or second leg is drawn; FALSE when there is none. */
gboolean sh_compare_stage_get_ring (ShCompareStage *self, int leg, graphene_rect_t *ring);

G_END_DECLS
