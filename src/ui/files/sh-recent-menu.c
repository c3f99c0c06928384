/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-recent-menu.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* How the desktop's list knows which files are ours. */
#define APPLICATION "Second Heart"
#define MOST_FILES 8

void
sh_recent_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = { .mime_type = (char *) "text/plain",
                         .app_name = (char *) APPLICATION,
                         .app_exec = (char *) "second-heart %f" };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* An underscore in a name is a letter, not the mark of a key. */
static char *
menu_label (GtkRecentInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);

  return g_strjoinv ("__", parts);
}

static gboolean
append_file (GMenu *menu, GtkRecentInfo *info)
{
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (path == NULL || !gtk_recent_info_has_application (info, APPLICATION) ||
      !g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_utf8_validate (path, -1, NULL))
    return FALSE;
  label = menu_label (info);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.open-recent", "s", path);
  g_menu_append_item (menu, item);
  return TRUE;
}

void
sh_recent_fill_menu (GMenu *menu)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  int n = 0;

  infos = g_list_sort (infos, newest_first);
  g_menu_remove_all (menu);
  for (GList *link = infos; link != NULL && n < MOST_FILES; link = link->next)
    n += append_file (menu, link->data) ? 1 : 0;
  if (n == 0)
    g_menu_append (menu, C_ ("menu", "No file yet"), "win.no-file");
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}
