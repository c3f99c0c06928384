/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-window.h"

#include <math.h>

#include "sh-kiosk-screens.h"

/* What screens say that do not know their height; no screen in a waiting room is outside. */
#define LEAST_HEIGHT_MM 90
#define MOST_HEIGHT_MM 2500
/* How long the window may take until it has its size. */
#define SETTLE_MS 500

struct _ShKioskWindow
{
  GtkWindow parent_instance;

  GListModel *monitors;
  GdkMonitor *monitor; /* the one that is covered by this window */
  char *connector;
  GPtrArray *watched; /* of GdkMonitor: whose size is watched */
  GPtrArray *covers;  /* windows over the other screens */
  guint cover_id;
  gboolean spans;     /* the window lies over all screens, not only over its own */
  GdkRectangle place; /* of its own screen, in the window */
  ShKioskDeedFunc func;
  gpointer func_data;
  double pointer_x, pointer_y;
};

enum
{
  SIGNAL_SCREEN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ShKioskWindow, sh_kiosk_window, GTK_TYPE_WINDOW)

static gboolean
told (ShKioskWindow *self, ShKioskDeed deed, double x, double y)
{
  return self->func != NULL && self->func (deed, x, y, self->func_data);
}

/* The keys that walk from button to button and press them, without any modifier but Shift. */
static gboolean
is_harmless_key (GdkEvent *event)
{
  static const guint keys[] = { GDK_KEY_Tab,   GDK_KEY_ISO_Left_Tab, GDK_KEY_Up,
                                GDK_KEY_Down,  GDK_KEY_Left,         GDK_KEY_Right,
                                GDK_KEY_space, GDK_KEY_Return,       GDK_KEY_KP_Enter };
  GdkModifierType state = gdk_event_get_modifier_state (event);

  if ((state & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gdk_key_event_get_keyval (event) == keys[i])
      return TRUE;
  return FALSE;
}

/* A pointer that did not move was moved by nobody: the picture went away under it. */
static gboolean
pointer_moved (ShKioskWindow *self, double x, double y)
{
  gboolean moved = fabs (x - self->pointer_x) > 0.5 || fabs (y - self->pointer_y) > 0.5;

  self->pointer_x = x;
  self->pointer_y = y;
  return moved;
}

/* Returns: whether the event goes no further. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, ShKioskWindow *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x = 0.0, y = 0.0;

  gdk_event_get_position (event, &x, &y);
  if (type == GDK_TOUCH_BEGIN ||
      (type == GDK_BUTTON_PRESS && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY))
    return told (self, SH_KIOSK_DEED_TOUCH, x, y);
  if (type == GDK_BUTTON_PRESS || type == GDK_BUTTON_RELEASE)
    {
      gboolean primary = gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;

      return !primary && (told (self, SH_KIOSK_DEED_OTHER, x, y), TRUE);
    }
  if (type == GDK_MOTION_NOTIFY)
    return pointer_moved (self, x, y) && (told (self, SH_KIOSK_DEED_OTHER, x, y), FALSE);
  if (type == GDK_KEY_PRESS)
    return told (self, SH_KIOSK_DEED_OTHER, 0.0, 0.0) || !is_harmless_key (event);
  if (type == GDK_KEY_RELEASE)
    return !is_harmless_key (event);
  if (type == GDK_SCROLL || type == GDK_TOUCH_UPDATE || type == GDK_TOUCH_END)
    return told (self, SH_KIOSK_DEED_OTHER, x, y) && FALSE;
  if (type == GDK_TOUCHPAD_PINCH || type == GDK_TOUCHPAD_SWIPE || type == GDK_TOUCHPAD_HOLD ||
      type == GDK_PAD_BUTTON_PRESS || type == GDK_PAD_RING || type == GDK_PAD_STRIP ||
      type == GDK_PAD_GROUP_MODE)
    return told (self, SH_KIOSK_DEED_OTHER, x, y), TRUE;
  return FALSE;
}

/* No visitor may find a desktop on a second screen. */
static void
cover_others (ShKioskWindow *self)
{
  g_ptr_array_set_size (self->covers, 0);
  if (self->spans)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      if (monitor != self->monitor)
        g_ptr_array_add (self->covers, sh_kiosk_screens_cover (self->monitors, monitor));
    }
}

