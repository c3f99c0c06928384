/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * One of the program's own symbolic icons, drawn from its outlines in the colour of the text beside
 * it, sharp at every size.
 *
 * GTK 4.8 reads a symbolic SVG four times over before it shows it, each icon in a thread of its
 * own: for the two dozen of the window that was as much work as the whole of an empty window.
 */
#define SH_TYPE_SYMBOL (sh_symbol_get_type ())
G_DECLARE_FINAL_TYPE (ShSymbol, sh_symbol, SH, SYMBOL, GObject)

/** The symbol of an icon's name, such as `sh-undo-symbolic`; NULL when it is not one of the
 * program's own. It is drawn as large as its place. Returns: (transfer full) (nullable) */
GdkPaintable *sh_symbol_new (const char *icon_name);

/** Makes all images below @root that name an icon of the program's own show the symbol instead, now
 * and whenever they are given another name. */
void sh_symbol_replace_icons (GtkWidget *root);
