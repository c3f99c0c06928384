/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-pages.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-cautions.h"
#include "sh-facts.h"
#include "sh-kiosk-badges.h"
#include "sh-kiosk-language.h"
#include "sh-names.h"

#define GAP 8

GtkWidget *
sh_kiosk_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
box (GtkOrientation orientation, const char *css_class)
{
  GtkWidget *result = gtk_box_new (orientation, GAP);

  if (css_class != NULL)
    gtk_widget_add_css_class (result, css_class);
  return result;
}

static GtkWidget *
button_content (const char *icon, const char *text)
{
  GtkWidget *content = box (GTK_ORIENTATION_HORIZONTAL, NULL);
  GtkWidget *label = sh_kiosk_label (text, NULL);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (content), image);
    }
  else
    {
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
    }
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (content), label);
  return content;
}

static void
set_up_button (GtkWidget *button, const char *icon, const char *text, const char *action)
{
  gtk_button_set_child (GTK_BUTTON (button), button_content (icon, text));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "large");
}

GtkWidget *
sh_kiosk_button (const char *icon, const char *text, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  set_up_button (button, icon, text, action);
  return button;
}

/* A button that stays pressed while the action has its value. */
static GtkWidget *
toggle (const char *icon, const char *text, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_toggle_button_new ();

  set_up_button (button, icon, text, action);
  if (target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

static GtkWidget *
grid (void)
{
  GtkWidget *result = gtk_grid_new ();

  gtk_grid_set_row_homogeneous (GTK_GRID (result), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (result), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (result), GAP);
  gtk_grid_set_column_spacing (GTK_GRID (result), GAP);
  gtk_widget_set_vexpand (result, TRUE);
  gtk_widget_set_hexpand (result, TRUE);
  return result;
}

GtkWidget *
sh_kiosk_page_attract (void)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "attract-page");
  GtkWidget *begin = sh_kiosk_button (NULL, C_ ("kiosk", "Touch to begin"), "kiosk.begin");

  gtk_widget_add_css_class (begin, "begin");
  gtk_widget_set_halign (begin, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (begin, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (begin, TRUE);
  gtk_box_append (GTK_BOX (page), begin);
  return page;
}

static GtkWidget *
tile (const char *icon, const char *title, const char *page)
{
  GtkWidget *button = sh_kiosk_button (icon, title, "kiosk.page");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  gtk_widget_add_css_class (button, "tile");
  return button;
}

GtkWidget *
sh_kiosk_page_home (gboolean with_lessons)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "dock-page");
  GtkWidget *tiles = grid ();
  int n, place = 0;
  const ShKioskChoice *choices = sh_kiosk_choices (&n);

  gtk_box_append (GTK_BOX (page),
                  sh_kiosk_label (C_ ("kiosk", "What would you like to see?"), "page-title"));
  for (int i = 0; i < n; i++, place++)
    gtk_grid_attach (GTK_GRID (tiles),
                     tile (choices[i].icon, sh_kiosk_text (choices[i].title), choices[i].name),
                     place % 2, place / 2, 1, 1);
  gtk_grid_attach (
      GTK_GRID (tiles),
      tile ("sh-kiosk-needs-symbolic", C_ ("kiosk", "Three needs, three causes"), "needs"),
      place % 2, place / 2, 1, 1);
  place++;
  if (with_lessons)
    {
      gtk_grid_attach (GTK_GRID (tiles),
                       tile ("sh-play-symbolic", C_ ("kiosk", "Short lessons"), "lessons"),
                       place % 2, place / 2, 1, 1);
      place++;
    }
  gtk_grid_attach (GTK_GRID (tiles),
                   tile ("sh-activity-cycling-symbolic", C_ ("kiosk", "Try it all"), "free"),
                   place % 2, place / 2, place % 2 == 0 ? 2 : 1, 1);
  gtk_box_append (GTK_BOX (page), tiles);
  return page;
}

static void
append_caution (GtkWidget *page)
{
  gtk_box_append (GTK_BOX (page), sh_kiosk_label (sh_caution_stocking (), "caution"));
}

