/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-session.h"
#include "sh-stage-painter.h"

G_BEGIN_DECLS

#define SH_TYPE_STAGE (sh_stage_get_type ())
G_DECLARE_FINAL_TYPE (ShStage, sh_stage, SH, STAGE, GtkWidget)

/**
 * The picture: the leg, its slice and the small figure, showing the instant of a session.
 *
 * Properties: `view` (ShView): the whole stage, or the lens alone; `valve` (ShValve) under the
 * lens, which a tap or the arrow keys choose, SH_VALVE_NONE for none; `session`; `theme`
 * (ShThemeId); `labels` (ShLabels); `wording` (ShWording) of the description that a screen reader
 * hears. A tap on a valve makes it leak or mends it; the slice's level line can be dragged. The
 * stage asks for ticks only while the session runs and it is mapped.
 */
GtkWidget *sh_stage_new (void);

/** The session that is shown, or NULL. Returns: (transfer none) */
ShSession *sh_stage_get_session (ShStage *self);
/** Shows @session from now on; NULL shows an empty stage. */
void sh_stage_set_session (ShStage *self, ShSession *session);

/** How the picture is drawn now, for one like it. Returns: (transfer none) */
const ShSceneOptions *sh_stage_get_options (ShStage *self);

/** Writes all texts of the picture anew: the language has changed. What took long to draw is kept.
 */
void sh_stage_refresh_texts (ShStage *self);

/** The valve in the picture that lies nearest to @x, @y, no farther than @reach_px; SH_VALVE_NONE
 * where there is none. */
ShValve sh_stage_nearest_valve (ShStage *self, double x, double y, double reach_px);
/** How often the moving layer was drawn since the stage was made, for frame-rate checks. */
guint64 sh_stage_get_frames_drawn (ShStage *self);

/**
 * Shows something else, as a lesson wants it.
 *
 * @view: the whole stage, the leg, the slice, the lens or the figure
 * @valve: under the lens
 * @level: of the slice, 0 at the ankle … 1 at the knee
 * @pointed: what gets a ring; one that the view does not show gets none
 */
void sh_stage_show (ShStage *self, ShView view, ShValve valve, double level, ShTarget pointed);
/** Where the ring around what is pointed at is drawn; FALSE when there is none. */
gboolean sh_stage_get_ring (ShStage *self, graphene_rect_t *ring);

G_END_DECLS
