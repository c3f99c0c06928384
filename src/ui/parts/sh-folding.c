/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-folding.h"

#include "sh-symbol.h"

static void
follow (GtkRevealer *revealer)
{
  GtkWidget *child = gtk_revealer_get_child (revealer);

  if (child != NULL)
    gtk_widget_set_visible (child, gtk_revealer_get_reveal_child (revealer) ||
                                       gtk_revealer_get_child_revealed (revealer));
}

void
sh_folding_hide (GtkRevealer *revealer)
{
  g_return_if_fail (GTK_IS_REVEALER (revealer));

  g_signal_connect (revealer, "notify::reveal-child", G_CALLBACK (follow), NULL);
  g_signal_connect (revealer, "notify::child-revealed", G_CALLBACK (follow), NULL);
  follow (revealer);
}

typedef struct
{
  GtkWidget *(*make) (gpointer user_data);
  gpointer user_data;
} Promise;

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, Promise *promise)
{
  GtkWidget *child;

  if (gtk_expander_get_child (expander) != NULL || !gtk_expander_get_expanded (expander))
    return;
  child = promise->make (promise->user_data);
  sh_symbol_replace_icons (child);
  gtk_expander_set_child (expander, child);
}

void
sh_folding_make_later (GtkExpander *expander,
                       GtkWidget *(*make) (gpointer user_data),
                       gpointer user_data)
{
  Promise *promise;

  g_return_if_fail (GTK_IS_EXPANDER (expander));
  g_return_if_fail (make != NULL);

  promise = g_new (Promise, 1);
  *promise = (Promise){ make, user_data };
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), promise,
                         (GClosureNotify) (GCallback) g_free, (GConnectFlags) 0);
}

void
sh_folding_hide_below (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_REVEALER (root))
    sh_folding_hide (GTK_REVEALER (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sh_folding_hide_below (child);
}