GtkWidget *
sh_kiosk_page_choice (const ShKioskChoice *choice)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "dock-page");
  GtkWidget *options = grid ();

  gtk_box_append (GTK_BOX (page), sh_kiosk_label (sh_kiosk_text (choice->title), "page-title"));
  gtk_box_append (GTK_BOX (page), sh_kiosk_label (sh_kiosk_text (choice->lead), "lead"));
  for (int i = 0; i < choice->n_options; i++)
    {
      GtkWidget *option = toggle (choice->option[i].icon, sh_kiosk_text (choice->option[i].label),
                                  "kiosk.option", g_variant_new_int32 (i));

      gtk_widget_add_css_class (option, "option");
      gtk_grid_attach (GTK_GRID (options), option, i % 2, i / 2, 1, 1);
    }
  gtk_box_append (GTK_BOX (page), options);
  if (choice->caution)
    append_caution (page);
  return page;
}

/* A button that carries the number of a lesson or an answer. */
static GtkWidget *
numbered (const char *text, const char *action, int number)
{
  GtkWidget *button = sh_kiosk_button (NULL, text, action);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", number);
  return button;
}

GtkWidget *
sh_kiosk_page_lessons (const char *const *titles)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "dock-page");
  GtkWidget *list = grid ();

  gtk_box_append (GTK_BOX (page), sh_kiosk_label (C_ ("kiosk", "Short lessons"), "page-title"));
  for (int i = 0; titles[i] != NULL; i++)
    gtk_grid_attach (GTK_GRID (list), numbered (titles[i], "kiosk.lesson", i), i % 2, i / 2, 1, 1);
  gtk_box_append (GTK_BOX (page), list);
  return page;
}

GtkWidget *
sh_kiosk_page_lesson (const char *title,
                      const char *words,
                      const char *position,
                      const char *const *choices,
                      const char *caution)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "dock-page");
  GtkWidget *row = box (GTK_ORIENTATION_HORIZONTAL, NULL);
  GtkWidget *text = sh_kiosk_label (words, "lesson-words");
  GtkWidget *where = sh_kiosk_label (position, "position");

  gtk_widget_set_vexpand (text, TRUE);
  gtk_label_set_yalign (GTK_LABEL (text), 0.0f);
  gtk_box_append (GTK_BOX (page), sh_kiosk_label (title, "page-title"));
  gtk_box_append (GTK_BOX (page), text);
  for (int i = 0; choices[i] != NULL; i++)
    gtk_box_append (GTK_BOX (page), numbered (choices[i], "kiosk.answer", i));
  if (caution != NULL)
    gtk_box_append (GTK_BOX (page), sh_kiosk_label (caution, "caution"));
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row),
                  sh_kiosk_button (NULL, C_ ("kiosk", "One step back"), "kiosk.lesson-back"));
  gtk_label_set_xalign (GTK_LABEL (where), 0.5f);
  gtk_box_append (GTK_BOX (row), where);
  gtk_box_append (GTK_BOX (row), sh_kiosk_button (NULL, C_ ("kiosk", "Go on"), "kiosk.lesson-on"));
  gtk_box_append (GTK_BOX (page), row);
  return page;
}

/* Who says how common it is: the words are those of the lessons' quick facts. */
static void
append_source (GtkWidget *page)
{
  ShFactCard card;

  if (sh_fact_card (SH_FACT_VALVES_COMMON, &card))
    gtk_box_append (GTK_BOX (page), sh_kiosk_label (card.source, "source"));
}

static GtkWidget *
need_card (const char *text, const char *how_common)
{
  GtkWidget *card = box (GTK_ORIENTATION_VERTICAL, how_common != NULL ? "cause-card" : "need-card");
  GtkWidget *label = sh_kiosk_label (text, "need");

  gtk_box_set_spacing (GTK_BOX (card), 2);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_box_append (GTK_BOX (card), label);
  if (how_common != NULL)
    gtk_box_append (GTK_BOX (card), sh_kiosk_label (how_common, "how-common"));
  return card;
}

GtkWidget *
sh_kiosk_page_needs (void)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "dock-page");
  GtkWidget *heads = grid ();
  GtkWidget *cards = grid ();

  gtk_widget_set_vexpand (heads, FALSE);
  gtk_grid_attach (GTK_GRID (heads), sh_kiosk_label (C_ ("kiosk", "The pump needs"), "page-title"),
                   0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (heads), sh_kiosk_label (C_ ("kiosk", "It fails when"), "page-title"),
                   1, 0, 1, 1);
  for (int i = 0; i < SH_KIOSK_N_NEEDS; i++)
    {
      const ShKioskNeed *need = sh_kiosk_need (i);

      gtk_grid_attach (GTK_GRID (cards), need_card (sh_kiosk_text (need->need), NULL), 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (cards),
                       need_card (sh_kiosk_text (need->cause), sh_kiosk_text (need->how_common)), 1,
                       i, 1, 1);
    }
  gtk_box_append (GTK_BOX (page), heads);
  gtk_box_append (GTK_BOX (page), cards);
  append_source (page);
  gtk_box_append (GTK_BOX (page),
                  tile ("sh-activity-walking-symbolic", C_ ("kiosk", "What helps?"), "helps"));
  return page;
}

