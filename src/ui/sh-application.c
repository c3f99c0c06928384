/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-application.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "sh-about.h"
#include "sh-appearance.h"
#include "sh-preferences-window.h"
#include "sh-preferences.h"
#include "sh-session.h"
#include "sh-tooltips.h"
#include "sh-ui-resources.h"
#include "sh-window.h"

/* From here on memory is taken as for a picture. */
#define PICTURE_BYTES (256 * 1024)

struct _ShApplication
{
  GtkApplication parent_instance;

  ShScenario first;
  gboolean has_first;
  char *path;
  char *problem;
  void (*opened) (GtkWindow *window, gpointer user_data);
  gpointer opened_data;
  ShPreferences *preferences;
  ShAppearance *appearance;
};

G_DEFINE_FINAL_TYPE (ShApplication, sh_application, GTK_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  sh_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ShApplication *self = SH_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *window = sh_preferences_window_new (parent, self->preferences);

  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* A window with changes asks first and stays; the program ends with its last window. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (GTK_WINDOW (link->data));
}

static void
add_actions (ShApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const struct
  {
    const char *action;
    const char *keys[3]; /* with the NULL behind the last */
  } shortcuts[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.fullscreen", { "F11" } },
    { "win.read-caption", { "F2" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "win.help", { "F1" } },
    { "win.new", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.export", { "<Control>e" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "window.close", { "<Control>w" } },
    { "session.step-back", { "comma" } },
    { "session.step-forward", { "period" } },
    { "session.reset", { "<Control>r" } },
    { "session.leaky", { "<Control>l" } },
    { "session.inactive", { "<Control>i" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           shortcuts[i].keys);
}

/* GTK asks the locale for the direction of writing, which says nothing when only LANGUAGE names
 * the reader's language; so the translation itself tells. */
static void
set_direction (void)
{
  /* Translators: "default:RTL" for a language that is written from right to left, else
   * "default:LTR". Nothing else is understood. */
  const char *direction = C_ ("direction of writing", "default:LTR");

  gtk_widget_set_default_direction (g_str_equal (direction, "default:RTL") ? GTK_TEXT_DIR_RTL
                                                                           : GTK_TEXT_DIR_LTR);
}

/* Pictures come and go in sizes from kilobytes to megabytes, and some in a worker. Left to itself
 * the C library keeps what was freed of them between what is still used; so they are mapped, and
 * what goes is given back. Other libraries than GNU's have no such setting. */
static void
give_memory_back (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, PICTURE_BYTES);
  mallopt (M_TRIM_THRESHOLD, PICTURE_BYTES);
  mallopt (M_ARENA_MAX, 2);
#endif
}

static void
sh_application_startup (GApplication *application)
{
  ShApplication *self = SH_APPLICATION (application);

  give_memory_back ();
  sh_ui_register_resources ();
  G_APPLICATION_CLASS (sh_application_parent_class)->startup (application);
  set_direction ();
  sh_tooltips_watch ();
  self->preferences = sh_preferences_new ();
  self->appearance = sh_appearance_new (gdk_display_get_default (), self->preferences);
  add_actions (self);
}

static void
sh_application_activate (GApplication *application)
{
  ShApplication *self = SH_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      g_autoptr (ShSession) session = sh_session_new (self->has_first ? &self->first : NULL);

      window = GTK_WINDOW (sh_window_new (GTK_APPLICATION (self), session, self->preferences,
                                          self->appearance, self->path));
      if (self->problem != NULL)
        sh_files_tell (sh_window_get_files (SH_WINDOW (window)), self->problem);
      if (self->opened != NULL)
        self->opened (window, self->opened_data);
    }
  gtk_window_present (window);
}

static void
sh_application_finalize (GObject *object)
{
  ShApplication *self = SH_APPLICATION (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_object (&self->appearance);
  g_clear_object (&self->preferences);
  G_OBJECT_CLASS (sh_application_parent_class)->finalize (object);
}

static void
sh_application_class_init (ShApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sh_application_finalize;
  application_class->startup = sh_application_startup;
  application_class->activate = sh_application_activate;
}

static void
sh_application_init (ShApplication *self)
{
}

ShApplication *
sh_application_new (const ShApplicationOptions *options)
{
  /* Several windows may stand side by side, each on its own, so the program is not unique. */
  ShApplication *self =
      g_object_new (SH_TYPE_APPLICATION, "application-id", SH_APP_ID, "flags",
                    G_APPLICATION_NON_UNIQUE, "resource-base-path", SH_RESOURCE_PREFIX, NULL);

  self->has_first = options->scenario != NULL;
  if (self->has_first)
    self->first = *options->scenario;
  self->path = g_strdup (options->path);
  self->problem = g_strdup (options->problem);
  self->opened = options->opened;
  self->opened_data = options->opened_data;
  return self;
}

gboolean
sh_ui_display_available (void)
{
  return gtk_init_check ();
}

void
sh_ui_register_resources (void)
{
  g_resources_register (sh_ui_get_resource ());
}

int
sh_application_run (const ShApplicationOptions *options)
{
  g_autoptr (ShApplication) application = sh_application_new (options);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}
