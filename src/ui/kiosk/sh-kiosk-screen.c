/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-private.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-kiosk-language.h"
#include "sh-kiosk-plan.h"
#include "sh-kiosk-scenes.h"

/* The size of text on the screen at which the picture's own text has its plain size. */
#define PICTURE_TEXT_PX 18.0
/* How much larger the larger text is. */
#define LARGER 1.3

static double
text_scale (ShKiosk *self)
{
  return self->larger ? LARGER : 1.0;
}

static void
screen_of (ShKiosk *self, int *width, int *height, double *height_mm)
{
  sh_kiosk_window_get_screen (self->window, width, height, height_mm);
  if (self->config->screen_height_mm > 0.0)
    *height_mm = self->config->screen_height_mm;
}

/* The letters in the picture follow those beside it. A setting that stays is not set again: all
 * would be drawn anew. */
static void
set_picture_text (ShKiosk *self, double near_px)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->window));
  int wanted = (int) (96.0 * 1024.0 * MAX (near_px / PICTURE_TEXT_PX, 1.0));
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (dpi != wanted)
    g_object_set (settings, "gtk-xft-dpi", wanted, NULL);
}

/* Sizes that follow from the screen; everything else stands in kiosk.css. */
static void
set_sizes (ShKiosk *self)
{
  int width, height;
  double height_mm, far_px, near_px;
  g_autofree char *css = NULL;

  screen_of (self, &width, &height, &height_mm);
  far_px = sh_kiosk_far_text_px (width, height, height_mm);
  near_px = sh_kiosk_near_text_px (width, height) * self->config->text_percent / 100.0 *
            text_scale (self);
  css = g_strdup_printf (".kiosk-window { font-size: %dpx; }\n"
                         ".kiosk-window .far-title { font-size: %dpx; }\n"
                         ".kiosk-window .far-line { font-size: %dpx; }\n"
                         ".kiosk-window .begin { font-size: %dpx; }\n",
                         (int) near_px, (int) far_px, (int) (far_px * 0.6), (int) (far_px * 0.6));
  set_picture_text (self, near_px);
  if (g_strcmp0 (css, self->sizes_css) == 0)
    return;
  gtk_css_provider_load_from_data (self->sizes, css, -1);
  g_free (self->sizes_css);
  self->sizes_css = g_steal_pointer (&css);
}

static const char *
language (ShKiosk *self)
{
  return self->config->languages[self->language];
}

/* What was seen before the view was made anew: the page, and what lay over it. */
static void
show_again (ShKiosk *self)
{
  if (self->shown == SH_KIOSK_ATTRACT || self->page == NULL)
    sh_kiosk_view_show_scene (self->view, self->scene);
  else
    sh_kiosk_view_show_page (self->view, self->page);
  if (self->shown == SH_KIOSK_STAFF)
    sh_kiosk_show_staff (self);
  else if (self->shown == SH_KIOSK_LOCKED)
    sh_kiosk_show_pin (self, "");
  else if (self->shown == SH_KIOSK_CLOSED)
    sh_kiosk_show_closed (self);
  else if (self->shown == SH_KIOSK_WARN)
    sh_kiosk_view_set_countdown (
        self->view, (int) ceil (sh_kiosk_machine_left_s (&self->machine, sh_kiosk_now_s (self))));
}

void
sh_kiosk_make_view (ShKiosk *self)
{
  ShKioskViewOptions options = { .config = self->config,
                                 .text_scale = text_scale (self),
                                 .speech = self->speech != NULL &&
                                           sh_kiosk_speech_get_available (self->speech) };
  g_autofree const char **titles = NULL;

  sh_kiosk_language_use (language (self));
  set_sizes (self);
  titles = sh_kiosk_lesson_titles (self);
  options.lessons = titles[0] != NULL ? titles : NULL;
  screen_of (self, &options.width, &options.height, &options.height_mm);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  options.before = self->view;
  self->view = SH_KIOSK_VIEW (sh_kiosk_view_new (&options));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  if (options.before == NULL)
    g_object_bind_property (self->appearance, "theme", sh_kiosk_view_get_stage (self->view),
                            "theme", G_BINDING_SYNC_CREATE);
  if (self->session != NULL)
    sh_kiosk_view_set_session (self->view, self->session);
  if (self->player != NULL)
    sh_kiosk_show_lesson (self);
  show_again (self);
  self->view_is_stale = FALSE;
  self->screen_is_stale = FALSE;
}

void
sh_kiosk_set_leg (ShKiosk *self, const ShScenario *scenario)
{
  g_autoptr (ShSession) session = sh_session_new (scenario);

  g_object_set (session, "playing", !self->paused, NULL);
  g_object_bind_property (self->appearance, "reduced-motion", session, "reduced-motion",
                          G_BINDING_SYNC_CREATE);
  g_set_object (&self->session, session);
  sh_kiosk_view_set_session (self->view, session);
}

void
sh_kiosk_show_scene (ShKiosk *self, int scene)
{
  int n;
  const ShKioskScene *scenes = sh_kiosk_scenes (&n);
  ShScenario scenario;
  guint n_languages = g_strv_length (self->config->languages);

  self->scene = scene % n;
  self->scene_began_s = sh_kiosk_now_s (self);
  /* Each scene comes in the next language, so that a short look is enough to find one's own. */
  if (n_languages > 1)
    {
      self->language = self->scenes_shown % n_languages;
      sh_kiosk_make_view (self);
    }
  self->scenes_shown++;
  sh_kiosk_setting_scenario (&scenes[self->scene].setting, &scenario);
  sh_kiosk_set_leg (self, &scenario);
  sh_kiosk_view_show_scene (self->view, self->scene);
}