/* The tile of a choice, by its name. */
static void
append_choice (GtkWidget *row, const char *name)
{
  int n;
  const ShKioskChoice *choices = sh_kiosk_choices (&n);

  for (int i = 0; i < n; i++)
    if (g_str_equal (choices[i].name, name))
      gtk_box_append (GTK_BOX (row),
                      tile (choices[i].icon, sh_kiosk_text (choices[i].title), name));
}

GtkWidget *
sh_kiosk_page_helps (void)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "dock-page");
  GtkWidget *row = box (GTK_ORIENTATION_HORIZONTAL, NULL);

  gtk_box_append (GTK_BOX (page),
                  sh_kiosk_label (C_ ("kiosk", "What helps first: more movement, and compression "
                                               "stockings for those who may wear them. A clinic "
                                               "can look whether more is needed."),
                                  "lesson-words"));
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_set_vexpand (row, TRUE);
  append_choice (row, "move");
  append_choice (row, "stocking");
  gtk_box_append (GTK_BOX (page), row);
  append_caution (page);
  return page;
}

/* Gives each button of a row the width that its words want, and a share of what is left: with the
 * longest word of all on each they would not fit. */
static void
share_out (GtkWidget *row)
{
  for (GtkWidget *button = gtk_widget_get_first_child (row); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_hexpand (button, TRUE);
}

static GtkWidget *
stocking_row (void)
{
  GtkWidget *row = box (GTK_ORIENTATION_HORIZONTAL, NULL);

  for (int i = 0; i < SH_N_STOCKINGS; i++)
    {
      GtkWidget *button = toggle (NULL, sh_stocking_label ((ShStocking) i), "session.stocking",
                                  g_variant_new_uint32 ((guint) i));

      gtk_widget_add_css_class (button, "range");
      gtk_box_append (GTK_BOX (row), button);
    }
  share_out (row);
  return row;
}

/* Buttons, not a slider: a finger hits a button more surely than a knob. */
static GtkWidget *
activities (void)
{
  GtkWidget *result = grid ();

  for (int i = 0; i < SH_N_STOPS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), gtk_image_new_from_icon_name (sh_stop (i)->icon));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "session.stop");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sh_stop_label (i), -1);
      gtk_widget_add_css_class (button, "large");
      gtk_widget_add_css_class (button, "activity");
      gtk_grid_attach (GTK_GRID (result), button, i % 6, i / 6, 1, 1);
    }
  return result;
}

GtkWidget *
sh_kiosk_page_free (GtkWidget **name)
{
  GtkWidget *page = box (GTK_ORIENTATION_VERTICAL, "dock-page");
  GtkWidget *switches = grid ();

  *name = sh_kiosk_label ("", "page-title");
  gtk_widget_set_vexpand (switches, FALSE);
  gtk_box_append (GTK_BOX (page), *name);
  gtk_box_append (GTK_BOX (page), activities ());
  gtk_grid_attach (
      GTK_GRID (switches),
      toggle ("sh-kiosk-valve-symbolic", C_ ("kiosk", "Valves leak"), "session.leaky", NULL), 0, 0,
      1, 1);
  gtk_grid_attach (
      GTK_GRID (switches),
      toggle ("sh-activity-sitting-symbolic", C_ ("kiosk", "Stay still"), "session.inactive", NULL),
      1, 0, 1, 1);
  gtk_box_append (GTK_BOX (page), switches);
  gtk_box_append (GTK_BOX (page),
                  sh_kiosk_label (C_ ("kiosk", "Compression stocking, mmHg at the ankle"), "need"));
  gtk_box_append (GTK_BOX (page), stocking_row ());
  append_caution (page);
  return page;
}

/* A logo that cannot be shown is told in the log and left out. */
static GtkWidget *
logo_of (const char *path, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkWidget *picture;

  if (path[0] == '\0')
    return NULL;
  texture = sh_kiosk_logo_texture (path, height, &error);
  if (texture == NULL)
    {
      g_message ("The clinic's logo cannot be shown: %s", error->message);
      return NULL;
    }
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return picture;
}

