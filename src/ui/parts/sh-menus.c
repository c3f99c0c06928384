/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-menus.h"

#include <gtk/gtk.h>

#include "sh-config.h"

GMenu *
sh_menus_get (const char *id)
{
  static GtkBuilder *menus;

  if (menus == NULL)
    menus = gtk_builder_new_from_resource (SH_RESOURCE_PREFIX "/ui/menus.ui");
  return G_MENU (gtk_builder_get_object (menus, id));
}