/* Without a window manager a window keeps the size that it was made with: it is made anew. */
static void
make_fit (ShKioskWindow *self)
{
  GdkRectangle all, one;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->monitor == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sh_kiosk_screens_all (self->monitors, &all);
  gdk_monitor_get_geometry (self->monitor, &one);
  if ((width == all.width && height == all.height) || (width == one.width && height == one.height))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_unrealize (GTK_WIDGET (self));
  sh_kiosk_window_cover (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
cover_others_cb (gpointer user_data)
{
  ShKioskWindow *self = SH_KIOSK_WINDOW (user_data);

  self->cover_id = 0;
  make_fit (self);
  cover_others (self);
}

/* Not before it is known whether this window lies over all screens: in cage a second window would
 * lie over it. */
static void
cover_others_soon (ShKioskWindow *self)
{
  g_clear_handle_id (&self->cover_id, g_source_remove);
  self->cover_id = g_timeout_add_once (SETTLE_MS, cover_others_cb, self);
}

static void
geometry_cb (ShKioskWindow *self)
{
  sh_kiosk_window_cover (self);
  cover_others_soon (self);
  g_signal_emit (self, signals[SIGNAL_SCREEN_CHANGED], 0);
}

static void
stop_watching (gpointer monitor, gpointer user_data)
{
  g_signal_handlers_disconnect_by_data (monitor, user_data);
}

static void
choose_monitor (ShKioskWindow *self)
{
  g_set_object (&self->monitor, sh_kiosk_screens_find (self->monitors, self->connector));
  geometry_cb (self);
}

static void
follow_monitors (ShKioskWindow *self)
{
  g_ptr_array_foreach (self->watched, stop_watching, self);
  g_ptr_array_set_size (self->watched, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      GdkMonitor *monitor = g_list_model_get_item (self->monitors, i);

      g_ptr_array_add (self->watched, monitor);
      g_signal_connect_object (monitor, "notify::geometry", G_CALLBACK (geometry_cb), self,
                               G_CONNECT_SWAPPED);
      /* A screen is there before its name is known. */
      g_signal_connect_object (monitor, "notify::connector", G_CALLBACK (choose_monitor), self,
                               G_CONNECT_SWAPPED);
    }
  choose_monitor (self);
}

/* A window manager may have taken the window off the screen: it comes back at once. */
static void
surface_state_cb (GdkToplevel *surface, GParamSpec *pspec, ShKioskWindow *self)
{
  GdkToplevelState state = gdk_toplevel_get_state (surface);

  if ((state & GDK_TOPLEVEL_STATE_MINIMIZED) != 0)
    gtk_window_unminimize (GTK_WINDOW (self));
  if ((state & GDK_TOPLEVEL_STATE_FULLSCREEN) == 0)
    sh_kiosk_window_cover (self);
}

static void
sh_kiosk_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sh_kiosk_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::state",
                           G_CALLBACK (surface_state_cb), widget, 0);
}

static gboolean
sh_kiosk_window_close_request (GtkWindow *window)
{
  return TRUE;
}

/* GTK opens its inspector here. */
static gboolean
sh_kiosk_window_enable_debugging (GtkWindow *window, gboolean toggle)
{
  return TRUE;
}

static void
sh_kiosk_window_dispose (GObject *object)
{
  ShKioskWindow *self = SH_KIOSK_WINDOW (object);

  if (self->monitors != NULL)
    g_signal_handlers_disconnect_by_data (self->monitors, self);
  if (self->watched != NULL)
    g_ptr_array_foreach (self->watched, stop_watching, self);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  g_clear_handle_id (&self->cover_id, g_source_remove);
  g_clear_object (&self->monitor);
  self->monitors = NULL;
  self->func = NULL;
  g_clear_pointer (&self->covers, g_ptr_array_unref);
  g_clear_pointer (&self->connector, g_free);
  G_OBJECT_CLASS (sh_kiosk_window_parent_class)->dispose (object);
}

