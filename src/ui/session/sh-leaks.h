/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "sh-model.h"

/**
 * What the leaky-valves switches say: one main switch, a switch and a severity for each of the
 * three groups, and single valves that were set apart from their group. Plain values without
 * signals; the session owns one.
 */
typedef struct
{
  gboolean on;                  /* the main switch */
  gboolean group[SH_N_GROUPS];  /* the group's switch */
  double severity[SH_N_GROUPS]; /* 0…1: the leak of the group's valves when it is on */
  gboolean apart[SH_N_VALVES];  /* the valve has a leak of its own… */
  double own_leak[SH_N_VALVES]; /* …and this is it, 0…1 */
} ShLeaks;

/** The severity that a freshly switched on group or valve has. */
#define SH_LEAKS_SEVERITY 0.8

/** All off; the group switches wait switched on, so that the main switch acts on every valve. */
void sh_leaks_init (ShLeaks *leaks);

/** The leak of one valve as the switches have it, 0…1. */
double sh_leaks_of (const ShLeaks *leaks, ShValve valve);
/** Writes the leak of every valve into @scenario. */
void sh_leaks_apply (const ShLeaks *leaks, ShScenario *scenario);
/** Sets the switches from the leaks of @scenario: a group that leaks evenly becomes its group's
 * switch, anything else single valves. */
void sh_leaks_read (ShLeaks *leaks, const ShScenario *scenario);

/** Turns the main switch. Off forgets the valves that stood apart; on switches all groups on when
 * nothing else would leak. */
void sh_leaks_set_on (ShLeaks *leaks, gboolean on);
/** Turns a group's switch, and the main one with it. Its single valves follow the group again. */
void sh_leaks_set_group (ShLeaks *leaks, ShGroup group, gboolean on);
/** How much the valves of a group leak while it is on, 0…1; what lies outside is the nearer end. */
void sh_leaks_set_severity (ShLeaks *leaks, ShGroup group, double severity);
/** Gives one valve its own leak. The first one, with the main switch off, switches the groups off:
 * then this valve alone leaks. */
void sh_leaks_set_valve (ShLeaks *leaks, ShValve valve, double leak);
