/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sh-kiosk-machine.h"
#include "sh-kiosk-view.h"
#include "sh-kiosk-window.h"

G_BEGIN_DECLS

/** Where the kiosk's time comes from; tests have their own. */
typedef struct
{
  double (*now_s) (gpointer data); /* only runs forward */
  /* The moment by the clock on the wall. Returns: (transfer full) */
  GDateTime *(*wall) (gpointer data, GTimeZone *zone);
  gpointer data;
} ShKioskClock;

/** What a kiosk is started with. */
typedef struct
{
  const char *config_path;   /* (nullable): NULL looks in the usual folders */
  const char *state_folder;  /* (nullable): where counts and changed hours are kept; NULL: the
                              * user's */
  const ShKioskClock *clock; /* (nullable): NULL for the real one */
} ShKioskOptions;

/** The exit status that asks for a fresh start. */
#define SH_KIOSK_EXIT_RESTART 75

#define SH_TYPE_KIOSK (sh_kiosk_get_type ())
G_DECLARE_FINAL_TYPE (ShKiosk, sh_kiosk, SH, KIOSK, GObject)

/**
 * The kiosk: configuration, window, state, counts, watchdog. It does all by itself until staff end
 * it; then the application quits.
 *
 * Returns: (transfer full)
 */
ShKiosk *sh_kiosk_new (GtkApplication *application, const ShKioskOptions *options);

/** Looks at the clock and does what is due. Called four times a second; tests call it, too. */
void sh_kiosk_tick (ShKiosk *self);

/** What it is doing. */
ShKioskState sh_kiosk_get_state (ShKiosk *self);
/** The page that a visitor sees, such as "home". Returns: (transfer none) */
const char *sh_kiosk_get_page (ShKiosk *self);
/** The language that is spoken now. Returns: (transfer none) */
const char *sh_kiosk_get_language (ShKiosk *self);
/** The window that fills the screen. Returns: (transfer none) */
ShKioskWindow *sh_kiosk_get_window (ShKiosk *self);
/** What is seen in it. Returns: (transfer none) */
ShKioskView *sh_kiosk_get_view (ShKiosk *self);
/** The leg that is shown. Returns: (transfer none) */
ShSession *sh_kiosk_get_session (ShKiosk *self);
/** The mean time that the last frames took to draw, in milliseconds. */
double sh_kiosk_get_frame_ms (ShKiosk *self);
/** The exit status that the program should end with. */
int sh_kiosk_get_exit_status (ShKiosk *self);

/** Takes out of the environment what could open the inspector or load foreign code, and keeps the
 * program from storing any setting. Call it before GTK begins. */
void sh_kiosk_prepare_environment (void);
/** Runs the kiosk until staff end it. Returns: the exit status. */
int sh_kiosk_run (const ShKioskOptions *options);

G_END_DECLS
