/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-companion.h"
#include "sh-session.h"

/* What the files of the session share: sh-session.c has the object and its properties,
 * sh-session-scenario.c what happens when a control is moved, sh-session-time.c what happens when
 * time passes. */

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
  ShCompanion *companion; /* the leg that this one is held against */
  ShCompare compare;
  ShFrame companion_shown;

  gboolean playing;
  gboolean hurry;
  ShVein probe;     /* the vein that the ultrasound probe lies on */
  double hurried_s; /* time of the model owed to slow things, not yet a whole cycle */
  gboolean reduced_motion;
  double speed;
  gboolean in_past; /* shown is past_s of the history, not live */
  double past_s;
  double recorded_s;
  double inactive_since_s;
  double sustained_mmhg; /* the ankle pressure of the last minutes, smoothed */
  gint64 last_us;        /* 0: no tick yet */
};

/** What charts and the scrub slider show, in seconds of shown time. */
#define SH_SESSION_SPAN_S 60.0
/** Frames that the history holds: that span at the rate at which it is kept, and some more. */
#define SH_SESSION_HISTORY_FRAMES 2000

/** Makes @wanted what the leg lives by, and its companion with it. FALSE, and nothing changed, when
 * the model refuses it. */
gboolean sh_session_adopt (ShSession *self, const ShScenario *wanted);
/** Tells everybody that the scenario is another one, and shows the leg as it is now. */
void sh_session_changed (ShSession *self);
/** Makes the leg live by the switches of its leaks. */
void sh_session_adopt_leaks (ShSession *self);
/** Goes to a stop of the activity slider. */
void sh_session_set_stop (ShSession *self, int index);
/** Makes the person stay still, or move again. */
void sh_session_set_inactive (ShSession *self, gboolean inactive);
/** Puts a stocking on or takes it off. */
void sh_session_set_stocking (ShSession *self, ShStocking stocking);
void sh_session_set_stocking_class (ShSession *self, guint stocking_class);

/** The numbers of the scenario that have a slider. */
typedef enum
{
  SH_SLIDER_PACE,
  SH_SLIDER_EFFORT,
  SH_SLIDER_ANKLE_RANGE,
  SH_SLIDER_TOE_POINTING,
  SH_SLIDER_CALF_STRENGTH,
  SH_SLIDER_BODY_HEIGHT,
  SH_SLIDER_ROOM_TEMPERATURE,
  SH_SLIDER_WATER_DEPTH,
  SH_N_SLIDERS
} ShSessionSlider;

typedef struct
{
  const char *name; /* of the property */
  gsize offset;     /* of the number in ShScenario */
  double low, high, initial;
} ShSliderInfo;

/** Property and range of a slider. Returns: (transfer none) */
const ShSliderInfo *sh_session_slider_info (ShSessionSlider slider);
/** The scenario's number, in its own unit. */
double sh_session_get_slider (ShSession *self, ShSessionSlider slider);
/** Sets it; what is out of range goes to its end. */
void sh_session_set_slider (ShSession *self, ShSessionSlider slider, double value);

/** The switches of the scenario that are folded away. */
typedef enum
{
  SH_CHOICE_LEFT_LEG,
  SH_CHOICE_TOURNIQUET,
  SH_CHOICE_CLOSED_GREAT,
  SH_CHOICE_CLOSED_SMALL,
  SH_N_CHOICES
} ShSessionChoice;

/** The property's name. */
const char *sh_session_choice_name (ShSessionChoice choice);
/** Whether the scenario has it so. */
gboolean sh_session_get_choice (ShSession *self, ShSessionChoice choice);
/** Makes the scenario have it so, or not. */
void sh_session_set_choice (ShSession *self, ShSessionChoice choice, gboolean on);

/** Sets what the leg is held against. */
void sh_session_set_compare (ShSession *self, ShCompare compare);
/** Begins the companion together with a run of the leg. */
void sh_session_begin_companion (ShSession *self);

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
