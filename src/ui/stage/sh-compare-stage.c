/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-compare-stage.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include <math.h>

#include "sh-compare-painter.h"
#include "sh-follow.h"
#include "sh-stage-canvas.h"
#include "sh-story.h"
#include "sh-valve-walk.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 240
/* The ring around a valve reached by the keyboard, in pixels. */
#define RING_DISTANCE 4.0
/* The description for screen readers follows the state no faster than it can be heard. */
#define DESCRIPTION_EVERY_US (3 * G_USEC_PER_SEC)

struct _ShCompareStage
{
  GtkWidget parent_instance;

  ShSession *session;
  ShComparePainter *painter; /* NULL until it is first shown */
  ShStageCanvas canvas;
  ShCompareOptions options;
  ShUnit unit; /* of pressures in the picture */
  gint64 described_us;
  ShTarget pointed; /* what a lesson points at */
  ShValve walked;   /* the valve that the arrow keys stand at, or SH_VALVE_NONE */
  ShWording wording;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_THEME,
  PROP_LABELS,
  PROP_WORDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShCompareStage, sh_compare_stage, GTK_TYPE_WIDGET)

/* The session's leg stands first beside a healthy one, but after its own earlier state: one reads
 * from before to now. */
static int
place_of_leg (ShCompareStage *self)
{
  guint compare;

  g_object_get (self->session, "compare", &compare, NULL);
  return compare == SH_COMPARE_BEFORE ? 1 : 0;
}

/* Both legs at the instant that is shown; a leg that differs in nothing is its own other one. */
static void
take_frames (ShCompareStage *self, ShFrame frames[2])
{
  const ShFrame *other = sh_session_get_other_frame (self->session);
  int own = place_of_leg (self);

  frames[own] = *sh_session_get_frame (self->session);
  frames[1 - own] = other != NULL ? *other : frames[own];
}

