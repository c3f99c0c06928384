/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-help.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-renderer.h"

#define FIRST_PAGE "index.html"

/* The data folder of the build folder that the running program stands in. */
static char *
built_data (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  if (folder == NULL || !g_str_has_suffix (folder, "/src/cli"))
    return NULL;
  return g_build_filename (folder, "..", "..", "data", NULL);
}

/* The first page of the help: in the build folder the program stands in, or where it was installed,
 * beside the folder of its data. NULL when it is nowhere. */
static char *
find_page (const char *built)
{
  g_autofree char *beside =
      built != NULL ? g_build_filename (built, "help", "help", FIRST_PAGE, NULL) : NULL;
  g_autofree char *installed =
      g_build_filename (SH_DATA_DIR, "..", "doc", SH_GETTEXT_DOMAIN, "help", FIRST_PAGE, NULL);

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_REGULAR))
    return g_canonicalize_filename (beside, NULL);
  if (g_file_test (installed, G_FILE_TEST_IS_REGULAR))
    return g_canonicalize_filename (installed, NULL);
  return NULL;
}

static GtkWidget *
make_text (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "selectable", TRUE, "xalign", 0.0, "yalign",
                       0.0, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom",
                       18, "css-classes", (const char *[]){ "monospace", NULL }, NULL);
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

static void
show_text (GtkWindow *parent, const char *text)
{
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", make_text (text), "focusable", TRUE, NULL);
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "destroy-with-parent",
                                    TRUE, "title", C_ ("help", "Manual"), "default-width", 760,
                                    "default-height", 640, "child", scroller, NULL);

  close_on_escape (window);
  /* Not the text, all of which would be marked. */
  gtk_window_set_focus (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
}

/* `man` has laid the page out. Bold letters come without their marks: GROFF_NO_SGR and col are not
 * needed because a pipe gets plain letters with MAN_KEEP_FORMATTING unset. */
static void
man_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autofree char *text = NULL;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, &text, NULL, NULL);
  if (text == NULL || text[0] == '\0')
    show_text (parent, C_ ("help", "The manual could not be shown: this machine has no program "
                                   "\"man\", or the manual is not installed."));
  else
    show_text (parent, text);
}

static void
show_manual (GtkWindow *parent, const char *data)
{
  g_autofree char *built = data != NULL ? g_build_filename (data, "second-heart.1", NULL) : NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) man = NULL;

  g_subprocess_launcher_setenv (launcher, "MANWIDTH", "84", TRUE);
  g_subprocess_launcher_setenv (launcher, "MANPAGER", "cat", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "MAN_KEEP_FORMATTING");
  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_REGULAR))
    man = g_subprocess_launcher_spawn (launcher, NULL, "man", "-l", built, NULL);
  else
    man = g_subprocess_launcher_spawn (launcher, NULL, "man", "second-heart", NULL);
  if (man != NULL)
    g_subprocess_communicate_utf8_async (man, NULL, NULL, man_cb, g_object_ref (parent));
  else
    show_text (parent, C_ ("help", "The manual could not be shown: this machine has no program "
                                   "\"man\", or the manual is not installed."));
}

/* What a help browser reads, where it was installed and there is one; else NULL. */
static char *
find_help_uri (void)
{
  g_autofree char *pages =
      g_build_filename (SH_DATA_DIR, "..", "help", "C", SH_GETTEXT_DOMAIN, "index.page", NULL);
  g_autoptr (GAppInfo) browser = g_app_info_get_default_for_uri_scheme ("help");

  if (browser == NULL || !g_file_test (pages, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_strdup ("help:" SH_GETTEXT_DOMAIN);
}

/* Without a program for the pages there is still the manual, which needs none. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  g_message ("The help could not be opened: %s", error->message);
  data = built_data ();
  show_manual (parent, data);
}

static void
show_page (GtkWindow *parent, const char *uri)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);

  sh_renderer_leave_out (G_APP_LAUNCH_CONTEXT (context));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, shown_cb,
                                           g_object_ref (parent));
}

void
sh_help_show (GtkWindow *parent)
{
  g_autofree char *data = built_data ();
  g_autofree char *uri = data == NULL ? find_help_uri () : NULL;
  g_autofree char *page = uri == NULL ? find_page (data) : NULL;

  if (page != NULL)
    uri = g_filename_to_uri (page, NULL, NULL);
  if (uri == NULL)
    show_manual (parent, data);
  else
    show_page (parent, uri);
}
