/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For sockets beside plain C17. */
#define _GNU_SOURCE 1

#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "sh-kiosk-log.h"
#include "sh-kiosk-notify.h"
#include "sh-kiosk-pin.h"
#include "sh-kiosk-plan.h"
#include "sh-names.h"
#include "sh-kiosk-scenes.h"
#include "sh-kiosk-staff.h"
#include "sh-kiosk-watch.h"

/* ---- PIN ---- */

static void
a_pin_fits_its_hash_alone (void)
{
  g_autofree char *hash = sh_kiosk_pin_hash ("4711");
  g_autofree char *other = sh_kiosk_pin_hash ("4711");

  g_assert_nonnull (hash);
  g_assert_cmpint (hash[0], ==, '$');
  g_assert_cmpstr (hash, !=, other);
  g_assert_true (sh_kiosk_pin_check ("4711", hash));
  g_assert_false (sh_kiosk_pin_check ("4712", hash));
  g_assert_false (sh_kiosk_pin_check ("", hash));
  g_assert_false (sh_kiosk_pin_check ("", ""));
  g_assert_false (sh_kiosk_pin_check ("4711", ""));
  g_assert_false (sh_kiosk_pin_check ("4711", "$nonsense$"));
}

static void
digits_make_a_pin (void)
{
  g_assert_true (sh_kiosk_pin_is ("0000"));
  g_assert_true (sh_kiosk_pin_is ("123456789012"));
  g_assert_false (sh_kiosk_pin_is ("123"));
  g_assert_false (sh_kiosk_pin_is ("1234567890123"));
  g_assert_false (sh_kiosk_pin_is ("12a4"));
}

static void
attempts_are_delayed_and_limited (void)
{
  g_autofree char *hash = sh_kiosk_pin_hash ("4711");
  ShKioskPin pin = { .attempts = 3, .lock_s = 300.0 };

  g_assert_cmpint (sh_kiosk_pin_try (&pin, "1111", hash, 0.0), ==, SH_KIOSK_PIN_WRONG);
  g_assert_cmpint (sh_kiosk_pin_try (&pin, "4711", hash, 0.9), ==, SH_KIOSK_PIN_WAIT);
  g_assert_cmpint (sh_kiosk_pin_try (&pin, "2222", hash, 1.0), ==, SH_KIOSK_PIN_WRONG);
  g_assert_cmpint (sh_kiosk_pin_try (&pin, "4711", hash, 2.9), ==, SH_KIOSK_PIN_WAIT);
  g_assert_cmpint (sh_kiosk_pin_try (&pin, "3333", hash, 3.0), ==, SH_KIOSK_PIN_WRONG);
  g_assert_cmpint (sh_kiosk_pin_try (&pin, "4711", hash, 302.9), ==, SH_KIOSK_PIN_LOCKED);
  g_assert_cmpfloat_with_epsilon (sh_kiosk_pin_wait_s (&pin, 300.0), 3.0, 1e-9);
  g_assert_cmpint (sh_kiosk_pin_try (&pin, "4711", hash, 303.0), ==, SH_KIOSK_PIN_RIGHT);
  g_assert_cmpint (sh_kiosk_pin_try (&pin, "4711", hash, 303.0), ==, SH_KIOSK_PIN_RIGHT);
}

/* ---- Watchdog ---- */

static void
a_picture_that_should_move_and_does_not_is_seen (void)
{
  ShKioskWatch watch = { 0 };
  ShKioskSight sight = { TRUE, 10, 1.0 };

  g_assert_true (sh_kiosk_watch_look (&watch, &sight));
  g_assert_false (sh_kiosk_watch_look (&watch, &sight));
  sight.frames++;
  g_assert_false (sh_kiosk_watch_look (&watch, &sight));
  sight.model_s += 1.0;
  g_assert_false (sh_kiosk_watch_look (&watch, &sight));
  sight.frames++;
  sight.model_s = 0.1;
  g_assert_true (sh_kiosk_watch_look (&watch, &sight));
}

