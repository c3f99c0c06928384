/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Lets all buttons at and below @root whose letter is underlined be called what is written on
 * them. GTK 4.8 calls them by their text with the mark in it, and by the label once more: "_Next
 * Next". */
void sh_mnemonic_names (GtkWidget *root);
