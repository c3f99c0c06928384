/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** A size of the window and of its text. */
typedef struct
{
  int width;
  int height;
  double text_size;
} FitsCase;

/** How many texts did not fit since this was set to 0. */
extern int fits_mistakes;

/** Lets the program live on. */
void fits_wait_s (double seconds);

/** Looks at all labels that are shown below @root, and tells of those that are cut off, shortened
 * with dots, outside of what shows them, or over each other, and of rings around the focus that
 * would be cut off. Returns: how many texts there are. */
guint fits_check_texts (const FitsCase *at, GtkWidget *root);

/** The same when the last change has been drawn. Fails the test. */
void fits_check_calm (const FitsCase *at, GtkWidget *root);