static const ShKioskChoice *
find_choice (const char *page)
{
  int n;
  const ShKioskChoice *choices = sh_kiosk_choices (&n);

  for (int i = 0; i < n; i++)
    if (g_str_equal (choices[i].name, page))
      return &choices[i];
  return NULL;
}

void
sh_kiosk_show_page (ShKiosk *self, const char *page)
{
  const ShKioskChoice *choice = find_choice (page);
  ShScenario scenario;

  g_free (self->page);
  self->page = g_strdup (page);
  sh_session_first_scenario (&scenario);
  if (choice != NULL)
    sh_kiosk_setting_scenario (&choice->option[0].setting, &scenario);
  sh_kiosk_set_option_state (self, 0);
  if (g_str_equal (page, "lesson") && self->player != NULL)
    {
      scenario = sh_lesson_player_get_step (self->player)->scenario;
      sh_kiosk_show_lesson (self);
    }
  if (!sh_kiosk_view_page_of_staff (page))
    sh_kiosk_set_leg (self, &scenario);
  sh_kiosk_view_show_page (self->view, page);
  sh_kiosk_machine_set_reading (&self->machine, self->read_aloud || g_str_equal (page, "needs") ||
                                                    g_str_equal (page, "helps") ||
                                                    g_str_equal (page, "lesson"));
  sh_kiosk_speak (self);
}

void
sh_kiosk_usual_text (ShKiosk *self)
{
  if (!self->larger)
    return;
  self->larger = FALSE;
  sh_kiosk_update_actions (self);
  sh_kiosk_make_view (self);
}

void
sh_kiosk_put_back (ShKiosk *self)
{
  gboolean stale = self->view_is_stale || self->larger || self->language != 0;

  self->language = 0;
  self->larger = FALSE;
  self->contrast = FALSE;
  self->read_aloud = FALSE;
  self->paused = FALSE;
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->player, sh_lesson_player_free);
  self->lesson_is_stale = FALSE;
  g_string_truncate (self->digits, 0);
  if (self->speech != NULL)
    sh_kiosk_speech_stop (self->speech);
  sh_kiosk_update_actions (self);
  if (stale)
    sh_kiosk_make_view (self);
  sh_kiosk_view_set_countdown (self->view, 0);
  sh_kiosk_view_set_closed (self->view, NULL, 1.0);
  self->scenes_shown = 0;
  /* What this visitor needed goes back to the system. */
  sh_kiosk_watch_give_back ();
}

static const char *
day_name (int day)
{
  const char *const names[] = { C_ ("day", "Mon"), C_ ("day", "Tue"), C_ ("day", "Wed"),
                                C_ ("day", "Thu"), C_ ("day", "Fri"), C_ ("day", "Sat"),
                                C_ ("day", "Sun") };

  return names[day];
}

void
sh_kiosk_show_closed (ShKiosk *self)
{
  g_autoptr (GDateTime) wall = self->clock.wall (self->clock.data, self->zone);
  g_autoptr (GDateTime) next = sh_kiosk_hours_next (&self->config->hours, wall);
  g_autofree char *time = next != NULL ? g_date_time_format (next, "%H:%M") : NULL;
  g_autofree char *text = NULL;

  if (next == NULL)
    text = g_strdup (C_ ("kiosk", "Closed now"));
  else
    /* Translators: a day of the week, a time. */
    text = g_strdup_printf (C_ ("kiosk", "Closed now\nOpen again: %s %s"),
                            day_name (g_date_time_get_day_of_week (next) - 1), time);
  g_object_set (self->session, "playing", FALSE, NULL);
  sh_kiosk_view_set_closed (self->view, text, self->config->closed_brightness_percent / 100.0);
}

void
sh_kiosk_speak (ShKiosk *self)
{
  g_autofree char *text = NULL;

  if (self->speech == NULL)
    return;
  if (!self->read_aloud)
    {
      sh_kiosk_speech_stop (self->speech);
      return;
    }
  text = sh_kiosk_view_text (self->view);
  sh_kiosk_speech_say (self->speech, text, language (self), self->config->volume_percent);
}

void
sh_kiosk_show_staff (ShKiosk *self)
{
  g_autofree char *today = sh_kiosk_hour (self, 0, TRUE);
  g_autofree char *week = sh_kiosk_hour (self, 6, TRUE);
  const ShKioskStaffFacts facts = { .hours = &self->config->hours,
                                    .counts = self->counts,
                                    .today = today,
                                    .week = week,
                                    .config_path = self->config_path,
                                    .problems = self->n_problems };

  sh_kiosk_view_set_staff (self->view, &facts);
  self->staff_is_stale = FALSE;
}

void
sh_kiosk_show_pin (ShKiosk *self, const char *message)
{
  double wait_s = sh_kiosk_pin_wait_s (&self->pin, sh_kiosk_now_s (self));
  g_autofree char *text = NULL;

  if (self->config->staff_pin[0] == '\0')
    text = g_strdup (C_ ("kiosk", "No PIN was set up: see \"second-heart kiosk-pin\"."));
  else if (wait_s > 0.0)
    text = g_strdup_printf (C_ ("kiosk", "Wrong PIN. Wait %d s."), (int) wait_s + 1);
  else
    text = g_strdup (message);
  sh_kiosk_view_set_pin (self->view, (guint) self->digits->len, text);
}
