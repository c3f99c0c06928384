/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SH_TYPE_KIOSK_SPEECH (sh_kiosk_speech_get_type ())
G_DECLARE_FINAL_TYPE (ShKioskSpeech, sh_kiosk_speech, SH, KIOSK_SPEECH, GObject)

/**
 * Reads texts aloud through speech-dispatcher. The connection is made in a thread of its own, so
 * that a service that does not answer never holds up the kiosk.
 *
 * Property to read: `available`: built with the library, and the service has answered.
 *
 * Returns: (transfer full)
 */
ShKioskSpeech *sh_kiosk_speech_new (void);

/** Whether anything can be said. */
gboolean sh_kiosk_speech_get_available (ShKioskSpeech *self);
/** Says @text in the language @code (as gettext writes it: pt_BR; the service hears pt-BR) with
 * @volume_percent, in place of what is being said. */
void sh_kiosk_speech_say (ShKioskSpeech *self,
                          const char *text,
                          const char *code,
                          double volume_percent);
/** Is silent at once. */
void sh_kiosk_speech_stop (ShKioskSpeech *self);

G_END_DECLS
