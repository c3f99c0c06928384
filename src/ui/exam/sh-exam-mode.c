/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-exam-mode.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-cautions.h"
#include "sh-paper-window.h"

#define DATA_KEY "sh-exam-mode"
#define PAPER_KEY "sh-exam-paper"

/* What belongs to the exam room of one window; lives as long as its page in the panel. */
typedef struct
{
  ShWindow *window; /* unowned: the page lies in it */
  ShExam *exam;
  GtkWidget *pen;
  GtkWidget *cards[SH_N_PATTERNS];
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *aids[SH_N_AIDS];
  GtkWidget *caution;
  GtkWidget *pen_button;
  GtkWidget *pen_undo;
  ShScenario before; /* what the window's leg lived by outside */
  gboolean inside;
  gboolean applying; /* the session is being changed from here */
  guint timer;
} Mode;

static void
mode_free (gpointer data)
{
  Mode *mode = data;

  g_clear_handle_id (&mode->timer, g_source_remove);
  sh_exam_free (mode->exam);
  g_free (mode);
}

static ShSession *
session_of (Mode *mode)
{
  return sh_window_get_session (mode->window);
}

static const char *
aid_text (ShAid aid)
{
  static const char *const texts[SH_N_AIDS] = {
    [SH_AID_NONE] = "",
    [SH_AID_STOCKING] = NC_ ("exam", "With stocking"),
    [SH_AID_WALKING] = NC_ ("exam", "With walking"),
    [SH_AID_LEG_UP] = NC_ ("exam", "Leg up"),
    [SH_AID_CLOSED] = NC_ ("exam", "Vein closed"),
  };

  return g_dpgettext2 (SH_GETTEXT_DOMAIN, "exam", texts[aid]);
}

/* Brings the session and the picture to what is on. */
static void
apply (Mode *mode)
{
  ShAid aid = sh_exam_get_aid (mode->exam);
  ShScenario before;
  ShScenario after;

  sh_exam_before (mode->exam, &before);
  sh_exam_after (mode->exam, &after);
  mode->applying = TRUE;
  g_object_set (session_of (mode), "compare", SH_COMPARE_NONE, NULL);
  sh_session_begin (session_of (mode), &before);
  if (aid != SH_AID_NONE)
    {
      g_object_set (session_of (mode), "compare", SH_COMPARE_BEFORE, NULL);
      sh_session_set_scenario (session_of (mode), &after);
    }
  mode->applying = FALSE;
  g_object_set (session_of (mode), "playing", TRUE, NULL);
}

static void
set_on (GtkWidget *button, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (button, "on");
  else
    gtk_widget_remove_css_class (button, "on");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
show_state (Mode *mode)
{
  ShScenario leg;
  ShPattern pattern;

  sh_exam_for_handout (mode->exam, &leg);
  pattern = sh_pattern_of (&leg);
  for (int i = 0; i < SH_N_PATTERNS; i++)
    set_on (mode->cards[i], (int) pattern == i);
  set_on (mode->left, leg.side == SH_SIDE_LEFT);
  set_on (mode->right, leg.side == SH_SIDE_RIGHT);
  for (int i = SH_AID_STOCKING; i < SH_N_AIDS; i++)
    set_on (mode->aids[i], (int) sh_exam_get_aid (mode->exam) == i);
  gtk_widget_set_sensitive (mode->aids[SH_AID_CLOSED], sh_exam_can_close (mode->exam));
  gtk_widget_set_visible (mode->caution, sh_exam_get_aid (mode->exam) == SH_AID_STOCKING);
}

static void
update (Mode *mode)
{
  sh_exam_touch (mode->exam);
  apply (mode);
  show_state (mode);
}

/* Valves are tapped in the picture: what the leg is then is the leg of the exam. */
static void
session_changed_cb (ShSession *session, GtkWidget *page)
{
  Mode *mode = g_object_get_data (G_OBJECT (page), DATA_KEY);

  if (mode == NULL || !mode->inside || mode->applying)
    return;
  sh_exam_touch (mode->exam);
  sh_exam_adopt (mode->exam, sh_session_get_scenario (session));
  show_state (mode);
}

static void
card_cb (GtkButton *button, Mode *mode)
{
  sh_exam_set_pattern (
      mode->exam, (ShPattern) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "pattern")));
  update (mode);
}

