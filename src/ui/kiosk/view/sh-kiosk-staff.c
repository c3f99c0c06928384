/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-staff.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-kiosk-pages.h"

#define GAP 6
#define USUAL_FROM_MIN (8 * 60)
#define USUAL_TO_MIN (18 * 60)

static GtkWidget *
digit_button (const char *digit)
{
  GtkWidget *button = sh_kiosk_button (NULL, digit, "staff.digit");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", digit);
  gtk_widget_add_css_class (button, "digit");
  return button;
}

static GtkWidget *
even_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_column_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  return grid;
}

static GtkWidget *
page_box (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  gtk_widget_add_css_class (page, "dock-page");
  return page;
}

GtkWidget *
sh_kiosk_page_pin (GtkWidget **shown, GtkWidget **message)
{
  static const char *const digits[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "0" };
  GtkWidget *page = page_box ();
  GtkWidget *pad = even_grid ();

  *shown = sh_kiosk_label ("", "pin");
  *message = sh_kiosk_label ("", "lead");
  gtk_widget_add_css_class (page, "pin-page");
  gtk_widget_set_halign (page, GTK_ALIGN_CENTER);
  gtk_grid_set_row_homogeneous (GTK_GRID (pad), TRUE);
  gtk_widget_set_vexpand (pad, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    gtk_grid_attach (GTK_GRID (pad), digit_button (digits[i]), i < 9 ? (int) i % 3 : 1, (int) i / 3,
                     1, 1);
  gtk_grid_attach (GTK_GRID (pad), sh_kiosk_button (NULL, C_ ("kiosk", "Erase"), "staff.erase"), 0,
                   3, 1, 1);
  gtk_grid_attach (GTK_GRID (pad), sh_kiosk_button (NULL, C_ ("kiosk", "Enter"), "staff.enter"), 2,
                   3, 1, 1);
  gtk_box_append (GTK_BOX (page), sh_kiosk_label (C_ ("kiosk", "Staff PIN"), "page-title"));
  gtk_box_append (GTK_BOX (page), *shown);
  gtk_box_append (GTK_BOX (page), *message);
  gtk_box_append (GTK_BOX (page), pad);
  gtk_box_append (GTK_BOX (page), sh_kiosk_button (NULL, C_ ("kiosk", "Cancel"), "staff.leave"));
  return page;
}

static GtkWidget *
hours_button (const char *text, const char *spoken, int day, char what, int steps)
{
  GtkWidget *button = sh_kiosk_button (NULL, text, "staff.hours");

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          g_variant_new ("(iyi)", day, (guchar) what, steps));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_add_css_class (button, "step");
  return button;
}

static const char *
day_name (int day)
{
  const char *const names[] = { C_ ("day", "Mon"), C_ ("day", "Tue"), C_ ("day", "Wed"),
                                C_ ("day", "Thu"), C_ ("day", "Fri"), C_ ("day", "Sat"),
                                C_ ("day", "Sun") };

  return names[day];
}

static void
attach_time (GtkWidget *grid, int day, int column, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
  GtkWidget *label = sh_kiosk_label (text, "numeric");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_grid_attach (GTK_GRID (grid), label, column, day, 1, 1);
}

static void
attach_day (GtkWidget *grid, const ShKioskHours *hours, int day)
{
  int from_min, to_min;
  gboolean open = sh_kiosk_hours_day (hours, day, &from_min, &to_min);

  gtk_grid_attach (GTK_GRID (grid), sh_kiosk_label (day_name (day), "need"), 0, day, 1, 1);
  gtk_grid_attach (GTK_GRID (grid),
                   hours_button (open ? C_ ("kiosk", "Open") : C_ ("kiosk", "Closed"),
                                 day_name (day), day, 'x', 0),
                   1, day, 2, 1);
  if (!open)
    return;
  gtk_grid_attach (GTK_GRID (grid), hours_button ("−", C_ ("kiosk", "Open earlier"), day, 'f', -1),
                   3, day, 1, 1);
  attach_time (grid, day, 4, from_min);
  gtk_grid_attach (GTK_GRID (grid), hours_button ("+", C_ ("kiosk", "Open later"), day, 'f', 1), 5,
                   day, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), hours_button ("−", C_ ("kiosk", "Close earlier"), day, 't', -1),
                   6, day, 1, 1);
  attach_time (grid, day, 7, to_min);
  gtk_grid_attach (GTK_GRID (grid), hours_button ("+", C_ ("kiosk", "Close later"), day, 't', 1), 8,
                   day, 1, 1);
}

static char *
count_text (const ShKioskStaffFacts *facts, const char *since, ShKioskCount count)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT,
                          sh_kiosk_counts_since (facts->counts, since, count));
}

