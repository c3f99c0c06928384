/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-presenter.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-compare-stage.h"
#include "sh-curve-pad.h"
#include "sh-lesson-feedback.h"
#include "sh-lesson-show.h"
#include "sh-pen.h"
#include "sh-readouts.h"
#include "sh-stage-painter.h"
#include "sh-window.h"

/* The caption's letters are this part of the screen's height: read from the last row of a room six
 * times as deep as the screen is high (calibrated by usual practice for slides). */
#define CAPTION_PART 26
/* What stands beside the picture is this many of the caption's letters wide. */
#define SIDE_LETTERS 13
#define LEAST_WIDTH 960
#define LEAST_HEIGHT 600

struct _ShPresenter
{
  GtkWindow parent_instance;

  ShSession *session;
  ShLessonShow *show;
  GtkWidget *stage;
  GtkWidget *compare;
  GtkWidget *pen;
  GtkWidget *caption;
  GtkWidget *caution;
  GtkWidget *measured;
  GtkWidget *choices;
  GtkWidget *readouts;
  GtkWidget *pad;
  GtkWidget *black;
  const ShLessonStep *asked; /* whose line is drawn on the pad */
  GtkCssProvider *letters;
  int letters_px;
};

G_DEFINE_FINAL_TYPE (ShPresenter, sh_presenter, GTK_TYPE_WINDOW)

/* The choices stand one below the other, each with its number. */
static char *
choices_text (const ShLessonQuestion *question)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < question->n_choices; i++)
    g_string_append_printf (text, "%s%d  %s", i > 0 ? "\n" : "", i + 1,
                            sh_lesson_words (question->choices[i].text));
  return g_string_free (text, FALSE);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_widget_set_visible (label, text != NULL && text[0] != '\0');
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
}

/* A line is drawn in front of the class, and stays beside the one that comes. */
static void
show_pad (ShPresenter *self, ShLessonPlayer *player)
{
  const ShLessonStep *step = sh_lesson_player_get_step (player);
  gboolean asking = sh_lesson_player_get_phase (player) == SH_LESSON_ASKING;
  gboolean curve = step->question != NULL && step->question->curve;
  ShLessonAnswer answer;

  if (curve && (self->asked != step || asking))
    sh_curve_pad_begin (SH_CURVE_PAD (self->pad), step->question->measure,
                        sh_lesson_run_duration_s (step));
  self->asked = step;
  if (!asking)
    sh_curve_pad_close (SH_CURVE_PAD (self->pad));
  if (curve && sh_lesson_player_get_answer (player, &answer))
    sh_curve_pad_set_run (SH_CURVE_PAD (self->pad),
                          sh_lesson_player_get_run (player, sh_lesson_player_get_index (player)));
  gtk_widget_set_visible (self->pad, curve);
}

static void
show_changed (ShPresenter *self)
{
  ShLessonPlayer *player = sh_lesson_show_get_player (self->show);
  const ShLessonStep *step = sh_lesson_player_get_step (player);
  gboolean asking = sh_lesson_player_get_phase (player) == SH_LESSON_ASKING;
  g_autofree char *caption = sh_lesson_player_caption (player, SH_WORDING_PLAIN);
  g_autofree char *choices = asking ? choices_text (step->question) : NULL;
  g_autofree char *measured = NULL;
  ShLessonAnswer answer;

  if (sh_lesson_player_get_answer (player, &answer))
    measured = sh_lesson_measured (step->question, &answer);
  set_text (self->caption, caption);
  set_text (self->choices, choices);
  set_text (self->measured, measured);
  set_text (self->caution, sh_lesson_player_caution (player));
  show_pad (self, player);
  sh_pen_clear (SH_PEN (self->pen));
}

static void
toggle_black (ShPresenter *self)
{
  gboolean black = !gtk_widget_get_visible (self->black);

  gtk_widget_set_visible (self->black, black);
  g_object_set (self->session, "playing", !black, NULL);
}

/* In front of a class a number answers the question. */
static gboolean
choose_by_key (ShPresenter *self, guint keyval)
{
  ShLessonPlayer *player = sh_lesson_show_get_player (self->show);

  if (keyval < GDK_KEY_1 || keyval > GDK_KEY_9 ||
      sh_lesson_player_get_phase (player) != SH_LESSON_ASKING)
    return FALSE;
  sh_lesson_show_choose (self->show, (int) (keyval - GDK_KEY_1));
  return TRUE;
}