static void
left_cb (GtkButton *button, Mode *mode)
{
  sh_exam_set_side (mode->exam, SH_SIDE_LEFT);
  update (mode);
}

static void
right_cb (GtkButton *button, Mode *mode)
{
  sh_exam_set_side (mode->exam, SH_SIDE_RIGHT);
  update (mode);
}

static void
aid_cb (GtkButton *button, Mode *mode)
{
  sh_exam_set_aid (mode->exam,
                   (ShAid) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "aid")));
  update (mode);
}

static void
pen_cb (GtkButton *button, Mode *mode)
{
  sh_pen_set_active (SH_PEN (mode->pen), !sh_pen_get_active (SH_PEN (mode->pen)));
  set_on (mode->pen_button, sh_pen_get_active (SH_PEN (mode->pen)));
}

static void
pen_undo_cb (GtkButton *button, Mode *mode)
{
  sh_pen_undo (SH_PEN (mode->pen));
}

static void
pen_changed_cb (ShPen *pen, GParamSpec *pspec, GtkWidget *page)
{
  Mode *mode = g_object_get_data (G_OBJECT (page), DATA_KEY);

  if (mode == NULL)
    return;
  sh_exam_touch (mode->exam);
  gtk_widget_set_sensitive (mode->pen_undo, sh_pen_get_n_strokes (pen) > 0);
}

static void
handout_cb (GtkButton *button, Mode *mode)
{
  ShScenario scenario;
  GtkWidget *paper;

  sh_exam_touch (mode->exam);
  sh_exam_for_handout (mode->exam, &scenario);
  paper = sh_paper_new_handout (GTK_WINDOW (mode->window), &scenario,
                                sh_window_get_preferences (mode->window));
  if (paper == NULL)
    return;
  gtk_window_set_destroy_with_parent (GTK_WINDOW (paper), TRUE);
  g_object_set_data (G_OBJECT (paper), PAPER_KEY, mode);
  gtk_window_present (GTK_WINDOW (paper));
}

/* The pages of the person before are not left standing on the screen. */
static void
close_papers (Mode *mode)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_object_get_data (l->data, PAPER_KEY) == mode)
      gtk_window_destroy (l->data);
}

/* Whatever was set, drawn, undone or compared is gone. */
static void
forget (Mode *mode)
{
  sh_exam_forget (mode->exam);
  sh_pen_clear (SH_PEN (mode->pen));
  sh_pen_set_active (SH_PEN (mode->pen), FALSE);
  set_on (mode->pen_button, FALSE);
  close_papers (mode);
  g_object_set (session_of (mode), "compare", SH_COMPARE_NONE, NULL);
  sh_session_begin (session_of (mode), &mode->before);
  /* The session begins anew, so that the steps of undo are forgotten, too. */
  g_signal_emit_by_name (sh_window_get_files (mode->window), "opened");
}

static gboolean
second_cb (gpointer data)
{
  Mode *mode = data;

  if (!sh_exam_tick (mode->exam, 1.0))
    return G_SOURCE_CONTINUE;
  mode->timer = 0;
  sh_window_set_mode (mode->window, SH_MODE_EXPLORE);
  return G_SOURCE_REMOVE;
}

static void
enter (Mode *mode)
{
  mode->before = *sh_session_get_scenario (session_of (mode));
  sh_exam_forget (mode->exam);
  mode->inside = TRUE;
  mode->timer = g_timeout_add_seconds (1, second_cb, mode);
  update (mode);
}

