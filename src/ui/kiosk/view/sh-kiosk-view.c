/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-view.h"

#include <string.h>

#include <math.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-caption-line.h"
#include "sh-cautions.h"
#include "sh-draw.h"
#include "sh-kiosk-pages.h"
#include "sh-kiosk-reading.h"
#include "sh-kiosk-sheets.h"
#include "sh-kiosk-window.h"
#include "sh-names.h"
#include "sh-slider-unit.h"

/* Parts of the screen's height that the clinic's line takes. */
#define HEADER_PORTRAIT 0.075
#define HEADER_LANDSCAPE 0.125
/* How far from a valve a finger may come down. */
#define VALVE_REACH_PX 32.0
/* A screen whose shorter side is below this is a small one, and one above that a big one. */
#define SMALL_PX 700
#define BIG_PX 1000

struct _ShKioskView
{
  GtkWidget parent_instance;

  ShSession *session;
  GBindingGroup *bindings;
  GtkWidget *overlay;
  GtkWidget *board;
  GtkWidget *picture;
  GtkWidget *stage; /* NULL when another view has taken the picture over */
  GtkEventController *valve_tap;
  GtkWidget *clock;
  GtkWidget *clock_label;
  GtkWidget *scenes; /* a stack: the captions of the attract loop */
  GtkWidget *caption;
  GtkWidget *hint;      /* what a touch of the picture does */
  GtkWidget *education; /* that all is a model */
  GtkWidget *pages;     /* a stack */
  GtkWidget *dock;
  GtkWidget *bar;
  GtkWidget *languages; /* (nullable) */
  GtkWidget *staff;
  GtkWidget *hours;
  GtkWidget *lesson;
  GtkWidget *pin_shown;
  GtkWidget *pin_message;
  ShKioskSheets sheets; /* over everything */
  int clock_minutes;
};

G_DEFINE_FINAL_TYPE (ShKioskView, sh_kiosk_view, GTK_TYPE_WIDGET)

static void
show_clock (ShKioskView *self)
{
  double seconds = sh_session_get_inactive_s (self->session);
  int minutes = (int) (seconds / 60.0);
  g_autofree char *hours = NULL;
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->clock),
                                 sh_session_get_fast_clock (self->session));
  if (minutes == self->clock_minutes)
    return;
  self->clock_minutes = minutes;
  hours = sh_slider_unit_hours_text (seconds);
  /* Translators: %s is a time span such as "1 h 05 min". */
  text = g_strdup_printf (C_ ("clock", "Still for %s"), hours);
  gtk_label_set_text (GTK_LABEL (self->clock_label), text);
}

static void
frame_cb (ShKioskView *self)
{
  show_clock (self);
}

/* In free play a touch makes a valve leak or mends it, as in the window. The valves lie closer to
 * each other than a finger is wide: the nearest one is meant. */
static void
picture_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, ShKioskView *self)
{
  ShValve valve = sh_stage_nearest_valve (SH_STAGE (self->stage), x, y, VALVE_REACH_PX);

  if (valve == SH_VALVE_NONE || self->session == NULL)
    return;
  g_object_set (self->stage, "valve", (int) valve, NULL);
  sh_session_toggle_valve (self->session, valve);
}

static void
add_picture_gesture (ShKioskView *self)
{
  self->valve_tap = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  g_signal_connect (self->valve_tap, "released", G_CALLBACK (picture_released_cb), self);
  gtk_widget_add_controller (self->picture, self->valve_tap);
}

/* The picture itself takes no touches: its level line is for those who know it. What lies over it
 * takes them, and only in free play. */
static void
make_picture (ShKioskView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->stage = sh_stage_new ();
  gtk_widget_set_focusable (self->stage, FALSE);
  gtk_widget_set_can_target (self->stage, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->stage);
  self->clock_label = sh_kiosk_label ("", "clock");
  self->clock = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->clock), GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_child (GTK_REVEALER (self->clock), self->clock_label);
  gtk_widget_set_halign (self->clock, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->clock, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->clock, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->clock);
  self->picture = overlay;
}

/* The picture goes on in the present language. */
static void
take_picture (ShKioskView *self, ShKioskView *before)
{
  self->picture = sh_kiosk_board_take_part (SH_KIOSK_BOARD (before->board), SH_KIOSK_PART_PICTURE);
  self->stage = g_steal_pointer (&before->stage);
  self->clock = g_steal_pointer (&before->clock);
  self->clock_label = g_steal_pointer (&before->clock_label);
  gtk_widget_remove_controller (self->picture, before->valve_tap);
  sh_stage_refresh_texts (SH_STAGE (self->stage));
}

