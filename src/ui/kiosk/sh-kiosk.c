/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-private.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-kiosk-inhibit.h"
#include "sh-kiosk-language.h"
#include "sh-kiosk-log.h"
#include "sh-kiosk-notify.h"
#include "sh-kiosk-plan.h"
#include "sh-ui.h"

#define TICK_MS 250
/* How often the watchdog is fed, hours and memory are looked at, counts are written, and memory and
 * frames are told. */
#define LOOK_S 1.0
#define CHECK_S 5.0
#define WRITE_S 30.0
#define LOG_S 3600.0
/* How much a new frame counts in the mean. */
#define FRAME_WEIGHT 0.02

G_DEFINE_FINAL_TYPE (ShKiosk, sh_kiosk, G_TYPE_OBJECT)

static double
real_now_s (gpointer data)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static GDateTime *
real_wall (gpointer data, GTimeZone *zone)
{
  return g_date_time_new_now (zone);
}

double
sh_kiosk_now_s (ShKiosk *self)
{
  return self->clock.now_s (self->clock.data);
}

char *
sh_kiosk_hour (ShKiosk *self, int days_ago, gboolean midnight)
{
  g_autoptr (GDateTime) wall = self->clock.wall (self->clock.data, self->zone);
  g_autoptr (GDateTime) day = g_date_time_add_days (wall, -days_ago);

  return g_date_time_format (day, midnight ? "%Y-%m-%d 00" : "%Y-%m-%d %H");
}

void
sh_kiosk_count (ShKiosk *self, ShKioskCount what)
{
  g_autofree char *hour = NULL;

  if (self->counts == NULL)
    return;
  hour = sh_kiosk_hour (self, 0, FALSE);
  sh_kiosk_counts_add (self->counts, hour, what);
}

void
sh_kiosk_write_counts (ShKiosk *self)
{
  g_autoptr (GError) error = NULL;

  self->wrote_s = sh_kiosk_now_s (self);
  if (self->counts != NULL && !sh_kiosk_counts_write (self->counts, self->counts_path, &error))
    g_message ("The counts were not kept: %s", error->message);
}

static void
read_counts (ShKiosk *self, const char *state_folder)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->counts, sh_kiosk_counts_free);
  g_free (self->counts_path);
  self->counts_path = self->config->counts_file[0] != '\0'
                          ? g_strdup (self->config->counts_file)
                          : g_build_filename (state_folder, "kiosk-counts.txt", NULL);
  if (!self->config->counts)
    return;
  self->counts = sh_kiosk_counts_new ((gsize) self->config->counts_days * 24);
  if (!sh_kiosk_counts_read (self->counts, self->counts_path, &error))
    g_message ("%s", error->message);
}

