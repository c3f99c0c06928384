/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-pages.h"

#include "sh-symbol.h"

#define DATA_KEY "sh-pages"

typedef struct
{
  ShPageMaker make;
  gpointer user_data;
} Promise;

/* The promises of a stack that are not yet kept, by name. */
static GHashTable *
promises_of (GtkStack *stack)
{
  GHashTable *promises = g_object_get_data (G_OBJECT (stack), DATA_KEY);

  if (promises == NULL)
    {
      promises = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (stack), DATA_KEY, promises,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return promises;
}

void
sh_pages_add (GtkStack *stack, const char *name, ShPageMaker make, gpointer user_data)
{
  Promise *promise;

  g_return_if_fail (GTK_IS_STACK (stack));
  g_return_if_fail (name != NULL && make != NULL);

  promise = g_new (Promise, 1);
  *promise = (Promise){ make, user_data };
  g_hash_table_insert (promises_of (stack), g_strdup (name), promise);
}

static void
keep (GtkStack *stack, const char *name)
{
  Promise *promise = g_hash_table_lookup (promises_of (stack), name);
  GtkWidget *page;

  if (promise == NULL)
    return;
  page = promise->make (promise->user_data);
  sh_symbol_replace_icons (page);
  gtk_stack_add_named (stack, page, name);
  g_hash_table_remove (promises_of (stack), name);
}

gboolean
sh_pages_show (GtkStack *stack, const char *name)
{
  g_return_val_if_fail (GTK_IS_STACK (stack), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  keep (stack, name);
  if (sh_pages_get_made (stack, name) == NULL)
    return FALSE;
  gtk_stack_set_visible_child_name (stack, name);
  return TRUE;
}

GtkWidget *
sh_pages_get_made (GtkStack *stack, const char *name)
{
  g_return_val_if_fail (GTK_IS_STACK (stack), NULL);

  return gtk_stack_get_child_by_name (stack, name);
}
