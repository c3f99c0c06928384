/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-config.h"

#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "sh-atomic-file.h"
#include "sh-key-lines.h"
#include "sh-kiosk-keys.h"
#include "sh-nearest.h"
#include "sh-number-text.h"
#include "sh-text-file.h"

#define GROUP "[Kiosk]"
/* Keys that staff can change at the kiosk itself. */
#define KEPT_KEY "opening-hours"

/* What is being read, for messages. */
typedef struct
{
  const char *name;
  int line;
  GPtrArray *problems;
} ShReading;

static const char *const themes[] = { "light", "dark", "projector" };

static gboolean
read_text (const char *text, char **value)
{
  g_free (*value);
  *value = g_strdup (text);
  return TRUE;
}

static gboolean
read_list (const char *text, char ***value)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; parts[i] != NULL; i++)
    if (g_strstrip (parts[i])[0] != '\0')
      g_strv_builder_add (builder, parts[i]);
  g_strfreev (*value);
  *value = g_strv_builder_end (builder);
  return TRUE;
}

/* Codes as gettext has them: a language, and where it matters a country. */
static gboolean
read_languages (const char *text, char ***value)
{
  static const char code[] = "^\\s*[a-z]{2,3}(_[A-Z]{2})?\\s*(,\\s*[a-z]{2,3}(_[A-Z]{2})?\\s*)*$";

  return g_regex_match_simple (code, text, G_REGEX_DOLLAR_ENDONLY, 0) && read_list (text, value);
}

static gboolean
read_number (const char *text, const ShKioskKey *key, double *value)
{
  double number;

  if (!sh_number_parse (text, &number) || number < key->low || number > key->high)
    return FALSE;
  *value = number;
  return TRUE;
}

static gboolean
read_switch (const char *text, gboolean *value)
{
  if (strcmp (text, "true") != 0 && strcmp (text, "false") != 0)
    return FALSE;
  *value = strcmp (text, "true") == 0;
  return TRUE;
}

