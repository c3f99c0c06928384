/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-reading.h"

#include <string.h>

static void
append_sentence (GString *text, const char *sentence)
{
  const char *end = g_utf8_find_prev_char (sentence, sentence + strlen (sentence));
  gboolean ended = end != NULL && g_unichar_ispunct (g_utf8_get_char (end));

  if (sentence[0] != '\0')
    g_string_append_printf (text, ended ? "%s\n" : "%s.\n", sentence);
}

void
sh_kiosk_reading_collect (GtkWidget *widget, GString *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      if (GTK_IS_LABEL (child))
        append_sentence (text, gtk_label_get_text (GTK_LABEL (child)));
      else
        sh_kiosk_reading_collect (child, text);
    }
}
