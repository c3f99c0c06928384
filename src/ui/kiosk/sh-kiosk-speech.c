/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-speech.h"

#include "sh-config.h"

#ifdef SH_HAVE_SPEECH
#include <libspeechd.h>
#else
typedef struct _SPDConnection SPDConnection;
#endif

struct _ShKioskSpeech
{
  GObject parent_instance;

  SPDConnection *connection;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_AVAILABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShKioskSpeech, sh_kiosk_speech, G_TYPE_OBJECT)

#ifdef SH_HAVE_SPEECH
static void
connect_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char *error = NULL;
  SPDConnection *connection =
      spd_open2 ("second-heart", "kiosk", NULL, SPD_MODE_THREADED, NULL, 1, &error);

  if (connection == NULL)
    g_message ("Nothing can be read aloud: %s", error != NULL ? error : "no speech service");
  g_clear_pointer (&error, free);
  g_task_return_pointer (task, connection, (GDestroyNotify) spd_close);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SPDConnection *connection = g_task_propagate_pointer (G_TASK (result), NULL);

  if (connection == NULL)
    return;
  SH_KIOSK_SPEECH (source)->connection = connection;
  g_object_notify_by_pspec (source, properties[PROP_AVAILABLE]);
}
#endif

static void
sh_kiosk_speech_dispose (GObject *object)
{
  ShKioskSpeech *self = SH_KIOSK_SPEECH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
#ifdef SH_HAVE_SPEECH
  g_clear_pointer (&self->connection, spd_close);
#endif
  G_OBJECT_CLASS (sh_kiosk_speech_parent_class)->dispose (object);
}

static void
sh_kiosk_speech_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AVAILABLE)
    g_value_set_boolean (value, SH_KIOSK_SPEECH (object)->connection != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_kiosk_speech_class_init (ShKioskSpeechClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sh_kiosk_speech_dispose;
  object_class->get_property = sh_kiosk_speech_get_property;
  properties[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sh_kiosk_speech_init (ShKioskSpeech *self)
{
  self->cancellable = g_cancellable_new ();
}

ShKioskSpeech *
sh_kiosk_speech_new (void)
{
  ShKioskSpeech *self = g_object_new (SH_TYPE_KIOSK_SPEECH, NULL);

#ifdef SH_HAVE_SPEECH
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, connected_cb, NULL);

  g_task_run_in_thread (task, connect_thread);
#else
  g_message ("Nothing can be read aloud: built without speech-dispatcher");
#endif
  return self;
}

gboolean
sh_kiosk_speech_get_available (ShKioskSpeech *self)
{
  g_return_val_if_fail (SH_IS_KIOSK_SPEECH (self), FALSE);

  return self->connection != NULL;
}

void
sh_kiosk_speech_say (ShKioskSpeech *self, const char *text, const char *code, double volume_percent)
{
  g_return_if_fail (SH_IS_KIOSK_SPEECH (self));

#ifdef SH_HAVE_SPEECH
  g_autofree char *tag = g_strdelimit (g_strdup (code), "_", '-');

  if (self->connection == NULL)
    return;
  spd_cancel (self->connection);
  spd_set_language (self->connection, tag);
  spd_set_volume (self->connection, (signed int) (volume_percent * 2.0 - 100.0));
  spd_say (self->connection, SPD_TEXT, text);
#endif
}

void
sh_kiosk_speech_stop (ShKioskSpeech *self)
{
  g_return_if_fail (SH_IS_KIOSK_SPEECH (self));

#ifdef SH_HAVE_SPEECH
  if (self->connection != NULL)
    spd_cancel (self->connection);
#endif
}