static GtkWidget *
qr_of (const char *address, int height)
{
  g_autoptr (GdkTexture) texture = sh_kiosk_qr_texture (address, height);
  GtkWidget *picture;

  if (texture == NULL)
    return NULL;
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "qr");
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, address,
                                  -1);
  return picture;
}

static GtkWidget *
names_of (const ShKioskConfig *config)
{
  gboolean has_name = config->clinic_name[0] != '\0';
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name =
      sh_kiosk_label (has_name ? config->clinic_name : C_ ("kiosk", "Second Heart"), "clinic-name");
  GtkWidget *sentence = sh_kiosk_label (has_name ? config->clinic_sentence
                                                 : C_ ("kiosk", "How your calf helps your heart"),
                                        "clinic-sentence");

  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (sentence), 2);
  gtk_label_set_ellipsize (GTK_LABEL (sentence), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), name);
  gtk_widget_set_visible (sentence, gtk_label_get_text (GTK_LABEL (sentence))[0] != '\0');
  gtk_box_append (GTK_BOX (names), sentence);
  return names;
}

GtkWidget *
sh_kiosk_page_header (const ShKioskConfig *config, int height)
{
  GtkWidget *header = box (GTK_ORIENTATION_HORIZONTAL, "kiosk-header");
  int inner = MAX (height - 24, 24);
  GtkWidget *logo = logo_of (config->clinic_logo, inner);
  GtkWidget *qr = qr_of (config->clinic_address, inner);

  gtk_widget_set_size_request (header, -1, height);
  if (logo != NULL)
    gtk_box_append (GTK_BOX (header), logo);
  gtk_box_append (GTK_BOX (header), names_of (config));
  if (qr != NULL)
    gtk_box_append (GTK_BOX (header), qr);
  return header;
}

static GtkWidget *
language_row (const ShKioskConfig *config)
{
  GtkWidget *row = gtk_flow_box_new ();
  guint n = g_strv_length (config->languages);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (row), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (row), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (row), GAP);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (row), GAP);
  /* Two even rows rather than a full one and a rest. */
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (row), n <= 5 ? n : (n + 1) / 2);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (row), MIN (n, 2));
  for (guint i = 0; i < n; i++)
    {
      const char *code = config->languages[i];
      GtkWidget *button = toggle (NULL, sh_kiosk_language_name (code), "kiosk.language",
                                  g_variant_new_string (code));

      gtk_flow_box_append (GTK_FLOW_BOX (row), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  return row;
}

/* Shows the languages on the pages that have more to say. */
static GtkWidget *
languages_button (void)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("sh-kiosk-languages-symbolic");

  gtk_button_set_child (GTK_BUTTON (button), image);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("kiosk", "Languages"), -1);
  gtk_widget_add_css_class (button, "large");
  return button;
}

GtkWidget *
sh_kiosk_page_bar (const ShKioskConfig *config, gboolean speech, GtkWidget **languages)
{
  GtkWidget *bar = box (GTK_ORIENTATION_VERTICAL, "kiosk-bar");
  GtkWidget *top = box (GTK_ORIENTATION_HORIZONTAL, NULL);
  GtkWidget *row = box (GTK_ORIENTATION_HORIZONTAL, NULL);

  gtk_widget_set_hexpand (row, TRUE);
  gtk_box_append (GTK_BOX (row), sh_kiosk_button (NULL, C_ ("kiosk", "Back"), "kiosk.back"));
  gtk_box_append (GTK_BOX (row), toggle (NULL, C_ ("kiosk", "Pause"), "kiosk.pause", NULL));
  gtk_box_append (GTK_BOX (row), toggle (NULL, C_ ("kiosk", "Larger text"), "kiosk.larger", NULL));
  gtk_box_append (GTK_BOX (row),
                  toggle (NULL, C_ ("kiosk", "More contrast"), "kiosk.contrast", NULL));
  if (speech)
    gtk_box_append (GTK_BOX (row),
                    toggle (NULL, C_ ("kiosk", "Read aloud"), "kiosk.read-aloud", NULL));
  share_out (row);
  gtk_box_append (GTK_BOX (top), row);
  gtk_box_append (GTK_BOX (bar), top);
  *languages = NULL;
  if (config->languages[1] != NULL)
    {
      GtkWidget *flow = language_row (config);

      *languages = languages_button ();
      gtk_box_append (GTK_BOX (top), *languages);
      gtk_box_append (GTK_BOX (bar), flow);
      g_object_bind_property (*languages, "active", flow, "visible", G_BINDING_SYNC_CREATE);
    }
  return bar;
}