/* The picture's name, or in its place the valve that the arrow keys stand at. */
static void
name (ShCompareStage *self)
{
  g_autofree char *text =
      self->walked == SH_VALVE_NONE || self->session == NULL
          ? g_strdup (
                C_ ("compare", "Two legs side by side; their numbers are on the page Numbers"))
          : sh_valve_walk_name (self->session, self->walked);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
describe_leg (ShCompareStage *self, int index, const ShFrame frames[2])
{
  const char *title = self->options.title[index];
  g_autofree char *text =
      sh_describe (&frames[index], &self->options.scenario[index], NAN, self->wording);

  /* Translators: which of two legs, and what is seen of it. */
  return g_strdup_printf (C_ ("compare", "%1$s: %2$s"),
                          title != NULL ? title : C_ ("compare", "This leg"), text);
}

static void
describe (ShCompareStage *self, const ShFrame frames[2])
{
  g_autofree char *first = describe_leg (self, 0, frames);
  g_autofree char *second = describe_leg (self, 1, frames);
  g_autofree char *text = g_strconcat (first, "\n", second, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  self->described_us = g_get_monotonic_time ();
}

static void
describe_now (ShCompareStage *self)
{
  ShFrame frames[2];

  take_frames (self, frames);
  describe (self, frames);
}

static void
configure (ShCompareStage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const ShScenario *other;
  int own;

  if (self->painter == NULL || self->session == NULL || gtk_widget_get_width (widget) <= 0 ||
      gtk_widget_get_height (widget) <= 0)
    return;
  other = sh_session_get_other_scenario (self->session);
  own = place_of_leg (self);
  self->options.width = gtk_widget_get_width (widget);
  self->options.height = gtk_widget_get_height (widget);
  self->options.scale = gtk_widget_get_scale_factor (widget);
  self->options.text_scale = sh_stage_text_scale (widget);
  self->options.scenario[own] = *sh_session_get_scenario (self->session);
  self->options.scenario[1 - own] = other != NULL ? *other : self->options.scenario[own];
  self->options.title[0] = own == 1 ? C_ ("compare", "Before") : NULL;
  self->options.title[1] = own == 1 ? C_ ("compare", "Now") : C_ ("compare", "Healthy leg");
  self->options.prepare_in_worker = TRUE;
  if (sh_compare_painter_configure (self->painter, &self->options))
    sh_stage_canvas_redraw (&self->canvas);
  sh_stage_canvas_move (&self->canvas);
  describe_now (self);
}

static gboolean
is_ready (GtkWidget *widget)
{
  ShCompareStage *self = SH_COMPARE_STAGE (widget);

  return self->painter != NULL && self->session != NULL && self->options.width > 0.0;
}

static void
draw_still (GtkWidget *widget, cairo_t *cr)
{
  sh_compare_painter_draw_still (SH_COMPARE_STAGE (widget)->painter, cr);
}

static void
draw_moving (GtkWidget *widget, cairo_t *cr)
{
  ShCompareStage *self = SH_COMPARE_STAGE (widget);
  ShFrame frames[2];

  take_frames (self, frames);
  sh_compare_painter_draw_moving (self->painter, cr, frames);
}

static const ShStageDrawing drawing = { is_ready, draw_still, draw_moving, NULL };

static void
follow_running (ShCompareStage *self)
{
  sh_stage_canvas_follow (&self->canvas, self->session);
}

/* The scales stand in the still picture; another unit of pressure is another scale. */
static void
follow_unit (ShCompareStage *self)
{
  ShUnit unit = sh_numbers_get_pressure_unit ();

  if (self->unit == unit)
    return;
  self->unit = unit;
  sh_stage_canvas_redraw (&self->canvas);
}

static void
frame_cb (ShCompareStage *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  ShFrame frames[2];

  follow_unit (self);
  if (self->painter == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  take_frames (self, frames);
  if (shown_s > 0.0)
    sh_compare_painter_advance (self->painter, frames, shown_s);
  else
    sh_compare_painter_reset (self->painter);
  if (shown_s <= 0.0 || g_get_monotonic_time () - self->described_us >= DESCRIPTION_EVERY_US)
    describe (self, frames);
  sh_stage_canvas_move (&self->canvas);
}

static void
walk_to (ShCompareStage *self, ShValve valve)
{
  if (valve == self->walked)
    return;
  self->walked = valve;
  name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_left_cb (ShCompareStage *self)
{
  walk_to (self, SH_VALVE_NONE);
}

/* The valves of the leg that can be changed are walked; the other one is there to be looked at. */
static gboolean
is_shown (gpointer picture, ShValve valve, cairo_rectangle_t *bounds)
{
  ShCompareStage *self = SH_COMPARE_STAGE (picture);

  return self->painter != NULL && self->session != NULL &&
         sh_compare_painter_valve_bounds (self->painter, place_of_leg (self), valve, bounds);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ShCompareStage *self)
{
  int direction = sh_valve_walk_direction (keyval);

  if (direction != 0)
    walk_to (self, sh_valve_walk (self->walked, direction, is_shown, self));
  else if (keyval == GDK_KEY_Return && self->walked != SH_VALVE_NONE && self->session != NULL)
    {
      sh_session_toggle_valve (self->session, self->walked);
      name (self);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ShCompareStage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, ShCompareStage *self)
{
  int leg = 1;
  ShHit hit;

  if (self->painter == NULL || self->session == NULL)
    return;
  hit = sh_compare_painter_pick (self->painter, x, y, &leg);
  if (hit.kind == SH_HIT_VALVE && leg == place_of_leg (self))
    sh_session_toggle_valve (self->session, (ShValve) hit.id);
}

static void
make_painter (ShCompareStage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = sh_art_load (&error);

  if (art != NULL)
    self->painter = sh_compare_painter_new (art);
  else
    g_critical ("The anatomy cannot be drawn: %s", error->message);
}

static void
sh_compare_stage_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
sh_compare_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShCompareStage *self = SH_COMPARE_STAGE (widget);

  sh_stage_canvas_allocate (&self->canvas, width, height);
  configure (self);
}

static gboolean
pointed_bounds (ShCompareStage *self, int leg, cairo_rectangle_t *bounds)
{
  return self->painter != NULL && self->session != NULL && self->options.width > 0.0 &&
         sh_compare_painter_target_bounds (self->painter, leg, &self->pointed, bounds);
}

/* What is pointed at has a ring in both legs, so that the eye compares the same place. */
static void
sh_compare_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShCompareStage *self = SH_COMPARE_STAGE (widget);
  cairo_rectangle_t bounds;

  GTK_WIDGET_CLASS (sh_compare_stage_parent_class)->snapshot (widget, snapshot);
  if (self->walked != SH_VALVE_NONE && is_shown (self, self->walked, &bounds))
    sh_valve_walk_append_ring (snapshot, self->options.theme, &bounds, RING_DISTANCE,
                               self->options.width, self->options.height);
  for (int i = 0; i < 2; i++)
    if (pointed_bounds (self, i, &bounds))
      sh_valve_walk_append_ring (snapshot, self->options.theme, &bounds, SH_POINTER_DISTANCE,
                                 self->options.width, self->options.height);
}

static void
sh_compare_stage_map (GtkWidget *widget)
{
  ShCompareStage *self = SH_COMPARE_STAGE (widget);

  GTK_WIDGET_CLASS (sh_compare_stage_parent_class)->map (widget);
  if (self->painter == NULL)
    make_painter (self);
  configure (self);
  follow_running (self);
}

static void
sh_compare_stage_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sh_compare_stage_parent_class)->unmap (widget);
  follow_running (SH_COMPARE_STAGE (widget));
}

static void
sh_compare_stage_unrealize (GtkWidget *widget)
{
  sh_stage_canvas_forget (&SH_COMPARE_STAGE (widget)->canvas);
  GTK_WIDGET_CLASS (sh_compare_stage_parent_class)->unrealize (widget);
}

static void
sh_compare_stage_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  ShCompareStage *self = SH_COMPARE_STAGE (widget);

  GTK_WIDGET_CLASS (sh_compare_stage_parent_class)->system_setting_changed (widget, setting);
  sh_stage_canvas_redraw (&self->canvas);
  configure (self);
}

