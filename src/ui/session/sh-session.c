/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-session-private.h"

#include <math.h>

#include "sh-story.h"

/* Ankle pressure lying down (Stick 1993). */
#define NIGHT_MMHG 7.0
/* The span of a mean that is read: about two steps of someone walking. */
#define MEAN_S 2.0

enum
{
  PROP_0,
  PROP_STOP,
  PROP_SLIDER,
  PROP_LAST_SLIDER = PROP_SLIDER + SH_N_SLIDERS - 1,
  PROP_CHOICE,
  PROP_LAST_CHOICE = PROP_CHOICE + SH_N_CHOICES - 1,
  PROP_INACTIVE,
  PROP_STOCKING,
  PROP_STOCKING_CLASS,
  PROP_LEAKY,
  PROP_LEAK_DEEP,
  PROP_LEAK_SUPERFICIAL,
  PROP_LEAK_PERFORATOR,
  PROP_SEVERITY_DEEP,
  PROP_SEVERITY_SUPERFICIAL,
  PROP_SEVERITY_PERFORATOR,
  PROP_PLAYING,
  PROP_SPEED,
  PROP_HURRY,
  PROP_PROBE,
  PROP_COMPARE,
  PROP_REDUCED_MOTION,
  PROP_SCRUB,
  PROP_RUNNING,
  PROP_FAST_CLOCK,
  PROP_SPAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_FRAME,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShSession, sh_session, G_TYPE_OBJECT)

/* Tells the controls what may have changed with the scenario as a whole. */
static void
notify_scenario (ShSession *self)
{
  for (int i = PROP_STOP; i <= PROP_SEVERITY_PERFORATOR; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAST_CLOCK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPAN]);
}

