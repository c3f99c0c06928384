/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-lesson-show.h"

#include "sh-companion.h"
#include "sh-stage-painter.h"

struct _ShLessonShow
{
  GObject parent_instance;

  ShSession *session;
  ShStage *stage;          /* unowned, watched */
  GtkWidget *compare;      /* unowned, watched */
  ShCompareStage *pointed; /* unowned, watched: into which steps point, be it @compare or not */
  ShReadouts *readouts;    /* unowned, watched */
  gboolean readouts_come;  /* they are there only while a step points at them */
  ShLessonPlayer *player;
  int applied; /* the step that the session lives by, or -1 */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShLessonShow, sh_lesson_show, G_TYPE_OBJECT)

static ShView
view_of (ShLessonView view)
{
  static const ShView views[SH_N_LESSON_VIEWS] = {
    [SH_LESSON_VIEW_STAGE] = SH_VIEW_STAGE,   [SH_LESSON_VIEW_LEG] = SH_VIEW_LEG,
    [SH_LESSON_VIEW_SLICE] = SH_VIEW_SLICE,   [SH_LESSON_VIEW_LENS] = SH_VIEW_LENS,
    [SH_LESSON_VIEW_FIGURE] = SH_VIEW_FIGURE, [SH_LESSON_VIEW_COMPARE] = SH_VIEW_STAGE,
    [SH_LESSON_VIEW_CHARTS] = SH_VIEW_STAGE, /* the charts stand beside it anyway */
  };

  return views[view];
}

/* The compare view stands in for the stage, which then neither draws nor ticks. */
static void
show_compare (ShLessonShow *self, gboolean wanted)
{
  if (self->compare == NULL || self->stage == NULL)
    return;
  gtk_widget_set_visible (self->compare, wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), !wanted);
}

static gboolean
is_healthy (const ShLessonStep *step)
{
  ShScenario against = step->against;
  ShScenario healthy;

  sh_scenario_healthy_twin (&step->scenario, &healthy);
  return sh_scenario_equal (&against, &healthy);
}

/* What the leg is held against: a healthy one, or an earlier step, which the leg lives by for an
 * instant, so that the other one can part from it. */
static void
apply_compare (ShLessonShow *self, const ShLessonStep *step)
{
  ShCompare compare = SH_COMPARE_NONE;

  if (step->view == SH_LESSON_VIEW_COMPARE)
    compare = is_healthy (step) ? SH_COMPARE_HEALTHY : SH_COMPARE_BEFORE;
  g_object_set (self->session, "compare", SH_COMPARE_NONE, NULL);
  if (compare == SH_COMPARE_BEFORE)
    sh_session_set_scenario (self->session, &step->against);
  g_object_set (self->session, "compare", compare, NULL);
}

static void
apply_step (ShLessonShow *self, const ShLessonStep *step)
{
  int index = sh_lesson_player_get_index (self->player);

  if (self->applied == index)
    return;
  self->applied = index;
  if (step->fresh)
    sh_session_begin (self->session, &step->scenario);
  apply_compare (self, step);
  sh_session_set_scenario (self->session, &step->scenario);
  g_object_set (self->session, "speed", step->speed, NULL);
}

/* The readout that a step points at; its charts are pointed at by their view alone, too. */
static ShReadoutMark
mark_of (const ShLessonStep *step)
{
  static const ShReadoutMark marks[] = {
    [SH_POINT_PRESSURE] = SH_MARK_PRESSURE, [SH_POINT_VOLUME] = SH_MARK_VOLUME,
    [SH_POINT_SWELLING] = SH_MARK_SWELLING, [SH_POINT_CHART] = SH_MARK_CHART,
    [SH_POINT_VEIN] = SH_MARK_NOTHING,
  };

  if (step->point.kind == SH_POINT_NOTHING && step->view == SH_LESSON_VIEW_CHARTS)
    return SH_MARK_CHART;
  return marks[step->point.kind];
}

static ShTarget
target_of (const ShLessonPoint *point)
{
  static const ShTargetKind kinds[] = {
    [SH_POINT_MUSCLE] = SH_TARGET_MUSCLE,     [SH_POINT_FIGURE] = SH_TARGET_FIGURE,
    [SH_POINT_HEART] = SH_TARGET_HEART,       [SH_POINT_SLICE] = SH_TARGET_SLICE,
    [SH_POINT_VALVE] = SH_TARGET_VALVE,       [SH_POINT_VEIN] = SH_TARGET_VEIN,
    [SH_POINT_PRESSURE] = SH_TARGET_PRESSURE, [SH_POINT_VOLUME] = SH_TARGET_VOLUME,
    [SH_POINT_SWELLING] = SH_TARGET_SWELLING, [SH_POINT_CHART] = SH_TARGET_NOTHING,
  };
  ShTarget target = { .kind = kinds[point->kind] };

  if (target.kind == SH_TARGET_VALVE)
    target.valve = (ShValve) point->id;
  else if (target.kind == SH_TARGET_VEIN)
    target.vein = (ShVein) point->id;
  return target;
}

