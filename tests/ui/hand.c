/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hand.h"

#include "sh-application.h"
#include "sh-paper-window.h"
#include "sh-presenter.h"

int hand_actions;

void
hand_wait_s (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static GtkApplication *
the_application (void)
{
  static GtkApplication *application;

  if (application == NULL)
    {
      ShApplicationOptions options = { 0 };

      application = GTK_APPLICATION (sh_application_new (&options));
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

void
hand_set_up (Hand *hand, gconstpointer data)
{
  hand->application = the_application ();
  g_application_activate (G_APPLICATION (hand->application));
  hand->window = SH_WINDOW (gtk_application_get_active_window (hand->application));
  hand->session = sh_window_get_session (hand->window);
  hand_wait_s (0.3);
}

void
hand_tear_down (Hand *hand, gconstpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SH_IS_PAPER (l->data) || SH_IS_PRESENTER (l->data))
      gtk_window_destroy (l->data);
  gtk_window_destroy (GTK_WINDOW (hand->window));
  hand_wait_s (0.1);
}

/* The text that stands on a button, wherever in it. */
gboolean
hand_says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (hand_says (child, text))
      return TRUE;
  return FALSE;
}

GtkWidget *
hand_find (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if ((GTK_IS_BUTTON (widget) || GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget)) &&
      hand_says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = hand_find (child, text);
  return found;
}

/* One action of the hand. */
void
hand_press (Hand *hand, const char *text)
{
  GtkWidget *button = hand_find (GTK_WIDGET (hand->window), text);

  if (button == NULL)
    g_error ("no \"%s\" on the screen", text);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  /* A button that is activated waits a quarter of a second; a finger does not. */
  if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked");
  else
    gtk_widget_activate (button);
  hand_actions++;
  hand_wait_s (0.25);
}

/* A slow machine takes its time; the end is against hangs. */
void
hand_wait_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  for (int i = 0; i < 600 && !is_so (data); i++)
    hand_wait_s (0.1);
  g_assert_true (is_so (data));
}
