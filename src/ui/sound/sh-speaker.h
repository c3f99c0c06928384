/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Plays the sound of a probe through the machine's sound server, in a thread of its own. */
typedef struct _ShSpeaker ShSpeaker;

/** Is told in the main loop that there is no sound: no device, no server, or none in this build. */
typedef void (*ShSpeakerFailed) (const char *reason, gpointer user_data);

/** Whether the program was built with sound. */
gboolean sh_speaker_is_built (void);

/** Begins to play silence. Never waits for the device. @failed: is called at most once, and not
 * after sh_speaker_free(). Returns: (transfer full) */
ShSpeaker *sh_speaker_new (ShSpeakerFailed failed, gpointer user_data);
/** Falls silent and frees the speaker. */
void sh_speaker_free (ShSpeaker *speaker);
/** The speed that is heard from now on, + toward the heart. */
void sh_speaker_set_velocity (ShSpeaker *speaker, double velocity_cm_s);
