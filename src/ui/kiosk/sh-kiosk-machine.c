/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-machine.h"

const char *
sh_kiosk_state_name (ShKioskState state)
{
  static const char *const names[SH_KIOSK_N_STATES] = { "attract", "visit", "warn",  "reset",
                                                        "locked",  "staff", "closed" };

  g_return_val_if_fail (state < SH_KIOSK_N_STATES, "");
  return names[state];
}

void
sh_kiosk_machine_init (ShKioskMachine *machine, const ShKioskConfig *config, double now_s)
{
  *machine = (ShKioskMachine){ .state = SH_KIOSK_ATTRACT, .touched_s = now_s, .open = TRUE };
  sh_kiosk_machine_configure (machine, config);
}

void
sh_kiosk_machine_configure (ShKioskMachine *machine, const ShKioskConfig *config)
{
  machine->idle_s = config->idle_s;
  machine->countdown_s = config->countdown_s;
  machine->reading_pause = config->reading_pause;
  machine->reading_most_s = config->reading_s;
}

gboolean
sh_kiosk_machine_touch (ShKioskMachine *machine, double now_s)
{
  gboolean only = machine->state != SH_KIOSK_VISIT && machine->state != SH_KIOSK_LOCKED &&
                  machine->state != SH_KIOSK_STAFF;

  machine->touched_s = now_s;
  if (machine->state == SH_KIOSK_ATTRACT || machine->state == SH_KIOSK_WARN)
    machine->state = SH_KIOSK_VISIT;
  return only;
}

void
sh_kiosk_machine_set_reading (ShKioskMachine *machine, gboolean reading)
{
  machine->reading = reading;
}

void
sh_kiosk_machine_set_open (ShKioskMachine *machine, gboolean open)
{
  machine->open = open;
  if (machine->state == SH_KIOSK_ATTRACT && !open)
    machine->state = SH_KIOSK_RESET;
  if (machine->state == SH_KIOSK_CLOSED && open)
    machine->state = SH_KIOSK_RESET;
}

void
sh_kiosk_machine_end_visit (ShKioskMachine *machine)
{
  if (machine->state == SH_KIOSK_VISIT || machine->state == SH_KIOSK_WARN)
    machine->state = SH_KIOSK_RESET;
}

void
sh_kiosk_machine_gesture (ShKioskMachine *machine, double now_s)
{
  if (machine->state == SH_KIOSK_STAFF || machine->state == SH_KIOSK_RESET)
    return;
  machine->state = SH_KIOSK_LOCKED;
  machine->touched_s = now_s;
}

void
sh_kiosk_machine_unlock (ShKioskMachine *machine, double now_s)
{
  if (machine->state != SH_KIOSK_LOCKED)
    return;
  machine->state = SH_KIOSK_STAFF;
  machine->touched_s = now_s;
}

void
sh_kiosk_machine_leave (ShKioskMachine *machine)
{
  if (machine->state == SH_KIOSK_LOCKED || machine->state == SH_KIOSK_STAFF)
    machine->state = SH_KIOSK_RESET;
}

/* How long nobody may touch the screen in a visit before the countdown begins. */
static double
patience_s (const ShKioskMachine *machine)
{
  if (machine->reading && machine->reading_pause)
    return MAX (machine->idle_s, machine->reading_most_s);
  return machine->idle_s;
}

ShKioskState
sh_kiosk_machine_tick (ShKioskMachine *machine, double now_s)
{
  double still_s = now_s - machine->touched_s;

  if (machine->state == SH_KIOSK_VISIT && still_s >= patience_s (machine))
    {
      machine->state = SH_KIOSK_WARN;
      machine->warned_s = now_s;
    }
  else if ((machine->state == SH_KIOSK_WARN && now_s - machine->warned_s >= machine->countdown_s) ||
           (machine->state == SH_KIOSK_LOCKED && still_s >= SH_KIOSK_LOCKED_IDLE_S) ||
           (machine->state == SH_KIOSK_STAFF && still_s >= SH_KIOSK_STAFF_IDLE_S))
    machine->state = SH_KIOSK_RESET;
  return machine->state;
}

void
sh_kiosk_machine_reset_done (ShKioskMachine *machine)
{
  if (machine->state != SH_KIOSK_RESET)
    return;
  machine->state = machine->open ? SH_KIOSK_ATTRACT : SH_KIOSK_CLOSED;
  machine->reading = FALSE;
}

double
sh_kiosk_machine_left_s (const ShKioskMachine *machine, double now_s)
{
  if (machine->state != SH_KIOSK_WARN)
    return 0.0;
  return CLAMP (machine->warned_s + machine->countdown_s - now_s, 0.0, machine->countdown_s);
}

gboolean
sh_kiosk_machine_unused (const ShKioskMachine *machine)
{
  return machine->state == SH_KIOSK_ATTRACT || machine->state == SH_KIOSK_CLOSED;
}
