/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** The name of a language in that language itself, such as "Español"; the code when it is not
 * known. Returns: (transfer none) */
const char *sh_kiosk_language_name (const char *code);

/** Has to come before the first text of the program is translated: GLib decides then, once and for
 * all, whether there are translations, and in the kiosk's first language there may be none. */
void sh_kiosk_language_prepare (void);

/** Makes the program speak the language @code from now on, with its direction of writing. What is
 * already on the screen stays as it is and has to be made again. Call it once before any thread
 * runs: later calls only exchange a value that exists. */
void sh_kiosk_language_use (const char *code);
