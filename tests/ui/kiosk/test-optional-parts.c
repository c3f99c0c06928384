/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that a build may leave out, with them and without: tests/lint/features.py runs this
 * program as built without them. A stand-in speaks for the speech service. */

#include <glib/gstdio.h>

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>

#include "sh-config.h"
#include "sh-kiosk-speech.h"
#include "sh-speaker.h"

/* Long enough for a busy machine; only a hang waits for it. */
#define PATIENCE_S 60

#ifdef SH_HAVE_SPEECH

/* ---- The stand-in for speech-dispatcher ---- */

typedef struct
{
  const char *begins;
  const char *answer;
} Reply;

/* What the protocol (SSIP) answers to the commands that the library sends. */
static const Reply replies[] = {
  { "speak", "230 OK RECEIVING DATA" }, { ".", "225-1\r\n225 OK MESSAGE QUEUED" },
  { "CANCEL", "210 OK CANCELED" },      { "HISTORY", "245-1\r\n245 OK CLIENT ID SENT" },
  { "QUIT", "231 HAPPY HACKING" },      { "", "208 OK SET" },
};

typedef struct
{
  char *folder;
  char *path;
  GSocketService *service;
  GAsyncQueue *heard; /* the lines that were sent */
} Standin;

static const char *
reply_to (const char *line)
{
  guint i = 0;

  while (!g_str_has_prefix (line, replies[i].begins))
    i++;
  return replies[i].answer;
}

/* In a thread for each client. */
static gboolean
serve_cb (GThreadedSocketService *service,
          GSocketConnection *connection,
          GObject *source,
          Standin *standin)
{
  GIOStream *stream = G_IO_STREAM (connection);
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  g_autoptr (GDataInputStream) input =
      g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  gboolean text = FALSE;
  char *line;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while ((line = g_data_input_stream_read_line (input, NULL, NULL, NULL)) != NULL)
    {
      g_autofree char *answer = g_strconcat (reply_to (line), "\r\n", NULL);

      if (!text || g_str_equal (line, "."))
        g_output_stream_write_all (output, answer, strlen (answer), NULL, NULL, NULL);
      text = g_str_equal (line, "speak") || (text && !g_str_equal (line, "."));
      g_async_queue_push (standin->heard, line);
    }
  return TRUE;
}

static void
start (Standin *standin)
{
  g_autoptr (GSocketAddress) address = NULL;
  g_autofree char *named = NULL;

  standin->folder = g_dir_make_tmp ("second-heart-XXXXXX", NULL);
  standin->path = g_build_filename (standin->folder, "speech", NULL);
  named = g_strconcat ("unix_socket:", standin->path, NULL);
  g_setenv ("SPEECHD_ADDRESS", named, TRUE);
  standin->heard = g_async_queue_new_full (g_free);
  standin->service = g_threaded_socket_service_new (2);
  address = g_unix_socket_address_new (standin->path);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (standin->service), address,
                                                G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT,
                                                NULL, NULL, NULL));
  g_signal_connect (standin->service, "run", G_CALLBACK (serve_cb), standin);
}

static void
stop (Standin *standin)
{
  g_socket_service_stop (standin->service);
  g_socket_listener_close (G_SOCKET_LISTENER (standin->service));
  g_clear_object (&standin->service);
  g_unlink (standin->path);
  g_rmdir (standin->folder);
  g_free (standin->path);
  g_free (standin->folder);
}

/* Waits until the service was sent @wanted; what came before it is let go. */
static void
hear (Standin *standin, const char *wanted)
{
  g_autofree char *line = NULL;

  do
    {
      g_free (line);
      line = g_async_queue_timeout_pop (standin->heard, PATIENCE_S * G_USEC_PER_SEC);
      if (line == NULL)
        g_error ("the speech service never heard \"%s\"", wanted);
    }
  while (!g_str_equal (line, wanted));
}

/* ---- Reading aloud ---- */

static void
a_text_is_spoken_in_the_visitor_s_language (void)
{
  Standin standin = { 0 };
  g_autoptr (ShKioskSpeech) speech = NULL;

  start (&standin);
  speech = sh_kiosk_speech_new ();
  while (!sh_kiosk_speech_get_available (speech))
    g_main_context_iteration (NULL, TRUE);
  sh_kiosk_speech_say (speech, "A panturrilha é um segundo coração.", "pt_BR", 75.0);
  hear (&standin, "SET SELF LANGUAGE pt-BR");
  hear (&standin, "SET SELF VOLUME 50");
  hear (&standin, "speak");
  hear (&standin, "A panturrilha é um segundo coração.");
  hear (&standin, ".");
  sh_kiosk_speech_stop (speech);
  hear (&standin, "CANCEL SELF");
  g_clear_object (&speech);
  stop (&standin);
  g_async_queue_unref (standin.heard);
}

#else

static void
without_the_library_nothing_is_offered_or_said (void)
{
  g_autoptr (ShKioskSpeech) speech = sh_kiosk_speech_new ();

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_false (sh_kiosk_speech_get_available (speech));
  sh_kiosk_speech_say (speech, "Nobody hears this.", "en", 75.0);
  sh_kiosk_speech_stop (speech);
}

#endif

/* ---- The probe's sound ---- */

static void
note_cb (const char *reason, gpointer user_data)
{
  *(char **) user_data = g_strdup (reason);
}

/* No server with the library, or no library: either way one is told, once, and nothing breaks. */
static void
a_machine_without_sound_is_told_of (void)
{
  g_autofree char *reason = NULL;
  ShSpeaker *speaker;

  g_setenv ("PULSE_SERVER", "unix:/nonexistent/pulse", TRUE);
  speaker = sh_speaker_new (note_cb, &reason);
  sh_speaker_set_velocity (speaker, 20.0);
  while (reason == NULL)
    g_main_context_iteration (NULL, TRUE);
  sh_speaker_free (speaker);
#ifdef SH_HAVE_SOUND
  g_assert_true (sh_speaker_is_built ());
  g_assert_cmpstr (reason, !=, "This build has no sound.");
#else
  g_assert_false (sh_speaker_is_built ());
  g_assert_cmpstr (reason, ==, "This build has no sound.");
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test) g_test_add_func ("/optional-parts/" #test, test)
#ifdef SH_HAVE_SPEECH
  ADD (a_text_is_spoken_in_the_visitor_s_language);
#else
  ADD (without_the_library_nothing_is_offered_or_said);
#endif
  ADD (a_machine_without_sound_is_told_of);
  return g_test_run ();
}
