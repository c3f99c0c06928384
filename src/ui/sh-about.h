/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Shows what the program is, what it is not, its licence, and the papers behind its numbers. */
void sh_about_show (GtkWindow *parent);
