/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-preferences.h"

#include "sh-caption.h"
#include "sh-config.h"
#include "sh-stage-painter.h"
#include "sh-stocking.h"

/* The window's size when nothing is known: it fits a screen of 1280 × 800 with a panel. */
#define FIRST_WIDTH 1240
#define FIRST_HEIGHT 740

struct _ShPreferences
{
  GObject parent_instance;

  GSettings *settings; /* NULL when there is no schema */
  ShPalette palette;
  ShWording wording;
  ShLabels labels;
  ShUnits units;
  ShStockingNames stocking_names;
  double text_size;
  gboolean more_contrast;
  gboolean reduced_motion;
  gboolean maximized;
  gboolean letter_paper;
  char *clinic[5];
  int width;
  int height;
};

G_DEFINE_ENUM_TYPE (ShPalette,
                    sh_palette,
                    G_DEFINE_ENUM_VALUE (SH_PALETTE_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (SH_PALETTE_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (SH_PALETTE_DARK, "dark"),
                    G_DEFINE_ENUM_VALUE (SH_PALETTE_PROJECTOR, "projector"))

G_DEFINE_ENUM_TYPE (ShWording,
                    sh_wording,
                    G_DEFINE_ENUM_VALUE (SH_WORDING_PLAIN, "plain"),
                    G_DEFINE_ENUM_VALUE (SH_WORDING_CLINICAL, "clinical"))

G_DEFINE_ENUM_TYPE (ShLabels,
                    sh_labels,
                    G_DEFINE_ENUM_VALUE (SH_LABELS_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SH_LABELS_FEW, "few"),
                    G_DEFINE_ENUM_VALUE (SH_LABELS_ALL, "all"))

G_DEFINE_ENUM_TYPE (ShUnits,
                    sh_units,
                    G_DEFINE_ENUM_VALUE (SH_UNITS_MMHG, "mmhg"),
                    G_DEFINE_ENUM_VALUE (SH_UNITS_KPA, "kpa"))

G_DEFINE_ENUM_TYPE (ShStockingNames,
                    sh_stocking_names,
                    G_DEFINE_ENUM_VALUE (SH_STOCKING_NAMES_PRESSURE, "pressure"),
                    G_DEFINE_ENUM_VALUE (SH_STOCKING_NAMES_CLASS, "class"))

enum
{
  PROP_0,
  PROP_PALETTE,
  PROP_WORDING,
  PROP_LABELS,
  PROP_UNITS,
  PROP_STOCKING_NAMES,
  PROP_TEXT_SIZE,
  PROP_MORE_CONTRAST,
  PROP_REDUCED_MOTION,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_MAXIMIZED,
  PROP_LETTER_PAPER,
  PROP_CLINIC_NAME, /* the texts stand together, in the order of clinic_texts */
  PROP_CLINIC_SENTENCE,
  PROP_CLINIC_CONTACT,
  PROP_CLINIC_ADDRESS,
  PROP_CLINIC_LOGO,
  N_PROPS
};

#define N_CLINIC_TEXTS (N_PROPS - PROP_CLINIC_NAME)

static const char *const clinic_texts[N_CLINIC_TEXTS] = { "clinic-name", "clinic-sentence",
                                                          "clinic-contact", "clinic-address",
                                                          "clinic-logo" };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ShPreferences, sh_preferences, G_TYPE_OBJECT)

/* The compiled schemas of the build folder that the running program stands in: two folders above
 * it, under data. */
static GSettingsSchemaSource *
uninstalled_source (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *data = NULL;

  if (program == NULL)
    return NULL;
  folder = g_path_get_dirname (program);
  data = g_build_filename (folder, "..", "..", "data", NULL);
  return g_settings_schema_source_new_from_directory (data, g_settings_schema_source_get_default (),
                                                      TRUE, NULL);
}

static GSettings *
find_settings (void)
{
  g_autoptr (GSettingsSchemaSource) uninstalled = uninstalled_source ();
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (uninstalled != NULL)
    schema = g_settings_schema_source_lookup (uninstalled, SH_APP_ID, FALSE);
  if (schema == NULL && installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SH_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* Nobody has chosen yet: what is usual where this language is spoken. */
static gboolean
stocking_names_from_settings (GValue *value, GVariant *variant, gpointer user_data)
{
  g_autoptr (GVariant) chosen =
      g_settings_get_user_value (SH_PREFERENCES (user_data)->settings, "stocking-names");
  gboolean by_class = chosen != NULL ? g_str_equal (g_variant_get_string (chosen, NULL), "class")
                                     : sh_stocking_goes_by_class (g_get_language_names ());

  g_value_set_enum (value, (int) (by_class ? SH_STOCKING_NAMES_CLASS : SH_STOCKING_NAMES_PRESSURE));
  return TRUE;
}

static GVariant *
stocking_names_to_settings (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_string (
      g_value_get_enum (value) == (int) SH_STOCKING_NAMES_CLASS ? "class" : "pressure");
}

static void
bind_setting (ShPreferences *self, int id)
{
  const char *name = properties[id]->name;

  if (id == PROP_STOCKING_NAMES)
    g_settings_bind_with_mapping (self->settings, name, self, name, G_SETTINGS_BIND_DEFAULT,
                                  stocking_names_from_settings, stocking_names_to_settings, self,
                                  NULL);
  else
    g_settings_bind (self->settings, name, self, name, G_SETTINGS_BIND_DEFAULT);
}

static void
sh_preferences_constructed (GObject *object)
{
  ShPreferences *self = SH_PREFERENCES (object);
  g_autoptr (GSettingsSchema) schema = NULL;

  G_OBJECT_CLASS (sh_preferences_parent_class)->constructed (object);
  self->settings = find_settings ();
  if (self->settings == NULL)
    return;
  g_object_get (self->settings, "settings-schema", &schema, NULL);
  /* An older installation may lack keys; what they would hold lasts for this run. */
  for (int i = 1; i < N_PROPS; i++)
    if (g_settings_schema_has_key (schema, properties[i]->name))
      bind_setting (self, i);
}

static void
sh_preferences_finalize (GObject *object)
{
  ShPreferences *self = SH_PREFERENCES (object);

  g_clear_object (&self->settings);
  for (int i = 0; i < N_CLINIC_TEXTS; i++)
    g_free (self->clinic[i]);
  G_OBJECT_CLASS (sh_preferences_parent_class)->finalize (object);
}

static void
sh_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ShPreferences *self = SH_PREFERENCES (object);

  if (id >= PROP_CLINIC_NAME && id < N_PROPS)
    {
      const char *text = self->clinic[id - PROP_CLINIC_NAME];

      /* Without a schema nothing was ever set, and an entry cannot show what is not there. */
      g_value_set_string (value, text != NULL ? text : "");
      return;
    }
  switch (id)
    {
    case PROP_LETTER_PAPER:
      g_value_set_boolean (value, self->letter_paper);
      break;
    case PROP_PALETTE:
      g_value_set_enum (value, (int) self->palette);
      break;
    case PROP_WORDING:
      g_value_set_enum (value, (int) self->wording);
      break;
    case PROP_LABELS:
      g_value_set_enum (value, (int) self->labels);
      break;
    case PROP_UNITS:
      g_value_set_enum (value, (int) self->units);
      break;
    case PROP_STOCKING_NAMES:
      g_value_set_enum (value, (int) self->stocking_names);
      break;
    case PROP_TEXT_SIZE:
      g_value_set_double (value, self->text_size);
      break;
    case PROP_MORE_CONTRAST:
      g_value_set_boolean (value, self->more_contrast);
      break;
    case PROP_REDUCED_MOTION:
      g_value_set_boolean (value, self->reduced_motion);
      break;
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->height);
      break;
    case PROP_MAXIMIZED:
      g_value_set_boolean (value, self->maximized);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ShPreferences *self = SH_PREFERENCES (object);

  if (id >= PROP_CLINIC_NAME && id < N_PROPS)
    {
      g_free (self->clinic[id - PROP_CLINIC_NAME]);
      self->clinic[id - PROP_CLINIC_NAME] = g_value_dup_string (value);
      return;
    }
  switch (id)
    {
    case PROP_LETTER_PAPER:
      self->letter_paper = g_value_get_boolean (value);
      break;
    case PROP_PALETTE:
      self->palette = (ShPalette) g_value_get_enum (value);
      break;
    case PROP_WORDING:
      self->wording = (ShWording) g_value_get_enum (value);
      break;
    case PROP_LABELS:
      self->labels = (ShLabels) g_value_get_enum (value);
      break;
    case PROP_UNITS:
      self->units = (ShUnits) g_value_get_enum (value);
      break;
    case PROP_STOCKING_NAMES:
      self->stocking_names = (ShStockingNames) g_value_get_enum (value);
      break;
    case PROP_TEXT_SIZE:
      self->text_size = g_value_get_double (value);
      break;
    case PROP_MORE_CONTRAST:
      self->more_contrast = g_value_get_boolean (value);
      break;
    case PROP_REDUCED_MOTION:
      self->reduced_motion = g_value_get_boolean (value);
      break;
    case PROP_WINDOW_WIDTH:
      self->width = g_value_get_int (value);
      break;
    case PROP_WINDOW_HEIGHT:
      self->height = g_value_get_int (value);
      break;
    case PROP_MAXIMIZED:
      self->maximized = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sh_preferences_class_init (ShPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = sh_preferences_constructed;
  object_class->finalize = sh_preferences_finalize;
  object_class->get_property = sh_preferences_get_property;
  object_class->set_property = sh_preferences_set_property;

  properties[PROP_PALETTE] =
      g_param_spec_enum ("palette", NULL, NULL, SH_TYPE_PALETTE, (int) SH_PALETTE_SYSTEM, flags);
  properties[PROP_WORDING] =
      g_param_spec_enum ("wording", NULL, NULL, SH_TYPE_WORDING, (int) SH_WORDING_PLAIN, flags);
  properties[PROP_LABELS] =
      g_param_spec_enum ("labels", NULL, NULL, SH_TYPE_LABELS, (int) SH_LABELS_FEW, flags);
  properties[PROP_UNITS] =
      g_param_spec_enum ("units", NULL, NULL, SH_TYPE_UNITS, (int) SH_UNITS_MMHG, flags);
  properties[PROP_STOCKING_NAMES] =
      g_param_spec_enum ("stocking-names", NULL, NULL, SH_TYPE_STOCKING_NAMES,
                         (int) SH_STOCKING_NAMES_PRESSURE, flags);
  properties[PROP_TEXT_SIZE] = g_param_spec_double ("text-size", NULL, NULL, 1.0, 2.0, 1.0, flags);
  properties[PROP_MORE_CONTRAST] = g_param_spec_boolean ("more-contrast", NULL, NULL, FALSE, flags);
  properties[PROP_REDUCED_MOTION] =
      g_param_spec_boolean ("reduced-motion", NULL, NULL, FALSE, flags);
  properties[PROP_WINDOW_WIDTH] =
      g_param_spec_int ("window-width", NULL, NULL, 1, 32767, FIRST_WIDTH, flags);
  properties[PROP_WINDOW_HEIGHT] =
      g_param_spec_int ("window-height", NULL, NULL, 1, 32767, FIRST_HEIGHT, flags);
  properties[PROP_MAXIMIZED] = g_param_spec_boolean ("maximized", NULL, NULL, FALSE, flags);
  properties[PROP_LETTER_PAPER] = g_param_spec_boolean ("letter-paper", NULL, NULL, FALSE, flags);
  for (int i = 0; i < N_CLINIC_TEXTS; i++)
    properties[PROP_CLINIC_NAME + i] = g_param_spec_string (clinic_texts[i], NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sh_preferences_init (ShPreferences *self)
{
  self->labels = SH_LABELS_FEW;
  self->text_size = 1.0;
  self->width = FIRST_WIDTH;
  self->height = FIRST_HEIGHT;
}

ShPreferences *
sh_preferences_new (void)
{
  return g_object_new (SH_TYPE_PREFERENCES, NULL);
}

gboolean
sh_preferences_get_stored (ShPreferences *self)
{
  g_return_val_if_fail (SH_IS_PREFERENCES (self), FALSE);

  return self->settings != NULL;
}
