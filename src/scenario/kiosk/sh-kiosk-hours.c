/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-hours.h"

#include <string.h>

static const char *const day_names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

int
sh_kiosk_clock_parse (const char *text)
{
  int hour, minute;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return -1;
  hour = 10 * g_ascii_digit_value (text[0]) + g_ascii_digit_value (text[1]);
  minute = 10 * g_ascii_digit_value (text[3]) + g_ascii_digit_value (text[4]);
  if (minute > 59 || hour * 60 + minute > SH_KIOSK_DAY_MIN)
    return -1;
  return hour * 60 + minute;
}

static int
day_parse (const char *text)
{
  for (int i = 0; i < 7; i++)
    if (g_ascii_strcasecmp (text, day_names[i]) == 0)
      return i;
  return -1;
}

/* "Mon" or "Mon-Fri"; a range may run over Sunday. */
static gboolean
days_parse (const char *text, int *first, int *last)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  guint n = g_strv_length (ends);

  if (n < 1 || n > 2)
    return FALSE;
  *first = day_parse (ends[0]);
  *last = n == 2 ? day_parse (ends[1]) : *first;
  return *first >= 0 && *last >= 0;
}

static gboolean
add_span (ShKioskHours *hours, int day, int from_min, int to_min)
{
  if (hours->n_spans == SH_KIOSK_SPANS)
    return FALSE;
  hours->span[hours->n_spans++] = (ShKioskSpan){ day, from_min, to_min };
  return TRUE;
}

/* A span over midnight becomes two, so that nothing else has to think of it. */
static gboolean
add_day (ShKioskHours *hours, int day, int from_min, int to_min)
{
  if (to_min > from_min)
    return add_span (hours, day, from_min, to_min);
  return add_span (hours, day, from_min, SH_KIOSK_DAY_MIN) &&
         (to_min == 0 || add_span (hours, (day + 1) % 7, 0, to_min));
}

/* "Mon-Fri 08:00-18:00" */
static gboolean
span_parse (const char *text, ShKioskHours *hours)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  g_auto (GStrv) times = NULL;
  const char *days = words[0], *clocks = NULL;
  int first, last, from_min, to_min;

  for (int i = 1; days != NULL && words[i] != NULL; i++)
    if (words[i][0] != '\0' && clocks == NULL)
      clocks = words[i];
    else if (words[i][0] != '\0')
      return FALSE;
  if (clocks == NULL || !days_parse (days, &first, &last))
    return FALSE;
  times = g_strsplit (clocks, "-", 3);
  if (g_strv_length (times) != 2)
    return FALSE;
  from_min = sh_kiosk_clock_parse (times[0]);
  to_min = sh_kiosk_clock_parse (times[1]);
  if (from_min < 0 || from_min >= SH_KIOSK_DAY_MIN || to_min < 0 || from_min == to_min)
    return FALSE;
  for (int day = first;; day = (day + 1) % 7)
    {
      if (!add_day (hours, day, from_min, to_min))
        return FALSE;
      if (day == last)
        return TRUE;
    }
}

gboolean
sh_kiosk_hours_parse (const char *text, ShKioskHours *hours)
{
  g_auto (GStrv) spans = g_strsplit (text, ",", -1);
  ShKioskHours read = { 0 };

  read.always = g_ascii_strcasecmp (text, "always") == 0;
  for (int i = 0; !read.always && spans[i] != NULL; i++)
    {
      g_strstrip (spans[i]);
      if (spans[i][0] == '\0' && spans[1] == NULL)
        break;
      if (!span_parse (spans[i], &read))
        return FALSE;
    }
  *hours = read;
  return TRUE;
}

char *
sh_kiosk_hours_to_text (const ShKioskHours *hours)
{
  GString *text = g_string_new (hours->always ? "always" : NULL);

  for (int i = 0; !hours->always && i < hours->n_spans; i++)
    {
      const ShKioskSpan *span = &hours->span[i];

      g_string_append_printf (text, "%s%s %02d:%02d-%02d:%02d", i > 0 ? ", " : "",
                              day_names[span->day], span->from_min / 60, span->from_min % 60,
                              span->to_min / 60, span->to_min % 60);
    }
  return g_string_free (text, FALSE);
}

gboolean
sh_kiosk_hours_open (const ShKioskHours *hours, GDateTime *local)
{
  int day = g_date_time_get_day_of_week (local) - 1;
  int minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  for (int i = 0; !hours->always && i < hours->n_spans; i++)
    if (hours->span[i].day == day && minute >= hours->span[i].from_min &&
        minute < hours->span[i].to_min)
      return TRUE;
  return hours->always;
}

/* The moment of a span in the week that begins with the day of @local. */
static GDateTime *
moment_of (const ShKioskSpan *span, GDateTime *local, int days_on)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (local, days_on);

  return g_date_time_new (g_date_time_get_timezone (local), g_date_time_get_year (day),
                          g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                          span->from_min / 60, span->from_min % 60, 0.0);
}

GDateTime *
sh_kiosk_hours_next (const ShKioskHours *hours, GDateTime *local)
{
  int today = g_date_time_get_day_of_week (local) - 1;
  GDateTime *best = NULL;

  for (int i = 0; !hours->always && i < hours->n_spans; i++)
    for (int days_on = (hours->span[i].day - today + 7) % 7; days_on <= 7; days_on += 7)
      {
        GDateTime *moment = moment_of (&hours->span[i], local, days_on);

        if (moment != NULL && g_date_time_compare (moment, local) > 0 &&
            (best == NULL || g_date_time_compare (moment, best) < 0))
          {
            g_clear_pointer (&best, g_date_time_unref);
            best = g_steal_pointer (&moment);
          }
        g_clear_pointer (&moment, g_date_time_unref);
      }
  return best;
}

gboolean
sh_kiosk_hours_day (const ShKioskHours *hours, int day, int *from_min, int *to_min)
{
  *from_min = 0;
  *to_min = SH_KIOSK_DAY_MIN;
  for (int i = 0; !hours->always && i < hours->n_spans; i++)
    if (hours->span[i].day == day)
      {
        *from_min = hours->span[i].from_min;
        *to_min = hours->span[i].to_min;
        return TRUE;
      }
  return hours->always;
}

void
sh_kiosk_hours_set_day (ShKioskHours *hours, int day, int from_min, int to_min)
{
  ShKioskHours changed = { 0 };

  for (int other = 0; other < 7; other++)
    {
      if (other == day && from_min >= 0)
        add_span (&changed, day, from_min, to_min);
      else if (other != day && hours->always)
        add_span (&changed, other, 0, SH_KIOSK_DAY_MIN);
      for (int i = 0; other != day && !hours->always && i < hours->n_spans; i++)
        if (hours->span[i].day == other)
          add_span (&changed, other, hours->span[i].from_min, hours->span[i].to_min);
    }
  *hours = changed;
}
