/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-stage-private.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-first-frame.h"
#include "sh-follow.h"
#include "sh-valve-walk.h"

/* The smallest size the picture can still be read at. */
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 240
#define LENS_SIZE 220
/* The ring around a valve reached by the keyboard, in pixels. */
#define RING_DISTANCE 4.0
/* The description for screen readers follows the state no faster than it can be heard. */
#define DESCRIPTION_EVERY_US (2 * G_USEC_PER_SEC)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_THEME,
  PROP_LABELS,
  PROP_WORDING,
  PROP_VIEW,
  PROP_VALVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShStage, sh_stage, GTK_TYPE_WIDGET)

/* Lays the picture out for the present size, theme and person; throws the kept still layer away
 * when it has to be drawn again. */
void
sh_stage_configure (ShStage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const ShFrame *frame;

  if (self->painter == NULL || self->session == NULL || gtk_widget_get_width (widget) <= 0 ||
      gtk_widget_get_height (widget) <= 0)
    return;
  frame = sh_session_get_frame (self->session);
  self->options.width = gtk_widget_get_width (widget);
  self->options.height = gtk_widget_get_height (widget);
  self->options.scale = gtk_widget_get_scale_factor (widget);
  self->options.posture = frame->posture;
  self->options.side = frame->side;
  g_object_get (self->session, "reduced-motion", &self->options.reduced_motion, NULL);
  if (sh_stage_painter_configure (self->painter, &self->options))
    sh_stage_canvas_redraw (&self->canvas);
  sh_stage_canvas_move (&self->canvas);
}

static gboolean
is_ready (GtkWidget *widget)
{
  ShStage *self = SH_STAGE (widget);

  return self->painter != NULL && self->session != NULL && self->options.width > 0.0;
}

static void
draw_still (GtkWidget *widget, cairo_t *cr)
{
  sh_stage_painter_draw_still (SH_STAGE (widget)->painter, cr);
}

static void
draw_moving (GtkWidget *widget, cairo_t *cr)
{
  ShStage *self = SH_STAGE (widget);

  sh_stage_painter_draw_moving (self->painter, cr, sh_session_get_frame (self->session));
}

static void
moving_bounds (GtkWidget *widget, cairo_rectangle_t *bounds)
{
  sh_stage_painter_moving_bounds (SH_STAGE (widget)->painter, bounds);
}

static const ShStageDrawing drawing = { is_ready, draw_still, draw_moving, moving_bounds };

static void
describe (ShStage *self)
{
  g_autofree char *text =
      sh_describe (sh_session_get_frame (self->session), sh_session_get_scenario (self->session),
                   sh_session_get_mean (self->session, SH_NUMBER_ANKLE_PRESSURE), self->wording);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  self->described_us = g_get_monotonic_time ();
}

/* What is needed to draw is read and made here. */
static void
wake (ShStage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShArt) art = NULL;

  art = sh_art_load (&error);
  if (art == NULL)
    {
      g_critical ("The anatomy cannot be drawn: %s", error->message);
      return;
    }
  self->painter = sh_stage_painter_new (art);
  sh_stage_configure (self);
}

static void
wake_later (GtkWidget *widget)
{
  SH_STAGE (widget)->wake_id = 0;
  wake (SH_STAGE (widget));
}

static void
wake_in_time (ShStage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->painter != NULL || self->wake_id != 0)
    return;
  /* A window that stands already shows its new stage at once. */
  if (gdk_frame_clock_get_frame_counter (clock) >= 0)
    wake (self);
  else
    self->wake_id = sh_first_frame_then (GTK_WIDGET (self), wake_later);
}

static void
follow_running (ShStage *self)
{
  sh_stage_canvas_follow (&self->canvas, self->session);
}

static void
frame_cb (ShStage *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  if (self->painter == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (frame->posture != self->options.posture || frame->side != self->options.side)
    sh_stage_configure (self);
  if (shown_s > 0.0)
    sh_stage_painter_advance (self->painter, frame, shown_s);
  sh_stage_canvas_move (&self->canvas);
  if (shown_s <= 0.0 || g_get_monotonic_time () - self->described_us > DESCRIPTION_EVERY_US)
    describe (self);
}

static gboolean
sh_stage_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  ShHit hit = sh_stage_pick (SH_STAGE (widget), x, y);

  if (keyboard_tooltip)
    return FALSE;
  if (hit.kind == SH_HIT_VALVE)
    gtk_tooltip_set_text (tooltip, sh_valve_label ((ShValve) hit.id));
  else if (hit.kind == SH_HIT_VEIN)
    gtk_tooltip_set_text (tooltip, sh_vein_label ((ShVein) hit.id));
  else if (hit.kind == SH_HIT_LEVEL)
    gtk_tooltip_set_text (tooltip, C_ ("stage", "Drag to move the slice up or down"));
  else
    return FALSE;
  return TRUE;
}