void
sh_kiosk_read_config (ShKiosk *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *state_folder = g_path_get_dirname (self->hours_path);

  if (self->config != NULL)
    sh_kiosk_write_counts (self);
  g_clear_pointer (&self->config, sh_kiosk_config_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->config = sh_kiosk_config_load (self->config_path, problems);
  sh_kiosk_config_overlay (self->config, self->hours_path, problems);
  sh_kiosk_log_to (self->config->log_file, self->config->log_kib);
  for (guint i = 0; i < problems->len; i++)
    g_message ("%s", (const char *) g_ptr_array_index (problems, i));
  self->n_problems = problems->len;
  self->zone = self->config->time_zone[0] != '\0'
                   ? g_time_zone_new_identifier (self->config->time_zone)
                   : g_time_zone_new_local ();
  self->pin.attempts = (int) self->config->pin_attempts;
  self->pin.lock_s = self->config->pin_lock_s;
  self->language = 0;
  if (self->window != NULL)
    sh_kiosk_window_set_monitor (self->window, self->config->monitor);
  sh_kiosk_machine_configure (&self->machine, self->config);
  read_counts (self, state_folder);
  sh_kiosk_read_lessons (self);
}

static void
enter (ShKiosk *self, ShKioskState before, ShKioskState state)
{
  switch (state)
    {
    case SH_KIOSK_ATTRACT:
      sh_kiosk_show_scene (self, 0);
      break;
    case SH_KIOSK_VISIT:
      sh_kiosk_view_set_countdown (self->view, 0);
      if (before == SH_KIOSK_WARN)
        break;
      sh_kiosk_count (self, SH_KIOSK_COUNT_VISITS);
      sh_kiosk_update_actions (self);
      sh_kiosk_show_page (self, "home");
      break;
    case SH_KIOSK_LOCKED:
      sh_kiosk_view_set_countdown (self->view, 0);
      sh_kiosk_view_set_closed (self->view, NULL, 1.0);
      sh_kiosk_usual_text (self);
      sh_kiosk_show_page (self, "pin");
      sh_kiosk_show_pin (self, "");
      break;
    case SH_KIOSK_STAFF:
      sh_kiosk_show_staff (self);
      sh_kiosk_show_page (self, "staff");
      break;
    case SH_KIOSK_CLOSED:
      sh_kiosk_show_closed (self);
      break;
    case SH_KIOSK_RESET:
      sh_kiosk_put_back (self);
      sh_kiosk_machine_reset_done (&self->machine);
      break;
    case SH_KIOSK_WARN:
    case SH_KIOSK_N_STATES:
    default:
      break;
    }
}

void
sh_kiosk_follow (ShKiosk *self)
{
  while (self->machine.state != self->shown)
    {
      ShKioskState before = self->shown;

      self->shown = self->machine.state;
      g_message ("The kiosk is now in state %s", sh_kiosk_state_name (self->shown));
      enter (self, before, self->shown);
    }
}

static void
renew (ShKiosk *self)
{
  sh_kiosk_follow (self);
  if (self->screen_is_stale || (self->view_is_stale && self->shown == SH_KIOSK_VISIT))
    sh_kiosk_make_view (self);
  if (self->lesson_is_stale && self->player != NULL)
    sh_kiosk_show_lesson (self);
  if (self->staff_is_stale && self->shown == SH_KIOSK_STAFF)
    sh_kiosk_show_staff (self);
}

static gboolean
soon_cb (gpointer user_data)
{
  SH_KIOSK (user_data)->soon_id = 0;
  renew (SH_KIOSK (user_data));
  return G_SOURCE_REMOVE;
}

void
sh_kiosk_follow_soon (ShKiosk *self)
{
  if (self->soon_id == 0)
    /* Before the next frame is drawn: drawing alone could keep a slow machine busy. */
    self->soon_id = g_idle_add_full (G_PRIORITY_DEFAULT, soon_cb, self, NULL);
}

/* Whoever does something at the window is there. */
static gboolean
deed_cb (ShKioskDeed deed, double x, double y, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);
  double now_s = sh_kiosk_now_s (self);
  GdkRectangle place;
  gboolean only;

  sh_kiosk_window_get_place (self->window, &place);
  /* Another screen, which is black, may lie beside the kiosk's own in the same window. */
  if (deed == SH_KIOSK_DEED_TOUCH && place.width > 0 &&
      !gdk_rectangle_contains_point (&place, (int) x, (int) y))
    return TRUE;
  if (deed == SH_KIOSK_DEED_OTHER && self->machine.state == SH_KIOSK_ATTRACT)
    return FALSE;
  if (deed == SH_KIOSK_DEED_TOUCH)
    sh_kiosk_count (self, SH_KIOSK_COUNT_TOUCHES);
  if (deed == SH_KIOSK_DEED_TOUCH && sh_kiosk_gesture_tap (&self->gesture, x - place.x, y - place.y,
                                                           place.width, place.height, now_s))
    {
      sh_kiosk_machine_gesture (&self->machine, now_s);
      sh_kiosk_follow (self);
      return TRUE;
    }
  only = sh_kiosk_machine_touch (&self->machine, now_s);
  sh_kiosk_follow (self);
  return only;
}

void
sh_kiosk_end (ShKiosk *self, int status)
{
  self->exit_status = status;
  sh_kiosk_write_counts (self);
  sh_kiosk_notify ("STOPPING=1");
  g_message (status == 0 ? "Staff ended the kiosk" : "The kiosk starts afresh");
  g_application_quit (G_APPLICATION (self->application));
}

/* Tells the service manager that all is well, if it is. */
static void
feed (ShKiosk *self)
{
  ShStage *stage = sh_kiosk_view_get_stage (self->view);
  const ShKioskSight sight = {
    .moving = sh_session_get_running (self->session) && self->shown != SH_KIOSK_CLOSED &&
              sh_kiosk_window_has_screen (self->window) &&
              gtk_widget_get_mapped (GTK_WIDGET (stage)),
    .frames = sh_stage_get_frames_drawn (stage),
    .model_s = sh_session_get_live_s (self->session),
  };

  if (!self->ready && sight.frames > 0)
    {
      self->ready = TRUE;
      g_message ("The attract loop runs, %.2f s after the start",
                 sh_kiosk_now_s (self) - self->started_s);
      sh_kiosk_notify ("READY=1\nSTATUS=The attract loop runs");
    }
  if (sh_kiosk_watch_look (&self->watch, &sight) && self->ready)
    sh_kiosk_notify ("WATCHDOG=1");
}

