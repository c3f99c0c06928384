/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Makes what @revealer has folded away cost nothing: its child is visible only while it is shown
 * or on its way. GTK measures and styles a visible child that is folded away, all the same. */
void sh_folding_hide (GtkRevealer *revealer);

/** The same for all revealers below @root. */
void sh_folding_hide_below (GtkWidget *root);