static void
forget_drawing (ShStage *self)
{
  self->options.text_scale = sh_stage_text_scale (GTK_WIDGET (self));
  sh_stage_canvas_redraw (&self->canvas);
  sh_stage_configure (self);
}

static void
sh_stage_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  gboolean lens = SH_STAGE (widget)->options.view == SH_VIEW_LENS;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  if (lens)
    *minimum = *natural = LENS_SIZE;
}

static void
sh_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ShStage *self = SH_STAGE (widget);

  sh_stage_canvas_allocate (&self->canvas, width, height);
  sh_stage_configure (self);
}

/* Where a target is in the picture. */
static gboolean
bounds_of (ShStage *self, const ShTarget *target, cairo_rectangle_t *bounds)
{
  return self->painter != NULL && self->session != NULL && self->options.width > 0.0 &&
         sh_stage_painter_target_bounds (self->painter, target,
                                         sh_session_get_frame (self->session), bounds);
}

static void
append_ring (ShStage *self, GtkSnapshot *snapshot, const ShTarget *target, double distance)
{
  cairo_rectangle_t bounds;

  if (bounds_of (self, target, &bounds))
    sh_valve_walk_append_ring (snapshot, self->options.theme, &bounds, distance,
                               self->options.width, self->options.height);
}

/* A ring around the valve that the arrow keys stand at, and a wider one around what a lesson points
 * at. */
static void
sh_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ShStage *self = SH_STAGE (widget);
  const ShTarget walked = { .kind =
                                self->walked != SH_VALVE_NONE ? SH_TARGET_VALVE : SH_TARGET_NOTHING,
                            .valve = self->walked };
  const ShColor paper = sh_theme (self->options.theme)->paper;

  if (self->painter == NULL)
    gtk_snapshot_append_color (
        snapshot, &(GdkRGBA){ (float) paper.r, (float) paper.g, (float) paper.b, 1.0f },
        &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (widget),
                             (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (sh_stage_parent_class)->snapshot (widget, snapshot);
  append_ring (self, snapshot, &walked, RING_DISTANCE);
  append_ring (self, snapshot, &self->pointed, SH_POINTER_DISTANCE);
}

static void
sh_stage_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sh_stage_parent_class)->map (widget);
  wake_in_time (SH_STAGE (widget));
  follow_running (SH_STAGE (widget));
}

static void
sh_stage_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sh_stage_parent_class)->unmap (widget);
  follow_running (SH_STAGE (widget));
}

static void
sh_stage_unrealize (GtkWidget *widget)
{
  sh_stage_canvas_forget (&SH_STAGE (widget)->canvas);
  GTK_WIDGET_CLASS (sh_stage_parent_class)->unrealize (widget);
}

static void
sh_stage_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sh_stage_parent_class)->system_setting_changed (widget, setting);
  forget_drawing (SH_STAGE (widget));
}

/* The lens only shows: the keyboard stays with the picture that it belongs to. */
static void
set_view (ShStage *self, ShView view)
{
  self->options.view = view;
  gtk_widget_set_focusable (GTK_WIDGET (self), view == SH_VIEW_STAGE);
  gtk_widget_set_can_target (GTK_WIDGET (self), view != SH_VIEW_LENS);
  sh_stage_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sh_stage_look_at (ShStage *self, ShValve valve)
{
  if (valve == self->looked_at)
    return;
  self->looked_at = valve;
  if (valve != SH_VALVE_NONE)
    {
      self->options.valve = valve;
      sh_stage_configure (self);
    }
  sh_stage_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALVE]);
}

static void
sh_stage_dispose (GObject *object)
{
  ShStage *self = SH_STAGE (object);

  sh_stage_set_session (self, NULL);
  if (self->wake_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->wake_id);
  self->wake_id = 0;
  sh_stage_canvas_clear (&self->canvas);
  g_clear_pointer (&self->painter, sh_stage_painter_free);
  G_OBJECT_CLASS (sh_stage_parent_class)->dispose (object);
}