static gboolean
pen_key (ShPresenter *self, guint keyval, GdkModifierType state)
{
  if (keyval == GDK_KEY_p || keyval == GDK_KEY_P)
    sh_pen_set_active (SH_PEN (self->pen), !sh_pen_get_active (SH_PEN (self->pen)));
  else if (keyval == GDK_KEY_z && (state & GDK_CONTROL_MASK) != 0)
    sh_pen_undo (SH_PEN (self->pen));
  else if (keyval == GDK_KEY_Delete)
    sh_pen_clear (SH_PEN (self->pen));
  else
    return FALSE;
  return TRUE;
}

/* Whether a line is being drawn. The arrow keys then draw; clickers have Page Up and Page Down. */
static gboolean
is_drawing (ShPresenter *self)
{
  return gtk_widget_get_visible (self->pad) &&
         sh_lesson_player_get_phase (sh_lesson_show_get_player (self->show)) == SH_LESSON_ASKING;
}

/* The clicker hands in what was drawn. */
static void
next (ShPresenter *self)
{
  ShCurvePad *pad = SH_CURVE_PAD (self->pad);

  if (is_drawing (self) && sh_curve_pad_is_drawn (pad))
    sh_lesson_show_draw (self->show, sh_curve_pad_get_values (pad), SH_CURVE_PAD_N);
  else
    sh_lesson_show_next (self->show);
}

/* Any key brings a black screen back. */
gboolean
sh_presenter_key (ShPresenter *self, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (SH_IS_PRESENTER (self), FALSE);

  if (keyval == GDK_KEY_Escape)
    gtk_window_close (GTK_WINDOW (self));
  else if (keyval == GDK_KEY_b || keyval == GDK_KEY_B || gtk_widget_get_visible (self->black))
    toggle_black (self);
  else if (is_drawing (self) && sh_curve_pad_key (SH_CURVE_PAD (self->pad), keyval))
    return TRUE;
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_space || keyval == GDK_KEY_Right)
    next (self);
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Left)
    sh_lesson_show_back (self->show);
  else
    return choose_by_key (self, keyval) || pen_key (self, keyval, state);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ShPresenter *self)
{
  return sh_presenter_key (self, keyval, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* The caption grows with the screen. */
static void
sh_presenter_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShPresenter *self = SH_PRESENTER (widget);
  int px = MAX (MIN (height, width) / CAPTION_PART, 16);

  if (px != self->letters_px)
    {
      g_autofree char *css =
          g_strdup_printf (".presenter label { font-size: %dpx; }"
                           ".presenter label.caution { font-size: %dpx; }"
                           ".presenter-side > * { font-size: %dpx; min-width: %dpx; }",
                           px, px / 2, px * 2 / 3, px * SIDE_LETTERS);

      self->letters_px = px;
      gtk_css_provider_load_from_data (self->letters, css, -1);
    }
  GTK_WIDGET_CLASS (sh_presenter_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
sh_presenter_dispose (GObject *object)
{
  ShPresenter *self = SH_PRESENTER (object);

  if (self->letters != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->letters));
  g_clear_object (&self->letters);
  g_clear_object (&self->show);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sh_presenter_parent_class)->dispose (object);
}

static void
sh_presenter_class_init (ShPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sh_presenter_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = sh_presenter_size_allocate;
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, "visible", FALSE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_words (ShPresenter *self)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, NULL);

  self->caption = new_label ("caption");
  self->choices = new_label ("choices");
  self->measured = new_label ("quiet");
  self->caution = new_label ("caution");
  gtk_widget_add_css_class (box, "presenter");
  gtk_box_append (GTK_BOX (box), self->caption);
  gtk_box_append (GTK_BOX (box), self->choices);
  gtk_box_append (GTK_BOX (box), self->measured);
  gtk_box_append (GTK_BOX (box), self->caution);
  return box;
}

