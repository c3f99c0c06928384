/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Makes what @revealer has folded away cost nothing: its child is visible only while it is shown
 * or on its way. GTK measures and styles a visible child that is folded away, all the same. */
void sh_folding_hide (GtkRevealer *revealer);

/** Makes what unfolds below @expander when it is unfolded for the first time: @make returns it,
 * (transfer floating), and @user_data has to live as long as @expander. */
void sh_folding_make_later (GtkExpander *expander,
                            GtkWidget *(*make) (gpointer user_data),
                            gpointer user_data);

/** Does what sh_folding_hide() does for all revealers below @root. */
void sh_folding_hide_below (GtkWidget *root);
