/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Asks that the screen is not blanked while the program runs: the session manager through GTK, and
 * the screen saver on the session bus. Says in the log when neither answers. Nothing has to be
 * taken back: both forget it when the program ends. */
void sh_kiosk_inhibit_blanking (GtkWindow *window);