static GtkWidget *
make_picture (ShPresenter *self)
{
  GtkWidget *overlay = g_object_new (GTK_TYPE_OVERLAY, "vexpand", TRUE, "hexpand", TRUE, NULL);

  self->stage = sh_stage_new ();
  self->compare = sh_compare_stage_new ();
  self->pen = sh_pen_new ();
  g_object_set (self->stage, "theme", SH_THEME_PROJECTOR, "labels", SH_LABELS_FEW, NULL);
  g_object_set (self->compare, "theme", SH_THEME_PROJECTOR, "labels", SH_LABELS_FEW, "visible",
                FALSE, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->stage);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->compare);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->pen);
  return overlay;
}

/* Beside the picture: a line to be drawn, or the numbers that a step points at. */
static GtkWidget *
make_side (ShPresenter *self)
{
  GtkWidget *side = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  self->pad = sh_curve_pad_new ();
  self->readouts = sh_readouts_new ();
  gtk_widget_add_css_class (side, "presenter-side");
  gtk_widget_add_css_class (self->readouts, "panel");
  g_object_set (self->pad, "vexpand", TRUE, "visible", FALSE, NULL);
  g_object_set (self->readouts, "vexpand", TRUE, "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (side), self->pad);
  gtk_box_append (GTK_BOX (side), self->readouts);
  return side;
}

static void
make_content (ShPresenter *self)
{
  GtkWidget *whole = gtk_overlay_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, NULL);

  self->black = g_object_new (GTK_TYPE_BOX, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->black, "black-screen");
  gtk_box_append (GTK_BOX (row), make_picture (self));
  gtk_box_append (GTK_BOX (row), make_side (self));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), make_words (self));
  gtk_overlay_set_child (GTK_OVERLAY (whole), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (whole), self->black);
  gtk_window_set_child (GTK_WINDOW (self), whole);
}

static void
sh_presenter_init (ShPresenter *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->letters = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->letters),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  make_content (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter-window");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The numbers stand on the window's ground, whose colours are those of all windows. */
static void
follow_theme (ShPresenter *self, ShStage *stage)
{
  g_object_bind_property (stage, "theme", sh_readouts_get_chart (SH_READOUTS (self->readouts)),
                          "theme", G_BINDING_SYNC_CREATE);
}

GtkWidget *
sh_presenter_new (GtkWindow *parent, ShLesson *lesson)
{
  ShPresenter *self = g_object_new (SH_TYPE_PRESENTER, "title", sh_lesson_words (lesson->title),
                                    "transient-for", parent, NULL);

  self->session = sh_session_new (&sh_lesson_step (lesson, 0)->scenario);
  g_object_set (self->stage, "session", self->session, NULL);
  g_object_set (self->compare, "session", self->session, NULL);
  g_object_set (self->readouts, "session", self->session, NULL);
  if (SH_IS_WINDOW (parent))
    follow_theme (self, sh_window_get_stage (SH_WINDOW (parent)));
  self->show = sh_lesson_show_new (self->session, SH_STAGE (self->stage), self->compare);
  sh_lesson_show_set_readouts (self->show, SH_READOUTS (self->readouts), TRUE);
  g_signal_connect_object (self->show, "changed", G_CALLBACK (show_changed), self,
                           G_CONNECT_SWAPPED);
  sh_lesson_show_set_lesson (self->show, lesson);
  /* Where nobody manages windows, it covers at least the one that it comes from. */
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MAX (gtk_widget_get_width (GTK_WIDGET (parent)), LEAST_WIDTH),
                               MAX (gtk_widget_get_height (GTK_WIDGET (parent)), LEAST_HEIGHT));
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

ShCurvePad *
sh_presenter_get_pad (ShPresenter *self)
{
  g_return_val_if_fail (SH_IS_PRESENTER (self), NULL);

  return SH_CURVE_PAD (self->pad);
}

ShPen *
sh_presenter_get_pen (ShPresenter *self)
{
  g_return_val_if_fail (SH_IS_PRESENTER (self), NULL);

  return SH_PEN (self->pen);
}

gboolean
sh_presenter_get_black (ShPresenter *self)
{
  g_return_val_if_fail (SH_IS_PRESENTER (self), FALSE);

  return gtk_widget_get_visible (self->black);
}

int
sh_presenter_get_step (ShPresenter *self)
{
  g_return_val_if_fail (SH_IS_PRESENTER (self), -1);

  return sh_lesson_player_get_index (sh_lesson_show_get_player (self->show));
}
