/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sh-kiosk-language.h"

#include <locale.h>
#include <string.h>

#include "sh-config.h"
#define GETTEXT_PACKAGE SH_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *name;
} names[] = {
  { "ar", "العربية" },    { "bn", "বাংলা" },        { "cs", "Čeština" },    { "da", "Dansk" },
  { "de", "Deutsch" },    { "el", "Ελληνικά" },     { "en", "English" },    { "en_XA", "Ëñğļîšħ" },
  { "ar_XB", "ʇxǝʇ" },    { "es", "Español" },      { "fa", "فارسی" },      { "fi", "Suomi" },
  { "fr", "Français" },   { "he", "עברית" },        { "hi", "हिन्दी" },      { "hr", "Hrvatski" },
  { "hu", "Magyar" },     { "id", "Indonesia" },    { "it", "Italiano" },   { "ja", "日本語" },
  { "ko", "한국어" },     { "nb", "Norsk" },        { "nl", "Nederlands" }, { "pl", "Polski" },
  { "pt", "Português" },  { "pt_BR", "Português" }, { "ro", "Română" },     { "ru", "Русский" },
  { "so", "Soomaali" },   { "sv", "Svenska" },      { "tl", "Tagalog" },    { "tr", "Türkçe" },
  { "uk", "Українська" }, { "ur", "اردو" },         { "vi", "Tiếng Việt" }, { "zh", "中文" },
  { "zh_CN", "中文" },    { "zh_TW", "繁體中文" },
};

const char *
sh_kiosk_language_name (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].code, code) == 0)
      return names[i].name;
  return code;
}

void
sh_kiosk_language_prepare (void)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ":" : "", names[i].code);
  sh_kiosk_language_use (all->str);
  sh_kiosk_language_use ("en");
}

void
sh_kiosk_language_use (const char *code)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);
  const char *direction;

  /* In the C locale gettext does not look at LANGUAGE at all. */
  if (messages == NULL || strcmp (messages, "C") == 0 || strcmp (messages, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  g_setenv ("LANGUAGE", code, TRUE);
  /* This makes gettext look at LANGUAGE again. */
  textdomain (SH_GETTEXT_DOMAIN);
  /* Translators: "default:RTL" for a language that is written from right to left, else
   * "default:LTR". Nothing else is understood. */
  direction = C_ ("direction of writing", "default:LTR");
  gtk_widget_set_default_direction (strcmp (direction, "default:RTL") == 0 ? GTK_TEXT_DIR_RTL
                                                                           : GTK_TEXT_DIR_LTR);
}
