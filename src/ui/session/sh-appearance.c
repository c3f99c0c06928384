/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-appearance.h"

#include "sh-config.h"

/* The desktop portal tells any desktop's wish for dark colours: 1 means dark. */
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define PORTAL_GROUP "org.freedesktop.appearance"
#define PORTAL_KEY "color-scheme"
#define PORTAL_DARK 1
#define PORTAL_CONTRAST_KEY "contrast"
#define PORTAL_MORE_CONTRAST 1
/* The size of texts where nobody knows better: 96 dots per inch. */
#define USUAL_DPI (96 * 1024)

struct _ShAppearance
{
  GObject parent_instance;

  GdkDisplay *display;
  GtkSettings *settings;
  ShPreferences *preferences;
  GtkCssProvider *colors;
  GtkCssProvider *style;
  GCancellable *cancellable;
  GDBusConnection *bus;
  guint subscription;
  ShThemeId theme;
  int system_dpi; /* of the texts, as the desktop has it; 1024 times dots per inch */
  int shown_dpi;  /* what was made of it */
  gboolean system_dark;
  gboolean system_contrast;
  gboolean reduced_motion;
};

enum
{
  PROP_0,
  PROP_THEME,
  PROP_REDUCED_MOTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShAppearance, sh_appearance, G_TYPE_OBJECT)

static gboolean
wants_high_contrast (ShAppearance *self)
{
  g_autofree char *name = NULL;
  gboolean user_wants;

  g_object_get (self->preferences, "more-contrast", &user_wants, NULL);
  if (user_wants || self->system_contrast)
    return TRUE;
  g_object_get (self->settings, "gtk-theme-name", &name, NULL);
  return name != NULL && g_str_has_prefix (name, "HighContrast");
}

static gboolean
wants_dark (ShAppearance *self, ShPalette palette)
{
  return palette == SH_PALETTE_DARK || (palette == SH_PALETTE_SYSTEM && self->system_dark);
}

/* Of high contrast there is a light palette, the projector's, and a dark one. */
static ShThemeId
wanted_theme (ShAppearance *self)
{
  int palette;

  g_object_get (self->preferences, "palette", &palette, NULL);
  if (wants_high_contrast (self))
    return wants_dark (self, (ShPalette) palette) ? SH_THEME_DARK_CONTRAST : SH_THEME_PROJECTOR;
  switch ((ShPalette) palette)
    {
    case SH_PALETTE_LIGHT:
      return SH_THEME_LIGHT;
    case SH_PALETTE_DARK:
      return SH_THEME_DARK;
    case SH_PALETTE_PROJECTOR:
      return SH_THEME_PROJECTOR;
    case SH_PALETTE_SYSTEM:
    default:
      return wants_dark (self, SH_PALETTE_SYSTEM) ? SH_THEME_DARK : SH_THEME_LIGHT;
    }
}

static void
load_colors (ShAppearance *self)
{
  g_autofree char *path =
      g_strdup_printf (SH_RESOURCE_PREFIX "/ui/colors-%s.css", sh_theme (self->theme)->name);

  gtk_css_provider_load_from_resource (self->colors, path);
}

/* Texts are as large as desktop and user together wish: GTK lays everything out by this number, and
 * the pictures read it too. */
static void
follow_text_size (ShAppearance *self)
{
  double size;
  int dpi;

  g_object_get (self->preferences, "text-size", &size, NULL);
  g_object_get (self->settings, "gtk-xft-dpi", &dpi, NULL);
  self->shown_dpi = (int) (self->system_dpi * size + 0.5);
  if (dpi != self->shown_dpi)
    g_object_set (self->settings, "gtk-xft-dpi", self->shown_dpi, NULL);
}

/* Others set it too, the desktop and the kiosk. A notification of our own change may come late, so
 * it is known by its value. */
static void
system_dpi_cb (ShAppearance *self)
{
  int dpi;

  g_object_get (self->settings, "gtk-xft-dpi", &dpi, NULL);
  if (dpi == self->shown_dpi)
    return;
  self->system_dpi = dpi;
  follow_text_size (self);
}

/* Sets what the preferences and the desktop wish for. */
static void
follow (ShAppearance *self)
{
  ShThemeId theme = wanted_theme (self);
  gboolean user_reduces, animations = TRUE;

  g_object_get (self->preferences, "reduced-motion", &user_reduces, NULL);
  g_object_get (self->settings, "gtk-enable-animations", &animations, NULL);
  if (theme != self->theme)
    {
      self->theme = theme;
      load_colors (self);
      g_object_set (self->settings, "gtk-application-prefer-dark-theme",
                    theme == SH_THEME_DARK || theme == SH_THEME_DARK_CONTRAST, NULL);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEME]);
    }
  if ((user_reduces || !animations) != self->reduced_motion)
    {
      self->reduced_motion = user_reduces || !animations;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDUCED_MOTION]);
    }
}