static void
a_picture_that_may_stand_still_is_healthy (void)
{
  ShKioskWatch watch = { 0 };
  ShKioskSight still = { FALSE, 10, 1.0 }, moving = { TRUE, 10, 1.0 };

  g_assert_true (sh_kiosk_watch_look (&watch, &still));
  g_assert_true (sh_kiosk_watch_look (&watch, &still));
  g_assert_true (sh_kiosk_watch_look (&watch, &moving));
  g_assert_false (sh_kiosk_watch_look (&watch, &moving));
  g_assert_true (sh_kiosk_watch_look (&watch, &still));
  g_assert_cmpuint (sh_kiosk_watch_memory_kib (), >, 1000);
}

static void
the_service_manager_hears_what_is_said (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "notify", NULL);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  char heard[64] = { 0 };
  int fd = socket (AF_UNIX, SOCK_DGRAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  g_unsetenv ("NOTIFY_SOCKET");
  g_assert_false (sh_kiosk_notify ("WATCHDOG=1"));
  g_setenv ("NOTIFY_SOCKET", path, TRUE);
  g_assert_true (sh_kiosk_notify ("WATCHDOG=1"));
  g_assert_cmpint (recv (fd, heard, sizeof heard - 1, 0), ==, 10);
  g_assert_cmpstr (heard, ==, "WATCHDOG=1");
  g_setenv ("NOTIFY_SOCKET", "/nowhere/at/all", TRUE);
  g_assert_false (sh_kiosk_notify ("WATCHDOG=1"));
  g_unsetenv ("NOTIFY_SOCKET");
  close (fd);
  g_remove (path);
  g_remove (folder);
}

/* ---- Places ---- */

static void
assert_inside (const GdkRectangle *inner, int width, int height)
{
  g_assert_cmpint (inner->x, >=, 0);
  g_assert_cmpint (inner->y, >=, 0);
  g_assert_cmpint (inner->width, >, 0);
  g_assert_cmpint (inner->height, >, 0);
  g_assert_cmpint (inner->x + inner->width, <=, width);
  g_assert_cmpint (inner->y + inner->height, <=, height);
}

/* Screens as they hang in waiting rooms: pixels, height in mm, lower edge above the floor in mm. */
static const struct
{
  int width, height;
  double height_mm, bottom_mm;
} screens[] = {
  { 1080, 1920, 531.0, 700.0 },  { 1080, 1920, 531.0, 1000.0 }, { 1080, 1920, 950.0, 400.0 },
  { 1080, 1920, 1210.0, 300.0 }, { 1920, 1080, 299.0, 900.0 },  { 1920, 1080, 299.0, 300.0 },
  { 1920, 1080, 680.0, 850.0 },  { 1280, 800, 217.0, 750.0 },   { 3840, 2160, 800.0, 600.0 },
  { 800, 1280, 217.0, 800.0 },
};

static void
all_that_is_touched_lies_within_reach (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    for (int attract = 0; attract < 2; attract++)
      {
        ShKioskPlace place = { screens[i].width,
                               screens[i].height,
                               screens[i].height_mm,
                               screens[i].bottom_mm,
                               attract,
                               FALSE,
                               140,
                               200 };
        double mm_per_px = screens[i].height_mm / screens[i].height;
        ShKioskPlan plan;
        double low_mm, high_mm;

        sh_kiosk_plan (&place, &plan);
        g_assert_true (plan.within_reach);
        assert_inside (&plan.dock, place.width, place.height);
        assert_inside (&plan.picture, place.width, place.height);
        assert_inside (&plan.caption, place.width, place.height);
        high_mm = place.bottom_mm + (place.height - plan.dock.y) * mm_per_px;
        low_mm = place.bottom_mm + (place.height - plan.dock.y - plan.dock.height) * mm_per_px;
        g_assert_cmpfloat (low_mm, >=, SH_KIOSK_REACH_LOW_MM);
        g_assert_cmpfloat (high_mm, <=, SH_KIOSK_REACH_HIGH_MM);
        g_assert_cmpint (plan.dock.height, >=, 150);
        place.staff = TRUE;
        sh_kiosk_plan (&place, &plan);
        assert_inside (&plan.dock, place.width, place.height);
        g_assert_true (attract || plan.dock.width == place.width);
      }
}

