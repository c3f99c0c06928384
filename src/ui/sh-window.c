/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-window.h"

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-caption-line.h"
#include "sh-compare-stage.h"
#include "sh-document.h"
#include "sh-files.h"
#include "sh-folding.h"
#include "sh-layout.h"
#include "sh-menus.h"
#include "sh-mode-switch.h"
#include "sh-modes.h"
#include "sh-names.h"
#include "sh-numbers.h"
#include "sh-pages.h"
#include "sh-preferences-window.h"
#include "sh-readouts.h"
#include "sh-recent-menu.h"
#include "sh-time-bar.h"
#include "sh-slider-unit.h"
#include "sh-symbol.h"
#include "sh-undo.h"
#include "sh-window-private.h"

struct _ShWindow
{
  GtkApplicationWindow parent_instance;

  ShSession *session;
  ShPreferences *preferences;
  ShDocument *document;
  ShFiles *files;
  ShUndo *undo;
  GtkWidget *title_label;
  GtkWidget *menu_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *info_bar;
  GtkWidget *info_label;
  GtkWidget *stage;
  GtkWidget *compare;
  GtkWidget *lens;
  GtkWidget *lens_box;
  GtkWidget *lens_close;
  GtkWidget *lens_label;
  GtkWidget *leave_full_screen;
  GtkWidget *pictures; /* one leg, or two */
  GtkWidget *caption;
  GtkWidget *time_bar;
  GtkWidget *readouts;
  GtkWidget *modes; /* the panel's pages */
  GPtrArray *added_modes;
  GtkWidget *mode_switch;
  GtkWidget *clock;
  GtkWidget *clock_label;
  GtkWidget *clock_rate;
  int clock_minutes; /* what the clock shows, so that it is only written when it changes */
};

enum
{
  PROP_0,
  PROP_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShWindow, sh_window, GTK_TYPE_APPLICATION_WINDOW)

/* What the clock shows instead of minutes while only slow things are in a hurry. */
#define HURRYING (-2)

/* The clock on the picture while someone stays still: how long, and that time runs fast. */
static void
show_clock (ShWindow *self)
{
  g_autofree char *hours = NULL;
  g_autofree char *text = NULL;
  double seconds = sh_session_get_inactive_s (self->session);
  gboolean hurrying = sh_session_get_hurrying (self->session);
  int minutes = hurrying ? HURRYING : (int) (seconds / 60.0);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->clock),
                                 hurrying || sh_session_get_fast_clock (self->session));
  if (minutes == self->clock_minutes)
    return;
  self->clock_minutes = minutes;
  hours = sh_slider_unit_hours_text (seconds);
  /* Translators: %s is a time span such as "1 h 05 min". */
  text = hurrying ? g_strdup (C_ ("clock", "Movement keeps its own speed"))
                  : g_strdup_printf (C_ ("clock", "Still for %s"), hours);
  gtk_label_set_text (GTK_LABEL (self->clock_label), text);
}

static void
valve_to_visible (ShWindow *self)
{
  int valve;

  g_object_get (self->stage, "valve", &valve, NULL);
  gtk_widget_set_visible (self->lens_box, valve != (int) SH_VALVE_NONE);
  if (valve != (int) SH_VALVE_NONE)
    gtk_label_set_text (GTK_LABEL (self->lens_label), sh_valve_label ((ShValve) valve));
}

static void
close_lens (ShWindow *self)
{
  g_object_set (self->stage, "valve", (int) SH_VALVE_NONE, NULL);
}

/* The lens lies over the valve that was tapped or reached with the arrows, until it is put away. */
static void
add_lens (ShWindow *self)
{
  g_object_set (self->lens, "session", self->session, NULL);
  g_object_bind_property (self->stage, "valve", self->lens, "valve", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->stage, "notify::valve", G_CALLBACK (valve_to_visible), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lens_close, "clicked", G_CALLBACK (close_lens), self,
                           G_CONNECT_SWAPPED);
}

