/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-card.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-curve-pad.h"
#include "sh-facts.h"
#include "sh-lesson-feedback.h"

struct _ShLessonCard
{
  GtkBox parent_instance;

  ShLessonShow *show;
  ShWording wording;
  GtkWidget *count;
  GtkWidget *caption;
  GtkWidget *measured;
  GtkWidget *choices;
  GtkWidget *pad;
  GtkWidget *answer; /* the button that hands the drawn line in */
  GtkWidget *caution;
  GtkWidget *fact;
  GtkWidget *fact_text;
  GtkWidget *fact_source;
  GtkWidget *progress;
  GtkWidget *back;
  GtkWidget *next;
  const ShLessonStep *asked; /* whose choices stand there */
};

G_DEFINE_FINAL_TYPE (ShLessonCard, sh_lesson_card, GTK_TYPE_BOX)

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, "width-chars", 12, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_widget_set_visible (label, text != NULL && text[0] != '\0');
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
}

static void
choice_cb (GtkButton *button, ShLessonCard *self)
{
  sh_lesson_show_choose (self->show,
                         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "choice")));
}

static void
clear_choices (ShLessonCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
}

static void
add_choice (ShLessonCard *self, const ShLessonChoice *choice, int index)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = new_label (NULL);

  gtk_label_set_text (GTK_LABEL (label), sh_lesson_words (choice->text));
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sh_lesson_words (choice->text), -1);
  g_object_set_data (G_OBJECT (button), "choice", GINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (choice_cb), self);
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
make_question (ShLessonCard *self, const ShLessonStep *step)
{
  const ShLessonQuestion *question = step->question;

  self->asked = step;
  clear_choices (self);
  for (int i = 0; question != NULL && i < question->n_choices; i++)
    add_choice (self, &question->choices[i], i);
  if (question != NULL && question->curve)
    sh_curve_pad_begin (SH_CURVE_PAD (self->pad), question->measure,
                        sh_lesson_run_duration_s (step));
}

/* After the run the choices still stand there, the right one marked by a tick and a class. */
static void
mark_choices (ShLessonCard *self, gboolean told, const ShLessonAnswer *answer)
{
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->choices); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      gtk_widget_set_sensitive (child, !told);
      if (told && i == answer->came)
        gtk_widget_add_css_class (child, "came");
      else
        gtk_widget_remove_css_class (child, "came");
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_PRESSED,
                                   told && i == answer->came ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                             : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
    }
}

static void
show_question (ShLessonCard *self, ShLessonPlayer *player)
{
  const ShLessonStep *step = sh_lesson_player_get_step (player);
  ShLessonPhase phase = sh_lesson_player_get_phase (player);
  gboolean curve = step->question != NULL && step->question->curve;
  ShLessonAnswer answer = { .came = -1 };
  gboolean told = sh_lesson_player_get_answer (player, &answer);
  g_autofree char *measured = told ? sh_lesson_measured (step->question, &answer) : NULL;

  if (self->asked != step || (phase == SH_LESSON_ASKING && curve))
    make_question (self, step);
  mark_choices (self, phase != SH_LESSON_ASKING, &answer);
  gtk_widget_set_visible (self->choices,
                          step->question != NULL && !curve && phase != SH_LESSON_RUNNING);
  /* GTK 4.8 keeps the size that a hidden box had before its children came. */
  gtk_widget_queue_resize (self->choices);
  gtk_widget_set_visible (self->pad, curve);
  gtk_widget_set_visible (self->answer, curve && phase == SH_LESSON_ASKING);
  gtk_widget_set_sensitive (self->answer, sh_curve_pad_is_drawn (SH_CURVE_PAD (self->pad)));
  if (phase != SH_LESSON_ASKING)
    sh_curve_pad_close (SH_CURVE_PAD (self->pad));
  if (curve && told)
    sh_curve_pad_set_run (SH_CURVE_PAD (self->pad),
                          sh_lesson_player_get_run (player, sh_lesson_player_get_index (player)));
  set_text (self->measured, measured);
}

static void
show_fact (ShLessonCard *self, ShLessonPlayer *player)
{
  ShFactCard card;
  gboolean has = sh_fact_card (sh_lesson_player_get_step (player)->fact, &card);

  gtk_widget_set_visible (self->fact, has);
  if (!has)
    return;
  gtk_label_set_text (GTK_LABEL (self->fact_text), card.text);
  gtk_label_set_text (GTK_LABEL (self->fact_source), card.source);
}

static const char *
next_text (ShLessonPlayer *player)
{
  if (sh_lesson_player_get_phase (player) == SH_LESSON_ASKING)
    return C_ ("lesson", "_Show it");
  if (sh_lesson_player_get_phase (player) == SH_LESSON_FINISHED)
    return C_ ("lesson", "_Again");
  return C_ ("lesson", "_Next");
}