static void
no_two_places_overlap (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (screens); i++)
    for (int known = 0; known < 2; known++)
      for (int attract = 0; attract < 2; attract++)
        {
          ShKioskPlace place = { screens[i].width,
                                 screens[i].height,
                                 known ? screens[i].height_mm : 0.0,
                                 known ? screens[i].bottom_mm : -1.0,
                                 attract,
                                 FALSE,
                                 140,
                                 200 };
          ShKioskPlan plan;
          const GdkRectangle *all[4] = { &plan.header, &plan.picture, &plan.caption, &plan.dock };

          sh_kiosk_plan (&place, &plan);
          for (int a = 0; a < 4; a++)
            for (int b = a + 1; b < 4; b++)
              g_assert_false (gdk_rectangle_intersect (all[a], all[b], NULL));
        }
}

/* Where hardly anything lies in the band it says so, and still can be used. */
static void
a_screen_out_of_reach_is_told (void)
{
  ShKioskPlace place = { 1920, 1080, 299.0, 1500.0, FALSE, 140, 200 };
  ShKioskPlan plan;

  sh_kiosk_plan (&place, &plan);
  g_assert_false (plan.within_reach);
  g_assert_cmpint (plan.dock.height, >, 800);
  /* The slider of activities has one stop of 48 pixels for each. */
  sh_kiosk_plan (&(ShKioskPlace){ 1024, 768, 0.0, -1.0, FALSE, 90, 100 }, &plan);
  g_assert_cmpint (plan.dock.width, >=, SH_N_STOPS * 48);
}

/* ISO 9241-303 wants 16 minutes of arc at least; a capital letter has 0.714 em. */
static void
titles_can_be_read_from_three_metres (void)
{
  double em_px = sh_kiosk_far_text_px (1080, 1920, 531.0);
  double capital_mm = em_px * 0.714 * 531.0 / 1920.0;

  g_assert_cmpfloat (capital_mm / 3000.0 * 60.0 * 180.0 / G_PI, >=, 16.0);
  g_assert_cmpfloat (sh_kiosk_far_text_px (1080, 1920, 0.0), >=, 80.0);
  g_assert_cmpfloat (sh_kiosk_far_text_px (1280, 800, 50.0), <=, 100.0);
}

static void
the_shift_is_small_and_slow_and_comes_back (void)
{
  int x, y, last_x = 0, last_y = 0, sum_x = 0, sum_y = 0;

  for (guint minute = 0; minute < 10; minute++)
    {
      sh_kiosk_shift (minute, &x, &y);
      g_assert_cmpint (ABS (x - last_x) + ABS (y - last_y), <=, 2 * SH_KIOSK_SHIFT_PX);
      g_assert_cmpint (MAX (ABS (x), ABS (y)), <=, SH_KIOSK_SHIFT_PX);
      last_x = x;
      last_y = y;
      sum_x += ABS (x);
      sum_y += ABS (y);
    }
  g_assert_cmpint (sum_x, >, 0);
  g_assert_cmpint (sum_y, >, 0);
  sh_kiosk_shift (10, &x, &y);
  g_assert_cmpint (ABS (x) + ABS (y), ==, 0);
}

/* ---- Scenes, hours, log ---- */

static void
every_scene_can_be_run (void)
{
  int n_scenes, n_choices;
  const ShKioskScene *scenes = sh_kiosk_scenes (&n_scenes);
  const ShKioskChoice *choices = sh_kiosk_choices (&n_choices);
  ShLeg *leg = sh_leg_new ();
  ShScenario scenario;

  g_assert_cmpint (n_scenes, >=, 4);
  for (int i = 0; i < n_scenes; i++)
    {
      sh_kiosk_setting_scenario (&scenes[i].setting, &scenario);
      g_assert_cmpint (sh_leg_reset (leg, &scenario), ==, SH_STATUS_OK);
    }
  for (int i = 0; i < n_choices; i++)
    for (int k = 0; k < choices[i].n_options; k++)
      {
        sh_kiosk_setting_scenario (&choices[i].option[k].setting, &scenario);
        g_assert_cmpint (sh_leg_configure (leg, &scenario), ==, SH_STATUS_OK);
        /* A stocking is never shown without its caution. */
        g_assert_true (choices[i].caution || !(scenario.stocking_mmhg > 0.0));
      }
  sh_leg_free (leg);
}