static void
set_system_wish (ShAppearance *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) plain = g_variant_ref (value);

  while (g_variant_is_of_type (plain, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *inner = g_variant_get_variant (plain);

      g_variant_unref (plain);
      plain = inner;
    }
  if (!g_variant_is_of_type (plain, G_VARIANT_TYPE_UINT32))
    return;
  if (g_str_equal (key, PORTAL_KEY))
    self->system_dark = g_variant_get_uint32 (plain) == PORTAL_DARK;
  else if (g_str_equal (key, PORTAL_CONTRAST_KEY))
    self->system_contrast = g_variant_get_uint32 (plain) == PORTAL_MORE_CONTRAST;
  follow (self);
}

static void
setting_changed_cb (GDBusConnection *bus,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer user_data)
{
  g_autoptr (GVariant) value = NULL;
  const char *group, *key;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, PORTAL_GROUP))
    set_system_wish (SH_APPEARANCE (user_data), key, value);
}

static void
read_finished (GObject *source, GAsyncResult *result, gpointer user_data, const char *key)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  /* Without a portal, or when cancelled, the light palette stays; there is nothing to report. */
  if (reply == NULL)
    return;
  value = g_variant_get_child_value (reply, 0);
  set_system_wish (SH_APPEARANCE (user_data), key, value);
}

static void
dark_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  read_finished (source, result, user_data, PORTAL_KEY);
}

static void
contrast_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  read_finished (source, result, user_data, PORTAL_CONTRAST_KEY);
}

static void
read_wish (ShAppearance *self, const char *key, GAsyncReadyCallback callback)
{
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", PORTAL_GROUP, key), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, callback, self);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  ShAppearance *self;

  if (bus == NULL)
    return;
  self = SH_APPEARANCE (user_data);
  self->bus = g_steal_pointer (&bus);
  self->subscription = g_dbus_connection_signal_subscribe (
      self->bus, PORTAL_NAME, PORTAL_INTERFACE, "SettingChanged", PORTAL_PATH, PORTAL_GROUP,
      G_DBUS_SIGNAL_FLAGS_NONE, setting_changed_cb, self, NULL);
  read_wish (self, PORTAL_KEY, dark_read_cb);
  read_wish (self, PORTAL_CONTRAST_KEY, contrast_read_cb);
}

static void
add_provider (ShAppearance *self, GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
remove_provider (ShAppearance *self, GtkCssProvider *provider)
{
  gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (provider));
}

static void
sh_appearance_dispose (GObject *object)
{
  ShAppearance *self = SH_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  if (self->display != NULL)
    {
      remove_provider (self, self->colors);
      remove_provider (self, self->style);
    }
  g_clear_object (&self->bus);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->colors);
  g_clear_object (&self->style);
  g_clear_object (&self->preferences);
  self->display = NULL;
  G_OBJECT_CLASS (sh_appearance_parent_class)->dispose (object);
}

static void
sh_appearance_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShAppearance *self = SH_APPEARANCE (object);

  switch (id)
    {
    case PROP_THEME:
      g_value_set_uint (value, self->theme);
      break;
    case PROP_REDUCED_MOTION:
      g_value_set_boolean (value, self->reduced_motion);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_appearance_class_init (ShAppearanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sh_appearance_dispose;
  object_class->get_property = sh_appearance_get_property;
  properties[PROP_THEME] =
      g_param_spec_uint ("theme", NULL, NULL, 0, SH_N_THEMES - 1, SH_THEME_LIGHT, flags);
  properties[PROP_REDUCED_MOTION] =
      g_param_spec_boolean ("reduced-motion", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sh_appearance_init (ShAppearance *self)
{
  self->colors = gtk_css_provider_new ();
  self->style = gtk_css_provider_new ();
  self->cancellable = g_cancellable_new ();
}

ShAppearance *
sh_appearance_new (GdkDisplay *display, ShPreferences *preferences)
{
  ShAppearance *self = g_object_new (SH_TYPE_APPEARANCE, NULL);

  self->display = display;
  self->settings = gtk_settings_get_for_display (display);
  self->preferences = g_object_ref (preferences);
  load_colors (self);
  gtk_css_provider_load_from_resource (self->style, SH_RESOURCE_PREFIX "/ui/style.css");
  add_provider (self, self->colors);
  add_provider (self, self->style);
  g_signal_connect_object (preferences, "notify::palette", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::reduced-motion", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::more-contrast", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::text-size", G_CALLBACK (follow_text_size), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::gtk-xft-dpi", G_CALLBACK (system_dpi_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::gtk-theme-name", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::gtk-enable-animations", G_CALLBACK (follow),
                           self, G_CONNECT_SWAPPED);
  g_object_get (self->settings, "gtk-xft-dpi", &self->system_dpi, NULL);
  if (self->system_dpi <= 0)
    self->system_dpi = USUAL_DPI;
  follow_text_size (self);
  follow (self);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, self);
  return self;
}

ShThemeId
sh_appearance_get_theme (ShAppearance *self)
{
  g_return_val_if_fail (SH_IS_APPEARANCE (self), SH_THEME_LIGHT);

  return self->theme;
}

gboolean
sh_appearance_get_reduced_motion (ShAppearance *self)
{
  g_return_val_if_fail (SH_IS_APPEARANCE (self), FALSE);

  return self->reduced_motion;
}