/* One leg, or two side by side. */
static void
show_picture (ShWindow *self)
{
  guint compare;

  g_object_get (self->session, "compare", &compare, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->pictures),
                               compare == SH_COMPARE_NONE ? self->stage : self->compare);
  /* Between two legs stand numbers, which nothing may cover. */
  gtk_widget_set_halign (self->clock,
                         compare == SH_COMPARE_NONE ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  gtk_widget_set_visible (self->clock_rate, compare == SH_COMPARE_NONE);
}

static void
frame_cb (ShWindow *self, const ShFrame *frame, double shown_s, ShSession *session)
{
  show_clock (self);
}

/* The unit is the whole program's, as the language is; what stands still is shown again in it. */
static void
follow_units (ShWindow *self)
{
  int units;

  g_object_get (self->preferences, "units", &units, NULL);
  sh_numbers_set_pressure_unit (units == SH_UNITS_KPA ? SH_UNIT_KPA : SH_UNIT_MMHG);
  sh_session_refresh (self->session);
}

/* Enumerations travel as plain numbers between properties of different kinds. */
static gboolean
enum_to_uint (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_uint (to, (guint) g_value_get_enum (from));
  return TRUE;
}

static void
bind_enum (gpointer source, const char *from, gpointer target, const char *to)
{
  g_object_bind_property_full (source, from, target, to, G_BINDING_SYNC_CREATE, enum_to_uint, NULL,
                               NULL, NULL);
}

