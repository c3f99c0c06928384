/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-session.h"

/* What the files of the session share: sh-session.c has the object and its properties,
 * sh-session-time.c what happens when time passes. */

struct _ShSession
{
  GObject parent_instance;

  ShLeg *leg;
  ShScenario first; /* what reset goes back to */
  ShScenario scenario;
  ShLeaks leaks;
  ShFrame live;
  ShFrame shown;
  ShHistory *history;

  gboolean playing;
  gboolean reduced_motion;
  double speed;
  gboolean in_past; /* shown is past_s of the history, not live */
  double past_s;
  double recorded_s;
  double inactive_since_s;
  gint64 last_us; /* 0: no tick yet */
};

/** What charts and the scrub slider show, in seconds of shown time. */
#define SH_SESSION_SPAN_S 60.0
/** Frames that the history holds: that span at the rate at which it is kept, and some more. */
#define SH_SESSION_HISTORY_FRAMES 2000

/** Takes the instant to be shown from the leg or from the past and tells of it; blood cells travel
 * for @shown_s seconds. */
void sh_session_show (ShSession *self, double shown_s);
/** Ends a look at the past. */
void sh_session_go_live (ShSession *self);
/** Keeps the live frame in the history when enough time has passed since the last one. */
void sh_session_record (ShSession *self);
/** How far the shown instant lies in the past: 0 or a negative number of seconds. */
double sh_session_get_scrub (ShSession *self);
/** Shows an instant of the past, @ago_s = 0 or negative; no further back than the history goes. */
void sh_session_set_scrub (ShSession *self, double ago_s);
/** Turns time on or off. */
void sh_session_set_playing (ShSession *self, gboolean playing);
