/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-window.h"

/* A hand in a real window: it presses what stands there, by the words on it. */

typedef struct
{
  GtkApplication *application;
  ShWindow *window;
  ShSession *session;
} Hand;

/** A fixture's beginning and end: a window of its own, closed with its papers and presenters. */
void hand_set_up (Hand *hand, gconstpointer data);
void hand_tear_down (Hand *hand, gconstpointer data);

/** Another end: the closed window leaves nothing behind. */
void hand_leave_nothing (Hand *hand, gconstpointer data);

/** Lets the program live on. */
void hand_wait_s (double seconds);
/** The same until something is so, for a minute at most: a slow machine takes its time. */
void hand_wait_until (gboolean (*is_so) (gpointer data), gpointer data);

/** Whether @text stands somewhere in @widget. */
gboolean hand_says (GtkWidget *widget, const char *text);
/** What can be pressed and shows @text; NULL when nothing on the screen does. */
GtkWidget *hand_find (GtkWidget *widget, const char *text);
/** Presses it; without it, the test is over. */
void hand_press (Hand *hand, const char *text);
/** How often something was pressed. */
extern int hand_actions;

/** Does what the action of this name does; @parameter may be NULL. */
void hand_activate (Hand *hand, const char *name, GVariant *parameter);
/** Turns every toggle on that has @text as its label or tooltip. */
void hand_toggle (GtkWidget *widget, const char *text);
/** The first label shown below @widget that contains @text; NULL when there is none. */
GtkWidget *hand_find_label (GtkWidget *widget, const char *text);
/** What is shown below @widget and has this tooltip; NULL when nothing has. */
GtkWidget *hand_find_tip (GtkWidget *widget, const char *tip);
/** A window that stands before the main one; NULL when there is none. */
GtkWindow *hand_other_window (Hand *hand);
