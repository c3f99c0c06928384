/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-kiosk-config.h"

/** What the kiosk is doing. */
typedef enum
{
  SH_KIOSK_ATTRACT, /* nobody there: the loop of scenes */
  SH_KIOSK_VISIT,
  SH_KIOSK_WARN,   /* nobody touched it for a while: the countdown */
  SH_KIOSK_RESET,  /* everything is being put back, until sh_kiosk_machine_reset_done() */
  SH_KIOSK_LOCKED, /* the PIN is asked for */
  SH_KIOSK_STAFF,
  SH_KIOSK_CLOSED, /* outside of the opening hours */
  SH_KIOSK_N_STATES
} ShKioskState;

/**
 * When the kiosk changes from one state to another. Pure: time comes in as seconds of any clock
 * that only runs forward, so that tests have a clock of their own. Plain values without signals.
 */
typedef struct
{
  ShKioskState state;
  double idle_s;
  double countdown_s;
  gboolean reading_pause;
  double reading_most_s;
  double touched_s; /* when it was last touched */
  double warned_s;  /* when the countdown began */
  gboolean reading; /* someone reads a long text, or listens to it */
  gboolean open;
} ShKioskMachine;

/** Without a touch the pad for the PIN goes away after this long, the staff's page after that. */
#define SH_KIOSK_LOCKED_IDLE_S 30.0
#define SH_KIOSK_STAFF_IDLE_S 180.0

/** The name of a state, for the log. */
const char *sh_kiosk_state_name (ShKioskState state);

/** Begins in the attract loop, open. */
void sh_kiosk_machine_init (ShKioskMachine *machine, const ShKioskConfig *config, double now_s);
/** Takes over the times of a configuration that was read again. */
void sh_kiosk_machine_configure (ShKioskMachine *machine, const ShKioskConfig *config);

/** Someone touched the screen, a key or a controller. In the attract loop this begins a visit, in
 * the countdown it stops it. Returns: whether that was all that the touch may do. */
gboolean sh_kiosk_machine_touch (ShKioskMachine *machine, double now_s);
/** Whether someone reads a long text, or has it read aloud. */
void sh_kiosk_machine_set_reading (ShKioskMachine *machine, gboolean reading);
/** Whether it is open now. A visit that runs is not interrupted. */
void sh_kiosk_machine_set_open (ShKioskMachine *machine, gboolean open);
/** The visitor has ended the visit. */
void sh_kiosk_machine_end_visit (ShKioskMachine *machine);
/** The staff's gesture was made: the PIN is asked for. */
void sh_kiosk_machine_gesture (ShKioskMachine *machine, double now_s);
/** The right PIN was given. */
void sh_kiosk_machine_unlock (ShKioskMachine *machine, double now_s);
/** The pad or the staff's page was left. */
void sh_kiosk_machine_leave (ShKioskMachine *machine);
/** Time has come to @now_s. Returns: the state. */
ShKioskState sh_kiosk_machine_tick (ShKioskMachine *machine, double now_s);
/** Everything was put back: now it is in the attract loop, or closed. */
void sh_kiosk_machine_reset_done (ShKioskMachine *machine);
/** How many seconds of the countdown are left; 0 in any other state. */
double sh_kiosk_machine_left_s (const ShKioskMachine *machine, double now_s);
/** Whether nobody would notice a fresh start. */
gboolean sh_kiosk_machine_unused (const ShKioskMachine *machine);