static void
sh_kiosk_window_class_init (ShKioskWindowClass *klass)
{
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sh_kiosk_window_dispose;
  GTK_WIDGET_CLASS (klass)->realize = sh_kiosk_window_realize;
  window_class->close_request = sh_kiosk_window_close_request;
  window_class->enable_debugging = sh_kiosk_window_enable_debugging;
  signals[SIGNAL_SCREEN_CHANGED] =
      g_signal_new ("screen-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

/* GTK gives every window a target for what is dropped on the desktop. */
static void
take_nothing_dropped (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_widget_remove_controller (window, controller);
    }
}

static void
sh_kiosk_window_init (ShKioskWindow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  self->covers = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_window_destroy);
  self->connector = g_strdup ("all");
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_deletable (GTK_WINDOW (self), FALSE);
  gtk_window_set_handle_menubar_accel (GTK_WINDOW (self), FALSE);
  gtk_window_set_mnemonics_visible (GTK_WINDOW (self), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  gtk_widget_add_css_class (GTK_WIDGET (self), "kiosk-window");
  take_nothing_dropped (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  self->monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (follow_monitors), self,
                           G_CONNECT_SWAPPED);
  follow_monitors (self);
}

GtkWidget *
sh_kiosk_window_new (GtkApplication *application)
{
  return g_object_new (SH_TYPE_KIOSK_WINDOW, "application", application, "title", "Second Heart",
                       NULL);
}

void
sh_kiosk_window_set_deed_func (ShKioskWindow *self, ShKioskDeedFunc func, gpointer user_data)
{
  g_return_if_fail (SH_IS_KIOSK_WINDOW (self));

  self->func = func;
  self->func_data = user_data;
}

gboolean
sh_kiosk_window_deed (ShKioskWindow *self, ShKioskDeed deed, double x, double y)
{
  g_return_val_if_fail (SH_IS_KIOSK_WINDOW (self), FALSE);

  return told (self, deed, x, y);
}

void
sh_kiosk_window_set_monitor (ShKioskWindow *self, const char *connector)
{
  g_return_if_fail (SH_IS_KIOSK_WINDOW (self));

  g_free (self->connector);
  self->connector = g_strdup (connector);
  follow_monitors (self);
}

void
sh_kiosk_window_get_screen (ShKioskWindow *self, int *width, int *height, double *height_mm)
{
  GdkRectangle geometry = { 0, 0, 1280, 800 };
  int said_mm = 0;

  g_return_if_fail (SH_IS_KIOSK_WINDOW (self));

  if (self->monitor != NULL)
    {
      gdk_monitor_get_geometry (self->monitor, &geometry);
      said_mm = gdk_monitor_get_height_mm (self->monitor);
    }
  *width = geometry.width;
  *height = geometry.height;
  *height_mm = said_mm >= LEAST_HEIGHT_MM && said_mm <= MOST_HEIGHT_MM ? said_mm : 0.0;
}

gboolean
sh_kiosk_window_has_screen (ShKioskWindow *self)
{
  g_return_val_if_fail (SH_IS_KIOSK_WINDOW (self), FALSE);

  return self->monitor != NULL;
}

void
sh_kiosk_window_cover (ShKioskWindow *self)
{
  g_return_if_fail (SH_IS_KIOSK_WINDOW (self));

  if (self->monitor != NULL)
    sh_kiosk_screens_fill (GTK_WINDOW (self), self->monitors, self->monitor);
}

void
sh_kiosk_window_find_place (ShKioskWindow *self, int width, int height, GdkRectangle *place)
{
  gboolean spanned;

  g_return_if_fail (SH_IS_KIOSK_WINDOW (self));

  spanned = self->spans;
  self->spans = sh_kiosk_screens_place (self->monitors, self->monitor, width, height, &self->place);
  if (self->spans != spanned)
    cover_others_soon (self);
  *place = self->place;
}

void
sh_kiosk_window_get_place (ShKioskWindow *self, GdkRectangle *place)
{
  g_return_if_fail (SH_IS_KIOSK_WINDOW (self));

  *place = self->place;
}

void
sh_kiosk_window_release (ShKioskWindow *self)
{
  g_return_if_fail (SH_IS_KIOSK_WINDOW (self));

  self->func = NULL;
  g_clear_handle_id (&self->cover_id, g_source_remove);
  g_ptr_array_set_size (self->covers, 0);
  gtk_window_destroy (GTK_WINDOW (self));
}
