/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read aloud to a visitor, and how the picture is described to someone who does not see it,
 * is in the visitor's language from the first word to the last. */

#include <locale.h>
#include <string.h>

#include <libintl.h>

#include "sh-config.h"
#include "sh-kiosk-language.h"
#include "sh-kiosk-view.h"
#include "sh-session.h"
#include "sh-story.h"
#include "sh-ui.h"

static const char *const languages[] = { "ar", "de", "es", "fr", "pt_BR", "ru", "vi", "zh_CN" };
static const char *const pages[] = { "home",     "pump", "sit",   "leaky",
                                     "stocking", "move", "needs", "free" };
/* Words that are the same everywhere: the clinic's name, a unit, and letters of a classification.
 */
static const char *const names[] = { "Lakeside", "Clinic", "mmHg", "CEAP", "English" };

static ShKioskConfig *config;

/* Some legs whose descriptions have little in common. */
static const struct
{
  ShActivity activity;
  ShPosture posture;
  double leak, stocking_mmhg, narrowing;
} legs[] = {
  { SH_ACTIVITY_WALKING, SH_POSTURE_STANDING, 0.0, 0.0, 0.0 },
  { SH_ACTIVITY_HEEL_RAISES, SH_POSTURE_STANDING, 1.0, 25.0, 0.0 },
  { SH_ACTIVITY_REST, SH_POSTURE_SITTING, 0.0, 0.0, 0.9 },
};

/* The session of such a leg, two seconds later. */
static ShSession *
live (guint index)
{
  ShScenario scenario;
  ShSession *session;

  sh_scenario_init (&scenario);
  sh_scenario_set_activity (&scenario, legs[index].activity);
  scenario.posture = legs[index].posture;
  scenario.stocking_mmhg = legs[index].stocking_mmhg;
  for (int i = 0; i < SH_N_VALVES; i++)
    scenario.leak[i] = legs[index].leak;
  scenario.narrowing[SH_VEIN_FEMORAL] = legs[index].narrowing;
  session = sh_session_new (&scenario);
  for (gint64 now_us = 0; now_us <= 2 * G_USEC_PER_SEC; now_us += 20000)
    sh_session_tick (session, now_us);
  return session;
}

/* All that is said in a language: pages of the kiosk, then descriptions. */
static GString *
said (const char *code)
{
  ShKioskViewOptions options = {
    .config = config, .text_scale = 1.0, .width = 1080, .height = 1920
  };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (ShSession) session = live (0);
  GString *all = g_string_new (NULL);
  ShKioskView *view;

  sh_kiosk_language_use (code);
  view = SH_KIOSK_VIEW (sh_kiosk_view_new (&options));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  sh_kiosk_view_set_session (view, session);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = NULL;

      sh_kiosk_view_show_page (view, pages[i]);
      text = sh_kiosk_view_text (view);
      g_assert_cmpuint (strlen (text), >, 20);
      g_string_append (all, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    for (int wording = 0; wording <= SH_WORDING_CLINICAL; wording++)
      {
        g_autoptr (ShSession) leg = live (i);
        g_autofree char *text = sh_describe (
            sh_session_get_frame (leg), sh_session_get_scenario (leg), 60.0, (ShWording) wording);

        g_string_append_printf (all, "%s\n", text);
      }
  gtk_window_destroy (GTK_WINDOW (window));
  return all;
}

/* The words of a text that are written in the letters of English. */
static GHashTable *
words_of (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) word = g_regex_new ("(*UCP)\\b[A-Za-z]{4,}\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (word, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_add (words, g_match_info_fetch (match, 0));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_hash_table_remove (words, names[i]);
  return words;
}

/* Three words running that are English too: languages share words, not sentences. */
static void
look_for_sentences (const char *code, const char *text, const char *english)
{
  g_autoptr (GRegex) run =
      g_regex_new ("(*UCP)(?=\\b([A-Za-z]+ [A-Za-z]+ [A-Za-z]+)\\b)[A-Za-z]+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (run, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *words = g_match_info_fetch (match, 1);

      if (strstr (english, words) != NULL && strstr (words, names[0]) == NULL)
        {
          g_test_message ("%s: “%s” is still English", code, words);
          g_test_fail ();
        }
    }
}

static void
no_word_is_left_in_english (void)
{
  g_autoptr (GString) english = said ("en");

  g_assert_nonnull (strstr (english->str, "calf"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GString) text = said (languages[i]);
      g_autoptr (GHashTable) words = words_of (text->str);
      gboolean own_letters = strstr ("ar ru zh_CN", languages[i]) != NULL;
      GHashTableIter iter;
      gpointer word;

      g_assert_cmpuint (text->len, >, 500);
      look_for_sentences (languages[i], text->str, english->str);
      g_hash_table_iter_init (&iter, words);
      while (own_letters && g_hash_table_iter_next (&iter, &word, NULL))
        {
          g_test_message ("%s: “%s” is still English", languages[i], (const char *) word);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (SH_GETTEXT_DOMAIN, g_getenv ("SH_TEST_LOCALE_DIR"));
  bind_textdomain_codeset (SH_GETTEXT_DOMAIN, "UTF-8");
  sh_kiosk_language_prepare ();
  gtk_test_init (&argc, &argv, NULL);
  sh_ui_register_resources ();
  config = sh_kiosk_config_load (NULL, problems);
  config->clinic_name = g_strdup ("Lakeside Clinic");
  g_test_add_func ("/spoken/no-word-is-left-in-english", no_word_is_left_in_english);
  return g_test_run ();
}
