/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-session-private.h"

#include <math.h>

/* History is kept this finely, in seconds of shown time; half the frame rate is enough for charts
 * and scrubbing mixes neighbours. */
#define RECORD_S (1.0 / 30.0)
/* The longest gap between two ticks that is believed to be time spent watching. */
#define LONGEST_TICK_S 0.1
/* One press of a step button. */
#define STEP_S 0.1
#define FAST_CLOCK_STEP_S 120.0
/* The time over which a pressure counts as sustained. */
#define SUSTAINED_S 600.0
/* Cycles that are passed over are looked at this finely, so that charts show high and low. */
#define HURRY_PIECE_S 0.2
/* A key frame of reduced motion lies this part of a cycle further in the next cycle. */
#define KEY_FRAME_CYCLES (1.0 + 1.0 / 8.0)

void
sh_session_go_live (ShSession *self)
{
  if (!self->in_past)
    return;
  self->in_past = FALSE;
  g_object_notify (G_OBJECT (self), "scrub");
}

void
sh_session_show (ShSession *self, double shown_s)
{
  if (!self->in_past || !sh_history_at (self->history, self->past_s, &self->shown))
    self->shown = self->live;
  if (!self->in_past || !sh_history_at (sh_companion_get_history (self->companion), self->past_s,
                                        &self->companion_shown))
    self->companion_shown = *sh_companion_get_live (self->companion);
  g_signal_emit_by_name (self, "frame", &self->shown, shown_s);
}

static double
clock_rate (ShSession *self)
{
  return sh_session_get_fast_clock (self) ? SH_SESSION_FAST_CLOCK * MIN (self->speed, 1.0)
                                          : self->speed;
}

/* How far apart in time of the model two frames of the history are. */
static double
record_every_s (ShSession *self)
{
  gboolean fast = sh_session_get_fast_clock (self) || sh_session_get_hurrying (self);

  return fast ? RECORD_S * SH_SESSION_FAST_CLOCK : RECORD_S;
}

void
sh_session_record (ShSession *self)
{
  double every_s = record_every_s (self);

  /* The small allowance keeps ticks of exactly that length from being skipped by rounding. */
  if (self->live.time_s - self->recorded_s < every_s - 1e-6)
    return;
  sh_history_add (self->history, &self->live);
  sh_companion_record (self->companion);
  self->recorded_s = self->live.time_s;
}

static void
advance_live (ShSession *self, double model_s)
{
  double mix = -expm1 (-model_s / SUSTAINED_S);

  sh_leg_advance (self->leg, model_s);
  sh_leg_read (self->leg, &self->live);
  self->sustained_mmhg +=
      mix * (self->live.pressure_mmhg[SH_VEIN_GREAT_SAPHENOUS_ANKLE] - self->sustained_mmhg);
  sh_companion_advance (self->companion, model_s);
  sh_session_record (self);
}

/* How many cycles of movement one leg does in a minute; 0 while it is still. */
static double
cycles_per_min (ShSession *self)
{
  const ShActivityInfo *info = sh_activity_info (self->scenario.activity);

  return self->live.moving ? self->scenario.pace * info->cycles_per_count : 0.0;
}

/* Slow things run on an hour in a minute while movement keeps its own speed: whole cycles are
 * passed over between two pictures, so that the leg is seen in the same phase, later. Nothing is
 * left out of the model, only of what is looked at. */
static void
hurry (ShSession *self, double tick_s)
{
  double cycle_s = cycles_per_min (self) > 0.0 ? 60.0 / cycles_per_min (self) : 0.0;
  int pieces;

  if (cycle_s <= 0.0)
    return;
  self->hurried_s += tick_s * (SH_SESSION_FAST_CLOCK - 1.0) * MIN (self->speed, 1.0);
  for (; self->hurried_s >= cycle_s; self->hurried_s -= cycle_s)
    {
      pieces = (int) ceil (cycle_s / HURRY_PIECE_S);
      for (int i = 0; i < pieces; i++)
        advance_live (self, cycle_s / pieces);
    }
}

static void
advance_past (ShSession *self, double model_s)
{
  self->past_s += model_s;
  if (self->past_s >= self->live.time_s)
    sh_session_go_live (self);
  else
    g_object_notify (G_OBJECT (self), "scrub");
}

double
sh_session_get_scrub (ShSession *self)
{
  return self->in_past ? MIN (self->past_s - self->live.time_s, 0.0) : 0.0;
}

static double
oldest_s (ShSession *self)
{
  return sh_history_length (self->history) > 0 ? sh_history_get (self->history, 0)->time_s
                                               : self->live.time_s;
}

void
sh_session_set_scrub (ShSession *self, double ago_s)
{
  double wanted_s = MAX (self->live.time_s + ago_s, oldest_s (self));

  if (fabs (ago_s - sh_session_get_scrub (self)) < 1e-6)
    return;
  self->in_past = wanted_s < self->live.time_s;
  self->past_s = wanted_s;
  g_object_notify (G_OBJECT (self), "scrub");
  sh_session_show (self, 0.0);
}

void
sh_session_tick (ShSession *self, gint64 now_us)
{
  double tick_s;

  g_return_if_fail (SH_IS_SESSION (self));

  if (!sh_session_get_running (self))
    return;
  tick_s = self->last_us != 0 ? (double) (now_us - self->last_us) / G_USEC_PER_SEC : 0.0;
  tick_s = CLAMP (tick_s, 0.0, LONGEST_TICK_S);
  self->last_us = now_us;
  if (tick_s <= 0.0)
    return;
  if (self->in_past)
    advance_past (self, tick_s * clock_rate (self));
  else
    {
      if (sh_session_get_hurrying (self))
        hurry (self, tick_s);
      advance_live (self, tick_s * clock_rate (self));
    }
  sh_session_show (self, tick_s * self->speed);
}

void
sh_session_rest_clock (ShSession *self)
{
  g_return_if_fail (SH_IS_SESSION (self));

  self->last_us = 0;
}

/* One step's length, in seconds of the model. */
static double
step_s (ShSession *self)
{
  if (sh_session_get_fast_clock (self))
    return FAST_CLOCK_STEP_S;
  if (self->reduced_motion)
    return cycles_per_min (self) > 0.0 ? KEY_FRAME_CYCLES * 60.0 / cycles_per_min (self) : 1.0;
  return STEP_S;
}

/* Goes on in small pieces, so that the history has no gap. */
static void
step_live (ShSession *self, double seconds)
{
  double piece_s = record_every_s (self);
  int pieces = (int) ceil (seconds / piece_s);

  for (int i = 0; i < pieces; i++)
    advance_live (self, seconds / pieces);
}

void
sh_session_step (ShSession *self, int direction)
{
  double seconds;

  g_return_if_fail (SH_IS_SESSION (self));

  seconds = step_s (self);
  sh_session_set_playing (self, FALSE);
  if (direction < 0)
    sh_session_set_scrub (self, sh_session_get_scrub (self) - seconds);
  else if (self->in_past)
    {
      advance_past (self, seconds);
      sh_session_show (self, STEP_S);
    }
  else
    {
      step_live (self, seconds);
      sh_session_show (self, STEP_S);
    }
}