static void
staff_change_hours_in_steps (void)
{
  ShKioskHours hours;
  int from_min, to_min;

  g_assert_true (sh_kiosk_hours_parse ("Mon 08:00-09:00", &hours));
  sh_kiosk_staff_change_hours (&hours, 0, 'f', -1);
  sh_kiosk_staff_change_hours (&hours, 0, 't', 2);
  g_assert_true (sh_kiosk_hours_day (&hours, 0, &from_min, &to_min));
  g_assert_cmpint (from_min, ==, 450);
  g_assert_cmpint (to_min, ==, 600);
  for (int i = 0; i < 100; i++)
    sh_kiosk_staff_change_hours (&hours, 0, i % 2 ? 'f' : 't', i % 2 ? 1 : -1);
  g_assert_true (sh_kiosk_hours_day (&hours, 0, &from_min, &to_min));
  g_assert_cmpint (from_min, <, to_min);
  for (int i = 0; i < 100; i++)
    sh_kiosk_staff_change_hours (&hours, 0, i % 2 ? 'f' : 't', i % 2 ? -1 : 1);
  g_assert_true (sh_kiosk_hours_day (&hours, 0, &from_min, &to_min));
  g_assert_cmpint (from_min, ==, 0);
  g_assert_cmpint (to_min, ==, SH_KIOSK_DAY_MIN);
  sh_kiosk_staff_change_hours (&hours, 0, 'x', 0);
  g_assert_false (sh_kiosk_hours_day (&hours, 0, &from_min, &to_min));
  sh_kiosk_staff_change_hours (&hours, 0, 'x', 0);
  g_assert_true (sh_kiosk_hours_day (&hours, 0, &from_min, &to_min));
}

static void
the_log_file_is_bounded (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "kiosk.log", NULL);
  g_autofree char *before = g_strconcat (path, ".1", NULL);
  g_autofree char *text = NULL;
  GStatBuf one, two;

  sh_kiosk_log_to (path, 16.0);
  for (int i = 0; i < 2000; i++)
    g_message ("This is message number %d of the test", i);
  g_assert_cmpint (g_stat (path, &one), ==, 0);
  g_assert_cmpint (g_stat (before, &two), ==, 0);
  g_assert_cmpint (one.st_size, <=, 16 * 1024);
  g_assert_cmpint (two.st_size, <=, 16 * 1024);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "number 1999 of"));
  g_remove (path);
  g_remove (before);
  g_remove (folder);
}

static void
a_log_that_cannot_be_written_goes_to_the_journal (void)
{
  if (g_test_subprocess ())
    {
      sh_kiosk_log_to ("/dev/full", 16.0);
      g_message ("The first");
      g_message ("The second");
      sh_kiosk_log_to ("/no-such-folder/kiosk.log", 16.0);
      g_message ("The third");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*/dev/full: cannot be written: *The first*The second*"
                             "/no-such-folder/kiosk.log: cannot be written: *The third*");
  g_test_trap_assert_stderr_unmatched ("*/dev/full*/dev/full*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add_func ("/kiosk-parts/" #test, test)
  ADD (a_pin_fits_its_hash_alone);
  ADD (digits_make_a_pin);
  ADD (attempts_are_delayed_and_limited);
  ADD (a_picture_that_should_move_and_does_not_is_seen);
  ADD (a_picture_that_may_stand_still_is_healthy);
  ADD (the_service_manager_hears_what_is_said);
  ADD (all_that_is_touched_lies_within_reach);
  ADD (no_two_places_overlap);
  ADD (a_screen_out_of_reach_is_told);
  ADD (titles_can_be_read_from_three_metres);
  ADD (the_shift_is_small_and_slow_and_comes_back);
  ADD (every_scene_can_be_run);
  ADD (staff_change_hours_in_steps);
  ADD (the_log_file_is_bounded);
  ADD (a_log_that_cannot_be_written_goes_to_the_journal);
  return g_test_run ();
}