static void
add_picture (ShKioskView *self, ShKioskView *before)
{
  ShKioskBoard *board = SH_KIOSK_BOARD (self->board);

  if (before == NULL)
    {
      make_picture (self);
      add_picture_gesture (self);
      sh_kiosk_board_set_part (board, SH_KIOSK_PART_PICTURE, self->picture);
      return;
    }
  sh_kiosk_view_set_session (before, NULL);
  take_picture (self, before);
  add_picture_gesture (self);
  sh_kiosk_board_set_part (board, SH_KIOSK_PART_PICTURE, self->picture);
  g_object_unref (self->picture);
}

static GtkWidget *
scene_caption (const ShKioskScene *scene)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = sh_kiosk_label (sh_kiosk_text (scene->title), "far-title");
  GtkWidget *line = sh_kiosk_label (sh_kiosk_text (scene->line), "far-line");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

/* All captions of the attract loop lie in one stack, whose height is that of the longest: the
 * picture above never changes its size. */
static GtkWidget *
make_caption (ShKioskView *self, double near_px)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int n;
  const ShKioskScene *scenes = sh_kiosk_scenes (&n);

  self->scenes = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->scenes), TRUE);
  gtk_widget_set_vexpand (self->scenes, TRUE);
  gtk_widget_add_css_class (self->scenes, "scene-caption");
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      gtk_stack_add_named (GTK_STACK (self->scenes), scene_caption (&scenes[i]), name);
    }
  self->caption = sh_caption_line_new ();
  gtk_widget_set_size_request (self->caption, -1, (int) ceil (near_px * 1.12 * 1.45 * 3.0) + 24);
  gtk_box_append (GTK_BOX (box), self->scenes);
  gtk_box_append (GTK_BOX (box), self->caption);
  self->hint = sh_kiosk_label (
      C_ ("kiosk", "Touch a valve in the picture: it leaks, or closes again."), "hint");
  gtk_box_append (GTK_BOX (box), self->hint);
  self->education = sh_kiosk_label (sh_caution_education (), "education");
  gtk_box_append (GTK_BOX (box), self->education);
  gtk_widget_set_can_target (box, FALSE);
  return box;
}

static void
add_page (ShKioskView *self, const char *name, GtkWidget *page)
{
  gtk_stack_add_named (GTK_STACK (self->pages), page, name);
}

static gboolean
stop_to_name (GBinding *binding, const GValue *stop, GValue *name, gpointer user_data)
{
  g_value_set_string (name, sh_stop_label (g_value_get_int (stop)));
  return TRUE;
}

static void
add_pages (ShKioskView *self, const ShKioskViewOptions *options)
{
  GtkWidget *name;
  int n;
  const ShKioskChoice *choices = sh_kiosk_choices (&n);

  add_page (self, "attract", sh_kiosk_page_attract ());
  add_page (self, "home", sh_kiosk_page_home (options->lessons != NULL));
  for (int i = 0; i < n; i++)
    add_page (self, choices[i].name, sh_kiosk_page_choice (&choices[i]));
  add_page (self, "needs", sh_kiosk_page_needs ());
  add_page (self, "helps", sh_kiosk_page_helps ());
  add_page (self, "free", sh_kiosk_page_free (&name));
  g_binding_group_bind_full (self->bindings, "stop", name, "label", G_BINDING_SYNC_CREATE,
                             stop_to_name, NULL, NULL, NULL);
  add_page (self, "pin", sh_kiosk_page_pin (&self->pin_shown, &self->pin_message));
  self->staff = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_page (self, "staff", self->staff);
  self->hours = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_page (self, "hours", self->hours);
  if (options->lessons != NULL)
    add_page (self, "lessons", sh_kiosk_page_lessons (options->lessons));
  self->lesson = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_page (self, "lesson", self->lesson);
}

/* The pages may be scrolled where a large text needs more room than there is; the bar stays. */
static GtkWidget *
make_dock (ShKioskView *self, const ShKioskViewOptions *options)
{
  GtkWidget *dock = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->pages = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->pages), FALSE);
  add_pages (self, options);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scrolled), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->pages);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->bar = sh_kiosk_page_bar (options->config, options->speech, &self->languages);
  gtk_box_append (GTK_BOX (dock), scrolled);
  gtk_box_append (GTK_BOX (dock), self->bar);
  gtk_widget_add_css_class (dock, "dock");
  self->dock = dock;
  return dock;
}

