/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-hours.h"

static gboolean
open_at (const char *hours_text, const char *zone_name, const char *moment)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, zone);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (time, zone);
  ShKioskHours hours;

  g_assert_true (sh_kiosk_hours_parse (hours_text, &hours));
  return sh_kiosk_hours_open (&hours, local);
}

static void
assert_next (const char *hours_text, const char *moment, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) local = g_date_time_new_from_iso8601 (moment, zone);
  g_autoptr (GDateTime) next = NULL;
  g_autofree char *text = NULL;
  ShKioskHours hours;

  g_assert_true (sh_kiosk_hours_parse (hours_text, &hours));
  next = sh_kiosk_hours_next (&hours, local);
  text = next != NULL ? g_date_time_format_iso8601 (next) : NULL;
  g_assert_cmpstr (text, ==, expected);
}

static void
hours_are_read_and_written (void)
{
  static const char *const right[][2] = {
    { "always", "always" },
    { "", "" },
    { "Sat 09:00-13:00", "Sat 09:00-13:00" },
    { " sat   09:00-13:00 ", "Sat 09:00-13:00" },
    { "Mon-Tue 08:00-12:00, Mon 13:00-24:00", "Mon 08:00-12:00, Tue 08:00-12:00, Mon 13:00-24:00" },
    { "Sat-Mon 10:00-11:00", "Sat 10:00-11:00, Sun 10:00-11:00, Mon 10:00-11:00" },
    { "Sun 22:00-02:00", "Sun 22:00-24:00, Mon 00:00-02:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      ShKioskHours hours;
      g_autofree char *text = NULL;

      g_assert_true (sh_kiosk_hours_parse (right[i][0], &hours));
      text = sh_kiosk_hours_to_text (&hours);
      g_assert_cmpstr (text, ==, right[i][1]);
    }
}

static void
what_is_no_span_is_refused (void)
{
  static const char *const wrong[] = { "Mon",
                                       "08:00-09:00",
                                       "Mon 8:00-9:00",
                                       "Mon 08:00",
                                       "Mon 08:00-25:00",
                                       "Mon 08:60-09:00",
                                       "Mon-Tue-Wed 08:00-09:00",
                                       "Day 08:00-09:00",
                                       "Mon 08:00-08:00",
                                       "Mon 08:00-09:00 x",
                                       "Mon 08:00-09:00,",
                                       ",",
                                       "Mon-Sun 00:00-01:00, Mon-Sun 02:00-03:00, Mon-Sun "
                                       "04:00-05:00, Mon-Sun 06:00-07:00, Mon 08:00-09:00" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      ShKioskHours hours;

      if (sh_kiosk_hours_parse (wrong[i], &hours))
        g_error ("read \"%s\"", wrong[i]);
    }
}

static void
it_is_open_inside_a_span (void)
{
  g_assert_true (open_at ("always", "UTC", "2026-11-25T03:00:00Z"));
  g_assert_false (open_at ("", "UTC", "2026-11-25T12:00:00Z"));
  g_assert_true (open_at ("Wed 08:00-18:00", "UTC", "2026-11-25T08:00:00Z"));
  g_assert_false (open_at ("Wed 08:00-18:00", "UTC", "2026-11-25T07:59:59Z"));
  g_assert_false (open_at ("Wed 08:00-18:00", "UTC", "2026-11-25T18:00:00Z"));
  g_assert_false (open_at ("Thu 08:00-18:00", "UTC", "2026-11-25T12:00:00Z"));
  g_assert_true (open_at ("Tue 22:00-02:00", "UTC", "2026-11-25T01:59:00Z"));
}

/* Eight o'clock on the wall is seven in UTC in winter and six in summer. */
static void
summer_time_needs_no_thought (void)
{
  const char *hours = "Sat-Mon 08:00-18:00";

  g_assert_true (open_at (hours, "Europe/Berlin", "2026-03-28T07:00:00Z"));
  g_assert_false (open_at (hours, "Europe/Berlin", "2026-03-28T06:59:00Z"));
  g_assert_true (open_at (hours, "Europe/Berlin", "2026-03-29T06:00:00Z"));
  g_assert_false (open_at (hours, "Europe/Berlin", "2026-03-29T16:00:00Z"));
  g_assert_true (open_at (hours, "Europe/Berlin", "2026-10-25T07:00:00Z"));
  g_assert_false (open_at (hours, "Europe/Berlin", "2026-10-25T06:59:00Z"));
  /* The hour that comes twice counts both times, the one that is left out not at all. */
  g_assert_true (open_at ("Sun 02:00-03:00", "Europe/Berlin", "2026-10-25T00:30:00Z"));
  g_assert_true (open_at ("Sun 02:00-03:00", "Europe/Berlin", "2026-10-25T01:30:00Z"));
  g_assert_false (open_at ("Sun 02:00-03:00", "Europe/Berlin", "2026-03-29T01:00:00Z"));
}

static void
the_next_opening_is_found (void)
{
  assert_next ("Mon-Fri 08:00-18:00", "2026-11-25T20:00:00", "2026-11-26T08:00:00+01");
  assert_next ("Mon-Fri 08:00-18:00", "2026-11-27T20:00:00", "2026-11-30T08:00:00+01");
  assert_next ("Wed 08:00-18:00", "2026-11-25T08:00:00", "2026-12-02T08:00:00+01");
  assert_next ("Sun 08:00-18:00", "2026-03-28T20:00:00", "2026-03-29T08:00:00+02");
  assert_next ("", "2026-11-25T20:00:00", NULL);
  assert_next ("always", "2026-11-25T20:00:00", NULL);
}

static void
one_day_can_be_changed (void)
{
  ShKioskHours hours;
  g_autofree char *text = NULL;
  int from_min, to_min;

  g_assert_true (sh_kiosk_hours_parse ("Mon-Wed 08:00-12:00", &hours));
  sh_kiosk_hours_set_day (&hours, 1, 540, 600);
  sh_kiosk_hours_set_day (&hours, 0, -1, -1);
  text = sh_kiosk_hours_to_text (&hours);
  g_assert_cmpstr (text, ==, "Tue 09:00-10:00, Wed 08:00-12:00");
  g_assert_true (sh_kiosk_hours_day (&hours, 1, &from_min, &to_min));
  g_assert_cmpint (from_min, ==, 540);
  g_assert_false (sh_kiosk_hours_day (&hours, 0, &from_min, &to_min));
}

/* "Always", with one day changed, is open all day on the others. */
static void
always_can_be_changed_by_the_day (void)
{
  ShKioskHours hours;

  g_assert_true (sh_kiosk_hours_parse ("always", &hours));
  sh_kiosk_hours_set_day (&hours, 6, -1, -1);
  g_assert_false (hours.always);
  g_assert_cmpint (hours.n_spans, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add_func ("/kiosk-hours/" #test, test)
  ADD (hours_are_read_and_written);
  ADD (what_is_no_span_is_refused);
  ADD (it_is_open_inside_a_span);
  ADD (summer_time_needs_no_thought);
  ADD (the_next_opening_is_found);
  ADD (one_day_can_be_changed);
  ADD (always_can_be_changed_by_the_day);
  return g_test_run ();
}
