/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-inhibit.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define SAVER_NAME "org.freedesktop.ScreenSaver"
#define SAVER_PATH "/org/freedesktop/ScreenSaver"
#define ANSWER_MS 5000

static const char *
reason (void)
{
  return C_ ("kiosk", "The waiting-room kiosk is running");
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean session_answered = GPOINTER_TO_INT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL || session_answered)
    g_message ("The screen will not be blanked: asked the %s",
               reply == NULL
                   ? "session"
                   : (session_answered ? "session and the screen saver" : "screen saver"));
  else
    g_message ("Nobody could be asked not to blank the screen (%s); cage never does by itself",
               error->message);
}

static gboolean
has_owner (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", name), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL,
      NULL);
  gboolean owned = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);
  return owned;
}

/* GTK asks a session manager, and where there is none it asks a portal that may not know the
 * question, and warns; so it is only called where there is somebody to answer. */
static gboolean
ask_session (GDBusConnection *bus, GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  if (application == NULL ||
      (!has_owner (bus, "org.gnome.SessionManager") && !has_owner (bus, "org.xfce.SessionManager")))
    return FALSE;
  return gtk_application_inhibit (application, window, GTK_APPLICATION_INHIBIT_IDLE, reason ()) !=
         0;
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    {
      g_message ("Nobody could be asked not to blank the screen: %s", error->message);
      return;
    }
  g_dbus_connection_call (bus, SAVER_NAME, SAVER_PATH, SAVER_NAME, "Inhibit",
                          g_variant_new ("(ss)", "Second Heart", reason ()), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, answered_cb,
                          GINT_TO_POINTER (ask_session (bus, window)));
}

void
sh_kiosk_inhibit_blanking (GtkWindow *window)
{
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, g_object_ref (window));
}
