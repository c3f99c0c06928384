/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-private.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-kiosk-scenes.h"

/* The state of an action changes at once everywhere it is shown. */
static void
set_state (ShKiosk *self, const char *name, GVariant *value)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->kiosk_actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), value);
}

void
sh_kiosk_set_option_state (ShKiosk *self, int option)
{
  set_state (self, "option", g_variant_new_int32 (option));
}

void
sh_kiosk_update_actions (ShKiosk *self)
{
  set_state (self, "language", g_variant_new_string (self->config->languages[self->language]));
  set_state (self, "larger", g_variant_new_boolean (self->larger));
  set_state (self, "contrast", g_variant_new_boolean (self->contrast));
  set_state (self, "read-aloud", g_variant_new_boolean (self->read_aloud));
  set_state (self, "pause", g_variant_new_boolean (self->paused));
  g_object_set (self->preferences, "palette",
                self->contrast ? SH_PALETTE_PROJECTOR : SH_PALETTE_LIGHT + self->config->theme,
                NULL);
  if (self->session != NULL)
    g_object_set (self->session, "playing", !self->paused, NULL);
}

static void
begin_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  if (sh_kiosk_machine_unused (&self->machine))
    sh_kiosk_machine_touch (&self->machine, sh_kiosk_now_s (self));
  sh_kiosk_follow_soon (self);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  const char *page = g_variant_get_string (parameter, NULL);

  if (self->machine.state == SH_KIOSK_VISIT && !sh_kiosk_view_page_of_staff (page))
    sh_kiosk_show_page (self, page);
}

static const char *
page_above (const char *page)
{
  if (g_str_equal (page, "lesson"))
    return "lessons";
  return g_str_equal (page, "helps") ? "needs" : "home";
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  if (self->machine.state != SH_KIOSK_VISIT)
    return;
  if (g_strcmp0 (self->page, "home") != 0)
    {
      sh_kiosk_show_page (self, page_above (self->page));
      return;
    }
  sh_kiosk_machine_end_visit (&self->machine);
  sh_kiosk_follow_soon (self);
}

static void
option_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);
  int option = g_variant_get_int32 (value);
  int n;
  const ShKioskChoice *choices = sh_kiosk_choices (&n);

  for (int i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].name, self->page) == 0 && option >= 0 &&
        option < choices[i].n_options)
      {
        ShScenario scenario;

        g_simple_action_set_state (action, value);
        sh_kiosk_setting_scenario (&choices[i].option[option].setting, &scenario);
        /* The same leg goes on, so that one sees what changes; a new one only when it cannot. */
        if (!sh_session_set_scenario (self->session, &scenario))
          sh_kiosk_set_leg (self, &scenario);
      }
}

static void
language_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);
  const char *code = g_variant_get_string (value, NULL);

  for (guint i = 0; self->config->languages[i] != NULL; i++)
    if (g_str_equal (self->config->languages[i], code))
      {
        self->language = i;
        if (self->counts != NULL)
          {
            g_autofree char *hour = sh_kiosk_hour (self, 0, FALSE);

            sh_kiosk_counts_add_language (self->counts, hour, code);
          }
        sh_kiosk_update_actions (self);
        self->view_is_stale = TRUE;
        sh_kiosk_follow_soon (self);
      }
}

static void
larger_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  self->larger = g_variant_get_boolean (value);
  sh_kiosk_update_actions (self);
  self->view_is_stale = TRUE;
  sh_kiosk_follow_soon (self);
}

static void
contrast_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  self->contrast = g_variant_get_boolean (value);
  sh_kiosk_update_actions (self);
}

static void
read_aloud_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  self->read_aloud = g_variant_get_boolean (value);
  sh_kiosk_update_actions (self);
  sh_kiosk_machine_set_reading (&self->machine, self->read_aloud ||
                                                    g_strcmp0 (self->page, "needs") == 0 ||
                                                    g_strcmp0 (self->page, "lesson") == 0);
  sh_kiosk_speak (self);
}

static void
pause_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  self->paused = g_variant_get_boolean (value);
  sh_kiosk_update_actions (self);
}

static void
lesson_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  if (self->machine.state == SH_KIOSK_VISIT)
    sh_kiosk_begin_lesson (self, g_variant_get_int32 (parameter));
}

static void
lesson_on_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_kiosk_lesson_on (SH_KIOSK (user_data));
}

static void
lesson_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_kiosk_lesson_back (SH_KIOSK (user_data));
}

static void
answer_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_kiosk_lesson_answer (SH_KIOSK (user_data), g_variant_get_int32 (parameter));
}