/* Numbers that come and go stay away while somebody guesses them. */
static void
apply_view (ShLessonShow *self, const ShLessonStep *step, gboolean asking)
{
  gboolean compare = step->view == SH_LESSON_VIEW_COMPARE;

  if (self->stage != NULL)
    sh_stage_show (self->stage, view_of (step->view), step->valve, step->level,
                   target_of (&step->point));
  if (self->pointed != NULL)
    sh_compare_stage_point (self->pointed, target_of (&step->point));
  if (self->readouts != NULL)
    {
      sh_readouts_mark (self->readouts, mark_of (step));
      if (self->readouts_come)
        gtk_widget_set_visible (GTK_WIDGET (self->readouts),
                                !compare && !asking && mark_of (step) != SH_MARK_NOTHING);
    }
  show_compare (self, compare);
}

/* While something is asked the leg waits as the step before has left it. */
static void
apply (ShLessonShow *self)
{
  const ShLessonStep *step = sh_lesson_player_get_step (self->player);
  gboolean asking = sh_lesson_player_get_phase (self->player) == SH_LESSON_ASKING;

  if (!asking)
    apply_step (self, step);
  else
    self->applied = -1;
  apply_view (self, step, asking);
  g_object_set (self->session, "playing", !asking, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
frame_cb (ShLessonShow *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  if (self->player != NULL && shown_s > 0.0 && sh_lesson_player_tick (self->player, shown_s))
    apply (self);
}

static void
sh_lesson_show_dispose (GObject *object)
{
  ShLessonShow *self = SH_LESSON_SHOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->stage);
  g_clear_weak_pointer (&self->compare);
  g_clear_weak_pointer (&self->pointed);
  g_clear_weak_pointer (&self->readouts);
  g_clear_pointer (&self->player, sh_lesson_player_free);
  G_OBJECT_CLASS (sh_lesson_show_parent_class)->dispose (object);
}

static void
sh_lesson_show_class_init (ShLessonShowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sh_lesson_show_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sh_lesson_show_init (ShLessonShow *self)
{
  self->applied = -1;
}

ShLessonShow *
sh_lesson_show_new (ShSession *session, ShStage *stage, GtkWidget *compare)
{
  ShLessonShow *self = g_object_new (SH_TYPE_LESSON_SHOW, NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->stage, stage);
  g_set_weak_pointer (&self->compare, compare);
  if (SH_IS_COMPARE_STAGE (compare))
    sh_lesson_show_set_compare (self, SH_COMPARE_STAGE (compare));
  g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sh_lesson_show_set_compare (ShLessonShow *self, ShCompareStage *compare)
{
  g_return_if_fail (SH_IS_LESSON_SHOW (self));

  g_set_weak_pointer (&self->pointed, compare);
}

void
sh_lesson_show_set_readouts (ShLessonShow *self, ShReadouts *readouts, gboolean come)
{
  g_return_if_fail (SH_IS_LESSON_SHOW (self));

  g_set_weak_pointer (&self->readouts, readouts);
  self->readouts_come = come;
}

static void
end (ShLessonShow *self)
{
  g_clear_pointer (&self->player, sh_lesson_player_free);
  g_object_set (self->session, "compare", SH_COMPARE_NONE, "speed", 1.0, "playing", TRUE, NULL);
  if (self->stage != NULL)
    sh_stage_show (self->stage, SH_VIEW_STAGE, SH_VALVE_POPLITEAL_1, 0.6, (ShTarget){ 0 });
  if (self->pointed != NULL)
    sh_compare_stage_point (self->pointed, (ShTarget){ 0 });
  if (self->readouts != NULL)
    sh_readouts_mark (self->readouts, SH_MARK_NOTHING);
  show_compare (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
sh_lesson_show_set_lesson (ShLessonShow *self, ShLesson *lesson)
{
  g_return_if_fail (SH_IS_LESSON_SHOW (self));

  self->applied = -1;
  if (lesson == NULL)
    {
      if (self->player != NULL)
        end (self);
      return;
    }
  g_clear_pointer (&self->player, sh_lesson_player_free);
  self->player = sh_lesson_player_new (lesson);
  apply (self);
}

ShLessonPlayer *
sh_lesson_show_get_player (ShLessonShow *self)
{
  g_return_val_if_fail (SH_IS_LESSON_SHOW (self), NULL);

  return self->player;
}

ShSession *
sh_lesson_show_get_session (ShLessonShow *self)
{
  g_return_val_if_fail (SH_IS_LESSON_SHOW (self), NULL);

  return self->session;
}

void
sh_lesson_show_next (ShLessonShow *self)
{
  g_return_if_fail (SH_IS_LESSON_SHOW (self));

  if (self->player == NULL)
    return;
  sh_lesson_player_next (self->player);
  apply (self);
}

void
sh_lesson_show_back (ShLessonShow *self)
{
  g_return_if_fail (SH_IS_LESSON_SHOW (self));

  if (self->player == NULL)
    return;
  self->applied = -1;
  sh_lesson_player_back (self->player);
  apply (self);
}

void
sh_lesson_show_choose (ShLessonShow *self, int choice)
{
  g_return_if_fail (SH_IS_LESSON_SHOW (self));

  if (self->player == NULL)
    return;
  sh_lesson_player_choose (self->player, choice);
  apply (self);
}

void
sh_lesson_show_draw (ShLessonShow *self, const double *drawn, int n)
{
  g_return_if_fail (SH_IS_LESSON_SHOW (self));

  if (self->player == NULL)
    return;
  sh_lesson_player_draw (self->player, drawn, n);
  apply (self);
}
