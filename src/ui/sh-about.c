/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-about.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-story.h"

/* Adds a source that is not there yet. */
static void
add_source (GPtrArray *sources, const char *source)
{
  if (source != NULL && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
    g_ptr_array_add (sources, (gpointer) source);
}

/* The papers behind the numbers that people are shown, as the number cards name them. */
static GPtrArray *
gather_sources (void)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (int i = 0; i < SH_N_NUMBERS; i++)
    {
      ShNumberCard card;

      sh_number_card ((ShNumber) i, &card);
      add_source (sources, card.source);
    }
  for (int i = 0; i < SH_N_PRESSURE_MARKS; i++)
    {
      ShPressureMark mark;

      sh_pressure_mark (i, &mark);
      add_source (sources, mark.source);
    }
  g_ptr_array_add (sources, NULL);
  return sources;
}

/* The program's own picture, which a program that is not installed has as well. */
#define LOGO_SIZE 128

static GdkPaintable *
load_logo (GtkWindow *parent)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" SH_RESOURCE_PREFIX "/logo.svg");

  return GDK_PAINTABLE (gtk_icon_paintable_new_for_file (
      file, LOGO_SIZE, gtk_widget_get_scale_factor (GTK_WIDGET (parent))));
}

void
sh_about_show (GtkWindow *parent)
{
  static const char *const authors[] = { "The Second Heart authors", NULL };
  g_autoptr (GPtrArray) sources = gather_sources ();
  g_autoptr (GdkPaintable) logo = load_logo (parent);
  /* Translators: %s is the caution that this is a simplified model and no diagnosis. */
  g_autofree char *comments = g_strdup_printf (
      C_ ("about", "How the calf muscle pump returns blood from the leg, and why it fails.\n\n%s"),
      sh_caution_education ());
  GtkWidget *dialog =
      g_object_new (GTK_TYPE_ABOUT_DIALOG, "transient-for", parent, "modal", TRUE, "program-name",
                    C_ ("about", "Second Heart"), "logo", logo, "version", SH_VERSION, "comments",
                    comments, "copyright", C_ ("about", "© The Second Heart authors"),
                    "license-type", GTK_LICENSE_GPL_3_0, "authors", authors, NULL);

  gtk_about_dialog_add_credit_section (GTK_ABOUT_DIALOG (dialog),
                                       C_ ("about", "Sources of the numbers"),
                                       (const char **) sources->pdata);
  gtk_window_present (GTK_WINDOW (dialog));
}
