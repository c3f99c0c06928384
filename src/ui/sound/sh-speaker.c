/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-speaker.h"

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#ifdef SH_HAVE_SOUND
#include <pulse/error.h>
#include <pulse/simple.h>

#include "sh-doppler.h"
#endif

#define RATE_HZ 22050
/* One block: short enough that picture and sound are together. */
#define BLOCK (RATE_HZ / 50)

/* Shared by the speaker and its thread; the last one frees it. */
struct _ShSpeaker
{
  GThread *thread;    /* NULL without sound */
  gint velocity_mm_s; /* atomic */
  gint stopped;       /* atomic */
  ShSpeakerFailed failed;
  gpointer user_data;
  char *reason;
};

static void
release (ShSpeaker *speaker)
{
  g_free (speaker->reason);
}

static gboolean
tell (gpointer data)
{
  ShSpeaker *speaker = data;

  if (!g_atomic_int_get (&speaker->stopped))
    speaker->failed (speaker->reason, speaker->user_data);
  g_atomic_rc_box_release_full (speaker, (GDestroyNotify) release);
  return G_SOURCE_REMOVE;
}

static void
fail (ShSpeaker *speaker, const char *reason)
{
  speaker->reason = g_strdup (reason);
  /* Before drawing: a window that has no idle moment would never tell. */
  g_idle_add_full (G_PRIORITY_DEFAULT, tell, g_atomic_rc_box_acquire (speaker), NULL);
}

#ifdef SH_HAVE_SOUND
static pa_simple *
open_device (int *error)
{
  static const pa_sample_spec spec = { PA_SAMPLE_FLOAT32NE, RATE_HZ, 2 };
  const pa_buffer_attr buffer = { .maxlength = (uint32_t) -1,
                                  .tlength = 4 * BLOCK * 2 * sizeof (float),
                                  .prebuf = (uint32_t) -1,
                                  .minreq = (uint32_t) -1,
                                  .fragsize = (uint32_t) -1 };

  return pa_simple_new (NULL, SH_APP_ID, PA_STREAM_PLAYBACK, NULL, "Doppler", &spec, NULL, &buffer,
                        error);
}

static gpointer
play (gpointer data)
{
  ShSpeaker *speaker = data;
  float samples[2 * BLOCK];
  ShDoppler doppler;
  int error = 0;
  pa_simple *device = open_device (&error);

  sh_doppler_init (&doppler, RATE_HZ);
  while (device != NULL && !g_atomic_int_get (&speaker->stopped) && error == 0)
    {
      sh_doppler_render (&doppler, g_atomic_int_get (&speaker->velocity_mm_s) / 10.0, samples,
                         BLOCK);
      pa_simple_write (device, samples, sizeof samples, &error);
    }
  if (error != 0)
    fail (speaker, pa_strerror (error));
  if (device != NULL)
    pa_simple_free (device);
  g_atomic_rc_box_release_full (speaker, (GDestroyNotify) release);
  return NULL;
}
#endif

gboolean
sh_speaker_is_built (void)
{
#ifdef SH_HAVE_SOUND
  return TRUE;
#else
  return FALSE;
#endif
}

ShSpeaker *
sh_speaker_new (ShSpeakerFailed failed, gpointer user_data)
{
  ShSpeaker *speaker = g_atomic_rc_box_new0 (ShSpeaker);

  speaker->failed = failed;
  speaker->user_data = user_data;
#ifdef SH_HAVE_SOUND
  speaker->thread = g_thread_new ("speaker", play, g_atomic_rc_box_acquire (speaker));
#else
  fail (speaker, C_ ("sound", "This build has no sound."));
#endif
  return speaker;
}

/* The thread is not waited for: a sound server that hangs must not hang the window. */
void
sh_speaker_free (ShSpeaker *speaker)
{
  g_atomic_int_set (&speaker->stopped, TRUE);
  g_clear_pointer (&speaker->thread, g_thread_unref);
  g_atomic_rc_box_release_full (speaker, (GDestroyNotify) release);
}

void
sh_speaker_set_velocity (ShSpeaker *speaker, double velocity_cm_s)
{
  g_atomic_int_set (&speaker->velocity_mm_s, (int) lround (10.0 * velocity_cm_s));
}
