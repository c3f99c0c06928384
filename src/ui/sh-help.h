/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Shows the help: its pages in the desktop's browser where they are installed or stand in the
 * build folder, or in a help browser where there is one; otherwise the manual page, in a window. */
void sh_help_show (GtkWindow *parent);
