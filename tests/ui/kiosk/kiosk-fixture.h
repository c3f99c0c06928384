/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-kiosk.h"

/* The whole kiosk in a window, with a clock of the test's own. */

typedef struct
{
  double now_s;
  gint64 wall_unix_s; /* at now_s = 0 */
} FakeClock;

typedef struct
{
  GtkApplication *application;
  char *folder;
  char *config_path;
  FakeClock clock;
  ShKioskClock kiosk_clock;
  ShKiosk *kiosk;
} Fixture;

/* For g_test_add(). */
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
/* Starts the kiosk with these lines in its configuration. */
void start (Fixture *fixture, const char *settings);
/* Lets the main loop run for so long. */
void turn (double seconds);
/* Kiosk time passes, a quarter of a second at a time. */
void pass (Fixture *fixture, double seconds);
void assert_state (Fixture *fixture, ShKioskState state);
/* Activates an action with a target (nullable), as text. */
void act (Fixture *fixture, const char *action, const char *target);
/* Touches a place of the window. */
void touch (Fixture *fixture, double x, double y);
/* Does what staff do to get to the PIN pad, and gives a PIN. */
void tap_corners (Fixture *fixture);
void give (Fixture *fixture, const char *pin);
/* The pixels of the whole kiosk as GTK draws them now, four bytes each, and their number. */
GBytes *pixels (Fixture *fixture, gsize *n);
/* Adds every button and slider that can be seen. */
void collect (GtkWidget *widget, GPtrArray *targets);