static void
show_changed (ShLessonCard *self)
{
  ShLessonPlayer *player = sh_lesson_show_get_player (self->show);
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;

  if (player == NULL)
    {
      /* The run went with the player. */
      sh_curve_pad_set_run (SH_CURVE_PAD (self->pad), NULL);
      return;
    }
  if (sh_lesson_player_get_phase (player) == SH_LESSON_FINISHED)
    caption = g_strdup (C_ ("lesson", "This lesson is over. Thank you for watching."));
  else
    caption = sh_lesson_player_caption (player, self->wording);
  /* Translators: the number of a step, and of all of them. */
  count = g_strdup_printf (C_ ("lesson", "%1$d of %2$d"), sh_lesson_player_get_index (player) + 1,
                           sh_lesson_n_steps (sh_lesson_player_get_lesson (player)));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->caption), caption);
  /* A screen reader reaches what is said; before anything is, there is nothing to reach. */
  gtk_widget_set_focusable (self->caption, caption[0] != '\0');
  gtk_button_set_label (GTK_BUTTON (self->next), next_text (player));
  show_question (self, player);
  set_text (self->caution, sh_lesson_player_caution (player));
  show_fact (self, player);
}

static void
tick (ShLessonCard *self)
{
  ShLessonPlayer *player = sh_lesson_show_get_player (self->show);
  double shown = gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (self->progress));
  double now = player != NULL ? sh_lesson_player_get_progress (player) : 0.0;

  /* A hundredth is less than a pixel of the bar. */
  if (now < shown || now > shown + 0.01)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), now);
}

static void
next_cb (GtkButton *button, ShLessonCard *self)
{
  ShLessonPlayer *player = sh_lesson_show_get_player (self->show);

  if (player != NULL && sh_lesson_player_get_phase (player) == SH_LESSON_FINISHED)
    sh_lesson_show_set_lesson (self->show, sh_lesson_player_get_lesson (player));
  else
    sh_lesson_show_next (self->show);
}

static void
back_cb (GtkButton *button, ShLessonCard *self)
{
  sh_lesson_show_back (self->show);
}

static void
answer_cb (GtkButton *button, ShLessonCard *self)
{
  sh_lesson_show_draw (self->show, sh_curve_pad_get_values (SH_CURVE_PAD (self->pad)),
                       SH_CURVE_PAD_N);
}

static void
drawn_cb (ShLessonCard *self)
{
  gtk_widget_set_sensitive (self->answer, sh_curve_pad_is_drawn (SH_CURVE_PAD (self->pad)));
}

static void
sh_lesson_card_dispose (GObject *object)
{
  g_clear_object (&SH_LESSON_CARD (object)->show);
  G_OBJECT_CLASS (sh_lesson_card_parent_class)->dispose (object);
}

static void
sh_lesson_card_class_init (ShLessonCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sh_lesson_card_dispose;
}

/* Above what is said, so that they stay where they are, however long that is. */
static void
add_buttons (ShLessonCard *self)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 8, "homogeneous", TRUE, NULL);

  self->back = gtk_button_new_with_mnemonic (C_ ("lesson", "_Back"));
  self->next = gtk_button_new_with_mnemonic (C_ ("lesson", "_Next"));
  gtk_widget_add_css_class (self->next, "suggested-action");
  g_signal_connect (self->back, "clicked", G_CALLBACK (back_cb), self);
  g_signal_connect (self->next, "clicked", G_CALLBACK (next_cb), self);
  gtk_box_append (GTK_BOX (row), self->back);
  gtk_box_append (GTK_BOX (row), self->next);
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_fact (ShLessonCard *self)
{
  self->fact = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4,
                             "visible", FALSE, NULL);
  self->fact_text = new_label (NULL);
  self->fact_source = new_label ("quiet");
  gtk_widget_add_css_class (self->fact_source, "small");
  gtk_widget_add_css_class (self->fact, "fact");
  gtk_box_append (GTK_BOX (self->fact), self->fact_text);
  gtk_box_append (GTK_BOX (self->fact), self->fact_source);
  gtk_box_append (GTK_BOX (self), self->fact);
}

static void
sh_lesson_card_init (ShLessonCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->count = new_label ("quiet");
  self->caption = new_label ("lesson-caption");
  self->choices =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  self->pad = sh_curve_pad_new ();
  self->answer = gtk_button_new_with_mnemonic (C_ ("lesson", "This is my _line"));
  self->measured = new_label ("quiet");
  self->caution = new_label ("caution");
  self->progress = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("lesson", "How far this step has run"), -1);
  gtk_box_append (GTK_BOX (self), self->count);
  gtk_box_append (GTK_BOX (self), self->progress);
  add_buttons (self);
  gtk_box_append (GTK_BOX (self), self->caption);
  gtk_box_append (GTK_BOX (self), self->measured);
  gtk_box_append (GTK_BOX (self), self->caution);
  gtk_box_append (GTK_BOX (self), self->choices);
  gtk_box_append (GTK_BOX (self), self->pad);
  gtk_box_append (GTK_BOX (self), self->answer);
  add_fact (self);
  g_signal_connect (self->answer, "clicked", G_CALLBACK (answer_cb), self);
  g_signal_connect_object (self->pad, "drawn", G_CALLBACK (drawn_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sh_lesson_card_new (ShLessonShow *show)
{
  ShLessonCard *self = g_object_new (SH_TYPE_LESSON_CARD, NULL);

  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (show_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sh_lesson_show_get_session (show), "frame", G_CALLBACK (tick), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sh_lesson_card_set_wording (ShLessonCard *self, ShWording wording)
{
  g_return_if_fail (SH_IS_LESSON_CARD (self));

  self->wording = wording;
  show_changed (self);
}