static void
bind_appearance (ShWindow *self, ShAppearance *appearance)
{
  g_object_bind_property (appearance, "theme", self->stage, "theme", G_BINDING_SYNC_CREATE);
  g_object_bind_property (appearance, "theme", sh_readouts_get_chart (SH_READOUTS (self->readouts)),
                          "theme", G_BINDING_SYNC_CREATE);
  g_object_bind_property (appearance, "reduced-motion", self->session, "reduced-motion",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (appearance, "theme", self->compare, "theme", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->preferences, "notify::units", G_CALLBACK (follow_units), self,
                           G_CONNECT_SWAPPED);
  follow_units (self);
  bind_enum (self->preferences, "labels", self->stage, "labels");
  bind_enum (self->preferences, "labels", self->compare, "labels");
  g_object_bind_property (appearance, "theme", self->lens, "theme", G_BINDING_SYNC_CREATE);
  bind_enum (self->preferences, "wording", self->stage, "wording");
  bind_enum (self->preferences, "wording", self->caption, "wording");
  bind_enum (self->preferences, "wording", self->compare, "wording");
}

static void
keep_size (ShWindow *self)
{
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (self->preferences, "window-width", self, "default-width", flags);
  g_object_bind_property (self->preferences, "window-height", self, "default-height", flags);
  g_object_bind_property (self->preferences, "maximized", self, "maximized", flags);
}

static void
set_enabled (ShWindow *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

/* What would be undone and done again stands on the buttons. */
static void
follow_undo (ShWindow *self)
{
  const char *undo = sh_undo_get_undo_text (self->undo);
  const char *redo = sh_undo_get_redo_text (self->undo);

  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
}

/* The window is called as its file, with a dot while there are changes that are not saved. */
static void
follow_document (ShWindow *self)
{
  const char *path = sh_document_get_path (self->document);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *title = NULL;

  if (name == NULL)
    title = g_strdup (C_ ("window", "Second Heart"));
  else if (sh_document_get_modified (self->document))
    /* Translators: the title of a window whose file %s has changes that are not saved. */
    title = g_strdup_printf (C_ ("window", "• %s – Second Heart"), name);
  else
    /* Translators: the title of a window with the file %s. */
    title = g_strdup_printf (C_ ("window", "%s – Second Heart"), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  /* In the window itself there is room for more important things than the program's name. */
  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_widget_set_tooltip_text (self->title_label, path);
  gtk_widget_set_visible (self->title_label, name != NULL);
}

/* All that happens while a button or a finger is down is one step of undo. The event itself is
 * nobody's business here. */
static gboolean
pointer_cb (ShWindow *self, GdkEvent *event, GtkEventController *controller)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      sh_undo_set_held (self->undo, TRUE);
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
      sh_undo_set_held (self->undo, FALSE);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_undo (ShWindow *self)
{
  GtkEventController *pointer = gtk_event_controller_legacy_new ();

  self->undo = sh_undo_new (self->session);
  g_signal_connect_object (self->undo, "notify", G_CALLBACK (follow_undo), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (pointer, GTK_PHASE_CAPTURE);
  g_signal_connect_object (pointer, "event", G_CALLBACK (pointer_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
  follow_undo (self);
}

/* The desktop's list is only read when the menu opens. */
static void
menu_opened_cb (ShWindow *self, GtkWidget *popover)
{
  sh_recent_fill_menu (sh_menus_get ("recent"));
}

static void
add_files (ShWindow *self, const char *path)
{
  self->document = sh_document_new (self->session, path);
  self->files = sh_files_new (GTK_APPLICATION_WINDOW (self), self->document,
                              GTK_INFO_BAR (self->info_bar), GTK_LABEL (self->info_label));
  g_signal_connect_object (self->files, "opened", G_CALLBACK (sh_undo_clear), self->undo,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify", G_CALLBACK (follow_document), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button)), "map",
                           G_CALLBACK (menu_opened_cb), self, G_CONNECT_SWAPPED);
  follow_document (self);
}

static gboolean
sh_window_close_request (GtkWindow *window)
{
  if (!sh_files_may_close (SH_WINDOW (window)->files))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (sh_window_parent_class)->close_request (window);
}

static void
sh_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODE)
    g_value_set_string (value, sh_window_get_mode (SH_WINDOW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODE)
    sh_window_set_mode (SH_WINDOW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sh_window_dispose (GObject *object)
{
  ShWindow *self = SH_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  /* The actions hold the session, and GTK may keep the group a while longer than the window. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session", NULL);
  g_clear_object (&self->files);
  g_clear_object (&self->document);
  g_clear_object (&self->undo);
  g_clear_object (&self->session);
  g_clear_object (&self->preferences);
  gtk_widget_dispose_template (GTK_WIDGET (object), SH_TYPE_WINDOW);
  g_clear_pointer (&self->added_modes, g_ptr_array_unref);
  G_OBJECT_CLASS (sh_window_parent_class)->dispose (object);
}

static void
sh_window_class_init (ShWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sh_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sh_window_close_request;
  object_class->get_property = sh_window_get_property;
  object_class->set_property = sh_window_set_property;
  properties[PROP_MODE] =
      g_param_spec_string ("mode", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (SH_TYPE_CAPTION_LINE);
  g_type_ensure (SH_TYPE_COMPARE_STAGE);
  g_type_ensure (SH_TYPE_LAYOUT);
  g_type_ensure (SH_TYPE_MODE_SWITCH);
  g_type_ensure (SH_TYPE_READOUTS);
  g_type_ensure (SH_TYPE_STAGE);
  g_type_ensure (SH_TYPE_TIME_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, SH_RESOURCE_PREFIX "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, lens);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, lens_box);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, lens_close);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, lens_label);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, leave_full_screen);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, pictures);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, caption);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, time_bar);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, readouts);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, info_bar);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, info_label);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, modes);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, mode_switch);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, clock_label);
  gtk_widget_class_bind_template_child (widget_class, ShWindow, clock_rate);
}

static void
sh_window_init (ShWindow *self)
{
  self->clock_minutes = -1;
  self->added_modes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button),
                                  G_MENU_MODEL (sh_menus_get ("primary")));
  sh_folding_hide (GTK_REVEALER (self->clock));
  /* The leg is never mirrored, so what lies over its picture keeps to the side that is free. */
  gtk_widget_set_direction (self->lens_box, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (self->leave_full_screen, GTK_TEXT_DIR_LTR);
  sh_window_add_keys (self);
}

GtkWidget *
sh_window_new (GtkApplication *application,
               ShSession *session,
               ShPreferences *preferences,
               ShAppearance *appearance,
               const char *path)
{
  ShWindow *self = g_object_new (SH_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  self->preferences = g_object_ref (preferences);
  sh_window_add_actions (self);
  add_undo (self);
  add_files (self, path);
  bind_appearance (self, appearance);
  keep_size (self);
  g_object_set (self->stage, "session", session, NULL);
  g_object_set (self->caption, "session", session, NULL);
  g_object_set (self->compare, "session", session, NULL);
  add_lens (self);
  g_signal_connect_object (session, "notify::compare", G_CALLBACK (show_picture), self,
                           G_CONNECT_SWAPPED);
  g_object_set (self->time_bar, "session", session, NULL);
  g_object_set (self->readouts, "session", session, NULL);
  sh_modes_add (self);
  sh_symbol_replace_icons (GTK_WIDGET (self));
  g_signal_connect_object (session, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  show_clock (self);
  /* The picture has the focus first, so that Space pauses and does not press a button. */
  gtk_window_set_focus (GTK_WINDOW (self), self->stage);
  return GTK_WIDGET (self);
}

/* A mode that was added, and what makes its page. */
typedef struct
{
  ShWindow *window; /* (unowned): keeps this */
  GtkWidget *(*make) (ShWindow *window);
} Mode;

/* The page of a mode scrolls where it is higher than the panel. */
static GtkWidget *
make_in_scroller (gpointer user_data)
{
  Mode *mode = user_data;

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "child", mode->make (mode->window), NULL);
}

void
sh_window_add_mode (ShWindow *self,
                    const char *name,
                    const char *title,
                    GtkWidget *(*make) (ShWindow *window))
{
  GtkStack *stack;
  Mode *mode;
  gboolean first;

  g_return_if_fail (SH_IS_WINDOW (self));
  g_return_if_fail (make != NULL);

  stack = GTK_STACK (self->modes);
  mode = g_new (Mode, 1);
  *mode = (Mode){ self, make };
  g_ptr_array_add (self->added_modes, mode);
  sh_pages_add (stack, name, make_in_scroller, mode);
  first = self->added_modes->len == 1;
  gtk_widget_set_visible (self->mode_switch, !first);
  if (first)
    sh_pages_show (stack, name);
  sh_mode_switch_add (SH_MODE_SWITCH (self->mode_switch), name, title);
  sh_mode_switch_set_mode (SH_MODE_SWITCH (self->mode_switch), sh_window_get_mode (self));
}

void
sh_window_set_mode (ShWindow *self, const char *name)
{
  GtkStack *stack;

  g_return_if_fail (SH_IS_WINDOW (self));

  stack = GTK_STACK (self->modes);
  if (name == NULL || g_str_equal (name, sh_window_get_mode (self)) || !sh_pages_show (stack, name))
    return;
  sh_mode_switch_set_mode (SH_MODE_SWITCH (self->mode_switch), name);
  sh_files_set_forgets (self->files, g_str_equal (name, SH_MODE_EXAM));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "mode")),
      g_variant_new_string (name));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

const char *
sh_window_get_mode (ShWindow *self)
{
  g_return_val_if_fail (SH_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->modes));
}

ShPreferences *
sh_window_get_preferences (ShWindow *self)
{
  g_return_val_if_fail (SH_IS_WINDOW (self), NULL);

  return self->preferences;
}

ShSession *
sh_window_get_session (ShWindow *self)
{
  g_return_val_if_fail (SH_IS_WINDOW (self), NULL);

  return self->session;
}

ShStage *
sh_window_get_stage (ShWindow *self)
{
  g_return_val_if_fail (SH_IS_WINDOW (self), NULL);

  return SH_STAGE (self->stage);
}

ShCompareStage *
sh_window_get_compare_stage (ShWindow *self)
{
  g_return_val_if_fail (SH_IS_WINDOW (self), NULL);

  return SH_COMPARE_STAGE (self->compare);
}

ShFiles *
sh_window_get_files (ShWindow *self)
{
  g_return_val_if_fail (SH_IS_WINDOW (self), NULL);

  return self->files;
}

ShReadouts *
sh_window_get_readouts (ShWindow *self)
{
  g_return_val_if_fail (SH_IS_WINDOW (self), NULL);

  return SH_READOUTS (self->readouts);
}

ShUndo *
sh_window_get_undo (ShWindow *self)
{
  return self->undo;
}

GtkWidget *
sh_window_get_caption (ShWindow *self)
{
  return self->caption;
}
