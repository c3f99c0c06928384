/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "sh-kiosk-config.h"
#include "sh-kiosk-keys.h"

static ShKioskConfig *
parse (const char *text, GPtrArray *problems)
{
  return sh_kiosk_config_parse (text, strlen (text), "kiosk.conf", problems);
}

static void
assert_one_problem (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShKioskConfig) config = parse (text, problems);

  g_assert_nonnull (config);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, expected);
}

static void
nothing_said_gives_the_defaults (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShKioskConfig) config = sh_kiosk_config_load (NULL, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpfloat (config->idle_s, ==, 60.0);
  g_assert_cmpfloat (config->countdown_s, ==, 20.0);
  g_assert_cmpstr (config->languages[0], ==, "en");
  g_assert_true (config->hours.always);
  g_assert_cmpint (config->restart_min, ==, -1);
  g_assert_cmpstr (config->staff_pin, ==, "");
}

static void
a_text_has_an_end (void)
{
  g_autofree char *name = g_strnfill (201, 'x');
  g_autofree char *text = g_strdup_printf ("[Kiosk]\nclinic-name=%s\n", name);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShKioskConfig) config = parse (text, problems);

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (problems, 0),
                                   "allowed: a text of at most 200 letters; used instead: \"\""));
  g_assert_cmpstr (config->clinic_name, ==, "");
}

static void
every_key_is_read (void)
{
  static const char text[] = "[Kiosk]\n"
                             "clinic-name = Vein Clinic\n"
                             "languages=en, es ,pt_BR\n"
                             "screen-height-mm=531\n"
                             "theme=dark\n"
                             "pixel-shift=false\n"
                             "opening-hours=Mon-Fri 08:00-18:00\n"
                             "time-zone=Europe/Berlin\n"
                             "nightly-restart=03:30\n"
                             "staff-pin=$y$j9T$abcdefghijk\n";
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShKioskConfig) config = parse (text, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (config->clinic_name, ==, "Vein Clinic");
  g_assert_cmpuint (g_strv_length (config->languages), ==, 3);
  g_assert_cmpstr (config->languages[1], ==, "es");
  g_assert_cmpfloat (config->screen_height_mm, ==, 531.0);
  g_assert_cmpint (config->theme, ==, SH_KIOSK_THEME_DARK);
  g_assert_false (config->pixel_shift);
  g_assert_cmpint (config->hours.n_spans, ==, 5);
  g_assert_cmpstr (config->time_zone, ==, "Europe/Berlin");
  g_assert_cmpint (config->restart_min, ==, 210);
  g_assert_cmpstr (config->staff_pin, ==, "$y$j9T$abcdefghijk");
}

static void
every_mistake_is_told_with_its_line (void)
{
  assert_one_problem ("[Kiosk]\n\nidle-seconds=soon\n",
                      "kiosk.conf:3: idle-seconds: \"soon\" is not allowed; allowed: 10…3600; used "
                      "instead: \"60\"");
  assert_one_problem ("[Kiosk]\nidle-seconds=5\n",
                      "kiosk.conf:2: idle-seconds: \"5\" is not allowed; allowed: 10…3600; used "
                      "instead: \"60\"");
  assert_one_problem ("[Kiosk]\ncounts=yes\n",
                      "kiosk.conf:2: counts: \"yes\" is not allowed; allowed: true or false; used "
                      "instead: \"true\"");
  assert_one_problem ("[Kiosk]\nidle-second=70\n",
                      "kiosk.conf:2: unknown key \"idle-second\"; nearest: idle-seconds; the line "
                      "is passed over");
  assert_one_problem ("idle-seconds=70\n[Kiosk]\n",
                      "kiosk.conf:1: \"idle-seconds=70\" is not understood; allowed: [Kiosk], then "
                      "KEY=VALUE, or # and a comment; the line is passed over");
  assert_one_problem ("[Kiosk]\nlanguages=en;es\n",
                      "kiosk.conf:2: languages: \"en;es\" is not allowed; allowed: codes such as "
                      "en, es, pt_BR; used instead: \"en\"");
  assert_one_problem ("[Kiosk]\nclinic-name=Caf\xe9\n",
                      "kiosk.conf:2: a byte that is no text; allowed: text in UTF-8");
  assert_one_problem ("[Kiosk]\ntime-zone=Mars/Olympus\n",
                      "kiosk.conf:2: time-zone: \"Mars/Olympus\" is not allowed; allowed: a name "
                      "such as Europe/Berlin; used instead: \"\"");
}

