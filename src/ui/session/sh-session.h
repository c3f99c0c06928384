/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "sh-history.h"
#include "sh-leaks.h"
#include "sh-model.h"
#include "sh-numbers.h"
#include "sh-stocking.h"

G_BEGIN_DECLS

#define SH_TYPE_SESSION (sh_session_get_type ())
G_DECLARE_FINAL_TYPE (ShSession, sh_session, SH, SESSION, GObject)

/**
 * The only bridge between the model and the window: owns the leg, what it does, and its clock.
 *
 * Everything a control can set is a property, so that controls bind to it: `stop` (of the activity
 * slider), `pace`, `effort`, `ankle-range`, `toe-pointing`, `calf-strength`, `body-height` (m),
 * `room-temperature` (degrees C), `water-depth` (m), `left-leg`, `tourniquet`,
 * `closed-great-saphenous`, `closed-small-saphenous`, `inactive`, `stocking` and `stocking-class`
 * (the same stocking by either name), `leaky`, `leak-deep`, `leak-superficial`, `leak-perforator`,
 * `severity-deep`, `severity-superficial`, `severity-perforator`, `playing`, `speed`, `hurry` (slow
 * things run on an hour in a minute while movement keeps its own speed), `compare` (ShCompare),
 * `probe` (ShVein under the ultrasound probe), `reduced-motion`, `scrub` (seconds, 0 = now,
 * negative = in the past). To read: `running` (time goes on by itself, the stage needs ticks),
 * `fast-clock` (an hour in a minute), `span` (seconds of history that charts and the scrub slider
 * show).
 *
 * Signals: `frame` (const ShFrame *, double shown_s): there is a new picture, and blood cells
 * travel for shown_s seconds. `changed`: the scenario is another one.
 *
 * Time comes in by sh_session_tick() alone, so that tests use a clock of their own.
 */

/** How many seconds of the model pass in one second while a person sits or stands inactive:
 * an hour in a minute. */
#define SH_SESSION_FAST_CLOCK 60.0

/** What the leg is held against. */
typedef enum
{
  SH_COMPARE_NONE,    /* nothing beside it; charts still draw the healthy leg thinly */
  SH_COMPARE_HEALTHY, /* the same person with a healthy leg */
  SH_COMPARE_BEFORE   /* this leg as it was when the comparison was switched on */
} ShCompare;

/** A session that starts with @scenario; NULL: a healthy person walking. Returns: (transfer full)
 */
ShSession *sh_session_new (const ShScenario *scenario);

/** A healthy adult walking, what the window opens with. */
void sh_session_first_scenario (ShScenario *scenario);

/** Time has come to @now_us, a monotonic clock's microseconds. A gap counts for at most 0.1 s, the
 * first call for nothing. */
void sh_session_tick (ShSession *self, gint64 now_us);
/** Forgets the last tick: the next one counts for nothing, as after a pause. */
void sh_session_rest_clock (ShSession *self);

/** Stops playing and goes one step on, or back for a negative @direction: a tenth of a second; a
 * key frame later when motion is reduced; two minutes while the clock runs fast. */
void sh_session_step (ShSession *self, int direction);
/** Starts again with the scenario that the session was made with. */
void sh_session_reset (ShSession *self);

/** Shows the same instant again, when the way in which it is shown has changed. */
void sh_session_refresh (ShSession *self);
/** Starts anew with @scenario, which sh_session_reset() then comes back to. */
void sh_session_begin (ShSession *self, const ShScenario *scenario);
/** A leg that lives on from the live instant, for work in another thread. Returns: (transfer full):
 * freed by sh_leg_free() */
ShLeg *sh_session_copy_leg (ShSession *self);

/** Goes on with another scenario; FALSE, and nothing changed, when the model cannot run it. */
gboolean sh_session_set_scenario (ShSession *self, const ShScenario *scenario);
/** What the leg lives by now. Returns: (transfer none) */
const ShScenario *sh_session_get_scenario (ShSession *self);
/** The instant that is shown: the live one, or one of the past while scrubbing. Returns: (transfer
 * none) */
const ShFrame *sh_session_get_frame (ShSession *self);
/** The frames of the last minute. Returns: (transfer none) */
const ShHistory *sh_session_get_history (ShSession *self);
/** The other leg at the instant that is shown: healthy, or as it was before; NULL while this leg
 * differs in nothing from it. Returns: (transfer none) */
const ShFrame *sh_session_get_other_frame (ShSession *self);
/** What the other leg lives by, or NULL. Returns: (transfer none) */
const ShScenario *sh_session_get_other_scenario (ShSession *self);
/** Its history, whose frames have the times of this leg's; NULL without it. */
const ShHistory *sh_session_get_other_history (ShSession *self);
/** The live time of the model, in seconds. */
double sh_session_get_live_s (ShSession *self);
/** For how long the person has been inactive, in seconds of the model; 0 when not. */
double sh_session_get_inactive_s (ShSession *self);

/** The ankle pressure of the last ten minutes, in mmHg, later minutes counting more; a run begins
 * with that of a night lying down. */
double sh_session_get_sustained_mmhg (ShSession *self);

/** Whether the user wants time to go on. */
gboolean sh_session_get_playing (ShSession *self);
/** Whether time goes on by itself: playing, and motion not reduced. */
gboolean sh_session_get_running (ShSession *self);
/** Whether an hour passes in a minute: inactive or in a hurry, and nothing moves. */
gboolean sh_session_get_fast_clock (ShSession *self);
/** Whether an hour passes in a minute for slow things while movement keeps its own speed. */
gboolean sh_session_get_hurrying (ShSession *self);
/** How many seconds of the past charts and the scrub slider show. */
double sh_session_get_span (ShSession *self);

/** The part of a vein's open area that an old clot has taken, 0…0.99. */
double sh_session_get_narrowing (ShSession *self, ShVein vein);
/** Narrows one vein, or widens it again. */
void sh_session_set_narrowing (ShSession *self, ShVein vein, double narrowing);

/** The leak of one valve, 0…1. */
double sh_session_get_valve_leak (ShSession *self, ShValve valve);
/** Sets one valve apart from its group. */
void sh_session_set_valve_leak (ShSession *self, ShValve valve, double leak);
/** A tight valve gets leaky, a leaky one tight. */
void sh_session_toggle_valve (ShSession *self, ShValve valve);

/** A number as readers are shown it: its mean over about two steps that end at the instant shown,
 * or as long of the fast clock. For numbers that a frame holds. */
double sh_session_get_mean (ShSession *self, ShNumber number);

G_END_DECLS