static void
check_wall (ShKiosk *self)
{
  g_autoptr (GDateTime) wall = self->clock.wall (self->clock.data, self->zone);
  int minute = g_date_time_get_hour (wall) * 60 + g_date_time_get_minute (wall);
  int due = self->config->restart_min;

  sh_kiosk_machine_set_open (&self->machine, sh_kiosk_hours_open (&self->config->hours, wall));
  if (due >= 0 && self->wall_min >= 0 && self->wall_min != minute && minute >= due &&
      (self->wall_min < due || self->wall_min > minute))
    self->stale = TRUE;
  self->wall_min = minute;
}

static void
check_memory (ShKiosk *self, double now_s)
{
  guint64 kib = sh_kiosk_watch_memory_kib ();

  if (self->config->memory_limit_mib > 0.0 &&
      (double) kib > self->config->memory_limit_mib * 1024.0 && !self->stale)
    {
      g_message ("The memory has grown to %" G_GUINT64_FORMAT " KiB", kib);
      self->stale = TRUE;
    }
  if (now_s - self->logged_s < LOG_S)
    return;
  self->logged_s = now_s;
  g_message ("Memory %" G_GUINT64_FORMAT " KiB, allocated %" G_GUINT64_FORMAT
             " KiB, a frame takes %.1f ms",
             kib, sh_kiosk_watch_heap_kib (), self->frame_ms);
}

static void
check (ShKiosk *self, double now_s)
{
  int x = 0, y = 0;

  self->checked_s = now_s;
  check_wall (self);
  check_memory (self, now_s);
  if (self->config->pixel_shift)
    sh_kiosk_shift ((guint) ((now_s - self->started_s) / 60.0), &x, &y);
  sh_kiosk_view_set_shift (self->view, x, y);
  if (now_s - self->wrote_s >= WRITE_S)
    sh_kiosk_write_counts (self);
}

static void
show_time (ShKiosk *self, double now_s)
{
  if (self->shown == SH_KIOSK_WARN)
    sh_kiosk_view_set_countdown (self->view,
                                 (int) ceil (sh_kiosk_machine_left_s (&self->machine, now_s)));
  else if (self->shown == SH_KIOSK_ATTRACT && now_s - self->scene_began_s >= self->config->scene_s)
    sh_kiosk_show_scene (self, self->scene + 1);
  else if (self->shown == SH_KIOSK_LOCKED && sh_kiosk_pin_wait_s (&self->pin, now_s) > 0.0)
    sh_kiosk_show_pin (self, "");
}

void
sh_kiosk_tick (ShKiosk *self)
{
  double now_s;

  g_return_if_fail (SH_IS_KIOSK (self));

  now_s = sh_kiosk_now_s (self);
  if (now_s - self->checked_s >= CHECK_S)
    check (self, now_s);
  sh_kiosk_machine_tick (&self->machine, now_s);
  sh_kiosk_tick_lesson (self, now_s);
  renew (self);
  show_time (self, now_s);
  if (!self->ready || fabs (now_s - self->looked_s) >= LOOK_S)
    {
      self->looked_s = now_s;
      feed (self);
    }
  if (self->stale && sh_kiosk_machine_unused (&self->machine))
    sh_kiosk_end (self, SH_KIOSK_EXIT_RESTART);
}

static gboolean
tick_cb (gpointer user_data)
{
  sh_kiosk_tick (SH_KIOSK (user_data));
  return G_SOURCE_CONTINUE;
}

static void
before_paint_cb (ShKiosk *self)
{
  self->paint_us = g_get_monotonic_time ();
}

static void
after_paint_cb (ShKiosk *self)
{
  double ms = (double) (g_get_monotonic_time () - self->paint_us) / 1000.0;

  self->frame_ms += (ms - self->frame_ms) * (self->frame_ms > 0.0 ? FRAME_WEIGHT : 1.0);
}