void
sh_session_changed (ShSession *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  notify_scenario (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  sh_session_show (self, 0.0);
}

void
sh_session_set_playing (ShSession *self, gboolean playing)
{
  if (self->playing == playing)
    return;
  self->playing = playing;
  sh_session_rest_clock (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
set_reduced_motion (ShSession *self, gboolean reduced)
{
  if (self->reduced_motion == reduced)
    return;
  self->reduced_motion = reduced;
  sh_session_rest_clock (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDUCED_MOTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
set_speed (ShSession *self, double speed)
{
  if (fabs (self->speed - speed) < 1e-9)
    return;
  self->speed = speed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

/* Each change of the clock shows in what the charts span. */
static void
set_hurry (ShSession *self, gboolean hurry)
{
  if (self->hurry == hurry)
    return;
  self->hurry = hurry;
  self->hurried_s = 0.0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HURRY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAST_CLOCK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPAN]);
}

static void
set_probe (ShSession *self, ShVein vein)
{
  if (self->probe == vein)
    return;
  self->probe = vein;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBE]);
}

static void
sh_session_finalize (GObject *object)
{
  ShSession *self = SH_SESSION (object);

  g_clear_pointer (&self->leg, sh_leg_free);
  g_clear_pointer (&self->history, sh_history_free);
  g_clear_pointer (&self->companion, sh_companion_free);
  G_OBJECT_CLASS (sh_session_parent_class)->finalize (object);
}

static void
sh_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShSession *self = SH_SESSION (object);

  switch (id)
    {
    case PROP_STOP:
      g_value_set_int (value, sh_stop_of (&self->scenario));
      break;
    case PROP_SLIDER ... PROP_LAST_SLIDER:
      g_value_set_double (value,
                          sh_session_get_slider (self, (ShSessionSlider) (id - PROP_SLIDER)));
      break;
    case PROP_CHOICE ... PROP_LAST_CHOICE:
      g_value_set_boolean (value,
                           sh_session_get_choice (self, (ShSessionChoice) (id - PROP_CHOICE)));
      break;
    case PROP_INACTIVE:
      g_value_set_boolean (value, self->scenario.inactive);
      break;
    case PROP_STOCKING_CLASS:
      g_value_set_uint (value, sh_stocking_class_of (self->scenario.stocking_mmhg));
      break;
    case PROP_STOCKING:
      g_value_set_uint (value, sh_stocking_nearest (self->scenario.stocking_mmhg));
      break;
    case PROP_LEAKY:
      g_value_set_boolean (value, self->leaks.on);
      break;
    case PROP_LEAK_DEEP:
    case PROP_LEAK_SUPERFICIAL:
    case PROP_LEAK_PERFORATOR:
      g_value_set_boolean (value, self->leaks.on && self->leaks.group[id - PROP_LEAK_DEEP]);
      break;
    case PROP_SEVERITY_DEEP:
    case PROP_SEVERITY_SUPERFICIAL:
    case PROP_SEVERITY_PERFORATOR:
      g_value_set_double (value, self->leaks.severity[id - PROP_SEVERITY_DEEP]);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;
    case PROP_HURRY:
      g_value_set_boolean (value, self->hurry);
      break;
    case PROP_PROBE:
      g_value_set_uint (value, (guint) self->probe);
      break;
    case PROP_COMPARE:
      g_value_set_uint (value, self->compare);
      break;
    case PROP_REDUCED_MOTION:
      g_value_set_boolean (value, self->reduced_motion);
      break;
    case PROP_SCRUB:
      g_value_set_double (value, sh_session_get_scrub (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, sh_session_get_running (self));
      break;
    case PROP_FAST_CLOCK:
      g_value_set_boolean (value, sh_session_get_fast_clock (self));
      break;
    case PROP_SPAN:
      g_value_set_double (value, sh_session_get_span (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShSession *self = SH_SESSION (object);

  switch (id)
    {
    case PROP_STOP:
      sh_session_set_stop (self, g_value_get_int (value));
      break;
    case PROP_SLIDER ... PROP_LAST_SLIDER:
      sh_session_set_slider (self, (ShSessionSlider) (id - PROP_SLIDER),
                             g_value_get_double (value));
      break;
    case PROP_CHOICE ... PROP_LAST_CHOICE:
      sh_session_set_choice (self, (ShSessionChoice) (id - PROP_CHOICE),
                             g_value_get_boolean (value));
      break;
    case PROP_INACTIVE:
      sh_session_set_inactive (self, g_value_get_boolean (value));
      break;
    case PROP_STOCKING_CLASS:
      sh_session_set_stocking_class (self, g_value_get_uint (value));
      break;
    case PROP_STOCKING:
      sh_session_set_stocking (self, (ShStocking) g_value_get_uint (value));
      break;
    case PROP_LEAKY:
      if (self->leaks.on == g_value_get_boolean (value))
        break;
      sh_leaks_set_on (&self->leaks, g_value_get_boolean (value));
      sh_session_adopt_leaks (self);
      break;
    case PROP_LEAK_DEEP:
    case PROP_LEAK_SUPERFICIAL:
    case PROP_LEAK_PERFORATOR:
      if ((self->leaks.on && self->leaks.group[id - PROP_LEAK_DEEP]) == g_value_get_boolean (value))
        break;
      sh_leaks_set_group (&self->leaks, (ShGroup) (id - PROP_LEAK_DEEP),
                          g_value_get_boolean (value));
      sh_session_adopt_leaks (self);
      break;
    case PROP_SEVERITY_DEEP:
    case PROP_SEVERITY_SUPERFICIAL:
    case PROP_SEVERITY_PERFORATOR:
      if (fabs (self->leaks.severity[id - PROP_SEVERITY_DEEP] - g_value_get_double (value)) < 1e-9)
        break;
      sh_leaks_set_severity (&self->leaks, (ShGroup) (id - PROP_SEVERITY_DEEP),
                             g_value_get_double (value));
      sh_session_adopt_leaks (self);
      break;
    case PROP_PLAYING:
      sh_session_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_SPEED:
      set_speed (self, g_value_get_double (value));
      break;
    case PROP_HURRY:
      set_hurry (self, g_value_get_boolean (value));
      break;
    case PROP_PROBE:
      set_probe (self, (ShVein) g_value_get_uint (value));
      break;
    case PROP_COMPARE:
      sh_session_set_compare (self, (ShCompare) g_value_get_uint (value));
      break;
    case PROP_REDUCED_MOTION:
      set_reduced_motion (self, g_value_get_boolean (value));
      break;
    case PROP_SCRUB:
      sh_session_set_scrub (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Installs one property whose name and nick serve as its documentation in the header. */
#define READ_WRITE (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)
#define READ_ONLY (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static void
install_number (guint id, const char *name, double low, double high, double initial)
{
  properties[id] = g_param_spec_double (name, NULL, NULL, low, high, initial, READ_WRITE);
}

static void
install_switch (guint id, const char *name, gboolean initial, GParamFlags flags)
{
  properties[id] = g_param_spec_boolean (name, NULL, NULL, initial, flags);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_STOP] = g_param_spec_int ("stop", NULL, NULL, 0, SH_N_STOPS - 1, 0, READ_WRITE);
  properties[PROP_STOCKING_CLASS] =
      g_param_spec_uint ("stocking-class", NULL, NULL, 0, SH_N_STOCKING_CLASSES - 1, 0, READ_WRITE);
  properties[PROP_STOCKING] =
      g_param_spec_uint ("stocking", NULL, NULL, 0, SH_N_STOCKINGS - 1, 0, READ_WRITE);
  properties[PROP_SPAN] =
      g_param_spec_double ("span", NULL, NULL, 0.0, G_MAXDOUBLE, SH_SESSION_SPAN_S, READ_ONLY);
  properties[PROP_PROBE] = g_param_spec_uint ("probe", NULL, NULL, 0, SH_N_VEINS - 1,
                                              SH_VEIN_GREAT_SAPHENOUS_THIGH, READ_WRITE);
  properties[PROP_COMPARE] =
      g_param_spec_uint ("compare", NULL, NULL, 0, SH_COMPARE_BEFORE, SH_COMPARE_NONE, READ_WRITE);
  for (int i = 0; i < SH_N_SLIDERS; i++)
    {
      const ShSliderInfo *info = sh_session_slider_info ((ShSessionSlider) i);

      install_number (PROP_SLIDER + (guint) i, info->name, info->low, info->high, info->initial);
    }
  for (int i = 0; i < SH_N_CHOICES; i++)
    install_switch (PROP_CHOICE + (guint) i, sh_session_choice_name ((ShSessionChoice) i), FALSE,
                    READ_WRITE);
  install_number (PROP_SEVERITY_DEEP, "severity-deep", 0.0, 1.0, SH_LEAKS_SEVERITY);
  install_number (PROP_SEVERITY_SUPERFICIAL, "severity-superficial", 0.0, 1.0, SH_LEAKS_SEVERITY);
  install_number (PROP_SEVERITY_PERFORATOR, "severity-perforator", 0.0, 1.0, SH_LEAKS_SEVERITY);
  install_number (PROP_SPEED, "speed", 0.01, 10.0, 1.0);
  install_number (PROP_SCRUB, "scrub", -G_MAXDOUBLE, 0.0, 0.0);
  install_switch (PROP_HURRY, "hurry", FALSE, READ_WRITE);
  install_switch (PROP_INACTIVE, "inactive", FALSE, READ_WRITE);
  install_switch (PROP_LEAKY, "leaky", FALSE, READ_WRITE);
  install_switch (PROP_LEAK_DEEP, "leak-deep", FALSE, READ_WRITE);
  install_switch (PROP_LEAK_SUPERFICIAL, "leak-superficial", FALSE, READ_WRITE);
  install_switch (PROP_LEAK_PERFORATOR, "leak-perforator", FALSE, READ_WRITE);
  install_switch (PROP_PLAYING, "playing", TRUE, READ_WRITE);
  install_switch (PROP_REDUCED_MOTION, "reduced-motion", FALSE, READ_WRITE);
  install_switch (PROP_RUNNING, "running", TRUE, READ_ONLY);
  install_switch (PROP_FAST_CLOCK, "fast-clock", FALSE, READ_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sh_session_class_init (ShSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sh_session_finalize;
  object_class->get_property = sh_session_get_property;
  object_class->set_property = sh_session_set_property;
  install_properties (object_class);

  signals[SIGNAL_FRAME] =
      g_signal_new ("frame", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_DOUBLE);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sh_session_init (ShSession *self)
{
  self->leg = sh_leg_new ();
  if (self->leg == NULL)
    g_error ("Out of memory");
  self->history = sh_history_new (SH_SESSION_HISTORY_FRAMES);
  self->companion = sh_companion_new (SH_SESSION_HISTORY_FRAMES);
  self->playing = TRUE;
  self->speed = 1.0;
  self->probe = SH_VEIN_GREAT_SAPHENOUS_THIGH;
  sh_leaks_init (&self->leaks);
}

/* Begins a run of @scenario, or of a healthy leg at rest when the model refuses it. */
static void
begin (ShSession *self, const ShScenario *scenario)
{
  self->scenario = *scenario;
  if (sh_leg_reset (self->leg, scenario) != SH_STATUS_OK)
    {
      sh_session_first_scenario (&self->scenario);
      sh_leg_reset (self->leg, &self->scenario);
    }
  sh_leaks_read (&self->leaks, &self->scenario);
  sh_history_clear (self->history);
  sh_leg_read (self->leg, &self->live);
  self->recorded_s = -1.0;
  self->inactive_since_s = self->live.time_s;
  self->sustained_mmhg = NIGHT_MMHG;
  self->in_past = FALSE;
  sh_session_begin_companion (self);
  sh_session_record (self);
  self->shown = self->live;
}

ShSession *
sh_session_new (const ShScenario *scenario)
{
  ShSession *self = g_object_new (SH_TYPE_SESSION, NULL);

  if (scenario != NULL)
    self->first = *scenario;
  else
    sh_session_first_scenario (&self->first);
  begin (self, &self->first);
  return self;
}

void
sh_session_first_scenario (ShScenario *scenario)
{
  sh_scenario_set_activity (sh_scenario_init (scenario), SH_ACTIVITY_WALKING);
}

void
sh_session_reset (ShSession *self)
{
  g_return_if_fail (SH_IS_SESSION (self));

  g_object_freeze_notify (G_OBJECT (self));
  self->compare = SH_COMPARE_NONE;
  begin (self, &self->first);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCRUB]);
  set_speed (self, 1.0);
  set_hurry (self, FALSE);
  sh_session_set_playing (self, TRUE);
  sh_session_changed (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static double
number_of_frame (const ShFrame *frame, gpointer user_data)
{
  return sh_number_of_frame ((ShNumber) GPOINTER_TO_INT (user_data), frame);
}

double
sh_session_get_mean (ShSession *self, ShNumber number)
{
  const ShFrame *frame;
  gpointer which = GINT_TO_POINTER ((int) number);

  g_return_val_if_fail (SH_IS_SESSION (self), NAN);

  frame = sh_session_get_frame (self);
  return sh_history_mean (sh_session_get_history (self), number_of_frame, which, frame->time_s,
                          MEAN_S * sh_session_get_span (self) / 60.0,
                          number_of_frame (frame, which));
}

void
sh_session_refresh (ShSession *self)
{
  g_return_if_fail (SH_IS_SESSION (self));

  sh_session_show (self, 0.0);
}

void
sh_session_begin (ShSession *self, const ShScenario *scenario)
{
  g_return_if_fail (SH_IS_SESSION (self));

  self->first = *scenario;
  sh_session_reset (self);
}

ShLeg *
sh_session_copy_leg (ShSession *self)
{
  ShLeg *copy;

  g_return_val_if_fail (SH_IS_SESSION (self), NULL);

  copy = sh_leg_new ();
  if (copy == NULL)
    g_error ("Out of memory");
  sh_leg_copy (copy, self->leg);
  return copy;
}

gboolean
sh_session_set_scenario (ShSession *self, const ShScenario *scenario)
{
  ShLeaks leaks;

  g_return_val_if_fail (SH_IS_SESSION (self), FALSE);

  leaks = self->leaks;
  sh_leaks_read (&self->leaks, scenario);
  if (sh_session_adopt (self, scenario))
    return TRUE;
  self->leaks = leaks;
  return FALSE;
}

const ShScenario *
sh_session_get_scenario (ShSession *self)
{
  return &self->scenario;
}

const ShFrame *
sh_session_get_frame (ShSession *self)
{
  return &self->shown;
}

const ShHistory *
sh_session_get_history (ShSession *self)
{
  return self->history;
}

const ShFrame *
sh_session_get_other_frame (ShSession *self)
{
  return sh_companion_is_there (self->companion) ? &self->companion_shown : NULL;
}

const ShScenario *
sh_session_get_other_scenario (ShSession *self)
{
  return sh_companion_is_there (self->companion) ? sh_companion_get_scenario (self->companion)
                                                 : NULL;
}

const ShHistory *
sh_session_get_other_history (ShSession *self)
{
  return sh_companion_is_there (self->companion) ? sh_companion_get_history (self->companion)
                                                 : NULL;
}

double
sh_session_get_live_s (ShSession *self)
{
  return self->live.time_s;
}

double
sh_session_get_inactive_s (ShSession *self)
{
  return self->scenario.inactive ? MAX (self->shown.time_s - self->inactive_since_s, 0.0) : 0.0;
}

double
sh_session_get_sustained_mmhg (ShSession *self)
{
  return self->sustained_mmhg;
}

gboolean
sh_session_get_playing (ShSession *self)
{
  return self->playing;
}

gboolean
sh_session_get_running (ShSession *self)
{
  return self->playing && !self->reduced_motion;
}

gboolean
sh_session_get_fast_clock (ShSession *self)
{
  return (self->scenario.inactive || self->hurry) && !self->live.moving;
}

gboolean
sh_session_get_hurrying (ShSession *self)
{
  return self->hurry && self->live.moving;
}

double
sh_session_get_span (ShSession *self)
{
  gboolean fast = sh_session_get_fast_clock (self) || sh_session_get_hurrying (self);

  return fast ? SH_SESSION_SPAN_S * SH_SESSION_FAST_CLOCK : SH_SESSION_SPAN_S;
}