/* Buttons find a group of actions that stood above them before they were made. */
static void
add_empty_group (ShKioskView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_insert_action_group (GTK_WIDGET (self), "session", G_ACTION_GROUP (group));
}

static void
make_all (ShKioskView *self, const ShKioskViewOptions *options)
{
  gboolean portrait = options->height > options->width;
  double near_px = sh_kiosk_near_text_px (options->width, options->height) *
                   options->config->text_percent / 100.0 * options->text_scale;
  int header = (int) (options->height * (portrait ? HEADER_PORTRAIT : HEADER_LANDSCAPE));

  add_empty_group (self);
  self->board = sh_kiosk_board_new ();
  sh_kiosk_board_set_screen (SH_KIOSK_BOARD (self->board), options->height_mm,
                             options->config->screen_bottom_mm);
  sh_kiosk_board_set_part (SH_KIOSK_BOARD (self->board), SH_KIOSK_PART_HEADER,
                           sh_kiosk_page_header (options->config, MAX (header, 64)));
  add_picture (self, options->before);
  sh_kiosk_board_set_part (SH_KIOSK_BOARD (self->board), SH_KIOSK_PART_CAPTION,
                           make_caption (self, near_px));
  sh_kiosk_board_set_part (SH_KIOSK_BOARD (self->board), SH_KIOSK_PART_DOCK,
                           make_dock (self, options));
  self->overlay = gtk_overlay_new ();
  gtk_widget_add_css_class (self->overlay, "kiosk-screen");
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->board);
  sh_kiosk_sheets_make (&self->sheets, GTK_OVERLAY (self->overlay));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), portrait ? "portrait" : "landscape");
  if (MIN (options->width, options->height) < SMALL_PX)
    gtk_widget_add_css_class (GTK_WIDGET (self), "small");
  else if (MIN (options->width, options->height) >= BIG_PX)
    gtk_widget_add_css_class (GTK_WIDGET (self), "big");
  if (options->text_scale > 1.0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "larger");
}

static void
sh_kiosk_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (SH_KIOSK_VIEW (widget)->overlay, orientation, -1, minimum, natural, NULL,
                      NULL);
}

/* All lies on one screen, even where the window lies over several. */
static void
sh_kiosk_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GdkRectangle place = { 0, 0, width, height };

  if (SH_IS_KIOSK_WINDOW (root))
    sh_kiosk_window_find_place (SH_KIOSK_WINDOW (root), width, height, &place);
  gtk_widget_allocate (
      SH_KIOSK_VIEW (widget)->overlay, place.width, place.height, -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y)));
}

static void
sh_kiosk_view_dispose (GObject *object)
{
  ShKioskView *self = SH_KIOSK_VIEW (object);

  sh_kiosk_view_set_session (self, NULL);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->bindings);
  G_OBJECT_CLASS (sh_kiosk_view_parent_class)->dispose (object);
}

static void
sh_kiosk_view_class_init (ShKioskViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_kiosk_view_dispose;
  widget_class->measure = sh_kiosk_view_measure;
  widget_class->size_allocate = sh_kiosk_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "kiosk");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sh_kiosk_view_init (ShKioskView *self)
{
  self->bindings = g_binding_group_new ();
  self->clock_minutes = -1;
}

GtkWidget *
sh_kiosk_view_new (const ShKioskViewOptions *options)
{
  ShKioskView *self = g_object_new (SH_TYPE_KIOSK_VIEW, NULL);

  make_all (self, options);
  return GTK_WIDGET (self);
}