static void
realized_cb (ShKiosk *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  g_signal_connect_object (clock, "before-paint", G_CALLBACK (before_paint_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The screen was turned, or another one was plugged in. */
static void
screen_changed_cb (ShKiosk *self)
{
  if (self->view == NULL)
    return;
  self->screen_is_stale = TRUE;
  sh_kiosk_follow_soon (self);
}

static void
speech_cb (ShKiosk *self)
{
  self->view_is_stale = TRUE;
}

static void
make_window (ShKiosk *self)
{
  GdkDisplay *display = gdk_display_get_default ();

  self->preferences = sh_preferences_new ();
  self->appearance = sh_appearance_new (display, self->preferences);
  self->style = gtk_css_provider_new ();
  self->sizes = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (self->style, SH_RESOURCE_PREFIX "/ui/kiosk.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2);
  self->window = SH_KIOSK_WINDOW (sh_kiosk_window_new (self->application));
  sh_kiosk_window_set_monitor (self->window, self->config->monitor);
  sh_kiosk_window_set_deed_func (self->window, deed_cb, self);
  g_signal_connect_object (self->window, "realize", G_CALLBACK (realized_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "screen-changed", G_CALLBACK (screen_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
start (ShKiosk *self)
{
  sh_kiosk_machine_init (&self->machine, self->config, sh_kiosk_now_s (self));
  make_window (self);
  sh_kiosk_add_actions (self);
  if (self->config->read_aloud)
    {
      self->speech = sh_kiosk_speech_new ();
      g_signal_connect_object (self->speech, "notify::available", G_CALLBACK (speech_cb), self,
                               G_CONNECT_SWAPPED);
    }
  sh_kiosk_update_actions (self);
  sh_kiosk_make_view (self);
  sh_kiosk_show_scene (self, 0);
  check_wall (self);
  sh_kiosk_follow (self);
  gtk_window_present (GTK_WINDOW (self->window));
  sh_kiosk_inhibit_blanking (GTK_WINDOW (self->window));
  self->tick_id = g_timeout_add (TICK_MS, tick_cb, self);
}

static void
sh_kiosk_dispose (GObject *object)
{
  ShKiosk *self = SH_KIOSK (object);
  GdkDisplay *display = gdk_display_get_default ();

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->soon_id, g_source_remove);
  if (self->window != NULL)
    {
      gtk_window_set_child (GTK_WINDOW (self->window), NULL);
      sh_kiosk_window_release (self->window);
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (self->style));
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (self->sizes));
    }
  self->window = NULL;
  self->view = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->speech);
  g_clear_object (&self->kiosk_actions);
  g_clear_object (&self->staff_actions);
  g_clear_object (&self->style);
  g_clear_object (&self->sizes);
  g_clear_object (&self->appearance);
  g_clear_object (&self->preferences);
  G_OBJECT_CLASS (sh_kiosk_parent_class)->dispose (object);
}

static void
sh_kiosk_finalize (GObject *object)
{
  ShKiosk *self = SH_KIOSK (object);

  g_clear_pointer (&self->config, sh_kiosk_config_free);
  g_clear_pointer (&self->counts, sh_kiosk_counts_free);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_pointer (&self->player, sh_lesson_player_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_string_free (self->digits, TRUE);
  g_free (self->config_path);
  g_free (self->hours_path);
  g_free (self->counts_path);
  g_free (self->page);
  g_free (self->sizes_css);
  G_OBJECT_CLASS (sh_kiosk_parent_class)->finalize (object);
}

static void
sh_kiosk_class_init (ShKioskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sh_kiosk_dispose;
  G_OBJECT_CLASS (klass)->finalize = sh_kiosk_finalize;
}

static void
sh_kiosk_init (ShKiosk *self)
{
  self->digits = g_string_new (NULL);
  self->wall_min = -1;
}

ShKiosk *
sh_kiosk_new (GtkApplication *application, const ShKioskOptions *options)
{
  static const ShKioskClock real = { real_now_s, real_wall, NULL };
  ShKiosk *self = g_object_new (SH_TYPE_KIOSK, NULL);
  g_autofree char *folder = NULL;

  self->application = application;
  self->clock = options->clock != NULL ? *options->clock : real;
  self->started_s = self->logged_s = self->wrote_s = sh_kiosk_now_s (self);
  self->config_path =
      options->config_path != NULL ? g_strdup (options->config_path) : sh_kiosk_config_find ();
  folder = options->state_folder != NULL
               ? g_strdup (options->state_folder)
               : g_build_filename (g_get_user_state_dir (), "second-heart", NULL);
  self->hours_path = g_build_filename (folder, "kiosk-hours.conf", NULL);
  sh_kiosk_read_config (self);
  start (self);
  return self;
}

ShKioskState
sh_kiosk_get_state (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), SH_KIOSK_ATTRACT);

  return self->shown;
}

const char *
sh_kiosk_get_page (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), NULL);

  return self->page;
}

const char *
sh_kiosk_get_language (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), NULL);

  return self->config->languages[self->language];
}

ShKioskWindow *
sh_kiosk_get_window (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), NULL);

  return self->window;
}

ShKioskView *
sh_kiosk_get_view (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), NULL);

  return self->view;
}

ShSession *
sh_kiosk_get_session (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), NULL);

  return self->session;
}

double
sh_kiosk_get_frame_ms (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), 0.0);

  return self->frame_ms;
}

int
sh_kiosk_get_exit_status (ShKiosk *self)
{
  g_return_val_if_fail (SH_IS_KIOSK (self), 0);

  return self->exit_status;
}
