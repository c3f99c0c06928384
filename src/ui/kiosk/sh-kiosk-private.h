/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sh-appearance.h"
#include "sh-kiosk-counts.h"
#include "sh-kiosk-gesture.h"
#include "sh-kiosk-pin.h"
#include "sh-kiosk-speech.h"
#include "sh-kiosk-watch.h"
#include "sh-kiosk.h"
#include "sh-lesson-player.h"

/* Inside the kiosk: what its files share. */

struct _ShKiosk
{
  GObject parent_instance;

  GtkApplication *application;
  ShKioskClock clock;
  char *config_path; /* (nullable) */
  char *hours_path;
  char *counts_path;
  ShKioskConfig *config;
  GTimeZone *zone;
  guint n_problems;
  ShKioskCounts *counts; /* (nullable) */
  ShKioskMachine machine;
  ShKioskState shown; /* the state that the screen shows */

  ShPreferences *preferences;
  ShAppearance *appearance;
  GtkCssProvider *style;
  GtkCssProvider *sizes;
  char *sizes_css; /* what it was last given */
  GSimpleActionGroup *kiosk_actions;
  GSimpleActionGroup *staff_actions;
  ShKioskWindow *window;
  ShKioskView *view;
  ShSession *session;
  ShKioskSpeech *speech;  /* (nullable) */
  GPtrArray *lessons;     /* of ShLesson: those that are offered */
  ShLessonPlayer *player; /* (nullable): of the lesson that is on */
  double lesson_s;        /* when the player was last told the time */

  /* This visitor's wishes. */
  char *page;
  guint language; /* in the configuration's list */
  gboolean larger;
  gboolean contrast;
  gboolean read_aloud;
  gboolean paused;
  gboolean view_is_stale;   /* has to be made again */
  gboolean screen_is_stale; /* the same, whatever is shown */
  gboolean staff_is_stale;
  gboolean lesson_is_stale;

  int scene;
  guint scenes_shown;
  double scene_began_s;
  ShKioskGesture gesture;
  ShKioskPin pin;
  GString *digits;

  ShKioskWatch watch;
  guint tick_id;
  guint soon_id;
  double started_s;
  double looked_s;  /* when the watchdog was last fed or not */
  double checked_s; /* when hours and memory were last looked at */
  double wrote_s;   /* when the counts were last written */
  double logged_s;
  int wall_min;   /* minutes after midnight, last seen */
  gboolean stale; /* a fresh start is due as soon as nobody is there */
  gboolean ready; /* the service manager knows that the attract loop runs */
  int exit_status;
  gint64 paint_us; /* when the present frame began */
  double frame_ms; /* mean */
};

/* The present time of the kiosk's clock. */
double sh_kiosk_now_s (ShKiosk *self);
/* The present hour for the counts. Returns: (transfer full) */
char *sh_kiosk_hour (ShKiosk *self, int days_ago, gboolean midnight);
/* Shows what the machine's state asks for. */
void sh_kiosk_follow (ShKiosk *self);
/* The same, and makes anew what is stale, as soon as the button that was pressed is done with: it
 * may be among what goes away. */
void sh_kiosk_follow_soon (ShKiosk *self);
/* Reads the configuration, again if there was one. */
void sh_kiosk_read_config (ShKiosk *self);
/* Writes the counts if they changed. */
void sh_kiosk_write_counts (ShKiosk *self);
/* Ends the program. */
void sh_kiosk_end (ShKiosk *self, int status);

/* sh-kiosk-screen.c */

/* Makes the view anew, in the present language and size of text, and shows where one was. */
void sh_kiosk_make_view (ShKiosk *self);
/* Shows another scene of the attract loop, in the next language when all scenes were shown. */
void sh_kiosk_show_scene (ShKiosk *self, int scene);
/* Shows a page of the dock, with what the leg does on it. */
void sh_kiosk_show_page (ShKiosk *self, const char *page);
/* Lets the leg do something else from now on. */
void sh_kiosk_set_leg (ShKiosk *self, const ShScenario *scenario);
/* Ends the larger text of a visitor: staff's pages have more on them. */
void sh_kiosk_usual_text (ShKiosk *self);
/* Puts back all that a visitor can have changed. */
void sh_kiosk_put_back (ShKiosk *self);
/* Shows that it is closed. */
void sh_kiosk_show_closed (ShKiosk *self);
/* Reads the page aloud, if this visitor wants it. */
void sh_kiosk_speak (ShKiosk *self);
/* Makes the staff's page with what is true now. */
void sh_kiosk_show_staff (ShKiosk *self);
/* Says how many digits were given, and how long one has to wait. */
void sh_kiosk_show_pin (ShKiosk *self, const char *message);

/* sh-kiosk-lessons.c */

/* Finds the lessons that the configuration names. */
void sh_kiosk_read_lessons (ShKiosk *self);
/* The titles of the lessons in the present language. Returns: (transfer container) */
const char **sh_kiosk_lesson_titles (ShKiosk *self);
/* Begins lesson number @index. */
void sh_kiosk_begin_lesson (ShKiosk *self, int index);
/* Shows the present moment of the lesson. */
void sh_kiosk_show_lesson (ShKiosk *self);
/* Goes on or back, or answers. */
void sh_kiosk_lesson_on (ShKiosk *self);
void sh_kiosk_lesson_back (ShKiosk *self);
void sh_kiosk_lesson_answer (ShKiosk *self, int choice);
/* Tells the lesson what time it is. */
void sh_kiosk_tick_lesson (ShKiosk *self, double now_s);

/* Counts one more of @what in the present hour. */
void sh_kiosk_count (ShKiosk *self, ShKioskCount what);

/* sh-kiosk-actions.c */

/* Makes the actions that buttons act through. */
void sh_kiosk_add_actions (ShKiosk *self);
/* Gives the buttons' states the present values. */
void sh_kiosk_update_actions (ShKiosk *self);
/* Says which button of a choice is pressed. */
void sh_kiosk_set_option_state (ShKiosk *self, int option);