static void
leave (Mode *mode)
{
  mode->inside = FALSE;
  g_clear_handle_id (&mode->timer, g_source_remove);
  forget (mode);
}

static void
mode_changed_cb (ShWindow *window, GParamSpec *pspec, GtkWidget *page)
{
  Mode *mode = g_object_get_data (G_OBJECT (page), DATA_KEY);
  gboolean wanted = g_str_equal (sh_window_get_mode (window), SH_MODE_EXAM);

  if (mode == NULL || wanted == mode->inside)
    return;
  if (wanted)
    enter (mode);
  else
    leave (mode);
}

/* Any touch or key in the window counts as presence. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, Mode *mode)
{
  if (mode->inside)
    sh_exam_touch (mode->exam);
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "row-title");
  return label;
}

static void
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "width-chars", 10, "max-width-chars", 14, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_card (Mode *mode, ShPattern pattern)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 2, "valign", GTK_ALIGN_START, NULL);
  g_autofree char *words = NULL;
  ShPatternCard card;

  sh_pattern_card (pattern, &card);
  add_line (box, card.label, "row-title");
  add_line (box, card.code, "ceap");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "pattern-card");
  /* Translators: what a leg is like, and the same in the words of the CEAP classification. */
  words = g_strdup_printf (C_ ("exam", "%1$s\n%2$s"), card.sentence, card.ceap);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  card.label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_object_set_data (G_OBJECT (button), "pattern", GINT_TO_POINTER (pattern));
  g_signal_connect (button, "clicked", G_CALLBACK (card_cb), mode);
  return button;
}

static GtkWidget *
make_cards (Mode *mode)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 4, "column-spacing", 6,
                                  "column-homogeneous", TRUE, NULL);

  for (int i = 0; i < SH_N_PATTERNS; i++)
    {
      mode->cards[i] = make_card (mode, (ShPattern) i);
      gtk_grid_attach (GTK_GRID (grid), mode->cards[i], i % 2, i / 2, 1, 1);
    }
  return grid;
}

static GtkWidget *
new_button (const char *text, GCallback callback, Mode *mode)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "justify",
                                   GTK_JUSTIFY_CENTER, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (button, "clicked", callback, mode);
  return button;
}

static GtkWidget *
new_row (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 6, "homogeneous", TRUE, NULL);

  gtk_box_append (GTK_BOX (row), first);
  gtk_box_append (GTK_BOX (row), second);
  return row;
}

static void
add_aids (Mode *mode, GtkBox *page)
{
  for (int i = SH_AID_STOCKING; i < SH_N_AIDS; i++)
    {
      mode->aids[i] = new_button (aid_text ((ShAid) i), G_CALLBACK (aid_cb), mode);
      g_object_set_data (G_OBJECT (mode->aids[i]), "aid", GINT_TO_POINTER (i));
    }
  gtk_box_append (page, new_heading (C_ ("exam", "Before and after")));
  gtk_box_append (page, new_row (mode->aids[SH_AID_STOCKING], mode->aids[SH_AID_WALKING]));
  gtk_box_append (page, new_row (mode->aids[SH_AID_LEG_UP], mode->aids[SH_AID_CLOSED]));
}

