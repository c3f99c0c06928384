/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-first-frame.h"

typedef struct
{
  void (*then) (GtkWidget *widget);
} Wait;

gboolean
sh_first_frame_is_past (GtkWidget *widget)
{
  GdkFrameClock *clock;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), TRUE);

  clock = gtk_widget_get_frame_clock (widget);
  return clock == NULL || gdk_frame_clock_get_frame_counter (clock) >= 1;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (!sh_first_frame_is_past (widget))
    return G_SOURCE_CONTINUE;
  ((Wait *) user_data)->then (widget);
  return G_SOURCE_REMOVE;
}

guint
sh_first_frame_then (GtkWidget *widget, void (*then) (GtkWidget *widget))
{
  Wait *wait;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  wait = g_new (Wait, 1);
  wait->then = then;
  return gtk_widget_add_tick_callback (widget, tick_cb, wait, g_free);
}