static void
digit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  if (self->digits->len < SH_KIOSK_PIN_MOST)
    g_string_append (self->digits, g_variant_get_string (parameter, NULL));
  sh_kiosk_show_pin (self, "");
}

static void
erase_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  if (self->digits->len > 0)
    g_string_truncate (self->digits, self->digits->len - 1);
  sh_kiosk_show_pin (self, "");
}

static void
enter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);
  double now_s = sh_kiosk_now_s (self);
  ShKioskPinResult result;

  if (self->machine.state != SH_KIOSK_LOCKED)
    return;
  result = sh_kiosk_pin_try (&self->pin, self->digits->str, self->config->staff_pin, now_s);
  g_string_truncate (self->digits, 0);
  if (result == SH_KIOSK_PIN_RIGHT)
    {
      g_message ("Staff gave the PIN");
      sh_kiosk_machine_unlock (&self->machine, now_s);
      sh_kiosk_follow_soon (self);
      return;
    }
  g_message ("A PIN was %s", result == SH_KIOSK_PIN_WRONG ? "wrong" : "given too soon");
  sh_kiosk_show_pin (self, C_ ("kiosk", "Wrong PIN."));
}

static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  sh_kiosk_machine_leave (&self->machine);
  sh_kiosk_follow_soon (self);
}

static void
exit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  if (self->machine.state == SH_KIOSK_STAFF)
    sh_kiosk_end (self, 0);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);

  if (self->machine.state != SH_KIOSK_STAFF)
    return;
  sh_kiosk_read_config (self);
  self->view_is_stale = TRUE;
  sh_kiosk_machine_leave (&self->machine);
  sh_kiosk_follow_soon (self);
}

static void
staff_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);
  const char *page = g_variant_get_string (parameter, NULL);

  if (self->machine.state == SH_KIOSK_STAFF && sh_kiosk_view_page_of_staff (page))
    sh_kiosk_show_page (self, page);
}

static void
hours_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShKiosk *self = SH_KIOSK (user_data);
  g_autoptr (GError) error = NULL;
  int day, steps;
  guchar what;

  if (self->machine.state != SH_KIOSK_STAFF)
    return;
  g_variant_get (parameter, "(iyi)", &day, &what, &steps);
  sh_kiosk_staff_change_hours (&self->config->hours, CLAMP (day, 0, 6), (char) what, steps);
  if (!sh_kiosk_config_keep_hours (&self->config->hours, self->hours_path, &error))
    g_message ("The changed opening hours were not kept: %s", error->message);
  self->staff_is_stale = TRUE;
  sh_kiosk_follow_soon (self);
}

void
sh_kiosk_add_actions (ShKiosk *self)
{
  static const GActionEntry kiosk[] = {
    { .name = "begin", .activate = begin_cb },
    { .name = "page", .activate = page_cb, .parameter_type = "s" },
    { .name = "back", .activate = back_cb },
    { .name = "lesson", .activate = lesson_cb, .parameter_type = "i" },
    { .name = "lesson-on", .activate = lesson_on_cb },
    { .name = "lesson-back", .activate = lesson_back_cb },
    { .name = "answer", .activate = answer_cb, .parameter_type = "i" },
    { .name = "option", .parameter_type = "i", .state = "-1", .change_state = option_cb },
    { .name = "language", .parameter_type = "s", .state = "''", .change_state = language_cb },
    { .name = "larger", .state = "false", .change_state = larger_cb },
    { .name = "contrast", .state = "false", .change_state = contrast_cb },
    { .name = "read-aloud", .state = "false", .change_state = read_aloud_cb },
    { .name = "pause", .state = "false", .change_state = pause_cb },
  };
  static const GActionEntry staff[] = {
    { .name = "digit", .activate = digit_cb, .parameter_type = "s" },
    { .name = "erase", .activate = erase_cb },
    { .name = "enter", .activate = enter_cb },
    { .name = "leave", .activate = leave_cb },
    { .name = "exit", .activate = exit_cb },
    { .name = "reload", .activate = reload_cb },
    { .name = "page", .activate = staff_page_cb, .parameter_type = "s" },
    { .name = "hours", .activate = hours_cb, .parameter_type = "(iyi)" },
  };

  self->kiosk_actions = g_simple_action_group_new ();
  self->staff_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->kiosk_actions), kiosk, G_N_ELEMENTS (kiosk),
                                   self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->staff_actions), staff, G_N_ELEMENTS (staff),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "kiosk",
                                  G_ACTION_GROUP (self->kiosk_actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "staff",
                                  G_ACTION_GROUP (self->staff_actions));
}