static gboolean
read_theme (const char *text, int *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (strcmp (text, themes[i]) == 0)
      {
        *value = (int) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_clock (const char *text, int *value)
{
  int minutes = sh_kiosk_clock_parse (text);

  if (minutes < 0 && strcmp (text, "none") != 0)
    return FALSE;
  *value = minutes % SH_KIOSK_DAY_MIN;
  return TRUE;
}

static gboolean
read_zone (const char *text, char **value)
{
  g_autoptr (GTimeZone) zone = text[0] != '\0' ? g_time_zone_new_identifier (text) : NULL;

  return (text[0] == '\0' || zone != NULL) && read_text (text, value);
}

/* A hash begins with the mark of its method; anything else may be a PIN written down plainly. */
static gboolean
read_hash (const char *text, char **value)
{
  gboolean is_hash = text[0] == '$' && strlen (text) >= 13 && strpbrk (text, " \t:;*!") == NULL;

  return (text[0] == '\0' || is_hash) && read_text (text, value);
}

static gboolean
read_value (const ShKioskKey *key, const char *text, ShKioskConfig *config)
{
  gpointer place = G_STRUCT_MEMBER_P (config, key->offset);

  switch (key->value)
    {
    case SH_KIOSK_VALUE_TEXT:
      return (double) g_utf8_strlen (text, -1) <= key->high && read_text (text, place);
    case SH_KIOSK_VALUE_LIST:
      return read_list (text, place);
    case SH_KIOSK_VALUE_LANGUAGES:
      return read_languages (text, place);
    case SH_KIOSK_VALUE_NUMBER:
      return read_number (text, key, place);
    case SH_KIOSK_VALUE_SWITCH:
      return read_switch (text, place);
    case SH_KIOSK_VALUE_THEME:
      return read_theme (text, place);
    case SH_KIOSK_VALUE_HOURS:
      return sh_kiosk_hours_parse (text, place);
    case SH_KIOSK_VALUE_CLOCK:
      return read_clock (text, place);
    case SH_KIOSK_VALUE_ZONE:
      return read_zone (text, place);
    case SH_KIOSK_VALUE_HASH:
      return read_hash (text, place);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
allowed_text (const ShKioskKey *key)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (key->value != SH_KIOSK_VALUE_NUMBER)
    return g_strdup (key->allowed);
  low = sh_number_to_text (key->low);
  high = sh_number_to_text (key->high);
  return g_strdup_printf ("%s…%s", low, high);
}

G_GNUC_PRINTF (2, 3)
static void
tell (const ShReading *reading, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (reading->problems,
                   g_strdup_printf ("%s:%d: %s", reading->name, reading->line, message));
}

static const ShKioskKey *
find_key (const char *name)
{
  gsize n;
  const ShKioskKey *keys = sh_kiosk_keys (&n);

  for (gsize i = 0; i < n; i++)
    if (strcmp (keys[i].key, name) == 0)
      return &keys[i];
  return NULL;
}

static void
tell_unknown (const ShReading *reading, const char *found)
{
  const char *names[64];
  gsize n;
  const ShKioskKey *keys = sh_kiosk_keys (&n);

  n = MIN (n, G_N_ELEMENTS (names));
  for (gsize i = 0; i < n; i++)
    names[i] = keys[i].key;
  tell (reading, C_ ("kiosk", "unknown key \"%s\"; nearest: %s; the line is passed over"), found,
        sh_nearest_name (found, names, n));
}

/* A value that does not fit leaves the one that stood before, which is the default. */
static void
read_setting (const ShReading *reading, const char *name, const char *text, ShKioskConfig *config)
{
  const ShKioskKey *key = find_key (name);
  g_autofree char *found = sh_one_line (key == NULL ? name : text);
  g_autofree char *allowed = NULL;

  if (key == NULL)
    {
      tell_unknown (reading, found);
      return;
    }
  if (read_value (key, text, config))
    return;
  allowed = allowed_text (key);
  read_value (key, key->initial, config);
  tell (reading,
        /* Translators: key, value found, what is allowed, the default. */
        C_ ("kiosk", "%s: \"%s\" is not allowed; allowed: %s; used instead: \"%s\""), name,
        /* What is no hash may be the PIN itself, which must not get into a log. */
        key->value == SH_KIOSK_VALUE_HASH ? "…" : found, allowed, key->initial);
}

/* @within: whether the lines belong to the group. */
static void
read_line (const ShReading *reading, char *line, gboolean *within, ShKioskConfig *config)
{
  char *equals = strchr (line, '=');
  g_autofree char *found = NULL;

  if (line[0] == '\0' || line[0] == '#')
    return;
  if (strcmp (line, GROUP) == 0)
    {
      *within = TRUE;
      return;
    }
  if (line[0] != '[' && equals != NULL && equals != line && *within)
    {
      *equals = '\0';
      read_setting (reading, g_strstrip (line), g_strstrip (equals + 1), config);
      return;
    }
  found = sh_one_line (line);
  *within = *within && line[0] != '[';
  tell (reading,
        C_ ("kiosk", "\"%s\" is not understood; allowed: [Kiosk], then KEY=VALUE, or # and a "
                     "comment; the line is passed over"),
        found);
}

/* Where the first byte stands that is no text, if there is one; each such byte is read as a letter
 * that is not known. */
static void
tell_broken (ShReading *reading, const char *text, gsize length)
{
  const char *end = NULL;

  if (g_utf8_validate_len (text, length, &end))
    return;
  reading->line = 1;
  for (const char *p = text; p < end; p++)
    reading->line += *p == '\n';
  tell (reading, "%s", C_ ("scenario", "a byte that is no text; allowed: text in UTF-8"));
}

static void
read_all (
    ShKioskConfig *config, const char *text, gsize length, const char *name, GPtrArray *problems)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *shown = sh_file_label (name);
  ShReading reading = { shown, 0, problems };
  g_auto (GStrv) lines = NULL;
  gboolean within = FALSE;
  const char *begin = g_str_has_prefix (valid, "\xEF\xBB\xBF") ? valid + 3 : valid;

  tell_broken (&reading, text, length);
  lines = g_strsplit (begin, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      reading.line = i + 1;
      read_line (&reading, g_strstrip (lines[i]), &within, config);
    }
}

static ShKioskConfig *
defaults (void)
{
  ShKioskConfig *config = g_new0 (ShKioskConfig, 1);
  gsize n;
  const ShKioskKey *keys = sh_kiosk_keys (&n);

  for (gsize i = 0; i < n; i++)
    if (!read_value (&keys[i], keys[i].initial, config))
      g_warn_if_reached ();
  return config;
}

/* A kiosk without a language would have no text at all. */
static void
complete (ShKioskConfig *config)
{
  if (config->languages[0] == NULL)
    read_list ("en", &config->languages);
}

ShKioskConfig *
sh_kiosk_config_parse (const char *text, gsize length, const char *name, GPtrArray *problems)
{
  ShKioskConfig *config = defaults ();

  g_return_val_if_fail (text != NULL && problems != NULL, config);
  read_all (config, text, length, name, problems);
  complete (config);
  return config;
}

/* Returns: (nullable): NULL when the file cannot be read, which was told. */
static char *
read_file (const char *path, gsize *length, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (sh_text_file_read (path, &text, length, &error))
    return text;
  g_ptr_array_add (problems,
                   /* Translators: %s is a sentence such as "kiosk.conf: cannot be read: …". */
                   g_strdup_printf (C_ ("kiosk", "%s; the defaults are used"), error->message));
  return NULL;
}

ShKioskConfig *
sh_kiosk_config_load (const char *path, GPtrArray *problems)
{
  gsize length = 0;
  g_autofree char *text = path != NULL ? read_file (path, &length, problems) : NULL;

  return sh_kiosk_config_parse (text != NULL ? text : "", text != NULL ? length : 0,
                                path != NULL ? path : "", problems);
}

void
sh_kiosk_config_overlay (ShKioskConfig *config, const char *path, GPtrArray *problems)
{
  gsize length = 0;
  g_autofree char *text = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    text = read_file (path, &length, problems);
  if (text != NULL)
    read_all (config, text, length, path, problems);
  complete (config);
}

gboolean
sh_kiosk_config_keep_hours (const ShKioskHours *hours, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *value = sh_kiosk_hours_to_text (hours);
  g_autofree char *text = g_strdup_printf ("# Changed at the kiosk by staff; this holds over the "
                                           "configuration.\n" GROUP "\n" KEPT_KEY "=%s\n",
                                           value);

  g_mkdir_with_parents (folder, 0700);
  return sh_atomic_write (path, text, strlen (text), error);
}

char *
sh_kiosk_config_find (void)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  const char *const *system = g_get_system_config_dirs ();

  g_ptr_array_add (folders, (gpointer) g_get_user_config_dir ());
  for (int i = 0; system[i] != NULL; i++)
    g_ptr_array_add (folders, (gpointer) system[i]);
  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path =
          g_build_filename (g_ptr_array_index (folders, i), "second-heart", "kiosk.conf", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* Breaks a text into comment lines that fit a terminal. */
static void
append_comment (GString *out, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 1;

  g_string_append_c (out, '#');
  for (int i = 0; words[i] != NULL; i++)
    {
      glong width = g_utf8_strlen (words[i], -1) + 1;

      if (column + width > 96)
        {
          g_string_append (out, "\n#");
          column = 1;
        }
      g_string_append_printf (out, " %s", words[i]);
      column += width;
    }
  g_string_append_c (out, '\n');
}

char *
sh_kiosk_config_sample (void)
{
  gsize n;
  const ShKioskKey *keys = sh_kiosk_keys (&n);
  GString *out = g_string_new (
      "# SPDX-FileCopyrightText: The Second Heart authors\n"
      "# SPDX-License-Identifier: GPL-3.0-or-later\n#\n"
      "# The waiting-room kiosk of Second Heart. Every key stands here with its default; take "
      "away\n"
      "# the # before a key to change it. A value that is not understood is told in the log, and\n"
      "# by \"second-heart check FILE\", and replaced by its default.\n\n" GROUP "\n");

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *allowed = allowed_text (&keys[i]);
      g_autofree char *line = g_strdup_printf ("Allowed: %s.", allowed);

      if (keys[i].section != NULL)
        g_string_append_printf (out, "\n# ---- %s ----\n", keys[i].section);
      g_string_append_c (out, '\n');
      append_comment (out, keys[i].meaning);
      append_comment (out, line);
      g_string_append_printf (out, "#%s=%s\n", keys[i].key, keys[i].initial);
    }
  return g_string_free (out, FALSE);
}

gboolean
sh_kiosk_config_is (const char *text, gsize length)
{
  return g_strstr_len (text, (gssize) length, GROUP) != NULL;
}

void
sh_kiosk_config_free (ShKioskConfig *config)
{
  gsize n;
  const ShKioskKey *keys = sh_kiosk_keys (&n);

  if (config == NULL)
    return;
  for (gsize i = 0; i < n; i++)
    {
      gpointer place = G_STRUCT_MEMBER_P (config, keys[i].offset);

      if (keys[i].value == SH_KIOSK_VALUE_LIST || keys[i].value == SH_KIOSK_VALUE_LANGUAGES)
        g_strfreev (*(char ***) place);
      else if (keys[i].value == SH_KIOSK_VALUE_TEXT || keys[i].value == SH_KIOSK_VALUE_ZONE ||
               keys[i].value == SH_KIOSK_VALUE_HASH)
        g_free (*(char **) place);
    }
  g_free (config);
}