/* What an operator wrote in place of the hash may be the PIN; the log must not have it. */
static void
a_plain_pin_is_refused_and_not_repeated (void)
{
  assert_one_problem ("[Kiosk]\nstaff-pin=4711\n",
                      "kiosk.conf:2: staff-pin: \"…\" is not allowed; allowed: what \"second-heart "
                      "kiosk-pin\" prints; used instead: \"\"");
}

static void
one_mistake_leaves_the_rest (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShKioskConfig) config =
      parse ("[Kiosk]\nidle-seconds=90\nidle-seconds=-1\n???\ncountdown-seconds=30\n", problems);

  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpfloat (config->idle_s, ==, 60.0);
  g_assert_cmpfloat (config->countdown_s, ==, 30.0);
}

/* Any bytes at all give a configuration that can be used. */
static void
garbage_never_keeps_it_from_starting (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (ShKioskConfig) config = NULL;
      g_autofree char *sample = sh_kiosk_config_sample ();
      gsize length = strlen (sample);

      for (int i = 0; i < 40; i++)
        sample[g_rand_int_range (rand, 0, (gint32) length)] =
            (char) g_rand_int_range (rand, 0, 256);
      for (char *p = sample; round % 2 == 0 && (p = strstr (p, "\n#")) != NULL; p++)
        p[1] = ' ';
      config = sh_kiosk_config_parse (sample, length, "garbage", problems);
      g_assert_cmpfloat (config->idle_s, >=, 10.0);
      g_assert_nonnull (config->languages[0]);
      g_assert_nonnull (config->staff_pin);
      for (guint i = 0; i < problems->len; i++)
        g_assert_null (strchr (g_ptr_array_index (problems, i), '\n'));
    }
}

static void
a_missing_or_endless_file_is_told (void)
{
  static const char *const paths[] = { "/nowhere/kiosk.conf", "/dev/zero", "/" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (ShKioskConfig) config = sh_kiosk_config_load (paths[i], problems);

      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), paths[i]));
      g_assert_cmpfloat (config->idle_s, ==, 60.0);
    }
}

/* With the marks before the keys taken away the sample reads without a complaint. */
static void
the_sample_names_every_key_with_its_default (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sample = sh_kiosk_config_sample ();
  g_autoptr (ShKioskConfig) config = NULL;
  gsize n;
  const ShKioskKey *keys = sh_kiosk_keys (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("\n#%s=%s\n", keys[i].key, keys[i].initial);
      char *found = strstr (sample, line);

      g_assert_nonnull (found);
      found[1] = ' ';
    }
  config = parse (sample, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (sh_kiosk_config_is (sample, strlen (sample)));
}

static void
the_shipped_file_is_the_sample (void)
{
  g_autofree char *sample = sh_kiosk_config_sample ();
  g_autofree char *shipped = NULL;
  g_autofree char *path = g_strdup (g_getenv ("SH_SHIPPED_KIOSK_CONF"));

  g_assert_nonnull (path);
  if (g_getenv ("SH_RENEW_KIOSK_CONF") != NULL)
    g_assert_true (g_file_set_contents (path, sample, -1, NULL));
  g_assert_true (g_file_get_contents (path, &shipped, NULL, NULL));
  g_assert_cmpstr (shipped, ==, sample);
}

static void
hours_changed_at_the_kiosk_are_kept (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ShKioskConfig) config =
      parse ("[Kiosk]\nidle-seconds=90\nopening-hours=Mon 08:00-09:00\n", problems);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "state", "hours.conf", NULL);
  g_autofree char *inner = g_path_get_dirname (path);
  ShKioskHours hours;

  sh_kiosk_config_overlay (config, path, problems);
  g_assert_true (sh_kiosk_hours_parse ("Tue 10:00-11:30", &hours));
  g_assert_true (sh_kiosk_config_keep_hours (&hours, path, NULL));
  sh_kiosk_config_overlay (config, path, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpint (config->hours.span[0].day, ==, 1);
  g_assert_cmpint (config->hours.span[0].to_min, ==, 690);
  g_assert_cmpfloat (config->idle_s, ==, 90.0);
  g_remove (path);
  g_remove (inner);
  g_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add_func ("/kiosk-config/" #test, test)
  ADD (nothing_said_gives_the_defaults);
  ADD (every_key_is_read);
  ADD (a_text_has_an_end);
  ADD (every_mistake_is_told_with_its_line);
  ADD (a_plain_pin_is_refused_and_not_repeated);
  ADD (one_mistake_leaves_the_rest);
  ADD (garbage_never_keeps_it_from_starting);
  ADD (a_missing_or_endless_file_is_told);
  ADD (the_sample_names_every_key_with_its_default);
  ADD (the_shipped_file_is_the_sample);
  ADD (hours_changed_at_the_kiosk_are_kept);
  return g_test_run ();
}