/* Stands above everything while a stocking is tried, so that it is seen without scrolling. */
static void
add_caution (Mode *mode, GtkBox *page)
{
  mode->caution = g_object_new (GTK_TYPE_LABEL, "label", sh_caution_stocking (), "wrap", TRUE,
                                "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (mode->caution, "caution");
  gtk_box_append (page, mode->caution);
}

/* Pen, its undo and the page in one row: all that a patient needs is seen without scrolling. */
static void
add_tools (Mode *mode, GtkBox *page)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 6, NULL);
  GtkWidget *handout = new_button (C_ ("exam", "Hand-out…"), G_CALLBACK (handout_cb), mode);

  mode->pen_button = new_button (C_ ("exam", "Pen"), G_CALLBACK (pen_cb), mode);
  mode->pen_undo = gtk_button_new_from_icon_name ("sh-undo-symbolic");
  gtk_widget_set_tooltip_text (mode->pen_undo, C_ ("exam", "Undo the pen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mode->pen_undo), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("exam", "Undo the pen"), -1);
  g_signal_connect (mode->pen_undo, "clicked", G_CALLBACK (pen_undo_cb), mode);
  gtk_widget_set_sensitive (mode->pen_undo, FALSE);
  gtk_widget_add_css_class (handout, "suggested-action");
  gtk_widget_set_hexpand (mode->pen_button, TRUE);
  gtk_widget_set_hexpand (handout, TRUE);
  gtk_box_append (GTK_BOX (row), mode->pen_button);
  gtk_box_append (GTK_BOX (row), mode->pen_undo);
  gtk_box_append (GTK_BOX (row), handout);
  gtk_box_append (page, row);
}

static GtkWidget *
make_page (Mode *mode)
{
  GtkWidget *page =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, NULL);

  gtk_widget_add_css_class (page, "cards");
  mode->right = new_button (C_ ("exam", "Right leg"), G_CALLBACK (right_cb), mode);
  mode->left = new_button (C_ ("exam", "Left leg"), G_CALLBACK (left_cb), mode);
  add_caution (mode, GTK_BOX (page));
  gtk_box_append (GTK_BOX (page), make_cards (mode));
  gtk_box_append (GTK_BOX (page), new_row (mode->right, mode->left));
  add_aids (mode, GTK_BOX (page));
  add_tools (mode, GTK_BOX (page));
  add_line (page, C_ ("exam", "Tap a valve in the picture to make it leak or close."), "quiet");
  add_line (page, C_ ("exam", "Nothing here is stored. Leaving the exam room forgets it."),
            "quiet");
  return page;
}

/* The pen's sheet lies over the picture, be it one leg or two. */
static void
add_pen (Mode *mode)
{
  GtkWidget *stage = GTK_WIDGET (sh_window_get_stage (mode->window));
  GtkWidget *overlay = gtk_widget_get_ancestor (stage, GTK_TYPE_OVERLAY);

  mode->pen = sh_pen_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), mode->pen);
}

static GtkWidget *
make (ShWindow *window)
{
  Mode *mode = g_new0 (Mode, 1);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkWidget *page;

  mode->window = window;
  mode->exam = sh_exam_new ();
  add_pen (mode);
  page = make_page (mode);
  g_object_set_data_full (G_OBJECT (page), DATA_KEY, mode, mode_free);
  g_object_set_data (G_OBJECT (window), DATA_KEY, mode);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), mode);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  g_signal_connect_object (window, "notify::mode", G_CALLBACK (mode_changed_cb), page, 0);
  g_signal_connect_object (session_of (mode), "changed", G_CALLBACK (session_changed_cb), page, 0);
  g_signal_connect_object (mode->pen, "notify::n-strokes", G_CALLBACK (pen_changed_cb), page, 0);
  return page;
}

void
sh_exam_mode_add (ShWindow *window)
{
  sh_window_add_mode (window, SH_MODE_EXAM, C_ ("mode", "Exam _room"), make);
}

ShExam *
sh_exam_mode_get_exam (ShWindow *window)
{
  return ((Mode *) g_object_get_data (G_OBJECT (window), DATA_KEY))->exam;
}

ShPen *
sh_exam_mode_get_pen (ShWindow *window)
{
  return SH_PEN (((Mode *) g_object_get_data (G_OBJECT (window), DATA_KEY))->pen);
}

void
sh_exam_mode_pass (ShWindow *window, double seconds)
{
  Mode *mode = g_object_get_data (G_OBJECT (window), DATA_KEY);

  if (sh_exam_tick (mode->exam, seconds))
    sh_window_set_mode (window, SH_MODE_EXPLORE);
}