static void
sh_compare_stage_dispose (GObject *object)
{
  ShCompareStage *self = SH_COMPARE_STAGE (object);

  sh_compare_stage_set_session (self, NULL);
  sh_stage_canvas_clear (&self->canvas);
  g_clear_pointer (&self->painter, sh_compare_painter_free);
  G_OBJECT_CLASS (sh_compare_stage_parent_class)->dispose (object);
}

static void
sh_compare_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShCompareStage *self = SH_COMPARE_STAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_THEME:
      g_value_set_uint (value, self->options.theme);
      break;
    case PROP_LABELS:
      g_value_set_uint (value, self->options.labels);
      break;
    case PROP_WORDING:
      g_value_set_uint (value, self->wording);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_compare_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShCompareStage *self = SH_COMPARE_STAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      sh_compare_stage_set_session (self, g_value_get_object (value));
      break;
    case PROP_THEME:
      self->options.theme = (ShThemeId) g_value_get_uint (value);
      configure (self);
      break;
    case PROP_LABELS:
      self->options.labels = (ShLabels) g_value_get_uint (value);
      configure (self);
      break;
    case PROP_WORDING:
      self->wording = (ShWording) g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_compare_stage_class_init (ShCompareStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_compare_stage_dispose;
  object_class->get_property = sh_compare_stage_get_property;
  object_class->set_property = sh_compare_stage_set_property;
  widget_class->measure = sh_compare_stage_measure;
  widget_class->size_allocate = sh_compare_stage_size_allocate;
  widget_class->snapshot = sh_compare_stage_snapshot;
  widget_class->map = sh_compare_stage_map;
  widget_class->unmap = sh_compare_stage_unmap;
  widget_class->unrealize = sh_compare_stage_unrealize;
  widget_class->system_setting_changed = sh_compare_stage_system_setting_changed;
  properties[PROP_SESSION] = sh_follow_session_property ();
  properties[PROP_THEME] = sh_follow_theme_property ();
  properties[PROP_LABELS] = sh_follow_labels_property ();
  properties[PROP_WORDING] = sh_follow_wording_property ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "comparestage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sh_compare_stage_init (ShCompareStage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->options.labels = SH_LABELS_FEW;
  sh_stage_canvas_init (&self->canvas, widget, &drawing);
  self->walked = SH_VALVE_NONE;
  gtk_widget_set_focusable (widget, TRUE);
  name (self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (widget, "notify::scale-factor", G_CALLBACK (configure), NULL);
}

GtkWidget *
sh_compare_stage_new (void)
{
  return g_object_new (SH_TYPE_COMPARE_STAGE, NULL);
}

void
sh_compare_stage_set_session (ShCompareStage *self, ShSession *session)
{
  g_return_if_fail (SH_IS_COMPARE_STAGE (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::running", G_CALLBACK (follow_running), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "changed", G_CALLBACK (configure), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::compare", G_CALLBACK (configure), self,
                               G_CONNECT_SWAPPED);
      configure (self);
    }
  follow_running (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
sh_compare_stage_point (ShCompareStage *self, ShTarget pointed)
{
  g_return_if_fail (SH_IS_COMPARE_STAGE (self));

  self->pointed = pointed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
sh_compare_stage_get_ring (ShCompareStage *self, int leg, graphene_rect_t *ring)
{
  cairo_rectangle_t bounds;

  g_return_val_if_fail (SH_IS_COMPARE_STAGE (self), FALSE);
  g_return_val_if_fail (leg == 0 || leg == 1, FALSE);

  return pointed_bounds (self, leg, &bounds) &&
         sh_ring_around (&bounds, SH_POINTER_DISTANCE, self->options.width, self->options.height,
                         ring);
}