static char *
counts_text (const ShKioskStaffFacts *facts, const char *since)
{
  g_autofree char *visits = count_text (facts, since, SH_KIOSK_COUNT_VISITS);
  g_autofree char *lessons = count_text (facts, since, SH_KIOSK_COUNT_LESSONS);
  g_autofree char *touches = count_text (facts, since, SH_KIOSK_COUNT_TOUCHES);

  /* Translators: three numbers. */
  return g_strdup_printf (C_ ("kiosk", "Visits: %s, lessons finished: %s, touches: %s"), visits,
                          lessons, touches);
}

static void
attach_counts (
    GtkWidget *grid, int row, const char *head, const ShKioskStaffFacts *facts, const char *since)
{
  g_autofree char *text = counts_text (facts, since);
  GtkWidget *label = sh_kiosk_label (text, "numeric");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), sh_kiosk_label (head, "need"), 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
}

static GtkWidget *
counts_of (const ShKioskStaffFacts *facts)
{
  GtkWidget *grid;

  if (facts->counts == NULL)
    return sh_kiosk_label (C_ ("kiosk", "Nothing is counted."), "lead");
  grid = even_grid ();
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), FALSE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3 * GAP);
  attach_counts (grid, 0, C_ ("kiosk", "Today"), facts, facts->today);
  attach_counts (grid, 1, C_ ("kiosk", "Seven days"), facts, facts->week);
  attach_counts (grid, 2, C_ ("kiosk", "In all"), facts, "");
  return grid;
}

static GtkWidget *
ways_out (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row),
                  sh_kiosk_button (NULL, C_ ("kiosk", "Back to the kiosk"), "staff.leave"));
  gtk_box_append (
      GTK_BOX (row),
      sh_kiosk_button (NULL, C_ ("kiosk", "Read the configuration again"), "staff.reload"));
  gtk_box_append (GTK_BOX (row),
                  sh_kiosk_button (NULL, C_ ("kiosk", "End the program"), "staff.exit"));
  return row;
}

static GtkWidget *
page_button (const char *text, const char *page)
{
  GtkWidget *button = sh_kiosk_button (NULL, text, "staff.page");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  return button;
}

GtkWidget *
sh_kiosk_page_hours (const ShKioskHours *hours)
{
  GtkWidget *page = page_box ();
  GtkWidget *days = even_grid ();

  for (int day = 0; day < 7; day++)
    attach_day (days, hours, day);
  gtk_box_append (GTK_BOX (page), sh_kiosk_label (C_ ("kiosk", "Opening hours"), "page-title"));
  gtk_box_append (GTK_BOX (page), days);
  gtk_box_append (GTK_BOX (page), page_button (C_ ("kiosk", "Back"), "staff"));
  return page;
}

GtkWidget *
sh_kiosk_page_staff (const ShKioskStaffFacts *facts)
{
  GtkWidget *page = page_box ();
  g_autofree char *configuration = NULL;

  gtk_box_append (GTK_BOX (page), sh_kiosk_label (C_ ("kiosk", "Staff"), "page-title"));
  gtk_box_append (GTK_BOX (page), ways_out ());
  gtk_box_append (GTK_BOX (page), page_button (C_ ("kiosk", "Opening hours"), "hours"));
  gtk_box_append (GTK_BOX (page), counts_of (facts));
  /* Translators: the version, the path of a file or a dash, a number of mistakes. */
  configuration = g_strdup_printf (
      C_ ("kiosk", "Version %s. Configuration: %s. Mistakes in it: %u (see the log)."), SH_VERSION,
      facts->config_path != NULL ? facts->config_path : "–", facts->problems);
  gtk_box_append (GTK_BOX (page), sh_kiosk_label (configuration, "education"));
  return page;
}

void
sh_kiosk_staff_change_hours (ShKioskHours *hours, int day, char what, int steps)
{
  int from_min, to_min;
  gboolean open = sh_kiosk_hours_day (hours, day, &from_min, &to_min);

  if (what == 'x')
    {
      sh_kiosk_hours_set_day (hours, day, open ? -1 : USUAL_FROM_MIN, USUAL_TO_MIN);
      return;
    }
  if (!open)
    return;
  if (what == 'f')
    from_min =
        CLAMP (from_min + steps * SH_KIOSK_HOURS_STEP_MIN, 0, to_min - SH_KIOSK_HOURS_STEP_MIN);
  else
    to_min = CLAMP (to_min + steps * SH_KIOSK_HOURS_STEP_MIN, from_min + SH_KIOSK_HOURS_STEP_MIN,
                    SH_KIOSK_DAY_MIN);
  if (from_min >= 0 && from_min < to_min)
    sh_kiosk_hours_set_day (hours, day, from_min, to_min);
}
