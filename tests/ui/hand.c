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

/* A closed window leaves nothing behind. */
void
hand_leave_nothing (Hand *hand, gconstpointer data)
{
  gpointer window = hand->window, session = hand->session;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  g_object_add_weak_pointer (G_OBJECT (session), &session);
  gtk_window_destroy (GTK_WINDOW (hand->window));
  hand_wait_s (0.1);
  g_assert_null (window);
  g_assert_null (session);
}

/* The first visible label under @widget that contains @text; NULL when there is none. */
GtkWidget *
hand_find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = hand_find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
hand_activate (Hand *hand, const char *name, GVariant *parameter)
{
  GtkWidget *widget = GTK_WIDGET (hand->window);

  g_assert_true (gtk_widget_activate_action_variant (widget, name, parameter));
}

/* Turns every toggle on that has @text as its label or tooltip. */
void
hand_toggle (GtkWidget *widget, const char *text)
{
  const char *tip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0 ||
       g_strcmp0 (tip, text) == 0))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hand_toggle (child, text);
}

/* A window that stands before the main one; NULL when there is none. */
GtkWindow *
hand_other_window (Hand *hand)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (hand->window) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

GtkWidget *
hand_find_tip (GtkWidget *widget, const char *tip)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = hand_find_tip (child, tip);
  return found;
}