static void
sh_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShStage *self = SH_STAGE (object);

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
    case PROP_VIEW:
      g_value_set_uint (value, self->options.view);
      break;
    case PROP_VALVE:
      g_value_set_int (value, (int) self->looked_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShStage *self = SH_STAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      sh_stage_set_session (self, g_value_get_object (value));
      break;
    case PROP_THEME:
      self->options.theme = (ShThemeId) g_value_get_uint (value);
      sh_stage_configure (self);
      break;
    case PROP_LABELS:
      self->options.labels = (ShLabels) g_value_get_uint (value);
      sh_stage_configure (self);
      break;
    case PROP_WORDING:
      self->wording = (ShWording) g_value_get_uint (value);
      break;
    case PROP_VIEW:
      set_view (self, (ShView) g_value_get_uint (value));
      break;
    case PROP_VALVE:
      sh_stage_look_at (self, (ShValve) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_stage_class_init (ShStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sh_stage_dispose;
  object_class->get_property = sh_stage_get_property;
  object_class->set_property = sh_stage_set_property;
  widget_class->measure = sh_stage_measure;
  widget_class->size_allocate = sh_stage_size_allocate;
  widget_class->snapshot = sh_stage_snapshot;
  widget_class->map = sh_stage_map;
  widget_class->unmap = sh_stage_unmap;
  widget_class->unrealize = sh_stage_unrealize;
  widget_class->query_tooltip = sh_stage_query_tooltip;
  widget_class->system_setting_changed = sh_stage_system_setting_changed;

  properties[PROP_SESSION] = sh_follow_session_property ();
  properties[PROP_THEME] = sh_follow_theme_property ();
  properties[PROP_LABELS] = sh_follow_labels_property ();
  properties[PROP_WORDING] = sh_follow_wording_property ();
  properties[PROP_VIEW] =
      g_param_spec_uint ("view", NULL, NULL, 0, SH_N_VIEWS - 1, SH_VIEW_STAGE, flags);
  properties[PROP_VALVE] =
      g_param_spec_int ("valve", NULL, NULL, (int) SH_VALVE_NONE, SH_N_VALVES - 1,
                        (int) SH_VALVE_NONE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sh_stage_init (ShStage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->walked = SH_VALVE_NONE;
  self->looked_at = SH_VALVE_NONE;
  sh_scene_options_init (&self->options);
  self->options.width = 0.0;
  self->options.text_scale = sh_stage_text_scale (widget);
  sh_stage_canvas_init (&self->canvas, widget, &drawing);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  sh_stage_name (self);
  sh_stage_add_controllers (self);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (forget_drawing), self, G_CONNECT_SWAPPED);
  g_signal_connect (widget, "notify::scale-factor", G_CALLBACK (sh_stage_configure), NULL);
}

GtkWidget *
sh_stage_new (void)
{
  return g_object_new (SH_TYPE_STAGE, NULL);
}

ShSession *
sh_stage_get_session (ShStage *self)
{
  g_return_val_if_fail (SH_IS_STAGE (self), NULL);

  return self->session;
}

void
sh_stage_set_session (ShStage *self, ShSession *session)
{
  g_return_if_fail (SH_IS_STAGE (self));

  if (!sh_follow_session (self, &self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::running", G_CALLBACK (follow_running), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::reduced-motion", G_CALLBACK (sh_stage_configure),
                               self, G_CONNECT_SWAPPED);
      describe (self);
      sh_stage_configure (self);
    }
  follow_running (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

const ShSceneOptions *
sh_stage_get_options (ShStage *self)
{
  g_return_val_if_fail (SH_IS_STAGE (self), NULL);

  return &self->options;
}

void
sh_stage_refresh_texts (ShStage *self)
{
  ShSceneOptions other;

  g_return_if_fail (SH_IS_STAGE (self));

  if (self->painter == NULL || self->options.width <= 0.0)
    return;
  /* Labels are laid out anew when something about them changes; the leg itself is kept. */
  other = self->options;
  other.labels = other.labels == SH_LABELS_NONE ? SH_LABELS_FEW : SH_LABELS_NONE;
  sh_stage_painter_configure (self->painter, &other);
  sh_stage_painter_configure (self->painter, &self->options);
  sh_stage_canvas_redraw (&self->canvas);
  sh_stage_canvas_move (&self->canvas);
  sh_stage_name (self);
  if (self->session != NULL)
    describe (self);
}

guint64
sh_stage_get_frames_drawn (ShStage *self)
{
  g_return_val_if_fail (SH_IS_STAGE (self), 0);

  return self->canvas.frames_drawn;
}

void
sh_stage_show (ShStage *self, ShView view, ShValve valve, double level, ShTarget pointed)
{
  g_return_if_fail (SH_IS_STAGE (self));

  if (self->options.view != view)
    sh_stage_canvas_redraw (&self->canvas);
  self->options.view = view;
  self->options.valve = valve;
  self->options.level = CLAMP (level, 0.0, 1.0);
  self->pointed = pointed;
  sh_stage_configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
sh_stage_get_ring (ShStage *self, graphene_rect_t *ring)
{
  cairo_rectangle_t bounds;

  g_return_val_if_fail (SH_IS_STAGE (self), FALSE);

  return bounds_of (self, &self->pointed, &bounds) &&
         sh_ring_around (&bounds, SH_POINTER_DISTANCE, self->options.width, self->options.height,
                         ring);
}
