/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Binds the boolean property @from of @group's source to the state of @target, a switch, both
 * ways. A pressed switch changes when its knob has arrived, and forgets the press when it is told
 * its state meanwhile: so it is told only what it does not know. */
void sh_switch_bind (GBindingGroup *group, const char *from, GtkWidget *target);
