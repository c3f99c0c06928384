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

/* A GtkStack asks its page how narrow it could be in the height that it gets, which sets every text
 * of the page in a dozen widths. This layout of the page's only child answers with the width that
 * it needs in any height. */
#define SH_TYPE_PAGE_LAYOUT (sh_page_layout_get_type ())
G_DECLARE_FINAL_TYPE (ShPageLayout, sh_page_layout, SH, PAGE_LAYOUT, GtkLayoutManager)

struct _ShPageLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ShPageLayout, sh_page_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
sh_page_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *page)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sh_page_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *page,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (page);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation,
                        orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                        NULL, NULL);
}

static void
sh_page_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *page, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (page);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
sh_page_layout_class_init (ShPageLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = sh_page_layout_get_request_mode;
  layout_class->measure = sh_page_layout_measure;
  layout_class->allocate = sh_page_layout_allocate;
}

static void
sh_page_layout_init (ShPageLayout *self)
{
}

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
  if (GTK_IS_BIN_LAYOUT (gtk_widget_get_layout_manager (page)))
    gtk_widget_set_layout_manager (page, g_object_new (SH_TYPE_PAGE_LAYOUT, NULL));
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
