/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-sheets.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-kiosk-pages.h"

/* The words on the dark stand in the middle: a margin moves them by half of it. */
#define CLOSED_SHIFT 24

/* A sheet over everything with a text in its middle. */
static GtkWidget *
make_sheet (GtkOverlay *overlay, const char *css_class, GtkWidget *content)
{
  GtkWidget *sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (sheet, css_class);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (sheet), content);
  gtk_widget_set_visible (sheet, FALSE);
  gtk_overlay_add_overlay (overlay, sheet);
  return sheet;
}

static GtkWidget *
centred (const char *text, const char *css_class)
{
  GtkWidget *label = sh_kiosk_label (text, css_class);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

void
sh_kiosk_sheets_make (ShKioskSheets *sheets, GtkOverlay *overlay)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  sheets->countdown_label = centred ("", "countdown-number");
  gtk_widget_add_css_class (card, "countdown-card");
  gtk_box_append (GTK_BOX (card),
                  centred (C_ ("kiosk", "Are you still there?"), "countdown-title"));
  gtk_box_append (GTK_BOX (card), sheets->countdown_label);
  gtk_box_append (GTK_BOX (card),
                  centred (C_ ("kiosk", "Touch the screen anywhere to go on."), "lead"));
  sheets->countdown = make_sheet (overlay, "scrim", card);
  sheets->closed_label = centred ("", "closed-text");
  sheets->closed = make_sheet (overlay, "closed", sheets->closed_label);
}

void
sh_kiosk_sheets_set_countdown (ShKioskSheets *sheets, int seconds)
{
  g_autofree char *text = g_strdup_printf ("%d", seconds);

  gtk_label_set_text (GTK_LABEL (sheets->countdown_label), text);
  gtk_widget_set_visible (sheets->countdown, seconds > 0);
}

void
sh_kiosk_sheets_set_closed (ShKioskSheets *sheets, const char *text, double brightness)
{
  gtk_label_set_text (GTK_LABEL (sheets->closed_label), text != NULL ? text : "");
  gtk_widget_set_opacity (sheets->closed_label, brightness);
  gtk_widget_set_visible (sheets->closed, text != NULL);
}

void
sh_kiosk_sheets_set_shift (ShKioskSheets *sheets, int x, int y)
{
  gtk_widget_set_margin_start (sheets->closed_label, CLOSED_SHIFT * MAX (x, 0));
  gtk_widget_set_margin_end (sheets->closed_label, CLOSED_SHIFT * MAX (-x, 0));
  gtk_widget_set_margin_top (sheets->closed_label, CLOSED_SHIFT * MAX (y, 0));
  gtk_widget_set_margin_bottom (sheets->closed_label, CLOSED_SHIFT * MAX (-y, 0));
}