/* The actions of the buttons in free play come from the session's properties. */
static GSimpleActionGroup *
session_actions (ShSession *session)
{
  static const char *const names[] = { "stop", "stocking", "leaky", "inactive" };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], session, names[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

void
sh_kiosk_view_set_session (ShKioskView *self, ShSession *session)
{
  g_autoptr (GSimpleActionGroup) actions = session != NULL ? session_actions (session) : NULL;

  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_binding_group_set_source (self->bindings, session);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session",
                                  actions != NULL ? G_ACTION_GROUP (actions) : NULL);
  if (self->overlay == NULL || self->stage == NULL)
    return;
  sh_stage_set_session (SH_STAGE (self->stage), session);
  sh_caption_line_set_session (SH_CAPTION_LINE (self->caption), session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  show_clock (self);
}

ShStage *
sh_kiosk_view_get_stage (ShKioskView *self)
{
  g_return_val_if_fail (SH_IS_KIOSK_VIEW (self), NULL);

  return SH_STAGE (self->stage);
}

ShKioskBoard *
sh_kiosk_view_get_board (ShKioskView *self)
{
  g_return_val_if_fail (SH_IS_KIOSK_VIEW (self), NULL);

  return SH_KIOSK_BOARD (self->board);
}

static void
set_attract (ShKioskView *self, gboolean attract)
{
  g_object_set (self->stage, "labels", attract ? SH_LABELS_NONE : SH_LABELS_FEW, NULL);
  gtk_widget_set_visible (self->scenes, attract);
  gtk_widget_set_visible (self->caption, !attract);
  gtk_widget_set_visible (self->education, !attract);
  if (attract)
    gtk_widget_add_css_class (self->dock, "attract");
  else
    gtk_widget_remove_css_class (self->dock, "attract");
  sh_kiosk_board_set_attract (SH_KIOSK_BOARD (self->board), attract);
}

/* Staff do not look at the leg: where it stands beside the dock, they get its room. */
static void
set_staff (ShKioskView *self, gboolean staff)
{
  gboolean alone = staff && gtk_widget_has_css_class (GTK_WIDGET (self), "landscape");

  gtk_widget_set_visible (self->bar, !staff);
  gtk_widget_set_visible (self->picture, !alone);
  gtk_widget_set_visible (gtk_widget_get_parent (self->caption), !alone);
  sh_kiosk_board_set_staff (SH_KIOSK_BOARD (self->board), alone);
}

/* Whether the picture takes touches. */
static void
set_playable (ShKioskView *self, gboolean playable)
{
  gtk_widget_set_can_target (self->picture, playable);
  gtk_widget_set_visible (self->hint, playable);
}

void
sh_kiosk_view_show_scene (ShKioskView *self, int scene)
{
  g_autofree char *name = g_strdup_printf ("%d", scene);

  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  set_attract (self, TRUE);
  set_staff (self, FALSE);
  set_playable (self, FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->scenes), name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "attract");
}

gboolean
sh_kiosk_view_page_of_staff (const char *page)
{
  return g_str_equal (page, "pin") || g_str_equal (page, "staff") || g_str_equal (page, "hours");
}

/* On the first page all languages are in sight; the others have more to say, and a button for
 * them. */
static void
show_languages (ShKioskView *self, gboolean first)
{
  if (self->languages == NULL)
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->languages), first);
  gtk_widget_set_visible (self->languages, !first);
}

void
sh_kiosk_view_show_page (ShKioskView *self, const char *page)
{
  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  set_attract (self, FALSE);
  set_staff (self, sh_kiosk_view_page_of_staff (page));
  show_languages (self, g_str_equal (page, "home"));
  set_playable (self, g_str_equal (page, "free"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), page);
}

static void
replace_content (GtkWidget *box, GtkWidget *content)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), old);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), content);
}

void
sh_kiosk_view_set_staff (ShKioskView *self, const ShKioskStaffFacts *facts)
{
  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  replace_content (self->staff, sh_kiosk_page_staff (facts));
  replace_content (self->hours, sh_kiosk_page_hours (facts->hours));
}

void
sh_kiosk_view_set_lesson (ShKioskView *self, GtkWidget *page)
{
  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  replace_content (self->lesson, page);
}

void
sh_kiosk_view_set_pin (ShKioskView *self, guint n_digits, const char *message)
{
  GString *dots = g_string_new (n_digits == 0 ? " " : NULL);

  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  for (guint i = 0; i < n_digits; i++)
    g_string_append (dots, "●");
  gtk_label_set_text (GTK_LABEL (self->pin_shown), dots->str);
  gtk_label_set_text (GTK_LABEL (self->pin_message), message);
  g_string_free (dots, TRUE);
}

void
sh_kiosk_view_set_countdown (ShKioskView *self, int seconds)
{
  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  sh_kiosk_sheets_set_countdown (&self->sheets, seconds);
}

void
sh_kiosk_view_set_closed (ShKioskView *self, const char *text, double brightness)
{
  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  sh_kiosk_sheets_set_closed (&self->sheets, text, brightness);
}

void
sh_kiosk_view_set_shift (ShKioskView *self, int x, int y)
{
  g_return_if_fail (SH_IS_KIOSK_VIEW (self));

  sh_kiosk_board_set_shift (SH_KIOSK_BOARD (self->board), x, y);
  sh_kiosk_sheets_set_shift (&self->sheets, x, y);
}

char *
sh_kiosk_view_text (ShKioskView *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SH_IS_KIOSK_VIEW (self), NULL);

  sh_kiosk_reading_collect (gtk_stack_get_visible_child (GTK_STACK (self->pages)), text);
  sh_kiosk_reading_collect (self->caption, text);
  return g_string_free (text, FALSE);
}
