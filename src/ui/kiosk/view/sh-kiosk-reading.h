/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Appends all that can be read below @widget at present to @text, in the order in which it stands
 * there, each text as a line that ends like a sentence: for a voice, which then makes a pause. */
void sh_kiosk_reading_collect (GtkWidget *widget, GString *text);
