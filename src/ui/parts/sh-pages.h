/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Pages of a GtkStack that are made when they are turned to for the first time: what nobody has
 * looked at costs neither time at the start nor memory. */

/** Makes a page. Returns: (transfer floating) */
typedef GtkWidget *(*ShPageMaker) (gpointer user_data);

/** Promises a page. @user_data has to live as long as @stack. */
void sh_pages_add (GtkStack *stack, const char *name, ShPageMaker make, gpointer user_data);

/** Turns to a page and makes it if need be; the program's icons in it become symbols. FALSE when
 * there is no page of that name. */
gboolean sh_pages_show (GtkStack *stack, const char *name);

/** The page if it was made, else NULL. Returns: (transfer none) (nullable) */
GtkWidget *sh_pages_get_made (GtkStack *stack, const char *name);
